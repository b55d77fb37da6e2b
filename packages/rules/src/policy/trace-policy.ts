import type { Facts } from '@cobuild/core';
import type { DecisionTableTrace } from '../decision-tables/table-types.js';
import { tableViews } from '../decision-tables/table-view.js';
import type { CompiledPolicy, PolicyWorkings } from './compile-policy.js';
import { asFacts } from './compile-policy.js';
import type { RequirementsVerdict } from './compile-requirements.js';
import type { RequirementView } from './requirement-view.js';
import { requirementViews } from './requirement-view.js';
import type { PolicyScoreTrace } from './score-view.js';
import { scoreViews } from './score-view.js';

/**
 * The answers of a policy with everything that was found, wanted, and where it comes from; it suffices to recompute them. Requirements, conditions,
 * criteria, rows and cells are worked out where somebody looks, and what they do not have reads as `undefined`; `JSON.stringify`, and `toJSON` of
 * each of them, give the plain results of `checkEligibility`, `scoreByFacts` and `traceDecisionTable`.
 */
export interface PolicyTrace extends RequirementsVerdict {
  readonly requirements: readonly RequirementView[];
  readonly score: PolicyScoreTrace | null;
  readonly tables: readonly DecisionTableTrace[];
}

type Tracer = (facts: Facts) => PolicyTrace;

/** Made when a policy is first traced: who asks for verdicts alone pays nothing for it. */
const tracers = new WeakMap<PolicyWorkings, Tracer>();

/**
 * Judges a case with everything that led to the answers.
 *
 * @throws {TypeError} for facts that are no object.
 * @example tracePolicy(policy, facts).requirements[0]?.trace // { kind: 'comparison', result: false, fact: 'households', found: 19, wanted: 20, … }
 */
export function tracePolicy({ workings }: CompiledPolicy, facts: Facts): PolicyTrace {
  let trace = tracers.get(workings);
  if (trace === undefined) {
    trace = tracerOf(workings);
    tracers.set(workings, trace);
  }
  return trace(facts);
}

function tracerOf({ layout, operators, requirements, bits, judge, card, score, tables }: PolicyWorkings): Tracer {
  const views = requirementViews(requirements, bits, operators);
  const scoreOf = scoreViews(card?.columns ?? []);
  const tablesOf = tables.map(tableViews);
  return (facts) => {
    const frame = layout.read(facts);
    const { eligibility, unmet, open } = judge(frame);
    return {
      eligibility, unmet, open,
      requirements: views(frame),
      score: score === undefined ? null : scoreOf(score(frame), frame),
      tables: tablesOf.map((trace) => trace(asFacts(frame))),
    };
  };
}
