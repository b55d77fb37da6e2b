import type { Decision, DecisionTrace, EligibilityResult, StageTrace, StageWay } from '../results.js';
import { approvedWay } from './approvals.js';
import { standsInTheWay } from './missing-records.js';
import { decideCount } from '../public-vote/decide-public-vote.js';
import { recomputeScore } from './recompute-score.js';
import type { RecomputedScore } from './recompute-score.js';
import type { EligibilityOptions } from '../eligibility/check-eligibility.js';
import type { OwnComparisons } from './recompute-truth.js';
import { recomputeTruth } from './recompute-truth.js';
import { recomputeVote } from './recompute-vote.js';
import { isEnd } from './stage-lookup.js';
import { AGAINST, IN_FAVOUR, countedWay, wayOfKind } from './ways.js';

/** What a trace alone comes to. */
export type RecomputedDecision = Pick<Decision, 'id' | 'outcome' | 'stage' | 'eligibility' | 'score' | 'vote' | 'grade'> & {
  /** Operators that were not handed in and are none of the built-in ones, by their names in the scheme: what the trace says they answered was taken as it stands. */
  readonly notRecomputed?: readonly string[];
};

/**
 * Makes a decision again from its trace alone, without scheme and case: conditions from what they found and wanted, votes from their counts and rule, the residents'
 * vote from its count, scores from the marks on every sheet, the way from the outcomes of each stage. Where it differs from the decision that came with the trace, one of the two was changed.
 *
 * @param trace - As it comes out of JSON.
 * @param options.operators - Own operators that it was decided with. The recorded answers of those that are missing stand, and `notRecomputed` names them.
 * @throws {TypeError} when it is no trace.
 * @example recomputeDecision(JSON.parse(JSON.stringify(decision.trace))).outcome === decision.outcome // true
 */
export function recomputeDecision(trace: DecisionTrace, { operators = [] }: EligibilityOptions = {}): RecomputedDecision {
  assertTrace(trace);
  const standing = new Set<string>();
  const made = decisionAgain(trace, { operators, standing: (operator) => { standing.add(operator); } });
  return standing.size === 0 ? made : { ...made, notRecomputed: [...standing] };
}

function decisionAgain(trace: DecisionTrace, own: OwnComparisons): RecomputedDecision {
  const eligibility = eligibilityAgain(trace.eligibility, own);
  const head = { id: trace.id, eligibility };
  const { eligibilityOverride: exception } = trace;
  const isLetThrough = exception !== undefined && exception.outcome === 'eligible' && exception.by !== exception.second;
  const steps = trace.steps.map((step, index) => ({ step, way: wayAgain(step, index === 0, own) }));
  const [first] = steps;
  if (eligibility !== 'eligible' && trace.withdrawn !== true && !isLetThrough) return { ...head, outcome: eligibility, stage: first?.step.stage ?? trace.firstStage, score: null, vote: null, grade: null };
  const { score, grade } = trace.score === undefined ? { score: null, grade: null } : recomputeScore(trace.score);
  const votes = steps.flatMap(({ step: { method, vote } }) => (method === 'vote' && vote !== undefined ? [recomputeVote(vote, own)] : []));
  const last = followed(steps);
  return {
    ...head, score, grade, vote: votes[votes.length - 1] ?? null, stage: last?.step.stage ?? trace.firstStage,
    outcome: trace.withdrawn === true ? 'withdrawn' : last === undefined ? 'pending' : outcomeAgain(last, own),
  };
}

/** Calls from plain JavaScript: a trace comes out of a file. */
function assertTrace(trace: unknown): void {
  const isTrace = trace !== null && typeof trace === 'object' && Array.isArray((trace as { readonly steps?: unknown }).steps);
  if (!isTrace) throw new TypeError('recomputeDecision: the trace is missing or no trace');
}

interface Followed { readonly step: StageTrace; readonly way: StageWay | undefined }

/** The step at which the way ends: each has to lead to the next. */
function followed(steps: readonly Followed[]): Followed | undefined {
  const end = steps.findIndex(({ way }, index) => way === undefined || way.to !== steps[index + 1]?.step.stage);
  return steps[end === -1 ? steps.length - 1 : end];
}

function outcomeAgain({ step, way }: Followed, own: OwnComparisons): Decision['outcome'] {
  if (way !== undefined && isEnd(way.to)) return way.to;
  const isOpen = (step.vote !== undefined && recomputeVote(step.vote, own) === 'undecided') || (step.holes ?? []).length > 0;
  return isOpen ? 'undecided' : 'pending';
}

function eligibilityAgain({ requirements }: EligibilityResult, own: OwnComparisons): EligibilityResult['result'] {
  const met = requirements.map(({ trace }) => recomputeTruth(trace, own));
  return met.includes(false) ? 'ineligible' : met.includes('unknown') ? 'undetermined' : 'eligible';
}

function wayAgain(step: StageTrace, isFirst: boolean, own: OwnComparisons): StageWay | undefined {
  const way = settledWay(step, step.ways ?? [], isFirst, own);
  return way === undefined || standsInTheWay(step.missing ?? [], way.kind).length > 0 ? undefined : way;
}

function settledWay(step: StageTrace, ways: readonly StageWay[], isFirst: boolean, own: OwnComparisons): StageWay | undefined {
  const { override, vote, publicVote, condition, table, score, approvals, review } = step;
  if (override !== undefined && override.by !== override.second) return ways.find(({ outcome }) => outcome === override.outcome);
  if (vote !== undefined) {
    const outcome = recomputeVote(vote, own);
    return outcome === 'passed' || outcome === 'failed' ? wayOfKind(ways, [outcome]) : undefined;
  }
  if (publicVote !== undefined) return countedWay(ways, decideCount(publicVote.settings, publicVote).outcome);
  if (condition !== undefined) return wayByTruth(ways, recomputeTruth(condition, own));
  if (table !== undefined) return wayByTable(step, ways);
  if (score !== undefined) return wayByScore(recomputeScore(score), ways);
  if (approvals !== undefined) return approvedWay(approvals, ways);
  if (review !== undefined) return ways.find(({ outcome }) => outcome === review.outcome);
  return isFirst && step.method === 'application' ? wayOfKind(ways, ['submit']) : undefined;
}

function wayByTruth(ways: readonly StageWay[], truth: boolean | 'unknown'): StageWay | undefined {
  return truth === 'unknown' ? undefined : wayOfKind(ways, truth ? IN_FAVOUR : AGAINST);
}

function wayByScore({ settled, passed }: RecomputedScore, ways: readonly StageWay[]): StageWay | undefined {
  return settled ? wayByTruth(ways, passed ?? 'unknown') : undefined;
}

/** The row that decided has to be one whose cells all fit. */
function wayByTable({ table, output = 'outcome' }: StageTrace, ways: readonly StageWay[]): StageWay | undefined {
  if (table === undefined || table.outcome !== 'matched' || table.outputs === undefined) return undefined;
  const fits = table.trace.filter(({ cells }) => cells.every(({ result }) => result === true)).map(({ row }) => row);
  const { outputs } = table;
  const named = Object.prototype.hasOwnProperty.call(outputs, output) ? outputs[output] : undefined;
  return table.rows.every((row) => fits.includes(row)) ? ways.find(({ outcome }) => outcome === named) : undefined;
}
