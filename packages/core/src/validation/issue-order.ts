import { pointerTokens, valueAt } from '../problems/json-pointer.js';
import type { ValidationIssue } from './validator.js';

/**
 * Sorts issues by their place in the instance: a value before its members, members in the order of the document, missing
 * ones after those present. Issues of one place keep the order in which they were found.
 */
export function inDocumentOrder(issues: readonly ValidationIssue[], instance: unknown): ValidationIssue[] {
  if (issues.length < 2) return [...issues];
  const positions = new Map<unknown, Map<string, number>>();
  const ranked = issues.map((issue, found) => ({ issue, found, rank: rankOf(issue.instancePointer, instance, positions) }));
  ranked.sort((a, b) => compareRanks(a.rank, b.rank) || a.found - b.found);
  return ranked.map(({ issue }) => issue);
}

function rankOf(pointer: string, instance: unknown, positions: Map<unknown, Map<string, number>>): number[] {
  let value = instance;
  return pointerTokens(pointer).map((token) => {
    const rank = Array.isArray(value) ? Number(token) : (keyPositions(value, positions).get(token) ?? Infinity);
    value = valueAt(value, `/${token.replace(/~/g, '~0').replace(/\//g, '~1')}`);
    return rank;
  });
}

function keyPositions(value: unknown, positions: Map<unknown, Map<string, number>>): Map<string, number> {
  let known = positions.get(value);
  if (!known) {
    const keys = value !== null && typeof value === 'object' ? Object.keys(value) : [];
    known = new Map(keys.map((key, index) => [key, index]));
    positions.set(value, known);
  }
  return known;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const x = a[i] as number;
    const y = b[i] as number;
    if (x !== y) return x < y ? -1 : 1;
  }
  return a.length - b.length;
}
