import type { Truth } from '@cobuild/core';
import { isMember } from './is-member.js';
import type { Operator } from './operator.js';
import { notTruth } from './truth.js';
import { kindOf } from './value-kind.js';

/** A text as value means "occurs in that text", as in json-rules-engine. */
function compareIn(found: unknown, wanted: unknown): Truth {
  if (Array.isArray(wanted)) return isMember(wanted, found);
  return kindOf(found) === 'text' && kindOf(wanted) === 'text' ? (wanted as string).indexOf(found as string) !== -1 : 'unknown';
}

const accepts = ['text', 'number', 'date', 'boolean'] as const;

export const membership: readonly Operator[] = [
  { name: 'in', accepts, wants: 'listOf', inverse: 'notIn', mirror: 'contains', compare: compareIn },
  {
    name: 'notIn', accepts, wants: 'listOf', inverse: 'in', mirror: 'doesNotContain',
    compare: (found, wanted) => notTruth(compareIn(found, wanted)),
  },
];
