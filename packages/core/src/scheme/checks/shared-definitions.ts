import { toPointer, valueAt } from '../../problems/json-pointer.js';
import { isObject } from '../../validation/instance.js';
import type { DefinitionAddress } from '../definitions.js';
import { definitionAddress, definitionKey } from '../definitions.js';
import type { SchemeCheck } from '../finding.js';
import { partsAt } from '../parts.js';
import { reportUnless } from './reference.js';

/** Shared definitions have an address each, forms name versions that there are, and whoever stays behind a newer one is told. */
export const sharedDefinitions: SchemeCheck = (document, report) => {
  const known: (DefinitionAddress & { readonly text: string })[] = [];
  for (const { value, pointer } of partsAt(document, '/definitions')) {
    const text = valueAt(value, '/schema/$id');
    const address = definitionAddress(text);
    const at = `${pointer}/schema/$id`;
    if (address === undefined) report({ code: 'scheme/definition-address', severity: 'error', pointer: at, params: { id: text ?? '' } });
    else if (known.some((other) => other.text === text)) report({ code: 'scheme/definition-twice', severity: 'error', pointer: at, params: { id: text } });
    else known.push({ ...address, text: String(text) });
  }
  for (const { value, pointer } of partsAt(document, '/forms')) {
    const schema = value['schema'];
    for (const { address, at } of addressesIn(schema, `${pointer}/schema`)) reportUnless(known.map(({ text }) => text), address, 'scheme/unknown-definition', at, report);
    const copies = valueAt(schema, '/$defs');
    for (const key of isObject(copies) ? Object.keys(copies) : []) {
      const used = known.find((each) => definitionKey(each) === key);
      const newest = used && Math.max(...known.filter(({ name }) => name === used.name).map(({ version }) => version));
      if (used !== undefined && newest !== undefined && newest > used.version) report({ code: 'scheme/newer-definition', severity: 'info', pointer: `${pointer}/schema${toPointer('$defs', key)}`, params: { id: used.text, newest: `${used.name}/v${newest}` } });
    }
  }
};

/** References to shared definitions that were not found: a form has its own copy of the others. */
export function addressesIn(schema: unknown, at: string): readonly { readonly address: string; readonly at: string }[] {
  if (schema === null || typeof schema !== 'object') return [];
  return Object.entries(schema).flatMap(([name, value]) => {
    const here = `${at}${toPointer(name)}`;
    return name === '$ref' && typeof value === 'string' ? (definitionAddress(value) === undefined ? [] : [{ address: value, at: here }]) : addressesIn(value, here);
  });
}
