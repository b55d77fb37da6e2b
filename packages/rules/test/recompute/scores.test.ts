import type { CriterionMark, Facts, Rational, ScoreSheet, Scoring } from '@cobuild/core';
import { compareRationals } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainPanel, explainPanels, explainScore, explanationText, harmonisePanels, scorePanel, scorePeers, scoreSheet } from '../../src/index.js';
import type { CriterionScore, FinalScore, Harmonised, PanelScore, SheetScore } from '../../src/index.js';
import file from '../score-cases.json' with { type: 'json' };
import { atLeast, mean, minus, number, plus, read, rounded, same, sent, sum, through, times, within } from './exact.js';
import { expectWhole } from './whole-text.js';

type Verdict = Pick<SheetScore, 'outcome'> & { readonly raw: string | undefined; readonly score: number | null; readonly band: string | undefined; readonly passed: boolean | undefined; readonly rank: string | undefined };

const text = (value: Rational): string => `${value.p}/${value.q}`;
const normal = (value: string | undefined): string | undefined => (value === undefined ? undefined : text(read(value)));

/** Rounding, band, pass mark and what a ranking reads, from the exact score and the settings that the result quotes. */
function finished<Outcome extends string>(outcome: Outcome, raw: Rational | undefined, { rounding, rankOn, decideOn, bands = [], passMark }: FinalScore): Omit<Verdict, 'outcome'> & { readonly outcome: Outcome | 'undecided' } {
  const none = { raw: undefined, score: null, band: undefined, passed: undefined, rank: undefined };
  if (raw === undefined) return { outcome, ...none };
  if (rounding === undefined) return { ...none, outcome: 'undecided', raw: text(raw) };
  const values = { raw, rounded: rounded(raw, rounding) };
  const decided = decideOn === undefined ? undefined : values[decideOn];
  const isOpen = (value: Rational): boolean => bands.some((band) => within(band, value) && [band.from, band.below].some((end) => end !== undefined && typeof end !== 'number'));
  const fitting = decided === undefined || isOpen(decided) ? [] : bands.filter((band) => within(band, decided));
  return {
    outcome, raw: text(raw), score: number(values.rounded), rank: rankOn === undefined ? undefined : text(values[rankOn]),
    band: fitting.length === 1 ? fitting[0]?.id : undefined, passed: decided === undefined || passMark === undefined ? undefined : atLeast(decided, read(passMark)),
  };
}

/** Points of a criterion, its mark read off the bands again where it follows from a fact. */
function points({ state, mark, maximum = '1', weight = '0', kind, source, found, bands = [], otherwise }: CriterionScore): Rational | undefined {
  if (state !== 'marked' || mark === undefined) return undefined;
  const fitting = bands.filter((band) => (band.in === undefined ? typeof found === 'number' && within(band, read(found)) : (band.in as readonly unknown[]).includes(found)));
  if (source === 'fact') expect(same(read(mark), read((fitting.length === 0 ? otherwise : fitting[0]?.mark) as number))).toBe(true);
  const value = times(through(read(mark), read(maximum)), read(weight));
  return kind === 'deduction' ? minus(read(0), value) : value;
}

