import type { ChangeRule } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { agreementProblems } from './agreement-problems.js';
import { amendAgreement } from './amend-agreement.js';
import { checkSupervision } from './check-supervision.js';
import type { Agreement, ChangeDecision, ChangeRequest } from './contract-types.js';
import { contractText } from './contract-text.js';
import { routeChange } from './route-change.js';

const title = { 'zh-CN': '变更' };
const agreement: Agreement = {
  id: '高明党建〔2026〕8号', project: { id: 'case-7', title: '闲置公房改建暖心服务站' }, scheme: { id: 'gaoming-demo', version: '1.0.0', title: '农村党群共建专项资金' },
  funder: '区委组织部', applicant: '和顺社区党委', executor: '某物业公司', amount: 200_000, payee: { name: '和顺社区居民委员会', account: '8002000001230202', bank: '演示农商银行' }, payeeApproval: { by: '李主任', role: 'districtOffice', on: '2026-04-28' },
  startsOn: '2026-05-01', signedOn: '2026-05-02', milestones: [{ task: '完成设计', dueOn: '2026-05-31' }, { task: '开放使用', dueOn: '2026-08-09' }],
  tranches: [{ id: 'signing', title: '签订合同后', amount: 120_000, condition: '合同签订' }, { id: 'acceptance', title: '验收后', amount: 80_000, condition: '验收合格' }],
  budget: [{ id: 'works', title: '改造', amount: 150_000 }, { id: 'things', title: '设备', amount: 60_000 }], indicators: [{ name: '全年开放天数', target: '300天' }],
};
const without = (...keys: readonly (keyof Agreement)[]): Agreement => Object.fromEntries(Object.entries(agreement).filter(([key]) => !keys.includes(key as keyof Agreement))) as unknown as Agreement;
const codes = (given: Agreement, award = 200_000) => agreementProblems(given, undefined, award).map(({ code, params }) => [code, params['part']].filter((part) => typeof part === 'string').join(' '));

/** Every text and number below a value. */
const leaves = (value: unknown): readonly unknown[] => (typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value]);

describe('row 69: contract or task book', () => {
  it('is complete in print: all that was agreed is there', () => {
    const { sections, missing } = contractText(agreement, 'zh-CN');
    const print = sections.flatMap(({ heading, lines, table }) => [heading, ...lines, ...(table === undefined ? [] : [...table.columns, ...table.rows.flat()])]).join('\n');
    expect(missing).toEqual([]);
    const { scheme, tranches = [], budget = [], milestones, payeeApproval, ...rest } = agreement;
    const texts = leaves([scheme, rest.id, rest.project, rest.funder, rest.applicant, rest.executor, rest.payee, rest.indicators, payeeApproval?.by, payeeApproval?.role, tranches.map((item) => [item.title, item.condition]), budget.map((line) => line.title), milestones?.map(({ task }) => task)]);
    for (const text of texts) expect(print).toContain(String(text));
    for (const written of ['200,000.00 元', '贰拾万元整', '120,000.00 元', '80,000.00 元', '150,000.00 元', '60,000.00 元', '2026年5月31日', '2026年8月9日', '2026年5月1日', '2026年5月2日', '2026年4月28日']) expect(print).toContain(written);
    expect(sections.map(({ id }) => id)).toEqual(['parties', 'project', 'amount', 'payee', 'milestones', 'tranches', 'budget', 'indicators', 'signature']);
  });

  it('says what the print lacks', () => {
    expect(contractText(without('payee', 'milestones', 'tranches'), 'en').missing).toEqual(['payee', 'milestones', 'tranches']);
    expect(contractText(without('budget', 'indicators', 'executor'), 'en').missing).toEqual([]);
    expect(contractText(without('budget', 'indicators'), 'en', ['budget', 'indicators', 'executor']).missing).toEqual(['budget', 'indicators']);
  });

  it('finds what does not fit', () => {
    expect(codes(agreement)).toEqual([]);
    expect(codes(agreement, 200_000.01)).toEqual(['contract/not-the-award']);
    expect(codes(without('payeeApproval'))).toEqual(['contract/payee-needs-approval']);
    expect(codes({ ...without('payeeApproval'), payee: { name: agreement.applicant, account: '1' } })).toEqual([]);
    expect(codes({ ...agreement, tranches: [{ id: 'a', title: 'a', amount: 199_999.99 }] })).toEqual(['contract/tranches-do-not-add-up']);
    expect(codes({ ...agreement, budget: [{ id: 'a', amount: 199_999.99 }] })).toEqual(['contract/budget-too-small']);
    expect(codes({ ...agreement, milestones: [{ task: 'x', dueOn: '2026-02-30' }] })).toEqual(['contract/milestone-date']);
    expect(codes({ ...agreement, funder: '', amount: 0 })).toEqual(['contract/part-missing funder', 'contract/part-missing amount', 'contract/not-the-award', 'contract/tranches-do-not-add-up']);
  });

  it('changes the payee only with approval', () => {
    const request: ChangeRequest = { id: 'c1', kind: 'payee', askedOn: '2026-06-01', by: '和顺社区党委', reason: '账户注销', payee: { name: '和顺经济联社', account: '9002' } };
    const notice: ChangeRule = { id: 'payee', title, kind: 'payee', noticeOnly: true };
    const route = routeChange([notice], agreement, request);
    expect(amendAgreement(agreement, request, route)).toMatchObject({ ok: false, problems: [{ code: 'contract/payee-change-needs-approval' }] });
    const granted = amendAgreement(agreement, request, route, { granted: true, by: '王主任', role: 'districtOffice', on: '2026-06-05' });
    expect(granted).toMatchObject({ ok: true, agreement: { payee: { name: '和顺经济联社' }, payeeApproval: { by: '王主任', on: '2026-06-05' }, changes: [{ before: { payee: { name: '和顺社区居民委员会' } } }] } });
    const refused = amendAgreement(agreement, request, route, { granted: false, by: '王主任', on: '2026-06-05', reason: '材料不全' });
    expect(refused).toMatchObject({ ok: true, agreement: { payee: { name: '和顺社区居民委员会' }, changes: [{ decision: { granted: false } }] } });
  });
});

