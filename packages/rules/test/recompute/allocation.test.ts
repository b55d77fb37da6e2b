import type { Allocation, AllocationCap } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, allocateBatch, explainAllocation, explainSmallCaps, explainTranches, explanationText, limitPayment, splitAward, trancheStatus } from '../../src/index.js';
import type { AllocationResult, Award, AwardLimit, AwardSplit, Candidate, SmallCapResult } from '../../src/index.js';
import { applicant, members, scheme } from '../case-scheme.js';
import { number, minus, read, rounded, sent, sum, through, times } from './exact.js';
import { groupsAgain, settledAgain } from './ties.js';
import { expectWhole } from './whole-text.js';

const fen = (yuan: number): number => Math.round(yuan * 100);
const yuan = (amount: number): number => amount / 100;

type Policy = NonNullable<AllocationResult['terms']['whenShort']>;
interface Got { readonly status: Award['status']; readonly amount: number; readonly awaitsConsent: boolean; readonly binding?: AwardLimit | undefined }

const isShared = ({ total }: AwardLimit): boolean => total !== undefined;
const potOf = ({ kind, cap, group, line }: AwardLimit): string => JSON.stringify([kind, cap, group, line]);
const ownAmount = ({ amount, share, of }: AwardLimit): number => (share === undefined || of === undefined ? fen(amount) : Number((BigInt(fen(of)) * BigInt(share.p)) / BigInt(share.q)));
const least = <T>(items: readonly T[], amount: (item: T) => number): T | undefined => items.reduce<T | undefined>((low, item) => (low === undefined || amount(item) < amount(low) ? item : low), undefined);

/** Gives the money in one order, by one rule for shortage and with one answer of those who have not given theirs, from the limits that the awards quote. */
function give(order: readonly Award[], { unit, consent, consents }: AllocationResult['terms'], policy: Policy, refusing: ReadonlySet<string>): Map<string, Got> {
  const left = new Map<string, number>();
  const closed = new Set<string>();
  const got = new Map<string, Got>();
  for (const { id, limits } of order) {
    const pots = limits.filter(isShared);
    const own = limits.filter((limit) => !isShared(limit));
    const room = (pot: AwardLimit): number => left.get(potOf(pot)) ?? Math.max(0, fen(pot.total ?? 0) - fen(pot.before ?? 0));
    const take = (amount: number): void => pots.forEach((pot) => left.set(potOf(pot), room(pot) - amount));
    const smallest = least(own, ownAmount);
    const due = smallest === undefined ? 0 : Math.floor(ownAmount(smallest) / fen(unit ?? 0.01)) * fen(unit ?? 0.01);
    const end = (status: Award['status'], amount: number, binding: AwardLimit | undefined, awaitsConsent = false): void => void got.set(id, { status, amount, awaitsConsent, binding });
    const shut = pots.find((pot) => closed.has(potOf(pot)));
    const short = shut ?? least(pots, room);
    if (due === 0) end('notFunded', 0, smallest);
    else if (shut === undefined && pots.every((pot) => due <= room(pot))) {
      take(due);
      end('funded', due, smallest);
    } else if (policy === 'partFund' && shut === undefined && short !== undefined && room(short) >= fen(unit ?? 0.01)) {
      const part = Math.floor(room(short) / fen(unit ?? 0.01)) * fen(unit ?? 0.01);
      if (consents[id] === false) end('declined', 0, short);
      else {
        const awaits = consents[id] === undefined && consent !== 'notRequired';
        if (!awaits || !refusing.has(id)) take(part);
        end('partFunded', part, short, awaits);
      }
    } else {
      if (policy === 'stop' || policy === 'waitingList') if (shut === undefined) for (const pot of pots) if (room(pot) < due) closed.add(potOf(pot));
      end(policy === 'waitingList' ? 'waiting' : 'notFunded', 0, short);
    }
  }
  return got;
}

function orders<T>(items: readonly T[]): T[][] {
  return items.length < 2 ? [[...items]] : items.flatMap((item, index) => orders(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]));
}

