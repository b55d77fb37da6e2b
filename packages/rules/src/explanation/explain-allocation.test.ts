import type { Allocation, Locale, SmallCap, Tranche } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { allocate } from '../allocation/index.js';
import type { AllocationContext, Candidate } from '../allocation/index.js';
import { routeChange, splitAward, trancheStatus } from '../contracts/index.js';
import { emptyLedger, ledgerBalance, postEntries } from '../ledger/index.js';
import { limitPayment } from '../small-caps/index.js';
import { explainAllocation } from './explain-allocation.js';
import { explainBalance } from './explain-ledger.js';
import { explainSmallCaps } from './explain-small-caps.js';
import { explainChange, explainTranches } from './explain-tranches.js';
import { explanationText } from './explanation.js';

const titles = new Map([['A', '修路'], ['B', '路灯'], ['C', '书屋']]);
const abc: readonly Candidate[] = [{ id: 'A', place: 1, requested: 60 }, { id: 'B', place: 2, requested: 50 }, { id: 'C', place: 3, requested: 40 }];
const words = (allocation: Allocation, locale: Locale = 'zh-CN', candidates = abc, context: Partial<AllocationContext> = {}): string =>
  explanationText(explainAllocation(allocate(allocation, candidates, { pool: 100, ...context }), { locale, titles, allocation, groups: new Map([['t1', '荷城街道']]) }));

