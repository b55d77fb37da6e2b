import type { Truth } from '@cobuild/core';
import type { OperatorFailure } from '../operators/index.js';
import { isEmpty } from '../operators/index.js';
import type { ConditionTrace } from '../results.js';
import type { Part } from './compile-part.js';
import type { FactParams } from './fact-key.js';
import type { Frame, FrameLayout } from './frame.js';
import { testOf } from './plan-test.js';
import type { FactReference } from './read-condition.js';
import { failureOf, tracePart } from './trace-part.js';

/**
 * A trace that is worked out where somebody looks: a window on the compiled condition and the facts that were read, both of which are there anyway.
 * What a condition does not have reads as `undefined`; `toJSON` gives the plain tree, where it is absent.
 */
export class ConditionView implements ConditionTrace {
  private views: readonly ConditionView[] | undefined;

  constructor(private readonly part: Part, private readonly frame: Frame, private readonly layout: FrameLayout) {
    this.views = undefined;
  }

  get kind(): ConditionTrace['kind'] { return this.part.kind; }
  get result(): Truth { return testOf(this.part.plan, this.layout)(this.frame); }
  get pointer(): string { return this.part.pointer; }
  get name(): string | undefined { return this.part.name; }
  get fact(): string | undefined { return this.part.comparison?.fact; }
  get path(): string | undefined { return this.part.comparison?.path; }
  get params(): FactParams | undefined { return this.part.comparison?.params; }
  get operator(): string | undefined { return this.part.comparison?.operator; }
  get wantedFrom(): FactReference | undefined { return this.part.comparison?.wantedFrom; }

  get found(): unknown {
    const { comparison } = this.part;
    if (comparison === undefined) return undefined;
    const found = this.frame[comparison.found];
    return isEmpty(found) ? undefined : found;
  }

  get wanted(): unknown {
    const { comparison } = this.part;
    if (comparison === undefined) return undefined;
    if (comparison.wantedAt === undefined) return comparison.wanted;
    const wanted = this.frame[comparison.wantedAt];
    return isEmpty(wanted) ? undefined : wanted;
  }

  get failure(): OperatorFailure | undefined {
    return this.part.comparison === undefined ? undefined : failureOf(this.part.comparison, this.frame, this.result);
  }

  get children(): readonly ConditionView[] | undefined {
    const { children } = this.part;
    if (children === undefined) return undefined;
    if (this.views === undefined) {
      const views: ConditionView[] = [];
      for (const child of children) views.push(new ConditionView(child, this.frame, this.layout));
      this.views = views;
    }
    return this.views;
  }

  toJSON(): ConditionTrace {
    return tracePart(this.part, this.frame, this.layout);
  }
}
