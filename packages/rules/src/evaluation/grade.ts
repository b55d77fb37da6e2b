import type { Grading, Problem, Rational } from '@cobuild/core';
import { toPointer } from '@cobuild/core';
import { ruleProblem } from '../locales/rule-message.js';
import { rank, settleTies } from '../ranking/index.js';
import type { RankItem } from '../ranking/index.js';
import { exactText } from '../scoring/exact.js';
import { bandOf } from './bands.js';
import type { FinalMark } from './combine-marks.js';
import { markCombiner } from './combine-marks.js';
import { planPlaces } from './grade-places.js';
import type { GradedProject, GradingItem, GradingOptions, GradingResult } from './grading-types.js';
import { markProblems } from './mark-limits.js';
import { rewardTotals } from './reward-totals.js';
import type { SettingReader } from './settings.js';
import { createSettingReader } from './settings.js';
import { splitJoint } from './split-joint.js';

/**
 * Grades projects by their marks or by places, with rewards that never exceed the pot, and bonus points.
 *
 * - by `score`: a grade is a half-open band of marks, so 89.5 is below 90.
 * - by `places`: the best get the first grade, as many as it has places. Equals across the border of two grades are separated by the grading's
 *   tie rule, which is asked for there and nowhere else.
 *
 * A grade is made of marks alone: whether a check was passed, or what place somebody had elsewhere, is never turned into one.
 *
 * @param grading - Parameter references already replaced by their values.
 * @returns Everything needed to recompute: marks with weights, exact and rounded score, rank, how ties were separated, rewards against the pot.
 * @example grade(qianjiang, projects).rows.map(({ filled }) => filled) // [1, 12, 32, 19]
 */
export function grade(grading: Grading, projects: readonly GradedProject[], { tie = {}, locale = 'zh-CN' }: GradingOptions = {}): GradingResult {
  const read = createSettingReader();
  const combine = markCombiner(grading, read);
  const finals = projects.map((project) => ({ project, final: combine(project) }));
  const problems = [...duplicates(projects, locale), ...markProblems(grading, projects, read, locale)];
  const missing = finals.filter(({ final }) => final.decisive === undefined && final.open === undefined);
  const placed = read.holes.length > 0 || problems.length > 0 ? undefined : grading.by === 'score' ? byScore(grading, finals, read) : missing.length > 0 ? undefined : byPlaces(grading, finals, tie, read);
  const items = placed?.items ?? finals.map(({ project, final }): GradingItem => ({ id: project.id, ...markOf(final), ...(final.decisive === undefined && final.open === undefined ? { without: 'mark' as const } : {}) }));
  const counts = grading.grades.map(({ id }, index) => placed?.counts?.[index] ?? items.filter((item) => item.grade === id).length);
  const reward = rewardTotals(grading, counts);
  const outcome = read.holes.length > 0 ? 'undecided' : problems.length > 0 ? 'refused' : missing.length > 0 ? 'incomplete' : placed?.settled === false ? 'tieOpen' : 'graded';
  const byId = new Map(projects.map((project) => [project.id, project]));
  const granted = items.map((item) => grant(item, { grading, project: byId.get(item.id) ?? { id: item.id }, within: outcome === 'graded' && reward.outcome === 'within', read }));
  const found = granted.flatMap(({ badShares, item }) => (badShares ? [ruleProblem('grading/shares-not-100', { document: 'projects', pointer: toPointer(item.id), params: { project: item.id }, locale })] : []));
  return {
    outcome, grading: grading.id, settings: grading, by: grading.by, items: granted.map(({ item }) => item),
    rows: reward.rows.map((row, index) => ({ ...row, ...(placed?.capacities === undefined ? {} : { places: placed.capacities[index] ?? 0 }) })),
    settlements: placed?.settlements ?? [], groups: placed?.groups ?? [], reward, holes: read.holes,
    problems: [...problems, ...found, ...afterwards(items, reward, outcome, locale)],
  };
}

interface Marked { readonly project: GradedProject; readonly final: FinalMark }
interface Placed {
  readonly items: readonly GradingItem[];
  readonly settled: boolean;
  readonly counts?: readonly number[];
  readonly capacities?: readonly number[];
  readonly settlements?: GradingResult['settlements'];
  readonly groups?: GradingResult['groups'];
}

function markOf({ marks, exact, rounded }: FinalMark): Pick<GradingItem, 'marks' | 'score' | 'rounded'> {
  return { marks, ...(exact === undefined ? {} : { score: exactText(exact) }), ...(rounded === undefined ? {} : { rounded: exactText(rounded) }) };
}

function byScore({ grades }: Grading, finals: readonly Marked[], read: SettingReader): Placed {
  const items = finals.map(({ project, final }): GradingItem => {
    const base = { id: project.id, ...markOf(final) };
    if (final.decisive === undefined) return { ...base, without: 'mark' };
    const band = bandOf(grades, final.decisive);
    if (band === 'open') noteLimits(grades, read);
    const found = typeof band === 'number' ? grades[band]?.id : undefined;
    return found === undefined ? { ...base, without: 'band' } : { ...base, grade: found };
  });
  return { items, settled: true };
}

