import type { Scheme } from '@cobuild/core';
import { parameterProblems } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import type { CaseTable } from './case-table.js';
import { directionAt, flipPage, flippedRows } from './flips.js';
import type { CaseVerdict } from './case-verdict.js';
import { verdictAt } from './case-verdict.js';
import type { PolicyColumns } from './policy-columns.js';
import { OUTCOMES, policyColumns } from './policy-columns.js';
import type { BreakdownRow, FlipDirection, FlipPage, FlipQuery, OutcomeMove, PolicyChange, SimulationResult } from './simulation-result.js';
import type { Steps } from './steps.js';
import { BLOCK, finish } from './steps.js';
import type { GroupSums, Groups, Sums } from './totals.js';
import { APPROVED, breakdownRows, fenAt, groupsOf, sumGroups, sumUp, totalsOf } from './totals.js';

export interface SimulateOptions {
  /** Which of the flips stand in the result. */
  readonly flips?: FlipQuery;
}

/** A change that was tried out; flips and verdicts of single cases are read from it on demand. */
export interface SimulationRun {
  readonly result: SimulationResult;
  readonly flips: (query?: FlipQuery) => FlipPage;
  /** What `decide` says of the case in a row, under the policy as it was and as changed. */
  readonly verdicts: (row: number) => { readonly before: CaseVerdict; readonly after: CaseVerdict };
}

/** The policy as it is, over a table, with its sums. */
interface Baseline { readonly policy: PolicyColumns; readonly sums: Sums; readonly groups: readonly { readonly name: string; readonly groups: Groups; readonly sums: GroupSums }[] }

const baselines = new WeakMap<CaseTable, Baseline>();

/**
 * What a change of policy would have done to past cases. The verdicts are `decide`'s, case by case.
 *
 * @param table - From {@link loadCases}. The first call decides all cases under the policy as it is; later ones recompute what their change touches.
 * @throws {FactsNotLoadedError} when the changed policy reads a fact that was not loaded.
 * @example simulate(loadCases(scheme, cases), { parameters: { passRatio: { p: 3, q: 5 } } }).flips.total // 4
 */
export function simulate(table: CaseTable, change: PolicyChange, options: SimulateOptions = {}): SimulationResult {
  return simulateRun(table, change, options).result;
}

/** As {@link simulate}, with the way to further flips. */
export function simulateRun(table: CaseTable, change: PolicyChange, options: SimulateOptions = {}): SimulationRun {
  return finish(simulationSteps(table, change, options));
}

export function* simulationSteps(table: CaseTable, change: PolicyChange, { flips = {} }: SimulateOptions): Steps<SimulationRun> {
  const { policy: before, sums, groups } = yield* baselineSteps(table);
  const scheme: Scheme = change.scheme ?? table.scheme;
  const after = yield* policyColumns(table, resolvedScheme(scheme, change.parameters), before);
  const rows = flippedRows(before, after);
  const changedSums: Sums = { outcomes: sums.outcomes.slice(), money: sums.money };
  const counts: Record<FlipDirection, number> = { better: 0, worse: 0, other: 0 };
  const moved = new Int32Array(OUTCOMES.length ** 2);
  let onlyMoney = 0;
  for (let index = 0; index < rows.length; index += 1) {
    if (index % BLOCK === 0) yield;
    const row = rows[index] as number;
    counts[directionAt(before, after, row)] += 1;
    const [from, to] = [before.outcomes[row] as number, after.outcomes[row] as number];
    if (from === to) onlyMoney += 1;
    (moved[from * OUTCOMES.length + to] as number) += 1;
    (changedSums.outcomes[from] as number) -= 1;
    (changedSums.outcomes[to] as number) += 1;
    changedSums.money += fenAt(table, after, row) - fenAt(table, before, row);
  }
  yield;
  const breakdown: Record<string, BreakdownRow[]> = {};
  for (const { name, groups: grouped, sums: groupSums } of groups) {
    breakdown[name] = yield* breakdownOf(table, before, after, rows, grouped, groupSums);
  }
  const result: SimulationResult = {
    cases: table.rows, before: totalsOf(sums), after: totalsOf(changedSums),
    flips: { total: rows.length, ...counts, onlyMoney, page: yield* flipPage(table, before, after, rows, flips) }, moves: movesOf(moved), breakdown, ...fundingOf(before, after),
    recomputed: recomputed(before, after),
    problems: parameterProblems(scheme, change.parameters ?? {}),
  };
  return {
    result,
    flips: (query = {}) => finish(flipPage(table, before, after, rows, query)),
    verdicts: (row) => ({ before: verdictAt(table, before, row), after: verdictAt(table, after, row) }),
  };
}

