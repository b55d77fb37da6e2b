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

/** The entry that a text stands for; `undefined` in `entry` is anything. `wrong` where it is no entry: intervals hold their lower end and not their upper one. */
export function readEntry(text: string, kind: 'number' | 'text'): { readonly entry: unknown } | { readonly wrong: true } {
  const plain = text.trim();
  if (plain === '' || plain === '-' || plain === '—') return { entry: undefined };
  if (UNDECIDED.includes(plain)) return { entry: 'UNDECIDED' };
  const whole = WHOLE.exec(plain);
  const from = FROM.exec(plain);
  const below = BELOW.exec(plain);
  if (whole !== null) return { entry: { from: readScalar(whole[1] ?? '', 'number'), below: readScalar(whole[2] ?? '', 'number') } };
  if (from !== null) return { entry: { from: readScalar(from[1] ?? '', 'number') } };
  if (below !== null) return { entry: { below: readScalar(below[1] ?? '', 'number') } };
  if (/^[<>≤≥＜＞=([（［]/.test(plain)) return { wrong: true };
  const [, isNot, list = ''] = /^(≠|!=)?\s*(.*)$/s.exec(plain) ?? [];
  const values = list.split(/[;；\n]/).map((item) => item.trim()).filter((item) => item !== '').map((item) => readScalar(item, kind));
  return { entry: isNot === undefined ? values : { not: values } };
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