function noteLimits(grades: Grading['grades'], read: SettingReader): void {
  grades.forEach(({ from, below }, index) => {
    if (from !== undefined) read.decimal(from, `/grades/${index}/from`);
    if (below !== undefined) read.decimal(below, `/grades/${index}/below`);
  });
}

function byPlaces(grading: Grading, finals: readonly Marked[], tie: NonNullable<GradingOptions['tie']>, read: SettingReader): Placed | undefined {
  const byId = new Map(finals.map((marked) => [marked.project.id, marked]));
  const rankItems: readonly RankItem[] = finals.map(({ project, final }) => ({ id: project.id, score: exactText(final.decisive ?? { p: 0n, q: 1n }), facts: project.marks ?? {} }));
  const ranking = rank(rankItems, [{ by: 'score' }]);
  const scores = ranking.places.flatMap(({ id }): Rational[] => { const score = byId.get(id)?.final.decisive; return score === undefined ? [] : [score]; });
  const plan = planPlaces(grading, scores, read);
  if (plan === undefined) return undefined;
  const settled = settleTies(ranking.groups, grading.tie, { places: plan.borders }, { items: rankItems, ...tie });
  if (settled.outcome === 'undecided') read.open('/tie');
  const open = new Set(settled.open.flatMap(({ order }) => order.filter((ids) => ids.length > 1)).flat());
  const ranks = new Map(ranking.places.map((place) => [place.id, place]));
  const grades = plan.grades.flatMap(({ taken }, index) => Array.from({ length: taken }, () => grading.grades[index]?.id));
  const items = settled.order.map((id, place): GradingItem => {
    const marked = byId.get(id);
    const base = { id, ...markOf(marked?.final ?? { marks: [] }), rank: ranks.get(id)?.rank ?? place + 1, tiedWith: ranks.get(id)?.tiedWith ?? [] };
    const found = grades[place];
    if (open.has(id) && crosses(settled.open, id, plan.borders)) return { ...base, without: 'tie' };
    return found === undefined ? { ...base, without: 'place' } : { ...base, grade: found };
  });
  return { items, settled: settled.open.length === 0, counts: plan.grades.map(({ taken }) => taken), capacities: plan.grades.map(({ capacity }) => capacity), settlements: settled.settlements, groups: settled.groups };
}

/** Whether the equals that an id still stands among lie on both sides of a border. */
function crosses(open: GradingResult['settlements'], id: string, borders: readonly number[]): boolean {
  return open.some(({ rank: first, order }) => {
    let place = first;
    for (const ids of order) {
      const from = place;
      if (ids.includes(id)) return borders.some((border) => from <= border && border < from + ids.length - 1);
      place += ids.length;
    }
    return false;
  });
}

interface Grant { readonly grading: Grading; readonly project: GradedProject; readonly within: boolean; readonly read: SettingReader }

/** Adds what the grade brings. */
function grant(item: GradingItem, { grading, project, within, read }: Grant): { readonly item: GradingItem; readonly badShares: boolean } {
  const index = grading.grades.findIndex(({ id }) => id === item.grade);
  const found = grading.grades[index];
  if (found === undefined) return { item, badShares: false };
  const bonus = found.bonusPoints === undefined ? undefined : read.decimal(found.bonusPoints, `/grades/${index}/bonusPoints`);
  const gets = { ...(within && typeof found.reward === 'number' ? { reward: found.reward } : {}), ...(bonus === undefined || typeof found.bonusPoints !== 'number' ? {} : { bonusPoints: found.bonusPoints }) };
  const { parties = [] } = project;
  if (parties.length < 2 || Object.keys(gets).length === 0) return { item: { ...item, ...gets }, badShares: false };
  const split = splitJoint(grading.joint, parties, gets, read);
  return { item: { ...item, ...gets, parties, ...(split.outcome === 'split' ? { split: split.split } : {}) }, badShares: split.outcome === 'badShares' };
}

function duplicates(projects: readonly GradedProject[], locale: NonNullable<GradingOptions['locale']>): Problem[] {
  const seen = new Set<string>();
  return projects.flatMap(({ id }, index) => {
    const twice = seen.has(id);
    seen.add(id);
    return twice ? [ruleProblem('grading/project-twice', { document: 'projects', pointer: `/${index}`, params: { project: id }, locale })] : [];
  });
}

/** What a person has to know although everybody has been looked at. */
function afterwards(items: readonly GradingItem[], reward: GradingResult['reward'], outcome: GradingResult['outcome'], locale: NonNullable<GradingOptions['locale']>): Problem[] {
  if (outcome !== 'graded') return [];
  const without = items.filter((item) => item.without === 'band' || item.without === 'place');
  return [
    ...(without.length === 0 ? [] : [ruleProblem('grading/without-grade', { document: 'projects', pointer: '', severity: 'warning', params: { count: without.length, projects: without.map(({ id }) => id) }, locale })]),
    ...(reward.outcome === 'over' ? [ruleProblem('grading/over-pot', { document: 'evaluation', pointer: '/pot', params: { total: reward.total, pot: reward.pot, over: reward.over }, locale })] : []),
  ];
}
