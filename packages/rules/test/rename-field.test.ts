import type { JsonChange } from '@cobuild/core';
import { chinaCalendar, pointerTokens, renameField, toPointer, valueAt, withValueAt } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkScheme, runSchemeTests } from '../src/index.js';

const SCHEMES = ['gaoming-demo', 'qianjiang-innovation-demo', 'ruyuan-caps-demo', 'datong-sites-demo', 'yangjiang-households-demo', 'four-discussions-demo'];

interface Form { readonly schema: { readonly properties: Readonly<Record<string, { readonly items?: { readonly properties?: object } }>> } }

/** The merged scheme in one file, as an author without an overlay would have it. */
function whole(name: string): unknown {
  const loaded = checkScheme(readSchemeFolder(fileURLToPath(new URL(`../../../examples/schemes/${name}`, import.meta.url))));
  return withValueAt(loaded.draft, '/extends', undefined);
}

const check = (document: unknown) => checkScheme({ read: (path) => (path === 'scheme.json' ? JSON.stringify(document) : undefined) });

function applied(document: unknown, changes: readonly JsonChange[] = []): unknown {
  return changes.reduce<unknown>((before, change) => {
    if (change.kind === 'set') return withValueAt(before, change.pointer, change.value);
    if (change.kind !== 'rename') throw new TypeError(change.kind);
    const tokens = pointerTokens(change.pointer);
    const holder = toPointer(...tokens.slice(0, -1));
    return withValueAt(before, holder, Object.fromEntries(Object.entries(valueAt(before, holder) as object).map(([key, value]) => [key === tokens[tokens.length - 1] ? change.key : key, value as unknown])));
  }, document);
}

describe('renameField', () => {
  it.each(SCHEMES)('leaves %s sound, with all its tests passing, when every field of its forms has another name', (name) => {
    const before = whole(name);
    let document = before;
    (valueAt(before, '/forms') as readonly Form[]).forEach(({ schema }, index) => {
      for (const [field, { items }] of Object.entries(schema.properties)) {
        for (const inner of Object.keys(items?.properties ?? {})) document = applied(document, renameField(document, `/forms/${index}`, `/${field}/*/${inner}`, `${inner}New`));
        document = applied(document, renameField(document, `/forms/${index}`, `/${field}`, `${field}New`));
      }
    });
    expect(Object.keys((valueAt(document, '/forms/0/schema/properties') ?? {})).every((field) => field.endsWith('New'))).toBe(true);
    expect(check(document).problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(check(before).problems.map(({ code, pointer }) => `${code} ${pointer}`));
    const { scheme } = check(document);
    const results = scheme === undefined ? [] : runSchemeTests(scheme, { calendar: chinaCalendar });
    expect(results.filter(({ passed }) => !passed).map(({ id, differences }) => ({ id, differences }))).toEqual([]);
    expect(results.length).toBeGreaterThan(0);
  });
});
