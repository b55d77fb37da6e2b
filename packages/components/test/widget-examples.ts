import type { FieldSettings, FormDefinition } from '@cobuild/core';
import type { FieldHosts } from '../src/hosts/field-hosts.js';
import { createMemoryLookUp } from '../src/hosts/memory-look-up.js';

/** One question for one widget: tests and stories draw it. */
export interface WidgetExample {
  readonly name: string;
  /** What the question is drawn with. */
  readonly widget: string;
  /** Schema of the answer. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly settings: FieldSettings;
  /** A right answer. */
  readonly value: unknown;
  /** It in words, as a person reads it when nothing can be typed. */
  readonly text: string;
  /** An answer that is refused; without one an empty answer is. */
  readonly wrong?: unknown;
  /** Keys that make `typed` (else `value`) of an empty field after the focus came to it with Tab. */
  readonly keys: readonly string[];
  readonly typed?: unknown;
  readonly hosts?: FieldHosts;
}

/** A form around the question: a text before it, so that the keyboard has to come to it. */
export function exampleForm({ schema, settings }: WidgetExample, more: Readonly<Record<string, unknown>> = {}): FormDefinition {
  return {
    id: 'example',
    title: { 'zh-CN': '示例', en: 'Example' },
    schema: { type: 'object', required: ['question'], properties: { before: { type: 'string' }, question: { ...schema, ...more } } },
    fields: {
      '/before': { title: { 'zh-CN': '前一项', en: 'Before' } },
      '/question': { help: { 'zh-CN': '按实际情况填写。', en: 'As it is.' }, ...settings },
    },
  };
}

const towns = {
  options: {
    hecheng: { 'zh-CN': '荷城街道', en: 'Hecheng' },
    yanghe: { 'zh-CN': '杨和镇', en: 'Yanghe' },
    mingcheng: { 'zh-CN': '明城镇', en: 'Mingcheng' },
    genghe: { 'zh-CN': '更合镇', en: 'Genghe' },
  },
};
const townNames = Object.keys(towns.options);

/** The plain widgets. */
export const plainExamples: readonly WidgetExample[] = [
  { name: 'text', widget: 'text', schema: { type: 'string', maxLength: 20 }, settings: { title: { 'zh-CN': '项目名称', en: 'Project name' } }, value: '暖心服务站', text: '暖心服务站', wrong: '荷城街道晴川村党群服务中心闲置公房改建邻里暖心服务站', keys: ['abc'], typed: 'abc' },
  { name: 'textarea', widget: 'textarea', schema: { type: 'string', maxLength: 200 }, settings: { title: { 'zh-CN': '背景', en: 'Background' } }, value: '村里老人多，年轻人外出多，日常照料靠邻里。', text: '村里老人多，年轻人外出多，日常照料靠邻里。', keys: ['abc'], typed: 'abc' },
  { name: 'number', widget: 'number', schema: { type: 'integer', minimum: 10 }, settings: { title: { 'zh-CN': '受益户数', en: 'Households' }, unit: { 'zh-CN': '户', en: 'households' } }, value: 1200, text: '1,200 户', wrong: 3, keys: ['1200'] },
  { name: 'money', widget: 'money', schema: { type: 'number', format: 'money', minimum: 1 }, settings: { title: { 'zh-CN': '申请金额', en: 'Amount' } }, value: 120000.5, text: '120,000.50 元', wrong: 0.5, keys: ['120,000.5'] },
  { name: 'money in 万元', widget: 'money', schema: { type: 'number', format: 'money', maximum: 500000 }, settings: { title: { 'zh-CN': '总预算', en: 'Total budget' }, widgetOptions: { unit: 'wan' } }, value: 100000, text: '10 万元', wrong: 500000.01, keys: ['10万'] },
  { name: 'percent of one', widget: 'percent', schema: { type: 'number', minimum: 0, maximum: 1 }, settings: { title: { 'zh-CN': '自筹比例', en: 'Own share' }, widget: 'percent' }, value: 0.125, text: '12.5%', wrong: 1.01, keys: ['12.5'] },
  { name: 'percent of a hundred', widget: 'percent', schema: { type: 'number', minimum: 0, maximum: 100 }, settings: { title: { 'zh-CN': '完成进度', en: 'Progress' }, widget: 'percent', widgetOptions: { base: 100 } }, value: 40, text: '40%', wrong: 101, keys: ['40%'] },
  { name: 'number with step keys', widget: 'number', schema: { type: 'number', minimum: 1, maximum: 30 }, settings: { title: { 'zh-CN': '培训天数', en: 'Days of training' }, unit: { 'zh-CN': '天', en: 'days' }, widgetOptions: { step: 0.5 } }, value: 2, text: '2 天', wrong: 31, keys: ['{ArrowUp}', '{ArrowUp}', '{ArrowUp}'] },
  { name: 'date', widget: 'date', schema: { type: 'string', format: 'date' }, settings: { title: { 'zh-CN': '开工日期', en: 'Starts on' } }, value: '2026-03-05', text: '2026年3月5日', wrong: '2026-02-30', keys: ['03052026'] },
  { name: 'select', widget: 'select', schema: { enum: townNames }, settings: { title: { 'zh-CN': '所在镇街', en: 'Town' }, widget: 'select', ...towns }, value: 'yanghe', text: '杨和镇', wrong: 'xijiang', keys: ['{ArrowDown}', '{ArrowDown}'] },
  { name: 'radio', widget: 'radio', schema: { enum: townNames }, settings: { title: { 'zh-CN': '牵头镇街', en: 'Leading town' }, ...towns }, value: 'yanghe', text: '杨和镇', keys: [' ', '{ArrowDown}'] },
  { name: 'checkboxes', widget: 'checkboxes', schema: { type: 'array', minItems: 1, items: { enum: townNames } }, settings: { title: { 'zh-CN': '覆盖镇街', en: 'Towns covered' }, ...towns }, value: ['hecheng', 'yanghe'], text: '荷城街道、杨和镇', keys: [' ', '{Tab}', ' '] },
  { name: 'yesNo', widget: 'yesNo', schema: { type: 'boolean' }, settings: { title: { 'zh-CN': '是否新建场地', en: 'New site' } }, value: true, text: '是', keys: [' '] },
  { name: 'confirmation', widget: 'confirmation', schema: { type: 'boolean', const: true }, settings: { title: { 'zh-CN': '以上内容属实', en: 'All of this is true' }, widget: 'confirmation' }, value: true, text: '已确认', keys: [' '] },
];

