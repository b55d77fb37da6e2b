import type { SchemeCode } from '../scheme/problem-codes.js';
import type { Params, Sentence } from './message-table.js';
import { listOf, textOf } from './message-table.js';
import { schemaRemedy } from './schema-remedies.js';

const quoted = (value: unknown): string => `“${textOf(value)}”`;
const list = (value: unknown): string => listOf(value).map(textOf).join('、');
const written = (value: unknown): string => (value !== null && typeof value === 'object' ? JSON.stringify(value) : textOf(value));

/** `「会审表决」的`, where the thing has a title. */
const ofOwner = (params: Params): string => (textOf(params['owner']) === '' ? '' : `「${textOf(params['owner'])}」的`);
const owner = (params: Params, otherwise: string): string => (textOf(params['owner']) === '' ? otherwise : `「${textOf(params['owner'])}」`);
const holder = (params: Params): string => owner(params, params['atRoot'] === true ? '方案' : '这里');
/** `基数（base）`, or `“base”` where people have no word for it. */
const place = (params: Params): string => (textOf(params['placeWord']) === '' ? quoted(params['place']) : `${textOf(params['placeWord'])}（${textOf(params['place'])}）`);
const subject = (params: Params): string => (textOf(params['place']) === '' ? '方案' : `${ofOwner(params)}${place(params)}`);

/** More than these are not listed. */
const MOST_LISTED = 12;
const few = (values: readonly unknown[], word: (value: unknown) => string): string =>
  `${values.slice(0, MOST_LISTED).map(word).join('、')}${values.length > MOST_LISTED ? `等，共 ${values.length} 个` : ''}`;

/** Several that are as near stand with a stroke between them. */
const nearest = (params: Params): string => (params['nearest'] === undefined ? '' : `是否想写${quoted(textOf(params['nearest']).replace(/ \/ /g, '”或“'))}？`);
/** The nearest name, and all of them where they are few. */
function choices(params: Params, what: string): string {
  const known = listOf(params['known']);
  // Of a long list the beginning is shown where nothing better can be said.
  const isShown = known.length > 0 && (known.length <= MOST_LISTED || params['nearest'] === undefined);
  return `${nearest(params)}${isShown ? `${what}有：${few(known, textOf)}。` : ''}`;
}

const types: Readonly<Record<string, string>> = {
  string: '文字（写在双引号里）',
  number: '数字',
  integer: '整数',
  boolean: 'true 或 false',
  array: '列表（[ ]）',
  object: '一组内容（{ }）',
  null: 'null',
};
const typeName = (type: unknown): string => types[textOf(type)] ?? textOf(type);

/** A field by its title, a text or one per language. */
const fieldName = ({ field }: Params): string => (typeof field === 'object' && field !== null ? textOf((field as Params)['zh-CN']) : textOf(field));
const limitWords: Readonly<Record<string, string>> = {
  minimum: '最小值', maximum: '最大值', exclusiveMinimum: '下限（不含）', exclusiveMaximum: '上限（不含）', minLength: '最少字数', maxLength: '最多字数', minItems: '最少项数', maxItems: '最多项数',
  minProperties: '最少内容数', maxProperties: '最多内容数', minContains: '最少相符项数', maxContains: '最多相符项数',
};
const limitWord = (keyword: unknown): string => `${limitWords[textOf(keyword)] ?? ''}（${textOf(keyword)}）`;

const shapes: Readonly<Record<string, string>> = {
  Ratio: '比例，例如 { "p": 1, "q": 2 }',
  Period: '天数，例如 { "amount": 5, "unit": "workingDay" }',
  Interval: '间隔，例如 { "every": 1, "unit": "quarter" }',
  Text: '文字，例如 { "zh-CN": "……" }',
  Money: '金额（元，最多两位小数）',
  CalendarDate: '日期，例如 "2026-03-05"',
  Quorum: '法定人数，例如 { "op": ">=", "ratio": { "p": 2, "q": 3 }, "base": "entitled" }',
  ParameterReference: '参数，例如 { "parameter": "参数名" }',
  AllCondition: '{ "all": [ … ] }',
  AnyCondition: '{ "any": [ … ] }',
  NotCondition: '{ "not": … }',
  ConditionReference: '{ "condition": "条件名" }',
  Comparison: '{ "fact": …, "operator": …, "value": … }',
  Pointer: '字段路径，例如 "/projectName"',
  ExpectedAwardDetails: '写明细的 { "amount": 0, "status": "waiting", "by": "pool" }',
  ExpectedGradeDetails: '写明细的 { "grade": "first", "reward": 6000 }',
  Computation: '计算式 { "op": …, "of": [ … ] }',
  LayoutGroup: '并排的一组 { "group": [ … ] }',
  LayoutTabs: '选项卡 { "tabs": [ … ] }',
  LayoutText: '一段文字 { "text": { "zh-CN": "……" } }',
};
const shapeName = (shape: unknown): string => shapes[textOf(shape)] ?? typeName(shape);

