import type { Case, Locale, Outcome, Requirement, Scheme, Stage } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { EligibilityOptions } from '../eligibility/check-eligibility.js';
import { factName } from '../eligibility/missing-facts.js';
import { findOutcome, findStage, thresholdOf } from '../decision/stage-lookup.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { RuleMessageCode } from '../locales/rule-message.js';
import type { ConditionTrace, Decision, RequirementResult, StageTrace } from '../results.js';
import { conditionLines } from './condition-lines.js';
import type { ConditionWords } from './condition-words.js';
import { explainVote, holeWords } from './explain-vote.js';
import { explainOverride, explainStageBasis } from './explain-stage.js';
import type { Explanation, ExplanationNode } from './explanation.js';
import { factWords } from './fact-words.js';
import { unreadableAnswers } from './unreadable-answers.js';

/**
 * Says in plain words why a case was decided as it was: every requirement with what was found and wanted, every stage that was gone through, the vote
 * with its numbers written out, reasons, clauses and remedies from the scheme.
 *
 * @param scheme - The one that `decide` was given.
 * @param caseData - The case of the decision, for the names of its members and reviewers' reasons.
 * @param options.operators - Own operators that it was decided with, for their words.
 */
export function explainDecision(scheme: Scheme, decision: Decision, caseData: Case, locale: Locale, options: EligibilityOptions = {}): Explanation {
  const words = factWords(scheme, locale, options);
  const names = new Map((caseData.meeting?.members ?? []).map(({ id, name }) => [id, name ?? id]));
  const back = returned(scheme, decision.trace.steps);
  const steps = decision.trace.steps.map((step) => explainStep(scheme, step, back, names, words));
  return { locale, verdict: verdictOf(scheme, decision, words), lines: [explainEligibility(scheme, decision, names, words), ...steps] };
}

function verdictOf(scheme: Scheme, decision: Decision, words: ConditionWords): string {
  const { locale } = words;
  const { outcome, trace, reasons } = decision;
  const stage = localize(findStage(scheme, decision.stage)?.title, locale);
  const last = trace.steps[trace.steps.length - 1];
  const vote = last?.vote;
  if (outcome === 'undetermined') return undeterminedWords(scheme, decision, words);
  if (outcome === 'ineligible') return ruleMessage('explain/ineligible', { count: reasons.length }, locale);
  if (outcome === 'undecided') return ruleMessage('explain/undecided', { stage, holes: holeWords([...(vote?.holes ?? []), ...(last?.holes ?? [])], locale) }, locale);
  if (outcome !== 'pending') return ruleMessage(`explain/${outcome}`, { stage }, locale);
  return ruleMessage(waitingCode(scheme, trace.steps), { stage, passed: localize(findStage(scheme, passedStage(scheme, trace.steps) ?? '')?.title, locale) }, locale);
}

/** Answers that are there and cannot be read are no missing information: which, what they are, and what they have to be. */
function undeterminedWords(scheme: Scheme, { trace, reasons }: Decision, words: ConditionWords): string {
  const answers = unreadableAnswers(scheme, trace.eligibility, words).join(words.locale === 'en' ? '; ' : '；');
  if (answers === '') return ruleMessage('explain/undetermined', { count: reasons.length }, words.locale);
  const lacking = trace.eligibility.requirements.filter((result) => result.met === 'unknown' && result.missing.some((name) => !isFound(result.trace, name)));
  return ruleMessage(lacking.length === 0 ? 'explain/undetermined-unreadable' : 'explain/undetermined-both', { answers, count: lacking.length }, words.locale);
}

/** Why a case waits where it does. */
function waitingCode(scheme: Scheme, steps: readonly StageTrace[]): RuleMessageCode {
  const vote = steps[steps.length - 1]?.vote;
  if (returned(scheme, steps)) return 'explain/pending-returned';
  if (vote?.outcome === 'noQuorum') return 'explain/pending-no-quorum';
  if (vote?.outcome === 'tied') return 'explain/pending-tied';
  return passedStage(scheme, steps) === undefined ? 'explain/pending' : 'explain/pending-passed';
}

/** Only a return to the applicant is a step: after others the case simply stands at the earlier stage again. */
function returned(scheme: Scheme, steps: readonly StageTrace[]): boolean {
  return steps.some((step) => kindOf(scheme, step) === 'return');
}

/** The last stage whose vote the case has passed. */
function passedStage(scheme: Scheme, steps: readonly StageTrace[]): string | undefined {
  const passed = steps.filter((step) => kindOf(scheme, step) === 'passed');
  return passed[passed.length - 1]?.stage;
}

function kindOf(scheme: Scheme, step: StageTrace): Outcome['kind'] | undefined {
  return findOutcome(findStage(scheme, step.stage), step.outcome ?? '')?.kind;
}

const STATUS = { eligible: 'met', ineligible: 'notMet', undetermined: 'unknown' } as const;

function explainEligibility(scheme: Scheme, { eligibility, trace }: Decision, names: ReadonlyMap<string, string>, words: ConditionWords): ExplanationNode {
  const rules = new Map(scheme.eligibility.rules.map((rule) => [rule.id, rule]));
  return {
    text: ruleMessage(`explain/eligibility-${eligibility}`, {}, words.locale), status: STATUS[eligibility],
    children: [
      ...trace.eligibility.requirements.map((result) => explainRequirement(result, rules.get(result.id), words)),
      ...(trace.eligibilityOverride === undefined ? [] : [explainOverride(trace.eligibilityOverride, undefined, names, words.locale)]),
    ],
  };
}

