import { isDate } from '@cobuild/core';

/** Entries of decision tables as people write them in a cell. */

interface Interval { readonly from?: unknown; readonly below?: unknown }

const UNDECIDED = ['未定', 'UNDECIDED', 'undecided'];
const BOUND = String.raw`[^\s,，\[\])()<>=≥]+`;
const WHOLE = new RegExp(String.raw`^[\[［]\s*(${BOUND})\s*[,，]\s*(${BOUND})\s*[)）]$`);
const FROM = new RegExp(String.raw`^(?:≥|>=)\s*(${BOUND})$`);
const BELOW = new RegExp(String.raw`^(?:<|＜)\s*(${BOUND})$`);

/** What an input wants: `-` anything, `a；b` one of these, `≠ a；b` none of these, `[20, 50)`, `≥ 20`, `< 50`, `未定`. */
export function writeEntry(entry: unknown): string {
  if (entry === undefined) return '-';
  if (entry === 'UNDECIDED') return '未定';
  if (Array.isArray(entry)) return entry.map(writeScalar).join('；');
  const { not, from, below } = entry as { readonly not?: unknown } & Interval;
  if (Array.isArray(not)) return `≠ ${not.map(writeScalar).join('；')}`;
  if (from !== undefined && below !== undefined) return `[${writeScalar(from)}, ${writeScalar(below)})`;
  return from === undefined ? `< ${writeScalar(below)}` : `≥ ${writeScalar(from)}`;
}

/** Reads one value of a list; `undefined` where it is none. */
export type ReadListed = (text: string) => unknown;

/** What keeps a text from being an entry: its shape, a bound that limits nothing, or a value that the input cannot have. */
export interface WrongEntry { readonly wrong: 'entry' | 'bound' | 'value'; readonly part: string }

/** The entry that a text stands for; `undefined` in `entry` is anything. Intervals hold their lower end and not their upper one. */
export function readEntry(text: string, readListed: ReadListed): { readonly entry: unknown } | WrongEntry {
  const plain = text.trim();
  if (plain === '' || plain === '-' || plain === '—') return { entry: undefined };
  if (UNDECIDED.includes(plain)) return { entry: 'UNDECIDED' };
  const whole = WHOLE.exec(plain);
  if (whole !== null) return readInterval({ from: whole[1], below: whole[2] });
  const from = FROM.exec(plain);
  if (from !== null) return readInterval({ from: from[1] });
  const below = BELOW.exec(plain);
  if (below !== null) return readInterval({ below: below[1] });
  if (/^[<>≤≥＜＞=([（［]/.test(plain)) return { wrong: 'entry', part: plain };
  const [, isNot, list = ''] = /^(≠|!=)?\s*(.*)$/s.exec(plain) ?? [];
  const items = list.split(/[;；\n]/).map((item) => item.trim()).filter((item) => item !== '');
  if (items.length === 0) return { wrong: 'entry', part: plain };
  const values = items.map(readListed);
  const wrong = values.findIndex((value) => value === undefined || typeof value === 'object');
  if (wrong >= 0) return { wrong: 'value', part: items[wrong] ?? '' };
  return { entry: isNot === undefined ? values : { not: values } };
}

function readInterval(written: Readonly<Record<string, string | undefined>>): { readonly entry: unknown } | WrongEntry {
  const entry: Record<string, unknown> = {};
  for (const [end, text = ''] of Object.entries(written)) {
    const bound = readScalar(text, 'number');
    if (!isBound(bound)) return { wrong: 'bound', part: text };
    entry[end] = bound;
  }
  return { entry };
}

/** A number, a calendar date, a parameter, or not decided yet. */
function isBound(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'object' || value === 'UNDECIDED' || (typeof value === 'string' && isDate(value));
}

/** A value in an entry or an output: numbers and yes/no as such, `{key}` the parameter of that name. */
export function writeScalar(value: unknown): string {
  if (value === 'UNDECIDED') return '未定';
  if (value !== null && typeof value === 'object' && 'parameter' in value) return `{${String((value).parameter)}}`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function readScalar(text: string, kind: 'number' | 'text'): unknown {
  const plain = text.trim();
  if (UNDECIDED.includes(plain)) return 'UNDECIDED';
  const [, parameter] = /^\{([A-Za-z][\w-]*)\}$/.exec(plain) ?? [];
  if (parameter !== undefined) return { parameter };
  if (plain === 'true' || plain === 'false') return plain === 'true';
  const number = plain.normalize('NFKC').replace(/,(?=\d{3}(?:\D|$))/g, '');
  return kind === 'number' && /^[+-]?\d+(\.\d+)?$/.test(number) ? Number(number) : plain;
}
