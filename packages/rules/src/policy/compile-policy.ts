import type { DecisionTable, Eligibility, Facts, Scoring } from '@cobuild/core';
import type { FactReaders } from '../conditions/fact-reader.js';
import type { Frame } from '../conditions/frame.js';
import { frameLayout } from '../conditions/frame.js';
import { compileDecisionTable } from '../decision-tables/compile-decision-table.js';
import type { DecisionTableResult, DecisionTableTrace } from '../decision-tables/table-types.js';
import type { OwnOperator } from '../operators/index.js';
import { assertOwnOperators } from '../operators/index.js';
import type { RequirementDefect, RequirementView, RequirementsVerdict } from './compile-requirements.js';
import { compileRequirements } from './compile-requirements.js';
import type { PolicyScore, PolicyScoreTrace } from './compile-score.js';
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

/**
 * The same answers with everything that was found, wanted, and where it comes from; it suffices to recompute them. Requirements and their conditions
 * are worked out where somebody looks, and what they do not have reads as `undefined`; `JSON.stringify`, and `toJSON` of a requirement, give the plain
 * results of `checkEligibility`.
 */
export interface PolicyTrace extends RequirementsVerdict {
  readonly requirements: readonly RequirementView[];
  readonly score: PolicyScoreTrace | null;
  readonly tables: readonly DecisionTableTrace[];
}

export interface CompiledPolicy {
  /** What is wrong with the conditions; each such part answers unknown. */
  readonly defects: readonly RequirementDefect[];
  readonly evaluate: (facts: Facts) => PolicyVerdict;
  /** Built for the case in view; nothing of it is kept while only verdicts are asked. */
  readonly trace: (facts: Facts) => PolicyTrace;
}

const NO_TABLES: readonly DecisionTableResult[] = [];

/**
 * Compiles what a scheme decides from facts: requirements, score card, decision tables. Every fact is read once per case, equal conditions are asked
 * once, score bands and table rows are found by search in cuts. The answers are those of `checkEligibility`, `scoreByFacts` and
 * `evaluateDecisionTable`, unknown included. No code from text.
 *
 * @param parts - Data that does not change: edit a copy and compile that.
 * @throws {TypeError} for own operators whose names would hide others; a verdict on what is no object.
 * @example
 * const policy = compilePolicy({ eligibility, scoring, decisionTables, parameters });
 * policy.evaluate(facts) // { eligibility: 'ineligible', unmet: ['households'], open: [], score: { outcome: 'scored', score: 82.5, … }, tables: [{ outcome: 'matched', … }] }
 * policy.trace(facts).requirements[0]?.trace // { kind: 'comparison', result: false, fact: 'households', found: 19, wanted: 20, … }
 */
export function compilePolicy(parts: PolicyParts, { operators = [] }: PolicyOptions = {}): CompiledPolicy {
  assertOwnOperators(operators);
  const layout = frameLayout(parts.parameters === undefined ? {} : { parameters: parts.parameters });
  // Compiled parts hand what they are given on to their readers and look at nothing else in it: here it is a frame.
  const readers: FactReaders = (reference) => {
    const at = layout.placeOf(reference);
    return (frame) => (frame as unknown as Frame)[at];
  };
  const asFacts = (frame: Frame): Facts => frame as unknown as Facts;
  const compiled = compileRequirements(parts.eligibility, layout, operators);
  const card = parts.scoring === undefined ? undefined : compileScore(parts.scoring, layout);
  const { bits, sumAt } = compileColumns(compiled.comparisons, card?.shares ?? [], layout);
  const requirements = compiled.build(bits);
  const score = card?.build(sumAt);
  const tables = (parts.decisionTables ?? []).map((table) => compileDecisionTable(table, readers));

  function evaluate(facts: Facts): PolicyVerdict {
    const frame = layout.borrow(facts);
    const { eligibility, unmet, open } = requirements.judge(frame);
    const verdict: PolicyVerdict = {
      eligibility, unmet, open,
      score: score === undefined ? null : score.judge(frame),
      tables: tables.length === 0 ? NO_TABLES : tables.map((table) => table.evaluate(asFacts(frame))),
    };
    layout.giveBack(frame);
    return verdict;
  }

  function trace(facts: Facts): PolicyTrace {
    const frame = layout.read(facts);
    const { eligibility, unmet, open } = requirements.judge(frame);
    return {
      eligibility, unmet, open,
      requirements: requirements.trace(frame),
      score: score === undefined ? null : score.trace(frame),
      tables: tables.map((table) => table.trace(asFacts(frame))),
    };
  }

  return { defects: compiled.defects, evaluate, trace };
}
