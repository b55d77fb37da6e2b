import { chinaCalendar } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProjectPlay, gaoming, office, opening, raise, report, spend, town, village, watch } from '../../test/funded-project.js';
import { emptyLedger, ledgerBalance, postEntry } from '../ledger/index.js';
import type { EntryDraft, Ledger } from '../ledger/index.js';
import { accountBalance, awardMoney, foldProject, fundEntries, fundFeed, fundPosition, projectTranches, trancheMoney } from './index.js';
import type { ProjectAction, ProjectEvent } from './index.js';

const withhold = (amount: number, tranche = 'acceptance', more = {}): ProjectAction => ({ type: 'trancheWithheld', data: { tranche, amount, reason: '资料不齐', ...more } });
const giveBack = (amount: number, tranche = 'signing'): ProjectAction => ({ type: 'fundsReturned', data: { tranche, amount, on: '2026-04-01', reason: '结余', voucher: '退-1' } });
const pay = (amount: number, tranche = 'acceptance'): ProjectAction => ({ type: 'tranchePaid', data: { tranche, amount, on: '2026-07-02', voucher: '拨-2' } });
const release: ProjectAction = { type: 'remainderReleased', data: { reason: '项目结清' } };
/** Reported and accepted: the second tranche is due. */
const done = (): ProjectPlay => new ProjectPlay().signed().at('2026-07-02').act(report(), village).act({ type: 'reportAccepted', data: { report: 'report-1' } }, town).act({ type: 'acceptanceRecorded', data: { outcome: 'passed', on: '2026-07-02' } }, office);
const second = (play: ProjectPlay): unknown[] => projectTranches(play.scheme, play.project, play.day, chinaCalendar).slice(1).map(({ status, withheld, released, reasons }) => [status, withheld, released, ...reasons.map(({ about }) => about)]);

describe('row 70: a part of a tranche is withheld', () => {
  it.each([[39999.99, []], [40000, []], [40000.01, ['project/more-than-left']]])('%d of 40,000 that are not paid', (amount, codes) => {
    expect(new ProjectPlay().signed().attempt(withhold(amount), office)).toEqual(codes);
  });

  it('the rest is paid, not a fen more; what is withheld follows when it is lifted', () => {
    const play = done().act(withhold(10000.5), office);
    expect([second(play), play.attempt(pay(29999.51), office), play.attempt(pay(29999.5), office)]).toEqual([[['due', 10000.5, undefined]], ['project/more-than-tranche'], []]);
    expect([second(play), play.attempt(pay(0.01), office)]).toEqual([[['withheld', 10000.5, undefined, '资料不齐']], ['project/tranche-held']]);
    const [withheld] = play.project.withheld ?? [];
    play.act({ type: 'withholdingLifted', data: { withheld: withheld?.id ?? '', reason: '已补齐' } }, office);
    expect([second(play), play.attempt(pay(10000.5), office), second(play)]).toEqual([[['due', undefined, undefined]], [], [['paid', undefined, undefined]]]);
    expect(play.attempt({ type: 'withholdingLifted', data: { withheld: withheld?.id ?? '', reason: '再解除' } }, office)).toEqual(['project/not-withheld']);
  });

  it('with a reason, by the payer alone, about a finding of this project, twice within what is left', () => {
    const play = done().act(raise('2026-08-01'), watch);
    expect(play.attempt(withhold(1, 'acceptance', { reason: ' ' }), office)).toEqual(['project/text-missing']);
    expect(play.attempt(withhold(1), village)).toEqual(['project/not-your-task']);
    expect(play.attempt(withhold(1, 'acceptance', { finding: 'finding-2' }), office)).toEqual(['project/no-such-finding']);
    expect(play.attempt(withhold(1, 'third'), office)).toEqual(['project/no-such-tranche']);
    play.act(withhold(30000, 'acceptance', { finding: 'finding-1' }), office);
    expect([play.attempt(withhold(10000.01), office), play.attempt(withhold(10000), office), second(play)]).toEqual([['project/more-than-left'], [], [['withheld', 40000, undefined, '资料不齐', '资料不齐', 'finding-1']]]);
  });
});