function allowed(params: Params): string {
  const number = typeof params['value'] === 'string' && /^[\d.]/.test(params['value']) && listOf(params['shapes']).some((shape) => ['Money', 'number', 'integer'].includes(textOf(shape))) ? bareNumber : '';
  const values = listOf(params['allowed']);
  const parts = [...(values.length > 0 ? [few(values, written)] : []), ...listOf(params['shapes']).map(shapeName)];
  return `${nearest(params)}${number}可以写：${parts.join('；')}。`;
}

const expected: Readonly<Record<string, string>> = {
  content: '文件是空的，应当有一个 { } 对象',
  symbol: '这里的内容不是 JSON 里的写法',
  number: '数字没有写完整',
  propertyName: '应当是写在双引号里的属性名',
  value: '应当是一个值',
  colon: '属性名后面应当是冒号',
  comma: '前面缺少一个逗号',
  closeBrace: '缺少右花括号 }',
  closeBracket: '缺少右方括号 ]',
  endOfFile: '文件到这里应当结束，后面还有多余内容',
  noComment: '这里不能写注释',
  endOfString: '这段文字缺少结尾的双引号',
  unicodeEscape: '\\u 后面应当是四位十六进制数',
  escape: '反斜杠后面的字符不对',
  noControlCharacter: '文字里不能直接换行或含控制字符',
  numberTooLarge: '数字太大，无法准确记录',
  noTrailingComma: '最后一项后面多了一个逗号',
  straightQuotes: '应当使用英文双引号，这里是中文引号',
  asciiPunctuation: '应当使用英文标点，这里是中文标点',
  doubleQuotes: '应当使用双引号，这里是单引号',
  quoteInText: '一段文字在这里之前就结束了，后面还有内容',
  closedName: '前面的属性名缺少结尾的双引号',
};

/** How to mend a broken text, by what was expected. */
const repairs: Readonly<Record<string, string>> = {
  straightQuotes: '请改用英文的双引号 "。',
  asciiPunctuation: '请改用英文的冒号、逗号和括号。',
  doubleQuotes: "请把单引号 ' 改成双引号 \"。",
  quoteInText: '文字里的引号请写成“”或 \\"。',
  closedName: '请在属性名后面、冒号前面补上双引号 "。',
  endOfString: '请在文字末尾补上英文的双引号 "。',
  symbol: '文字要写在英文的双引号里，例如 "我区"。',
  noTrailingComma: '请删去这个逗号。',
  noComment: '请删去注释；说明可以写在 "$comment" 里。',
  comma: '请在上一项的末尾补上英文的逗号。',
};

const isNumeric = (type: unknown): boolean => ['number', 'integer', 'money', 'decimal'].some((name) => listOf(type).includes(name) || type === name);
const bareNumber = '数字不加引号，也不写逗号和单位，例如 500000。';

/** How to write a value that is of another type than it should be. */
function retyped(params: Params): string {
  const { type, found, value } = params;
  if (params['shape'] === 'Text' && found === 'string') return `请写成 { "zh-CN": ${JSON.stringify(value)} }。`;
  if (listOf(type).includes('string') && found === 'number') return params['place'] === 'version' ? '请写成三段并加上双引号，例如 "1.0.0"。' : `请加上双引号，写成 "${textOf(value)}"。`;
  if (isNumeric(listOf(type)) && found === 'string') return bareNumber;
  if (params['shape'] === 'Text') return '请写成 { "zh-CN": "……" }。';
  if (listOf(type).includes('array')) return found === 'object' || found === 'string' ? '请在外面加上方括号：[ … ]。' : '请写成列表：[ … ]。';
  return `请写成${listOf(type).map(typeName).join('或')}。`;
}
/** What can be written where something is missing. */
const wanted = (params: Params): string => (listOf(params['allowed']).length + listOf(params['shapes']).length === 0 ? '请补上这一项。' : `请补上 "${textOf(params['place'])}"。${allowed(params)}`);

