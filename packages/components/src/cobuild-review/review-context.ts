import type { AnswerRemark, Calendar, EventActor, Locale, Scheme } from '@cobuild/core';
import type { CaseAction, CaseState, ObjectionState } from '@cobuild/rules';
import type { Messages } from '../locales/messages.js';
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
}

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
  readonly busy: boolean;
  /** Remarks on single answers, as they would go with a return. */
  readonly remarks: readonly AnswerRemark[];
  /** What the answer of a remark is called. */
  labelOf(remark: AnswerRemark): string;
  /** Brings the person to a remark; without one to the answers. */
  showRemark(remark?: AnswerRemark): void;
  change(draft: Partial<ReviewDraft>): void;
  send(action: CaseAction): void;
  choose(outcome: string): void;
  submit(): void;
  confirmed(): void;
  cancelConfirm(): void;
  answerObjection(objection: ObjectionState): void;
}
