import fc from 'fast-check';
import type { Case, ConflictGround, Meeting, Scheme, Stage, Threshold } from '@cobuild/core';
import { applicant, members, scheme as base, threshold, withThreshold } from './case-scheme.js';
import { anyFacts, conditionsWithNames } from './condition-arbitraries.js';

/** Random schemes and cases for what has to come out the same in columns and case by case. */

const text = base.title;
const ratio = fc.record({ p: fc.integer({ min: 0, max: 4 }), q: fc.integer({ min: 1, max: 4 }) });
const grounds: readonly ConflictGround[] = ['sameUnit', 'sameTown', 'superior', 'kin', 'tookPart', 'personalStake'];
const households = { fact: 'households', operator: 'greaterThanInclusive', value: 20 };

const anyThreshold = fc.record({
  base: fc.constantFrom('appointed', 'entitled', 'present', 'valid', 'present', 'valid', 'entitled', 'UNDECIDED'), op: fc.constantFrom('>', '>='), ratio,
  abstention: fc.constantFrom('counts', 'excluded'), tie: fc.constantFrom('fail', 'revote', 'chair', 'lot', 'secondKey'), secrecy: fc.constantFrom('open', 'secret'),
  quorum: fc.oneof(fc.constant('none'), fc.record({ op: fc.constantFrom('>', '>='), ratio, base: fc.constantFrom('appointed', 'entitled') })),
  recusal: fc.oneof(fc.subarray([...grounds]), fc.constant([]), fc.constant(['kin']), fc.constantFrom('UNDECIDED', ['sameTown'])), rounds: fc.integer({ min: 1, max: 2 }), secondKey: fc.constant(households),
}, { requiredKeys: [] }) as unknown as fc.Arbitrary<Partial<Threshold>>;

const ids = members.map(({ id }) => id).concat('stranger');
const someIds = fc.uniqueArray(fc.constantFrom(...ids));
const counts = fc.record({ issued: fc.nat(6), returned: fc.nat(6), yes: fc.nat(4), no: fc.nat(4), abstain: fc.nat(2), void: fc.nat(2) });
const soundCounts = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(1)).map(([yes, no, abstain]) => ({ issued: yes + no + abstain, returned: yes + no + abstain, yes, no, abstain, void: 0 }));
const tied = ids.slice(0, 4).map((member, index) => ({ member, choice: index % 2 === 0 ? 'yes' : 'no' }));
const related = [...members, { id: 'm7', unit: 'village-7' }, { id: 'm1', town: 'hecheng' }, { id: 'm8', relations: [{ ground: 'kin', to: 'head-3' }, { ground: 'superior', to: 'village-7' }] }];

const meeting = fc.record({
  members: fc.constantFrom(members, related), present: fc.oneof({ weight: 5, arbitrary: fc.constant(ids) }, someIds), recused: someIds.map((list) => list.slice(0, 2).map((member) => ({ member }))),
  ballots: fc.oneof(fc.constant(tied), fc.constant(tied.slice(0, 3)), fc.array(fc.record({ member: fc.constantFrom(...ids), choice: fc.constantFrom('yes', 'yes', 'no', 'abstain', 'void') }), { maxLength: 8 })),
  counts: fc.oneof(counts, soundCounts), castingVote: fc.constantFrom('yes', 'no'), round: fc.integer({ min: 1, max: 3 }),
  lot: fc.record({ seed: fc.constantFrom('a', 'b'), drawn: fc.constantFrom('yes', 'no') }, { requiredKeys: [] }),
  conflicts: fc.array(fc.record({ member: fc.constantFrom(...ids), ground: fc.constantFrom(...grounds), kind: fc.constant('declared') }), { maxLength: 2 }),
}, { requiredKeys: ['members', 'present', 'ballots'] }) as unknown as fc.Arbitrary<Meeting>;

