import type { ChangeRule, Scheme } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { scheme as usualScheme } from '../../test/case-scheme.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { RuleMessageCode } from '../locales/rule-message.js';
import { emptyLedger, ledgerBalance, postEntries, postEntry, projectBalance } from '../ledger/index.js';
import type { EntryDraft, Ledger } from '../ledger/index.js';
import { agreementProblems } from './agreement-problems.js';
import { amendAgreement } from './amend-agreement.js';
import type { AmendmentBook } from './amend-amount.js';
import type { Agreement, AgreementResult, ChangeDecision, ChangeRequest } from './contract-types.js';
import { routeChange } from './route-change.js';
import { trancheStatus } from './tranche-status.js';

const agreement: Agreement = {
  id: 'c-8', project: { id: 'case-7', title: '暖心服务站' }, scheme: { id: 's', version: '1.0.0', title: '共建资金' }, funder: '区委组织部', applicant: '河江村', amount: 200_000,
  payee: { name: '河江村', account: '8002' }, milestones: [{ task: '完成', dueOn: '2026-08-09' }],
  tranches: [{ id: 'signing', title: '首期', amount: 120_000 }, { id: 'acceptance', title: '尾款', amount: 80_000 }], budget: [{ id: 'works', amount: 150_000 }, { id: 'things', amount: 70_000 }],
};
const entry = (kind: EntryDraft['kind'], amount: number, more: Partial<EntryDraft> = {}): EntryDraft => ({ kind, amount, year: 2026, at: '2026-05-01', by: 'office', ...(kind === 'pool' ? {} : { project: 'case-7' }), ...more });
function ledgerWith(...entries: readonly EntryDraft[]): Ledger {
  const posted = postEntries(emptyLedger(), entries, { expectedVersion: 0 });
  if (!posted.ok) throw new Error(JSON.stringify(posted.problems));
  return posted.ledger;
}
/** 300,000 in the fund, 200,000 committed, the first tranche of 120,000 paid. */
const paidOnce = ledgerWith(entry('pool', 300_000), entry('reserved', 200_000), entry('committed', 200_000), entry('paid', 120_000, { tranche: 'signing' }));
const book = (ledger: Ledger = paidOnce): AmendmentBook => ({ ledger, expectedVersion: ledger.version, year: 2026 });
const rules: readonly ChangeRule[] = [{ id: 'small', title: { 'zh-CN': '变更' }, kind: 'money', noticeOnly: true }, { id: 'large', title: { 'zh-CN': '变更' }, kind: 'money', above: { share: { p: 10, q: 100 } }, decidedBy: 'districtOffice' }];
const yes: ChangeDecision = { granted: true, by: '王主任', role: 'districtOffice', on: '2026-06-05' };
const asked = { id: 'c1', askedOn: '2026-06-01', by: '河江村', reason: '增设无障碍通道', kind: 'money' } as const;
const to = (amount: number, signing: number, acceptance: number, more: object = {}): ChangeRequest => ({ ...asked, amount, tranches: [{ id: 'signing', title: '首期', amount: signing }, { id: 'acceptance', title: '尾款', amount: acceptance }], ...more });
const amend = (request: ChangeRequest, given: AmendmentBook = book(), decision: ChangeDecision | undefined = yes): AgreementResult => amendAgreement(agreement, request, routeChange(rules, agreement, request), decision, given);
const codes = (result: AgreementResult): unknown => (result.ok ? [] : result.problems.map(({ code }) => code));
const more = { budget: [{ id: 'works', amount: 200_000 }, { id: 'things', amount: 100_000 }] };

