import type { ScoreSheet, Scoring } from '@cobuild/core';
import { compareRationals, decimalToText } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import file from '../../test/score-cases.json' with { type: 'json' };
import { ZERO, addExact, divideExact, exactText, fromDecimal, readExact } from './exact.js';
import { borderItems, harmonisePanels } from './harmonise.js';
import { rank } from '../ranking/index.js';
import { scorePanel } from './score-panel.js';
import { scorePeers } from './score-peers.js';
import { visibleSheets } from './visible-sheets.js';

const title = (text: string): { 'zh-CN': string } => ({ 'zh-CN': text });
const scoring: Scoring = {
  criteria: [{ id: 'whole', title: title('总体'), weight: 100, maximum: 100 }],
  rounding: { step: 0.01 },
  bands: [{ id: 'excellent', title: title('优'), from: 90 }, { id: 'good', title: title('良'), from: 80, below: 90 }, { id: 'fair', title: title('中'), from: 60, below: 80 }, { id: 'poor', title: title('差'), below: 60 }],
};
const AT = '2026-05-01T09:00:00+08:00';
const sheet = (reviewer: string, mark: number, more: Partial<ScoreSheet> = {}): ScoreSheet => ({ reviewer, marks: [{ criterion: 'whole', mark }], submittedAt: AT, ...more });
const sheetsOf = (marks: readonly number[]): ScoreSheet[] => marks.map((mark, index) => sheet(`r${index + 1}`, mark));

interface PanelCase { readonly description: string; readonly scores: readonly number[]; readonly panel?: Scoring['panel']; readonly rounding?: Scoring['rounding']; readonly decideOn?: Scoring['decideOn']; readonly bestFrom?: number; readonly expect: Readonly<Record<string, unknown>> }

describe('row 43: panels', () => {
  it.each((file.cases as unknown as readonly PanelCase[]).map((item) => [item.description, item] as const))('%s', (_, { scores, panel, rounding, decideOn, bestFrom = 90, expect: expected }) => {
    const rules: Scoring = {
      ...scoring, ...(panel === undefined ? {} : { panel }), ...(rounding === undefined ? {} : { rounding }), ...(decideOn === undefined ? {} : { decideOn }),
      bands: (scoring.bands ?? []).map((band) => (band.id === 'excellent' ? { ...band, from: bestFrom } : band.id === 'good' ? { ...band, below: bestFrom } : band)),
    };

    expect(scorePanel(rules, sheetsOf(scores))).toMatchObject(expected);
  });

  it('names the dropped sheets and keeps them', () => {
    const { entries, dropped } = scorePanel({ ...scoring, panel: { mean: 'trimmed' } }, sheetsOf([92, 88.5, 95, 79, 90, 85, 91]));
    expect(entries.filter(({ state }) => state === 'dropped').map(({ reviewer, dropped: end, raw }) => [reviewer, end, raw])).toEqual([['r3', 'highest', '95'], ['r4', 'lowest', '79']]);
    expect(dropped).toEqual({ highest: 1, lowest: 1 });
  });

  it('moves the result never beyond what is left between the ends, whatever an outlier says', () => {
    const mark = fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100);
    fc.assert(fc.property(fc.array(mark, { minLength: 3, maxLength: 9 }), mark, (marks, outlier) => {
      const trimmed: Scoring = { ...scoring, panel: { mean: 'trimmed' } };
      const sorted = [...marks].sort((a, b) => a - b);
      const { raw } = scorePanel(trimmed, sheetsOf([...marks, outlier]));
      const value = readExact(raw);
      if (value === undefined) throw new Error('no score');
      // The outlier itself is dropped or lies among the others, so the mean stays between the least and the greatest of them.
      expect(compareRationals(value, fromDecimal(sorted[0] ?? 0))).toBeGreaterThanOrEqual(0);
      expect(compareRationals(value, fromDecimal(sorted[sorted.length - 1] ?? 0))).toBeLessThanOrEqual(0);
      // However far it lies, it does no more than one at the end would.
      const at = (extra: number): unknown => scorePanel(trimmed, sheetsOf([...marks, extra])).raw;
      if (outlier >= (sorted[sorted.length - 1] ?? 0)) expect(raw).toBe(at(sorted[sorted.length - 1] ?? 0));
      if (outlier <= (sorted[0] ?? 0)) expect(raw).toBe(at(sorted[0] ?? 0));
    }), { numRuns: 300 });
  });

  it('does not depend on the order of the sheets, and agrees with hundredths added as integers', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 }), (hundredths) => {
      const marks = hundredths.map((value) => value / 100);
      const sum = hundredths.reduce((total, value) => total + value, 0);
      const { score, raw } = scorePanel(scoring, sheetsOf(marks));
      expect(raw).toBe(scorePanel(scoring, sheetsOf([...marks].reverse())).raw);
      expect(score).toBe(Math.floor((2 * sum + hundredths.length) / (2 * hundredths.length)) / 100);
    }), { numRuns: 300 });
  });

  it('ranks on the rounded score or on the exact one', () => {
    expect(scorePanel(scoring, sheetsOf([88.333])).rankValue).toBe('88.33');
    expect(scorePanel({ ...scoring, rankOn: 'raw' }, sheetsOf([88.333])).rankValue).toBe('88.333');
    expect(scorePanel({ ...scoring, rankOn: 'UNDECIDED' }, sheetsOf([88.333]))).toMatchObject({ outcome: 'scored', score: 88.33, holes: ['rankOn'] });
  });
});

