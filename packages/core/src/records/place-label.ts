import type { RecordSettings } from '../generated/types.js';
import { own } from '../form/json-schema.js';
import { toPointer, valueAt } from '../problems/json-pointer.js';
import type { Locale, LocalizedText } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import { wordIn } from '../locales/word-tables.js';
import type { RecordKind } from './record-schema.js';

const text = (zh: string, en: string): Required<LocalizedText> => ({ 'zh-CN': zh, en });

/** Cells of records, as their screens call them. */
const cells: Readonly<Partial<Record<RecordKind, Readonly<Record<string, Required<LocalizedText>>>>>> = {
  budget: {
    lines: text('预算明细', 'budget lines'), subject: text('科目', 'subject'), item: text('支出内容', 'item'), unit: text('单位', 'unit'), quantity: text('数量', 'quantity'), unitPrice: text('单价', 'unit price'), amount: text('金额', 'amount'), note: text('备注', 'note'),
    own: text('自有资金', 'own funds'), raised: text('筹集资金', 'money raised'), requested: text('申请金额', 'amount asked for'), contributions: text('其他各方出资', 'other sources'), source: text('出资方', 'source'),
  },
  opinions: {
    heldOn: text('征求意见日期', 'day of the opinions'), method: text('征求方式', 'how they were asked'), summary: text('主要意见和采纳情况', 'main opinions'), counts: text('意见统计', 'numbers'),
    respondents: text('意见名单', 'list of persons'), group: text('征求对象', 'who was asked'), asked: text('征求人数', 'number of those asked'), for: text('赞成份数', 'number for it'), against: text('反对份数', 'number against it'), other: text('其他份数', 'number of others'),
    name: text('姓名', 'name'), opinion: text('意见', 'opinion'), text: text('意见内容', 'what was said'), on: text('日期', 'day'), publish: text('是否同意公开', 'whether it may be public'),
  },
  discussions: {
    steps: text('各步骤的记录', 'record of the steps'), step: text('步骤', 'step'), date: text('日期', 'day'), form: text('会议形式', 'form of the meeting'), calledBy: text('召集人', 'who called it'), noticeOn: text('方案送达日期', 'day of the notice'),
    entitled: text('应到人数', 'number who should attend'), present: text('实到人数', 'number present'), for: text('赞成票数', 'votes for it'), against: text('反对票数', 'votes against it'), abstain: text('弃权票数', 'abstentions'),
    source: text('议题来源', 'source of the motion'), motion: text('议题', 'motion'), officer: text('镇街干部', 'town officer'), until: text('公开截止日期', 'last day of the disclosure'), supervisor: text('监督委员会意见', 'opinion of the supervisors'),
  },
  applicants: {
    parties: text('申报单位', 'organisations'), id: text('单位名称', 'organisation'), role: text('牵头或合作', 'role'), name: text('单位名称', 'name'), code: text('统一社会信用代码', 'organisation code'), task: text('承担的工作', 'task'), share: text('份额', 'share'), confirmation: text('签字确认', 'confirmation'),
  },
  indicators: {
    group: text('类别', 'group'), name: text('指标名称', 'name'), unit: text('计量单位', 'unit'), direction: text('方向', 'direction'), baseline: text('现状值', 'number now'), target: text('目标值', 'target'), actual: text('完成值', 'number reached'), weight: text('权重', 'weight'),
  },
  pledge: { signatures: text('签字', 'signatures') },
};

/**
 * What a cell of a record is called by itself, whatever row it is in.
 *
 * @example recordCellTitle('opinions', 'heldOn', 'zh-CN') // '征求意见日期'
 */
export function recordCellTitle(kind: RecordKind, name: string, locale: Locale): string | undefined {
  const known = own(cells[kind] ?? {}, name) as Required<LocalizedText> | undefined;
  return known && wordIn(known, locale);
}

/**
 * How a sentence names a place inside a record. Items are named by what they are about: the step, the group, the organisation; else by their number.
 *
 * @param tokens - Of the pointer inside the record: `['steps', '2', 'for']`.
 * @returns `undefined` where the record's cells have no names.
 */
export function recordPlaceLabel(kind: RecordKind, tokens: readonly string[], record: unknown, settings: RecordSettings, locale: Locale): string | undefined {
  const names = cells[kind];
  const last = tokens[tokens.length - 1];
  if (names === undefined || last === undefined) return undefined;
  const known = own(names, /^\d+$/.test(last) ? '' : last) as Required<LocalizedText> | undefined;
  const item = itemName(kind, tokens, record, settings, locale);
  if (known === undefined) return item;
  const name = wordIn(known, locale);
  if (item === undefined) return locale === 'en' ? capitalised(name) : name;
  return locale === 'en' ? `${item}: ${name}` : `${item}的${name}`;
}

function itemName(kind: RecordKind, tokens: readonly string[], record: unknown, settings: RecordSettings, locale: Locale): string | undefined {
  const place = tokens.findIndex((token) => /^\d+$/.test(token));
  if (place < 0) return undefined;
  const row = valueAt(record, toPointer(...tokens.slice(0, place + 1)));
  const number = Number(tokens[place]) + 1;
  const titled = (list: readonly { readonly id: string; readonly title: LocalizedText }[] | undefined, id: unknown): string | undefined => {
    const found = list?.find((each) => each.id === id);
    return found && quoted(localize(found.title, locale));
  };
  const name = own(row, 'name');
  // English sentences put the whole of it in quotes.
  const quoted = (text: string): string => (locale === 'en' ? text : `“${text}”`);
  const named = typeof name === 'string' && name !== '' ? quoted(name) : undefined;
  if (kind === 'budget') return numbered(number, '行', 'row', locale);
  if (kind === 'discussions') return titled(settings.discussions?.steps, own(row, 'step')) ?? numbered(number, '个步骤', 'step', locale);
  if (kind === 'opinions' && tokens[0] === 'counts') return titled(settings.opinions?.groups, own(row, 'group')) ?? numbered(number, '行', 'row', locale);
  if (kind === 'opinions') return numbered(number, '人', 'person', locale);
  if (kind === 'applicants') return named ?? numbered(number, '个单位', 'organisation', locale);
  return named ?? numbered(number, '个指标', 'indicator', locale);
}

const numbered = (number: number, zh: string, en: string, locale: Locale): string => (locale === 'en' ? `${capitalised(en)} ${number}` : `第${number}${zh}`);

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
