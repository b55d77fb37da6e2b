import type { Calendar, Case, Scheme, Stage } from '@cobuild/core';
import { checkEligibility } from '../eligibility/check-eligibility.js';
import type { Decision, DecisionTrace, EligibilityResult, StageTrace, VoteResult } from '../results.js';
import { decideVote } from '../vote/decide-vote.js';
import { caseFacts, decisionDay } from './case-facts.js';
import { resolvedScheme } from './resolved-scheme.js';
import { findOutcome, findStage, firstStage, thresholdOf } from './stage-lookup.js';
import type { Walk } from './walk-stages.js';
import { walkStages } from './walk-stages.js';

export interface DecideOptions {
  /** Day of the decision, `2026-05-01`; default the day of the submission in the scheme's zone. Facts read it as `today`. */
  readonly today?: string;
  readonly calendar: Calendar;
  /** Values of parameters in place of the scheme's own, by key. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** What another engine found of the requirements, in place of our own check. */
  readonly eligibility?: EligibilityResult;
}

/**
 * The verdict on a case: requirements first, then the stages as far as reviews and the vote have settled them. Pure and synchronous; the same for
 * the same scheme, case, calendar and day in a page, on a server and in the command. Never throws on a case that fits the format.
 *
 * `stage` of the case is the host's note and decides nothing. Stages whose method nothing executes yet (scores, public votes, automatic rules,
 * checklists) are settled by their recorded review. A vote is settled by its meeting alone: a review that says `passed` counts for nothing
 * there, unless the way goes on from it to another vote, whose meeting is then the one that the case holds.
 *
 * @throws {TypeError} when the scheme, the case or the calendar is missing.
 * @param scheme - As loaded; parameter references are resolved here.
 * @example decide(scheme, caseData, { calendar: chinaCalendar }).outcome // 'approved'
 */
export function decide(scheme: Scheme, caseData: Case, options: DecideOptions): Decision {
  assertGiven('scheme', scheme);
  assertGiven('case', caseData);
  assertGiven('options', options);
  const { today, calendar, parameters, eligibility: given } = options;
  assertGiven('option "calendar"', calendar);
  const resolved = resolvedScheme(scheme, parameters);
  const day = decisionDay(caseData, today);
  const eligibility = given ?? checkEligibility(resolved.eligibility, caseFacts(resolved, caseData, day));
  const trace = (steps: readonly StageTrace[]): DecisionTrace => ({
    schemeId: scheme.id, schemeVersion: scheme.version, calendarVersion: calendar.version, today: day, eligibility, steps,
  });
  const base = { id: caseData.id, eligibility: eligibility.result, score: null, grade: null, award: null };

  if (eligibility.result !== 'eligible' && !isWithdrawn(caseData)) {
    const open = eligibility.requirements.filter(({ met }) => met === (eligibility.result === 'ineligible' ? false : 'unknown'));
    return { ...base, outcome: eligibility.result, stage: firstStage(resolved).id, vote: null, reasons: open.map(({ id }) => id), trace: trace([]) };
  }

  const walk = walkStages(resolved, { reviews: caseData.reviews ?? [], voteAt: (stage) => voteAt(resolved, stage, caseData) });
  const last = walk.steps[walk.steps.length - 1];
  return {
    ...base, outcome: isWithdrawn(caseData) ? 'withdrawn' : outcomeOf(walk, last), stage: walk.stage, vote: voteOutcome(walk), reasons: reasonsOf(resolved, walk), trace: trace(walk.steps),
  };
}

/** Calls from plain JavaScript: a scheme with errors loads as `undefined`. */
function assertGiven(name: string, value: unknown): void {
  if (value === null || typeof value !== 'object') throw new TypeError(`decide: the ${name} is missing or no object`);
}

function isWithdrawn({ events }: Case): boolean {
  return events?.some(({ type }) => type === 'withdrawn') === true;
}

function voteAt(scheme: Scheme, stage: Stage, { meeting, applicant }: Case): VoteResult | undefined {
  const threshold = thresholdOf(scheme, stage);
  return threshold === undefined ? undefined : decideVote(meeting, threshold, { applicant });
}

function outcomeOf(walk: Walk, last: StageTrace | undefined): Decision['outcome'] {
  if (walk.end !== undefined) return walk.end;
  return last?.vote?.outcome === 'undecided' ? 'undecided' : 'pending';
}

function voteOutcome({ steps }: Walk): Decision['vote'] {
  const votes = steps.filter(({ method }) => method === 'vote').flatMap(({ vote }) => (vote ? [vote.outcome] : []));
  return votes[votes.length - 1] ?? null;
}

/** Ids of what stood in the way last: the threshold of the vote, or the review outcome. Nothing where all went well or nothing was said yet. */
function reasonsOf(scheme: Scheme, { steps }: Walk): string[] {
  const settled = [...steps].reverse().find(({ review, vote }) => review !== undefined || (vote !== undefined && vote.outcome !== 'notHeld'));
  const stage = settled === undefined ? undefined : findStage(scheme, settled.stage);
  if (settled === undefined || stage === undefined) return [];
  if (settled.vote !== undefined) return settled.vote.outcome === 'passed' ? [] : [stage.threshold ?? stage.id];
  const kind = findOutcome(stage, settled.outcome ?? '')?.kind;
  return kind === 'return' || kind === 'reject' || kind === 'failed' ? [settled.outcome ?? ''] : [];
}
