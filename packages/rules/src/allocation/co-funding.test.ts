import type { CoFundingRule } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import type { FactShape, FactShapes } from '../analysis/fact-shapes.js';
import { allocate } from './allocate.js';
import { checkAllocation } from './check-allocation.js';
import { coFundingPlan, coFundingProblems } from './co-funding.js';

const title = { 'zh-CN': '来源' };
/** Kaiping: centre and province 40 % of the money and labour raised; city and county together at least 10 %, half each. */
const kaiping: CoFundingRule = {
  base: 'raised', fund: 'county',
  sources: [
    { id: 'centreProvince', title, share: { p: 40, q: 100 } },
    { id: 'cityCounty', title, share: { p: 10, q: 100 }, bound: 'atLeast', parts: [{ id: 'city', title, share: { p: 1, q: 2 } }, { id: 'county', title, share: { p: 1, q: 2 } }] },
  ],
};

describe('coFundingPlan', () => {
  it('gives Kaiping’s shares of the money and labour raised', () => {
    expect(coFundingPlan(kaiping, { raised: 100_000 })).toMatchObject({ outcome: 'planned', base: 'raised', of: 100_000 });
    expect(coFundingPlan(kaiping, { raised: 100_000 }).shares.map(({ id, amount, bound }) => [id, amount, bound])).toEqual([['centreProvince', 40_000, 'exactly'], ['cityCounty', 10_000, 'atLeast'], ['city', 5000, 'atLeast'], ['county', 5000, 'atLeast']]);
  });

  it('rounds down to the unit; the last part takes what is left of its source', () => {
    expect(coFundingPlan(kaiping, { raised: 100_003.3 }).shares.map(({ amount }) => amount)).toEqual([40_001.32, 10_000.33, 5000.16, 5000.17]);
    expect(coFundingPlan(kaiping, { raised: 123_456 }, 100).shares.map(({ amount }) => amount)).toEqual([49_300, 12_300, 6100, 6200]);
  });

  it('names what is open or missing', () => {
    expect(coFundingPlan(kaiping, { eligibleCost: 5 })).toMatchObject({ outcome: 'undecided', missing: ['raised'] });
    expect(coFundingPlan({ sources: [{ id: 'a', title, share: 'UNDECIDED' }] }, { eligibleCost: 5 })).toMatchObject({ outcome: 'undecided', holes: ['/sources/0/share'] });
  });

  it('finds who brings too little or too much, at the fen', () => {
    const problems = (centreProvince: number, city: number, county: number) => coFundingProblems(coFundingPlan(kaiping, { raised: 100_000 }), { centreProvince, city, county }).map(({ code, params }) => `${code} ${String(params['source'])}`);
    expect(problems(40_000, 5000, 5000)).toEqual([]);
    expect(problems(40_000, 9000, 9000)).toEqual([]);
    expect(problems(39_999.99, 5000, 5000)).toEqual(['allocation/source-too-little centreProvince']);
    expect(problems(40_000.01, 5000, 5000)).toEqual(['allocation/source-too-much centreProvince']);
    expect(problems(40_000, 5000, 4999.99)).toEqual(['allocation/source-too-little cityCounty', 'allocation/source-too-little county']);
  });

  it('names sources by their titles, in the language that is asked for', () => {
    const rule: CoFundingRule = { sources: [{ id: 'own', title: { 'zh-CN': '自筹', en: 'Own funds' }, share: { p: 1, q: 2 } }] };
    const said = (locale: 'zh-CN' | 'en') => coFundingProblems(coFundingPlan(rule, { eligibleCost: 100 }), { own: 49.99 }, locale).map(({ message, params }) => [message, params['source']]);
    expect(said('zh-CN')).toEqual([['“自筹”应出 50 元，实际 49.99 元，不够。', 'own']]);
    expect(said('en')).toEqual([['"Own funds" has to bring 50 yuan and brings 49.99, too little.', 'own']]);
  });

  it('limits an award to this fund’s share where that is exact, and not where it is a least', () => {
    const award = (fund: string, bound?: 'exactly') => allocate({ whenShort: 'skip', coFunding: { ...kaiping, fund, sources: (kaiping.sources ?? []).map((source) => (bound === undefined ? source : { ...source, bound })) } }, [{ id: 'A', place: 1, requested: 90_000, raised: 100_000 }], { pool: 1_000_000 }).awards[0];
    expect(award('centreProvince')).toMatchObject({ amount: 40_000, binding: { kind: 'fundShare', of: 100_000, share: { p: 40, q: 100 } } });
    expect(award('county', 'exactly')).toMatchObject({ amount: 5000, binding: { kind: 'fundShare' } });
    expect(award('county')).toMatchObject({ amount: 90_000, binding: { kind: 'requested' } });
  });
});

