import type { DecisionTable, Eligibility, Facts, Scoring } from '@cobuild/core';
import type { FactReaders } from '../conditions/fact-reader.js';
import type { Frame, FrameLayout } from '../conditions/frame.js';
import { frameLayout } from '../conditions/frame.js';
import type { TruthBits } from '../conditions/plan-test.js';
import type { TableEvaluator } from '../decision-tables/table-evaluator.js';
import { tableEvaluator } from '../decision-tables/table-evaluator.js';
import type { DecisionTableResult } from '../decision-tables/table-types.js';
import type { OwnOperator } from '../operators/index.js';
import { assertOwnOperators } from '../operators/index.js';
import type { CompiledRequirements, RequirementDefect, RequirementsVerdict } from './compile-requirements.js';
import { compileRequirements, requirementsJudge } from './compile-requirements.js';
import type { CompiledScore, PolicyScore } from './compile-score.js';
import { compileScore } from './compile-score.js';
import { compileColumns } from './fact-columns.js';

/** The parts of a scheme that answer from facts alone, parameters resolved. */
export interface PolicyParts {
  readonly eligibility: Eligibility;
  readonly scoring?: Scoring;
  readonly decisionTables?: readonly DecisionTable[];
  /** Values by key, see `parametersFact`. Where they are given they are built in, and a fact `parameters` is not read. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

export interface PolicyOptions {
  /** Operators of the host's own beside the built-in ones. */
  readonly operators?: readonly OwnOperator[];
}

/** The answers of a policy. Scores and answers of tables are shared between calls; they are not to be changed. */
export interface PolicyVerdict extends RequirementsVerdict {
  /** `null` where the policy has no score card. */
  readonly score: PolicyScore | null;
  /** In the order of the document. */
  readonly tables: readonly DecisionTableResult[];
}

export interface CompiledPolicy {
  /** What is wrong with the conditions; each such part answers unknown. */
  readonly defects: readonly RequirementDefect[];
  readonly evaluate: (facts: Facts) => PolicyVerdict;
  /** What `tracePolicy` looks into. */
  readonly workings: PolicyWorkings;
}

/** A compiled policy from the inside. */
export interface PolicyWorkings {
  readonly layout: FrameLayout;
  readonly operators: readonly OwnOperator[];
  readonly requirements: CompiledRequirements;
  readonly bits: TruthBits;
  readonly judge: (frame: Frame) => RequirementsVerdict;
  readonly card: CompiledScore | undefined;
  readonly score: ((frame: Frame) => PolicyScore) | undefined;
  readonly tables: readonly TableEvaluator[];
}

const NO_TABLES: readonly DecisionTableResult[] = [];

/** A frame where compiled parts expect facts that they hand on to their readers. */
export const asFacts = (frame: Frame): Facts => frame as unknown as Facts;

/**
 * Compiles what a scheme decides from facts: requirements, score card, decision tables. Every fact is read once per case, equal conditions are asked
 * once, score bands and table rows are found by search in cuts. The answers are those of `checkEligibility`, `scoreByFacts` and
 * `evaluateDecisionTable`, unknown included. No code from text. `tracePolicy` says how they came about.
 *
 * @param parts - Data that does not change: edit a copy and compile that.
 * @throws {TypeError} for own operators whose names would hide others; a verdict on what is no object.
 * @example
 * const policy = compilePolicy({ eligibility, scoring, decisionTables, parameters });
 * policy.evaluate(facts) // { eligibility: 'ineligible', unmet: ['households'], open: [], score: { outcome: 'scored', score: 82.5, … }, tables: [{ outcome: 'matched', … }] }
 */
export function compilePolicy(parts: PolicyParts, { operators = [] }: PolicyOptions = {}): CompiledPolicy {
  assertOwnOperators(operators);
  const layout = frameLayout(parts.parameters === undefined ? {} : { parameters: parts.parameters });
  // Compiled parts hand what they are given on to their readers and look at nothing else in it: here it is a frame.
  const readers: FactReaders = (reference) => {
    const at = layout.placeOf(reference);
    return (frame) => (frame as unknown as Frame)[at];
  };
  const requirements = compileRequirements(parts.eligibility, layout, operators);
  const card = parts.scoring === undefined ? undefined : compileScore(parts.scoring, layout);
  const { bits, sumAt } = compileColumns(requirements.comparisons, card?.shares ?? [], layout);
  const judge = requirementsJudge(requirements, bits);
  const score = card?.build(sumAt);
  const tables = (parts.decisionTables ?? []).map((table) => tableEvaluator(table, readers));

  // Most policies have one table, if any.
  const only = tables.length === 1 ? tables[0] : undefined;

  function evaluate(facts: Facts): PolicyVerdict {
    const frame = layout.borrow(facts);
    const { eligibility, unmet, open } = judge(frame);
    const verdict: PolicyVerdict = {
      eligibility, unmet, open,
      score: score === undefined ? null : score(frame),
      tables: only !== undefined ? [only.evaluate(asFacts(frame))] : tables.length === 0 ? NO_TABLES : tables.map((table) => table.evaluate(asFacts(frame))),
    };
    layout.giveBack(frame);
    return verdict;
  }

  return { defects: requirements.defects, evaluate, workings: { layout, operators, requirements, bits, judge, card, score, tables } };
}
