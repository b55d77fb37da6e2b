import type { AnswerRemark, Calendar, EventActor, Locale, Problem, Scheme } from '@cobuild/core';
import type { CaseAction, CaseState, ObjectionState } from '@cobuild/rules';
import type { Messages } from '../locales/messages.js';
import type { AssignmentDesk } from './assignment-desk.js';
import type { OverrideDesk } from './override-desk.js';
import type { Desk } from './review-desk.js';
import type { ReviewWords } from './words.js';

/** What the person has chosen or typed and not yet sent. */
export interface ReviewDraft {
  readonly outcome: string;
  readonly reason: string;
  /** Asks once more before an outcome that ends the case. */
  readonly confirming: boolean;
  /** The sheet was sent and lacks something. */
  readonly checked: boolean;
  readonly answers: Readonly<Record<string, AnswerDraft>>;
  readonly override: OverrideDraft | undefined;
  /** Ids of the reviewers to be assigned; those whom the rule suggests until somebody else is chosen. */
  readonly reviewers: readonly string[] | undefined;
  /** Unit of the group to be assigned; the one that the rule proposes until another is chosen. */
  readonly group: string | undefined;
  /** Why that group. */
  readonly groupReason: string;
  /** For drawing them. */
  readonly seed: string;
}

/** An automatic result to be set aside: the proposal in the making, the question before one is confirmed, or the reason for declining one. */
export type OverrideDraft =
  | { readonly kind: 'confirming' }
  | { readonly kind: 'declining'; readonly reason: string; readonly checked: boolean }
  | { readonly kind: 'proposing'; /** A stage, or empty for the requirements; absent until one is chosen. */ readonly target?: string; readonly outcome: string; readonly reason: string; readonly checked: boolean };

/** Where something is sent from: the sheet of the stage, or a panel beside it. */
export type Panel = 'sheet' | 'override' | 'assignment';

/** Answer to an objection in the making. */
export interface AnswerDraft { readonly answer: string; readonly upheld?: boolean; readonly checked?: boolean }

/** What the parts of the sheet need from the element. */
export interface ReviewContext {
  readonly words: ReviewWords;
  readonly common: Messages;
  readonly locale: Locale;
  readonly scheme: Scheme;
  readonly state: CaseState;
  readonly actor: EventActor;
  readonly today: string;
  readonly calendar: Calendar;
  readonly desk: Desk;
  readonly draft: ReviewDraft;
  readonly overrides: OverrideDesk;
  readonly assignment: AssignmentDesk | undefined;
  /** Why what was sent last was refused, and where from. */
  readonly refused: { readonly panel: Panel; readonly problems: readonly Problem[] };
  readonly busy: boolean;
  /** Remarks on single answers, as they would go with a return. */
  readonly remarks: readonly AnswerRemark[];
  /** What the answer of a remark is called. */
  labelOf(remark: AnswerRemark): string;
  /** Brings the person to a remark; without one to the answers. */
  showRemark(remark?: AnswerRemark): void;
  change(draft: Partial<ReviewDraft>): void;
  send(action: CaseAction): void;
  /** Asks the rules, then the host. */
  assign(action: CaseAction): void;
  focusLater(selector: string): void;
  choose(outcome: string): void;
  submit(): void;
  confirmed(): void;
  cancelConfirm(): void;
  answerObjection(objection: ObjectionState): void;
}
