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
  | { readonly kind: 'all' | 'any'; readonly name?: string; readonly items: readonly unknown[] }
  | { readonly kind: 'not'; readonly name?: string; readonly item: unknown }
  | { readonly kind: 'reference'; readonly to: string }
  | {
    readonly kind: 'comparison'; readonly name?: string; readonly fact: string; readonly path?: string; readonly params?: FactParams; readonly operator: string;
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
  const kinds = KINDS.filter((key) => hasOwn(condition, key));
  const kind = kinds[0];
  if (kind === undefined || kinds.length > 1) return { kind: 'malformed', pointer: '' };
  const name = hasOwn(condition, 'name') && typeof condition['name'] === 'string' ? { name: condition['name'] } : {};
  const content = condition[kind];
  switch (kind) {
    case 'all':
    case 'any':
      return Array.isArray(content) ? { kind, ...name, items: content } : { kind: 'malformed', pointer: `/${kind}` };
    case 'not':
      return { kind, ...name, item: content };
    case 'condition':
      return typeof content === 'string' ? { kind: 'reference', to: content } : { kind: 'malformed', pointer: '/condition' };
    case 'fact':
      return readComparison(condition, name);
  }
}

function readComparison(condition: Record<string, unknown>, name: { readonly name?: string }): ReadCondition {
  if (!hasOwn(condition, 'operator') || typeof condition['operator'] !== 'string') return { kind: 'malformed', pointer: '/operator' };
  if (!hasOwn(condition, 'value')) return { kind: 'malformed', pointer: '' };
  const left = readReference(condition);
  if (typeof left === 'string') return { kind: 'malformed', pointer: left };
  const value = condition['value'];
  const base = { kind: 'comparison' as const, ...name, ...left, operator: condition['operator'] };
  if (!isRecord(value) || !hasOwn(value, 'fact')) return { ...base, wanted: { kind: 'literal', value } };
  const right = readReference(value);
  return typeof right === 'string' ? { kind: 'malformed', pointer: `/value${right}` } : { ...base, wanted: { kind: 'fact', ...right } };
}

/** Fact and path of an object, or the pointer of the one that is no text. An empty path is none, as in json-rules-engine. */
function readReference(holder: Record<string, unknown>): FactReference | string {
  const fact = holder['fact'];
  if (typeof fact !== 'string' || fact === '') return '/fact';
  const path = hasOwn(holder, 'path') ? holder['path'] : undefined;
  const given = hasOwn(holder, 'params') ? holder['params'] : undefined;
  const params = isRecord(given) && Object.keys(given).length > 0 ? { params: given } : {};
  if (path === undefined || path === '') return { fact, ...params };
  return typeof path === 'string' ? { fact, path, ...params } : '/path';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function hasOwn(value: object, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(value, key);
}
