import type { FactParams } from './fact-key.js';

/** Reference of a value to a fact: `{ "fact": "parameters", "path": "$.minHouseholds" }`. */
export interface FactReference {
  readonly fact: string;
  readonly path?: string;
  /** What the host is asked with, see `prepareFacts`; they mean nothing to a fact that is no look-up. */
  readonly params?: FactParams;
}

/** A condition in the one form that the rest of this folder works on. */
export type ReadCondition =
  | { readonly kind: 'all' | 'any'; readonly name: string | undefined; readonly items: readonly unknown[] }
  | { readonly kind: 'not'; readonly name: string | undefined; readonly item: unknown }
  | { readonly kind: 'reference'; readonly to: string }
  | {
    readonly kind: 'comparison'; readonly name: string | undefined; readonly fact: string; readonly path: string | undefined; readonly params: FactParams | undefined; readonly operator: string;
    readonly wanted: { readonly kind: 'literal'; readonly value: unknown } | ({ readonly kind: 'fact' } & FactReference);
  }
  | { readonly kind: 'malformed'; readonly pointer: string };

const KINDS = ['all', 'any', 'not', 'condition', 'fact'] as const;

/**
 * Sorts a condition by its kind. It must have exactly one of `all`, `any`, `not`, `condition`, `fact` as own property;
 * json-rules-engine silently ignores the others, here several are a mistake. `pointer` of a malformed one names the member.
 */
export function readCondition(condition: unknown): ReadCondition {
  if (!isRecord(condition)) return { kind: 'malformed', pointer: '' };
  let kind: (typeof KINDS)[number] | undefined;
  for (const key of KINDS) {
    if (!hasOwn(condition, key)) continue;
    if (kind !== undefined) return { kind: 'malformed', pointer: '' };
    kind = key;
  }
  if (kind === undefined) return { kind: 'malformed', pointer: '' };
  const title = hasOwn(condition, 'name') ? condition['name'] : undefined;
  const name = typeof title === 'string' ? title : undefined;
  const content = condition[kind];
  switch (kind) {
    case 'all':
    case 'any':
      return Array.isArray(content) ? { kind, name, items: content } : { kind: 'malformed', pointer: `/${kind}` };
    case 'not':
      return { kind, name, item: content };
    case 'condition':
      return typeof content === 'string' ? { kind: 'reference', to: content } : { kind: 'malformed', pointer: '/condition' };
    case 'fact':
      return readComparison(condition, name);
  }
}

function readComparison(condition: Record<string, unknown>, name: string | undefined): ReadCondition {
  const operator = hasOwn(condition, 'operator') ? condition['operator'] : undefined;
  if (typeof operator !== 'string') return { kind: 'malformed', pointer: '/operator' };
  if (!hasOwn(condition, 'value')) return { kind: 'malformed', pointer: '' };
  const left = readReference(condition);
  if (typeof left === 'string') return { kind: 'malformed', pointer: left };
  const { fact, path, params } = left;
  const value = condition['value'];
  if (!isRecord(value) || !hasOwn(value, 'fact')) return { kind: 'comparison', name, fact, path, params, operator, wanted: { kind: 'literal', value } };
  const right = readReference(value);
  return typeof right === 'string' ? { kind: 'malformed', pointer: `/value${right}` } : { kind: 'comparison', name, fact, path, params, operator, wanted: { kind: 'fact', ...right } };
}

/** Fact and path of an object, or the pointer of the one that is no text. An empty path is none, as in json-rules-engine. */
function readReference(holder: Record<string, unknown>): FactReference | string {
  const fact = holder['fact'];
  if (typeof fact !== 'string' || fact === '') return '/fact';
  const path = hasOwn(holder, 'path') && holder['path'] !== '' ? holder['path'] : undefined;
  if (path !== undefined && typeof path !== 'string') return '/path';
  const params = hasOwn(holder, 'params') ? holder['params'] : undefined;
  return factReference({ fact, path, params: isRecord(params) && Object.keys(params).length > 0 ? params : undefined });
}

/** The reference alone, out of something that has more members. */
export function factReference({ fact, path, params }: FactReference): FactReference {
  if (params !== undefined) return path === undefined ? { fact, params } : { fact, path, params };
  return path === undefined ? { fact } : { fact, path };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function hasOwn(value: object, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(value, key);
}