/** Every choice out of a list. */
function choices<T>(items: readonly T[]): ReadonlySet<T>[] {
  return items.reduce<ReadonlySet<T>[]>((sets, item) => [...sets, ...sets.map((set) => new Set([...set, item]))], [new Set()]);
}

/** Every way in which ties, an open rule for shortage and open consents may be settled. */
function ways({ awards, terms }: AllocationResult): readonly Map<string, Got>[] {
  const groups = [...new Set(awards.map(({ place }) => place))].map((place) => orders(awards.filter((award) => award.place === place)));
  const all = groups.reduce<Award[][]>((before, group) => before.flatMap((start) => group.map((order) => [...start, ...order])), [[]]);
  const policies: readonly Policy[] = terms.whenShort === undefined ? ['skip', 'stop', 'partFund', 'waitingList'] : [terms.whenShort];
  return policies.flatMap((policy) => all.flatMap((order) => {
    const agreeing = give(order, terms, policy, new Set());
    const asked = policy === 'partFund' && terms.consent !== 'notRequired' && agreeing.size > 0 && [...agreeing.values()].some(({ awaitsConsent }) => awaitsConsent);
    return asked ? choices(order.map(({ id }) => id)).map((refusing) => give(order, terms, policy, refusing)) : [agreeing];
  }));
}

interface AwardAgain { readonly id: string; readonly status: Award['status']; readonly amount: number; readonly awaitsConsent: boolean; readonly binding?: Partial<AwardLimit> | undefined; readonly waitingPlace?: number | undefined }
interface Again { readonly outcome: AllocationResult['outcome']; readonly awards: readonly AwardAgain[]; readonly allocated: number; readonly remainder: number; readonly fundingLine?: number | undefined }
const named = (limit: AwardLimit | undefined): Partial<AwardLimit> | undefined => (limit === undefined ? undefined : sent({ kind: limit.kind, cap: limit.cap, group: limit.group, total: limit.total }));

/** Awards, the cap that bound each, and what is left, again from the result alone. */
function allocationAgain(result: AllocationResult): Again {
  const all = ways(result);
  let waiting = 0;
  const awards = result.awards.map(({ id, binding: recorded }): AwardAgain => {
    const got = all.map((way) => way.get(id) as Got);
    const [first] = got;
    const same = first !== undefined && got.every((other) => other.status === first.status && other.amount === first.amount && other.awaitsConsent === first.awaitsConsent);
    if (!same || (first.awaitsConsent && result.terms.consent === undefined)) return { id, status: 'undecided', amount: 0, awaitsConsent: false };
    // Where equals get the same in every order, what bound can still differ from order to order; the one named has to be among them.
    const bindings = got.map(({ binding }) => JSON.stringify(named(binding)));
    const binding = bindings.includes(JSON.stringify(named(recorded))) ? named(recorded) : named(first.binding);
    const isWaiting = first.status === 'waiting';
    if (isWaiting) waiting += 1;
    return { id, status: first.status, amount: yuan(first.amount), awaitsConsent: first.awaitsConsent, binding, ...(isWaiting ? { waitingPlace: waiting } : {}) };
  });
  const allocated = awards.reduce((total, { amount }) => total + fen(amount), 0);
  const line = awards.findIndex(({ status }) => status !== 'funded');
  return {
    outcome: awards.some(({ status }) => status === 'undecided') ? 'undecided' : 'allocated', awards,
    allocated: yuan(allocated), remainder: yuan(fen(result.pool) - allocated), ...(line < 0 ? {} : { fundingLine: line }),
  };
}

function verdict({ outcome, awards, allocated, remainder, fundingLine }: AllocationResult): Again {
  return {
    outcome, allocated, remainder, ...(fundingLine === undefined ? {} : { fundingLine }),
    awards: awards.map(({ id, status, amount, awaitsConsent, binding, waitingPlace }) => ({ id, status, amount, awaitsConsent: awaitsConsent === true, ...(status === 'undecided' ? {} : { binding: named(binding) }), ...(waitingPlace === undefined ? {} : { waitingPlace }) })),
  };
}

