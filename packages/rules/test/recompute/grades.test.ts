import type { Grade, Grading, Rational, TieStep } from '@cobuild/core';
import { compareRationals } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainGrading, explanationText, grade } from '../../src/index.js';
import type { GradedProject, GradingItem, GradingResult, TieEvidence } from '../../src/index.js';
import { atLeast, number, plus, minus, read, rounded, sent, sum, through, times, within } from './exact.js';
import { groupsAgain, settledAgain } from './ties.js';
import { expectWhole } from './whole-text.js';

interface ItemAgain { readonly id: string; readonly grade?: string | undefined; readonly reward?: number | undefined; readonly bonusPoints?: number | undefined; readonly split?: GradingItem['split'] }
interface Again { readonly outcome: GradingResult['outcome']; readonly items: readonly ItemAgain[]; readonly filled: readonly number[]; readonly total: number }

/** The mark that the grade goes by, from the marks and the weights. */
function decisive({ marks, score }: GradingItem, { inputs, whenMissing, rounding, gradeOn }: Grading): Rational | undefined {
  const there = marks.filter(({ mark }) => mark !== undefined);
  if (inputs !== undefined && there.length < marks.length && whenMissing !== 'rescale' && whenMissing !== 'zero') return undefined;
  const weights = sum((whenMissing === 'rescale' ? there : marks).map(({ weight }) => read(weight)));
  const exact = inputs === undefined ? (score === undefined ? undefined : read(score)) : weights.p === 0n ? undefined : through(sum(there.map(({ mark = '0', weight }) => times(read(mark), read(weight)))), weights);
  return exact === undefined || rounding === undefined || gradeOn !== 'rounded' ? exact : rounded(exact, rounding as { step: number; mode: 'half-up' });
}

const isHole = (value: unknown): boolean => value === 'UNDECIDED';
const placesOf = (places: Grade['places'], of: number): number => (places === 'rest' || typeof places !== 'object' ? of : 'count' in places ? (places.count as number) : 'share' in places ? Math.floor((of * (places.share as { p: number }).p) / (places.share as { q: number }).q) : of);

/** Grades, rewards and totals again, from the result alone. */
function gradesAgain(result: GradingResult): Again {
  const { settings, items, settlements, problems } = result;
  const marked = items.map((item) => ({ item, mark: decisive(item, settings) }));
  const missing = marked.some(({ mark }) => mark === undefined);
  const refused = problems.some(({ code }) => code === 'grading/project-twice' || code.startsWith('grading/mark-') || code === 'grading/too-many-high-marks');
  const holes = result.holes.length > 0;
  // What is open of ties, bonus points and divisions leaves the places as they are.
  const early = result.holes.some((hole) => !/^\/(tie|joint\/\w+|grades\/\d+\/(from|below|bonusPoints))$/.test(hole));
  const graded = early || refused ? [] : settings.by === 'score' ? byMark(marked, settings) : missing ? [] : byPlace(marked, result);
  const open = settlements.some((settlement) => settledAgain(settlement).outcome === 'open');
  const outcome = holes ? 'undecided' : refused ? 'refused' : missing ? 'incomplete' : open ? 'tieOpen' : 'graded';
  const filled = settings.by === 'places' && graded.length > 0 ? takenOf(marked, settings).map(({ taken }) => taken) : settings.grades.map(({ id }) => graded.filter((item) => item.grade === id).length);
  const total = number(sum(settings.grades.map(({ reward }, index) => (typeof reward === 'number' ? times(read(reward), read(filled[index] ?? 0)) : read(0)))));
  const granted = outcome === 'graded' && !settings.grades.some(({ reward }, index) => isHole(reward) && (filled[index] ?? 0) > 0) && (settings.pot === undefined || total <= (settings.pot as number));
  return { outcome, filled, total, items: items.map((item) => ({ id: item.id, ...brought(item, graded.find(({ id }) => id === item.id)?.grade, settings, granted) })) };
}

type Marked = readonly { readonly item: GradingItem; readonly mark: Rational | undefined }[];

function byMark(marked: Marked, { grades }: Grading): ItemAgain[] {
  return marked.map(({ item, mark }) => {
    const fitting = mark === undefined ? [] : grades.filter((row) => within(row, mark));
    return { id: item.id, grade: fitting.length === 1 ? fitting[0]?.id : undefined };
  });
}

/** How many take each grade, from the best mark down, and how many places it has. */
function takenOf(marked: Marked, { grades }: Grading): { readonly taken: number; readonly places: number }[] {
  const marks = marked.flatMap(({ mark }) => mark ?? []).sort((a, b) => compareRationals(b, a));
  let start = 0;
  return grades.map(({ places, minimumScore }) => {
    const rest = marks.slice(start);
    const able = typeof minimumScore === 'number' ? rest.filter((mark) => atLeast(mark, read(minimumScore))).length : rest.length;
    const offered = Math.min(placesOf(places, marks.length), places === 'rest' ? rest.length : Infinity);
    const taken = Math.min(offered, able);
    start += taken;
    return { taken, places: offered };
  });
}

