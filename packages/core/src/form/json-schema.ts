export { define } from '../problems/json-pointer.js';

/** A JSON Schema that is an object; `true` and `false` say nothing that could be drawn. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** An own property; inherited names such as `constructor` and a mere `__proto__` lead nowhere. */
export function own(object: unknown, key: string): unknown {
  // As `isRecord`, which asked this often would be felt.
  return typeof object === 'object' && object !== null && !Array.isArray(object) && Object.prototype.hasOwnProperty.call(object, key) ? (object as JsonSchema)[key] : undefined;
}

const NONE: readonly unknown[] = [];

export function listAt(schema: JsonSchema, keyword: string): readonly unknown[] {
  const value = own(schema, keyword);
  return Array.isArray(value) ? (value as readonly unknown[]) : NONE;
}

export function textAt(schema: JsonSchema, keyword: string): string | undefined {
  const value = own(schema, keyword);
  return typeof value === 'string' ? value : undefined;
}

export function numberAt(schema: JsonSchema, keyword: string): number | undefined {
  const value = own(schema, keyword);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Whether a document is written for a dialect in which keywords beside a `$ref` say nothing. */
export function refStandsAlone(root: JsonSchema): boolean {
  return /^https?:\/\/json-schema\.org\/draft-0[67]\/schema#?$/.test(textAt(root, '$schema') ?? '');
}