const rules: readonly ChangeRule[] = [
  { id: 'small', title, kind: 'money', noticeOnly: true },
  { id: 'middle', title, kind: 'money', above: { share: { p: 5, q: 100 } }, decidedBy: 'townReviewer' },
  { id: 'large', title, kind: 'money', above: { share: { p: 10, q: 100 } }, decidedBy: 'districtOffice' },
  { id: 'late', title, kind: 'time', decidedBy: 'townReviewer' },
  { id: 'veryLate', title, kind: 'time', above: { days: 30 }, decidedBy: 'districtOffice' },
  { id: 'content', title, kind: 'content', above: { amount: 10_000 }, decidedBy: 'districtOffice' },
];
const asked = { id: 'c1', askedOn: '2026-06-01', by: '和顺社区党委', reason: '材料涨价' };
const fen = (amount: number): number => Math.round(amount * 100) / 100;
const money = (moved: number): ChangeRequest => ({ ...asked, kind: 'money', budget: [{ id: 'works', amount: fen(150_000 + moved) }, { id: 'things', amount: fen(60_000 - moved) }] });
const time = (dueOn: string): ChangeRequest => ({ ...asked, kind: 'time', milestones: [{ task: '完成设计', dueOn: '2026-05-31' }, { task: '开放使用', dueOn }] });
const route = (request: ChangeRequest, list = rules) => {
  const { outcome, rule, decidedBy } = routeChange(list, agreement, request);
  return [outcome, rule?.id, decidedBy];
};