function sheetAgain(result: SheetScore): Verdict {
  const { criteria, outOf, notApplicable, totalMinimum, totalMaximum } = result;
  const states = criteria.map(({ state }) => state);
  const refused = criteria.length === 0 || result.problems.some(({ code }) => code === 'score/unknown-criterion' || code === 'score/second-mark');
  const state = refused || states.includes('invalid') ? 'invalid' : states.includes('undecided') ? 'undecided' : states.includes('missing') ? 'incomplete' : undefined;
  if (state !== undefined) return finished(state, undefined, result);
  const regular = criteria.filter(({ kind }) => kind === 'regular');
  const of = (list: readonly CriterionScore[]): Rational => sum(list.flatMap((criterion) => points(criterion) ?? []));
  const weights = sum(regular.filter((criterion) => criterion.state === 'marked').map(({ weight = '0' }) => read(weight)));
  if (result.holes.includes('outOf')) return finished('undecided', undefined, result);
  const excluded = regular.some((criterion) => criterion.state === 'notApplicable');
  const rescaling = excluded && notApplicable === 'rescale';
  if ((excluded && notApplicable === 'block') || (rescaling && weights.p === 0n)) return finished('blocked', undefined, result);
  if (outOf === undefined) return finished('undecided', undefined, result);
  const base = rescaling ? through(times(of(regular), read(outOf)), weights) : of(regular);
  const total = plus(base, of(criteria.filter(({ kind }) => kind !== 'regular')));
  const held = totalMinimum !== undefined && !atLeast(total, read(totalMinimum)) ? read(totalMinimum) : totalMaximum !== undefined && !atLeast(read(totalMaximum), total) ? read(totalMaximum) : total;
  return finished('scored', held, result);
}

function verdict<Outcome extends string>({ outcome, raw, score, band, passed, rankValue }: FinalScore & { readonly outcome: Outcome }): Omit<Verdict, 'outcome'> & { readonly outcome: Outcome } {
  return { outcome, raw: normal(raw), score, band, passed, rank: normal(rankValue) };
}

interface PanelAgain { readonly score: Omit<Verdict, 'outcome'> & { readonly outcome: PanelScore['outcome'] }; readonly dropped: readonly string[]; readonly median?: string; readonly asked: readonly string[] }

/** The score of a panel again: each sheet from its marks, who is dropped, the mean, the rounding, who has to give a reason. */
function panelAgain(result: PanelScore): PanelAgain {
  const { entries, needed, mean: kind, whenFewer, peers, dropped, deviation } = result;
  const absent = entries.some(({ state, assumed }) => assumed === true || ['missing', 'draft', 'incomplete'].includes(state));
  const scored = entries.flatMap((entry) => {
    if (entry.assumed === true) return peers === 'zero' ? [{ entry, raw: read(0) }] : [];
    const sheet = entry.result === undefined ? undefined : sheetAgain(entry.result).raw;
    return sheet === undefined ? [] : [{ entry, raw: read(sheet) }];
  });
  const unscored = (outcome: PanelScore['outcome']): PanelAgain => ({ score: finished(outcome, undefined, result), dropped: [], asked: [] });
  if (needed === undefined) return unscored('undecided');
  if (absent && peers === 'wait') return unscored('waiting');
  const enough = scored.length >= needed && scored.length > 0;
  if (!enough && (whenFewer !== 'dropNothing' || scored.length === 0)) return unscored('notEnough');
  const rising = scored.map((item, place) => ({ ...item, place })).sort((a, b) => compareRationals(a.raw, b.raw) || a.place - b.place);
  const low = enough && kind === 'trimmed' ? rising.slice(0, dropped.lowest) : [];
  const falling = rising.filter((item) => !low.includes(item)).sort((a, b) => compareRationals(b.raw, a.raw) || a.place - b.place);
  const out = [...low, ...(enough && kind === 'trimmed' ? falling.slice(0, dropped.highest) : [])].map(({ entry }) => entry);
  const values = rising.map(({ raw }) => raw);
  const half = values.length >> 1;
  const [upper, lower] = [values[half] ?? read(0), values[half - 1] ?? read(0)];
  const median = values.length % 2 === 1 ? upper : through(plus(upper, lower), read(2));
  const far = (raw: Rational): boolean => deviation !== undefined && [minus(raw, median), minus(median, raw)].some((distance) => !atLeast(read(deviation), distance));
  return {
    score: finished('scored', mean(scored.filter(({ entry }) => !out.includes(entry)).map(({ raw }) => raw)), result),
    dropped: entries.filter((entry) => out.includes(entry)).map(({ reviewer }) => reviewer), median: text(median),
    asked: scored.filter(({ entry, raw }) => far(raw) && (entry.sheet?.deviationReason ?? '').trim() === '').map(({ entry }) => entry.reviewer),
  };
}