describe('amounts that no setting and no form names', () => {
  const named = (names: readonly string[], complete = true): FactShapes => ({ complete, byName: new Map(names.map((name): [string, FactShape] => [name, { type: 'number' }])) });
  const missing = (allocation: Parameters<typeof checkAllocation>[0], names: readonly string[], complete?: boolean) =>
    checkAllocation(allocation, { shapes: named(names, complete) }).filter(({ code }) => code === 'scheme/allocation-default-answer').map(({ params, severity }) => [severity, params['read'], params['nearest']]);

  it('are told where the awards need them', () => {
    expect(missing({ perProjectCap: 5 }, ['amountRequest'])).toEqual([['warning', 'requested', '/amountRequest']]);
    expect(missing({ perProjectCap: 5 }, ['amountRequested'])).toEqual([]);
    expect(missing({ perProjectCap: 5, reads: { requested: '/sum' } }, ['sum'])).toEqual([]);
    expect(missing({ coFunding: { p: 1, q: 2 } }, ['amountRequested']).map(([, read]) => read)).toEqual(['eligibleCost', 'ownFunds']);
    expect(missing({ coFunding: kaiping }, ['amountRequested']).map(([, read]) => read)).toEqual(['raised']);
    expect(missing({ caps: [{ id: 'c', title, per: 'category', amount: 5 }] }, ['amountRequested']).map(([, read]) => read)).toEqual(['category']);
  });

  it('are left alone where nothing is divided, nothing is decided, or the form cannot be read', () => {
    expect(missing({ fundPerYear: { maximum: 5 } }, [])).toEqual([]);
    expect(missing({ perProjectCap: 'UNDECIDED', coFunding: 'UNDECIDED' }, [])).toEqual([]);
    expect(missing({ perProjectCap: 5 }, [], false)).toEqual([]);
  });
});

