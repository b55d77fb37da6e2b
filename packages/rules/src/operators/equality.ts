import type { Truth } from '@cobuild/core';
import type { Operator } from './operator.js';
import { notTruth } from './truth.js';
import { isScalarKind, kindOf } from './value-kind.js';

/**
 * Strict, as `===`, between values of one kind. A text beside a number is unknown rather than unequal: most often the
 * answer has been read wrongly. A filled-in answer is never equal to `''` or `null`, so `notEqual ''` means "is filled in".
 */
function compareEqual(found: unknown, wanted: unknown): Truth {
  const kind = kindOf(found);
  if (!isScalarKind(kind)) return 'unknown';
  const wantedKind = kindOf(wanted);
  if (wantedKind === 'empty') return false;
  return kind === wantedKind ? found === wanted : 'unknown';
}

const accepts = ['text', 'number', 'date', 'boolean'] as const;

export const equality: readonly Operator[] = [
  { name: 'equal', accepts, wants: 'same', inverse: 'notEqual', mirror: 'equal', compare: compareEqual },
  {
    name: 'notEqual', accepts, wants: 'same', inverse: 'equal', mirror: 'notEqual',
    compare: (found, wanted) => notTruth(compareEqual(found, wanted)),
  },
];
