import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case, Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import { applicant, members, scheme as base } from '../../test/case-scheme.js';
import { residentsScheme, tallyOf } from '../../test/panel-scheme.js';
import { anyAllocation, anyCase, anyScheme } from '../../test/simulation-arbitraries.js';
import { checkScheme } from '../analysis/index.js';
import { allocateBatch } from '../allocation/index.js';
import { decide, decisionSummary } from '../decision/index.js';
import { createCaseTable, loadCases } from './case-table.js';
import { FactsNotLoadedError } from './policy-context.js';
import { simulate, simulateRun } from './simulate.js';
import type { FundingLine, PolicyChange, SimulationResult } from './simulation-result.js';

/** What the row-by-row engine says of every case, before and after. */
function decided(scheme: Scheme, cases: readonly Case[], parameters: Readonly<Record<string, unknown>> = {}): unknown[] {
  return cases.map((caseData) => {
    const { outcome, stage, eligibility, score, vote, grade, reasons } = decisionSummary(decide(scheme, caseData, { calendar: chinaCalendar, parameters }));
    return { outcome, stage, eligibility, score, vote, grade, reasons };
  });
}

function expectSameAsDecide(scheme: Scheme, cases: readonly Case[], change: PolicyChange): void {
  const table = loadCases(scheme, cases, { also: change.scheme === undefined ? [] : [change.scheme] });
  const run = simulateRun(table, change, { flips: { limit: cases.length } });
  const [before, after] = [decided(scheme, cases), decided(change.scheme ?? scheme, cases, change.parameters)];
  expect(cases.map((_, row) => run.verdicts(row).before)).toEqual(before);
  expect(cases.map((_, row) => run.verdicts(row).after)).toEqual(after);
  const outcome = (verdict: unknown): unknown => (verdict as { readonly outcome: string }).outcome;
  expect(run.result.flips.page.items.map(({ place }) => place)).toEqual(cases.flatMap((_, row) => (outcome(before[row]) === outcome(after[row]) ? [] : [row])));
  expect(run.result.flips.page.items.every(({ because }) => because.length > 0)).toBe(true);
  for (const [totals, verdicts] of [[run.result.before, before], [run.result.after, after]] as const) {
    expect(Object.values(totals.outcomes).reduce((sum, count) => sum + count, 0)).toBe(cases.length);
    expect(totals.outcomes.approved).toBe(verdicts.filter((verdict) => outcome(verdict) === 'approved').length);
  }
}

/** Schemes and cases under which most cases come to a vote and pass it, so that there is something to divide. */
const mildScheme = anyScheme.map((drawn): Scheme => ({ ...base, ...(drawn.scoring === undefined ? {} : { scoring: { ...drawn.scoring, rounding: { step: 10 }, rankOn: 'raw' } }) }));
const hopefulCase = fc.tuple(anyCase, fc.integer({ min: 19, max: 26 }), fc.constantFrom(100, 199.99, 500, 800), fc.integer({ min: 4, max: 6 })).map(([drawn, households, amountRequested, yes]): Case => {
  const { events: _, overrides: __, ...caseData } = drawn;
  return {
    ...caseData, answers: { households, amountRequested, category: 'road' }, reviews: [{ stage: 'preliminary', outcome: 'forward', by: 'u1' }, { stage: 'officeCheck', outcome: 'accept', by: 'u2' }],
    meeting: { members, present: members.map(({ id }) => id), ballots: members.map(({ id }, index) => ({ member: id, choice: index < yes ? 'yes' : 'no' })) },
  };
});

type Policy = readonly [scheme: Scheme, parameters: Readonly<Record<string, unknown>>];