/** Codes, addresses of all kinds, days and times. */
export const codeExamples: readonly WidgetExample[] = [
  { name: 'citizen number', widget: 'citizenNumber', schema: { type: 'string', format: 'citizen-number' }, settings: { title: { 'zh-CN': '居民身份证号码', en: 'Citizen number' } }, value: '11010519491231002X', text: '11010519491231002X', wrong: '110105194912310021', keys: ['110105 19491231 002x'] },
  { name: 'organisation code', widget: 'organisationCode', schema: { type: 'string', format: 'organisation-code' }, settings: { title: { 'zh-CN': '统一社会信用代码', en: 'Organisation code' } }, value: '91350100M000100Y43', text: '91350100M000100Y43', wrong: '91350100M000100Y4Z', keys: ['91350100-m000100y-43'] },
  { name: 'phone', widget: 'phone', schema: { type: 'string', format: 'phone' }, settings: { title: { 'zh-CN': '联系电话', en: 'Phone' } }, value: '13800138000', text: '13800138000', wrong: '138001', keys: ['138 0013 8000'] },
  { name: 'bank card', widget: 'bankCard', schema: { type: 'string', format: 'bank-card' }, settings: { title: { 'zh-CN': '银行卡号', en: 'Bank card' } }, value: '6222021001122334458', text: '6222021001122334458', wrong: '6222', keys: ['6222 0210 0112 2334 458'] },
  { name: 'bank account', widget: 'bankAccount', schema: { type: 'string', format: 'bank-account' }, settings: { title: { 'zh-CN': '对公账号', en: 'Bank account' } }, value: '44050166723500000123', text: '44050166723500000123', wrong: '44', keys: ['4405-0166-7235-0000-0123'] },
  { name: 'email', widget: 'email', schema: { type: 'string', format: 'email' }, settings: { title: { 'zh-CN': '电子邮箱', en: 'E-mail' } }, value: 'lin@example.com', text: 'lin@example.com', wrong: 'lin', keys: ['lin@example.com'] },
  { name: 'web address', widget: 'uri', schema: { type: 'string', format: 'uri' }, settings: { title: { 'zh-CN': '网址', en: 'Web address' } }, value: 'https://example.com/a', text: 'https://example.com/a', wrong: 'example', keys: ['https://example.com/a'] },
  { name: 'password', widget: 'password', schema: { type: 'string', writeOnly: true, minLength: 8 }, settings: { title: { 'zh-CN': '查询密码', en: 'Password' } }, value: 'correct horse', text: '已填写，不显示', wrong: 'short', keys: ['correct horse'] },
  { name: 'time', widget: 'time', schema: { type: 'string', format: 'time' }, settings: { title: { 'zh-CN': '开始时间', en: 'Begins at' } }, value: '09:30:00+08:00', text: '09:30', wrong: '25:00:00+08:00', keys: ['0930AM'] },
  { name: 'date and time', widget: 'dateTime', schema: { type: 'string', format: 'date-time' }, settings: { title: { 'zh-CN': '会议时间', en: 'Meeting' } }, value: '2026-03-05T09:30:00+08:00', text: '2026年3月5日 09:30', wrong: '2026-03-05', keys: ['03052026', '0930AM'] },
  { name: 'date, typed', widget: 'date', schema: { type: 'string', format: 'date' }, settings: { title: { 'zh-CN': '出生日期', en: 'Born on' }, widgetOptions: { typed: true, max: '2026-03-01' } }, value: '1949-12-31', text: '1949年12月31日', wrong: '2026-03-02', keys: ['1949.12.31'] },
  { name: 'date range', widget: 'dateRange', schema: { type: 'object', required: ['startsOn', 'endsOn'], properties: { startsOn: { type: 'string', format: 'date', title: '开工' }, endsOn: { type: 'string', format: 'date' } } }, settings: { title: { 'zh-CN': '项目工期', en: 'Duration' }, widget: 'dateRange', widgetOptions: { from: 'startsOn', to: 'endsOn', titles: { startsOn: { 'zh-CN': '开工', en: 'Starts' } } } }, value: { startsOn: '2026-03-05', endsOn: '2026-06-30' }, text: '2026年3月5日至2026年6月30日', wrong: { startsOn: '2026-03-05', endsOn: '2026-03-04' }, keys: ['03052026', '{Tab}', '{Tab}', '06302026'] },
  { name: 'period', widget: 'period', schema: { type: 'object', required: ['amount', 'unit'], properties: { amount: { type: 'integer', minimum: 1 }, unit: { enum: ['workingDay', 'calendarDay', 'month'] } } }, settings: { title: { 'zh-CN': '公示期', en: 'Notice period' }, widget: 'period' }, value: { amount: 7, unit: 'workingDay' }, text: '7个工作日', wrong: { amount: 0, unit: 'workingDay' }, keys: ['7', '{Tab}', '{ArrowDown}'] },
  { name: 'colour', widget: 'colour', schema: { type: 'string', pattern: '^#[0-9a-f]{6}$' }, settings: { title: { 'zh-CN': '标识颜色', en: 'Colour' }, widget: 'colour' }, value: '#1a4f8b', text: '#1a4f8b', wrong: 'blue', keys: ['#1a4f8b'] },
  { name: 'slider', widget: 'slider', schema: { type: 'integer', minimum: 0, maximum: 10 }, settings: { title: { 'zh-CN': '满意程度', en: 'Satisfaction' }, widget: 'slider', unit: { 'zh-CN': '分', en: 'points' } }, value: 2, text: '2 分', keys: ['{ArrowRight}', '{ArrowRight}'] },
  { name: 'toggle', widget: 'toggle', schema: { type: 'boolean' }, settings: { title: { 'zh-CN': '短信提醒', en: 'Text messages' }, widget: 'toggle' }, value: true, text: '是', keys: [' '] },
];

