import type { CaseAction } from '@cobuild/rules';

/** What `cobuild-action` tells: something that a person wants done with a case. The host does it, and sets `state` (or `problems`) again. */
export interface CobuildActionDetail {
  readonly action: CaseAction;
  /** Which case, where the element shows several. */
  readonly caseId?: string;
}

declare global {
  interface HTMLElementEventMap {
    'cobuild-action': CustomEvent<CobuildActionDetail>;
  }
}