function panelVerdict(result: PanelScore): PanelAgain {
  const dropped = result.entries.filter(({ state }) => state === 'dropped').map(({ reviewer }) => reviewer);
  return { score: verdict(result), dropped, ...(result.median === undefined ? {} : { median: normal(result.median) ?? '' }), asked: result.reasonsMissing };
}

const decimal = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most * 10 }).map((tenths) => tenths / 10);
const openOr = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | 'UNDECIDED'> => fc.oneof({ weight: 30, arbitrary: value }, { weight: 1, arbitrary: fc.constant('UNDECIDED' as const) });
const bands = [{ id: 'excellent', from: 90 }, { id: 'good', from: 60, below: 90 }, { id: 'low', below: 60 }];
const title = { 'zh-CN': '项', en: 'item' };
const cards: fc.Arbitrary<Scoring> = fc.record({
  weights: fc.tuple(openOr(decimal(60)), decimal(60), decimal(20)), outOf: openOr(fc.constant(100)), notApplicable: openOr(fc.constantFrom('rescale', 'zero', 'block')),
  otherwise: fc.constantFrom(undefined, 1), totalMinimum: fc.constantFrom(undefined, 20), totalMaximum: fc.constantFrom(undefined, 80, 'UNDECIDED'), passMark: openOr(fc.constantFrom(undefined, 60)),
  rounding: fc.constantFrom(undefined, { step: 0.1, mode: 'half-up' }, { step: 1, mode: 'half-even' }, { step: 0.01, mode: 'down' }, { step: 'UNDECIDED' }),
  rankOn: openOr(fc.constantFrom('raw', 'rounded')), decideOn: openOr(fc.constantFrom('raw', 'rounded')), last: fc.constantFrom(0, 'UNDECIDED'),
}).map(({ weights, otherwise, last, ...settings }) => sent({
  ...settings, bands: [...bands.slice(0, 2), { id: 'low', from: last, below: 60 }],
  criteria: [
    { id: 'effect', title, weight: weights[0], maximum: 10, mayBeNotApplicable: true },
    { id: 'reach', title, weight: weights[1], maximum: 5, byFact: { fact: 'people', bands: [{ from: 0, below: 20, mark: 2 }, { from: 20, mark: 5 }], ...(otherwise === undefined ? {} : { otherwise }) } },
    { id: 'extra', title, weight: weights[2], maximum: 7, kind: 'bonus', mayBeNotApplicable: true }, { id: 'late', title, weight: 9, maximum: 3, kind: 'deduction' },
  ],
}) as unknown as Scoring);
const markOf = (criterion: string, most: number): fc.Arbitrary<readonly CriterionMark[]> => fc.oneof<fc.WeightedArbitrary<readonly CriterionMark[]>[]>(
  { weight: 12, arbitrary: decimal(most).map((mark) => [{ criterion, mark }]) }, { weight: 4, arbitrary: fc.constant([{ criterion, notApplicable: true as const }]) },
  { weight: 1, arbitrary: fc.constantFrom<readonly CriterionMark[]>([], [{ criterion, mark: 99 }], [{ criterion: 'other', mark: 1 }]) },
);
const late = decimal(3).map((mark) => [{ criterion: 'late', mark }]);
const marks = fc.tuple(markOf('effect', 10), markOf('extra', 7), late).map((lists) => lists.flat());
const facts: fc.Arbitrary<Facts> = fc.constantFrom<Facts>({ people: 19.9 }, { people: 20 }, { people: 300 }, { people: -1 }, {}, { people: 'many' });

const single: Scoring = { criteria: [{ id: 'worth', title, weight: 100, maximum: 100 }] };

