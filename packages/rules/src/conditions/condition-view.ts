import type { Truth } from '@cobuild/core';
import type { OperatorFailure } from '../operators/index.js';
import { isEmpty } from '../operators/index.js';
import type { ConditionTrace } from '../results.js';
import type { Part } from './compile-part.js';
import type { FactParams } from './fact-key.js';
import type { Frame } from './frame.js';
import { EMPTY_PLACE } from './frame.js';
import type { PlanTruths, Truths } from './plan-truths.js';
import { TRUTHS } from './plan-truths.js';
import type { FactReference } from './read-condition.js';
import { failureOf, tracePart } from './trace-part.js';

/** A condition as views read it: the same members in the same order for all, which an engine reads fastest. Made once per policy. */
export interface ViewNode {
  readonly part: Part;
  /** Where its answer stands. */
  readonly answer: number;
  readonly kind: ConditionTrace['kind'];
  readonly pointer: string;
  readonly name: string | undefined;
  readonly fact: string | undefined;
  readonly path: string | undefined;
  readonly params: FactParams | undefined;
  readonly operator: string | undefined;
  readonly wantedFrom: FactReference | undefined;
  /** Place of what was found and of a fact that is wanted; the empty place where there is none. */
  readonly found: number;
  readonly wantedAt: number;
  readonly wanted: unknown;
  readonly children: readonly ViewNode[] | undefined;
}

/** @param known - Nodes by part: a named condition has one, however often it is referred to. */
export function viewNode(part: Part, truths: PlanTruths, known: Map<Part, ViewNode>): ViewNode {
  const before = known.get(part);
  if (before !== undefined) return before;
  const { comparison } = part;
  const node: ViewNode = {
    part, answer: truths.placeOf(part.plan), kind: part.kind, pointer: part.pointer, name: part.name,
    fact: comparison?.fact, path: comparison?.path, params: comparison?.params, operator: comparison?.operator, wantedFrom: comparison?.wantedFrom,
    found: comparison?.found ?? EMPTY_PLACE, wantedAt: comparison?.wantedAt ?? EMPTY_PLACE, wanted: comparison?.wanted,
    children: part.children?.map((child) => viewNode(child, truths, known)),
  };
  known.set(part, node);
  return node;
}

/** What was read of a case, and how every plan was answered. */
export interface ViewedCase { readonly frame: Frame; readonly truths: Truths; readonly plans: PlanTruths }

/**
 * A trace that is worked out where somebody looks: a window on the compiled condition and the facts that were read, both of which are there anyway.
 * What a condition does not have reads as `undefined`; `toJSON` gives the plain tree, where it is absent.
 */
export class ConditionView implements ConditionTrace {
  private views: readonly ConditionView[] | undefined;

  constructor(private readonly node: ViewNode, private readonly viewed: ViewedCase) {
    this.views = undefined;
  }

  get kind(): ConditionTrace['kind'] { return this.node.kind; }
  get result(): Truth { return TRUTHS[this.viewed.truths[this.node.answer] as number] as Truth; }
  get pointer(): string { return this.node.pointer; }
  get name(): string | undefined { return this.node.name; }
  get fact(): string | undefined { return this.node.fact; }
  get path(): string | undefined { return this.node.path; }
  get params(): FactParams | undefined { return this.node.params; }
  get operator(): string | undefined { return this.node.operator; }
  get wantedFrom(): FactReference | undefined { return this.node.wantedFrom; }

  get found(): unknown {
    const found = this.viewed.frame[this.node.found];
    return isEmpty(found) ? undefined : found;
  }

  get wanted(): unknown {
    const { wantedAt } = this.node;
    if (wantedAt === EMPTY_PLACE) return this.node.wanted;
    const wanted = this.viewed.frame[wantedAt];
    return isEmpty(wanted) ? undefined : wanted;
  }

  get failure(): OperatorFailure | undefined {
    const { comparison } = this.node.part;
    return comparison === undefined ? undefined : failureOf(comparison, this.viewed.frame, this.result);
  }

  get children(): readonly ConditionView[] | undefined {
    this.views ??= this.node.children?.map((child) => new ConditionView(child, this.viewed));
    return this.views;
  }

  toJSON(): ConditionTrace {
    const { frame, truths, plans } = this.viewed;
    return tracePart(this.node.part, frame, (plan) => TRUTHS[truths[plans.placeOf(plan)] as number] as Truth);
  }
}