function byPlace(marked: Marked, { settings, settlements, groups }: GradingResult): ItemAgain[] {
  const values = marked.map(({ item, mark }) => ({ id: item.id, values: [mark === undefined ? '0' : `${mark.p}/${mark.q}`] }));
  const order = groupsAgain(values, [{ by: 'score' }]).flatMap(({ rank, ids }): readonly (readonly string[])[] => {
    const settlement = settlements.find((one) => one.rank === rank);
    // Equals that no border cuts stand as they are listed.
    return settlement === undefined ? [groups.filter((group) => group.ids.some((id) => ids.includes(id))).flatMap((group) => group.ids)] : settledAgain(settlement).order;
  });
  const plan = takenOf(marked, settings);
  const grades = plan.flatMap(({ taken }, index) => Array.from({ length: taken }, () => settings.grades[index]?.id));
  let end = 0;
  const borders = plan.flatMap(({ taken, places }) => ((end += taken), taken === places && taken > 0 && end < marked.length ? [end] : []));
  let place = 0;
  return order.flatMap((ids) => {
    place += ids.length;
    const from = place - ids.length + 1;
    const settled = settlements.some((one) => one.ids.includes(ids[0] ?? ''));
    const cut = settled && borders.some((border) => from <= border && border < place);
    return ids.map((id, index) => ({ id, grade: cut ? undefined : grades[from - 1 + index] }));
  });
}

/** What a grade brings, and its division among the parties of a joint project. */
function brought({ parties = [] }: GradingItem, gradeId: string | undefined, { grades, joint }: Grading, granted: boolean): Omit<ItemAgain, 'id'> {
  const row = grades.find(({ id }) => id === gradeId);
  const reward = granted && typeof row?.reward === 'number' ? row.reward : undefined;
  const bonusPoints = typeof row?.bonusPoints === 'number' ? row.bonusPoints : undefined;
  const got = { grade: gradeId, reward, bonusPoints };
  if (parties.length < 2 || (reward === undefined && bonusPoints === undefined) || joint === undefined) return got;
  const shares = parties.map(({ share }) => share);
  const divide = (amount: number | undefined, how: unknown, unit: unknown): readonly number[] | undefined => {
    if (amount === undefined) return parties.map(() => NaN);
    if (how === 'each') return parties.map(() => amount);
    if (how === 'lead') return parties.map((_, index) => (index === 0 ? amount : 0));
    if (how === 'shares' && (shares.some((share) => share === undefined) || number(sum(shares.map((share) => read(share ?? 0)))) !== 100)) return undefined;
    const parts = parties.map(({ share = 0 }) => rounded(how === 'equal' ? through(read(amount), read(parties.length)) : times(read(amount), through(read(share), read(100))), { step: (unit ?? 0.01) as number, mode: 'down' }));
    const lead = minus(read(amount), parts.slice(1).reduce(plus, read(0)));
    return [lead, ...parts.slice(1)].map(number);
  };
  const [money, points] = [divide(reward, joint.reward, joint.unit), divide(bonusPoints, joint.bonusPoints, joint.bonusStep)];
  if (money === undefined || points === undefined) return got;
  return { ...got, split: parties.map(({ id }, index) => ({ party: id, ...(reward === undefined ? {} : { reward: money[index] ?? 0 }), ...(bonusPoints === undefined ? {} : { bonusPoints: points[index] ?? 0 }) })) };
}

function verdict({ outcome, items, rows, reward }: GradingResult): Again {
  return { outcome, filled: rows.map(({ filled }) => filled), total: reward.total ?? 0, items: items.map(({ id, grade: found, reward: money, bonusPoints, split }) => ({ id, grade: found, reward: money, bonusPoints, ...(split === undefined ? {} : { split }) })) };
}

