import { isMoney, readCases } from '@cobuild/core';
import type { AllocateBatchOptions } from '../allocation/index.js';
import { UsageError } from './command-io.js';
import { readText } from './read-bytes.js';

/** What is known of a batch besides its cases. */
export type Batch = Omit<AllocateBatchOptions, 'calendar' | 'parameters' | 'today'>;

type Shape = (value: unknown) => boolean;
interface Member { readonly fits: Shape; readonly zh: string; readonly en: string; readonly members?: Members; readonly list?: true }
type Members = Readonly<Record<string, Member>>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const recordOf = (fits: Shape): Shape => (value) => isRecord(value) && Object.values(value).every(fits);
const isText: Shape = (value) => typeof value === 'string' && value !== '';
const isAmount: Shape = (value) => isMoney(value) && (value as number) >= 0;
const isList: Shape = (value) => Array.isArray(value) && value.every(isRecord);
const text: Member = { fits: isText, zh: '文字', en: 'a text' };
const amount: Member = { fits: isAmount, zh: '不小于 0 的金额（元）', en: 'an amount in yuan, not negative' };

const SPENT: Members = {
  amount, within: { fits: (value) => value === 'batch' || value === 'year', zh: '"batch" 或 "year"', en: '"batch" or "year"' },
  applicant: text, category: text, unit: text, town: text, facts: { fits: isRecord, zh: '对象', en: 'an object' },
};
const EVIDENCE: Members = {
  seed: text, revote: { fits: recordOf((value) => Number.isInteger(value) && (value as number) >= 0), zh: '项目编号和票数，例如 { "p1": 12 }', en: 'votes by project, such as { "p1": 12 }' },
  decided: { fits: (value) => Array.isArray(value) && value.every(isText), zh: '按先后排列的项目编号，例如 ["p2", "p1"]', en: 'project ids in order, such as ["p2", "p1"]' },
};
const BATCH: Members = {
  pool: amount, yearFund: amount, batchNumber: { fits: (value) => Number.isInteger(value) && (value as number) >= 1, zh: '从 1 起的整数', en: 'a whole number from 1' },
  spent: { fits: isList, zh: '列表，例如 [{ "amount": 50000 }]', en: 'a list such as [{ "amount": 50000 }]', members: SPENT, list: true },
  consents: { fits: recordOf((value) => typeof value === 'boolean'), zh: '项目编号和是否同意，例如 { "p1": true }', en: 'true or false by project, such as { "p1": true }' },
  tieEvidence: { fits: isRecord, zh: '对象，例如 { "seed": "…" }', en: 'an object such as { "seed": "…" }', members: EVIDENCE },
};

/**
 * Reads what is known of a batch from a file: `{ "pool": 5000000, "consents": { "p1": true }, "tieEvidence": { "seed": "2026-05-01 418" } }`.
 *
 * @throws {UsageError} for a file that cannot be read, an unknown member or one of the wrong shape; nothing is passed over.
 */
export function readBatchFile(path: string): Partial<Batch> {
  const value = parseFile(path);
  if (!isRecord(value)) throw new UsageError({ 'zh-CN': `文件“${path}”不是 JSON 对象。`, en: `The file "${path}" is no JSON object.` });
  checkMembers(value, BATCH, '', path);
  return value;
}

function checkMembers(value: Readonly<Record<string, unknown>>, members: Members, at: string, path: string): void {
  for (const [name, content] of Object.entries(value)) {
    const place = at === '' ? name : `${at}.${name}`;
    const member = Object.prototype.hasOwnProperty.call(members, name) ? members[name] : undefined;
    const known = Object.keys(members);
    if (member === undefined) throw new UsageError({ 'zh-CN': `文件“${path}”里的“${place}”不认识，可以写：${known.join('、')}。`, en: `"${place}" in the file "${path}" is unknown. Known: ${known.join(', ')}.` });
    if (!member.fits(content)) throw new UsageError({ 'zh-CN': `文件“${path}”里的“${place}”格式不对，应为${member.zh}。`, en: `"${place}" in the file "${path}" is malformed; it has to be ${member.en}.` });
    if (member.members === undefined) continue;
    const parts = member.list === true ? (content as readonly Readonly<Record<string, unknown>>[]) : [content as Readonly<Record<string, unknown>>];
    for (const [index, part] of parts.entries()) checkMembers(part, member.members, member.list === true ? `${place}[${index}]` : place, path);
  }
  if (members === SPENT && value['amount'] === undefined) throw new UsageError({ 'zh-CN': `文件“${path}”里的“${at}”没有写 amount（金额）。`, en: `"${at}" in the file "${path}" has no amount.` });
}

function parseFile(path: string): unknown {
  const content = readText(path);
  try {
    return JSON.parse(content) as unknown;
  } catch {
    throw new UsageError({ 'zh-CN': `文件“${path}”${brokenAt(content, 'zh-CN')}`, en: `The file "${path}": ${brokenAt(content, 'en')}` });
  }
}

/** Where a text stops being JSON, in the words that files of cases are told with. */
function brokenAt(content: string, locale: 'zh-CN' | 'en'): string {
  const [problem] = readCases(content.replace(/^\ufeff/, ''), { locale, document: 'context.json' }).flatMap((read) => ('problems' in read ? read.problems.filter(({ code }) => code === 'case/broken-json') : []));
  if (problem?.line === undefined) return locale === 'en' ? 'this is no JSON.' : '不是 JSON。';
  return locale === 'en' ? `line ${problem.line}, column ${problem.column ?? 1}: ${problem.message}` : `第 ${problem.line} 行第 ${problem.column ?? 1} 列：${problem.message}。`;
}
