import type { FieldSettings, Locale, Scheme } from '@cobuild/core';
import { localize, valueAt } from '@cobuild/core';
import { applicationForm } from '../publicity/index.js';
import { caseColumns } from './case-columns.js';
import type { CaseColumn } from './case-columns.js';
import type { CellType } from './cell-values.js';
import { wantedWords } from './cell-values.js';

/** A column of an empty table that is handed out to be filled in. */
export interface TemplateColumn {
  /** As it stands in the first row; reading finds the question by it. */
  readonly header: string;
  /** What is to be written there, and in which form. */
  readonly hint: string;
  readonly required: boolean;
  readonly kind: CellType['kind'];
  /** What may be chosen; a cell with several holds them with ；between. */
  readonly choices?: readonly string[];
  readonly several: boolean;
  /** Limits of a number, both ends included. */
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What a row needs besides its answers, and which of it the reader asks for. */
const HEAD: Readonly<Record<string, { readonly required: boolean; readonly 'zh-CN': string; readonly en: string }>> = {
  'id': { required: true, 'zh-CN': '每件一个编号，不能重复。', en: 'A number for each application, none of them twice.' },
  'submittedAt': { required: true, 'zh-CN': '申报的日期和时间。', en: 'When it was submitted.' },
  'applicant.id': { required: true, 'zh-CN': '申报单位的代码。', en: 'The code of the applicant.' },
  'applicant.name': { required: false, 'zh-CN': '申报单位的名称。', en: 'The name of the applicant.' },
  'applicant.level': { required: false, 'zh-CN': '申报单位的层级。', en: 'The level of the applicant.' },
  'applicant.town': { required: false, 'zh-CN': '所属镇街或者归口单位的代码。', en: 'The code of the unit above it.' },
};
const PAPER = [
  { key: 'paper.scan', 'zh-CN': ['扫描件', '纸质申报的扫描件编号；不是纸质的不填。'], en: ['Scan', 'The mark of the scan of a paper application; empty where it was none.'] },
  { key: 'paper.receivedOn', 'zh-CN': ['收件日期', '收到纸质申报的日期；不是纸质的不填。'], en: ['Received on', 'The day on which the paper came in; empty where it was none.'] },
] as const;
/** Items of a list that have columns of their own; whoever needs more adds columns with the next number. */
const ITEMS = 3;

/**
 * The columns of an empty table of applications, from the form of the scheme: the questions in their order with hints, limits and choices. What is worked out or brought as a record of
 * its own (registers, files) is left out. Filled in, `casesFromSheet` and `importCases` read it.
 *
 * @example await fileFromTemplate(intakeTemplate(scheme), '申报汇总表')
 */
export function intakeTemplate(scheme: Scheme, { locale = 'zh-CN' }: { readonly locale?: Locale } = {}): readonly TemplateColumn[] {
  const form = applicationForm(scheme);
  const { all } = caseColumns(scheme, locale);
  const head = all.flatMap((column): TemplateColumn[] => {
    const about = Object.prototype.hasOwnProperty.call(HEAD, column.key) && !column.pointer.startsWith('/answers') ? HEAD[column.key] : undefined;
    const choices = column.key === 'applicant.level' ? scheme.organisation.levels.map(({ id }) => id) : undefined;
    return about === undefined ? [] : [templateColumn(column, { hint: about[locale], required: about.required, locale, ...(choices === undefined ? {} : { choices }) })];
  });
  const computed = new Set(Object.keys(form?.computed ?? {}));
  const answers = all.filter(({ pointer, type }) => pointer.startsWith('/answers') && type.kind !== 'json').flatMap((column): TemplateColumn[] => {
    const pointer = column.pointer.slice('/answers'.length);
    const record = Object.keys(form?.fields ?? {}).some((key) => form?.fields?.[key]?.record !== undefined && (pointer === key || pointer.startsWith(`${key}/`)));
    if (record || computed.has(pointer) || pointer.split('*').length > 2) return [];
    const settings = Object.prototype.hasOwnProperty.call(form?.fields ?? {}, pointer) ? form?.fields?.[pointer] : undefined;
    const schema = schemaAt(form?.schema, pointer);
    const about = { hint: hintOf(settings, locale), required: isRequired(form?.schema, pointer), locale, ...limitsOf(schema) };
    if (!pointer.includes('*')) return [templateColumn(column, about)];
    const numbered = (text: string, number: number): string => text.replace('*', String(number));
    return Array.from({ length: ITEMS }, (_, index) => templateColumn({ ...column, key: numbered(column.key, index + 1), title: numbered(column.title, index + 1) }, { ...about, required: false }));
  });
  const paper = PAPER.map((each): TemplateColumn => ({ header: `${each[locale][0]} (${each.key})`, hint: each[locale][1], required: false, kind: each.key === 'paper.scan' ? 'text' : 'date', several: false }));
  return [...head, ...answers, ...paper];
}

interface About { readonly hint: string; readonly required: boolean; readonly locale: Locale; readonly choices?: readonly string[]; readonly minimum?: number; readonly maximum?: number }

function templateColumn({ key, title, type }: Pick<CaseColumn, 'key' | 'title' | 'type'>, { hint, required, locale, choices, minimum, maximum }: About): TemplateColumn {
  const isEnglish = locale === 'en';
  const options = choices ?? type.options?.map(({ value, titles }) => titles[isEnglish ? titles.length - 1 : 0] ?? String(value)) ?? (type.kind === 'boolean' ? (isEnglish ? ['yes', 'no'] : ['是', '否']) : undefined);
  const form = options !== undefined ? (isEnglish ? `One of: ${options.join(', ')}.` : `可以填：${options.join('、')}。`) : isEnglish ? `Write ${wantedWords(type.kind, locale)}.` : `填写${wantedWords(type.kind, locale)}。`;
  const many = !type.list ? '' : isEnglish ? ' Several with ; between them.' : '有几个就填几个，用分号隔开。';
  const need = required ? (isEnglish ? 'Required. ' : '必填。') : '';
  return {
    header: title === key ? key : `${title} (${key})`, hint: [need + hint, form + many].filter((part) => part !== '').join(isEnglish ? ' ' : ''), required, kind: type.kind, several: type.list,
    ...(options === undefined ? {} : { choices: options }), ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }),
  };
}

const hintOf = (settings: FieldSettings | undefined, locale: Locale): string => localize(settings?.help, locale);

/** The schema of a question, as it is written in the form; a star stands for the items of a list. */
function schemaAt(schema: unknown, pointer: string): unknown {
  return pointer.split('/').slice(1).reduce<unknown>((at, token) => valueAt(at, token === '*' ? '/items' : `/properties/${token}`), schema);
}

function isRequired(schema: unknown, pointer: string): boolean {
  const [name, ...rest] = pointer.split('/').slice(1);
  const required = valueAt(schema, '/required');
  return rest.length === 0 && Array.isArray(required) && required.includes(name);
}

function limitsOf(schema: unknown): { readonly minimum?: number; readonly maximum?: number } {
  const [minimum, maximum] = [valueAt(schema, '/minimum'), valueAt(schema, '/maximum')];
  return { ...(typeof minimum === 'number' ? { minimum } : {}), ...(typeof maximum === 'number' ? { maximum } : {}) };
}
