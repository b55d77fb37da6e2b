import type { Eligibility, Requirement, Truth } from '@cobuild/core';
import type { ConditionDefect } from '../conditions/condition-defect.js';
import type { Part } from '../conditions/compile-part.js';
import { compilePart } from '../conditions/compile-part.js';
import { ConditionView } from '../conditions/condition-view.js';
import type { Frame, FrameLayout, Test } from '../conditions/frame.js';
import type { TruthBits } from '../conditions/plan-test.js';
import { testOf } from '../conditions/plan-test.js';
import type { Plan } from '../conditions/plan.js';
import { planner } from '../conditions/plan.js';
import { missingFacts } from '../eligibility/missing-facts.js';
import type { OwnOperator } from '../operators/index.js';
import type { EligibilityResult, RequirementResult } from '../results.js';
import { compileClauses, holds } from './clauses.js';

/** Who is eligible, and which requirements say otherwise, by id in document order. */
export interface RequirementsVerdict {
  readonly eligibility: EligibilityResult['result'];
  readonly unmet: readonly string[];
  /** Requirements that wait for an answer. */
  readonly open: readonly string[];
}

/** Something wrong inside a requirement; it answers unknown there. */
export interface RequirementDefect extends ConditionDefect {
  /** Index of the requirement. */
  readonly rule: number;
}

export interface CompiledRequirements {
  readonly defects: readonly RequirementDefect[];
  /** Every comparison in the requirements. */
  readonly comparisons: readonly Plan[];
  /** Builds the tests, when it is known which answers stand ready before them. */
  readonly build: (bits: TruthBits) => BuiltRequirements;
}

export interface BuiltRequirements {
  readonly judge: (frame: Frame) => RequirementsVerdict;
  /** Every requirement with everything that was found; in document order. */
  readonly trace: (frame: Frame) => readonly RequirementView[];
}

const NONE: readonly string[] = [];
const ALL_MET: RequirementsVerdict = { eligibility: 'eligible', unmet: NONE, open: NONE };

/** Compiles all requirements together, so that what several of them ask is asked once. */
export function compileRequirements({ rules, conditions: named = {} }: Eligibility, layout: FrameLayout, operators: readonly OwnOperator[]): CompiledRequirements {
  const defects: RequirementDefect[] = [];
  const shared = { layout, planner: planner(), operators, named, compiledNames: new Map() };
  const parts = rules.map(({ conditions }, rule) => compilePart(conditions, '', 0, { ...shared, report: (defect) => { defects.push({ ...defect, rule }); } }));
  for (const { plan } of parts) plan.uses += 1;
  return {
    defects,
    comparisons: shared.planner.comparisons(),
    build: (bits) => built(rules, parts, parts.map(({ plan }) => ruleTest(plan, layout, bits)), layout, operators),
  };
}

/** Clauses where there are few, else group by group. */
function ruleTest(plan: Plan, layout: FrameLayout, bits: TruthBits): Rule {
  const program = compileClauses(plan, bits);
  return program === undefined ? { program, test: testOf(plan, layout, bits) } : { program };
}

type Rule = { readonly program: Int32Array; readonly test?: never } | { readonly program: undefined; readonly test: Test };

function built(rules: readonly Requirement[], parts: readonly Part[], tests: readonly Rule[], layout: FrameLayout, operators: readonly OwnOperator[]): BuiltRequirements {
  const ids = rules.map(({ id }) => id);

  function judge(frame: Frame): RequirementsVerdict {
    let unmet: string[] | undefined;
    let open: string[] | undefined;
    let index = 0;
    for (const rule of tests) {
      const truth = rule.program === undefined ? rule.test(frame) : holds(rule.program, frame);
      if (truth === false) (unmet ??= []).push(ids[index] as string);
      else if (truth !== true) (open ??= []).push(ids[index] as string);
      index += 1;
    }
    if (unmet === undefined && open === undefined) return ALL_MET;
    return { eligibility: unmet === undefined ? 'undetermined' : 'ineligible', unmet: unmet ?? NONE, open: open ?? NONE };
  }

  return { judge, trace: (frame) => parts.map((part, index) => new RequirementView(ids[index] as string, index, new ConditionView(part, frame, layout), operators)) };
}

/** A requirement of a trace, worked out where somebody looks; `toJSON` gives the plain result, as `checkEligibility` does. */
export class RequirementView implements RequirementResult {
  constructor(readonly id: string, private readonly index: number, readonly trace: ConditionView, private readonly operators: readonly OwnOperator[]) {}

  get met(): Truth { return this.trace.result; }
  get pointer(): string { return `/eligibility/rules/${this.index}`; }
  get missing(): readonly string[] { return missingFacts(this.trace.toJSON(), this.operators); }

  toJSON(): RequirementResult {
    const trace = this.trace.toJSON();
    return { id: this.id, met: trace.result, pointer: this.pointer, trace, missing: missingFacts(trace, this.operators) };
  }
}
