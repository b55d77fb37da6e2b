import type { Truth } from '@cobuild/core';
import type { ViewNode, ViewedCase } from '../conditions/condition-view.js';
import { ConditionView, viewNode } from '../conditions/condition-view.js';
import type { Part } from '../conditions/compile-part.js';
import type { Frame } from '../conditions/frame.js';
import type { TruthBits } from '../conditions/plan-test.js';
import { planTruths } from '../conditions/plan-truths.js';
import { missingFacts } from '../eligibility/missing-facts.js';
import type { OwnOperator } from '../operators/index.js';
import type { RequirementResult } from '../results.js';
import type { CompiledRequirements } from './compile-requirements.js';

/** What all views of a requirement share. */
interface RequirementNode { readonly id: string; readonly pointer: string; readonly condition: ViewNode; readonly operators: readonly OwnOperator[] }

/** A requirement of a trace, worked out where somebody looks; `toJSON` gives the plain result, as `checkEligibility` does. */
export class RequirementView implements RequirementResult {
  readonly trace: ConditionView;

  constructor(private readonly node: RequirementNode, viewed: ViewedCase) {
    this.trace = new ConditionView(node.condition, viewed);
  }

  get id(): string { return this.node.id; }
  get met(): Truth { return this.trace.result; }
  get pointer(): string { return this.node.pointer; }
  get missing(): readonly string[] { return missingFacts(this.trace.toJSON(), this.node.operators); }

  toJSON(): RequirementResult {
    const { id, pointer, operators } = this.node;
    const trace = this.trace.toJSON();
    return { id, met: trace.result, pointer, trace, missing: missingFacts(trace, operators) };
  }
}

/** Makes the views of every requirement, in document order. */
export function requirementViews({ rules, parts }: CompiledRequirements, bits: TruthBits, operators: readonly OwnOperator[]): (frame: Frame) => readonly RequirementView[] {
  const plans = planTruths(parts.map(({ plan }) => plan), bits);
  const known = new Map<Part, ViewNode>();
  const nodes = rules.map(({ id }, index): RequirementNode => ({ id, pointer: `/eligibility/rules/${index}`, condition: viewNode(parts[index] as Part, plans, known), operators }));
  return (frame) => {
    const viewed: ViewedCase = { frame, truths: plans.answer(frame), plans };
    return nodes.map((node) => new RequirementView(node, viewed));
  };
}