describe('a new amount of a contract', () => {
  it('changes tranches and ledger with it, and what is still to be paid follows', () => {
    const result = amend(to(260_000, 120_000, 140_000, more));
    if (!result.ok || result.ledger === undefined) throw new Error(JSON.stringify(result));
    expect(result.agreement).toMatchObject({ amount: 260_000, tranches: [{ amount: 120_000 }, { amount: 140_000 }], changes: [{ request: { id: 'c1' }, before: { amount: 200_000, tranches: agreement.tranches, budget: agreement.budget } }] });
    expect(agreementProblems(result.agreement, undefined, 260_000)).toEqual([]);
    expect(result.ledger.entries.slice(4)).toMatchObject([{ kind: 'reserved', amount: 60_000, by: '王主任', at: '2026-06-05', reason: '增设无障碍通道' }, { kind: 'committed', amount: 60_000 }]);
    expect(projectBalance(result.ledger, { year: 2026 }, 'case-7')).toMatchObject({ reserved: 0, committed: 140_000, paid: 120_000 });
    expect(ledgerBalance(result.ledger).available).toBe(40_000);
    const states = trancheStatus([{ id: 'signing', title: { 'zh-CN': '首期' }, share: { p: 6, q: 10 } }, { id: 'acceptance', title: { 'zh-CN': '尾款' }, share: { p: 4, q: 10 } }], result.agreement.tranches ?? [], { today: '2026-08-10', payments: result.ledger.entries });
    expect(states.map(({ status, amount, paid }) => [status, amount, paid])).toEqual([['paid', 120_000, 120_000], ['due', 140_000, 0]]);
    expect(postEntry(result.ledger, entry('paid', 140_000, { tranche: 'acceptance' }), { expectedVersion: 6 }).ok).toBe(true);
  });

  it('gives back what is taken away, down to what has been paid and no fen further', () => {
    const lower = amend(to(150_000, 120_000, 30_000));
    expect(lower).toMatchObject({ ok: true, agreement: { amount: 150_000 } });
    if (lower.ok && lower.ledger !== undefined) expect([projectBalance(lower.ledger, { year: 2026 }, 'case-7').committed, ledgerBalance(lower.ledger).available]).toEqual([30_000, 150_000]);
    expect(codes(amend(to(120_000, 120_000, 0)))).toEqual([]);
    expect(codes(amend(to(119_999.99, 119_999.99, 0)))).toEqual(['contract/change-below-paid']);
    expect(codes(amend(to(119_999.99, 0, 119_999.99)))).toEqual(['contract/change-below-paid']);
    // Money that came back may be agreed away again.
    const returned = postEntry(paidOnce, entry('returned', 20_000, { tranche: 'signing' }), { expectedVersion: 4 });
    expect(returned.ok && codes(amend(to(100_000, 100_000, 0), book(returned.ledger)))).toEqual(['ledger/more-than-committed']);
    expect(returned.ok && codes(amend(to(180_000, 100_000, 80_000), book(returned.ledger)))).toEqual([]);
  });

  it('goes no further than the fund: at what is available, not a fen above it', () => {
    const wide = { budget: [{ id: 'works', amount: 400_000 }] };
    expect(codes(amend(to(300_000, 120_000, 180_000, wide)))).toEqual([]);
    expect(codes(amend(to(300_000.01, 120_000, 180_000.01, wide)))).toEqual(['ledger/more-than-available']);
    expect(ledgerBalance(paidOnce).available).toBe(100_000);
  });

  it('is refused without tranches that add up to it, and with a budget that does not cover it', () => {
    expect(codes(amend({ ...asked, amount: 210_000 }))).toEqual(['contract/change-without-tranches']);
    expect(codes(amend(to(210_000, 120_000, 89_999.99)))).toEqual(['contract/tranches-do-not-add-up']);
    expect(codes(amend(to(220_000, 120_000, 100_000)))).toEqual([]);
    expect(codes(amend(to(220_000.01, 120_000, 100_000.01)))).toEqual(['contract/change-below-award']);
    expect(codes(amend(to(200_000, 300_000, -100_000)))).toEqual(['contract/change-rule-undecided']);
    expect(codes(amend({ ...asked, amount: 200_000, tranches: [{ id: 'signing', title: '首期', amount: 100_000 }, { id: 'signing', title: '首期', amount: 100_000 }] }))).toEqual(['contract/change-tranche-twice']);
    for (const amount of [0, -1, 0.001, Number.NaN]) expect(amendAgreement(agreement, to(amount, amount, 0), { outcome: 'needsDecision', decidedBy: 'districtOffice', measure: {}, holding: [], holes: [] }, yes, book())).toMatchObject({ ok: false, problems: [{ code: 'contract/change-amount-no-money' }] });
  });

  it('is measured by what is added or taken away, and always needs a decision', () => {
    expect([210_000, 220_000, 220_000.01, 180_000, 179_999.99].map((amount) => routeChange(rules, agreement, { ...asked, amount }).outcome)).toEqual(['noticeOnly', 'noticeOnly', 'needsDecision', 'noticeOnly', 'needsDecision']);
    expect(routeChange(rules, agreement, to(200_000, 99_999.99, 100_000.01))).toMatchObject({ outcome: 'needsDecision', measure: { amount: 20_000.01 } });
    const request = to(210_000, 120_000, 90_000);
    expect(codes(amendAgreement(agreement, request, routeChange(rules, agreement, request)))).toEqual(['contract/change-needs-decision']);
    expect(() => amendAgreement(agreement, request, routeChange(rules, agreement, request), yes)).toThrow(TypeError);
  });

  it('leaves contract and ledger as they were when it is refused, or decided on an older state of the ledger', () => {
    const refused = amend(to(210_000, 120_000, 90_000), book(), { ...yes, granted: false, reason: '超出范围' });
    expect(refused).toMatchObject({ ok: true, agreement: { amount: 200_000, tranches: agreement.tranches, changes: [{ decision: { granted: false }, before: {} }] } });
    expect(refused.ok && refused.ledger).toBeUndefined();
    expect(codes(amend(to(210_000, 120_000, 90_000), { ...book(), expectedVersion: 3 }))).toEqual(['ledger/version-conflict']);
  });

  it('may stay while its tranches are divided anew', () => {
    const result = amend(to(200_000, 150_000, 50_000));
    expect(result).toMatchObject({ ok: true, agreement: { amount: 200_000, tranches: [{ amount: 150_000 }, { amount: 50_000 }] } });
    expect(result.ok && result.ledger?.version).toBe(4);
  });

  it('is refused in words of the scheme, in either language: tranches, roles and rules by their titles', () => {
    const title = (zh: string, en: string): { 'zh-CN': string; en: string } => ({ 'zh-CN': zh, en });
    const tranche = (id: string, zh: string, en: string, p: number): object => ({ id, title: title(zh, en), share: { p, q: 10 } });
    const named = {
      ...usualScheme, organisation: { ...usualScheme.organisation, roles: [{ id: 'districtOffice', title: title('区专项办', 'District office'), level: 'district' }, { id: 'town', title: title('镇街', 'Town'), level: 'town' }] },
      supervision: { changes: [{ ...rules[1], title: title('大额调整', 'Large change') }] }, allocation: { tranches: [tranche('signing', '首期款', 'First tranche', 6), tranche('acceptance', '尾款', 'Last tranche', 4)] },
    } as unknown as Scheme;
    const refusal = (request: ChangeRequest, decision: ChangeDecision | undefined = yes, route = routeChange(rules, agreement, request)): string[] => {
      const result = amendAgreement(agreement, request, route, decision, book(), named);
      const [problem] = result.ok ? [] : result.problems;
      return problem === undefined ? [] : (['zh-CN', 'en'] as const).map((locale) => ruleMessage(problem.code as RuleMessageCode, problem.params, locale));
    };
    expect(refusal(to(200_000, 110_000, 90_000))).toEqual(['“首期”已拨付 120000 元，不能调整为 110000 元。', '120000 yuan of "First tranche" are paid; it cannot become 110000 yuan.']);
    expect(refusal({ ...asked, amount: 200_000, tranches: [{ id: 'acceptance', title: '尾款', amount: 100_000 }, { id: 'acceptance', title: '尾款', amount: 100_000 }] })[1]).toBe('"Last tranche" is there more than once.');
    expect(refusal(to(260_000, 120_000, 140_000), { ...yes, role: 'town' })).toEqual(['这项变更应由“区专项办”批准，不能由“镇街”批准。', 'This change is for "District office" to approve, not for "Town".']);
    expect(refusal(to(260_000, 120_000, 140_000), yes, { outcome: 'undecided', measure: {}, holding: [], holes: ['large'] })[1]).toBe('The scheme has not decided who approves such changes: Large change.');
  });
});