describe('row 43: the order of steps', () => {
  const rules: Scoring = { ...scoring, panel: { mean: 'trimmed', recusal: { sameUnit: 'hard', kin: 'soft' } } };
  const applicant = { id: 'village-1', unit: 'village-1', town: 'town-1' };

  it('recuses before it drops, so a recused score is neither the highest nor in the mean', () => {
    const sheets = [sheet('r1', 100, { unit: 'village-1' }), sheet('r2', 90), sheet('r3', 80), sheet('r4', 70)];
    const { score, entries, valid } = scorePanel(rules, sheets, { applicant });
    expect({ score, valid }).toEqual({ score: 80, valid: 3 });
    expect(entries.map(({ state }) => state)).toEqual(['recused', 'dropped', 'counted', 'dropped']);
    expect(entries[0]?.recusal).toEqual({ kind: 'hard', ground: 'sameUnit', source: 'automatic' });
  });

  it('counts a soft conflict and keeps it on record; a ground that the scheme does not name is hard', () => {
    const sheets = [sheet('r1', 100, { recusal: { ground: 'kin', reason: '远亲' } }), sheet('r2', 90), sheet('r3', 80), sheet('r4', 70, { recusal: { ground: 'creditor', kind: 'soft' } })];
    const { entries, score } = scorePanel(rules, sheets, { recusals: [{ reviewer: 'r5', ground: 'tookPart' }], reviewers: ['r1', 'r2', 'r3', 'r4', 'r5'].map((id) => ({ id })) });
    expect(score).toBe(90);
    expect(entries.map(({ reviewer, state, recusal }) => [reviewer, state, recusal?.kind])).toEqual([['r1', 'dropped', 'soft'], ['r2', 'counted', undefined], ['r3', 'dropped', undefined], ['r4', 'recused', 'hard'], ['r5', 'recused', 'hard']]);
    expect(entries[0]?.recusal?.reason).toBe('远亲');
  });

  it('lets the record make a soft conflict hard, never the other way round', () => {
    const both = scorePanel(rules, [sheet('r1', 100)], { recusals: [{ reviewer: 'r1', ground: 'kin', kind: 'hard' }] });
    expect(both.entries[0]?.state).toBe('recused');
  });

  it('is undecided where the scheme leaves a conflict open that occurs, and only there', () => {
    const open: Scoring = { ...scoring, panel: { recusal: { kin: 'UNDECIDED' } } };
    expect(scorePanel(open, [sheet('r1', 80, { recusal: { ground: 'kin' } })])).toMatchObject({ outcome: 'undecided', holes: ['panel/recusal/kin'] });
    expect(scorePanel(open, [sheet('r1', 80)]).outcome).toBe('scored');
  });

  it('leaves out what is void, a draft, incomplete, invalid, second or a stranger’s, each with its reason', () => {
    const { submittedAt: _, ...draft } = sheet('r2', 50);
    const sheets = [
      sheet('r1', 50, { void: { reason: '评委填错对象' } }), draft, sheet('r3', 50, { marks: [] }), sheet('r4', 101), sheet('r5', 80), sheet('r5', 10), sheet('nobody', 10),
    ];
    const result = scorePanel(scoring, sheets, { reviewers: ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'].map((id) => ({ id })) });
    expect(result.score).toBe(80);
    expect(result.entries.map(({ reviewer, state }) => `${reviewer} ${state}`)).toEqual(['r1 void', 'r2 draft', 'r3 incomplete', 'r4 invalid', 'r5 counted', 'r5 duplicate', 'nobody invalid', 'r6 missing']);
    expect(result.entries[0]?.reason).toBe('评委填错对象');
    expect(result.problems.map(({ code }) => code)).toEqual(['score/mark-outside', 'score/second-sheet', 'score/stranger']);
  });
});

describe('scorePanel', () => {
  it('leaves sheets of another item, stage or panel aside', () => {
    const sheets = [sheet('r1', 80, { stage: 'expert', panel: 'east', item: 'a' }), sheet('r2', 10, { stage: 'other' }), sheet('r3', 20, { panel: 'west' }), sheet('r4', 30, { item: 'b' }), sheet('r5', 90)];
    expect(scorePanel(scoring, sheets, { stage: 'expert', panel: 'east', item: 'a' })).toMatchObject({ score: 85, valid: 2 });
  });

  it('points to the sheet where something is wrong', () => {
    const { problems } = scorePanel(scoring, [sheet('r1', 80, { item: 'b' }), sheet('r2', 101)], { item: 'a' });
    expect(problems).toMatchObject([{ code: 'score/mark-outside', document: 'case', pointer: '/scores/1/marks' }]);
  });

  it('takes broken sheets for what can be read of them, and never throws', () => {
    const broken = [null, 5, {}, { reviewer: 'a' }, { reviewer: 'b', marks: 'x', submittedAt: AT }, { reviewer: 'c', marks: [null, { criterion: {} }], submittedAt: AT }, { reviewer: 'd', marks: [{ criterion: 'whole', mark: { digits: 5 } }], submittedAt: AT, deviationReason: 5 }];
    const result = scorePanel({ ...scoring, panel: { deviation: 1 } }, [...broken, sheet('e', 70), sheet('f', 80)] as unknown as ScoreSheet[]);
    expect(result).toMatchObject({ outcome: 'scored', score: 75, valid: 2 });
  });
});

describe('row 46: deviation from the median', () => {
  const rules: Scoring = { ...scoring, panel: { deviation: 10 } };

  it.each([[79.99, true], [80, false], [80.01, false], [100, false], [100.01, true]])('a score of %s beside a median of 90 asks for a reason: %s', (mark, asked) => {
    const wide: Scoring = { ...rules, criteria: [{ id: 'whole', title: title('总体'), weight: 200, maximum: 200 }], outOf: 200 };
    const { alerts, reasonsMissing, median } = scorePanel(wide, sheetsOf([90, 90, 90, mark]));
    expect(median).toBe('90');
    expect(reasonsMissing).toEqual(asked ? ['r4'] : []);
    expect(alerts).toHaveLength(asked ? 1 : 0);
  });

  it('stores the reason and asks no more; blanks are no reason', () => {
    const given = scorePanel(rules, [...sheetsOf([90, 90]), sheet('r3', 60, { deviationReason: '预算不实' }), sheet('r4', 99, { deviationReason: ' ' })]);
    expect(given.alerts).toEqual([{ reviewer: 'r3', raw: '60', distance: '30', reason: '预算不实' }]);
    expect(scorePanel(rules, [...sheetsOf([90, 90]), sheet('r3', 60, { deviationReason: ' ' })]).reasonsMissing).toEqual(['r3']);
  });

  it('takes the median of all valid scores, the dropped ones too', () => {
    expect(scorePanel({ ...rules, panel: { deviation: 10, mean: 'trimmed' } }, sheetsOf([50, 88, 90, 92]))).toMatchObject({ median: '89', reasonsMissing: ['r1'] });
  });
});

describe('row 42: blind until all are in', () => {
  const reviewers = ['r1', 'r2', 'r3'].map((id) => ({ id }));
  const { submittedAt: _, ...draft } = sheet('r3', 70);
  const some = [sheet('r1', 90), sheet('r2', 80), draft];
  const seen = (sheets: readonly ScoreSheet[], viewer: string | undefined, more = {}): string[] => visibleSheets(scoring, sheets, { reviewers, ...(viewer === undefined ? {} : { viewer }), ...more }).sheets.map(({ reviewer }) => reviewer);

  it('shows one’s own sheet only while somebody is still writing, and of the others not even a mark', () => {
    expect(seen(some, 'r1')).toEqual(['r1']);
    expect(seen(some, undefined)).toEqual([]);
    expect(visibleSheets(scoring, some, { reviewers, viewer: 'r1' }).hidden).toEqual([{ reviewer: 'r2', submitted: true }, { reviewer: 'r3', submitted: false }]);
    expect(seen([sheet('r1', 90), sheet('r2', 80)], 'r1')).toEqual(['r1']);
  });

  it('shows all once all are in, or the panel is closed; a draft never', () => {
    expect(seen([sheet('r1', 90), sheet('r2', 80), sheet('r3', 70)], 'r1')).toEqual(['r1', 'r2', 'r3']);
    expect(seen(some, 'r1', { closed: true })).toEqual(['r1', 'r2']);
    expect(visibleSheets(scoring, [sheet('r1', 90)], { viewer: 'r2' })).toMatchObject({ sheets: [], allIn: false });
  });

  it('does not wait for a recused reviewer, who sees no other sheet', () => {
    const recusals = [{ reviewer: 'r3', ground: 'kin' }];
    const sheets = [sheet('r1', 90), sheet('r2', 80)];
    expect(seen(sheets, 'r1', { recusals })).toEqual(['r1', 'r2']);
    expect(seen(sheets, 'r3', { recusals })).toEqual([]);
  });

  it('is open from the start where the scheme says so, for reviewers only; while it is not decided it is blind', () => {
    const open = (blind: 'never' | 'UNDECIDED', viewer: string): string[] => visibleSheets({ ...scoring, panel: { blind } }, some, { reviewers, viewer }).sheets.map(({ reviewer }) => reviewer);
    expect(open('never', 'r1')).toEqual(['r1', 'r2']);
    expect(open('never', 'applicant')).toEqual([]);
    expect(open('UNDECIDED', 'r1')).toEqual(['r1']);
  });
});

describe('row 45: applicants score one another', () => {
  const applicants = ['a', 'b', 'c'].map((id) => ({ id }));
  const peers = (missing: 'ignore' | 'wait' | 'zero' | 'UNDECIDED'): Scoring => ({ ...scoring, panel: { peers: { missing } } });
  const all = [sheet('a', 90, { item: 'b' }), sheet('c', 80, { item: 'b' }), sheet('b', 70, { item: 'a' }), sheet('c', 60, { item: 'a' }), sheet('a', 50, { item: 'c' })];

  it('refuses the score for the own application', () => {
    const [first] = scorePeers(peers('ignore'), applicants, [...all, sheet('a', 100, { item: 'a' })]);
    expect(first?.result).toMatchObject({ score: 65, problems: [{ code: 'score/own-item' }] });
    expect(first?.result.entries.map(({ reviewer, state }) => `${reviewer} ${state}`)).toEqual(['b counted', 'c counted', 'a ownItem']);
  });

  it.each([['ignore', 'scored', 50], ['wait', 'waiting', null], ['zero', 'scored', 25], ['UNDECIDED', 'scored', 50]] as const)('c lacks the score of b: %s', (missing, outcome, score) => {
    const c = scorePeers(peers(missing), applicants, all)[2]?.result;
    if (missing === 'UNDECIDED') expect(c).toMatchObject({ outcome: 'undecided', score: null, holes: ['panel/peers/missing'] });
    else expect(c).toMatchObject({ outcome, score });
  });

  it('shows that a missing peer was taken as 0', () => {
    expect(scorePeers(peers('zero'), applicants, all)[2]?.result.entries[1]).toMatchObject({ reviewer: 'b', state: 'counted', raw: '0', assumed: true });
  });
});

describe('row 44: two panels with shifted means', () => {
  // East gives 10 points more than west for the same work.
  const items = [
    { id: 'e1', panel: 'east', score: 96 }, { id: 'e2', panel: 'east', score: 92 }, { id: 'e3', panel: 'east', score: 88 },
    { id: 'w1', panel: 'west', score: 88.5 }, { id: 'w2', panel: 'west', score: 82 }, { id: 'w3', panel: 'west', score: 75.5 },
  ];
  const order = (method: 'asScored' | 'meanShift' | 'zScore'): string[] => rank(harmonisePanels(items, { method }).items.map(({ id, after }) => ({ id, score: after })), [{ by: 'score' }]).places.map(({ id }) => id);

  it('puts the lenient panel first without harmonising', () => {
    expect(order('asScored')).toEqual(['e1', 'e2', 'w1', 'e3', 'w2', 'w3']);
  });

  it('puts both on one scale by the shift of the means', () => {
    const { items: moved, panels, overall } = harmonisePanels(items, { method: 'meanShift' });
    expect(overall?.mean).toBe('87');
    expect(panels.map(({ panel, mean, shift }) => [panel, mean, shift])).toEqual([['east', '92', '-5'], ['west', '82', '5']]);
    expect(moved.map(({ after }) => after)).toEqual(['91', '87', '83', '93.5', '87', '80.5']);
    expect(order('meanShift')).toEqual(['w1', 'e1', 'e2', 'w2', 'e3', 'w3']);
  });

  it('makes the spread equal too: the best of either panel meet', () => {
    const { items: moved } = harmonisePanels(items, { method: 'zScore' });
    expect(moved[0]?.after).toBe(moved[3]?.after);
    expect(moved[1]?.after).toBe('87');
    // 87 + (96 − 92) × √(variance of all ÷ variance of the panel), in floating point for comparison; east's variance is (16 + 0 + 16) / 3.
    const all = items.map(({ score }) => score);
    const mean = 87;
    const variance = all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 6;
    expect(Number(moved[0]?.after)).toBeCloseTo(87 + 4 * Math.sqrt(variance / (32 / 3)), 9);
    expect(order('zScore')).toEqual(['e1', 'w1', 'e2', 'w2', 'e3', 'w3']);
  });

  it('gives everybody of a panel without spread the mean of all', () => {
    const flat = [{ id: 'a', panel: 'x', score: 80 }, { id: 'b', panel: 'x', score: 80 }, { id: 'c', panel: 'y', score: 90 }, { id: 'd', panel: 'y', score: 70 }];
    expect(harmonisePanels(flat, { method: 'zScore' }).items.map(({ after }) => after).slice(0, 2)).toEqual(['80', '80']);
  });

  it('is undecided where the method is, and names scores it cannot read', () => {
    expect(harmonisePanels(items, { method: 'UNDECIDED' })).toMatchObject({ outcome: 'undecided', holes: ['panels/method'] });
    expect(harmonisePanels([{ id: 'a', panel: 'x', score: 'many' }], { method: 'asScored' })).toMatchObject({ outcome: 'invalid', unreadable: ['a'] });
  });

  it('sends items near the line to the plenary, at the distance too', () => {
    const scores = [90, 85, 84, 83, 82.99, 82].map((score, index) => ({ id: `i${index + 1}`, score }));
    expect(borderItems(scores, 3, { method: 'separate', plenaryWithin: 1 })).toMatchObject({ line: '84', plenary: ['i2', 'i3', 'i4'] });
    expect(borderItems(scores, 6, { method: 'separate', plenaryWithin: 1 })).toEqual({ plenary: [], holes: [] });
  });

  it('keeps the order inside every panel when means are shifted', () => {
    fc.assert(fc.property(fc.array(fc.record({ panel: fc.constantFrom('x', 'y', 'z'), score: fc.integer({ min: 0, max: 10_000 }) }), { minLength: 1, maxLength: 12 }), (drawn) => {
      const given = drawn.map(({ panel, score }, index) => ({ id: `i${index}`, panel, score: decimalToText(score / 100) }));
      const { items: moved } = harmonisePanels(given, { method: 'meanShift' });
      const before = rank(given, [{ by: 'score' }]).places.map(({ id }) => id);
      const after = rank(moved.map(({ id, after: score }) => ({ id, score })), [{ by: 'score' }]).places.map(({ id }) => id);
      const panelOf = new Map(given.map(({ id, panel }) => [id, panel]));
      for (const panel of ['x', 'y', 'z']) expect(after.filter((id) => panelOf.get(id) === panel)).toEqual(before.filter((id) => panelOf.get(id) === panel));
      const total = (values: readonly (string | number)[]): unknown => values.reduce((sum, value) => addExact(sum, readExact(value) ?? ZERO), ZERO);
      expect(total(moved.map(({ after: value }) => value))).toEqual(total(given.map(({ score }) => score)));
    }), { numRuns: 200 });
  });
});

describe('exact numbers as text', () => {
  it('are read as they were written', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }), (p, q) => {
      const value = divideExact({ p, q: 1n }, { p: q, q: 1n });
      expect(readExact(exactText(value))).toEqual(value);
      expect(readExact(`${value.p}/${value.q}`)).toEqual(value);
    }));
    expect(readExact('1/0')).toBeUndefined();
    expect(readExact('1/-2')).toBeUndefined();
  });
});
