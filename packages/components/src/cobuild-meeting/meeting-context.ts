import type { ConflictGround } from '@cobuild/core';
import type { CaseAction } from '@cobuild/rules';
import type { Messages } from '../locales/messages.js';
import type { CountName, CountTexts } from './counts.js';
import type { MeetingView, MemberRow } from './meeting-view.js';
import type { MeetingWords } from './words.js';

export type OpenChoice = 'yes' | 'no' | 'abstain';

/** Asked before something final. */
export type Question = 'ballots' | 'close' | 'lot';

/** Why a meeting breaks off, and the day on which it goes on; `missing` once it was sent without a reason. */
export interface Adjourning { readonly reason: string; readonly resumesOn: string; readonly missing: boolean }

/** What the person has typed or chosen and not yet sent. */
export interface MeetingDraft {
  /** Member whose recusal is being declared. */
  readonly recusing: string;
  readonly recusalReason: string;
  readonly recusalMissing: boolean;
  /** The relation that is declared; none where the member steps aside for another reason. */
  readonly recusalGround: ConflictGround | '';
  readonly lotSeed: string;
  readonly lotMissing: boolean;
  readonly choices: ReadonlyMap<string, OpenChoice>;
  /** The question that is open before something final. */
  readonly confirming: '' | Question;
  readonly counts: CountTexts;
  readonly tellers: string;
  /** The count was sent with numbers that do not fit. */
  readonly countsChecked: boolean;
  readonly castingVote: 'yes' | 'no' | '';
  readonly castingMissing: boolean;
  /** The meeting is about to break off. */
  readonly adjourning: Adjourning | undefined;
}

/** What the parts of the meeting's screen need from the element. */
export interface MeetingContext {
  readonly words: MeetingWords;
  readonly common: Messages;
  readonly view: MeetingView;
  readonly draft: MeetingDraft;
  /** Something is on its way to the host: nothing else may begin. */
  readonly busy: boolean;
  /** Sent and not yet answered. */
  readonly pending: readonly CaseAction[];
  change(draft: Partial<MeetingDraft>): void;
  /** Hands actions to the host, one after the other. */
  send(...actions: readonly CaseAction[]): void;
  signIn(row: MemberRow): void;
  signInAll(): void;
  declareRecusal(row: MemberRow): void;
  cancelRecusal(row: MemberRow): void;
  startRecusal(row: MemberRow): void;
  choose(row: MemberRow, choice: OpenChoice): void;
  confirm(question: Question): void;
  cancelConfirm(): void;
  recordBallots(): void;
  setCount(name: CountName, text: string): void;
  recordCounts(): void;
  closeVoting(): void;
  recordCastingVote(): void;
  checkLot(): void;
  recordLot(): void;
  /** Gives the focus to what is drawn next. */
  focusLater(selector: string): void;
}