const parameterTypes: Readonly<Record<string, string>> = {
  money: '金额（元，最多两位小数）',
  integer: '整数',
  decimal: '数字',
  boolean: ' true 或 false',
  text: '文字',
  list: '列表',
  ratio: '比例，例如 { "p": 1, "q": 2 }',
  period: '天数，例如 { "amount": 5, "unit": "workingDay" }',
  interval: '间隔，例如 { "every": 1, "unit": "quarter" }',
  choice: '给出的选项之一',
};
const parameterType = (type: unknown): string => parameterTypes[textOf(type)] ?? textOf(type);

/** How to write the value of a parameter, where its type does not say it already. */
function parameterRepair({ type, value }: Params): string {
  if (type === 'period') return '"amount" 是天数，"unit" 只能是 "workingDay"（工作日）或 "calendarDay"（自然日）。';
  if (type === 'interval') return '"every" 是整数，"unit" 只能是 "month"、"quarter"、"halfYear" 或 "year"。';
  return isNumeric(type) && textOf(value).startsWith('"') ? bareNumber : '';
}

const unknown = (what: string): Sentence => (params) => `${ofOwner(params)}${place(params)}引用了不存在的${what}${quoted(params['id'])}`;
const limit = (word: string): Sentence => (params) => `${subject(params)}${word} ${textOf(params['limit'])}`;

