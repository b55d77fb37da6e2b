import type { AssessedEntry } from '@cobuild/rules';
import { sortSteps } from '../internal/slices.js';
import type { RegisterLine } from './register-lines.js';
import type { RegisterMarks } from './register-settings.js';

/** What is looked for; `''` is everything. */
export interface RegisterFilter {
  readonly text: string;
  readonly town: string;
  readonly unit: string;
  /** Id of a grade, or `-` for entries without one. */
  readonly grade: string;
}

export const NO_FILTER: RegisterFilter = { text: '', town: '', unit: '', grade: '' };

/** What the lines are put in order by: `column:0`, `town`, `unit`, `mark:village`, `score`, `rank`, `grade`, `reward`, `pay`. */
export interface RegisterSort { readonly key: string; readonly down: boolean }

export interface SortContext {
  readonly items: ReadonlyMap<string, AssessedEntry> | undefined;
  readonly marks: RegisterMarks;
  readonly numbers: readonly boolean[];
  /** Ids of the grades, the best first. */
  readonly grades: readonly string[];
  readonly order: Intl.Collator;
}

/** Fast enough for each key that is typed: one pass over texts that are ready. */
export function filterLines(lines: readonly RegisterLine[], { text, town, unit, grade }: RegisterFilter, items: ReadonlyMap<string, AssessedEntry> | undefined): readonly RegisterLine[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (words.length === 0 && town === '' && unit === '' && grade === '') return lines;
  return lines.filter((line) => (town === '' || line.town === town) && (unit === '' || line.unit === unit) && (grade === '' || (items?.get(line.entry.id)?.grade ?? '-') === grade) && words.every((word) => line.haystack.includes(word)));
}

/** Puts lines in order; what has no value stands last either way. */
export function sortedSteps(lines: readonly RegisterLine[], { key, down }: RegisterSort, context: SortContext): Generator<undefined, readonly RegisterLine[]> {
  const read = readerOf(key, context);
  const keyed = lines.map((line) => ({ line, value: read(line) }));
  const sign = down ? -1 : 1;
  const steps = sortSteps(keyed, (a, b) => {
    if (a.value === undefined || b.value === undefined) return a.value === b.value ? 0 : a.value === undefined ? 1 : -1;
    return sign * (typeof a.value === 'number' && typeof b.value === 'number' ? a.value - b.value : context.order.compare(String(a.value), String(b.value)));
  });
  return (function* () {
    return (yield* steps).map(({ line }) => line);
  })();
}

function readerOf(key: string, { items, marks, numbers, grades }: SortContext): (line: RegisterLine) => string | number | undefined {
  const [kind = '', name = ''] = key.split(':');
  const index = Number(name);
  // The best grade first, where the order runs upwards.
  const gradePlace = new Map(grades.map((grade, place) => [grade, place]));
  const filled = (text: string | undefined): string | undefined => (text === '' ? undefined : text);
  if (kind === 'column') return ({ texts }) => (numbers[index] === true ? numberOf(texts[index]) : filled(texts[index]));
  if (kind === 'town') return ({ town }) => filled(town);
  if (kind === 'unit') return ({ unit }) => filled(unit);
  if (kind === 'mark') return ({ entry }) => marks[entry.id]?.[name] ?? undefined;
  if (kind === 'code') return ({ entry }) => entry.id;
  if (kind === 'reward') return ({ entry }) => items?.get(entry.id)?.reward;
  if (kind === 'pay') return ({ entry }) => items?.get(entry.id)?.pay?.total;
  if (kind === 'rank') return ({ entry }) => items?.get(entry.id)?.rank;
  if (kind === 'grade') return ({ entry }) => gradePlace.get(items?.get(entry.id)?.grade ?? '');
  return ({ entry }) => scoreNumber(items?.get(entry.id)?.score);
}

/** The figure that a text shows, such as 1,200 户. */
function numberOf(text: string | undefined): number | undefined {
  const number = Number.parseFloat((text ?? '').replace(/[,\s]/g, ''));
  return Number.isNaN(number) ? undefined : number;
}

/** For putting in order and for showing, never for deciding: a fraction as the nearest number. */
export function scoreNumber(score: string | undefined): number | undefined {
  if (score === undefined) return undefined;
  const [p = NaN, q = 1] = score.split('/').map(Number);
  return p / q;
}
