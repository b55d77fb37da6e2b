import type { Facts, NamedConditions } from '@cobuild/core';
import type { OwnOperator } from '../operators/index.js';

/** A small payment, made or asked for. */
export interface SmallPayment {
  readonly id: string;
  /** Day of the payment, `2026-02-10`. */
  readonly date: string;
  /** Yuan. */
  readonly amount: number;
  readonly kind?: string;
  readonly person?: string;
  readonly household?: string;
  readonly event?: string;
  readonly village?: string;
  /** What conditions read beside the payment's own properties. */
  readonly facts?: Facts;
}

export interface SmallCapOptions {
  /** `eligibility.conditions`, for caps that refer to one by name. */
  readonly conditions?: NamedConditions;
  /** Own operators of their conditions. */
  readonly operators?: readonly OwnOperator[];
  /** What the fact `parameters` holds for their conditions: `parametersFact(scheme)`. One that is not decided is unknown there. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** A cap that the payment meets, in yuan. */
export interface SmallCapLimit {
  readonly cap: string;
  readonly amount: number;
  /** Paid before, out of the same cap, and how many payments that were. */
  readonly counted: number;
  readonly payments: number;
  readonly left: number;
  /** Who or what is counted together, and for which time: `2026`, `2026-02`; absent for a single payment. */
  readonly of?: string;
  readonly time?: string;
}

/**
 * What may be paid. `reduced`: less than was asked; `refused`: nothing, because a cap is used up or its condition is not met; `undecided`: a cap is open,
 * or something is missing that a cap needs.
 */
export interface SmallCapResult {
  readonly outcome: 'allowed' | 'reduced' | 'refused' | 'undecided';
  /** Yuan. */
  readonly asked: number;
  readonly allowed: number;
  readonly limits: readonly SmallCapLimit[];
  /** The cap that leaves least, where it leaves less than was asked. */
  readonly binding?: SmallCapLimit;
  /** Cap whose `onlyIf` is not met. */
  readonly refusedBy?: string;
  /** Ids of caps whose amount is open. */
  readonly holes: readonly string[];
  /** `amount`, `date`, `person`, …, or `onlyIf:CAP`, `when:CAP` where a condition cannot be answered. */
  readonly missing: readonly string[];
}
