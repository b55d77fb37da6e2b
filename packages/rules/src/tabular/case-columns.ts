import type { FormDefinition, Locale, Scheme } from '@cobuild/core';
import { localize, pointerTokens, recordCellTitle, recordKinds, toPointer, valueAt, withRecordSchemas } from '@cobuild/core';
import { isNode } from '../analysis/schema-shape.js';
import { applicationForm } from '../publicity/index.js';
import type { CellType } from './cell-values.js';
import { cellTypeOf } from './cell-values.js';

/** A column of a sheet of cases. */
export interface CaseColumn {
  /** Into the case: `/answers/amountRequested`. */
  readonly pointer: string;
  /** As it is written in the header: `amountRequested`, `budgetLines.1.amount`, `applicant.id`. */
  readonly key: string;
  readonly title: string;
  /** The title in the other language, where it is another. */
  readonly alias?: string;
  readonly type: CellType;
}

const text: CellType = { kind: 'text', list: false };
const json: CellType = { kind: 'json', list: false };
const integer: CellType = { kind: 'integer', list: false };

/** What every case has, whatever its form asks. */
const FIXED: readonly (readonly [key: string, zh: string, en: string, type: CellType])[] = [
  ['id', '编号', 'Number', text], ['submittedAt', '提交时间', 'Submitted', { kind: 'instant', list: false }], ['stage', '环节', 'Stage', text],
  ['applicant.id', '申报单位代号', 'Applicant id', text], ['applicant.name', '申报单位', 'Applicant', text], ['applicant.level', '申报单位层级', 'Applicant level', text],
  ['applicant.unit', '所属单位', 'Applicant unit', text], ['applicant.town', '所属镇街', 'Applicant town', text],
  ['meeting.counts.issued', '发出票数', 'Ballots issued', integer], ['meeting.counts.returned', '收回票数', 'Ballots returned', integer], ['meeting.counts.yes', '赞成票', 'Yes', integer],
  ['meeting.counts.no', '反对票', 'No', integer], ['meeting.counts.abstain', '弃权票', 'Abstentions', integer], ['meeting.counts.void', '废票', 'Void', integer],
  ['reviews', '审核记录', 'Reviews', json], ['meeting', '会议记录', 'Meeting', json], ['scores', '评分表', 'Score sheets', json], ['facts', '外部查询', 'Host facts', json],
  ['history', '以往情况', 'History', json], ['batch', '批次', 'Batch', json], ['fund', '资金', 'Fund', json], ['evidence', '佐证', 'Evidence', json], ['overrides', '人工更改', 'Overrides', json], ['publicVoteCounts', '群众投票计票', 'Public vote counts', json],
];

/** The columns that a sheet may have. Lists of objects have one column per item and member: `budgetLines.1.amount`. */
export interface CaseColumns {
  readonly all: readonly CaseColumn[];
  /** A column by what its header says: a key, a title, or `title (key)`. Several where a title is not unique. */
  readonly named: (header: string) => readonly CaseColumn[];
}

export function caseColumns(scheme: Scheme, locale: Locale): CaseColumns {
  const form = applicationForm(scheme);
  const fixed = FIXED.map(([key, zh, en, type]): CaseColumn => ({ key, pointer: toPointer(...key.split('.')), title: locale === 'en' ? en : zh, alias: locale === 'en' ? zh : en, type }));
  const answers = form === undefined ? [] : answerColumns(form, withRecordSchemas(form).schema, [], []);
  const all = [...fixed, ...answers];
  return { all, named: (header) => namedColumns(header, all) };
}

