import type { Truth } from '@cobuild/core';
import { isMember } from './is-member.js';
import type { Operator } from './operator.js';
import { notTruth } from './truth.js';

function compareContains(found: unknown, wanted: unknown): Truth {
  return Array.isArray(found) ? isMember(found, wanted) : 'unknown';
}

export const containment: readonly Operator[] = [
  { name: 'contains', accepts: ['list'], wants: 'itemOf', inverse: 'doesNotContain', mirror: 'in', compare: compareContains },
  {
    name: 'doesNotContain', accepts: ['list'], wants: 'itemOf', inverse: 'contains', mirror: 'notIn',
    compare: (found, wanted) => notTruth(compareContains(found, wanted)),
  },
];
