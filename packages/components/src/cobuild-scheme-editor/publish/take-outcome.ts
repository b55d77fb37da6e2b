import type { JsonChange } from '@cobuild/core';
import { valueAt } from '@cobuild/core';
import type { SchemeTestResult } from '@cobuild/rules';

/**
 * What makes a test expect what comes out now, where it expected something else; what it does not speak of stays out of it. For whoever has changed a rule on purpose and has read the difference.
 *
 * @param pointer - Of the test: `/tests/4`.
 */
export function outcomeChanges(document: unknown, pointer: string, { differences }: Pick<SchemeTestResult, 'differences'>): readonly JsonChange[] {
  return differences.map(({ field, actual }) => {
    const at = `${pointer}/expect/${field}`;
    const expected = valueAt(document, at);
    // Of a list of awards or grades only those that differ are named.
    const isPart = isRecord(expected) && isRecord(actual);
    return { kind: 'set', pointer: at, value: isPart ? { ...expected, ...actual } : actual };
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => value !== null && typeof value === 'object' && !Array.isArray(value);
