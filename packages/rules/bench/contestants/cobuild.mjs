import { compilePolicy, tracePolicy } from '../../dist/policy/index.js';
import { policy } from '../policy.mjs';

export const name = 'CoBuild';

const compiled = compilePolicy(policy);

export function judge(facts) {
  const { eligibility, unmet, score, tables } = compiled.evaluate(facts);
  return { eligible: eligibility === 'eligible', unmet, score: score.score, route: tables[0].outputs.route };
}

/** The whole trace; what the clock sees besides is that everything in it is read once. */
export const trace = (facts) => tracePolicy(compiled, facts);
