import type { Decision } from '../results.js';

/** The line of one case in lists and in the output of `cobuild decide`: a decision without its trace, in a fixed order of keys. `overrides` only where there are some. */
export type DecisionSummary = Omit<Decision, 'trace'>;

export function decisionSummary({ id, outcome, stage, eligibility, score, vote, grade, award, reasons, overrides }: Decision): DecisionSummary {
  return { id, outcome, stage, eligibility, score, vote, grade, award, reasons, ...(overrides === undefined ? {} : { overrides }) };
}