const outcomes = base.stages.flatMap((stage) => stage.outcomes.map(({ id }) => ({ stage: stage.id, outcome: id })));
const forwarded = [{ stage: 'preliminary', outcome: 'forward', by: 'u1' }, { stage: 'officeCheck', outcome: 'accept', by: 'u2' }];
const byAnyone = fc.record({ by: fc.constantFrom('u1', 'u2', 'u3'), role: fc.constantFrom('office', 'townReviewer') }, { requiredKeys: [] });
const reviews = fc.oneof(
  fc.constant(forwarded), fc.constant(forwarded), fc.constant(forwarded.slice(0, 1)), fc.constant([...forwarded, { stage: 'publicity', outcome: 'confirm' }]),
  fc.array(fc.tuple(fc.constantFrom(...outcomes, { stage: 'nowhere', outcome: 'x' }), byAnyone).map(([review, who]) => ({ ...review, ...who })), { maxLength: 6 }),
);
const override = fc.oneof(
  fc.record({ outcome: fc.constant('eligible'), reason: fc.constant('x'), by: fc.constantFrom('u1', 'u2'), second: fc.constant('u2') }),
  fc.record({ stage: fc.constantFrom('officeCheck', 'preliminary'), outcome: fc.constantFrom('accept', 'forward', 'reject'), reason: fc.constant('x'), by: fc.constantFrom('u1', 'u2'), second: fc.constant('u2') }),
);
const marks = fc.array(fc.record({ criterion: fc.constantFrom('effect', 'plan'), mark: fc.constantFrom(0, 3, 7.5, 10, 11) }), { maxLength: 2 });
const sheet = fc.record({ reviewer: fc.constantFrom('u1', 'u2', 'u3'), submitted: fc.boolean(), stage: fc.constantFrom('officeCheck', 'preliminary'), marks, unit: fc.constantFrom('village-7', 'x') }, { requiredKeys: ['reviewer', 'marks'] });
const amountAnswers = fc.record({
  households: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 18, max: 30 }) }, fc.constantFrom(null, '', '20', [20])), amountRequested: fc.constantFrom(1000, 0.1, 199.99, 50000, 100, 500, 'much'), category: fc.constantFrom('road', 'lamp', 3, 'road', ''),
}, { requiredKeys: ['households', 'amountRequested'] });

/** Cases as they come: complete, half filled in, of the wrong types, withdrawn, returned, with votes of every kind. */
export const anyCase: fc.Arbitrary<Case> = fc.record({
  answers: fc.oneof(anyFacts, amountAnswers, amountAnswers, amountAnswers), reviews, meeting, withdrawn: fc.integer({ max: 7 }).map((drawn) => drawn === 7), town: fc.constantFrom('hecheng', 'yanghe', undefined), facts: fc.constantFrom(undefined, {}, { n1: 3, households: 21 }),
  overrides: fc.array(override, { maxLength: 2 }), evidence: fc.array(fc.record({ kind: fc.constantFrom('visit', 'hearing'), stage: fc.constantFrom('officeCheck', 'preliminary') }), { maxLength: 3 }),
  scores: fc.array(sheet, { maxLength: 3 }), id: fc.constantFrom('case-1', 'case-2', 'case-3'),
}, { requiredKeys: ['answers', 'id', 'reviews', 'town', 'withdrawn'] }).map(({ answers, withdrawn, town, facts, ...rest }) => ({
  submittedAt: '2026-03-01T23:30:00+08:00', answers, applicant: { ...applicant, persons: [{ id: 'head-3' }], ...(town === undefined ? {} : { town }) }, ...(facts === undefined ? {} : { facts }), ...rest,
  ...(withdrawn === true ? { events: [{ type: 'withdrawn' }] } : {}),
}) as unknown as Case);

const scoring = (kind: 'facts' | 'sheets', weight: number, passMark: number | undefined) => ({
  criteria: kind === 'sheets'
    ? [{ id: 'effect', title: text, weight: 60, maximum: 10 }, { id: 'plan', title: text, weight: 40, maximum: 10 }]
    : [
      { id: 'reach', title: text, weight, maximum: 10, byFact: { fact: 'households', bands: [{ below: 20, mark: 1 }, { from: 20, below: 21, mark: 7 }, { from: 21, mark: 9 }] } },
      { id: 'cost', title: text, weight: 100 - weight, maximum: 3, byFact: { fact: 'amountRequested', bands: [{ below: 199.99, mark: 3 }, { from: 199.99, below: 1000, mark: 2 }], otherwise: 1 } },
      { id: 'kind', title: text, kind: 'bonus', weight: 5, maximum: 5, byFact: { fact: 'category', bands: [{ in: ['road', 3], mark: 5 }], otherwise: 0 } },
    ],
  bands: [{ id: 'low', title: text, below: 60 }, { id: 'high', title: text, from: 60 }], ...(passMark === undefined ? {} : { passMark }),
});

const table = (limit: number) => ({
  id: 'route', title: text, hitPolicy: 'first', inputs: [{ id: 'amount', title: text, fact: 'amountRequested' }, { id: 'category', title: text, fact: 'category' }], outputs: [{ id: 'outcome', title: text }],
  rows: [
    { id: 'small', inputs: { amount: { below: limit } }, outputs: { outcome: 'accept' } }, { id: 'road', inputs: { amount: { from: limit }, category: { in: ['road'] } }, outputs: { outcome: 'toTown' } },
    { id: 'lamp', inputs: { category: { in: ['lamp'] } }, outputs: { outcome: limit > 500 ? 'refuse' : 'UNDECIDED' } },
  ],
});

