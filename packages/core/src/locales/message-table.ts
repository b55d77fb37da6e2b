/** What a sentence is made of; by convention `label` is the field as people know it. */
export type Params = Readonly<Record<string, unknown>>;

/** Makes one sentence. */
export type Sentence = (params: Params) => string;

/** Sentences of one area in one language, by code. Every area has one table per language with the same codes. */
export type MessageTable = Readonly<Record<string, Sentence>>;

/** A parameter as text; what is missing or no scalar is left empty, so that a sentence never says "undefined". */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : '';
}

/** A list parameter; anything else is no list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
