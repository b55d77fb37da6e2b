import type { Allocation, Tranche, TrancheCondition } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrancheEvidence } from './contract-types.js';
import { splitAward } from './split-award.js';
import { trancheStatus } from './tranche-status.js';

const title = { 'zh-CN': '拨付' };
const tranche = (id: string, p: number, after: TrancheCondition[] = []): Tranche => ({ id, title, share: { p, q: 100 }, after });
const three: Tranche[] = [
  tranche('first', 30, [{ kind: 'contractSigned' }]),
  tranche('second', 40, [{ kind: 'reportAccepted', report: 'progress' }]),
  tranche('last', 30, [{ kind: 'acceptancePassed' }, { kind: 'noOpenFinding' }]),
];
const amounts = [{ id: 'first', amount: 146_296.67 }, { id: 'second', amount: 195_062.22 }, { id: 'last', amount: 146_296.66 }];
const paid = (...ids: readonly string[]): TrancheEvidence['payments'] => amounts.filter(({ id }) => ids.includes(id)).map(({ id, amount }) => ({ kind: 'paid', tranche: id, amount }));
const status = (evidence: Partial<TrancheEvidence>, tranches = three) => trancheStatus(tranches, amounts, { today: '2026-08-01', ...evidence }).map(({ status: is }) => is);
const signed = { contractSignedOn: '2026-05-01' };

describe('splitAward', () => {
  it('row 70: splits 487,655.55 into 30, 40 and 30 per cent; the last takes the remainder', () => {
    expect(splitAward({ tranches: three }, 487_655.55)).toMatchObject({ outcome: 'split', tranches: amounts });
  });

  it('pays at once where there are no tranches', () => {
    expect(splitAward({}, 5)).toEqual({ outcome: 'split', award: 5, tranches: [{ id: 'whole', amount: 5 }] });
  });

  it('rounds as the scheme says', () => {
    const split = splitAward({ tranches: three, trancheRounding: { step: 100, mode: 'down', remainder: 'first' } }, 487_655.55);
    expect(split).toMatchObject({ tranches: [{ amount: 146_455.55 }, { amount: 195_000 }, { amount: 146_200 }] });
  });

  it.each<[string, Allocation, object]>([
    ['tranches that are open', { tranches: 'UNDECIDED' }, { outcome: 'undecided', holes: ['/tranches'] }],
    ['a share that is open', { tranches: [{ ...tranche('first', 30), share: 'UNDECIDED' }, tranche('last', 70)] }, { outcome: 'undecided', holes: ['/tranches/0/share'] }],
    ['a step that is open', { tranches: three, trancheRounding: { step: 'UNDECIDED' } }, { outcome: 'undecided', holes: ['/trancheRounding/step'] }],
    ['shares of 99 per cent', { tranches: three.slice(0, 2).concat(tranche('last', 29)) }, { outcome: 'refused', problems: [{ code: 'contract/tranches-not-whole' }] }],
    ['no tranche', { tranches: [] }, { outcome: 'refused' }],
  ])('says what is wrong: %s', (_, allocation, expected) => {
    expect(splitAward(allocation, 100)).toMatchObject(expected);
  });

  it('pays nothing where the last tranche would be negative, or the award is no money', () => {
    const halves = { tranches: [tranche('a', 50), tranche('b', 50), tranche('c', 0)] };
    expect(splitAward(halves, 0.01)).toMatchObject({ outcome: 'refused', problems: [{ code: 'contract/negative-tranche', params: { remainder: -0.01 } }] });
    expect(splitAward(halves, NaN)).toMatchObject({ outcome: 'refused', problems: [{ code: 'contract/award-no-money' }] });
  });

  it('adds up to the award to the fen, whatever the shares', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100_000_000 }), fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 6 }), (fen, parts) => {
      const q = parts.reduce((sum, part) => sum + part, 0);
      const split = splitAward({ tranches: parts.map((p, index) => ({ id: `t${index}`, title, share: { p, q } })) }, fen / 100);
      if (split.outcome === 'split') expect(split.tranches.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0)).toBe(fen);
      else expect(split.outcome).toBe('refused');
    }), { numRuns: 300 });
  });
});