/** Sentences in Chinese, by code. */
export const schemeZhCn: Record<SchemeCode, Sentence> = {
  'scheme/broken-json': (params) => `JSON 写法有误：${expected[textOf(params['expected'])] ?? '这里不对'}${textOf(params['found']) === '' ? '' : `，现在是 ${textOf(params['found'])}`}`,
  'scheme/duplicate-key': (params) => `同一个对象里${quoted(params['key'])}出现了两次`,
  'scheme/forbidden-key': (params) => `属性名不能是${quoted(params['key'])}，它不起任何作用`,
  'scheme/not-utf8': () => '文件不是 UTF-8 编码，文字无法正确读取',
  'scheme/file-too-large': (params) => `${params['together'] === true ? '所有文件合计' : '文件'}超过 ${textOf(params['limit'])} 个字符，不予读取`,
  'scheme/too-deep': (params) => `内容嵌套超过 ${textOf(params['limit'])} 层，不予读取`,
  'scheme/too-many-members': (params) => `一个列表或对象里超过 ${textOf(params['limit'])} 项，不予读取`,
  'scheme/missing-file': (params) => `找不到文件${quoted(params['file'])}`,
  'scheme/include-path': (params) => `不能引入${quoted(params['file'])}`,
  'scheme/include-with-others': (params) => `"$file" 旁边不能再写别的内容，这里还有 ${list(params['properties'])}`,
  'scheme/include-cycle': (params) => `文件互相引入，绕了一圈：${listOf(params['files']).map(textOf).join(' → ')}`,
  'scheme/too-many-includes': (params) => `引入的文件超过 ${textOf(params['limit'])} 个`,
  'scheme/extends-path': (params) => `不能沿用${quoted(params['folder'])}`,
  'scheme/extends-cycle': (params) => `方案互相沿用，绕了一圈：${listOf(params['files']).map(textOf).join(' → ')}`,
  'scheme/too-many-overlays': (params) => `方案逐层沿用超过 ${textOf(params['limit'])} 层`,
  'scheme/overlay-head': (params) => `沿用其他方案的方案缺少自己的${place(params)}`,
  'scheme/overlay-same-id': (params) => `方案标识${quoted(params['id'])}与所沿用的方案相同`,
  'scheme/overlay-item-without-id': () => '列表里的这一项没有 id，无法与所沿用方案中的项对应',
  'scheme/overlay-unknown-remove': (params) => `要删去的${quoted(params['id'])}在所沿用的方案里不存在`,
  'scheme/overlay-unknown-after': (params) => `要排在${quoted(params['id'])}之后，但没有这一项`,
  'scheme/overlay-unknown-test': (params) => `所沿用的方案里没有测试${quoted(params['id'])}`,
  'scheme/overlay-locked': (params) => `参数${quoted(params['key'])}已锁定，只能是 ${written(params['from'])}，不能改为 ${written(params['to'])}`,
  'scheme/overlay-raise': (params) => `参数${quoted(params['key'])}只能调高，不能从 ${written(params['from'])} 改为 ${written(params['to'])}`,
  'scheme/overlay-lower': (params) => `参数${quoted(params['key'])}只能调低，不能从 ${written(params['from'])} 改为 ${written(params['to'])}`,
  'scheme/overlay-setting': (params) => `参数${quoted(params['key'])}的${quoted(params['setting'])}由所沿用的方案规定，不能更改`,
  'scheme/overlay-parameter-use': (params) => `所沿用的方案限定了参数${quoted(params['key'])}，用到它的地方不能删去，也不能改用别的内容`,
  'scheme/overlay-unknown-id': (params) => `所沿用的方案里没有${quoted(params['id'])}，这里写的内容又不够新增一项`,
  'scheme/overlay-drops-required': (params) => `必填字段的列表会整个替换所沿用方案的列表，${list(params['names'])}因此不再必填`,
  'scheme/not-an-object': () => '方案文件的最外层应当是一个 { } 对象',
  'scheme/format-version-missing': () => '方案没有写明格式版本（formatVersion）',
  'scheme/format-version-newer': (params) => `方案使用格式版本 ${written(params['version'])}，本软件只认识 ${textOf(params['known'])} 及以前的版本`,
  'scheme/format-version-text': (params) => `格式版本（formatVersion）应当是数字，现在是文字 ${JSON.stringify(textOf(params['version']))}`,
  'scheme/required': (params) => `${holder(params)}缺少${place(params)}`,
  'scheme/additionalProperties': (params) => `${holder(params)}不认识${quoted(params['property'])}这一项`,
  'scheme/type': (params) => `${subject(params)}应当是${listOf(params['type']).map(typeName).join('或')}，现在是${typeName(params['found'])}`,
  'scheme/enum': (params) => `${subject(params)}不能是${quoted(params['value'])}`,
  'scheme/const': (params) => `${subject(params)}不能是${quoted(params['value'])}`,
  'scheme/pattern': (params) => `${subject(params)}的写法不对：${quoted(params['value'])}`,
  'scheme/format': (params) => `${subject(params)}的格式不对：${quoted(params['value'])}`,
  'scheme/propertyNames': (params) => `属性名${quoted(params['property'])}的写法不对`,
  'scheme/anyOf': (params) => `${subject(params)}不能是${quoted(params['value'])}`,
  'scheme/minLength': (params) => `${subject(params)}不能为空`,
  'scheme/maxLength': limit('太长，字数不能超过'),
  'scheme/minimum': limit('不能小于'),
  'scheme/maximum': limit('不能大于'),
  'scheme/exclusiveMinimum': limit('必须大于'),
  'scheme/minItems': limit('的项数不能少于'),
  'scheme/depth': (params) => `内容嵌套超过 ${textOf(params['limit'])} 层，不予读取`,
  'scheme/invalid': (params) => `${subject(params)}不符合方案格式`,
  'scheme/duplicate-id': (params) => `标识${quoted(params['id'])}在同一个列表里出现了两次`,
  'scheme/unknown-role': unknown('角色'),
  'scheme/unknown-level': unknown('层级'),
  'scheme/unknown-unit': unknown('单位'),
  'scheme/unit-cycle': (params) => `单位${quoted(params['id'])}的上级绕了一圈又回到它自己`,
  'scheme/unknown-form': unknown('表单'),
  'scheme/unknown-threshold': unknown('表决规则'),
  'scheme/unknown-notice': unknown('公示安排'),
  'scheme/unknown-stage': unknown('环节'),
  'scheme/unknown-outcome': unknown('结果'),
  'scheme/unknown-rule': unknown('申报条件'),
  'scheme/unknown-case': (params) => `${ofOwner(params)}这个测试的批次里没有案件${quoted(params['id'])}`,
  'scheme/unknown-cap': unknown('上限'),
  'scheme/unknown-grading': unknown('等次评定'),
  'scheme/unknown-grade': unknown('等次'),
  'scheme/unknown-project': (params) => `${ofOwner(params)}这个测试里没有项目${quoted(params['id'])}`,
  'scheme/unknown-pay-rule': unknown('计酬办法'),
  'scheme/stage-needs-outcome': (params) => `${owner(params, '这个环节')}的办理方式是${quoted(params['method'])}，缺少种类为${quoted(params['kind'])}的办理结果`,
  'scheme/first-stage': (params) => `第一个环节${owner(params, '')}应当由申报人提交申报，办理方式不能是${quoted(params['method'])}`,
  'scheme/stage-needs': (params) => `${owner(params, '这个环节')}的办理方式是${quoted(params['method'])}，缺少${place(params)}`,
  'scheme/outcome-circle': (params) => `办理结果${quoted(params['outcome'])}通向前面已经办过的环节${quoted(params['to'])}，申报会在这里停住`,
  'scheme/unknown-table': unknown('决策表'),
  'scheme/approvals-unreachable': (params) => `${owner(params, '这个环节')}须有${textOf(params['minimum'])}人同意，但总共只有${textOf(params['of'])}人办理`,
  'scheme/unreachable-stage': (params) => `从第一个环节出发到不了${owner(params, '这个环节')}`,
  'scheme/unknown-field': (params) => `表单里没有字段${quoted(params['field'])}`,
  'scheme/reserved-answer-name': (params) => `字段不能叫${quoted(params['name'])}，判断条件里这个名字另有所指`,
  'scheme/computed-cycle': (params) => `计算字段互相依赖，绕了一圈：${listOf(params['fields']).map(textOf).join(' → ')}`,
  'scheme/form-schema': (params) => {
    const value = quoted(params['value']);
    const reasons: Readonly<Record<string, string>> = { $ref: `引用的${value}不存在`, pattern: `${value}不是可以使用的正则表达式`, type: `${quoted(params['keyword'])}不能是${value}` };
    return `${owner(params, '表单')}的答案结构不能使用：${reasons[textOf(params['keyword'])] ?? `${quoted(params['keyword'])}的写法不对`}`;
  },
  'scheme/form-schema-root': (params) => `${owner(params, '表单')}的答案结构最外层应当写 "type": "object"`,
  'scheme/validators-disagree': (params) => `${owner(params, '表单')}的答案结构用了两个校验程序理解不一致的写法${quoted(params['keyword'])}`,
  'scheme/column-not-published': (params) => `公示栏目${quoted(params['field'])}没有设为可以公开`,
  'scheme/unknown-required': (params) => `必填的${quoted(params['name'])}不在表单的字段里，谁也填不了`,
  'scheme/unknown-widget': (params) => `${ofOwner(params)}${place(params)}不能是${quoted(params['id'])}，没有这种控件`,
  'scheme/field-listed-twice': (params) => `字段${quoted(params['field'])}在版面里出现了两次`,
  'scheme/answer-limits': (params) => `${quoted(fieldName(params))}的${limitWord(params['low'])} ${textOf(params['least'])} ${params['least'] === params['most'] ? '等于' : '大于'}${limitWord(params['high'])} ${textOf(params['most'])}，没有一个答案合格`,
  'scheme/option-twice': (params) => `${quoted(fieldName(params))}的选项${quoted(params['value'])}写了两次${params['refused'] === true ? '，选它的答案通不过检查' : ''}`,
  'scheme/ratio-above-one': (params) => `${ofOwner(params)}${place(params)}是 ${textOf(params['p'])}/${textOf(params['q'])}，大于 1${params['unreachable'] === true ? '，永远达不到' : '，超过了全部'}`,
  'scheme/effective-order': (params) => `截止日期 ${textOf(params['to'])} 早于起始日期 ${textOf(params['from'])}`,
  'scheme/no-days': (params) => `${subject(params)}是 0 天，等于不公示`,
  'scheme/empty-expectation': (params) => `${owner(params, '这个测试')}没有写预期结果，什么也核对不了`,
  'scheme/test-inputs': (params) => (listOf(params['found']).length === 0 ? `${owner(params, '这个测试')}没有写要核对什么` : `${owner(params, '这个测试')}同时写了 ${list(params['found'])}，一个测试只核对一件事`),
  'scheme/test-expectation': (params) => `${owner(params, '这个测试')}写的是 ${textOf(params['input'])}，得不出${quoted(params['field'])}`,
  'scheme/test-without-pool': (params) => `${owner(params, '这个测试')}没有写这一批有多少资金`,
  'scheme/unknown-parameter': (params) => `没有参数${quoted(params['parameter'] ?? params['id'])}`,
  'scheme/parameter-type': (params) => `参数${quoted(params['key'])}的类型是${quoted(params['type'])}，不能用在这里`,
  'scheme/parameter-unfit': (params) => `参数${quoted(params['key'])}的值 ${textOf(params['value'])} 不能用在这里`,
  'scheme/parameter-value': (params) => `参数${quoted(params['key'])}的值应当是${parameterType(params['type'])}，现在是 ${textOf(params['value'])}`,
  'scheme/parameter-range': (params) => `参数${quoted(params['key'])}的值 ${textOf(params['value'])} 超出允许的范围`,
  'scheme/parameter-limits': (params) => `参数${quoted(params['key'])}的下限 ${textOf(params['minimum'])} 大于上限 ${textOf(params['maximum'])}`,
  'scheme/parameter-choice': (params) => `参数${quoted(params['key'])}的值 ${textOf(params['value'])} 不在选项之中`,
  'scheme/parameter-not-ordered': (params) => `参数${quoted(params['key'])}的类型是${quoted(params['type'])}，没有高低之分，不能写 ${textOf(params['overlay'])}`,
  'scheme/undecided': (params) =>
    params['parameter'] === undefined ? `${ofOwner(params)}${place(params)}尚未决定` : `参数${owner(params, '')}（${textOf(params['parameter'])}）的取值尚未决定`,
  'scheme/undecided-not-allowed': (params) => `${subject(params)}不能写 UNDECIDED`,
  'scheme/unknown-fact-id': (params) => `依据${quoted(params['source'])}不是已知的事实编号`,
  'scheme/not-executed-yet': (params) => `${place(params)}目前只作记录，还不会执行`,
  'scheme/hash-mismatch': () => '文件内容与发布时的校验值不一致，内容已被改动',
  'scheme/head-mismatch': (params) => `${place(params)}与方案正文里的不一致`,
};