const title = { 'zh-CN': '上限', en: 'cap' };
const money = fc.integer({ min: 0, max: 12_000 }).map((cents) => cents / 100);
const caps: fc.Arbitrary<AllocationCap> = fc.constantFrom<AllocationCap>(
  { id: 'one', title, per: 'project', amount: 45.5 }, { id: 'town', title, per: 'town', amount: 70, within: 'year' }, { id: 'kinds', title, per: 'town', values: [{ is: 'works', amount: 60 }, { is: 'service', share: { p: 1, q: 3 } }] },
  { id: 'all', title, per: 'all', share: { p: 4, q: 5 }, of: 'pool' }, { id: 'works', title, per: 'all', category: 'works', amount: 80 },
);
const terms: fc.Arbitrary<Allocation> = fc.record({
  whenShort: fc.constantFrom<Allocation['whenShort']>('skip', 'stop', 'partFund', 'waitingList', 'UNDECIDED'), rounding: fc.constantFrom({ unit: 1 }, { unit: 10 }), partFund: fc.constantFrom({ consent: 'required' as const }, { consent: 'notRequired' as const }, { consent: 'UNDECIDED' as const }),
  perProjectCap: fc.constantFrom(50, 90), coFunding: fc.constantFrom({ p: 1, q: 3 }), caps: fc.uniqueArray(caps, { selector: ({ id }) => id, maxLength: 3 }), fundPerYear: fc.constantFrom({ maximum: 120 }),
}, { requiredKeys: ['whenShort'] });
const candidates = fc.array(fc.record({ place: fc.integer({ min: 1, max: 4 }), requested: money, eligibleCost: money, town: fc.constantFrom('东', '西'), category: fc.constantFrom('works', 'service') }, { requiredKeys: ['requested', 'eligibleCost', 'town', 'category'] }), { minLength: 1, maxLength: 5 })
  .map((list) => list.map((one, index): Candidate => ({ id: `p${index}`, ownFunds: 40, ...one })));
const context = fc.record({
  pool: fc.integer({ min: 0, max: 25_000 }).map((cents) => cents / 100), consents: fc.constantFrom<Record<string, boolean>>({}, { p0: true, p1: false }, { p2: false }), spent: fc.constantFrom([], [{ amount: 25, town: '东', category: 'works' }], [{ amount: 200, town: '西', within: 'batch' as const, category: 'service' }]),
});

