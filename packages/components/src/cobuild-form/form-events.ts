import type { Problem } from '@cobuild/core';
import type { AnswerRemark } from '../answers-view/remark-view.js';

/** What `cobuild-input`, `cobuild-change` and `cobuild-submit` tell. `Value` is a list or a single value where the outermost schema describes one. */
export interface CobuildFormDetail<Value = Readonly<Record<string, unknown>>> {
  /** The answers to submit: hidden ones left out where the form says so, computed ones filled in. */
  readonly value: Value;
  /** Every problem of the answers as they are, shown or not; after a submit only those that do not stop it. */
  readonly problems: readonly Problem[];
  /** The answer that changed; `''` at a submit. */
  readonly pointer: string;
}

/** What `cobuild-problems` tells. */
export interface CobuildProblemsDetail {
  /** Those that the list shows now, in its order; none once all are mended. */
  readonly problems: readonly Problem[];
}

/** What `cobuild-step` tells. */
export interface CobuildStepDetail {
  readonly step: string;
}

declare global {
  interface HTMLElementEventMap {
    'cobuild-problems': CustomEvent<CobuildProblemsDetail>;
    'cobuild-input': CustomEvent<CobuildFormDetail>;
    'cobuild-change': CustomEvent<CobuildFormDetail>;
    'cobuild-submit': CustomEvent<CobuildFormDetail>;
    'cobuild-remark': CustomEvent<AnswerRemark>;
    'cobuild-step': CustomEvent<CobuildStepDetail>;
  }
}