describe('checkAllocation', () => {
  const cap = { id: 'c', title, per: 'category' as const };
  const number: FactShape = { type: 'number' };
  const objectOf = (name: string, shape: FactShape): FactShape => ({ type: 'any', names: [name], property: (asked) => (asked === name ? shape : undefined) });
  const shapes: FactShapes = {
    complete: true,
    byName: new Map<string, FactShape>([
      ['category', { type: 'text', options: ['x', 'y'] }], ['money', objectOf('asked', number)], ['lines', { type: 'list', item: () => objectOf('amount', number) }], ['startsOn', { type: 'date' }], ['today', { type: 'date' }],
      ['amountRequested', number], ['totalBudget', number], ['ownFunds', number],
    ]),
  };
  const codes = (...args: Parameters<typeof checkAllocation>) => checkAllocation(...args).map(({ code, pointer, severity = 'error' }) => `${severity} ${code} ${pointer}`);
  const whole = { share: { p: 1, q: 1 } };

  it.each<[string, Parameters<typeof checkAllocation>[0], readonly string[]]>([
    ['nothing', {}, []],
    ['Kaiping', { coFunding: kaiping }, []],
    ['floor above ceiling', { fundPerYear: { minimum: 2, maximum: 1 } }, ['error scheme/fund-minimum-above-maximum /fundPerYear']],
    ['floor at ceiling', { fundPerYear: { minimum: 1, maximum: 1 } }, []],
    ['cap above the year', { fundPerYear: { maximum: 1 }, perProjectCap: 2, caps: [{ ...cap, amount: 3 }] }, ['info scheme/cap-never-binds /perProjectCap', 'info scheme/cap-never-binds /caps/0/amount']],
    ['unit of nothing', { rounding: { unit: 0 } }, ['error scheme/rounding-unit /rounding/unit']],
    ['unit above the cap', { rounding: { unit: 1000 }, perProjectCap: 999 }, ['warning scheme/rounding-leaves-nothing /rounding/unit']],
    ['part-funding without consent', { whenShort: 'partFund', ranking: [{ by: 'votes' }], ties: [{ by: 'lot' }] }, ['warning scheme/part-fund-consent /whenShort']],
    ['consent without part-funding', { whenShort: 'skip', partFund: { consent: 'required' }, ranking: [{ by: 'votes' }], ties: [{ by: 'lot' }] }, ['info scheme/part-fund-unused /partFund']],
    ['no ranking', { whenShort: 'skip' }, ['warning scheme/allocation-no-ranking /whenShort']],
    ['no tie rule', { whenShort: 'skip', ranking: [{ by: 'votes' }] }, ['info scheme/allocation-no-tie-rule /ranking']],
    ['own share above one', { coFunding: { p: 3, q: 2 } }, ['error scheme/share-above-one /coFunding']],
    ['parts that are not whole', { coFunding: { sources: [{ id: 'a', title, ...whole, parts: [{ id: 'b', title, share: { p: 1, q: 3 } }, { id: 'c', title, share: { p: 1, q: 3 } }] }] } }, ['error scheme/source-parts-not-whole /coFunding/sources/0/parts']],
    ['sources above the whole', { coFunding: { sources: [{ id: 'a', title, ...whole }, { id: 'b', title, share: { p: 1, q: 100 } }] } }, ['error scheme/sources-above-whole /coFunding/sources']],
    ['unknown source', { coFunding: { ...kaiping, fund: 'town' } }, ['error scheme/source-unknown /coFunding/fund']],
    ['cap without amount', { caps: [cap] }, ['error scheme/cap-without-amount /caps/0']],
    ['amount and share', { caps: [{ ...cap, amount: 1, share: { p: 1, q: 2 } }] }, ['error scheme/cap-amount-and-share /caps/0']],
    ['shared cap by one project’s cost', { caps: [{ ...cap, share: { p: 1, q: 2 }, of: 'eligibleCost' }] }, ['error scheme/cap-share-of-one-project /caps/0/of']],
    ['answer not named', { caps: [{ ...cap, per: 'answer', amount: 1 }] }, ['error scheme/cap-without-answer /caps/0']],
    ['unknown category', { caps: [{ ...cap, amount: 1, category: 'z', values: [{ is: 'x', amount: 1 }, { is: 'w', amount: 1 }] }] }, ['error scheme/cap-unknown-category /caps/0/category', 'error scheme/cap-unknown-category /caps/0/values/1/is']],
    ['answers that are there', { reads: { requested: '/money/asked', ownFunds: '/lines/0/amount', category: '/category' }, ranking: [{ by: 'fact', fact: 'money', path: '$.asked' }, { by: 'fact', fact: 'startsOn' }], ties: [{ by: 'lot' }] }, []],
    ['answers that are not there', { reads: { requested: '/money/askd', eligibleCost: '/today', raised: '/lines/x' } }, ['error scheme/allocation-unknown-answer /reads/requested', 'error scheme/allocation-unknown-answer /reads/eligibleCost', 'error scheme/allocation-unknown-answer /reads/raised']],
    ['answers of another kind', { reads: { requested: '/category', category: '/money/asked' } }, ['error scheme/allocation-answer-does-not-fit /reads/requested', 'error scheme/allocation-answer-does-not-fit /reads/category']],
    ['an order by what cannot be ordered', { ranking: [{ by: 'fact', fact: 'mony' }, { by: 'fact', fact: 'money', path: '$.askd' }, { by: 'fact', fact: 'category' }, { by: 'fact' }], ties: [{ by: 'lot' }] }, ['error scheme/unknown-fact /ranking/0/fact', 'error scheme/unknown-path /ranking/1/path', 'error scheme/rank-fact-does-not-fit /ranking/2/fact', 'error scheme/rank-key-without-fact /ranking/3']],
    ['a cap by an answer that is not there', { caps: [{ ...cap, per: 'answer', answer: '/knd', amount: 1 }] }, ['error scheme/allocation-unknown-answer /caps/0/answer']],
    ['tranches of 99 per cent', { tranches: [{ id: 'a', title, share: { p: 99, q: 100 } }] }, ['error scheme/tranches-not-whole /tranches']],
    ['tranches with an open share', { tranches: [{ id: 'a', title, share: 'UNDECIDED' }] }, []],
    ['a step of nothing', { trancheRounding: { step: 0 } }, ['error scheme/tranche-step /trancheRounding/step']],
    ['a date without one, an unknown report', { tranches: [{ id: 'a', title, ...whole, after: [{ kind: 'date' }, { kind: 'reportAccepted', report: 'none' }] }] }, ['error scheme/tranche-condition /tranches/0/after/0', 'error scheme/tranche-report /tranches/0/after/1/report']],
    ['open settings', { whenShort: 'UNDECIDED', perProjectCap: 'UNDECIDED', coFunding: 'UNDECIDED', tranches: 'UNDECIDED', fundPerYear: { maximum: { parameter: 'x' } } }, []],
  ])('%s', (_, allocation, expected) => {
    expect(codes(allocation, { shapes, reports: ['progress'] })).toEqual(expected);
  });
});
