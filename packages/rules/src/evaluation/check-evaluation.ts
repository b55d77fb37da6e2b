import type { Evaluation, WorkCheck } from '@cobuild/core';
import type { SchemeFinding } from '../findings.js';
import { checkPay } from '../pay/check-pay.js';
import { checkGradeTable } from './check-grade-table.js';
import { checkGradingMarks } from './check-grading-marks.js';

/**
 * What is wrong with checks, gradings and pay: bands with gaps or overlaps, places that run out, rewards beyond the pot, weights that are not
 * 100, and so on. What is not decided is left out; it is reported as a hole.
 *
 * @param evaluation - The part `evaluation`, parameter references already replaced by their values.
 */
export function checkEvaluation({ checks = [], gradings = [], pay = [] }: Evaluation): SchemeFinding[] {
  return [
    ...checks.flatMap((check, index) => checkItems(check, `/checks/${index}`)),
    ...gradings.flatMap((grading, index) => [...checkGradingMarks(grading, `/gradings/${index}`), ...checkGradeTable(grading, `/gradings/${index}`)]),
    ...checkPay(pay, '/pay'),
  ];
}

function checkItems({ items, atLeast }: WorkCheck, pointer: string): SchemeFinding[] {
  if (typeof atLeast !== 'number' || atLeast <= items.length) return [];
  return [{ code: 'scheme/check-cannot-be-met', pointer: `${pointer}/atLeast`, params: { atLeast, items: items.length } }];
}
