/** How much a problem weighs: an error stops, an undecided hole stops publishing only, the others inform. */
export type Severity = 'error' | 'undecided' | 'warning' | 'info';

/**
 * Something wrong in a document or an answer. Problems are data: they are returned, many at once, sorted by place, and never thrown.
 *
 * @example
 * { code: 'scheme/unknown-fact', severity: 'error', document: 'scheme.json', pointer: '/eligibility/rules/0/conditions/all/1/fact',
 *   line: 12, column: 20, params: { fact: 'vilage' }, message: 'Unknown fact "vilage".', remedy: 'Did you mean "village"?' }
 */
export interface Problem {
  /** Stable name, `area/what-is-wrong`: messages, documentation and tests hold on to it. */
  readonly code: string;
  readonly severity: Severity;
  /** File name (relative to the scheme folder), `$id` of the document, or `answers` for what a person filled in. */
  readonly document: string;
  /** JSON Pointer (RFC 6901) into the document; `''` is the whole document. */
  readonly pointer: string;
  /** 1-based place in the text, where the text is known. */
  readonly line?: number;
  readonly column?: number;
  /** What the sentence was made of, for hosts that write their own. */
  readonly params: Readonly<Record<string, unknown>>;
  /** What is wrong, in the language that was asked for. */
  readonly message: string;
  /** How to mend it. */
  readonly remedy?: string;
  /** An application for which what is claimed really happens. */
  readonly counterExample?: ProblemExample;
}

/** Facts, as conditions read them, and what the parts of the document that are named give for them: `{ "/eligibility/rules/0/conditions": false }`. */
export interface ProblemExample {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly gives: Readonly<Record<string, unknown>>;
}

/** Languages that every message exists in. */
export type Locale = 'zh-CN' | 'en';

/** A text per language; Chinese is always there, English where somebody wrote it. */
export interface LocalizedText {
  readonly 'zh-CN': string;
  readonly en?: string;
}

/** Reads a text in a language and falls back to Chinese, which every document has. */
export function localize(text: LocalizedText | string | undefined, locale: Locale): string {
  if (text === undefined) return '';
  return typeof text === 'string' ? text : (text[locale] ?? text['zh-CN']);
}
