import type { Case, FormDefinition, Scheme } from '@cobuild/core';
import { createInterpreter, valueAt, withComputedAnswers, withRecordSchemas, withValueAt } from '@cobuild/core';
import { caseFacts, decisionDay } from '../decision/case-facts.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { checkEligibility } from '../eligibility/check-eligibility.js';
import { applicationForm } from '../publicity/index.js';
import type { EligibilityOptions } from '../eligibility/check-eligibility.js';
import type { EligibilityResult, RequirementResult } from '../results.js';
import { answerDomain } from './answer-domain.js';
import { steppedValue } from './nearest-values.js';
import { hangsOnAnswers, repairsOf } from './repairs.js';
import type { Mendable } from './repairs.js';

/** One answer that would have to be another. */
export interface AnswerChange {
  readonly pointer: string;
  /** Absent where nothing was answered. */
  readonly before?: unknown;
  readonly after: unknown;
  /** Of numbers and days: whether more, or less, would do as well. Absent where only this value does, or where there is no order. */
  readonly bound?: 'atLeast' | 'atMost';
}

/**
 * What it would take for an application to be eligible.
 *
 * - `eligible`: nothing.
 * - `found`: with these answers, and all others as they are, every requirement is met.
 * - `impossible`: no answer of the form can mend these requirements: they look at who applies, at the past or at other systems.
 * - `notFound`: the search ended without one, although none of the requirements rules it out.
 */
export type NearestChange =
  | { readonly kind: 'eligible' }
  | { readonly kind: 'found'; readonly changes: readonly AnswerChange[] }
  | { readonly kind: 'impossible'; readonly requirements: readonly string[] }
  | { readonly kind: 'notFound' };

