/** Words of titles with the English that a name is made of; longer ones first. */
const WORDS: readonly (readonly [chinese: string, english: string])[] = ([
  ['项目', 'project'], ['名称', 'name'], ['单位', 'organisation'], ['组织', 'organisation'], ['党组织', 'partyOrganisation'], ['申报', 'applicant'], ['申请', 'requested'], ['类别', 'category'], ['类型', 'type'],
  ['金额', 'amount'], ['资金', 'funds'], ['预算', 'budget'], ['自筹', 'own'], ['总', 'total'], ['合计', 'total'], ['单价', 'unitPrice'], ['数量', 'quantity'], ['户数', 'households'], ['人数', 'persons'], ['受益', 'beneficiary'],
  ['联系人', 'contact'], ['联系', 'contact'], ['电话', 'phone'], ['手机', 'phone'], ['姓名', 'name'], ['负责人', 'head'], ['书记', 'secretary'], ['身份证号', 'citizenNumber'], ['年龄', 'age'], ['性别', 'gender'],
  ['地址', 'address'], ['地点', 'place'], ['村', 'village'], ['社区', 'community'], ['镇街', 'town'], ['日期', 'date'], ['时间', 'time'], ['开始', 'start'], ['完成', 'completion'], ['期限', 'period'], ['进度', 'progress'],
  ['背景', 'background'], ['需求', 'need'], ['内容', 'content'], ['计划', 'plan'], ['方案', 'plan'], ['预期', 'expected'], ['成效', 'effect'], ['目标', 'target'], ['指标', 'indicators'], ['说明', 'note'], ['备注', 'note'], ['理由', 'reason'],
  ['原因', 'reason'], ['意见', 'opinions'], ['材料', 'papers'], ['附件', 'attachments'], ['照片', 'photos'], ['承诺', 'pledge'], ['收款', 'payee'], ['账号', 'account'], ['开户银行', 'bank'], ['银行', 'bank'], ['实施', 'work'], ['共建', 'partner'],
] as const).slice().sort(([one], [other]) => other.length - one.length);

/** Facts that every condition can read: an answer of the name would hide one. */
const RESERVED: readonly string[] = ['applicant', 'batch', 'fund', 'history', 'today', 'parameters', 'item', 'index'];

/**
 * A name for a new answer: made of the title where every word of it is known or it is English, else of what it is.
 *
 * @param otherwise - What a field of its kind is called: `amount`.
 * @param taken - Names that there are.
 * @example fieldKey('项目名称', 'text', []) // 'projectName'
 * @example fieldKey('路灯', 'count', ['count']) // 'count2'
 */
export function fieldKey(title: string, otherwise: string, taken: readonly string[]): string {
  const base = fromWords(title) ?? fromEnglish(title) ?? otherwise;
  const free = (key: string): boolean => !taken.includes(key) && !RESERVED.includes(key);
  if (free(base)) return base;
  let number = 2;
  while (!free(`${base}${number}`)) number += 1;
  return `${base}${number}`;
}

/** What a name may be: it stands in pointers, paths and columns. */
export const isFieldKey = (key: string): boolean => /^[A-Za-z][A-Za-z0-9_]{0,59}$/.test(key) && !RESERVED.includes(key);

function fromWords(title: string): string | undefined {
  let rest = title.replace(/[\s的（）()、，]/g, '');
  const parts: string[] = [];
  while (rest !== '') {
    const word = WORDS.find(([chinese]) => rest.startsWith(chinese));
    if (word === undefined) return undefined;
    parts.push(word[1]);
    rest = rest.slice(word[0].length);
  }
  return camel(parts.filter((part, index) => part !== parts[index - 1]));
}

function fromEnglish(title: string): string | undefined {
  return /^[A-Za-z][A-Za-z0-9 '-]{0,40}$/.test(title.trim()) ? camel(title.toLowerCase().split(/[^a-z0-9]+/).filter((part) => part !== '').slice(0, 4)) : undefined;
}

const camel = (parts: readonly string[]): string | undefined => (parts.length === 0 ? undefined : parts.map((part, index) => (index === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1))).join(''));
