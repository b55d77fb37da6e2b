import type { Grading, Problem } from '@cobuild/core';
import type { RankGroup, TieEvidence, TieSettlement } from '../ranking/index.js';
import type { ExactText } from '../scoring/exact.js';

/** What is graded. */
export interface GradedProject {
  readonly id: string;
  /** The final mark, where the grading has no inputs: a number, decimal text or fraction text as panels give it. */
  readonly score?: number | ExactText;
  /** Marks by id of the grading's inputs. */
  readonly marks?: Readonly<Record<string, number | ExactText | null>>;
  /** Who carries it out, the lead first; one alone where absent. `share` is in per cent, for rules that divide by shares. */
  readonly parties?: readonly { readonly id: string; readonly share?: number }[];
}

export interface GradingOptions {
  /** What is known for separating equals at a border: a seed, a revote, the committee's decision. */
  readonly tie?: TieEvidence;
  readonly locale?: 'zh-CN' | 'en';
}

/** A mark that went into the final one. */
export interface GradingMark { readonly input: string; readonly mark?: ExactText; readonly weight: ExactText }

export interface GradingItem {
  readonly id: string;
  readonly marks: readonly GradingMark[];
  /** Exact, before rounding. */
  readonly score?: ExactText;
  /** After rounding, where the grading rounds. */
  readonly rounded?: ExactText;
  /** Grading by places: rank with equals sharing the better one, and whom it is shared with. */
  readonly rank?: number;
  readonly tiedWith?: readonly string[];
  readonly grade?: string;
  /** Why there is no grade: a mark is missing, an equal stands across the border, no band takes the mark, or no place is left. */
  readonly without?: 'mark' | 'tie' | 'band' | 'place';
  /** In yuan; only where the rewards of all keep within the pot. */
  readonly reward?: number;
  readonly bonusPoints?: number;
  readonly parties?: GradedProject['parties'];
  /** Division among the parties of a joint project. */
  readonly split?: readonly { readonly party: string; readonly reward?: number; readonly bonusPoints?: number }[];
}

/** One row of the table of grades as it came out. */
export interface GradeRow {
  readonly grade: string;
  /** Places that the rule gives; absent for grades by mark. */
  readonly places?: number;
  readonly filled: number;
  /** In yuan, for one project and for all. */
  readonly reward?: number;
  readonly total?: number;
}

/** Rewards against the pot. */
export interface RewardTotals {
  /** `over`: nothing is granted. `undecided`: an amount that is needed is open. `none`: the grades bring no money. */
  readonly outcome: 'none' | 'within' | 'over' | 'undecided';
  readonly rows: readonly GradeRow[];
  readonly total?: number;
  readonly pot?: number;
  /** What the pot leaves. */
  readonly rest?: number;
  /** What is missing in the pot. */
  readonly over?: number;
  readonly holes: readonly string[];
}

export interface GradingResult {
  /**
   * `undecided`: a setting that is needed is open. `incomplete`: marks are missing. `refused`: marks are outside what is allowed, or ids are
   * there twice. `tieOpen`: equals stand across the border of two grades and the rule cannot separate them yet.
   */
  readonly outcome: 'graded' | 'tieOpen' | 'undecided' | 'incomplete' | 'refused';
  readonly grading: string;
  /** The settings that were graded by, parameters resolved. */
  readonly settings: Grading;
  readonly by: 'score' | 'places';
  /** Grading by places: best first. By score: as they came. */
  readonly items: readonly GradingItem[];
  readonly rows: readonly GradeRow[];
  /** How ties at borders were separated, or what is needed. */
  readonly settlements: readonly TieSettlement[];
  readonly groups: readonly RankGroup[];
  readonly reward: RewardTotals;
  /** Pointers of settings that are needed and not decided, from the grading. */
  readonly holes: readonly string[];
  readonly problems: readonly Problem[];
}
