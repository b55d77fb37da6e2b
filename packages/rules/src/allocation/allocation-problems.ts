import type { Allocation, Problem } from '@cobuild/core';
import { compareYuan, isMoney } from '@cobuild/core';
import { ruleProblem } from '../locales/rule-message.js';
import type { ProblemCode } from '../locales/rule-message.js';
import { readFen } from '../money/fen.js';
import type { AllocationContext } from './allocation-types.js';

/** What a caller did wrong, in words for developers. */
export function contextMistake(context: AllocationContext | undefined): string | undefined {
  if (readFen(context?.pool) === undefined) return 'the context is to have a "pool" in yuan, not negative';
  const spent = context?.spent ?? [];
  const index = spent.findIndex(({ amount }) => readFen(amount) === undefined);
  if (index >= 0) return `"spent[${index}].amount" is to be money in yuan, not negative`;
  const total = spent.reduce((sum, { amount }) => sum + (readFen(amount) ?? 0n), 0n);
  return readFen(Number(total) / 100) === undefined ? 'the amounts of "spent" are together more than can be counted' : undefined;
}

/** What people should know beside the awards. */
export function allocationProblems(allocation: Allocation, ids: readonly string[], context: AllocationContext): readonly Problem[] {
  const warn = (code: ProblemCode, pointer: string, params: Problem['params']): Problem => ruleProblem(code, { document: 'allocation', pointer, params, severity: 'warning' });
  const { minimum } = allocation.fundPerYear ?? {};
  const { batchesPerYear } = allocation;
  const { yearFund, batchNumber } = context;
  const seen = new Set<string>();
  return [
    ...(isMoney(minimum) && isMoney(yearFund) && compareYuan(yearFund as number, minimum as number) < 0 ? [warn('allocation/fund-below-minimum', '/fundPerYear/minimum', { yearFund, minimum })] : []),
    ...(typeof batchesPerYear === 'number' && batchNumber !== undefined && batchNumber > batchesPerYear ? [warn('allocation/more-batches', '/batchesPerYear', { batch: batchNumber, batches: batchesPerYear })] : []),
    ...ids.flatMap((id, index) => (seen.has(id) || !seen.add(id) ? [ruleProblem('allocation/duplicate-candidate', { document: 'candidates', pointer: `/${index}`, params: { candidate: id } })] : [])),
  ];
}
