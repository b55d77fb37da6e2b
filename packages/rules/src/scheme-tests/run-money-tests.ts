import type { Grading, PayRule, Scheme } from '@cobuild/core';
import { decimalToText, parametersFact } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import type { GradingItem, GradingResult } from '../evaluation/index.js';
import { grade } from '../evaluation/index.js';
import type { SchemeTestResult } from '../host/index.js';
import type { PayResult } from '../pay/index.js';
import { computePay } from '../pay/index.js';
import type { SmallCapResult } from '../small-caps/index.js';
import { limitPayment } from '../small-caps/index.js';
import { namedDifferences } from './named-differences.js';
import type { GradingTest, PaymentTest, PayTest, TestOptions } from './test-kinds.js';

type Differences = SchemeTestResult['differences'];

/** The grading of a test with what came out; `undefined` where the scheme has no such grading. */
export function gradeTest(scheme: Scheme, { grading: { grading: id, projects, tieEvidence }, set }: GradingTest): { readonly rule: Grading; readonly result: GradingResult } | undefined {
  const rule = resolvedScheme(scheme, set).evaluation?.gradings?.find((grading) => grading.id === id);
  return rule === undefined ? undefined : { rule, result: grade(rule, projects, tieEvidence === undefined ? {} : { tie: tieEvidence }) };
}

export function compareGrades({ expect }: GradingTest, result: GradingResult | undefined): Differences {
  const items = new Map((result?.items ?? []).map((item) => [item.id, item]));
  const scores = (name: string): unknown => valueOf(expect.grades, name);
  const differing = namedDifferences(expect.grades, (id) => gradeMembers(items.get(id), scores(id)), 'grade');
  return [...(differing === undefined ? [] : [{ field: 'grades', ...differing }]), ...single('left', expect.left, result?.reward.rest)];
}

function valueOf(record: Readonly<Record<string, unknown>> | undefined, name: string): unknown {
  return record !== undefined && Object.prototype.hasOwnProperty.call(record, name) ? record[name] : undefined;
}

/** A mark is compared exactly: `265/3` is no decimal and equals none. */
function gradeMembers(item: GradingItem | undefined, wanted: unknown): Readonly<Record<string, unknown>> | null {
  if (item === undefined) return null;
  const { grade: found, reward, bonusPoints } = item;
  const text = item.rounded ?? item.score ?? null;
  const expected = typeof wanted === 'object' && wanted !== null ? (wanted as { readonly score?: unknown }).score : undefined;
  return { grade: found ?? null, reward: reward ?? null, bonusPoints: bonusPoints ?? null, score: typeof expected === 'number' && decimalToText(expected) === text ? expected : text };
}

/** The pay of a test; `undefined` where the scheme has no such rule. */
export function payTest(scheme: Scheme, { pay: { rule: id, facts }, set }: PayTest): { readonly rule: PayRule; readonly result: PayResult } | undefined {
  const rule = resolvedScheme(scheme, set).evaluation?.pay?.find((pay) => pay.id === id);
  return rule === undefined ? undefined : { rule, result: computePay(rule, facts) };
}

export function comparePay({ expect }: PayTest, result: PayResult | undefined): Differences {
  return [...single('total', expect.total, result?.total), ...single('each', expect.each, result?.instalments?.each)];
}

/** What the small caps leave of the payment of a test. */
export function paymentTest(scheme: Scheme, { payment: { before = [], ...payment }, set }: PaymentTest, { operators }: Pick<TestOptions, 'operators'>): SmallCapResult {
  const resolved = resolvedScheme(scheme, set);
  const { smallCaps = [], eligibility: { conditions } } = resolved;
  // Payments need no ids in a test; those that were made are told apart from the one that is asked for.
  const earlier = before.map((item, index) => ({ ...item, id: `before-${index + 1}` }));
  return limitPayment(smallCaps, earlier, { ...payment, id: 'asked' }, { parameters: parametersFact(resolved), ...(conditions === undefined ? {} : { conditions }), ...(operators === undefined ? {} : { operators }) });
}

export function comparePayment({ expect }: PaymentTest, { outcome, allowed, binding, refusedBy }: SmallCapResult): Differences {
  return [...single('allowed', expect.allowed, outcome === 'undecided' ? null : allowed), ...single('by', expect.by, refusedBy ?? binding?.cap)];
}

function single(field: string, expected: unknown, actual: unknown): Differences {
  return expected === undefined || expected === (actual ?? null) ? [] : [{ field, expected, actual: actual ?? null }];
}
