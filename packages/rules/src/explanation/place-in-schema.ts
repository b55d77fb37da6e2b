import { escapeToken, pointerTokens, valueAt } from '@cobuild/core';

/**
 * Where the schema of a form describes a field, through references of the form: what several fields are drawn from has its settings there.
 *
 * @param field - Pointer of the field with `*` for items.
 * @example placeInSchema(schema, '/host/name') // '/$defs/organisation-v1/properties/name'
 */
export function placeInSchema(schema: unknown, field: string): string {
  return pointerTokens(field).reduce((place, token) => {
    const reference = valueAt(schema, `${place}/$ref`);
    return `${typeof reference === 'string' && reference.startsWith('#/') ? reference.slice(1) : place}${token === '*' ? '/items' : `/properties/${escapeToken(token)}`}`;
  }, '');
}