describe('an allocation from its result alone', () => {
  it('row 55: gives the same awards, binding caps, remainder and waiting list, ties and open rules too', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(terms, candidates, context, (allocation, list, known) => {
      const result = allocate(allocation, list, known);
      expect(allocationAgain(sent(result))).toEqual(verdict(result));
      for (const { status } of result.awards) seen.add(status);
    }), { numRuns: 500 });
    expect([...seen].sort()).toEqual(['declined', 'funded', 'notFunded', 'partFunded', 'undecided', 'waiting']);
  });

  it.each([['skip', [60, 0, 40]], ['stop', [60, 0, 0]], ['partFund', [60, 40, 0]]] as const)('comes to the same with pool 100 and A 60, B 50, C 40, %s, and tells every number', (whenShort, amounts) => {
    const result = allocate({ whenShort }, [{ id: 'A', place: 1, requested: 60 }, { id: 'B', place: 2, requested: 50 }, { id: 'C', place: 3, requested: 40 }], { pool: 100 });
    expect(allocationAgain(sent(result))).toEqual(verdict(result));
    expect(allocationAgain(sent(result)).awards.map(({ amount }) => amount)).toEqual(amounts);
    for (const locale of ['zh-CN', 'en'] as const) expectWhole(explanationText(explainAllocation(result, { locale })), ['100', '60', '50', '40']);
  });

  it('differs where somebody changed a limit', () => {
    const result = allocate({ whenShort: 'skip', perProjectCap: 50 }, [{ id: 'A', place: 1, requested: 60 }, { id: 'B', place: 2, requested: 50 }], { pool: 100 });
    const forged = JSON.parse(JSON.stringify(result).replace('"kind":"projectCap","amount":50', '"kind":"projectCap","amount":55')) as AllocationResult;
    expect([sent(result), forged].map((one) => allocationAgain(one).awards.map(({ amount }) => amount))).toEqual([[50, 50], [55, 0]]);
  });

  it('row 55: puts the projects of a batch in the same order and pays each what its allocation says', () => {
    const over = { ...scheme, allocation: { ranking: [{ by: 'votes' as const }], ties: [{ by: 'lot' as const }], whenShort: 'stop' as const } };
    const voters = ['m1', 'm2', 'm3', 'm4', 'm5'];
    const cases = [['a', 4, 50], ['b', 4, 60], ['c', 5, 20], ['d', 3, 10], ['e', 1, 10]].map(([id, yes, amountRequested]) => ({
      id: String(id), submittedAt: '2026-03-02T09:00:00+08:00', applicant, answers: { projectName: String(id), households: 25, amountRequested },
      reviews: [{ stage: 'preliminary', outcome: 'forward' }, { stage: 'officeCheck', outcome: 'accept' }],
      meeting: { members, present: voters, ballots: voters.map((member, index) => ({ member, choice: index < Number(yes) ? 'yes' as const : 'no' as const })) },
    }));
    const result = allocateBatch(over, cases, { calendar: chinaCalendar, pool: 100, tieEvidence: { seed: '2026-05-01 第27期' } });
    const { ranking, settled, allocation, decisions } = sent(result);
    if (ranking === undefined || settled === undefined) throw new Error('the batch has an order and a tie that matters');
    const order = groupsAgain(ranking.places, ranking.keys).flatMap(({ rank, ids }) => {
      const settlement = settled.settlements.find((one) => one.rank === rank);
      return settlement === undefined ? ids : settledAgain(settlement).order.flat();
    });
    expect(allocation.awards.map(({ id }) => id)).toEqual(order);
    const again = allocationAgain(allocation);
    expect(again).toEqual(verdict(result.allocation));
    expect(decisions.map(({ id, award }) => [id, award])).toEqual(decisions.map(({ id }) => [id, again.awards.find((award) => award.id === id)?.amount ?? null]));
  });
});

/** Tranches again, from the award, the shares and how they are rounded. */
function tranchesAgain(split: AwardSplit): readonly number[] | AwardSplit['outcome'] {
  if (split.outcome !== 'split' || split.rounding === undefined) return split.outcome === 'split' ? [split.award] : split.outcome;
  const { award, rounding, tranches } = split;
  const amounts = tranches.map(({ share }) => rounded(through(times(read(award), read(share?.p ?? 1)), read(share?.q ?? 1)), rounding));
  const rest = rounding.remainder === 'first' ? 0 : amounts.length - 1;
  return amounts.map((amount, index) => number(index === rest ? minus(read(award), sum(amounts.filter((_, other) => other !== rest))) : amount));
}

describe('tranches from the result alone', () => {
  const shares = fc.constantFrom([3, 4, 3], [1, 1], [1, 2, 4, 3], [10]);
  it('row 55: gives the same amounts for any award, shares and rounding', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 90_000_000 }), shares, fc.constantFrom(undefined, { step: 0.01, mode: 'half-up', remainder: 'last' }, { step: 100, mode: 'down', remainder: 'first' }), (cents, parts, trancheRounding) => {
      const whole = parts.reduce((all, part) => all + part, 0);
      const split = splitAward(sent({ tranches: parts.map((p, index) => ({ id: `t${index}`, title, share: { p, q: whole } })), trancheRounding }), cents / 100);
      expect(tranchesAgain(sent(split))).toEqual(split.outcome === 'split' ? split.tranches.map(({ amount }) => amount) : split.outcome);
    }), { numRuns: 200 });
  });

  it('comes to 146,296.67, 195,062.22 and 146,296.66 of 487,655.55 again, and tells every number', () => {
    const tranches = [['a', 3], ['b', 4], ['c', 3]].map(([id, p]) => ({ id: String(id), title, share: { p: Number(p), q: 10 } }));
    const split = splitAward({ tranches }, 487655.55);
    expect(tranchesAgain(sent(split))).toEqual([146296.67, 195062.22, 146296.66]);
    if (split.outcome !== 'split') throw new Error('nothing was split');
    expect(splitAward({}, 100)).toMatchObject({ outcome: 'split', award: 100, tranches: [{ id: 'whole', amount: 100 }] });
    const states = trancheStatus(tranches, split.tranches, { today: '2026-08-01', contractSignedOn: '2026-05-01', payments: [{ kind: 'paid', tranche: 'a', amount: 146296.67 }] });
    for (const locale of ['zh-CN', 'en'] as const) expectWhole(explanationText({ verdict: '', locale, lines: explainTranches(states, tranches, locale) }), ['146,296.67', '195,062.22', '146,296.66']);
  });
});