/** Villages of a district, more than anybody looks through. */
export const manyVillages = (count: number): readonly { readonly const: string; readonly title: string }[] =>
  Array.from({ length: count }, (_, index) => ({ const: `v${index}`, title: `第${index + 1}村` }));

/** Choices from long lists. */
export const listExamples: readonly WidgetExample[] = [
  { name: 'one of many', widget: 'combobox', schema: { type: 'string', oneOf: manyVillages(300) }, settings: { title: { 'zh-CN': '所在村', en: 'Village' }, placeholder: { 'zh-CN': '输入村名', en: 'Name' } }, value: 'v11', text: '第12村', wrong: 'v999', keys: ['第12村', '{ArrowDown}', '{Enter}'] },
  { name: 'several of many', widget: 'multiCombobox', schema: { type: 'array', minItems: 1, items: { type: 'string', oneOf: manyVillages(300) } }, settings: { title: { 'zh-CN': '受益村', en: 'Villages' } }, value: ['v0', 'v1'], text: '第1村、第2村', keys: ['{ArrowDown}', '{Enter}', '{ArrowDown}', '{Enter}'] },
];

const person = (id: string, name: string, post: string): { readonly value: unknown; readonly label: string; readonly detail: string } => ({ value: id, label: name, detail: post });

/** Registers as a page lends them; names and codes of organisations and persons are invented, 440684 is Gaoming's code of 1994 to 2002. */
export const exampleHosts: FieldHosts = {
  lookUps: {
    areas: createMemoryLookUp([
      {
        value: '440600', label: '佛山市', detail: '440600', onlyGroup: true,
        children: [
          { value: '440608', label: '高明区', detail: '440608', from: '2002-12-08', children: [{ value: '440608001', label: '荷城街道', detail: '440608001' }, { value: '440608100', label: '杨和镇', detail: '440608100' }, { value: '440608101', label: '明城镇', detail: '440608101' }, { value: '440608102', label: '更合镇', detail: '440608102' }] },
          { value: '440604', label: '禅城区', detail: '440604' },
          { value: '440684', label: '高明市', detail: '440684', from: '1994-04-05', until: '2002-12-07' },
        ],
      },
      { value: '440700', label: '江门市', detail: '440700', onlyGroup: true, children: [{ value: '440703', label: '蓬江区', detail: '440703' }] },
    ]),
    organisations: createMemoryLookUp([
      { value: '91350100M000100Y43', label: '晴川社区服务中心', detail: '91350100M000100Y43' },
      { value: '11320000MB151840XJ', label: '荷城街道党群服务中心', detail: '11320000MB151840XJ' },
    ]),
    people: createMemoryLookUp([person('p1', '林芳', '晴川村党支部书记'), person('p2', '林芳', '杨和镇社工'), person('p3', '陈立', '晴川村村民代表')]),
  },
};

