import type { PayPart, PayRule } from '@cobuild/core';
import type { Problem } from '@cobuild/core';
import type { ExactText } from '../scoring/exact.js';

/** What became of one addend. */
export interface PayPartResult {
  readonly id: string;
  readonly kind: PayPart['kind'];
  /**
   * `missing`: the fact is empty. `unreadable`: it is no number, no amount, or no kind that the table knows. `notCovered`: no row takes the
   * number. `ambiguous`: several rows do. `open`: what it needs is not decided.
   */
  readonly outcome: 'computed' | 'missing' | 'unreadable' | 'notCovered' | 'ambiguous' | 'open';
  readonly fact?: string;
  readonly found?: unknown;
  /** Id of the band, kind, segment or post that applied. */
  readonly row?: string;
  /** Formulas: the value found at each place that the formula reads; absent where there was none. */
  readonly read?: Readonly<Record<string, unknown>>;
  /** What it was calculated from, exact, in yuan but for `units`, `start` and `factor`. */
  readonly from?: Readonly<Partial<Record<'base' | 'perUnit' | 'units' | 'start' | 'factor' | 'of' | 'atMost', ExactText>>>;
  /** One time, and how often. */
  readonly amount?: ExactText;
  readonly times: number;
  /** `amount` × `times`, exact, in yuan. */
  readonly value?: ExactText;
}

/** An amount of pay and how it came about. */
export interface PayResult {
  /** The first that applies of: `undecided` a hole of the scheme is in the way, `incomplete` a fact is missing, `refused` a fact does not fit; else `computed`. */
  readonly outcome: 'computed' | 'incomplete' | 'undecided' | 'refused';
  readonly rule: string;
  /** The rule itself, parameters resolved. */
  readonly settings: PayRule;
  readonly parts: readonly PayPartResult[];
  /** Sum of all parts, exact, before limits and rounding. */
  readonly sum?: ExactText;
  /** The limit that applied, in yuan. */
  readonly limited?: { readonly by: 'minimum' | 'maximum'; readonly amount: ExactText };
  /** How the sum was rounded. */
  readonly rounding?: { readonly step: ExactText; readonly mode: 'half-up' | 'half-even' | 'down' | 'up' };
  /** In yuan; negative for a deduction. */
  readonly total?: number;
  /** The total in equal instalments; `last` differs where they do not divide evenly. In yuan. */
  readonly instalments?: { readonly over: number; readonly each: number; readonly last: number };
  /** Pointers of settings that are not decided, from the rule. */
  readonly holes: readonly string[];
  /** Names of facts that are missing. */
  readonly missing: readonly string[];
  readonly problems: readonly Problem[];
}