describe('row 70: money comes back', () => {
  it.each([[60000, []], [60000.01, ['project/more-than-paid']]])('%d of 60,000 that were paid', (amount, codes) => {
    expect(new ProjectPlay().signed().attempt(giveBack(amount), village)).toEqual(codes);
  });

  it('no more than the account holds; the account and the tranche say so', () => {
    const play = new ProjectPlay().signed().act(spend(50000), village);
    expect([play.attempt(giveBack(10000.01), village), play.attempt(giveBack(10000), village)]).toEqual([['project/more-than-balance'], []]);
    expect(accountBalance(play.project.account)).toMatchObject({ spent: 50000, returned: 10000, balance: 0 });
    expect(trancheMoney(play.project)[0]).toEqual({ id: 'signing', approved: 60000, paid: 50000, held: 0, returned: 10000, released: 0, left: 0 });
  });

  it('a return is reversed by the payer, and a payment of which money came back is not reversed before', () => {
    const play = new ProjectPlay().signed().act(giveBack(1), village);
    const reverse = (entry: number): ProjectAction => ({ type: 'entryReversed', data: { entry, reason: '未到账' } });
    expect(play.attempt(reverse(1), office)).toContain('project/reversal-below-returned');
    expect([play.attempt(reverse(2), village), play.attempt(reverse(2), office)]).toEqual([['project/not-your-task'], []]);
    expect([awardMoney(play.project).returned, play.attempt(reverse(1), office)]).toEqual([0, []]);
  });
});

describe('row 70: what is left goes back to the pool', () => {
  it('after the acceptance, withheld or not, once; then nothing is paid', () => {
    expect(new ProjectPlay().signed().attempt(release, office)).toEqual(['project/not-accepted-yet']);
    const play = done().act(withhold(10000), office).act(pay(25000), office).act(release, office);
    expect(awardMoney(play.project)).toEqual({ approved: 100000, paid: 85000, held: 0, returned: 0, released: 15000, left: 0 });
    expect(second(play)).toEqual([['paid', undefined, 15000]]);
    expect([play.attempt(pay(1), office), play.attempt(withhold(1), office), play.attempt(release, office)]).toEqual([['project/tranche-paid'], ['project/released-already'], ['project/released-already']]);
    expect(done().act(pay(40000), office).attempt(release, office)).toEqual(['project/nothing-left']);
    expect(foldProject(gaoming, opening, play.project.history).project).toEqual(play.project);
  });
});