/** Titles of objects stand before those of their members: 负责人.电话. */
function answerColumns(form: FormDefinition, schema: unknown, tokens: readonly string[], titles: readonly string[]): CaseColumn[] {
  const properties = valueAt(schema, '/properties');
  if (properties === null || typeof properties !== 'object') return [];
  return Object.entries(properties).flatMap(([name, written]: [string, unknown]): CaseColumn[] => {
    const property = joined(followed(form, written));
    const way = [...tokens, name];
    const pointer = toPointer(...way);
    const own = [...titles, titleOf(form, property, pointer) ?? cellTitle(form, way) ?? name];
    const type = cellTypeOf(form, property, pointer);
    const column = (cells: CellType): CaseColumn => ({ key: way.join('.'), pointer: `/answers${pointer}`, title: own.join('.'), type: cells });
    if (type !== undefined) return [column(type)];
    if (valueAt(property, '/type') !== 'array') return answerColumns(form, property, way, own);
    return [column(json), ...answerColumns(form, followed(form, valueAt(property, '/items')), [...way, '*'], [...own, '*'])];
  });
}

function namedColumns(header: string, all: readonly CaseColumn[]): readonly CaseColumn[] {
  const [, , key] = /^(.*?)\s*[(（]([^()（）]+)[)）]$/.exec(header) ?? [];
  for (const word of key === undefined ? [header] : [key, header]) {
    const plain = word.replace(/^answers\./, '');
    const [template, numbers] = numbered(plain);
    const byKey = all.filter((column) => column.key === template);
    const found = byKey.length > 0 ? byKey : all.filter((column) => column.title === template || column.alias === template);
    if (found.length > 0) return found.map((column) => ({ ...column, key: plain, pointer: withNumbers(column.pointer, numbers) }));
  }
  return [];
}

/** `budgetLines.2.amount` is the template `budgetLines.*.amount` with item 2, counted from 1. */
function numbered(word: string): readonly [string, readonly number[]] {
  const numbers: number[] = [];
  const template = word.split('.').map((token) => {
    if (!/^[1-9]\d{0,3}$/.test(token)) return token;
    numbers.push(Number(token) - 1);
    return '*';
  }).join('.');
  return [template, numbers];
}

export function withNumbers(template: string, numbers: readonly number[]): string {
  const rest = [...numbers];
  return toPointer(...pointerTokens(template).map((token) => (token === '*' ? String(rest.shift() ?? '*') : token)));
}

function titleOf(form: FormDefinition, schema: unknown, pointer: string): string | undefined {
  const settings = form.fields ?? {};
  const own = Object.prototype.hasOwnProperty.call(settings, pointer) ? settings[pointer]?.title : undefined;
  const title = own === undefined ? valueAt(schema, '/title') : localize(own, 'zh-CN');
  return typeof title === 'string' ? title : undefined;
}

/** Cells of a record have the names that its screen gives them. */
function cellTitle(form: FormDefinition, way: readonly string[]): string | undefined {
  const name = way[way.length - 1] ?? '';
  for (let length = way.length - 1; length > 0; length -= 1) {
    const settings = valueAt(form.fields, toPointer(toPointer(...way.slice(0, length))));
    const kind = recordKinds.find((each) => valueAt(settings, `/record/${each}`) !== undefined);
    if (kind !== undefined) return recordCellTitle(kind, name, 'zh-CN');
  }
  return undefined;
}

/** The parts that a schema says all hold, as one: what is written about a record stands beside the record's own schema. */
function joined(schema: unknown): unknown {
  const parts = valueAt(schema, '/allOf');
  return Array.isArray(parts) ? parts.reduce<unknown>(join, schema) : schema;
}

function join(left: unknown, right: unknown): unknown {
  if (!isNode(left) || !isNode(right)) return left ?? right;
  return Object.fromEntries([...new Set([...Object.keys(left), ...Object.keys(right)])].map((key) => [key, join(left[key], right[key])]));
}

function followed(form: FormDefinition, schema: unknown): unknown {
  const reference = valueAt(schema, '/$ref');
  return typeof reference === 'string' && reference.startsWith('#/') ? valueAt(form.schema, reference.slice(1)) : schema;
}
