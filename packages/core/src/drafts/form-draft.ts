import { isRecord } from '../form/json-schema.js';
import type { LocalizedText } from '../problems/problem.js';
import type { PrefilledAnswer } from './prefill.js';

/** The format that {@link FormDraft} is written in. */
export const DRAFT_FORMAT = 1;

/** What was filled in: names with values, or the list or single value that the form's schema describes. */
export type DraftAnswers = Readonly<Record<string, unknown>>;

/** The form that a draft was filled in with. */
export interface DraftForm {
  readonly id: string;
  /** `version` of the definition, 1 where it has none; migrations count by it. */
  readonly version: number;
  /** SHA-256 of the definition's canonical JSON: any change of the form changes it. */
  readonly hash: string;
  readonly scheme?: { readonly id: string; readonly version: string };
}

/** Why an answer of a draft stands beside the form. */
export type AsideReason = 'dropped' | 'no-question' | 'occupied' | 'other-kind' | 'other-form';

/** An answer for which the form as it is now has no place. It is kept with the draft until somebody says that it is not needed. */
export interface AsideAnswer {
  /** Where it stood in the earlier answers. */
  readonly pointer: string;
  readonly value: unknown;
  /** What the question was called, outermost first; a number is the 1-based position in a list: `['预算明细', 2, '单价']`. */
  readonly path: readonly (LocalizedText | string | number)[];
  readonly reason: AsideReason;
}

/** What one person has filled in so far, with all that is needed to go on elsewhere, later, or beside somebody else. Plain JSON. */
export interface FormDraft {
  readonly formatVersion: typeof DRAFT_FORMAT;
  readonly form: DraftForm;
  readonly answers: DraftAnswers;
  /** The answers as they were last shared: when they last left or came in a file. `{}` where they never did. A merge begins with them. */
  readonly base: DraftAnswers;
  /** Instant, ISO 8601. */
  readonly savedAt: string;
  /** Grows by one with every save of the storage; 0 before the first. */
  readonly revision: number;
  readonly author?: { readonly id: string; readonly name?: string };
  /** What the answered questions were called, by template: `{ "/contact/phone": "联系电话" }`, `*` for items. It names answers that a later form has no place for. */
  readonly titles?: Readonly<Record<string, LocalizedText | string>>;
  readonly aside?: readonly AsideAnswer[];
  readonly prefilled?: readonly PrefilledAnswer[];
}

/** A draft as storages answer it: an older or simpler one knows the answers and the time only. */
export type StoredDraft = Pick<FormDraft, 'answers' | 'savedAt'> & Partial<FormDraft>;

/** Reads what a file or a database held; `undefined` where it is no draft of this format. */
export function readDraft(value: unknown): FormDraft | undefined {
  if (!isRecord(value) || value['formatVersion'] !== DRAFT_FORMAT) return undefined;
  const { form, answers, base, savedAt, revision, author, titles, aside, prefilled } = value;
  const whole =
    isForm(form) && isAnswers(answers) && isAnswers(base) && typeof savedAt === 'string' && isCount(revision) &&
    (author === undefined || (isRecord(author) && typeof author['id'] === 'string' && isOptionalText(author['name']))) &&
    (titles === undefined || (isRecord(titles) && Object.keys(titles).every((key) => isText(titles[key])))) &&
    (aside === undefined || (Array.isArray(aside) && aside.every(isAside))) &&
    (prefilled === undefined || (Array.isArray(prefilled) && prefilled.every(isPrefilled)));
  return whole ? (value as unknown as FormDraft) : undefined;
}

/** Any JSON: whether it fits is for the form to say. A single question that nobody answered has nothing there. */
const isAnswers = (value: unknown): boolean => typeof value !== 'function' && typeof value !== 'symbol' && typeof value !== 'bigint';
const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isOptionalText = (value: unknown): boolean => value === undefined || typeof value === 'string';
const isText = (value: unknown): boolean => typeof value === 'string' || (isRecord(value) && typeof value['zh-CN'] === 'string' && isOptionalText(value['en']));

function isForm(value: unknown): boolean {
  if (!isRecord(value) || typeof value['id'] !== 'string' || !isCount(value['version']) || typeof value['hash'] !== 'string') return false;
  const { scheme } = value;
  return scheme === undefined || (isRecord(scheme) && typeof scheme['id'] === 'string' && typeof scheme['version'] === 'string');
}

function isAside(value: unknown): boolean {
  if (!isRecord(value) || typeof value['pointer'] !== 'string' || typeof value['reason'] !== 'string') return false;
  const path: unknown = value['path'];
  return Array.isArray(path) && path.every((part) => typeof part === 'number' || isText(part));
}

/** Whether a value is an answer from a register, with its source. */
export function isPrefilled(value: unknown): value is PrefilledAnswer {
  if (!isRecord(value) || typeof value['pointer'] !== 'string' || typeof value['at'] !== 'string') return false;
  const { source } = value;
  return isRecord(source) && typeof source['id'] === 'string' && isText(source['title']);
}
