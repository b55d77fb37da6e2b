import type { Decimal, PublicVote } from '@cobuild/core';
import { addDecimals, compareDecimals, decimalToText, readDecimal } from '@cobuild/core';
import type { SchemeFinding } from '../findings.js';
import { timeOf } from './vote-window.js';

/**
 * What is wrong with a public vote: a window that never opens, ballots that nobody can fill in, weights that are not 100, places that cannot be
 * filled. What is not decided is left out; it is reported as a hole.
 *
 * @param vote - Parameter references already replaced by their values.
 * @param pointer - Where the vote stands, `/publicVotes/0`.
 */
export function checkPublicVote(vote: PublicVote, pointer = ''): SchemeFinding[] {
  return [...window(vote, pointer), ...picks(vote, pointer), ...limits(vote, pointer), ...jury(vote, pointer), ...winners(vote, pointer), ...candidates(vote, pointer)];
}

function window({ opensAt, closesAt, totals }: PublicVote, pointer: string): SchemeFinding[] {
  const [opens, closes] = [timeOf(opensAt), timeOf(closesAt)];
  return [
    ...(opens !== undefined && closes !== undefined && closes <= opens ? [{ code: 'scheme/public-vote-closes-first', pointer: `${pointer}/closesAt`, params: { opensAt, closesAt } }] : []),
    ...(totals.show === 'daily' && totals.at === undefined ? [{ code: 'scheme/public-vote-no-time', pointer: `${pointer}/totals`, params: {} }] : []),
  ];
}

function picks({ picks: rule, candidates: listed }: PublicVote, pointer: string): SchemeFinding[] {
  const exact = whole(rule.exact);
  const minimum = exact ?? whole(rule.minimum) ?? (rule.minimum === undefined ? 1 : undefined);
  const maximum = exact ?? whole(rule.maximum);
  const both = rule.exact !== undefined && (rule.minimum !== undefined || rule.maximum !== undefined);
  const member = exact === undefined ? 'minimum' : 'exact';
  return [
    ...(both ? [{ code: 'scheme/public-vote-picks-both', pointer: `${pointer}/picks`, params: {} }] : []),
    ...(maximum !== undefined && maximum < 1 ? [{ code: 'scheme/public-vote-no-picks', pointer: `${pointer}/picks`, params: { number: maximum } }] : []),
    ...(minimum !== undefined && maximum !== undefined && minimum > maximum ? [{ code: 'scheme/public-vote-picks-range', pointer: `${pointer}/picks`, params: { minimum, maximum } }] : []),
    ...(minimum !== undefined && listed !== undefined && minimum > listed.length ? [{ code: 'scheme/public-vote-too-few-candidates', pointer: `${pointer}/picks/${member}`, params: { number: minimum, candidates: listed.length } }] : []),
  ];
}

function limits({ limits: rule }: PublicVote, pointer: string): SchemeFinding[] {
  const [perDay, total] = [whole(rule?.perDay), whole(rule?.total)];
  const zero = (['perDay', 'total', 'perCategory'] as const).flatMap((member): SchemeFinding[] => (whole(rule?.[member]) === 0 ? [{ code: 'scheme/public-vote-nobody', pointer: `${pointer}/limits/${member}`, params: {} }] : []));
  return [...zero, ...(perDay !== undefined && total !== undefined && perDay > total ? [{ code: 'scheme/public-vote-limit-unused', severity: 'warning' as const, pointer: `${pointer}/limits/perDay`, params: { perDay, total } }] : [])];
}

function jury({ jury: rule }: PublicVote, pointer: string): SchemeFinding[] {
  if (rule === undefined) return [];
  const [ofPublic, ofJury] = [number(rule.publicWeight), number(rule.juryWeight)];
  const sum = ofPublic === undefined || ofJury === undefined ? undefined : addDecimals(ofPublic, ofJury);
  const [fullMark, step] = [number(rule.fullMark), number(rule.rounding?.step)];
  return [
    ...(sum !== undefined && compareDecimals(sum, 100) !== 0 ? [{ code: 'scheme/public-vote-weights', pointer: `${pointer}/jury`, params: { sum: decimalToText(sum) } }] : []),
    ...negative(ofPublic, `${pointer}/jury/publicWeight`), ...negative(ofJury, `${pointer}/jury/juryWeight`),
    ...(fullMark !== undefined && fullMark.digits <= 0n ? [{ code: 'scheme/public-vote-full-mark', pointer: `${pointer}/jury/fullMark`, params: {} }] : []),
    ...(step !== undefined && step.digits <= 0n ? [{ code: 'scheme/public-vote-step', pointer: `${pointer}/jury/rounding/step`, params: {} }] : []),
  ];
}

function negative(weight: Decimal | undefined, pointer: string): SchemeFinding[] {
  return weight !== undefined && weight.digits < 0n ? [{ code: 'scheme/public-vote-weight-negative', pointer, params: { weight: decimalToText(weight) } }] : [];
}

function winners({ winners: rule, candidates: listed, jury: weighting }: PublicVote, pointer: string): SchemeFinding[] {
  const count = whole(rule.count);
  const cap = whole(rule.regionCap);
  const regions = new Set((listed ?? []).flatMap(({ region }) => region ?? [])).size;
  const free = (listed ?? []).filter(({ region }) => region === undefined).length;
  const most = listed === undefined ? undefined : cap === undefined ? listed.length : Math.min(listed.length, regions * cap + free);
  const facts = weighting === undefined ? [] : ['jury', 'public'];
  const keys = Array.isArray(rule.tie) ? rule.tie.flatMap((step, index) => (step.by === 'key' ? [{ key: step.key, index }] : [])) : [];
  return [
    ...(count === 0 ? [{ code: 'scheme/public-vote-no-winners', pointer: `${pointer}/winners/count`, params: {} }] : []),
    ...(count !== undefined && most !== undefined && most < count ? [{ code: 'scheme/public-vote-places-stay-empty', severity: 'warning' as const, pointer: `${pointer}/winners/count`, params: { count, most } }] : []),
    ...(rule.tie === undefined ? [{ code: 'scheme/public-vote-no-tie-rule', severity: 'warning' as const, pointer: `${pointer}/winners`, params: {} }] : []),
    ...keys.flatMap(({ key, index }): SchemeFinding[] => (key?.by === 'votes' || (key?.by === 'fact' && facts.includes(key.fact ?? '')) ? [] : [{ code: 'scheme/public-vote-tie-key', pointer: `${pointer}/winners/tie/${index}`, params: { key: key?.fact ?? key?.by, known: ['votes', ...facts] } }])),
  ];
}

function candidates({ candidates: listed = [], categories = [] }: PublicVote, pointer: string): SchemeFinding[] {
  const known = categories.map(({ id }) => id);
  return listed.flatMap(({ id, category }, index): SchemeFinding[] => (category === undefined || known.includes(category) ? [] : [{ code: 'scheme/public-vote-unknown-category', pointer: `${pointer}/candidates/${index}/category`, params: { candidate: id, category, known } }]));
}

function whole(value: unknown): number | undefined {
  return Number.isSafeInteger(value) ? (value as number) : undefined;
}

function number(value: unknown): Decimal | undefined {
  return typeof value === 'number' ? readDecimal(value) : undefined;
}