function expectSameAsAllocateBatch(result: SimulationResult, past: readonly Case[], pool: number, before: Policy, after: Policy): void {
  const batches = [...new Set(past.map(({ batch }) => batch?.['id']))];
  const divided = ([scheme, parameters]: Policy) => batches.map((id) => allocateBatch(scheme, past.filter(({ batch }) => batch?.['id'] === id), { calendar: chinaCalendar, parameters, pool }));
  const [old, now] = [divided(before), divided(after)];
  const found = (given: typeof old, place: number) => {
    const index = batches.indexOf(past[place]?.batch?.['id']);
    const decision = given[index]?.decisions[past.slice(0, place).filter(({ batch }) => batch?.['id'] === batches[index]).length];
    return { outcome: decision?.outcome, money: decision?.award ?? 0, binding: decision?.award === null ? undefined : given[index]?.allocation.awards.find(({ id }) => id === decision?.id)?.binding };
  };
  const flips = past.flatMap((_, place) => {
    const [then, later] = [found(old, place), found(now, place)];
    return then.outcome === later.outcome && then.money === later.money ? [] : [{ place, before: then.money, after: later.money, ...(then.outcome === later.outcome ? { limit: later.binding?.kind } : {}) }];
  });
  expect(result.flips.page.items.map(({ place, money, because: [cause] }) => ({ place, ...money, ...(cause?.kind === 'award' ? { limit: cause.limit } : {}) }))).toEqual(flips);
  for (const [side, given] of [['before', old], ['after', now]] as const) {
    const lines = given.map(({ allocation: { allocated, remainder, awards, outcome } }) => ({
      pool, allocated, remainder, takingPart: awards.length, isSettled: outcome === 'allocated', funded: awards.filter(({ amount }) => amount > 0).length, undecided: awards.filter(({ status }) => status === 'undecided').length,
    }));
    expect(result.funding?.map((line) => line[side])).toMatchObject(lines);
    expect(result[side].money).toBe(past.reduce((sum, _, place) => sum + Math.round(found(given, place).money * 100), 0) / 100);
  }
}

describe('simulate', () => {
  it('says of every case what decide says of it, whatever is changed', () => {
    fc.assert(fc.property(anyScheme, anyScheme, fc.subarray(['eligibility', 'thresholds', 'stages', 'scoring', 'decisionTables'] as const), fc.array(anyCase, { minLength: 5, maxLength: 30 }), fc.integer({ min: 17, max: 23 }), (scheme, other, parts, cases, minHouseholds) => {
      const edited = Object.fromEntries(Object.entries({ ...scheme, ...Object.fromEntries(parts.map((part) => [part, other[part]])) }).filter(([, value]) => value !== undefined)) as unknown as Scheme;
      expectSameAsDecide(scheme, cases, { parameters: { minHouseholds } });
      expectSameAsDecide(scheme, cases, { scheme: edited, parameters: { minHouseholds } });
    }), { numRuns: 150 });
  });

  it('says so under another pass mark too', () => {
    const withScore = anyScheme.filter(({ scoring, stages }) => scoring !== undefined && stages.some(({ method }) => method === 'score'));
    fc.assert(fc.property(withScore, fc.array(anyCase, { minLength: 5, maxLength: 30 }), fc.constantFrom(undefined, 40, 60, 78.67, 95, 'UNDECIDED'), (scheme, cases, passMark) => {
      const { passMark: _, ...card } = scheme.scoring ?? { criteria: [] };
      expectSameAsDecide(scheme, cases, { scheme: { ...scheme, scoring: { ...card, ...(passMark === undefined ? {} : { passMark }) } } as Scheme });
    }), { numRuns: 60 });
  });
});

describe('simulate at a stage that a vote of residents settles', () => {
  it('says what decide says of those chosen and not, also when more or fewer are chosen', () => {
    const cases = (['a', 'b', 'c', 'd'] as const).map((candidate, index): Case => ({
      id: `case-${index}`, submittedAt: '2026-03-02T09:00:00Z', applicant, answers: { households: 25 },
      ...(candidate === 'd' ? {} : { publicVoteCounts: [{ stage: 'vote', candidate, tally: tallyOf(900, 600, 599) }] }),
    }));
    for (const count of [1, 2, 3, 'UNDECIDED'] as const) expectSameAsDecide(residentsScheme(), cases, { scheme: residentsScheme({ winners: { count } }) });
    expect(decided(residentsScheme(), cases).map((verdict) => (verdict as { readonly outcome: string }).outcome)).toEqual(['approved', 'approved', 'notApproved', 'pending']);
  });
});

const read = (path: string): string => readFileSync(new URL(`../../../../examples/schemes/${path}`, import.meta.url), 'utf8');
const readExampleCases = (name: string): Case[] => read(`${name}/cases.jsonl`).split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Case);

