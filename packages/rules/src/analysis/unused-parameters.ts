import { pointerTokens, toPointer, valueAt } from '@cobuild/core';
import { parsePath } from '../conditions/index.js';
import type { LogicFinding } from './logic-finding.js';
import { isNode } from './schema-shape.js';

/** Tests set parameters and do not use them. */
const NO_USERS: readonly string[] = ['parameters', 'tests'];

/**
 * Parameters that nothing in the scheme reads: turning them changes nothing. A note, for an overlay may read them, and some are kept for the record. To be asked of
 * a scheme without errors: a slip may be what keeps a parameter from being read.
 *
 * @param isOwn - Whether the parameter is of this scheme, not of one that it extends.
 */
export function unusedParameters(scheme: unknown, isOwn: (pointer: string) => boolean): readonly LogicFinding[] {
  const parameters = valueAt(scheme, '/parameters');
  if (!isNode(parameters) || !isNode(scheme)) return [];
  const parts = Object.keys(scheme).filter((part) => !NO_USERS.includes(part));
  const used = new Set<string>();
  const open: unknown[] = parts.map((part) => scheme[part]);
  while (open.length > 0) {
    const node = open.pop();
    const [first, key] = typeof node === 'string' && node.startsWith('/') ? pointerTokens(node) : [];
    if (first === 'parameters' && key !== undefined) used.add(key);
    if (Array.isArray(node)) open.push(...(node as readonly unknown[]));
    else if (isNode(node)) {
      for (const read of keysRead(node, Object.keys(parameters))) used.add(read);
      open.push(...Object.values(node));
    }
  }
  return Object.keys(parameters).filter((key) => !used.has(key) && isOwn(toPointer('parameters', key))).map((key): LogicFinding => ({ code: 'scheme/parameter-unused', severity: 'info', pointer: toPointer('parameters', key), params: { parameter: key } }));
}

/** What an object reads: `{ "parameter": key }`, or the fact `parameters` with a path; without one, or with one that begins otherwise, all of them. */
function keysRead(node: Readonly<Record<string, unknown>>, all: readonly string[]): readonly string[] {
  if (typeof node['parameter'] === 'string') return [node['parameter']];
  if (node['fact'] !== 'parameters') return [];
  const parsed = typeof node['path'] === 'string' ? parsePath(node['path']) : undefined;
  const [first] = parsed?.ok === true ? parsed.steps : [];
  return first?.kind === 'property' ? [first.key] : all;
}
