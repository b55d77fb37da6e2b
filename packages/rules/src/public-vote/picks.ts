import type { Locale, Problem, PublicVote } from '@cobuild/core';
import type { SettingReader } from '../evaluation/settings.js';
import { ruleProblem } from '../locales/rule-message.js';

export interface PickRule {
  readonly minimum: number;
  readonly maximum?: number;
  readonly exact?: number;
}

/** How many picks a ballot has; `undefined` while it is open. */
export function readPickRule({ picks }: Pick<PublicVote, 'picks'>, read: SettingReader): PickRule | undefined {
  if (picks.exact !== undefined) {
    const exact = read.count(picks.exact, '/picks/exact');
    return exact === undefined ? undefined : { minimum: exact, maximum: exact, exact };
  }
  const minimum = picks.minimum === undefined ? 1 : read.count(picks.minimum, '/picks/minimum');
  const maximum = picks.maximum === undefined ? Infinity : read.count(picks.maximum, '/picks/maximum');
  if (minimum === undefined || maximum === undefined) return undefined;
  return { minimum, ...(maximum === Infinity ? {} : { maximum }) };
}

/** What makes the picks of a ballot void. Where a category’s limit is open, nothing is said of it; `read` knows the hole. */
export function pickProblems(vote: PublicVote, picks: readonly string[], rule: PickRule, read: SettingReader, place: { readonly pointer: string; readonly locale: Locale }): Problem[] {
  const report = (code: 'public-vote/wrong-number' | 'public-vote/too-few' | 'public-vote/too-many' | 'public-vote/picked-twice' | 'public-vote/unknown-candidate' | 'public-vote/too-many-in-category', params: Readonly<Record<string, unknown>>): Problem =>
    ruleProblem(code, { document: 'ballot', pointer: `${place.pointer}/picks`, params, locale: place.locale });
  const known = new Map((vote.candidates ?? []).map((candidate) => [candidate.id, candidate]));
  const unknown = picks.filter((pick) => !known.has(pick));
  const number = picks.length;
  return [
    ...(rule.exact !== undefined && number !== rule.exact ? [report('public-vote/wrong-number', { exact: rule.exact, number })] : []),
    ...(rule.exact === undefined && number < rule.minimum ? [report('public-vote/too-few', { minimum: rule.minimum, number })] : []),
    ...(rule.exact === undefined && rule.maximum !== undefined && number > rule.maximum ? [report('public-vote/too-many', { maximum: rule.maximum, number })] : []),
    ...(new Set(picks).size < number ? [report('public-vote/picked-twice', {})] : []),
    ...(unknown.length > 0 ? [report('public-vote/unknown-candidate', { candidates: unknown })] : []),
    ...(vote.categories ?? []).flatMap(({ id, picks: limit }, index): Problem[] => {
      const most = limit === undefined ? undefined : read.count(limit, `/categories/${index}/picks`);
      const chosen = picks.filter((pick) => known.get(pick)?.category === id).length;
      return most !== undefined && chosen > most ? [report('public-vote/too-many-in-category', { category: id, maximum: most, number: chosen })] : [];
    }),
  ];
}
