import type { Condition, NamedConditions } from '@cobuild/core';
import { namedCondition } from './named-conditions.js';
import type { FactReference } from './read-condition.js';
import { factReference, readCondition } from './read-condition.js';

/** A place where a condition reads a fact. */
export interface FactUse extends FactReference {
  /** Pointer of the object that holds `fact` and `path`: `/all/1`, or `/all/1/value` for the fact of a value. */
  readonly pointer: string;
  /** Name of the named condition that the pointer starts in; absent for the condition asked about. */
  readonly condition?: string;
  readonly operator: string;
  readonly side: 'found' | 'wanted';
}

/**
 * Every fact that a condition reads, in document order, through named conditions (each once) too. For checks, and for a
 * form that wants to know which answers a condition depends on. Broken parts read nothing.
 */
export function conditionFacts(condition: Condition, named: NamedConditions = {}): readonly FactUse[] {
  const uses: FactUse[] = [];
  const seen = new Set<string>();
  const open: { readonly condition: unknown; readonly pointer: string; readonly within: { readonly condition?: string } }[] = [{ condition, pointer: '', within: {} }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { pointer, within } = next;
    const read = readCondition(next.condition);
    if (read.kind === 'all' || read.kind === 'any') {
      const items = read.items.map((item, index) => ({ condition: item, pointer: `${pointer}/${read.kind}/${index}`, within }));
      for (const item of items.reverse()) open.push(item);
    } else if (read.kind === 'not') open.push({ condition: read.item, pointer: `${pointer}/not`, within });
    else if (read.kind === 'reference' && !seen.has(read.to)) {
      seen.add(read.to);
      open.push({ condition: namedCondition(named, read.to), pointer: '', within: { condition: read.to } });
    } else if (read.kind === 'comparison') {
      const { operator, wanted } = read;
      uses.push({ ...factReference(read), pointer, ...within, operator, side: 'found' });
      if (wanted.kind === 'fact') uses.push({ ...factReference(wanted), pointer: `${pointer}/value`, ...within, operator, side: 'wanted' });
    }
  }
  return uses;
}