describe('a score from its result alone', () => {
  it('row 55: gives the same score, band and pass for any card, marks and facts', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(cards, marks, facts, (scoring, given, known) => {
      const result = scoreSheet(scoring, given, { facts: known });
      expect(sheetAgain(sent(result))).toEqual(verdict(result));
      seen.add(result.outcome);
    }), { numRuns: 800 });
    expect([...seen].sort()).toEqual(['blocked', 'incomplete', 'invalid', 'scored', 'undecided']);
  });

  it('differs where somebody changed a mark', () => {
    const result = scoreSheet(single, [{ criterion: 'worth', mark: 77 }]);
    const forged = JSON.parse(JSON.stringify(result).replace('"mark":"77"', '"mark":"78"')) as SheetScore;
    expect([sheetAgain(sent(result)).score, sheetAgain(forged).score]).toEqual([77, 78]);
  });

  it('is told with every number, in both languages', () => {
    const scoring = { criteria: [{ id: 'effect', title, weight: 60, maximum: 10 }, { id: 'late', title, weight: 9, maximum: 3, kind: 'deduction' }], rounding: { step: 0.1 }, passMark: 40, bands } as unknown as Scoring;
    for (const locale of ['zh-CN', 'en'] as const) {
      const words = explanationText({ verdict: '', locale, lines: [explainScore(scoreSheet(scoring, [{ criterion: 'effect', mark: 7.7 }, { criterion: 'late', mark: 1 }]), scoring, locale)] });
      expectWhole(words, ['7.7', '10', '60', '46.2', '3', '9', '43.2', '40']);
    }
  });
});

const reviewers = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id }));
const sheetOf = (reviewer: string, mark: number | null, more: Partial<ScoreSheet> = {}): ScoreSheet => ({ reviewer, submittedAt: '2026-03-03T09:00:00+08:00', marks: mark === null ? [] : [{ criterion: 'worth', mark }], ...more });
const panelRules = fc.record({
  mean: openOr(fc.constantFrom('plain', 'trimmed')), dropHighest: fc.nat(2), dropLowest: fc.nat(2), minimumScores: fc.nat(6), whenFewer: fc.constantFrom('notEnough', 'dropNothing'), deviation: openOr(fc.nat(30)),
  peers: fc.record({ missing: fc.constantFrom('ignore', 'wait', 'zero') }),
}, { requiredKeys: ['mean'] });
const anySheet = fc.record({
  reviewer: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'stranger'), mark: fc.oneof({ weight: 12, arbitrary: decimal(100) }, { weight: 1, arbitrary: fc.constantFrom(null, 120) }),
  more: fc.constantFrom<Partial<ScoreSheet>>({}, {}, {}, {}, { deviationReason: '现场看过' }, { recusal: { kind: 'hard', ground: 'kin' } }, { void: { reason: '笔误', by: 'chair' } }),
}).map(({ reviewer, mark, more }) => sheetOf(reviewer, mark, more));

