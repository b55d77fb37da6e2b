import type { Calendar, Case, Facts, Override, Scheme, Stage, Threshold } from '@cobuild/core';
import { traceDecisionTable } from '../decision-tables/index.js';
import { checkEligibility } from '../eligibility/check-eligibility.js';
import type { EligibilityOptions } from '../eligibility/check-eligibility.js';
import type { Decision, DecisionTrace, EligibilityResult, ScoreTrace, VoteResult } from '../results.js';
import { decideVote } from '../vote/decide-vote.js';
import type { TieContext } from '../vote/tie-break.js';
import { settleAutomatically } from './automatic.js';
import { caseFacts, decisionDay } from './case-facts.js';
import { publicVoteAt } from './public-vote-at.js';
import { resolvedScheme } from './resolved-scheme.js';
import { scoreCase } from './score-case.js';
import { firstStage, thresholdOf } from './stage-lookup.js';
import type { StageRecord } from './walk-stages.js';
import { walkStages } from './walk-stages.js';
import { outcomeOf, reasonsOf, voteOutcome } from './walk-verdict.js';

export interface DecideOptions extends EligibilityOptions {
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
 * `stage` of the case is the host's note and decides nothing. A `rule` stage is settled by its condition or table, a `score` stage by the pass mark, a `publicVote` stage by
 * the count of the vote that it names; where there is none of these, and at checklists, the recorded review settles. A vote is settled by its meeting alone: a review that says `passed` counts for nothing
 * there, unless the way goes on from it to another vote, whose meeting is then the one that the case holds. An automatic result that two persons set aside is marked
 * in `overrides`; a verdict of the requirements set aside stays in `eligibility`.
 *
 * `score` and `grade` are those of the scheme's score card and its bands; `award` is found for a whole batch at once, never here.
 *
 * @throws {TypeError} when the scheme, the case or the calendar is missing.
 * @param scheme - As loaded; parameter references are resolved here.
 * @example decide(scheme, caseData, { calendar: chinaCalendar }).outcome // 'approved'
 */
export function decide(scheme: Scheme, caseData: Case, options: DecideOptions): Decision {
  assertGiven('scheme', scheme);
  assertGiven('case', caseData);
  assertGiven('options', options);
  const { today, calendar, parameters, eligibility: given, operators } = options;
  assertGiven('option "calendar"', calendar);
  const resolved = resolvedScheme(scheme, parameters);
  const day = decisionDay(caseData, today);
  const facts = once(() => caseFacts(resolved, caseData, day));
  const eligibility = given ?? checkEligibility(resolved.eligibility, facts(), ownOperators(operators));
  const withdrawn = isWithdrawn(caseData);
  const exception = eligibilityOverride(caseData, eligibility);
  const head = {
    id: caseData.id, firstStage: firstStage(resolved).id, schemeId: scheme.id, schemeVersion: scheme.version, calendarVersion: calendar.version, today: day, ...(withdrawn ? { withdrawn } : {}), eligibility,
    ...(exception === undefined ? {} : { eligibilityOverride: exception }),
  };
  const base = { id: caseData.id, eligibility: eligibility.result, award: null };

  if (eligibility.result !== 'eligible' && !withdrawn && exception === undefined) {
    const open = eligibility.requirements.filter(({ met }) => met === (eligibility.result === 'ineligible' ? false : 'unknown'));
    const trace: DecisionTrace = { ...head, steps: [] };
    return { ...base, outcome: eligibility.result, stage: firstStage(resolved).id, score: null, vote: null, grade: null, reasons: open.map(({ id }) => id), trace };
  }

  const walk = walkStages(resolved, caseRecord(resolved, caseData, facts, operators));
  const score = walk.steps.reduce<ScoreTrace | undefined>((last, step) => step.score ?? last, undefined) ?? scoreCase(resolved, caseData, facts);
  const tables = (resolved.decisionTables ?? []).map((table) => traceDecisionTable(table, facts()));
  const trace: DecisionTrace = { ...head, ...(score === undefined ? {} : { score }), ...(tables.length === 0 ? {} : { tables }), steps: walk.steps };
  const overrides = overridesOf(trace);
  return {
    ...base, outcome: withdrawn ? 'withdrawn' : outcomeOf(walk), stage: walk.stage, score: score?.result.score ?? null, vote: voteOutcome(walk), grade: score?.result.band ?? null,
    reasons: reasonsOf(resolved, walk), ...(overrides.length === 0 ? {} : { overrides }), trace,
  };
}

/** What the walk of a case reads. Facts are looked up only where a stage asks for them. */
export function caseRecord(scheme: Scheme, caseData: Case, facts: () => Facts, operators?: EligibilityOptions['operators']): StageRecord {
  const { reviews = [], evidence = [], overrides = [], scores = [] } = caseData;
  const score = (stage: Stage): ScoreTrace | undefined => scoreCase(scheme, caseData, facts, stage.id);
  return {
    reviews, evidence, overrides, voteAt: (stage) => voteAt(scheme, stage, caseData, facts, operators), publicVoteAt: (stage) => publicVoteAt(scheme, stage, caseData.publicVoteCounts),
    automatic: (stage, ways) => settleAutomatically(scheme, stage, ways, { facts, sheets: scores, score, ...ownOperators(operators) }),
  };
}

/** Absent members stay absent. */
function ownOperators(operators: EligibilityOptions['operators']): EligibilityOptions {
  return operators === undefined ? {} : { operators };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made = made ?? { value: make() };
    return made.value;
  };
}

/** The requirements are set aside only where they did not let the application through anyway, and by two persons. */
function eligibilityOverride({ overrides = [] }: Case, { result }: EligibilityResult): Override | undefined {
  if (result === 'eligible') return undefined;
  return overrides.find(({ stage, outcome, by, second }) => stage === undefined && outcome === 'eligible' && by !== second);
}

/** Every mark of an automatic result set aside, the requirements first. */
export function overridesOf({ eligibilityOverride: exception, steps }: DecisionTrace): Override[] {
  return [...(exception === undefined ? [] : [exception]), ...steps.flatMap(({ override }) => (override === undefined ? [] : [override]))];
}

/** Calls from plain JavaScript: a scheme with errors loads as `undefined`. */
function assertGiven(name: string, value: unknown): void {
  if (value === null || typeof value !== 'object') throw new TypeError(`decide: the ${name} is missing or no object`);
}

function isWithdrawn({ events }: Case): boolean {
  return events?.some(({ type }) => type === 'withdrawn') === true;
}

function voteAt(scheme: Scheme, stage: Stage, { id, meeting, applicant }: Case, facts: () => Facts, operators: EligibilityOptions['operators']): VoteResult | undefined {
  const threshold = thresholdOf(scheme, stage);
  return threshold === undefined ? undefined : decideVote(meeting, threshold, { applicant, ...tieContext(scheme, threshold, id, facts, operators) });
}

/** Facts are read only by a second key. */
export function tieContext({ eligibility }: Scheme, { tie }: Threshold, item: string, facts: () => Facts, operators?: EligibilityOptions['operators']): TieContext {
  return tie === 'secondKey' ? { item, facts: facts(), ...(eligibility.conditions === undefined ? {} : { conditions: eligibility.conditions }), ...ownOperators(operators) } : { item };
}
