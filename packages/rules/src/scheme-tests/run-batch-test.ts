import type { Scheme } from '@cobuild/core';
import type { Award, BatchAllocation } from '../allocation/index.js';
import { allocateBatch } from '../allocation/index.js';
import { contextMistake } from '../allocation/allocation-problems.js';
import type { SchemeTestResult } from '../host/index.js';
import { namedDifferences } from './named-differences.js';
import type { BatchTest, TestOptions } from './test-kinds.js';

/** The money of a batch test as `cobuild allocate` gives it; `undefined` where its amounts cannot be counted. */
export function allocateTest(scheme: Scheme, { batch: { pool: own, context, cases }, set, today }: BatchTest, { calendar, operators }: TestOptions): BatchAllocation | undefined {
  const given = { ...context, pool: own ?? context?.pool ?? 0 };
  if (contextMistake(given) !== undefined) return undefined;
  return allocateBatch(scheme, cases, { ...given, calendar, ...(operators === undefined ? {} : { operators }), ...(today === undefined ? {} : { today }), ...(set === undefined ? {} : { parameters: set }) });
}

/** Where the awards are not what a test expects. A case that gets no place in the allocation has `null` for an award. */
export function compareAwards({ expect }: BatchTest, result: BatchAllocation | undefined): SchemeTestResult['differences'] {
  const awards = new Map((result?.allocation.awards ?? []).map((award) => [award.id, award]));
  const differing = namedDifferences(expect.awards, (id) => awardMembers(awards.get(id)), 'given');
  const left = result?.allocation.remainder ?? null;
  return [...(differing === undefined ? [] : [{ field: 'awards', ...differing }]), ...(expect.left === undefined || expect.left === left ? [] : [{ field: 'left', expected: expect.left, actual: left }])];
}

/** `given` is what an expectation without members means: an amount, or the word `undecided`. */
function awardMembers(award: Award | undefined): Readonly<Record<string, unknown>> | null {
  if (award === undefined) return null;
  const { amount, status, binding } = award;
  return { amount, status, given: status === 'undecided' ? 'undecided' : amount, by: binding?.cap ?? binding?.kind ?? null };
}