const title = { 'zh-CN': '级', en: 'grade' };
const openOr = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | 'UNDECIDED'> => fc.oneof({ weight: 25, arbitrary: value }, { weight: 1, arbitrary: fc.constant('UNDECIDED' as const) });
const parties = fc.constantFrom(undefined, undefined, [{ id: 'x', share: 60 }, { id: 'y', share: 40 }], [{ id: 'x' }, { id: 'y' }, { id: 'z' }]);
const projects = fc.array(fc.record({ score: fc.integer({ min: 117, max: 126 }), other: fc.constantFrom(80, 90, 90, 90, null), parties }), { minLength: 1, maxLength: 9 });
const gradings = fc.record({
  by: fc.constantFrom('score', 'places'), inputs: fc.boolean(), rounding: fc.constantFrom(undefined, { step: 1, mode: 'half-up' }), gradeOn: openOr(fc.constantFrom('rounded', 'unrounded')), whenMissing: openOr(fc.constantFrom('block', 'rescale', 'zero')),
  tie: fc.constantFrom<TieStep[] | 'UNDECIDED' | undefined>(undefined, 'UNDECIDED', [{ by: 'lot' }], [{ by: 'ask' }]), pot: openOr(fc.constantFrom(undefined, 60000, 20000)),
  first: openOr(fc.constantFrom<object>({ count: 1 }, { share: { p: 1, q: 5 } }, { count: 3 })), reward: openOr(fc.constantFrom(10000, 12345.67)), minimumScore: fc.constantFrom(undefined, 60),
  joint: fc.record({ reward: fc.constantFrom('lead', 'equal', 'shares'), bonusPoints: fc.constantFrom('lead', 'each', 'equal'), unit: fc.constantFrom(undefined, 100), bonusStep: fc.constantFrom(undefined, 0.1) }), marks: fc.constantFrom(undefined, undefined, { maximum: 62 }),
}).map(({ inputs, first, reward, minimumScore, ...more }) => sent({
  id: 'final', title, ...more, ...(inputs ? { inputs: [{ id: 'own', title, weight: 50 }, { id: 'other', title, weight: 30 }] } : {}),
  grades: more.by === 'places'
    ? [{ id: 'first', title, places: first, reward, bonusPoints: 3, minimumScore }, { id: 'second', title, places: { share: { p: 1, q: 2 } }, reward: 5000, bonusPoints: 1 }, { id: 'third', title, places: 'rest' }]
    : [{ id: 'first', title, from: 62, reward, bonusPoints: 3 }, { id: 'second', title, from: 60, below: 62, reward: 5000 }, { id: 'third', title, below: 59 }],
}) as unknown as Grading);
const evidence = fc.constantFrom<TieEvidence>({}, { seed: '2026-05-01 第27期' }, { decided: ['p8', 'p7', 'p6', 'p5', 'p4', 'p3', 'p2', 'p1', 'p0'] });

describe('grades from the result alone', () => {
  it('row 55: gives the same grades, rewards, bonus points and divisions, by marks and by places', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(gradings, projects, evidence, (grading, list, tie) => {
      const given = list.map(({ score, other, parties: who }, index): GradedProject => ({ id: `p${index}`, score: score / 2, marks: { own: score / 2, other }, ...(who === undefined ? {} : { parties: who }) }));
      const result = grade(grading, given, { tie });
      expect(gradesAgain(sent(result))).toEqual(verdict(result));
      seen.add(result.outcome);
    }), { numRuns: 800 });
    expect([...seen].sort()).toEqual(['graded', 'incomplete', 'refused', 'tieOpen', 'undecided']);
  });

  it('comes to 1, 12, 32 and 19 of 64 projects and 348,000 yuan again, and tells every number', () => {
    const gradeOf = (id: string, places: Grade['places'], reward: number): Grade => ({ id, title: { 'zh-CN': id, en: id }, places, reward });
    const grading: Grading = { id: 'final', title, by: 'places', pot: 348000, grades: [gradeOf('special', { count: 1 }, 30000), gradeOf('first', { share: { p: 1, q: 5 } }, 10000), gradeOf('second', { share: { p: 1, q: 2 } }, 5000), gradeOf('third', 'rest', 2000)] };
    const result = grade(grading, Array.from({ length: 64 }, (_, index) => ({ id: `p${index + 1}`, score: 99 - index / 10 })));
    expect(gradesAgain(sent(result))).toEqual(verdict(result));
    expect(gradesAgain(sent(result))).toMatchObject({ filled: [1, 12, 32, 19], total: 348000 });
    for (const locale of ['zh-CN', 'en'] as const) expectWhole(explanationText({ verdict: '', locale, lines: [explainGrading(result, grading, locale)] }), ['12', '32', '19', '30,000', '10,000', '5,000', '2,000', '348,000', '99']);
  });

  it('differs where somebody changed a mark', () => {
    const grading: Grading = { id: 'final', title, by: 'score', grades: [{ id: 'high', title, from: 90 }, { id: 'low', title, below: 90 }] };
    const result = grade(grading, [{ id: 'a', score: 89.5 }]);
    const forged = JSON.parse(JSON.stringify(result).replace('"89.5"', '"90"')) as GradingResult;
    expect([gradesAgain(sent(result)), gradesAgain(forged)].map(({ items }) => items[0]?.grade)).toEqual(['low', 'high']);
  });

  it('comes again to 89.5 in the band below 90', () => {
    const performance: Grading = { id: 'performance', title, by: 'score', grades: [{ id: 'excellent', title, from: 90 }, { id: 'good', title, from: 80, below: 90 }, { id: 'fair', title, from: 60, below: 80 }, { id: 'poor', title, below: 60 }] };
    const result = grade(performance, [{ id: 'a', score: 89.5 }, { id: 'b', score: 90 }]);
    expect(gradesAgain(sent(result)).items.map((item) => item.grade)).toEqual(['good', 'excellent']);
  });
});