function explainRequirement(result: RequirementResult, rule: Requirement | undefined, words: ConditionWords): ExplanationNode {
  const { locale } = words;
  const title = localize(rule?.title, locale) || result.id;
  const text = result.met === true ? ruleMessage('explain/requirement-met', { title }, locale)
    : result.met === false ? ruleMessage('explain/requirement-not-met', { title, reason: localize(rule?.reason, locale) }, locale)
      : unknownWords(result, title, words);
  const status = result.met === true ? 'met' : result.met === false ? 'notMet' : 'unknown';
  return {
    text, status, children: conditionLines(result.trace, words),
    ...(rule?.source === undefined ? {} : { clause: localize(rule.source, locale) }),
    ...(rule?.provenance === undefined ? {} : { provenance: rule.provenance }),
    ...(rule?.remedy === undefined || result.met === true ? {} : { remedy: localize(rule.remedy, locale) }),
  };
}

/** What keeps a requirement open: answers that are missing, or that are there and cannot be compared, such as a text for a number. */
function unknownWords({ missing, trace }: RequirementResult, title: string, words: ConditionWords): string {
  const unreadable = missing.filter((name) => isFound(trace, name)).map((name) => missingWords(name, words));
  const absent = missing.filter((name) => !isFound(trace, name)).map((name) => missingWords(name, words));
  const code = unreadable.length === 0 ? 'explain/requirement-unknown' : absent.length === 0 ? 'explain/requirement-unreadable' : 'explain/requirement-unknown-and-unreadable';
  return ruleMessage(code, { title, missing: absent, unreadable }, words.locale);
}

function isFound(trace: ConditionTrace, name: string): boolean {
  if (trace.fact !== undefined && factName(trace.fact, trace.path) === name) return 'found' in trace;
  return (trace.children ?? []).some((child) => isFound(child, name));
}

/** A missing fact comes as its name with the path behind it: `applicant.town`. */
function missingWords(name: string, words: ConditionWords): string {
  const [, fact = name, path = ''] = /^([^.[]+)(.*)$/.exec(name) ?? [];
  return words.label(fact, path === '' ? undefined : `$${path}`);
}

/** To be sent back for completion or to withdraw is no refusal. */
const STEP_STATUS: Readonly<Record<Outcome['kind'], ExplanationNode['status']>> = {
  submit: 'met', forward: 'met', passed: 'met', confirmed: 'met', return: 'unknown', withdraw: 'info', reject: 'notMet', failed: 'notMet',
};

function explainStep(scheme: Scheme, step: StageTrace, back: boolean, names: ReadonlyMap<string, string>, words: ConditionWords): ExplanationNode {
  const { locale } = words;
  const stage = findStage(scheme, step.stage);
  const outcome = findOutcome(stage, step.outcome ?? '');
  const title = localize(stage?.title, locale) || step.stage;
  const threshold = stage === undefined ? undefined : thresholdOf(scheme, stage);
  const children: ExplanationNode[] = [
    ...(step.review?.byDeadline === true ? [{ text: ruleMessage('explain/by-deadline', {}, locale), status: 'info' as const }] : []),
    ...(step.review?.reason === undefined ? [] : [{ text: ruleMessage('explain/stage-reason', { reason: step.review.reason }, locale), status: 'info' as const }]),
    ...(stage === undefined ? [] : explainStageBasis(scheme, stage, step, names, words)),
    ...(step.vote === undefined ? [] : [explainVote(named(step.vote, names), threshold, locale, words)]),
  ];
  const provenance = outcome?.provenance ?? stage?.provenance;
  const awaited = back && step.method === 'application';
  return {
    text: outcome === undefined ? ruleMessage(awaited ? 'explain/stage-waiting-applicant' : 'explain/stage-waiting', { stage: title }, locale) : ruleMessage('explain/stage', { stage: title, outcome: outcomeWords(outcome, step, locale) }, locale),
    status: outcome === undefined ? 'unknown' : STEP_STATUS[outcome.kind],
    ...(provenance === undefined ? {} : { provenance }),
    ...(children.length === 0 ? {} : { children }),
  };
}

/** What was set aside by hand says so wherever it is named. */
function outcomeWords(outcome: Stage['outcomes'][number], { override }: StageTrace, locale: Locale): string {
  return localize(outcome.title, locale) + (override === undefined ? '' : ruleMessage('explain/overridden-mark', {}, locale));
}

/** Problems of a vote speak of members by id; people know their names. */
function named(vote: NonNullable<StageTrace['vote']>, names: ReadonlyMap<string, string>): NonNullable<StageTrace['vote']> {
  const problems = vote.problems.map((problem) => {
    const { member } = problem.params;
    return typeof member === 'string' ? { ...problem, params: { ...problem.params, member: names.get(member) ?? member } } : problem;
  });
  const conflicts = vote.conflicts?.map((conflict) => ({ ...conflict, member: names.get(conflict.member) ?? conflict.member }));
  return { ...vote, ...(conflicts === undefined ? {} : { conflicts }), problems };
}
