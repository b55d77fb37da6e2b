import type { Expectation, PayRule, Scheme, SchemeTest } from '@cobuild/core';
import { valueAt } from '@cobuild/core';
import { resolvedScheme } from '../../decision/resolved-scheme.js';
import { computePay } from '../../pay/index.js';
import { allocateTest } from '../../scheme-tests/run-batch-test.js';
import { gradeTest, paymentTest, payTest } from '../../scheme-tests/run-money-tests.js';
import type { TestOptions } from '../../scheme-tests/test-kinds.js';
import { isBatchTest, isGradingTest, isPaymentTest, isPayTest } from '../../scheme-tests/test-kinds.js';
import { seesMoney } from './money-mutations.js';
import type { Mutation } from './mutation.js';

/**
 * A test that notices a change of money: one that is there already, with all that comes out written into it, or an amount of pay just at the limit.
 *
 * @param tests - Those that pass.
 */
export function suggestMoneyTest(scheme: Scheme, mutation: Mutation, tests: readonly SchemeTest[], options: TestOptions): SchemeTest | undefined {
  const seen = tests.filter((test) => seesMoney(mutation, test));
  const candidates = [...seen, ...seen.flatMap((test) => atEdge(mutation, test))];
  return candidates.reduce<SchemeTest | undefined>((found, test) => found ?? noticing(scheme, mutation.scheme, test, options), undefined);
}

/** Whether a change of an edge of pay changes any amount: where two segments meet, both can give the same. */
export function changesPay(scheme: Scheme, { money, scheme: changed, original, mutant }: Mutation): boolean {
  const place = /^(\/evaluation\/pay\/\d+)(\/parts\/\d+)\/(?:bands|segments)\/\d+\/(?:from|below)$/.exec(money?.written ?? '');
  const [, rule = '', part = ''] = place ?? [];
  const fact = valueAt(scheme, `${rule}${part}/fact`);
  if (place === null || typeof fact !== 'string' || typeof original !== 'number' || typeof mutant !== 'number') return true;
  const alone = (own: Scheme): PayRule => ({ id: 'part', title: { 'zh-CN': '' }, parts: [valueAt(resolvedScheme(own), `${rule}${part}`) as PayRule['parts'][number]] });
  const amount = (own: Scheme, value: number): string => {
    const { outcome, sum } = computePay(alone(own), { [fact]: value });
    return `${outcome} ${sum ?? ''}`;
  };
  return between(original, mutant).some((value) => amount(scheme, value) !== amount(changed, value));
}

/** Numbers that lie on one side of a limit before it moves and on the other after. */
function between(a: number, b: number): readonly number[] {
  return [Math.min(a, b), (a + b) / 2];
}

/** A pay test with the number that a moved edge is about. */
function atEdge({ money, scheme, original, mutant }: Mutation, test: SchemeTest): readonly SchemeTest[] {
  const part = /^(.*\/parts\/\d+)\//.exec(money?.written ?? '')?.[1];
  const fact = part === undefined ? undefined : valueAt(scheme, `${part}/fact`);
  if (!isPayTest(test) || typeof fact !== 'string' || typeof original !== 'number' || typeof mutant !== 'number' || !/\/(from|below)$/.test(money?.written ?? '')) return [];
  return between(original, mutant).map((value) => ({ ...test, id: 'at-limit', description: '恰好在界限上', pay: { ...test.pay, facts: { ...test.pay.facts, [fact]: value } } }));
}

function noticing(scheme: Scheme, changed: Scheme, test: SchemeTest, options: TestOptions): SchemeTest | undefined {
  const expect = whole(scheme, test, options);
  return expect === undefined || JSON.stringify(expect) === JSON.stringify(whole(changed, test, options)) ? undefined : { ...test, expect };
}

/** All that comes out of a test, as an expectation. */
function whole(scheme: Scheme, test: SchemeTest, options: TestOptions): Expectation | undefined {
  if (isBatchTest(test)) {
    const result = allocateTest(scheme, test, options);
    if (result === undefined) return undefined;
    const given = new Map(result.allocation.awards.map(({ id, amount, status, binding }) => [id, { amount, status, ...(binding === undefined ? {} : { by: binding.cap ?? binding.kind }) }]));
    return { awards: Object.fromEntries(test.batch.cases.map(({ id }) => [id, given.get(id) ?? null])), left: result.allocation.remainder };
  }
  if (isGradingTest(test)) {
    const { items = [], reward } = gradeTest(scheme, test)?.result ?? {};
    const grades = items.map((item) => [item.id, item.grade === undefined ? null : { grade: item.grade, ...(item.reward === undefined ? {} : { reward: item.reward }), ...(item.bonusPoints === undefined ? {} : { bonusPoints: item.bonusPoints }), ...scoreOf(item.rounded ?? item.score) }] as const);
    return { grades: Object.fromEntries(grades), ...(reward?.rest === undefined ? {} : { left: reward.rest }) };
  }
  if (isPayTest(test)) {
    const { total, instalments } = payTest(scheme, test)?.result ?? {};
    return { total: total ?? null, ...(instalments === undefined ? {} : { each: instalments.each }) };
  }
  if (!isPaymentTest(test)) return undefined;
  const { outcome, allowed, binding, refusedBy } = paymentTest(scheme, test, options);
  const by = refusedBy ?? binding?.cap;
  return outcome === 'undecided' ? undefined : { allowed, ...(by === undefined ? {} : { by }) };
}

/** A fraction is no number that a test could name. */
function scoreOf(text: string | undefined): { readonly score?: number } {
  return text === undefined || text.includes('/') ? {} : { score: Number(text) };
}