describe('row 66: the invariants of the money', () => {
  const fen = (most: number): fc.Arbitrary<number> => fc.integer({ min: 1, max: most }).map((value) => value / 100);
  const tranche = fc.constantFrom('signing', 'acceptance');
  const step: fc.Arbitrary<readonly [ProjectAction, typeof office]> = fc.oneof(
    fc.tuple(fen(4_000_000), tranche).map(([amount, id]) => [pay(amount, id), office] as const), fc.tuple(fen(2_000_000), tranche).map(([amount, id]) => [withhold(amount, id), office] as const),
    fc.integer({ min: 1, max: 60 }).map((id) => [{ type: 'withholdingLifted' as const, data: { withheld: `withheld-${id}`, reason: '解除' } }, office] as const),
    fc.tuple(fen(3_000_000), tranche).map(([amount, id]) => [giveBack(amount, id), village] as const), fen(1_000_000).map((amount) => [spend(amount), village] as const),
    fc.integer({ min: 100, max: 130 }).map((at) => [at === 100 ? release : raise('2026-12-31'), at === 100 ? office : watch] as const),
    fc.integer({ min: 1, max: 9 }).map((id) => [{ type: 'findingClosed' as const, data: { finding: `finding-${id}`, text: '同意' } }, watch] as const),
  );
  const post = (ledger: Ledger, draft: EntryDraft): Ledger => {
    const posted = postEntry(ledger, draft, { expectedVersion: ledger.version });
    if (!posted.ok) throw new Error(JSON.stringify([draft, posted.problems]));
    return posted.ledger;
  };
  const inFen = (yuan: number): number => Math.round(yuan * 100);

  it('hold after each of 1,000 random operations, exactly, and the ledger of the fund agrees', () => {
    fc.assert(fc.property(fc.array(step, { minLength: 100, maxLength: 100 }), (steps) => {
      const account = { year: 2026 };
      const play = done();
      let ledger = emptyLedger();
      for (const draft of [{ kind: 'pool', amount: 1_000_000 }, { kind: 'reserved', amount: 100_000, project: 'case-1' }, { kind: 'committed', amount: 100_000, project: 'case-1' }, { kind: 'paid', amount: 60_000, project: 'case-1', tranche: 'signing' }] as const) ledger = post(ledger, { ...account, ...draft, at: play.now, by: 'c1' });
      for (const [action, by] of steps) {
        const before = play.project;
        if (play.attempt(action, by).length > 0) {
          expect(play.project).toBe(before);
          continue;
        }
        for (const draft of fundEntries(before, play.project.history[play.project.history.length - 1] as ProjectEvent, account)) ledger = post(ledger, draft);
        const { approved, paid, held, returned, released, left } = awardMoney(play.project);
        expect([paid, held, returned, released, left].every((amount) => amount >= 0)).toBe(true);
        expect(inFen(paid) + inFen(held) + inFen(returned) + inFen(released) + inFen(left)).toBe(inFen(approved));
        expect(accountBalance(play.project.account).balance).toBeGreaterThanOrEqual(0);
        const fund = ledgerBalance(ledger);
        expect([inFen(fund.paid) - inFen(fund.returned), fund.returned, inFen(fund.committed)]).toEqual([inFen(paid), returned, inFen(held) + inFen(left)]);
      }
    }), { numRuns: 10 });
  }, 30_000);

  it('hold in the ledger that is fed from the log: told once, told twice, or caught up with at the end, it says what the log says', () => {
    const reverse: fc.Arbitrary<readonly [ProjectAction, typeof office]> = fc.integer({ min: 1, max: 12 }).map((entry) => [{ type: 'entryReversed' as const, data: { entry, reason: '录错' } }, office] as const);
    fc.assert(fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: step }, { weight: 1, arbitrary: reverse }), { minLength: 60, maxLength: 60 }), (steps) => {
      const account = { year: 2026 };
      const pool = post(emptyLedger(), { ...account, kind: 'pool', amount: 1_000_000, at: '2026-01-04', by: 'finance' });
      const says = (ledger: Ledger): unknown => { const { reserved, committed, paid, returned } = ledgerBalance(ledger); return [inFen(reserved), inFen(committed), inFen(paid) - inFen(returned)]; };
      const play = new ProjectPlay();
      let fed = fundFeed(pool, account, play.project, { at: play.now, by: 'c1' }).reduce(post, pool);
      const tell = (before: typeof play.project): void => {
        const event = play.project.history[play.project.history.length - 1] as ProjectEvent;
        for (let told = 0; told < 2; told += 1) fed = fundFeed(fed, account, play.project, { at: event.at, by: event.actor.id }, { event, before }).reduce(post, fed);
      };
      const start: readonly (readonly [ProjectAction, typeof office])[] = [
        [{ type: 'contractSigned', data: { on: '2026-04-01' } }, office], [{ type: 'tranchePaid', data: { tranche: 'signing', amount: 60000, on: '2026-04-01', voucher: '拨-1' } }, office],
      ];
      for (const [index, [action, by]] of [...start, ...steps].entries()) {
        if (index === start.length) {
          for (const [early, of] of [[report(), village], [{ type: 'reportAccepted', data: { report: 'report-1' } }, town], [{ type: 'acceptanceRecorded', data: { outcome: 'passed', on: '2026-07-02' } }, office]] as const) {
            const before = play.project;
            play.at('2026-07-02').act(early, of);
            tell(before);
          }
        }
        const before = play.project;
        if (play.attempt(action, by).length > 0) continue;
        tell(before);
        const { reserved, committed, paid } = fundPosition(play.project);
        expect(says(fed)).toEqual([inFen(reserved), inFen(committed), inFen(paid)]);
      }
      expect(says(fundFeed(pool, account, play.project, { at: play.now, by: 'c1' }).reduce(post, pool))).toEqual(says(fed));
    }), { numRuns: 20 });
  }, 30_000);
});