export interface NearestChangeOptions extends EligibilityOptions {
  /** Day of the decision, as for `decide`. */
  readonly today?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** States that are looked at; each is one check of all requirements. */
const MOST_STATES = 400;

/**
 * Finds the smallest change of answers with which an application meets every requirement: as few answers as possible, then as near as possible to what
 * they are. Calculated answers follow from the others, the form's own limits are kept, and what is handed out has been checked by `checkEligibility`.
 *
 * It says what would be eligible, not what to write: answers have to be true.
 *
 * @example nearestChange(scheme, application) // { kind: 'found', changes: [{ pointer: '/amountRequested', before: 260000, after: 200000, bound: 'atMost' }] }
 */
export function nearestChange(scheme: Scheme, caseData: Case, options: NearestChangeOptions = {}): NearestChange {
  const resolved = resolvedScheme(scheme, options.parameters);
  const form = applicationForm(resolved);
  const day = decisionDay(caseData, options.today);
  const own = options.operators === undefined ? {} : { operators: options.operators };
  const check = (answers: Case['answers']): EligibilityResult => checkEligibility(resolved.eligibility, caseFacts(resolved, { ...caseData, answers }, day), own);
  const start = check(caseData.answers);
  if (start.result === 'eligible') return { kind: 'eligible' };
  const hopeless = start.requirements.filter((requirement) => requirement.met !== true && !mayBeMended(requirement, form && { form, answers: caseData.answers, ...own })).map(({ id }) => id);
  if (form === undefined || hopeless.length > 0) return { kind: 'impossible', requirements: hopeless.length > 0 ? hopeless : start.requirements.filter(({ met }) => met !== true).map(({ id }) => id) };
  const changes = search({ form, answers: caseData.answers, ...own }, check);
  return changes === undefined ? { kind: 'notFound' } : { kind: 'found', changes };
}

function mayBeMended({ trace }: RequirementResult, mendable: Mendable | undefined): boolean {
  return mendable !== undefined && (repairsOf(trace, true, mendable).length > 0 || hangsOnAnswers(trace, true, mendable));
}

interface State { readonly answers: Case['answers']; readonly touched: readonly string[]; readonly cost: readonly [number, number] }

/** Best first: the state with the fewest changed answers, then the least moved, is looked at next. */
function search(mendable: Mendable & Pick<Case, 'answers'>, check: (answers: Case['answers']) => EligibilityResult): readonly AnswerChange[] | undefined {
  const { form, answers: original } = mendable;
  const compiled = createInterpreter().compile(withRecordSchemas(form).schema);
  const issuesOf = (answers: unknown): Set<string> => new Set(compiled.validate(answers).map(({ keyword, instancePointer }) => `${keyword} ${instancePointer}`));
  const before = issuesOf(original);
  const seen = new Set<string>([keyOf(original, [])]);
  const open: State[] = [{ answers: original, touched: [], cost: [0, 0] }];
  for (let looked = 0; looked < MOST_STATES; looked += 1) {
    const state = takeNearest(open);
    if (state === undefined) return undefined;
    const { requirements } = check(state.answers);
    const unmet = requirements.find(({ met }) => met !== true);
    if (unmet === undefined) {
      if ([...issuesOf(state.answers)].every((issue) => before.has(issue))) {
        return changesOf(original, state).map((change) => withBound(change, form, (value) => check(withComputedAnswers(form, withValueAt(state.answers, change.pointer, value) as Case['answers'])).result === 'eligible'));
      }
      continue;
    }
    for (const repair of repairsOf(unmet.trace, true, { ...mendable, answers: state.answers })) {
      const touched = [...new Set([...state.touched, ...repair.map(({ pointer }) => pointer)])];
      const typed = repair.reduce<unknown>((answers, { pointer, value }) => withValueAt(answers, pointer, value), state.answers);
      const answers = withComputedAnswers(form, typed as Case['answers']);
      const key = keyOf(answers, touched);
      if (seen.has(key)) continue;
      seen.add(key);
      open.push({ answers, touched, cost: costOf(original, answers, touched) });
    }
  }
  return undefined;
}

/** Tries the values beside the one that was found: 50,000 is "at most 50,000" where 49,999.99 would do too. */
function withBound(change: AnswerChange, form: FormDefinition, isEligible: (value: unknown) => boolean): AnswerChange {
  const domain = answerDomain(form, change.pointer);
  const beside = domain === undefined ? [] : [steppedValue(change.after, -1, domain), steppedValue(change.after, 1, domain)];
  const [below = false, above = false] = beside.map((value) => value !== undefined && isEligible(value));
  return below === above ? change : { ...change, bound: above ? 'atLeast' : 'atMost' };
}

function takeNearest(open: State[]): State | undefined {
  let best = 0;
  open.forEach((state, index) => {
    const [count, distance] = open[best]?.cost ?? [0, 0];
    if (state.cost[0] < count || (state.cost[0] === count && state.cost[1] < distance)) best = index;
  });
  return open.splice(best, 1)[0];
}

function keyOf(answers: unknown, touched: readonly string[]): string {
  return JSON.stringify(touched.slice().sort().map((pointer) => [pointer, valueAt(answers, pointer)]));
}

/** How many answers, then how far: numbers by their share, everything else by one. Only orders what is tried; nothing is decided by it. */
function costOf(original: unknown, answers: unknown, touched: readonly string[]): readonly [number, number] {
  const changed = touched.filter((pointer) => !isSame(valueAt(original, pointer), valueAt(answers, pointer)));
  const distance = changed.reduce((sum, pointer) => sum + moved(valueAt(original, pointer), valueAt(answers, pointer)), 0);
  return [changed.length, distance];
}

function moved(before: unknown, after: unknown): number {
  if (typeof before === 'number' && typeof after === 'number') return Math.min(1, Math.abs(after - before) / Math.max(1, Math.abs(before)));
  if (Array.isArray(before) && Array.isArray(after)) return Math.min(1, Math.abs(before.length - after.length) / Math.max(1, before.length));
  return 1;
}

function changesOf(original: unknown, { answers, touched }: State): readonly AnswerChange[] {
  return touched.flatMap((pointer): AnswerChange[] => {
    const [before, after] = [valueAt(original, pointer), valueAt(answers, pointer)];
    return isSame(before, after) ? [] : [{ pointer, ...(before === undefined ? {} : { before }), after }];
  });
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
