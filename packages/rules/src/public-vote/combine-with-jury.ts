import type { JuryWeighting, PublicVote, Rational, RoundingMode } from '@cobuild/core';
import { roundRational } from '@cobuild/core';
import { createSettingReader } from '../evaluation/settings.js';
import type { SettingReader } from '../evaluation/settings.js';
import { rank } from '../ranking/index.js';
import type { ExactText } from '../scoring/exact.js';
import { addExact, divideExact, exactText, fromDecimal, isZero, multiplyExact, readExact, sumExact, ZERO } from '../scoring/exact.js';
import type { CombinedResult, CombinedStanding, CombinedTable, Normalising, PublicVoteCount } from './public-vote-types.js';

const WAYS: readonly Normalising[] = ['max', 'rank', 'share'];
const MODES = ['half-up', 'half-even', 'down', 'up'] as const;
const HUNDRED: Rational = { p: 100n, q: 1n };

/**
 * Combines votes and jury marks into one mark. Votes become a mark up to 100: `max` in proportion to the most votes, `rank` by place
 * (`100 × (n − place + 1) ÷ n`, equals share the better place), `share` as a share of all votes. The result carries all three, as the choice may
 * change who wins.
 *
 * @param juryMarks - By id of the candidate: a number, decimal text or fraction text.
 * @example combineWithJury(vote, count, { a: 82, b: 95 }).table // 50 : 50 → a 91, b 85; 30 : 70 → a 87.4, b 89
 */
export function combineWithJury(vote: Pick<PublicVote, 'jury'>, { votes }: Pick<PublicVoteCount, 'votes'>, juryMarks: Readonly<Record<string, number | ExactText>>): CombinedResult {
  const read = createSettingReader();
  const settings = vote.jury === undefined ? read.open('/jury') : readWeighting(vote.jury, read);
  const entries = votes.map(({ candidate, votes: number }) => ({ candidate, votes: number, jury: readExact(Object.prototype.hasOwnProperty.call(juryMarks, candidate) ? juryMarks[candidate] : undefined) }));
  const missing = entries.filter(({ jury }) => jury === undefined).map(({ candidate }) => candidate);
  if (settings === undefined) return { outcome: 'undecided', tables: [], missing, holes: read.holes };
  const tables = WAYS.map((way) => tableOf(way, entries, settings));
  const normalise = vote.jury === undefined ? undefined : read.choice(vote.jury.normalise, WAYS, '/jury/normalise');
  const used = {
    weights: { public: exactText(settings.publicWeight), jury: exactText(settings.juryWeight) }, fullMark: exactText(settings.fullMark), rankOn: settings.rankOn,
    ...(settings.rounding === undefined ? {} : { rounding: settings.rounding }),
  };
  if (normalise === undefined) return { outcome: 'undecided', ...used, tables, missing, holes: read.holes };
  const table = tables.find((candidate) => candidate.normalise === normalise);
  return { outcome: missing.length > 0 ? 'incomplete' : 'combined', ...used, ...(table === undefined ? {} : { table }), tables, missing, holes: [] };
}

interface Weighting {
  readonly publicWeight: Rational; readonly juryWeight: Rational; readonly total: Rational; readonly fullMark: Rational;
  readonly rounding?: { readonly step: ExactText; readonly mode: RoundingMode };
  readonly rankOn: 'rounded' | 'unrounded';
}

function readWeighting(jury: JuryWeighting, read: SettingReader): Weighting | undefined {
  const publicWeight = read.decimal(jury.publicWeight, '/jury/publicWeight');
  const juryWeight = read.decimal(jury.juryWeight, '/jury/juryWeight');
  const fullMark = jury.fullMark === undefined ? undefined : read.decimal(jury.fullMark, '/jury/fullMark');
  const step = jury.rounding === undefined ? undefined : read.decimal(jury.rounding.step, '/jury/rounding/step');
  const mode = jury.rounding === undefined ? undefined : read.choice(jury.rounding.mode, MODES, '/jury/rounding/mode');
  const rankOn = read.choice(jury.rankOn, ['rounded', 'unrounded'], '/jury/rankOn');
  if (step !== undefined && step.digits <= 0n) read.open('/jury/rounding/step');
  if (fullMark !== undefined && fullMark.digits <= 0n) read.open('/jury/fullMark');
  if (publicWeight === undefined || juryWeight === undefined || rankOn === undefined || read.holes.length > 0) return undefined;
  const total = addExact(fromDecimal(publicWeight), fromDecimal(juryWeight));
  if (isZero(total)) return read.open('/jury/publicWeight');
  return {
    publicWeight: fromDecimal(publicWeight), juryWeight: fromDecimal(juryWeight), total, fullMark: fullMark === undefined ? HUNDRED : fromDecimal(fullMark), rankOn,
    ...(step === undefined || mode === undefined ? {} : { rounding: { step: exactText(fromDecimal(step)), mode } }),
  };
}

interface Entry { readonly candidate: string; readonly votes: number; readonly jury: Rational | undefined }

function tableOf(normalise: Normalising, entries: readonly Entry[], settings: Weighting): CombinedTable {
  const marks = publicMarks(normalise, entries);
  const standings = entries.map((entry): CombinedStanding => {
    const publicMark = marks.get(entry.candidate) ?? ZERO;
    const base = { candidate: entry.candidate, votes: entry.votes, publicMark: exactText(publicMark) };
    if (entry.jury === undefined) return base;
    const juryMark = divideExact(multiplyExact(entry.jury, HUNDRED), settings.fullMark);
    const score = divideExact(addExact(multiplyExact(publicMark, settings.publicWeight), multiplyExact(juryMark, settings.juryWeight)), settings.total);
    const rounded = settings.rounding === undefined ? {} : { rounded: exactText(fromDecimal(roundRational(score, settings.rounding.step, settings.rounding.mode))) };
    return { ...base, jury: exactText(entry.jury), juryMark: exactText(juryMark), score: exactText(score), ...rounded };
  });
  const decisive = ({ score, rounded }: CombinedStanding): ExactText | undefined => (settings.rankOn === 'rounded' ? (rounded ?? score) : score);
  const { groups, places } = rank(standings.flatMap((standing) => { const score = decisive(standing); return score === undefined ? [] : [{ id: standing.candidate, score }]; }), [{ by: 'score' }]);
  const order = new Map(places.map(({ id }, index) => [id, index]));
  const placeOf = ({ candidate }: CombinedStanding): number => order.get(candidate) ?? standings.length;
  return { normalise, standings: [...standings].sort((a, b) => placeOf(a) - placeOf(b)), groups };
}

function publicMarks(normalise: Normalising, entries: readonly Entry[]): ReadonlyMap<string, Rational> {
  const votes = entries.map((entry): Rational => ({ p: BigInt(entry.votes), q: 1n }));
  const whole = normalise === 'share' ? sumExact(votes) : { p: BigInt(entries.reduce((most, entry) => Math.max(most, entry.votes), 0)), q: 1n };
  if (normalise !== 'rank') return new Map(entries.map(({ candidate }, index) => [candidate, isZero(whole) ? ZERO : divideExact(multiplyExact(votes[index] ?? ZERO, HUNDRED), whole)]));
  const { places } = rank(entries.map(({ candidate, votes: number }) => ({ id: candidate, votes: number })), [{ by: 'votes' }]);
  const count = BigInt(entries.length);
  return new Map(places.map(({ id, rank: place }) => [id, divideExact({ p: 100n * (count - BigInt(place) + 1n), q: 1n }, { p: count, q: 1n })]));
}
