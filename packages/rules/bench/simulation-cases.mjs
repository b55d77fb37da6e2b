// The policy of the other rows as a scheme: its requirements, then its score card with a pass mark, then a committee of 24. Past cases are the same applications with a vote.
import { applications, seeded } from './applications.mjs';
import { parameters, policy } from './policy.mjs';

const text = (title) => ({ 'zh-CN': title });
const stage = (id, method, outcomes, more = {}) => ({ id, title: text(id), actor: { role: 'office' }, method, outcomes: outcomes.map(([outcome, kind, to]) => ({ id: outcome, title: text(outcome), kind, to })), ...more });
const parameter = (value, type, range = {}) => ({ title: text(type), type, value, overlay: 'any', ...range });
/** Type and range of the numbers, so that each of them has a slider. */
const numbers = { minHouseholds: ['integer', 0, 100], smallLimit: ['money', 0, 100_000], largeLimit: ['money', 0, 1_000_000], maxAmount: ['money', 0, 2_000_000], minOwnShare: ['decimal', 0, 1] };
const numberParameter = (key, value) => { const [type, minimum, maximum] = numbers[key]; return parameter(value, type, { minimum, maximum }); };

export const scheme = {
  formatVersion: 1, id: 'bench', version: '1.0.0', title: text('bench'), currency: 'CNY', calendar: { version: 'cn-2026.1' },
  organisation: { levels: [{ id: 'town', title: text('town') }], roles: [{ id: 'office', title: text('office'), level: 'town' }] },
  forms: [],
  parameters: {
    ...Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, typeof value === 'number' ? numberParameter(key, value) : parameter(value, 'date')])),
    passMark: parameter(60, 'decimal', { minimum: 0, maximum: 100 }), passRatio: parameter({ p: 1, q: 2 }, 'ratio'),
  },
  eligibility: policy.eligibility,
  scoring: { ...policy.scoring, passMark: { parameter: 'passMark' }, bands: [{ id: 'C', title: text('C'), below: 60 }, { id: 'B', title: text('B'), from: 60, below: 75 }, { id: 'A', title: text('A'), from: 75 }] },
  decisionTables: policy.decisionTables,
  stages: [
    stage('apply', 'application', [['submit', 'submit', 'check']]),
    stage('check', 'approval', [['accept', 'forward', 'expert'], ['reject', 'reject', 'rejected']]),
    stage('expert', 'score', [['good', 'forward', 'committee'], ['poor', 'reject', 'rejected']]),
    stage('committee', 'vote', [['passed', 'passed', 'approved'], ['failed', 'failed', 'notApproved']], { threshold: 'committee' }),
  ],
  thresholds: [{
    id: 'committee', title: text('committee'), base: 'entitled', op: '>', ratio: { parameter: 'passRatio' }, abstention: 'counts',
    quorum: { op: '>=', ratio: { p: 2, q: 3 }, base: 'entitled' }, tie: 'fail', secrecy: 'secret', recusal: [],
  }],
};

const MEMBERS = Array.from({ length: 24 }, (_, index) => `member-${index + 1}`);

/** Where requested amount, town and category of these cases stand. */
export const tableOptions = { amount: { fact: 'amount' }, breakdown: { town: { fact: 'town' }, category: { fact: 'category' } } };

/** Plain objects as a file of cases gives them: nothing in one is shared with another. */
export function cases(count, seed = 20261122) {
  const random = seeded(seed + 1);
  const whole = (from, to) => from + Math.floor(random() * (to - from + 1));
  return applications(count, seed).map(({ applicant, ...answers }, index) => {
    const present = whole(15, 24);
    const yes = whole(4, present);
    const no = whole(0, present - yes);
    return {
      id: `case-${seed}-${index}`, submittedAt: '2026-03-05T09:30:00+08:00', applicant: { id: `applicant-${index}`, ...applicant }, answers,
      reviews: [{ stage: 'check', outcome: random() < 0.97 ? 'accept' : 'reject', by: `clerk-${whole(1, 40)}` }],
      meeting: {
        members: MEMBERS.map((id) => ({ id })), present: MEMBERS.slice(0, present),
        counts: { issued: present, returned: present, yes, no, abstain: present - yes - no, void: 0 },
      },
    };
  });
}

/** The same policy where money is divided: by score, votes and households, at most so much for each project and a fifth of the pool for each town. */
export const dividingScheme = {
  ...scheme,
  parameters: { ...scheme.parameters, projectCap: { ...parameter(60_000, 'money', { minimum: 0, maximum: 500_000 }) } },
  allocation: {
    ranking: [{ by: 'score' }, { by: 'votes' }, { by: 'fact', fact: 'households' }], ties: [{ by: 'lot' }], whenShort: 'skip', perProjectCap: { parameter: 'projectCap' }, rounding: { unit: 100 },
    reads: { requested: '/amount', category: '/category' }, caps: [{ id: 'town', title: text('town'), per: 'answer', answer: '/town', share: { p: 1, q: 5 } }],
  },
};

/** Cases in batches of the same size, one after the other. */
export const inBatches = (list, batches) => list.map((caseData, index) => ({ ...caseData, batch: { id: `batch-${(index % batches) + 1}` } }));

/** Money for each batch: enough for most of those that take part. */
export const poolsFor = (count, batches) => ({ '*': { pool: Math.round((count / batches) * 2500) } });

const steps = (from, step, count) => Array.from({ length: count }, (_, index) => from + step * index);

/** Changes of one parameter each, every value another one, so that nothing can be remembered from the change before. */
export const sweeps = [
  { parameter: 'minHouseholds', values: steps(10, 1, 41).filter((value) => value !== 20) },
  { parameter: 'largeLimit', values: steps(200000, 7000, 41) },
  { parameter: 'minOwnShare', values: steps(0.01, 0.01, 40) },
  { parameter: 'passMark', values: steps(40, 0.7, 40) },
  { parameter: 'passRatio', values: steps(20, 1, 40).map((p) => ({ p, q: 81 })) },
];
