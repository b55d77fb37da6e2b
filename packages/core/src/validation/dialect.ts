/** How the words of a schema document are read. */
export interface Dialect {
  /** Draft-07: what stands beside `$ref` is ignored, and `#name` in `$id` is an anchor. */
  readonly refAlone: boolean;
  /** Draft-07: `items` may be an array, the rest of the items falls to `additionalItems`. */
  readonly arrayItems: boolean;
  /** Whether a keyword belongs to a vocabulary that the metaschema leaves out. */
  readonly ignores: (keyword: string) => boolean;
}

export const draft202012: Dialect = { refAlone: false, arrayItems: false, ignores: () => false };
export const draft07: Dialect = { ...draft202012, refAlone: true, arrayItems: true };

/** Whether `$schema` names draft-07 (or draft-06, which reads alike). */
export function isDraft07(uri: unknown): boolean {
  return typeof uri === 'string' && /^https?:\/\/json-schema\.org\/draft-0[67]\/schema#?$/.test(uri);
}
