import { toPointer } from '@cobuild/core';
import type { NamedConditions } from '@cobuild/core';
import { readCondition } from '../conditions/read-condition.js';

/** A part of a condition with its place from the root of the scheme. */
export interface Part { readonly pointer: string; readonly condition: unknown }

/** A group with its parts, or what stands alone. A named condition stands for itself, where it is written. */
export type Structure =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Part[] }
  | { readonly kind: 'not' | 'reference'; readonly part: Part }
  | { readonly kind: 'comparison' };

/** The parts of a condition that has no defect. */
export function structureOf({ pointer, condition }: Part, named: NamedConditions): Structure {
  const read = readCondition(condition);
  switch (read.kind) {
    case 'all': case 'any': return { kind: read.kind, parts: read.items.map((item, index) => ({ pointer: `${pointer}/${read.kind}/${index}`, condition: item })) };
    case 'not': return { kind: 'not', part: { pointer: `${pointer}/not`, condition: read.item } };
    case 'reference': return { kind: 'reference', part: { pointer: toPointer('eligibility', 'conditions', read.to), condition: named[read.to] } };
    default: return { kind: 'comparison' };
  }
}
