import type { Rational, Scoring } from '@cobuild/core';
import type { CriterionResult } from './criterion-result.js';
import { divideExact, isZero, multiplyExact, sumExact } from './exact.js';
import type { Holes } from './read-scoring.js';
import { choiceSetting } from './read-scoring.js';
import type { SheetScore } from './score-types.js';
import type { NotApplicableTotal } from './settle-sheet.js';

const POLICIES = ['rescale', 'zero', 'block'] as const;

/** The policy for what is not applicable, where a regular criterion is. */
function usedPolicy({ notApplicable }: Scoring, results: readonly CriterionResult[]): SheetScore['notApplicable'] {
  return results.some(({ score }) => score.kind === 'regular' && score.state === 'notApplicable') ? POLICIES.find((policy) => policy === notApplicable) : undefined;
}

/** Regular points after the policy for what is not applicable. A bonus or deduction that does not apply is simply not there. */
function applyPolicy(scoring: Scoring, results: readonly CriterionResult[], regular: Rational, outOf: Rational, holes: Holes): { readonly points: Rational; readonly weights?: Rational } | 'blocked' | undefined {
  const regulars = results.filter(({ score }) => score.kind === 'regular');
  if (!regulars.some(({ score }) => score.state === 'notApplicable')) return { points: regular };
  const policy = choiceSetting(scoring.notApplicable, POLICIES, 'notApplicable', holes);
  if (policy === undefined) return undefined;
  if (policy === 'zero') return { points: regular };
  const weights = sumExact(regulars.flatMap(({ score, weight }) => (score.state === 'marked' && weight !== undefined ? [weight] : [])));
  // With nothing left to enlarge there is no score to give.
  if (policy === 'block' || isZero(weights)) return 'blocked';
  return { points: divideExact(multiplyExact(regular, outOf), weights), weights };
}

export const policyTotal: NotApplicableTotal = { used: usedPolicy, points: applyPolicy };
