import type { Problem } from '@cobuild/core';
import type { AnswerRemark } from '../answers-view/remark-view.js';

/** What `cobuild-input`, `cobuild-change` and `cobuild-submit` tell. */
export interface CobuildFormDetail {
  /** The answers to submit: hidden ones left out where the form says so, computed ones filled in. */
  readonly value: Readonly<Record<string, unknown>>;
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
