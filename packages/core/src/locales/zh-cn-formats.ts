/** Why a code is refused. */
export const codeReasons: Readonly<Record<string, (expected: string) => string>> = {
  length: (expected) => (expected === '' ? '位数不对' : `位数不对，应当是${expected.replace(/, /g, '、').replace('–', '至')}位`),
  characters: () => '含有不该出现的字符',
  structure: () => '编码结构不对',
  date: () => '其中的出生日期不存在',
  'check-digit': () => '最后一位校验码不对，请逐位核对',
};

/** What texts of a format are to be; the page always knows of dates. */
export const formatSentences: Readonly<Record<string, string>> = {
  money: '应当是金额，单位元，最多两位小数，例如 12000.50',
  'citizen-number': '不是正确的居民身份证号码',
  'organisation-code': '不是正确的统一社会信用代码',
  'area-code': '不是正确的行政区划代码',
  phone: '不是正确的电话号码，应当是 11 位手机号码，或者带区号的固定电话，例如 0757-88888888',
  'bank-card': '不是正确的银行卡号',
  'bank-account': '不是正确的银行账号',
  'date-time': '应当是日期和时间，例如 2026年3月5日 09:30',
  time: '应当是时间，例如 09:30',
  duration: '应当是时长，例如 P30D',
  email: '应当是电子邮箱地址，例如 lin@example.com',
  'idn-email': '应当是电子邮箱地址，例如 lin@example.com',
  uri: '应当是完整网址，例如 https://example.com',
  'uri-reference': '应当是网址',
  iri: '应当是完整网址，例如 https://example.com',
  'iri-reference': '应当是网址',
  'uri-template': '应当是网址模板',
  hostname: '应当是主机名',
  'idn-hostname': '应当是主机名',
  ipv4: '应当是网络地址，例如 192.0.2.1',
  ipv6: '应当是网络地址，例如 2001:db8::1',
  uuid: '应当是 UUID 编号',
  'json-pointer': '应当是字段路径',
  'relative-json-pointer': '应当是相对字段路径',
  regex: '应当是正则表达式',
};
