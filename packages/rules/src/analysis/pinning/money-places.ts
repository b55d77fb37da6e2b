import type { Scheme } from '@cobuild/core';
import { toPointer, valueAt } from '@cobuild/core';

/** How a number is moved: money by the unit that awards are rounded to, a share by one per cent, a share of places by one place, a count by one, a number in its last decimal. */
export type Movement = 'award' | 'share' | 'places' | 'count' | 'number' | 'positive' | 'edge';

/** A number that comes to bear on a batch, a grading, pay or a small payment. */
export interface MoneyPlace {
  /** From the root of the scheme, where the number or the reference to a parameter is written. */
  readonly written: string;
  readonly by: Movement;
  /** What a test has to be about to see it. */
  readonly input: 'batch' | 'grading' | 'pay' | 'payment';
  /** Of gradings and pay: id of the rule. */
  readonly rule?: string;
}

const ALLOCATION: readonly (readonly [RegExp, Movement])[] = [
  [/^\/allocation\/(perProjectCap|fundPerYear\/maximum|caps\/\d+\/(values\/\d+\/)?amount)$/, 'award'],
  [/^\/allocation\/(coFunding|coFunding\/(ownShareMinimum|publicShareMaximum)|caps\/\d+\/(values\/\d+\/)?share)$/, 'share'],
  [/^\/allocation\/rounding\/unit$/, 'positive'],
];
const GRADING: readonly (readonly [RegExp, Movement])[] = [
  [/\/grades\/\d+\/(from|below)$/, 'edge'], [/\/grades\/\d+\/places\/count$/, 'count'], [/(\/grades\/\d+\/places\/share|\/marks\/shares\/\d+\/atMost)$/, 'places'],
  [/(\/grades\/\d+\/(minimumScore|reward|bonusPoints)|\/pot|\/inputs\/\d+\/weight|\/marks\/(minimum|maximum|shares\/\d+\/from))$/, 'number'], [/\/rounding\/step$/, 'positive'],
];
const PAY: readonly (readonly [RegExp, Movement])[] = [
  [/\/(bands|segments)\/\d+\/(from|below)$/, 'edge'], [/\/(times|spread\/over)$/, 'positive'], [/\/rounding\/step$/, 'positive'],
  [/^\/evaluation\/pay\/\d+(\/(minimum|maximum)|\/parts\/\d+\/(amount|atMost|of|(bands|choices)\/\d+\/amount|segments\/\d+\/(base|perUnit|start)|factors\/\d+\/factor))$/, 'number'],
];

/** The numbers of the allocation, of gradings, pay and small caps that decide amounts. What only warns (the floor of the fund, batches a year) decides nothing. */
export function moneyPlaces(scheme: Scheme): readonly MoneyPlace[] {
  const { allocation, evaluation, smallCaps } = scheme;
  const rules = (kind: 'gradings' | 'pay', input: 'grading' | 'pay', patterns: typeof PAY): readonly MoneyPlace[] =>
    (evaluation?.[kind] ?? []).flatMap((rule, index) => matching(rule, toPointer('evaluation', kind, index), patterns).map((place) => ({ ...place, input, rule: rule.id })));
  return [
    ...[...matching(allocation, '/allocation', ALLOCATION), ...fundShares(scheme)].map((place): MoneyPlace => ({ ...place, input: 'batch' })),
    ...(smallCaps ?? []).map((_, index): MoneyPlace => ({ written: toPointer('smallCaps', index, 'amount'), by: 'number', input: 'payment' })),
    ...rules('gradings', 'grading', GRADING), ...rules('pay', 'pay', PAY),
  ];
}

/** The shares of other sources limit no award. */
function fundShares({ allocation }: Scheme): readonly Pick<MoneyPlace, 'written' | 'by'>[] {
  const rule = allocation?.coFunding;
  if (typeof rule !== 'object' || !('fund' in rule)) return [];
  return (rule.sources ?? []).flatMap((source, index) => {
    const part = (source.parts ?? []).findIndex(({ id }) => id === rule.fund);
    if (source.bound === 'atLeast' || (source.id !== rule.fund && part < 0)) return [];
    const written = toPointer('allocation', 'coFunding', 'sources', index, 'share');
    return [{ written, by: 'share' as const }, ...(part < 0 ? [] : [{ written: toPointer('allocation', 'coFunding', 'sources', index, 'parts', part, 'share'), by: 'share' as const }])];
  });
}

function matching(part: unknown, at: string, patterns: readonly (readonly [RegExp, Movement])[]): readonly Pick<MoneyPlace, 'written' | 'by'>[] {
  return placesOf(part, at).flatMap((written) => patterns.filter(([pattern]) => pattern.test(written)).slice(0, 1).map(([, by]) => ({ written, by })));
}

function placesOf(value: unknown, pointer: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [pointer];
  return [pointer, ...Object.entries(value).flatMap(([key, member]) => placesOf(member, `${pointer}${toPointer(key)}`))];
}

/** Whether an upper end is where the next row begins: it moves with that row. */
export function endsWhereAnotherBegins(scheme: Scheme, written: string): boolean {
  return written.endsWith('/below') && rowEnds(scheme, written, 'from').length > 0;
}

/** The other ends of the list of a row that stand at the same number: they move along, so that no gap opens. */
export function rowEnds(scheme: Scheme, written: string, side: 'from' | 'below'): readonly string[] {
  const list = /^(.*)\/\d+\/(?:from|below)$/.exec(written)?.[1] ?? '';
  const rows = valueAt(scheme, list);
  const value = JSON.stringify(valueAt(scheme, written));
  return (Array.isArray(rows) ? (rows as readonly unknown[]) : []).map((_, index) => `${list}/${index}/${side}`).filter((place) => place !== written && JSON.stringify(valueAt(scheme, place)) === value);
}