/** What a small payment may be again, from the caps that it met. */
function smallAgain({ asked, limits, refusedBy, holes, missing }: SmallCapResult): Pick<SmallCapResult, 'outcome' | 'allowed' | 'binding'> {
  const room = limits.map((limit) => ({ limit, left: Math.max(0, fen(limit.amount) - fen(limit.counted)) }));
  const smallest = least(room, ({ left }) => left);
  const allowed = Math.min(fen(asked), smallest?.left ?? Infinity);
  const open = holes.length + missing.length > 0;
  const outcome = refusedBy !== undefined || smallest?.left === 0 ? 'refused' : open ? 'undecided' : allowed < fen(asked) ? 'reduced' : 'allowed';
  const binds = smallest !== undefined && !missing.includes('amount') && smallest.left < fen(asked) && refusedBy === undefined && (outcome === 'refused' || !open);
  return { outcome, allowed: outcome === 'refused' || outcome === 'undecided' ? 0 : yuan(allowed), ...(binds ? { binding: smallest.limit } : {}) };
}

describe('small caps from the result alone', () => {
  const cap = fc.record({ per: fc.constantFrom('person', 'household', 'event', 'village', 'all'), period: fc.constantFrom('each', 'month', 'year', 'ever'), amount: fc.constantFrom<number | string>(500, 800, 0, 60000, 'UNDECIDED'), kinds: fc.constantFrom(undefined, ['illness']), onlyIf: fc.constantFrom(undefined, { fact: 'poor', operator: 'equal', value: true }) });
  const payment = fc.record({ date: fc.constantFrom('2026-02-10', '2026-03-01', '2025-12-31', 'soon'), amount: fc.integer({ min: 0, max: 100_000 }).map((cents) => cents / 100), kind: fc.constantFrom('illness', 'school'), person: fc.constantFrom('p1', 'p2'), household: fc.constantFrom('h1', ''), event: fc.constant('e1'), village: fc.constant('v1'), facts: fc.constantFrom({ poor: true }, { poor: false }, {}) }, { requiredKeys: ['date', 'amount', 'facts'] });
  it('row 55: gives the same amount, outcome and binding cap for any caps and payments', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(fc.array(cap, { maxLength: 3 }), fc.array(payment, { maxLength: 4 }), payment, (list, before, now) => {
      const given = sent(list.map((one, index) => ({ id: `c${index}`, title, ...one }))) as unknown as Parameters<typeof limitPayment>[0];
      const result = limitPayment(given, before.map((one, index) => ({ id: String(index), ...one })), { id: 'now', ...now });
      const { outcome, allowed, binding } = result;
      expect(smallAgain(sent(result))).toEqual({ outcome, allowed, ...(binding === undefined ? {} : { binding }) });
      seen.add(outcome);
    }), { numRuns: 400 });
    expect([...seen].sort()).toEqual(['allowed', 'reduced', 'refused', 'undecided']);
  });

  it('is told with every number, in both languages', () => {
    const list = [{ id: 'illness', title, per: 'person' as const, period: 'year' as const, amount: 500 }];
    const result = limitPayment(list, [{ id: '1', date: '2026-02-01', amount: 120.5, person: 'p1' }], { id: '2', date: '2026-03-01', amount: 400, person: 'p1' });
    for (const locale of ['zh-CN', 'en'] as const) expectWhole(explanationText({ verdict: '', locale, lines: [explainSmallCaps(result, list, locale)] }), ['500', '120.5', '400', '379.5']);
  });
});