/** What is chosen from registers of the page, and texts that are suggested. */
export const pickerExamples: readonly WidgetExample[] = [
  { name: 'organisation', widget: 'organisationPicker', schema: { type: 'string', format: 'organisation-code' }, settings: { title: { 'zh-CN': '承办单位', en: 'Organisation' }, widget: 'organisationPicker', widgetOptions: { lookUp: 'organisations' } }, value: '91350100M000100Y43', text: '晴川社区服务中心', wrong: '91350100M000100Y4Z', keys: ['晴川', '{ArrowDown}', '{Enter}'], hosts: exampleHosts },
  { name: 'person', widget: 'personPicker', schema: { type: 'string' }, settings: { title: { 'zh-CN': '项目负责人', en: 'Person' }, widget: 'personPicker', widgetOptions: { lookUp: 'people' } }, value: 'p2', text: '林芳', keys: ['社工', '{ArrowDown}', '{Enter}'], hosts: exampleHosts },
  { name: 'area', widget: 'areaPicker', schema: { type: 'string', format: 'area-code' }, settings: { title: { 'zh-CN': '所在地区', en: 'Area' }, widget: 'areaPicker', widgetOptions: { lookUp: 'areas', levels: [{ 'zh-CN': '市', en: 'City' }, { 'zh-CN': '区县', en: 'District' }, { 'zh-CN': '镇街', en: 'Town' }] } }, value: '440608001', text: '佛山市 高明区 荷城街道', wrong: '44', keys: ['荷城', '{ArrowDown}', '{Enter}'], hosts: exampleHosts },
  { name: 'address', widget: 'address', schema: { type: 'object', required: ['area', 'detail'], properties: { area: { type: 'string', format: 'area-code' }, detail: { type: 'string', maxLength: 40 } } }, settings: { title: { 'zh-CN': '服务站地址', en: 'Address' }, widget: 'address', widgetOptions: { lookUp: 'areas' } }, value: { area: '440604', detail: '沿江路 12 号' }, text: '佛山市 禅城区 沿江路 12 号', wrong: { area: '440604' }, keys: ['禅城', '{ArrowDown}', '{Enter}', '{Tab}', '{Tab}', '{Tab}', '沿江路 12 号'], hosts: exampleHosts },
  { name: 'without its register, by hand', widget: 'lookUp', schema: { type: 'string' }, settings: { title: { 'zh-CN': '合作社', en: 'Cooperative' }, widget: 'lookUp', widgetOptions: { lookUp: 'cooperatives', freeText: true } }, value: '晴川合作社', text: '晴川合作社', keys: ['abc'], typed: 'abc' },
  { name: 'suggestions', widget: 'suggestions', schema: { type: 'string', maxLength: 10 }, settings: { title: { 'zh-CN': '场地用途', en: 'Use' }, widget: 'suggestions', widgetOptions: { suggestions: ['老年食堂', '儿童之家', '议事厅'] } }, value: '议事厅', text: '议事厅', wrong: '老年食堂、儿童之家和议事厅', keys: ['厅', '{ArrowDown}', '{Enter}'] },
];