describe('explainAllocation', () => {
  it('tells a resident how the money was divided, with every number', () => {
    expect(words({ whenShort: 'waitingList' })).toBe([
      '本批资金100.00 元，安排1个项目，共60.00 元，剩余40.00 元。',
      '  · 按顺序前1个项目足额安排，从下一个起资金不够足额安排。',
      '  · 候补名单（按顺序）：路灯、书屋。',
      '  ✓ “修路”：资助60.00 元。按申请金额安排。',
      '    · 申请金额60.00 元（起作用的一项）',
      '    · 本批资金100.00 元，此前已安排0.00 元，还剩100.00 元',
      '  ? “路灯”：列入候补，第1位。应得50.00 元，而本批资金只剩40.00 元。',
      '    · 申请金额50.00 元',
      '    · 本批资金100.00 元，此前已安排60.00 元，还剩40.00 元（起作用的一项）',
      '  ? “书屋”：列入候补，第2位。本批资金到“路灯”时已不够，其后不再安排。',
      '    · 申请金额40.00 元',
      '    · 本批资金100.00 元，此前已安排60.00 元，还剩0.00 元（起作用的一项）',
    ].join('\n'));
  });

  it.each<[string, Allocation, readonly Candidate[], Partial<AllocationContext>, readonly string[]]>([
    ['part-funding', { whenShort: 'partFund' }, abc, {}, ['? “路灯”：申报单位同意后资助40.00 元，少于应得的50.00 元。应得50.00 元，而本批资金只剩40.00 元。', '需要申报单位同意后才能安排', '其中40.00 元要等申报单位同意部分资助：路灯。', '“书屋”：资助金额还不能确定。\n    ? 要等路灯答复是否接受部分资助。']],
    ['a refusal of part-funding', { whenShort: 'partFund' }, abc, { consents: { B: false } }, ['申报单位不接受部分资助']],
    ['rounding and own share', { whenShort: 'skip', rounding: { unit: 10 }, coFunding: { p: 1, q: 3 } }, [{ id: 'A', place: 1, requested: 90, eligibleCost: 100, ownFunds: 40 }], {}, ['“修路”：资助60.00 元。可支持费用100.00 元，自筹至少三分之一，资助至多三分之二，即66.66 元。', '按10.00 元的整数倍向下取整：66.66 元取为60.00 元']],
    ['own funds below the share', { whenShort: 'skip', coFunding: { p: 1, q: 5 } }, [{ id: 'A', place: 1, requested: 60, eligibleCost: 75, ownFunds: 10 }], {}, ['? “修路”：资助金额还不能确定。', '自筹资金10.00 元，至少应为15.00 元（可支持费用75.00 元的五分之一），还差5.00 元。补足以前不能确定资助金额。']],
    ['missing own funds', { whenShort: 'skip', coFunding: { p: 1, q: 5 } }, [{ id: 'A', place: 1, requested: 60, eligibleCost: 75 }], {}, ['? “修路”：资助金额还不能确定。', '还缺少：自筹资金。']],
    ['a shared cap', { whenShort: 'skip', caps: [{ id: 'town', title: { 'zh-CN': '每镇街上限' }, per: 'town', amount: 50 }] }, [{ id: 'A', place: 1, requested: 60, town: 't1' }], {}, ['“修路”：不安排资金。应得60.00 元，而“每镇街上限”（荷城街道）只剩50.00 元。', '“每镇街上限”（荷城街道）共50.00 元，此前已安排0.00 元，还剩50.00 元（起作用的一项）']],
    ['an open rule', { whenShort: 'UNDECIDED' }, abc, {}, ['有2个项目的资助金额还不能确定', '方案还没有确定：资金不足时怎样办。']],
    ['an open cap', { whenShort: 'skip', caps: [{ id: 'x', title: { 'zh-CN': '服务类上限' }, per: 'project', amount: 'UNDECIDED' }] }, abc, {}, ['方案还没有确定：服务类上限。']],
    ['a tie', { whenShort: 'stop' }, [{ id: 'A', place: 1, requested: 60 }, { id: 'B', place: 1, requested: 50 }], {}, ['修路、路灯名次相同，谁先谁后会影响资助结果', '与路灯名次相同']],
    ['no order', { whenShort: 'stop' }, [{ id: 'A', requested: 60 }, { id: 'B', requested: 50 }], {}, ['修路、路灯没有排出先后']],
    ['missing answers', { whenShort: 'skip' }, [{ id: 'A', place: 1 }, ...abc.slice(1)], {}, ['还缺少：申请金额。', '前面还有金额未定的项目：修路']],
    ['a warning', { whenShort: 'skip', fundPerYear: { minimum: 500 } }, abc, { yearFund: 400 }, ['本年度资金 400 元，少于方案规定的下限 500 元。']],
  ])('says in words: %s', (_, allocation, candidates, context, expected) => {
    for (const part of expected) expect(words(allocation, 'zh-CN', candidates, context)).toContain(part);
  });

  it('leaves out of an open award how much others leave', () => {
    expect(words({ whenShort: 'UNDECIDED' }).split('“路灯”')[1]).not.toContain('还剩');
    expect(words({ whenShort: 'stop' }).split('“路灯”')[1]).toContain('还剩');
  });

  it('says what the scheme’s own tie rule waits for, and not that the scheme is open', () => {
    const result = allocate({ whenShort: 'stop', ties: [{ by: 'lot' }] }, [{ id: 'A', place: 1, requested: 60 }, { id: 'B', place: 1, requested: 50 }], { pool: 100 });
    for (const [needs, sentence] of [['seed', '方案规定抽签'], ['revote', '方案规定重新投票'], ['decision', '方案规定由委员会决定'], ['values', '没有填全'], ['rule', '还分不出先后']] as const) {
      const text = explanationText(explainAllocation({ ...result, openTies: result.openTies.map((tie) => ({ ...tie, needs })) }, { locale: 'zh-CN', titles }));
      expect(text).toContain(`修路、路灯名次相同，谁先谁后会影响资助结果。`);
      expect(text).toContain(sentence);
      expect(text).not.toContain('方案还没有确定');
    }
  });

  it('says the same in English, leaving no placeholder', () => {
    for (const whenShort of ['skip', 'stop', 'partFund', 'waitingList', 'UNDECIDED'] as const) {
      const text = words({ whenShort, perProjectCap: 55, rounding: { unit: 10 }, caps: [{ id: 'c', title: { 'zh-CN': '上限', en: 'town cap' }, per: 'town', share: { p: 1, q: 2 } }] }, 'en', abc.map((item) => ({ ...item, town: 't1', eligibleCost: 70 })));
      expect(text).not.toMatch(/[{}]|undefined|NaN/);
      expect(text.replace(/修路|路灯|书屋|荷城街道/g, '')).not.toMatch(/[一-鿿]/);
    }
    expect(words({ whenShort: 'skip' }, 'en')).toContain('"修路" gets CNY 60.00. That is what was asked for.');
  });
});