const refusal: Stage['outcomes'][number] = { id: 'refuse', title: text, kind: 'reject', to: 'rejected' };

/** What the office's stage may be, beside the checklist that it is. */
const officeCheck = fc.constantFrom<Partial<Stage>>(
  {}, {}, { method: 'rule', condition: households }, { method: 'rule', table: 'route' }, { method: 'score' }, { method: 'score' },
  { method: 'approval', approvals: { minimum: 2, order: 'parallel' } }, { evidence: [{ id: 'visit', title: text, minimum: 1 }] }, { requires: [{ id: 'gate', title: text, record: 'hearing' }] } as Partial<Stage>,
);

/** Schemes whose requirements, vote rule, stages, score card and table differ. */
export const anyScheme: fc.Arbitrary<Scheme> = fc.record({
  rules: conditionsWithNames, usual: fc.boolean(), none: fc.constantFrom(true, true, false), change: anyThreshold, office: officeCheck, survives: fc.constantFrom('all', 'none'), host: fc.boolean(),
  card: fc.constantFrom<'facts' | 'sheets' | undefined>('facts', 'sheets', undefined), weight: fc.constantFrom(30, 33.3, 60), passMark: fc.constantFrom(undefined, 50, 70.5), limit: fc.constantFrom(200, 1000),
}).map(({ rules, usual, none, change, office, survives, host, card, weight, passMark, limit }) => {
  const parameter = { fact: 'parameters', path: '$.minHouseholds', operator: 'lessThanInclusive', value: { fact: 'households' } };
  const own = rules.conditions.map((conditions, index) => ({ id: `rule-${index}`, title: text, reason: text, conditions: index === 0 ? { any: [conditions, parameter] } : conditions }));
  return {
    ...withThreshold(change),
    eligibility: { rules: [...(usual ? base.eligibility.rules : []), ...(none ? [] : own)], conditions: rules.named, ...(host ? { hostFacts: [{ id: 'n1', title: text, type: 'number' }] } : {}) },
    stages: base.stages.map((stage) => (stage.id === 'officeCheck' ? { ...stage, ...office, outcomes: [...stage.outcomes, refusal] } : stage.id === 'preliminary' ? { ...stage, survivesReturn: survives } : stage)),
    decisionTables: [table(limit)], ...(card === undefined ? {} : { scoring: scoring(card, weight, passMark) }),
  } as unknown as Scheme;
});

const rankKey = fc.constantFrom({ by: 'score' }, { by: 'votes' }, { by: 'votes', order: 'ascending' }, { by: 'fact', fact: 'households' }, { by: 'fact', fact: 'amountRequested', order: 'ascending' });
const someYuan = fc.constantFrom(100, 250.5, 800, 'UNDECIDED');
const readsParameter = { fact: 'households', operator: 'greaterThan', value: { fact: 'parameters', path: '$.minHouseholds' } };
const cap = fc.record({
  title: fc.constant(text), per: fc.constantFrom('project', 'town', 'category', 'all', 'applicant'), within: fc.constantFrom('batch', 'year'), amount: someYuan, category: fc.constantFrom('road', 'lamp'), when: fc.constantFrom(households, readsParameter),
}, { requiredKeys: ['title', 'per', 'within', 'amount'] });

/** How money is divided, with settings that are open, caps that read facts and parameters, and ties. */
export const anyAllocation: fc.Arbitrary<NonNullable<Scheme['allocation']>> = fc.record({
  ranking: fc.array(rankKey, { minLength: 1, maxLength: 3 }), ties: fc.constantFrom('UNDECIDED', [{ by: 'lot' }], [{ by: 'key', key: { by: 'votes' } }, { by: 'lot' }]),
  whenShort: fc.constantFrom('skip', 'stop', 'partFund', 'waitingList', 'UNDECIDED'), perProjectCap: fc.constantFrom({ parameter: 'cap' }, { parameter: 'cap' }, 500), rounding: fc.record({ unit: fc.constantFrom(0.01, 1, 10) }),
  caps: fc.array(cap, { maxLength: 2 }).map((caps) => caps.map((item, index) => ({ ...item, id: `c${index}` }))),
}, { requiredKeys: ['whenShort'] }) as unknown as fc.Arbitrary<NonNullable<Scheme['allocation']>>;

export { base as plainScheme, members, threshold };