function readExample(name: string): Scheme {
  const folder = fileURLToPath(new URL(`../../../../examples/schemes/${name}`, import.meta.url));
  const { scheme } = checkScheme(readSchemeFolder(folder), { entry: 'scheme.json' });
  if (scheme === undefined) throw new Error(`The example ${name} does not load`);
  return scheme;
}

describe('simulate on the examples', () => {
  const scheme = readExample('sanshui-xinan');
  const cases = readExampleCases('sanshui-xinan');
  const sixtyPercent = { parameters: { passRatio: { p: 3, q: 5 } } };

  it('row 15: from one half to sixty percent, exactly those of the 17 flip that have between 13 and 14 of 24 votes', () => {
    const yes = cases.map(({ meeting }) => (meeting?.ballots ?? []).filter(({ choice }) => choice === 'yes').length);
    const present = cases.map(({ meeting: { present: there } = { present: [] as string[] } }) => there.length);
    const passes = (p: number, q: number): boolean[] => yes.map((count, index) => count * q > (present[index] ?? 0) * p);
    const [half, sixty] = [passes(1, 2), passes(3, 5)];
    const expected = cases.filter((_, index) => half[index] !== sixty[index]);
    const asked = (which: readonly boolean[]): number => cases.reduce((sum, { answers }, index) => sum + (which[index] === true ? Number(answers['amountRequested']) : 0), 0);

    const result = simulate(loadCases(scheme, cases), sixtyPercent);

    expect(result.cases).toBe(17);
    expect(expected.length).toBeGreaterThan(0);
    expect(result.flips.page.items.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(result.flips).toMatchObject({ total: expected.length, worse: expected.length, better: 0, other: 0 });
    expect(result.moves).toEqual([{ before: 'approved', after: 'notApproved', cases: expected.length }]);
    expect(result.flips.page.items[0]).toMatchObject({
      direction: 'worse', before: { outcome: 'approved' }, after: { outcome: 'notApproved', reasons: ['jury'] }, because: [{ kind: 'threshold', id: 'jury', before: 'passed', after: 'failed' }],
    });
    expect(result.before).toMatchObject({ outcomes: { approved: half.filter(Boolean).length }, money: asked(half) });
    expect(result.after).toMatchObject({ outcomes: { approved: sixty.filter(Boolean).length }, money: asked(sixty) });
    expect(result.recomputed).toEqual({ conditions: 0, requirements: [], thresholds: ['jury'], stages: false, allocation: false, cases: 17 });
  });

  it('names flips in both directions when an edited rule lets some in and keeps others out', () => {
    const [first, second] = scheme.eligibility.rules;
    const limit = { ...second, id: 'amount-at-most', conditions: { all: [{ fact: 'amountRequested', operator: 'lessThanInclusive', value: 200000 }] } };
    const limited = { ...scheme, eligibility: { rules: [first, limit] } } as Scheme;
    const nothingAsked = { ...(cases[0] as Case), id: 'nothing-asked', answers: { ...cases[0]?.answers, amountRequested: 0 } };

    const { flips } = simulate(loadCases(scheme, [...cases, nothingAsked]), { scheme: limited });

    expect(flips.page.items.find(({ id }) => id === 'nothing-asked')).toMatchObject({ direction: 'better', because: [{ kind: 'requirement', id: 'amount-positive', before: false, after: null }] });
    expect(flips.page.items.find(({ id }) => id === 'xinan-2020-02')).toMatchObject({ direction: 'worse', after: { outcome: 'ineligible', reasons: ['amount-at-most'] }, because: [{ kind: 'requirement', id: 'amount-at-most', before: null, after: false }] });
  });

  it.each([
    ['sanshui-xinan', 'sixty percent', sixtyPercent],
    ['sanshui-xinan', 'an open ratio', { parameters: { passRatio: 'UNDECIDED' } }],
    ['gaoming', 'the holes filled', { scheme: readExample('gaoming-demo') }],
    ['gaoming-demo', 'the holes open', { scheme: readExample('gaoming') }],
    ['gaoming-demo', 'two thirds', { parameters: { passRatio: { p: 2, q: 3 } } }],
    ['gaoming-demo', 'valid ballots as base, ties by the chair, a lower cap', { parameters: { voteBase: 'valid', voteTie: 'chair', perProjectCap: 100000 } }],
  ] as const)('agrees with decide on every case of %s under %s', (name, _, change) => {
    expectSameAsDecide(readExample(name), readExampleCases(name), change);
  });
});

describe('loadCases', () => {
  const cases = (count: number): Case[] => Array.from({ length: count }, (_, index) => ({ id: `c${index}`, submittedAt: '2026-03-01T10:00:00+08:00', applicant: { id: 'v', town: index % 2 === 0 ? 'east' : 'west' }, answers: { households: index, amountRequested: 0.1 } }));

  it('takes cases in parts as it takes them at once', () => {
    const all = cases(2500);
    const parts = createCaseTable(base).add(all.slice(0, 1000)).add(all.slice(1000)).finish();

    expect(simulate(parts, { parameters: { minHouseholds: 30 } })).toEqual(simulate(loadCases(base, all), { parameters: { minHouseholds: 30 } }));
  });

  it('leaves out what is no case, names it, and keeps the places of the others', () => {
    const broken = [null, { id: 'a' }, { ...cases(1)[0], meeting: { members: {}, present: [] } }] as unknown as Case[];

    const table = loadCases(base, [...broken, ...cases(21)], { locale: 'en' });
    const { flips } = simulate(table, { parameters: { minHouseholds: 21 } });

    expect(table.problems.map(({ code, pointer }) => [code, pointer])).toEqual([['simulation/not-a-case', '/0'], ['simulation/not-a-case', '/1'], ['simulation/not-a-case', '/2']]);
    expect(table.problems[0]?.message).toBe('Entry 1 is no case and was left out.');
    expect(flips.page.items.map(({ place, id }) => [place, id])).toEqual([[23, 'c20']]);
  });

  it('asks for the scheme that is to be compared when it reads a fact that was not loaded', () => {
    const other = { ...base, eligibility: { rules: base.eligibility.rules.map((rule) => ({ ...rule, conditions: { all: [{ fact: 'shops', operator: 'greaterThan', value: 1 }] } })) } } as Scheme;

    expect(() => simulate(loadCases(base, cases(3)), { scheme: other })).toThrow(FactsNotLoadedError);
    expect(simulate(loadCases(base, cases(3), { also: [other] }), { scheme: other }).after.outcomes.undetermined).toBe(3);
    expect(simulate(loadCases(base, cases(3), { facts: [{ fact: 'shops' }] }), { scheme: other }).after.outcomes.undetermined).toBe(3);
  });

  it('throws without a scheme', () => {
    expect(() => loadCases(undefined as unknown as Scheme, [])).toThrow(TypeError);
  });
});

describe('simulate under another pass mark', () => {
  const card = { criteria: [{ id: 'reach', title: base.title, weight: 100, maximum: 100, byFact: { fact: 'households', bands: [{ below: 30, mark: 59.9 }, { from: 30, below: 40, mark: 60 }, { from: 40, mark: 60.1 }] } }] };
  const scored = (passMark: number): Scheme => ({
    ...base, scoring: { ...card, passMark },
    stages: base.stages.map((stage) => (stage.id === 'officeCheck' ? { ...stage, method: 'score', outcomes: [...stage.outcomes, { id: 'refuse', title: base.title, kind: 'reject', to: 'rejected' }] } : stage)),
  }) as unknown as Scheme;
  const cases = [45, 35, 25, 46, 36, 26].map((households, index): Case => ({ id: `c${index}`, submittedAt: '2026-03-01T10:00:00+08:00', applicant: { id: 'v' }, answers: { households }, reviews: [{ stage: 'preliminary', outcome: 'forward' }] }));

  it.each([[60, 60.05, ['c1', 'c4'], 'worse'], [60, 59.9, ['c2', 'c5'], 'better'], [60.1, 60, ['c1', 'c4'], 'better']] as const)('from %d to %d flips the cases between the two', (from, to, expected, direction) => {
    expectSameAsDecide(scored(from), cases, { scheme: scored(to) });

    const { flips } = simulate(loadCases(scored(from), cases), { scheme: scored(to) });

    expect(flips.page.items.map(({ id }) => id)).toEqual(expected);
    expect(flips.page.items[0]).toMatchObject({ direction, because: [{ kind: 'score', stage: 'officeCheck', before: 60 + (direction === 'better' && to === 59.9 ? -0.1 : 0) }] });
  });
});

describe('simulate where money is divided', () => {
  const policy = { ...base, allocation: { whenShort: 'skip', perProjectCap: { parameter: 'cap' }, ranking: [{ by: 'votes', order: 'descending' }] }, parameters: { ...base.parameters, cap: { title: base.title, type: 'money', value: 900, overlay: 'any' } } } as unknown as Scheme;
  const cases = Array.from({ length: 12 }, (_, index): Case => ({
    id: `c${String(index).padStart(2, '0')}`, submittedAt: '2026-03-01T10:00:00+08:00', applicant: { id: `v${index}` }, answers: { households: 18 + index, amountRequested: 500 + 50 * index }, batch: { id: index % 2 === 0 ? 'spring' : 'autumn' },
    reviews: [{ stage: 'preliminary', outcome: 'forward' }, { stage: 'officeCheck', outcome: 'accept' }, { stage: 'publicity', outcome: 'confirm' }],
    meeting: { members, present: members.map(({ id }) => id), ballots: members.slice(0, 4 + (index % 3)).map(({ id }) => ({ member: id, choice: 'yes' })) },
  }));
  const pools = { 'spring': { pool: 1800 }, '*': { pool: 1000 } };

  it.each([{ minHouseholds: 24 }, { cap: 600 }, { minHouseholds: 25, cap: 1000 }])('gives what allocateBatch gives, batch by batch, under %j', (parameters) => {
    const run = simulateRun(loadCases(policy, cases, { pools }), { parameters });
    const awards = (set: Readonly<Record<string, unknown>>): Map<string, number> => new Map(['spring', 'autumn'].flatMap((batch) => allocateBatch(policy, cases.filter((caseData) => caseData.batch?.['id'] === batch), { calendar: chinaCalendar, parameters: set, pool: batch === 'spring' ? 1800 : 1000 }).decisions.map(({ id, award }): [string, number] => [id, award ?? 0])));
    const [before, after] = [awards({}), awards(parameters)];
    const sum = (given: ReadonlyMap<string, number>): number => [...given.values()].reduce((total, amount) => total + amount, 0);

    expect(run.result.before.money).toBe(sum(before));
    expect(run.result.after.money).toBe(sum(after));
    expect(sum(before)).toBeGreaterThan(0);
    expect(run.result.flips.page.items.filter(({ money }) => money.before !== money.after).map(({ id, money }) => [id, money])).toEqual([...before].filter(([id, amount]) => after.get(id) !== amount).map(([id, amount]) => [id, { before: amount, after: after.get(id) }]).sort());
    expect(run.result.recomputed.allocation).toBe(true);
  });

  it('names the limit that bound where the money alone is another', () => {
    const { flips } = simulate(loadCases(policy, cases, { pools }), { parameters: { cap: 600 } });

    expect(flips.onlyMoney).toBe(flips.total);
    expect(flips.page.items.some(({ because }) => because[0]?.kind === 'award' && because[0].limit === 'projectCap')).toBe(true);
  });

  it('does not divide again where a change touches neither the cases that take part nor the settings', () => {
    expect(simulate(loadCases(policy, cases, { pools }), { parameters: { minHouseholds: 19 } }).recomputed.allocation).toBe(true);
    expect(simulate(loadCases(policy, cases, { pools }), { parameters: { noticeDays: { amount: 7, unit: 'workingDay' } } }).recomputed.allocation).toBe(false);
  });

  it.each([{ minHouseholds: 24 }, { minHouseholds: 25 }, { cap: 600 }, {}])('says of each batch who is the last in and the first out, and what is left, under %j', (parameters) => {
    const { funding } = simulate(loadCases(policy, cases, { pools }), { parameters });
    const expected = (batch: string, set: Readonly<Record<string, unknown>>): unknown => {
      const { allocation } = allocateBatch(policy, cases.filter((caseData) => caseData.batch?.['id'] === batch), { calendar: chinaCalendar, parameters: set, pool: batch === 'spring' ? 1800 : 1000 });
      const given = allocation.awards.map(({ id, amount, status }, index) => ({ id, place: index + 1, amount, status }));
      const [funded, open] = [given.filter(({ amount }) => amount > 0), given.filter(({ status }) => status === 'undecided')];
      const out = given.find(({ status }) => status !== 'funded' && status !== 'partFunded' && status !== 'undecided');
      return [allocation.pool, allocation.allocated, allocation.remainder, allocation.outcome === 'allocated', given.length, funded.length, open.length, [funded[funded.length - 1]?.id, funded[funded.length - 1]?.place], [out?.id, out?.place]];
    };
    const found = ({ pool, allocated, remainder, isSettled, takingPart, funded, undecided, lastIn, firstOut }: FundingLine): unknown => [pool, allocated, remainder, isSettled, takingPart, funded, undecided, [lastIn?.id, lastIn?.place], [firstOut?.id, firstOut?.place]];

    expect(funding?.map(({ batch }) => batch)).toEqual(['spring', 'autumn']);
    for (const { batch, before, after } of funding ?? []) {
      expect(found(before)).toEqual(expected(batch, {}));
      expect(found(after)).toEqual(expected(batch, parameters));
    }
    expect(funding?.[0]?.before).toMatchObject({ lastIn: { id: 'c08' }, allocated: 1500, remainder: 300, isSettled: true });
  });

  it('keeps the awards of a batch whose cases are the same, beside one that is divided again', () => {
    const table = loadCases(policy, cases, { pools });
    const first = simulateRun(table, { parameters: { minHouseholds: 19 } });
    const fresh = simulateRun(loadCases(policy, cases, { pools }), { parameters: { minHouseholds: 19 } });
    expect(first.result.funding?.map(({ before, after }) => JSON.stringify(before) === JSON.stringify(after))).toEqual([true, false]);
    expect(first.result.after).toEqual(fresh.result.after);
  });

  it('gives what allocateBatch gives, whatever the policy, the cases and the changes that came before', () => {
    const rounds = fc.array(fc.record({ minHouseholds: fc.integer({ min: 17, max: 23 }), cap: fc.constantFrom(90, 600, 'UNDECIDED') }, { requiredKeys: [] }), { minLength: 2, maxLength: 3 });
    fc.assert(fc.property(fc.oneof(anyScheme, mildScheme, mildScheme, mildScheme), fc.oneof(anyScheme, mildScheme), fc.subarray(['scoring', 'stages', 'thresholds', 'eligibility'] as const), anyAllocation, anyAllocation, fc.boolean(), fc.array(fc.oneof(anyCase, hopefulCase, hopefulCase, hopefulCase), { minLength: 6, maxLength: 18 }), fc.constantFrom(0, 400, 3000), rounds, (drawn, other, parts, allocation, edited, edits, drawnCases, pool, changes) => {
      const withMoney = (policy: Scheme, money: Scheme['allocation']): Scheme => ({ ...policy, allocation: money, parameters: { ...policy.parameters, cap: { title: base.title, type: 'money', value: 300, overlay: 'any' } } });
      const scheme = withMoney(drawn, allocation);
      const changed = withMoney(Object.fromEntries(Object.entries({ ...drawn, ...Object.fromEntries(parts.map((part) => [part, other[part]])) }).filter(([, value]) => value !== undefined)) as unknown as Scheme, edits ? edited : allocation);
      const past = drawnCases.map((caseData, index): Case => ({ ...caseData, id: index === 4 ? 'p0' : `p${index}`, batch: { id: index % 3 === 0 ? 'a' : 'b' } }));
      const table = loadCases(scheme, past, { pools: { '*': { pool } }, also: [changed] });
      for (const [index, parameters] of changes.entries()) {
        const policy = index === 1 ? changed : scheme;
        expectSameAsAllocateBatch(simulateRun(table, { scheme: policy, parameters }, { flips: { limit: past.length } }).result, past, pool, [scheme, {}], [policy, parameters]);
      }
    }), { numRuns: 60 });
  });

  it.each(['directly', 'through a named condition', 'as the answer that chooses a line'] as const)('divides again where a cap reads the parameter %s, although the same cases take part with the same votes', (way) => {
    const large = { fact: 'households', operator: 'greaterThanInclusive', value: { fact: 'parameters', path: '$.large' } };
    const limit = { id: 'large', title: base.title, per: 'project', within: 'batch', amount: 100 };
    const cap = way === 'directly' ? { ...limit, when: large } : way === 'through a named condition' ? { ...limit, when: { condition: 'large' } } : { ...limit, answer: '/parameters/large', amount: 900, values: [{ is: 26, amount: 100 }] };
    const reading = {
      ...policy, allocation: { ...policy.allocation, caps: [cap] }, eligibility: { ...policy.eligibility, conditions: { large } },
      parameters: { ...policy.parameters, large: { title: base.title, type: 'integer', value: 90, overlay: 'any' } },
    } as unknown as Scheme;

    const { result } = simulateRun(loadCases(reading, cases, { pools }), { parameters: { large: 26 } }, { flips: { limit: cases.length } });

    expect(result.flips.total).toBeGreaterThan(0);
    for (const { id, money } of result.flips.page.items) {
      const batch = cases.filter((caseData) => caseData.batch?.['id'] === cases.find((each) => each.id === id)?.batch?.['id']);
      const pool = batch[0]?.batch?.['id'] === 'spring' ? 1800 : 1000;
      expect(money.after).toBe(allocateBatch(reading, batch, { calendar: chinaCalendar, parameters: { large: 26 }, pool }).decisions.find((decision) => decision.id === id)?.award);
    }
  });

  it('takes the awards over where a parameter turns something that leaves the same cases with the same scores and votes', () => {
    expect(simulate(loadCases(policy, cases.slice(2), { pools }), { parameters: { minHouseholds: 20 } }).recomputed).toMatchObject({ allocation: false });
  });

  it('gives nothing to a batch of which no money is known', () => {
    expect(simulate(loadCases(policy, cases, { pools: { spring: { pool: 1000000 } } }), {}).before.money).toBeGreaterThan(0);
    expect(simulate(loadCases(policy, cases, { pools: {} }), {}).before.money).toBe(0);
  });
});

describe('a simulation result', () => {
  const cases = Array.from({ length: 40 }, (_, index): Case => ({
    id: `c${index}`, submittedAt: '2026-03-01T10:00:00+08:00', applicant: { id: 'v', ...(index % 3 === 0 ? {} : { town: index % 3 === 1 ? 'east' : 'west' }) },
    answers: { households: index, amountRequested: 1000.01, category: 'road' },
    reviews: [{ stage: 'preliminary', outcome: 'forward' }, { stage: 'officeCheck', outcome: 'accept' }, { stage: 'publicity', outcome: 'confirm' }],
    meeting: { members, present: members.map(({ id }) => id), ballots: members.map(({ id }) => ({ member: id, choice: 'yes' })) },
  }));
  const run = simulateRun(loadCases(base, cases), { parameters: { minHouseholds: 25 } });

  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(run.result))).toEqual(run.result);
  });

  it('adds up money in fen, whole and by town, those without a town last', () => {
    expect(run.result.before.money).toBe(20000.2);
    expect(run.result.after.money).toBe(15000.15);
    expect(run.result.breakdown['town']).toEqual([
      { value: 'east', cases: 13, approved: { before: 6, after: 5 }, money: { before: 6000.06, after: 5000.05 }, better: 0, worse: 1, other: 0 },
      { value: 'west', cases: 13, approved: { before: 7, after: 5 }, money: { before: 7000.07, after: 5000.05 }, better: 0, worse: 2, other: 0 },
      { value: null, cases: 14, approved: { before: 7, after: 5 }, money: { before: 7000.07, after: 5000.05 }, better: 0, worse: 2, other: 0 },
    ]);
    expect(run.result.breakdown['category']?.map(({ value, cases: count }) => [value, count])).toEqual([['road', 40]]);
  });

  it('answers only what the change touches, and only cases whose eligibility it turned', () => {
    expect(run.result.recomputed).toEqual({ conditions: 1, requirements: ['enoughHouseholds'], thresholds: [], stages: false, allocation: false, cases: 5 });
  });

  it('gives flips in pages', () => {
    expect(run.flips({ offset: 3, limit: 1 })).toMatchObject({ offset: 3, total: 5, items: [{ id: 'c23' }] });
    expect(run.flips({ direction: 'better' })).toEqual({ offset: 0, total: 0, items: [] });
    expect(run.flips({ limit: 0 })).toMatchObject({ total: 5, items: [] });
  });

  it('says what is wrong with a value that is set, and simulates it as it is', () => {
    const { problems, after } = simulate(loadCases(base, cases), { parameters: { minHouseholds: 'many', unknown: 1 } });

    expect(problems.map(({ code }) => code)).toEqual(['scheme/parameter-value', 'scheme/unknown-parameter']);
    expect(after.outcomes.undetermined).toBe(40);
  });
});
