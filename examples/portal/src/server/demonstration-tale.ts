import type { ProjectAction } from '@cobuild/rules';

type Answers = Readonly<Record<string, unknown>>;

/** What is told of an example case, or of each of several: who applies, since when, how it goes on and how far. */
export interface CaseTale {
  /** Ids of cases in `cases.jsonl` of the scheme or of the one that it extends. */
  readonly case: string | readonly string[];
  /** Tells two tales of one case apart. */
  readonly key?: string;
  /** Answers in place of the example's. */
  readonly answers?: Answers;
  /** Identity or role that applies; without it the unit that the example names. */
  readonly by?: string;
  /** ISO date of the application, or how many days before today; of several cases each comes `everyDays` days after the one before. */
  readonly on?: string;
  readonly daysAgo?: number;
  readonly everyDays?: number;
  /** The stage at which it waits; without it the case goes to its end, or as far as the days suffice. */
  readonly until?: string;
  /** Goes only as far as the example's own reviews. */
  readonly onlyReviewed?: boolean;
  /** Outcomes of stages, where they are not those of the example and not the one that leads on. */
  readonly outcomes?: Readonly<Record<string, string>>;
  /** What is filled in at stages, where it is not what the example says. */
  readonly stages?: Readonly<Record<string, Answers>>;
  /** ISO dates of stages; without one, two days after the stage before. */
  readonly days?: Readonly<Record<string, string>>;
  /** Id of a duty of the cadence of which the last record was forgotten, so that it is overdue. */
  readonly owes?: string;
  /** What becomes of the project: each step as its event says, by an identity or role. A day `daysAgo` in its data is that of the step. */
  readonly project?: readonly { readonly on?: string; readonly daysAgo?: number; readonly by: string; readonly type: ProjectAction['type']; readonly data: Answers }[];
}

/**
 * How the cadence of a project without a contract was kept: every duty of every period is handed in by the role that owes it some days before its last day, or before the
 * case ends, and accepted the day after.
 */
export interface CadenceTale {
  /** What is handed in, by duty; of several the projects take turns. */
  readonly answers: Readonly<Record<string, readonly Answers[]>>;
  /** Name of the answer that holds the day. */
  readonly day: string;
  /** Days before the last one; every other project up to a week earlier. */
  readonly daysBefore: number;
  /** Ids of cases whose first record of a duty came `days` after its last day. */
  readonly late?: { readonly cases: readonly string[]; readonly duty: string; readonly days: number };
}

/** `story.json` beside a scheme: what its pages show where it is a demonstration. */
export interface Story {
  readonly cases?: readonly CaseTale[];
  /** How the cadence was kept by those of the cases that became projects without a contract. */
  readonly cadence?: CadenceTale;
  /** Public votes that residents have cast ballots in; `favourites` got the most. */
  readonly ballots?: readonly { readonly vote: string; readonly voters: number; readonly favourites: readonly string[] }[];
  /** Entries of a register, the marks of each input in their order, and whether grades and rewards were worked out in the end. */
  readonly register?: {
    readonly cases?: readonly string[];
    readonly marks?: readonly { readonly by: string; readonly input: string; readonly marks: readonly number[] }[];
    readonly assessed?: boolean;
  };
  /** Cases that came in a table. */
  readonly intake?: { readonly by: string; readonly cases: readonly string[]; readonly document: string; readonly daysAgo: number };
}
