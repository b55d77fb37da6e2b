import type { Criterion, Problem, ScoreSheet, Scoring } from '@cobuild/core';
import type { ExactText } from './exact.js';

/** What one criterion brought. Everything that the sum is made of stands here. */
export interface CriterionScore {
  readonly criterion: string;
  readonly kind: 'regular' | 'bonus' | 'deduction';
  readonly source: 'reviewer' | 'fact';
  /** `missing`: not marked yet, or the fact is empty; `invalid`: see the problems; `undecided`: the scheme has not fixed weight, maximum or mark. */
  readonly state: 'marked' | 'notApplicable' | 'missing' | 'invalid' | 'undecided';
  readonly mark?: ExactText;
  readonly maximum?: ExactText;
  readonly weight?: ExactText;
  /** mark / maximum × weight, before rescaling; a deduction's is negative. */
  readonly points?: ExactText;
  /** Of a mark by fact: the value found, and the index of the band in which it lies. */
  readonly found?: unknown;
  readonly band?: number | 'otherwise';
  /** Of a mark by fact: the bands and the mark outside them, as the scheme has them. */
  readonly bands?: NonNullable<Criterion['byFact']>['bands'];
  readonly otherwise?: NonNullable<Criterion['byFact']>['otherwise'];
  readonly comment?: string;
}

/** A score after its last step: rounded once, with what follows from it. */
export interface FinalScore {
  /** Exact, before rounding. */
  readonly raw?: ExactText;
  /** Exact, after rounding. */
  readonly rounded?: ExactText;
  /** `rounded` as a JSON number, for showing. `null` without a score. */
  readonly score: number | null;
  readonly rounding?: { readonly step: ExactText; readonly mode: 'half-up' | 'half-even' | 'down' | 'up' };
  /** What a ranking reads: `raw` or `rounded`, as the scheme says. */
  readonly rankValue?: ExactText;
  /** What bands and pass mark were compared with. */
  readonly decideValue?: ExactText;
  readonly rankOn?: 'raw' | 'rounded';
  readonly decideOn?: 'raw' | 'rounded';
  /** What `decideValue` was compared with, as the scheme has it. */
  readonly bands?: Scoring['bands'];
  readonly passMark?: ExactText;
  /** Id of the band; absent where there is none or it is open. */
  readonly band?: string;
  /** Absent where the scheme has no pass mark or has not decided it. */
  readonly passed?: boolean;
}

/** The score of one sheet. */
export interface SheetScore extends FinalScore {
  /** `incomplete`: marks or facts are missing; `blocked`: something is "not applicable" and the scheme then wants no score; `invalid`: see the problems. */
  readonly outcome: 'scored' | 'incomplete' | 'blocked' | 'invalid' | 'undecided';
  readonly criteria: readonly CriterionScore[];
  /** Sum of the regular criteria's points before rescaling; of the bonus; of the deductions (not positive). */
  readonly regular?: ExactText;
  readonly bonus?: ExactText;
  readonly deduction?: ExactText;
  readonly outOf?: ExactText;
  /** Where something was left out: `regular` × outOf / weights. */
  readonly rescaled?: { readonly weights: ExactText; readonly outOf: ExactText; readonly points: ExactText };
  /** Where the total was held at a limit. */
  readonly heldAt?: 'totalMinimum' | 'totalMaximum';
  readonly totalMinimum?: ExactText;
  readonly totalMaximum?: ExactText;
  /** What is done about regular criteria that are not applicable, where there are some and the scheme has decided it. */
  readonly notApplicable?: 'rescale' | 'zero' | 'block';
  /** Ids of criteria without a mark. */
  readonly missing: readonly string[];
  /** Settings that the scheme leaves open: `criteria/effect/weight`, `rounding`. */
  readonly holes: readonly string[];
  readonly problems: readonly Problem[];
}

/** What became of one sheet in a panel. */
export interface PanelEntry {
  readonly reviewer: string;
  readonly name?: string;
  /**
   * `counted`, `dropped` (as highest or lowest), or why it has no part: `recused`, `void`, `draft` (not handed in), `incomplete`, `invalid`,
   * `ownItem` (scores the own application), `duplicate` (a second sheet), `missing` (no sheet).
   */
  readonly state: 'counted' | 'dropped' | 'recused' | 'void' | 'draft' | 'incomplete' | 'invalid' | 'ownItem' | 'duplicate' | 'missing';
  readonly dropped?: 'highest' | 'lowest';
  /** The sheet's score before rounding, where it has one. */
  readonly raw?: ExactText;
  /** The sheet's score with all its steps, where the sheet was read. */
  readonly result?: SheetScore;
  /** A missing peer that counts as 0. */
  readonly assumed?: true;
  /** Conflict of interest; a soft one counts and stays on record. */
  readonly recusal?: { readonly kind: 'hard' | 'soft'; readonly ground: string; readonly source: 'automatic' | 'declared'; readonly reason?: string };
  /** Why it is void. */
  readonly reason?: string;
  readonly sheet?: ScoreSheet;
}

/** A score that lies far from the others. */
export interface DeviationAlert {
  readonly reviewer: string;
  readonly raw: ExactText;
  /** Distance from the median, without sign. */
  readonly distance: ExactText;
  /** The reason given; absent while it is still asked for. */
  readonly reason?: string;
}

/** The score of a panel. */
export interface PanelScore extends FinalScore {
  /** `notEnough`: fewer valid scores than needed; `waiting`: peers are still to score and the scheme waits for them. */
  readonly outcome: 'scored' | 'notEnough' | 'waiting' | 'undecided';
  /** All sheets, recused and missing ones too, in the order in which they came. */
  readonly entries: readonly PanelEntry[];
  /** Valid scores before dropping, and how many are needed. */
  readonly valid: number;
  readonly needed?: number;
  readonly mean?: 'plain' | 'trimmed';
  /** What happens with fewer scores than needed. */
  readonly whenFewer?: 'notEnough' | 'dropNothing';
  /** Peer evaluation: what a peer that has not scored means. */
  readonly peers?: 'ignore' | 'wait' | 'zero';
  /** Number of highest and lowest scores that were dropped; both 0 where nothing was. */
  readonly dropped: { readonly highest: number; readonly lowest: number };
  /** Whether nothing was dropped because there were too few. */
  readonly tooFewToDrop?: true;
  /** The sum that was divided, and by how many. */
  readonly sum?: ExactText;
  readonly counted: number;
  readonly median?: ExactText;
  readonly deviation?: ExactText;
  readonly alerts: readonly DeviationAlert[];
  /** Reviewers whose reason is still asked for. */
  readonly reasonsMissing: readonly string[];
  readonly holes: readonly string[];
  readonly problems: readonly Problem[];
}