describe('the score of a panel from its result alone', () => {
  it('row 55: gives the same score, dropped sheets, median and reasons asked for, for any sheets and rules', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(fc.array(anySheet, { maxLength: 9 }), panelRules, fc.constantFrom(undefined, 'a'), fc.constantFrom(undefined, { step: 1 }), (sheets, panel, owner, rounding) => {
      const scoring = sent({ ...single, bands, passMark: 60, panel, rounding }) as unknown as Scoring;
      const result = scorePanel(scoring, sheets, { reviewers, ...(owner === undefined ? {} : { owner }) });
      expect(panelAgain(sent(result))).toEqual(panelVerdict(result));
      seen.add(result.outcome);
    }), { numRuns: 500 });
    expect([...seen].sort()).toEqual(['notEnough', 'scored', 'undecided', 'waiting']);
  });

  it.each((file.cases as unknown as readonly { readonly description: string; readonly scores: readonly number[]; readonly bestFrom?: number; readonly expect: object }[]).map((one) => [one.description, one] as const))('comes to the same for the written case: %s', (_, one) => {
    const { scores, description: __, expect: wanted, bestFrom = 90, ...settings } = one;
    const scoring = { ...single, ...settings, bands: [{ id: 'excellent', from: bestFrom }, { id: 'good', from: 60, below: bestFrom }, { id: 'low', below: 60 }] } as Scoring;
    const result = scorePanel(scoring, scores.map((mark, index) => sheetOf(`r${index}`, mark)));
    expect(wanted).toBeDefined();
    expect(panelAgain(sent(result))).toEqual(panelVerdict(result));
  });

  it('row 55: gives the same score of every applicant where they score one another', () => {
    const peers = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c'), decimal(100)), { maxLength: 9 });
    fc.assert(fc.property(peers, fc.constantFrom('ignore', 'wait', 'zero'), (list, missing) => {
      const scoring = { ...single, panel: { peers: { missing } } } as Scoring;
      for (const { result } of scorePeers(scoring, reviewers.slice(0, 3), list.map(([reviewer, item, mark]) => sheetOf(reviewer, mark, { item })))) expect(panelAgain(sent(result))).toEqual(panelVerdict(result));
    }), { numRuns: 150 });
  });

  it('is told with every number, in both languages', () => {
    const scoring = { ...single, panel: { mean: 'trimmed' }, bands } as Scoring;
    const result = scorePanel(scoring, [92, 88.5, 95, 79, 90, 85, 91].map((mark, index) => sheetOf(`r${index}`, mark)));
    for (const locale of ['zh-CN', 'en'] as const) expectWhole(explanationText({ verdict: '', locale, lines: [explainPanel(result, scoring, locale)] }), ['92', '88.5', '95', '79', '90', '85', '91', '446.5', '89.3']);
  });
});

/** Scores of several panels on one scale again, from the scores before. */
function harmonisedAgain({ method, items, unreadable, outcome }: Harmonised): readonly string[] {
  if (method === undefined || unreadable.length > 0) return [outcome];
  const all = items.map(({ before }) => read(before));
  return items.map(({ panel, before }) => {
    const own = items.filter((item) => item.panel === panel).map((item) => read(item.before));
    if (method === 'meanShift') return text(plus(read(before), minus(mean(all), mean(own))));
    if (method !== 'zScore') return text(read(before));
    const variance = (values: readonly Rational[]): number => number(mean(values.map((value) => times(minus(value, mean(values)), minus(value, mean(values))))));
    const spread = variance(own) === 0 ? 0 : Math.sqrt(variance(all) / variance(own));
    return (number(mean(all)) + (number(read(before)) - number(mean(own))) * spread).toFixed(6);
  });
}

describe('harmonised panels from the result alone', () => {
  it('row 55: gives the same scores for any items of three panels', () => {
    const items = fc.array(fc.record({ panel: fc.constantFrom('一组', '二组', '三组'), score: decimal(100) }), { maxLength: 9 }).map((list) => list.map((item, index) => ({ id: `p${index}`, ...item })));
    fc.assert(fc.property(items, fc.constantFrom('separate', 'asScored', 'meanShift', 'zScore'), (list, method) => {
      const result = harmonisePanels(list, { method });
      const after = result.items.map((item) => (method === 'zScore' ? number(read(item.after)).toFixed(6) : text(read(item.after))));
      expect(harmonisedAgain(sent(result))).toEqual(after);
    }), { numRuns: 200 });
  });

  it('is told with every number, in both languages', () => {
    const result = harmonisePanels([{ id: 'p1', panel: 'A', score: 90 }, { id: 'p2', panel: 'A', score: 80 }, { id: 'p3', panel: 'B', score: 70 }], { method: 'meanShift' });
    for (const locale of ['zh-CN', 'en'] as const) expectWhole(explanationText({ verdict: '', locale, lines: [explainPanels(result, locale)] }), ['90', '80', '70', '85']);
  });
});