describe('explainSmallCaps', () => {
  const caps: readonly SmallCap[] = [{ id: 'illness', title: { 'zh-CN': '大病慰问', en: 'Serious illness' }, per: 'person', period: 'year', amount: 500 }, { id: 'visit', title: { 'zh-CN': '节日慰问' }, kinds: ['visit'], amount: 300, onlyIf: { fact: 'listed', operator: 'equal', value: true } }];
  const payment = { id: '2', date: '2026-05-01', amount: 300, person: 'p1', kind: 'illness' };
  const before = [{ id: '1', date: '2026-02-01', amount: 300, person: 'p1', kind: 'illness' }];

  it('says what may be paid, which cap binds and what was paid before', () => {
    const node = explainSmallCaps(limitPayment(caps, before, payment), caps, 'zh-CN');
    expect([node.text, node.children?.[0]?.text]).toEqual(['申请300.00 元，只能支付200.00 元：“大病慰问”还剩200.00 元。', '“大病慰问”：上限500.00 元，2026年已支付1次共300.00 元，还剩200.00 元。']);
    expect(explainSmallCaps(limitPayment(caps, [], payment), caps, 'en').text).toBe('Asked for CNY 300.00; CNY 300.00 may be paid.');
    expect(explainSmallCaps(limitPayment(caps, [{ ...before[0]!, amount: 500 }], payment), caps, 'zh-CN').text).toContain('已经用完');
    expect(explainSmallCaps(limitPayment(caps, [], { ...payment, kind: 'visit', facts: { listed: false } }), caps, 'zh-CN').text).toContain('不符合“节日慰问”的条件');
    expect(explainSmallCaps(limitPayment(caps, [], { ...payment, person: '' }), caps, 'zh-CN').children?.[0]?.text).toBe('还缺少：对象姓名。');
  });
});

describe('explainTranches, explainChange, explainBalance', () => {
  const tranches: readonly Tranche[] = [
    { id: 'first', title: { 'zh-CN': '首期' }, share: { p: 3, q: 5 }, after: [{ kind: 'contractSigned' }] },
    { id: 'last', title: { 'zh-CN': '尾款' }, share: { p: 2, q: 5 }, after: [{ kind: 'acceptancePassed' }] },
  ];
  const split = splitAward({ tranches: [...tranches] }, 1000);
  const amounts = split.outcome === 'split' ? split.tranches : [];

  it('says what each tranche waits for', () => {
    const nodes = explainTranches(trancheStatus(tranches, amounts, { today: '2026-05-01', contractSignedOn: '2026-04-01', findings: [{ id: '审计-3', open: true }] }), tranches, 'zh-CN');
    expect(nodes.map(({ text, children = [] }) => [text, ...children.map((child) => child.text)])).toEqual([
      ['首期：600.00 元，暂不拨付。', '监督发现的问题“审计-3”还没有整改完。'],
      ['尾款：400.00 元，暂不拨付。', '前一期（首期）还没有拨付。', '监督发现的问题“审计-3”还没有整改完。', '还没有验收合格。'],
    ]);
    const withheld = explainTranches(trancheStatus(tranches, amounts, { today: '2026-05-01', withheld: [{ tranche: 'first', reason: '项目终止' }] }), tranches, 'zh-CN');
    expect(withheld[0]?.text).toBe('首期：600.00 元，不予拨付：项目终止。');
  });

  it('says who decides a change, and how large it is', () => {
    const agreement = { id: '1', project: { id: 'p', title: 'p' }, scheme: { id: 's', version: '1.0.0', title: 's' }, funder: 'f', applicant: 'a', amount: 300, budget: [{ id: 'x', amount: 300 }, { id: 'y', amount: 0 }] };
    const request = { id: 'c', kind: 'money' as const, askedOn: '2026-05-01', by: 'a', reason: 'r', budget: [{ id: 'x', amount: 200 }, { id: 'y', amount: 100 }] };
    const node = explainChange(routeChange([{ id: 'r', title: { 'zh-CN': '大额调整' }, kind: 'money', above: { share: { p: 1, q: 10 } }, decidedBy: 'district' }], agreement, request), 'zh-CN', () => '区专项办');
    expect([node.text, ...(node.children ?? []).map(({ text }) => text)]).toEqual(['这项变更由“区专项办”批准（依据“大额调整”）。', '涉及金额100.00 元。', '占资助金额的33.33%＋。']);
  });

  it('writes a balance out as a sum', () => {
    const at = { year: 2026, at: '2026-01-01', by: 'x' };
    const posted = postEntries(emptyLedger(), [{ ...at, kind: 'pool', amount: 100 }, { ...at, kind: 'reserved', amount: 30, project: 'p' }, { ...at, kind: 'committed', amount: 20, project: 'p' }, { ...at, kind: 'paid', amount: 5, project: 'p' }], { expectedVersion: 0 });
    if (!posted.ok) throw new Error('posts');
    const node = explainBalance(ledgerBalance(posted.ledger), 'zh-CN');
    expect(node.children?.[4]?.text).toBe('100.00 元－0.00 元－25.00 元－5.00 元＝70.00 元（收入－转出－占用－净拨付＝可用）。');
  });
});
