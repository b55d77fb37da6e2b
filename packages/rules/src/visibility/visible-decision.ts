import type { Scheme } from '@cobuild/core';
import { HIDDEN } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { findStage } from '../decision/stage-lookup.js';
import type { CaseState, Decision, ScoreTrace, StageTrace } from '../results.js';
import { caseSight } from './case-sight.js';
import type { CaseViewer } from './case-sight.js';
import { hiddenWords, withoutWords } from './hidden-words.js';
import { VisibleParts } from './visible-parts.js';

/**
 * A decision as one person may read it: the verdict as it is, and of what led there no answer that they may not see, no sheet of a panel and no name that
 * `visibleCase` would hide. The public gets none.
 *
 * @param state - The whole state, not one that something was taken out of.
 */
export function visibleDecision(scheme: Scheme, decision: Decision, state: CaseState, viewer: CaseViewer): Decision | undefined {
  const resolved = resolvedScheme(scheme);
  const sight = caseSight(resolved, state, viewer);
  if (sight.side === 'public') return undefined;
  const parts = new VisibleParts(resolved, state, sight);
  const { trace, overrides, ...verdict } = decision;
  const answers = parts.application(state.answers);
  const isHidden = (fact: string): boolean => Object.prototype.hasOwnProperty.call(state.answers, fact) && JSON.stringify(state.answers[fact]) !== JSON.stringify(answers[fact]);
  const seen = {
    ...verdict, ...(overrides === undefined ? {} : { overrides: overrides.map((each) => parts.override(each)) }),
    trace: {
      ...trace, ...(trace.score === undefined ? {} : { score: visibleScore(trace.score, scoredAt(trace.steps), parts) }),
      ...(trace.eligibilityOverride === undefined ? {} : { eligibilityOverride: parts.override(trace.eligibilityOverride) }),
      steps: trace.steps.map((step) => visibleStep(step, parts)),
    },
  };
  const bare = withoutFound(seen, isHidden, inputFacts(resolved)) as Decision;
  return withoutWords(bare, hiddenWords(state.answers, answers));
}

const scoredAt = (steps: readonly StageTrace[]): string => steps.find(({ score }) => score !== undefined)?.stage ?? '';

function visibleStep(step: StageTrace, parts: VisibleParts): StageTrace {
  const { review, vote, approvals, score, override } = step;
  const reviews = (some: NonNullable<StageTrace['approvals']>['given']): typeof some => some.map((each) => parts.review(each));
  return {
    ...step, ...(review === undefined ? {} : { review: parts.review(review) }), ...(vote === undefined ? {} : { vote: parts.vote(vote, step.stage) }),
    ...(approvals === undefined ? {} : { approvals: { ...approvals, given: reviews(approvals.given), refused: reviews(approvals.refused), ignored: reviews(approvals.ignored) } }),
    ...(score === undefined ? {} : { score: visibleScore(score, step.stage, parts) }), ...(override === undefined ? {} : { override: parts.override(override) }),
  };
}

/** Whoever does not read the sheets reads the score that they came to. */
function visibleScore(score: ScoreTrace, stage: string, parts: VisibleParts): ScoreTrace {
  if (score.by === 'facts') return score;
  const { entries } = score.result;
  const isReadable = parts.seesInside(stage) && entries.every(({ reviewer }) => parts.seesReviewer(stage, reviewer)) && findStage(parts.scheme, stage) !== undefined;
  return isReadable ? score : { ...score, result: { ...score.result, entries: [], alerts: [], reasonsMissing: [], problems: [] } };
}

/** The facts that inputs of decision tables and criteria marked by fact read, by their ids; tables may use an id for different facts. */
function inputFacts({ decisionTables = [], scoring }: Scheme): ReadonlyMap<string, readonly string[]> {
  const facts = new Map<string, readonly string[]>();
  const add = (id: string, fact: string): void => void facts.set(id, [...(facts.get(id) ?? []), fact]);
  for (const { inputs } of decisionTables) for (const { id, fact } of inputs) add(id, fact);
  for (const { id, byFact } of scoring?.criteria ?? []) if (byFact !== undefined) add(id, byFact.fact);
  return facts;
}

/** A trace quotes what it found and, where a fact was held against another, what it wanted. */
function withoutFound(value: unknown, isHidden: (fact: string) => boolean, inputs: ReadonlyMap<string, readonly string[]>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => withoutFound(each, isHidden, inputs));
  const { fact, input, criterion, found, wantedFrom } = value as Readonly<Record<string, unknown>>;
  const read = typeof fact === 'string' ? [fact] : [input, criterion].flatMap((id) => (typeof id === 'string' ? inputs.get(id) ?? [] : []));
  const from = typeof wantedFrom === 'object' && wantedFrom !== null ? (wantedFrom as { readonly fact?: unknown }).fact : undefined;
  const copy = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutFound(part, isHidden, inputs)]));
  if (found !== undefined && read.some(isHidden)) copy['found'] = HIDDEN;
  if (typeof from === 'string' && isHidden(from)) copy['wanted'] = HIDDEN;
  return copy;
}