/** How to mend it, by code. */
export const schemeRemediesZhCn: Record<SchemeCode, Sentence> = {
  'scheme/broken-json': (params) => `${repairs[textOf(params['expected'])] ?? ''}请改正这一处后再检查，后面的错误可能由它引起。`,
  'scheme/duplicate-key': () => '请删去其中一个。',
  'scheme/forbidden-key': () => '请换一个名字。',
  'scheme/not-utf8': () => '请用编辑器另存为 UTF-8 编码。',
  'scheme/file-too-large': () => '请用 "$file" 拆成几个文件，或删去不需要的内容。',
  'scheme/too-deep': () => '请减少嵌套。',
  'scheme/too-many-members': () => '请减少项数。',
  'scheme/missing-file': (params) => `${nearest(params)}请检查文件名，路径从当前文件所在的文件夹算起。`,
  'scheme/include-path': () => '请写方案文件夹内的相对路径，例如 "forms/application.json"，不能用网址、绝对路径、反斜杠和 ..。',
  'scheme/include-with-others': () => '请把其他内容移到被引入的文件里。',
  'scheme/include-cycle': () => '请去掉其中一处引入。',
  'scheme/too-many-includes': () => '请合并一些文件。',
  'scheme/extends-path': () => '请写旁边的方案文件夹，例如 "../gaoming"。',
  'scheme/extends-cycle': () => '请去掉其中一处 "extends"。',
  'scheme/too-many-overlays': () => '请减少沿用的层数。',
  'scheme/overlay-head': () => '标识、版本号和名称不会沿用，请在这个文件里写上。',
  'scheme/overlay-same-id': () => '请给这个方案另起一个标识。',
  'scheme/overlay-item-without-id': () => '请写上 id：与已有的相同表示修改，不同表示新增。',
  'scheme/overlay-unknown-remove': (params) => choices(params, '现有的'),
  'scheme/overlay-unknown-after': (params) => `${choices(params, '现有的')}要排在最前面，请写 "after": null。`,
  'scheme/overlay-unknown-test': (params) => choices(params, '现有的测试'),
  'scheme/overlay-locked': () => '请删去这一处。确需调整的，由制定所沿用方案的单位在那个方案里修改，或者把该参数的 "overlay" 放宽为 "raise"、"lower" 或 "any"。',
  'scheme/overlay-raise': () => '请改为不低于原值的值，或删去这一处。',
  'scheme/overlay-lower': () => '请改为不高于原值的值，或删去这一处。',
  'scheme/overlay-setting': () => '请删去这一处，只改 "value"。',
  'scheme/overlay-parameter-use': () => '请恢复原来的写法；允许调整的，只改参数的 "value"。',
  'scheme/overlay-unknown-id': (params) => `${nearest(params)}要新增一项，请写完整。`,
  'scheme/overlay-drops-required': (params) => `请把${list(params['names'])}也列上；有意改为选填的，请在旁边写 "$comment" 说明原因。`,
  'scheme/format-version-missing': () => '请在文件开头写上 "formatVersion": 1。',
  'scheme/format-version-newer': () => '请升级本软件，或改用旧格式。',
  'scheme/format-version-text': () => '请写 "formatVersion": 1，1 不加引号。',
  'scheme/type': retyped,
  'scheme/not-an-object': () => '请用 { } 把内容括起来，从 { "formatVersion": 1, "id": "…" … } 写起。',
  'scheme/required': wanted,
  'scheme/additionalProperties': (params) => `${choices(params, '可以写的')}自己的备注请用 "$comment" 或以 "x-" 开头的名字。`,
  'scheme/enum': allowed,
  'scheme/const': allowed,
  'scheme/anyOf': allowed,
  'scheme/pattern': () => '标识以字母开头，只用字母、数字和连字符；版本号写成 1.0.0；字段路径以 / 开头。',
  'scheme/format': (params) => (params['format'] === 'money' ? '金额单位是元，最多两位小数。' : params['format'] === 'date' ? '日期写成 2026-03-05。' : '请按这种格式改正。'),
  'scheme/propertyNames': () => '参数名以字母开头，只用字母、数字和连字符；字段路径以 / 开头，例如 "/projectName"。',
  'scheme/duplicate-id': () => '请改用不同的标识。',
  'scheme/unknown-role': (params) => choices(params, '现有的角色'),
  'scheme/unknown-level': (params) => choices(params, '现有的层级'),
  'scheme/unknown-unit': (params) => choices(params, '现有的单位'),
  'scheme/unit-cycle': () => '请改正上级单位（parent）。',
  'scheme/unknown-form': (params) => choices(params, '现有的表单'),
  'scheme/unknown-threshold': (params) => choices(params, '现有的表决规则'),
  'scheme/unknown-notice': (params) => choices(params, '现有的公示安排'),
  'scheme/unknown-stage': (params) => choices(params, '可以写的'),
  'scheme/unknown-outcome': (params) => choices(params, '可以写的'),
  'scheme/unknown-rule': (params) => choices(params, '现有的申报条件'),
  'scheme/unknown-case': (params) => choices(params, '这一批的案件'),
  'scheme/unknown-cap': (params) => choices(params, '现有的上限'),
  'scheme/unknown-grading': (params) => choices(params, '现有的等次评定'),
  'scheme/unknown-grade': (params) => choices(params, '现有的等次'),
  'scheme/unknown-project': (params) => choices(params, '测试里的项目'),
  'scheme/unknown-pay-rule': (params) => choices(params, '现有的计酬办法'),
  'scheme/stage-needs': () => '请补上，或换一种办理方式。',
  'scheme/stage-needs-outcome': () => '请在 "outcomes" 里补上，否则办到这里会停住。',
  'scheme/first-stage': () => '请把办理方式（method）写成 "application"，或把申报环节移到最前面。',
  'scheme/outcome-circle': () => '要回到前面的环节，请把结果的种类（kind）写成 "return"（退回）；否则请让它通向后面的环节。',
  'scheme/unknown-table': (params) => choices(params, '现有的决策表'),
  'scheme/approvals-unreachable': () => '请减少须同意的人数（minimum），或增加办理的人数。',
  'scheme/unreachable-stage': () => '请让某个环节的结果（outcomes）通向它，或删去它。',
  'scheme/unknown-field': (params) => choices(params, '现有的字段'),
  'scheme/reserved-answer-name': (params) => `请换一个名字；不能用的有：${list(params['reserved'])}。`,
  'scheme/computed-cycle': () => '请让其中一个字段由申报人填写，或改正计算式。',
  'scheme/form-schema': (params) => schemaRemedy(params, 'zh-CN') || '请改正答案结构（JSON Schema 2020-12）。',
  'scheme/form-schema-root': () => '请在答案结构的最外层写 "type": "object"，把各个字段写在 "properties" 里。',
  'scheme/validators-disagree': (params) => (params['construct'] === 'multipleOf-decimal' ? '金额请用 "format": "money"；其他数字请用整数的倍数。' : '请换一种写法。'),
  'scheme/column-not-published': () => '请在申报表单的 fields 里把它的 "publish" 设为 "plain"（原样）或 "masked"（遮盖），或从公示栏目中删去。',
  'scheme/unknown-required': (params) => choices(params, '现有的字段'),
  'scheme/unknown-widget': (params) => `${nearest(params)}可以写：${list(params['known'])}。自己登记的控件，名字以 x- 开头。`,
  'scheme/field-listed-twice': () => '请删去其中一处。',
  'scheme/answer-limits': () => '请改正其中一个数，两个数可能写反了。',
  'scheme/option-twice': () => '请删去其中一个。',
  'scheme/ratio-above-one': () => '请核对 p 和 q：p 不大于 q，三分之二写成 { "p": 2, "q": 3 }。',
  'scheme/effective-order': () => '请改正其中一个日期。',
  'scheme/no-days': () => '请写明公示的天数；不需要公示的，请删去这个环节和公示安排。',
  'scheme/empty-expectation': () => '请在 "expect" 里写上应有的结果，例如 "outcome"、"stage"、"eligibility" 或 "vote"；整批测试写 "awards"。',
  'scheme/test-inputs': () => '请写其中一个："case" 一个案件，"batch" 一批案件和资金，"grading" 等次评定，"pay" 计酬，"payment" 一笔小额支出。',
  'scheme/test-expectation': (params) => `这种测试可以写：${list(params['known'])}。`,
  'scheme/test-without-pool': () => '请在 "batch" 里写 "pool"（元），例如 "pool": 1000000。',
  'scheme/unknown-parameter': (params) => choices(params, '现有的参数'),
  'scheme/parameter-type': (params) => `这里可以用的参数类型有：${list(params['types'])}。`,
  'scheme/parameter-unfit': (params) => (params['allowed'] === undefined ? '请改参数的值，或在这里直接写明。' : `请改参数的值：${allowed(params)}`),
  'scheme/minimum': (params) => (params['place'] === 'q' ? '分母（q）是总份数，三分之二写成 { "p": 2, "q": 3 }。' : `请写不小于 ${textOf(params['limit'])} 的数。`),
  'scheme/maximum': (params) => `请写不大于 ${textOf(params['limit'])} 的数。`,
  'scheme/exclusiveMinimum': (params) => (params['place'] === 'step' ? '请写取整到哪一位：到分写 0.01，到元写 1。' : `请写大于 ${textOf(params['limit'])} 的数。`),
  'scheme/minLength': () => '请写上内容，不需要的请删去这一项。',
  'scheme/maxLength': (params) => `请删减到 ${textOf(params['limit'])} 个字以内。`,
  'scheme/minItems': (params) => `请至少写 ${textOf(params['limit'])} 项，不需要的请把这一项整个删去。`,
  'scheme/depth': () => '请减少嵌套。',
  'scheme/invalid': () => '请对照 README 和格式说明（form.schema.json 等）改正；用 VS Code 打开方案文件夹，写错的地方会标出来。',
  'scheme/not-executed-yet': () => '可以保留，不影响使用；需要执行的，请安排人工办理。',
  'scheme/parameter-value': parameterRepair,
  'scheme/parameter-limits': () => '请改正 "minimum" 或 "maximum"。',
  'scheme/parameter-range': (params) =>
    `应当${params['minimum'] === undefined ? '' : `不小于 ${textOf(params['minimum'])}`}${params['minimum'] !== undefined && params['maximum'] !== undefined ? '、' : ''}${params['maximum'] === undefined ? '' : `不大于 ${textOf(params['maximum'])}`}。`,
  'scheme/parameter-choice': (params) => (listOf(params['choices']).length === 0 ? '请在 "choices" 里列出选项。' : `选项有：${list(params['choices'])}。`),
  'scheme/parameter-not-ordered': () => '请写 "locked" 或 "any"。',
  'scheme/undecided': (params) => (params['blocksPublishing'] === true ? '请由主管部门决定后写明，否则不能发布。' : '目前不影响发布，决定后请写明。'),
  'scheme/undecided-not-allowed': () => '这里必须写明；尚未决定的数值请设为参数，在参数的 "value" 里写 UNDECIDED。',
  'scheme/unknown-fact-id': () => '请核对编号；自己的文件请写文号或条款，例如“明府办〔2022〕5号第三条”。',
  'scheme/hash-mismatch': () => '请不要手工修改已发布的文件，请改方案后重新发布。',
  'scheme/head-mismatch': () => '请不要手工修改已发布的文件，请改方案后重新发布。',
};