/** Both policies give the money of the same batches. */
function fundingOf({ awards: before }: PolicyColumns, { awards: after }: PolicyColumns): Pick<SimulationResult, 'funding'> {
  if (before === undefined || after === undefined) return {};
  return { funding: before.batches.map(({ batch, line }, index) => ({ batch, before: line, after: after.batches[index]?.line ?? line })) };
}

/** Decides all cases under the policy as it is; what was found is kept with the table. */
export function* baselineSteps(table: CaseTable): Steps<Baseline> {
  const known = baselines.get(table);
  if (known !== undefined) return known;
  const policy = yield* policyColumns(table, resolvedScheme(table.scheme));
  const groups: { readonly name: string; readonly groups: Groups; readonly sums: GroupSums }[] = [];
  for (const name of Object.keys(table.breakdown)) {
    const column = table.breakdown[name];
    if (column === undefined) continue;
    const grouped = yield* groupsOf(column);
    groups.push({ name, groups: grouped, sums: yield* sumGroups(table, policy, grouped) });
  }
  const baseline = { policy, groups, sums: yield* sumUp(table, policy) };
  baselines.set(table, baseline);
  return baseline;
}

function* breakdownOf(table: CaseTable, before: PolicyColumns, after: PolicyColumns, rows: Int32Array, groups: Groups, sums: GroupSums): Steps<BreakdownRow[]> {
  const changed: GroupSums = { cases: sums.cases, approved: sums.approved.slice(), money: sums.money.slice() };
  const flips: Record<FlipDirection, Int32Array> = { better: new Int32Array(groups.values.length), worse: new Int32Array(groups.values.length), other: new Int32Array(groups.values.length) };
  for (let index = 0; index < rows.length; index += 1) {
    if (index % BLOCK === 0) yield;
    const row = rows[index] as number;
    const group = groups.codes[row] as number;
    (flips[directionAt(before, after, row)][group] as number) += 1;
    (changed.approved[group] as number) += Number(after.outcomes[row] === APPROVED) - Number(before.outcomes[row] === APPROVED);
    (changed.money[group] as number) += fenAt(table, after, row) - fenAt(table, before, row);
  }
  return breakdownRows(groups, sums, changed, flips);
}

/** @param moved - Numbers of cases, one row of outcomes afterwards for each outcome before. */
function movesOf(moved: Int32Array): OutcomeMove[] {
  return OUTCOMES.flatMap((before, from) => OUTCOMES.map((after, to) => ({ before, after, cases: from === to ? 0 : (moved[from * OUTCOMES.length + to] as number) })).filter(({ cases }) => cases > 0));
}

function recomputed(before: PolicyColumns, after: PolicyColumns): SimulationResult['recomputed'] {
  const truthsBefore = new Set(before.requirements.map(({ truths }) => truths));
  return {
    conditions: after.pool.answered,
    requirements: after.requirements.filter(({ truths }) => !truthsBefore.has(truths)).map(({ id }) => id),
    thresholds: [...after.votes].filter(([id, vote]) => before.votes.get(id) !== vote).map(([id]) => id),
    stages: before.tree !== after.tree, allocation: before.awards !== after.awards, cases: after.derived,
  };
}
