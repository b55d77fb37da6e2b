import type { ConflictGround, Locale, Problem } from '@cobuild/core';
import { decimalToText, roundRational } from '@cobuild/core';
import type { CaseAction, SheetScore } from '@cobuild/rules';
import { readExact } from '@cobuild/rules';
import type { MarkDraft, SheetDraft } from '../hosts/sheet-drafts.js';
import type { ExplanationWords } from '../internal/explanation/words.js';
import type { Messages } from '../locales/messages.js';
import type { ScoreDesk } from './score-desk.js';
import type { ScoreWords } from './words.js';

/** A relation being declared, a sheet being taken back, a panel being closed: one at a time. */
export type Asking = 'recusal' | 'withdrawal' | 'closing' | '';

/** What the parts of the screen need from the element. */
export interface ScoreContext {
  readonly words: ScoreWords;
  readonly common: Messages;
  readonly explanation: ExplanationWords;
  readonly locale: Locale;
  readonly desk: ScoreDesk;
  readonly draft: SheetDraft;
  readonly score: SheetScore;
  readonly running: SheetScore | undefined;
  /** Shown beside the marks: those of what is typed, and once it was sent, those of what is missing. */
  readonly problems: readonly Problem[];
  readonly asking: Asking;
  readonly ground: ConflictGround;
  readonly reason: string;
  readonly reasonMissing: boolean;
  readonly busy: boolean;
  readonly saving: string;
  mark(mark: MarkDraft): void;
  write(changed: Partial<Omit<SheetDraft, 'marks'>>): void;
  ask(asking: Asking): void;
  chooseGround(ground: ConflictGround): void;
  writeReason(reason: string): void;
  send(action: CaseAction): void;
  submit(): void;
  save(): void;
  withdraw(): void;
  declare(): void;
  close(): void;
  nextMark(from: HTMLElement): void;
}

/** Points for people: `76.19`; a fraction by what it comes to. */
export function pointsText(exact: string, words: ScoreWords): string {
  const fraction = exact.includes('/') ? readExact(exact) : undefined;
  return fraction === undefined ? exact : words.about({ number: decimalToText(roundRational(fraction, '0.01', 'half-up')) });
}

/** A rounded score with the decimals of its step. */
export function scoreText({ rounded, rounding }: Pick<SheetScore, 'rounded' | 'rounding'>, words: ScoreWords): string {
  if (rounded === undefined) return '';
  const places = rounding === undefined ? 0 : (rounding.step.split('.')[1] ?? '').length;
  return rounded.includes('/') ? pointsText(rounded, words) : decimalToText(rounded, places);
}

export const settingText = (value: unknown, words: ScoreWords): string => (typeof value === 'number' ? decimalToText(value) : words.undecided);