describe('trancheStatus', () => {
  it('row 70: blocks the second tranche until the report is accepted', () => {
    const reports = (accepted: boolean) => [{ report: 'progress', accepted }, { report: 'other', accepted: true }];
    expect(status({ ...signed, payments: paid('first') })).toEqual(['paid', 'held', 'held']);
    expect(status({ ...signed, payments: paid('first'), reports: reports(false) })).toEqual(['paid', 'held', 'held']);
    expect(status({ ...signed, payments: paid('first'), reports: reports(true) })).toEqual(['paid', 'due', 'held']);
    const [, second] = trancheStatus(three, amounts, { today: '2026-08-01', ...signed, payments: paid('first') });
    expect(second).toEqual({ id: 'second', amount: 195_062.22, paid: 0, returned: 0, status: 'held', reasons: [{ kind: 'reportAccepted', about: 'progress' }] });
  });

  it('goes from signing to the last payment', () => {
    const reports = [{ report: 'progress', accepted: true }];
    expect(status({})).toEqual(['held', 'held', 'held']);
    expect(status({ contractSignedOn: '2026-08-02' })).toEqual(['held', 'held', 'held']);
    expect(status({ contractSignedOn: '2026-08-01', reports, acceptance: 'passed' })).toEqual(['due', 'held', 'held']);
    expect(status({ ...signed, reports, acceptance: 'failed', payments: paid('first', 'second') })).toEqual(['paid', 'paid', 'held']);
    expect(status({ ...signed, reports, acceptance: 'passed', payments: paid('first', 'second', 'last') })).toEqual(['paid', 'paid', 'paid']);
  });

  it('holds every tranche while a finding of a supervision body is open', () => {
    const findings = (open: boolean) => [{ id: 'audit-3', open }];
    expect(status({ ...signed, findings: findings(true) })[0]).toBe('held');
    expect(status({ ...signed, findings: findings(false) })[0]).toBe('due');
  });

  it('says of what is withheld what else it waits for', () => {
    const [first] = trancheStatus([tranche('first', 100, [{ kind: 'acceptancePassed' }])], [{ id: 'first', amount: 100 }], { today: '2026-08-01', withheld: [{ tranche: 'first', reason: '资料不齐' }], findings: [{ id: 'audit-3', open: true }] });
    expect([first?.status, first?.reasons]).toEqual(['withheld', [{ kind: 'withheld', about: '资料不齐' }, { kind: 'noOpenFinding', about: 'audit-3' }, { kind: 'acceptancePassed' }]]);
  });

  it('knows what was withheld, what came back, and what is paid in part', () => {
    expect(status({ ...signed, withheld: [{ tranche: 'first', reason: '项目终止' }] })).toEqual(['withheld', 'held', 'held']);
    expect(status({ payments: [...(paid('first') ?? []), { kind: 'returned', tranche: 'first', amount: 146_296.66 }] })[0]).toBe('paid');
    expect(status({ payments: [...(paid('first') ?? []), { kind: 'returned', tranche: 'first', amount: 146_296.67 }] })[0]).toBe('returned');
    expect(status({ ...signed, payments: [{ kind: 'paid', tranche: 'first', amount: 146_296.66 }] })[0]).toBe('due');
  });

  it.each<[TrancheCondition, Partial<TrancheEvidence>, string]>([
    [{ kind: 'date', date: '2026-08-01' }, {}, 'due'], [{ kind: 'date', date: '2026-08-02' }, {}, 'held'], [{ kind: 'date', date: 'UNDECIDED' }, {}, 'undecided'], [{ kind: 'date' }, {}, 'undecided'],
    [{ kind: 'evaluationPassed' }, { evaluation: 'passed' }, 'due'], [{ kind: 'evaluationPassed' }, {}, 'held'], [{ kind: 'reportAccepted' }, { reports: [{ report: 'any', accepted: true }] }, 'due'],
    [{ kind: 'condition', condition: { fact: 'ready', operator: 'equal', value: true } }, { facts: { ready: true } }, 'due'], [{ kind: 'condition', condition: { fact: 'ready', operator: 'equal', value: true } }, {}, 'undecided'], [{ kind: 'condition' }, {}, 'undecided'],
  ])('%j with %j: %s', (condition, evidence, expected) => {
    expect(status(evidence, [tranche('first', 100, [condition])])).toEqual([expected]);
  });
});