describe('row 72: change request with thresholds', () => {
  it('goes to the district above ten per cent of the award, not at it', () => {
    expect(route(money(10_000))).toEqual(['noticeOnly', 'small', undefined]);
    expect(route(money(10_000.01))).toEqual(['needsDecision', 'middle', 'townReviewer']);
    expect(route(money(20_000))).toEqual(['needsDecision', 'middle', 'townReviewer']);
    expect(route(money(20_000.01))).toEqual(['needsDecision', 'large', 'districtOffice']);
    expect(routeChange(rules, agreement, { ...asked, kind: 'money', budget: [{ id: 'works', amount: 150_000.001 }, { id: 'things', amount: 60_000 }] }).outcome).toBe('undecided');
    expect(routeChange(rules, agreement, money(-20_000.01))).toMatchObject({ measure: { amount: 20_000.01 }, holding: ['small', 'middle', 'large'] });
  });

  it('goes to the district when put off by more than thirty days', () => {
    expect([route(time('2026-08-10')), route(time('2026-09-08')), route(time('2026-09-09'))].map(([, rule]) => rule)).toEqual(['late', 'late', 'veryLate']);
    expect(routeChange(rules, agreement, time('2026-09-08')).measure).toEqual({ days: 30, share: { p: 30, q: 100 } });
  });

  it('says where the scheme gives no rule, or leaves its threshold or the size of the change open', () => {
    const content = (affects?: number): ChangeRequest => ({ ...asked, kind: 'content', content: '增设书柜', ...(affects === undefined ? {} : { affects }) });
    expect([route(content(10_000)), route(content(10_000.01)), route(content())]).toEqual([['noRule', undefined, undefined], ['needsDecision', 'content', 'districtOffice'], ['undecided', undefined, undefined]]);
    const open: readonly ChangeRule[] = [{ id: 'a', title, kind: 'money', above: { share: 'UNDECIDED' }, decidedBy: 'townReviewer' }, { id: 'b', title, kind: 'money', above: { amount: 5000 }, decidedBy: 'districtOffice' }];
    expect([route(money(5000), open), route(money(5001), open)]).toEqual([['undecided', undefined, undefined], ['needsDecision', 'b', 'districtOffice']]);
    expect(route({ ...asked, kind: 'executor', executor: 'x' })).toEqual(['noRule', undefined, undefined]);
  });

  it('keeps every change on file, the refused ones too, with what was there before', () => {
    const decide = (decision: Partial<ChangeDecision>): ChangeDecision => ({ granted: true, by: '王主任', role: 'districtOffice', on: '2026-06-05', ...decision });
    const request = money(30_000);
    const toDistrict = routeChange(rules, agreement, request);
    expect(amendAgreement(agreement, request, toDistrict)).toMatchObject({ ok: false, problems: [{ code: 'contract/change-needs-decision', params: { role: 'districtOffice' } }] });
    expect(amendAgreement(agreement, request, toDistrict, decide({ role: 'townReviewer' }))).toMatchObject({ ok: false, problems: [{ code: 'contract/change-decided-by-other' }] });
    const first = amendAgreement(agreement, request, toDistrict, decide({}));
    if (!first.ok) throw new Error(JSON.stringify(first.problems));
    expect(first.agreement.budget).toEqual([{ id: 'works', amount: 180_000 }, { id: 'things', amount: 30_000 }]);
    expect(first.agreement.changes).toMatchObject([{ request: { id: 'c1' }, route: { decidedBy: 'districtOffice' }, decision: { granted: true }, before: { budget: agreement.budget } }]);
    expect(amendAgreement(first.agreement, request, toDistrict, decide({}))).toMatchObject({ ok: false, problems: [{ code: 'contract/change-on-file' }] });
    const later = time('2026-08-20');
    const second = amendAgreement(first.agreement, { ...later, id: 'c2' }, routeChange(rules, first.agreement, later), decide({ granted: false, role: 'townReviewer' }));
    expect(second).toMatchObject({ ok: true, agreement: { milestones: agreement.milestones, changes: [{ request: { id: 'c1' } }, { request: { id: 'c2' }, decision: { granted: false }, before: {} }] } });
  });

  it('refuses a change without a reason, one whose rule is open, and a budget below the award', () => {
    const request = money(1);
    const noted = routeChange(rules, agreement, request);
    expect(amendAgreement(agreement, { ...request, reason: '' }, noted)).toMatchObject({ problems: [{ code: 'contract/change-reason-missing' }] });
    expect(amendAgreement(agreement, request, { ...noted, outcome: 'undecided', holes: ['a'] })).toMatchObject({ problems: [{ code: 'contract/change-rule-undecided' }] });
    const less: ChangeRequest = { ...asked, kind: 'money', budget: [{ id: 'works', amount: 199_999.99 }] };
    expect(amendAgreement(agreement, less, routeChange(rules, agreement, less), { granted: true, by: 'x', role: 'districtOffice', on: '2026-06-05' })).toMatchObject({ problems: [{ code: 'contract/change-below-award' }] });
    expect(amendAgreement(agreement, request, noted)).toMatchObject({ ok: true });
  });
});

describe('checkSupervision', () => {
  it.each<[readonly ChangeRule[], readonly string[]]>([
    [rules, []],
    [[{ id: 'a', title, kind: 'money' }], ['scheme/change-rule-decider /changes/0']],
    [[{ id: 'a', title, kind: 'money', decidedBy: 'x', noticeOnly: true }], ['scheme/change-rule-decider /changes/0']],
    [[{ id: 'a', title, kind: 'money', decidedBy: 'x', above: { days: 3 } }], ['scheme/change-rule-measure /changes/0/above']],
    [[{ id: 'a', title, kind: 'payee', decidedBy: 'x', above: { amount: 3 } }], ['scheme/change-rule-measure /changes/0/above']],
    [[{ id: 'a', title, kind: 'money', decidedBy: 'x', above: { share: { p: 1, q: 10 } } }, { id: 'b', title, kind: 'money', decidedBy: 'x', above: { share: { p: 10, q: 100 } } }], ['scheme/change-rule-order /changes/1']],
    [[{ id: 'a', title, kind: 'time', decidedBy: 'x', above: { days: 30 } }, { id: 'b', title, kind: 'time', decidedBy: 'x', above: { days: 31 } }], []],
  ])('%j: %j', (changes, expected) => {
    expect(checkSupervision({ changes: [...changes] }).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(expected);
  });
});
