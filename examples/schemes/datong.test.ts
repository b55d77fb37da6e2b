import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case, Cycle, Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import type { CycleEvent } from '@cobuild/rules';
import { checkWork, computePay, cycleState, decide, findCaseProblems, grade } from '@cobuild/rules';
import { describe, expect, it } from 'vitest';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const load = (name: string): Scheme => {
  const { scheme, problems } = loadSchemeFolder(path(name));
  if (scheme === undefined) throw new Error(JSON.stringify(problems));
  return scheme;
};
const readCases = (name: string): Case[] => readFileSync(path(`${name}/cases.jsonl`), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Case);
const outcomes = (scheme: Scheme, cases: readonly Case[]): string[] => cases.map((item) => decide(scheme, item, { calendar: chinaCalendar }).outcome);
const problemsOf = (scheme: Scheme, cases: readonly Case[]): string[] => cases.flatMap((item) => findCaseProblems(scheme, item).map(({ pointer, message }) => `${item.id} ${pointer} ${message}`));
const answersSchema = (scheme: Scheme, form: string): { properties: Record<string, { enum?: unknown[]; maximum?: number }>; required: string[] } =>
  scheme.forms.find(({ id }) => id === form)?.schema as ReturnType<typeof answersSchema>;
/** What a case says beside its own format, `x-cycle`. */
const own = <Value>(item: Case, key: `x-${string}`): Value | undefined => (item as unknown as Record<string, Value>)[key];

/** A part of a scheme with its parameters put in. */
function put<Part>(scheme: Scheme, part: Part): Part {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object') return value;
    const { parameter } = value as { parameter?: string };
    return parameter === undefined ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)])) : scheme.parameters[parameter]?.value;
  };
  return walk(part) as Part;
}

describe('datong-sites', () => {
  const base = load('datong-sites');
  const cycle = (scheme: Scheme): Cycle => {
    const [first] = scheme.cycles ?? [];
    if (first === undefined) throw new Error('no cycle');
    return put(scheme, first);
  };

  it('D1: has two belts', () => {
    expect(answersSchema(base, 'application').properties['belt']?.enum).toEqual(['roadBelt', 'highwayBelt', 'none']);
  });

  it('D2: one year to create, two years’ commendation, three years as a model', () => {
    expect(cycle(base).phases.map(({ id, duration }) => [id, duration])).toEqual([
      ['create', { amount: 1, unit: 'year' }], ['commend', { amount: 2, unit: 'year' }], ['model', { amount: 3, unit: 'year' }],
    ]);
  });

  it.each<[string, string, string | undefined]>([
    ['2014-03-03', 'running', 'create'], ['2015-02-20', 'running', 'commend'], ['2017-02-20', 'running', 'commend'], ['2017-02-21', 'running', 'model'], ['2020-02-20', 'running', 'model'], ['2020-02-21', 'ended', undefined],
  ])('D2: a site begun on 3 March 2014 and accepted on 20 February 2015 is on %s %s in %s', (today, outcome, phase) => {
    const state = cycleState(cycle(base), [{ kind: 'start', on: '2014-03-03' }, { kind: 'accept', on: '2015-02-20' }], today);
    expect([state.outcome, outcome === 'ended' ? undefined : state.phase]).toEqual([outcome, phase]);
  });

  it.each([['2015-03-03', 'running'], ['2015-03-04', 'overdue']])('D2: without acceptance it is %s: %s', (today, outcome) => {
    expect(cycleState(cycle(base), [{ kind: 'start', on: '2014-03-03' }], today).outcome).toBe(outcome);
  });

  it('D2: a year from 29 February ends on the last of February', () => {
    expect(cycleState(cycle(base), [{ kind: 'start', on: '2016-02-29' }], '2016-03-01').until).toBe('2017-02-28');
  });

  it('D4: has joint hosts, and keeps phones to itself', () => {
    const joint = readCases('datong-sites').filter(({ answers }) => answers['isJoint'] === true);
    expect(joint.map(({ id }) => id)).toEqual(['shared-centre']);
    const { fields = {} } = base.forms[0] ?? {};
    expect([fields['/volunteers/*/name']?.publish, fields['/volunteers/*/phone']?.publish, fields['/contactPhone']?.publish]).toEqual(['masked', 'never', 'never']);
  });
});

describe('datong-sites-demo', () => {
  const demo = load('datong-sites-demo');
  const cases = readCases('datong-sites-demo');
  const [cycle] = (demo.cycles ?? []).map((item) => put(demo, item));
  const events = (item: Case): readonly CycleEvent[] => own<CycleEvent[]>(item, 'x-cycle') ?? [];

  it('D3: 20 sites are built, on both belts', () => {
    const found = outcomes(demo, cases);
    const built = cases.filter((_, index) => found[index] === 'approved');
    expect(built).toHaveLength(20);
    expect(new Set(built.map(({ answers }) => answers['belt']))).toEqual(new Set(['roadBelt', 'highwayBelt', 'none']));
    expect(new Set(found)).toEqual(new Set(['approved', 'notApproved', 'pending']));
  });

  it('marks every site as invented, and each fits the forms', () => {
    expect(cases.filter(({ provenance }) => provenance?.kind !== 'invented')).toEqual([]);
    expect(problemsOf(demo, cases)).toEqual([]);
  });

  it('D2: on the day of the report sites are in every phase, and one was withdrawn with a reason', () => {
    if (cycle === undefined) throw new Error('no cycle');
    const states = cases.flatMap((item) => (events(item).length === 0 ? [] : [cycleState(cycle, events(item), '2016-08-25')]));
    expect(states.flatMap(({ problems }) => problems)).toEqual([]);
    expect(new Set(states.map(({ outcome, phase }) => (outcome === 'withdrawn' ? outcome : phase)))).toEqual(new Set(['create', 'commend', 'model', 'withdrawn']));
  });

  it.each([[3, 'notMet'], [4, 'met'], [5, 'met']])('accepts a site with %i of five items: %s', (met, outcome) => {
    const [check] = (demo.evaluation?.checks ?? []).map((item) => put(demo, item));
    if (check === undefined) throw new Error('no check');
    expect(checkWork(check, Object.fromEntries(check.items.map(({ id }, index) => [id, { met: index < met }]))).outcome).toBe(outcome);
  });

  it.each<[string, readonly CycleEvent[], string, string | undefined]>([
    ['may be renewed from three months before the end', [], '2019-11-20', 'open'],
    ['may not be renewed before', [], '2019-11-19', 'notOpen'],
    ['is renewed once only', [{ kind: 'renew', on: '2020-01-10' }], '2022-12-31', undefined],
  ])('%s', (_, more, today, state) => {
    if (cycle === undefined) throw new Error('no cycle');
    const { due } = cycleState(cycle, [{ kind: 'start', on: '2014-03-03' }, { kind: 'accept', on: '2015-02-20' }, ...more], today);
    expect(due.find(({ kind }) => kind === 'renewal')?.state).toBe(state);
  });
});

describe('datong-secretaries', () => {
  const base = load('datong-secretaries');
  const cases = readCases('datong-secretaries');

  it('D6: keeps sitting duty, sign-in, leave and whereabouts, targets, pay and prospects', () => {
    expect(answersSchema(base, 'monthSheet').required).toEqual(expect.arrayContaining(['workDays', 'presentDays', 'leaveDays', 'whereabouts', 'targets', 'normsKept']));
    expect([base.evaluation?.pay?.length, base.evaluation?.gradings?.length]).toEqual([1, 1]);
  });

  it.each([[-1, 1], [0, 0], [9, 0], [10, 0], [11, 1]])('D6.2: ten norms: %i kept gives %i problems', (normsKept, problems) => {
    expect(problemsOf(base, cases.map((item) => ({ ...item, answers: { ...item.answers, normsKept } })))).toHaveLength(problems);
  });

  it('D6.3: has three bands, of which one amount is stated: 3,129 yuan a month, 37,548 a year', () => {
    const [part] = base.evaluation?.pay?.[0]?.parts ?? [];
    if (part?.kind !== 'bands') throw new Error('no bands');
    expect(put(base, part.bands).map(({ amount }) => amount)).toEqual([3129, 'UNDECIDED', 'UNDECIDED']);
    expect(computePay(put(base, { id: 'year', title: { 'zh-CN': '一年' }, parts: [{ id: 'one', title: { 'zh-CN': '一档' }, kind: 'fixed', amount: { parameter: 'bandOnePay' }, times: 12 }] }), {}).total).toBe(37_548);
  });

  it('D6.4: chooses one secretary per township', () => {
    expect(put(base, base.evaluation?.gradings?.[0]?.grades[0]?.places)).toEqual({ count: 1 });
  });
});

describe('datong-secretaries-demo', () => {
  const demo = load('datong-secretaries-demo');
  const cases = readCases('datong-secretaries-demo');
  const settlements = cases.flatMap(({ id, reviews = [] }) => reviews.flatMap(({ answers }) => (answers === undefined ? [] : [{ id, answers: answers as { evaluationScore: number; band: string } }])));

  it('marks every sheet as invented, and each fits the forms', () => {
    expect(cases.filter(({ provenance }) => provenance?.kind !== 'invented')).toEqual([]);
    expect(problemsOf(demo, cases)).toEqual([]);
    expect(outcomes(demo, cases).filter((outcome) => outcome === 'approved')).toHaveLength(settlements.length);
  });

  it('D6.3: pays what the band says, 3,129 yuan in band one', () => {
    const [rule] = demo.evaluation?.pay ?? [];
    if (rule === undefined) throw new Error('no pay rule');
    const amounts = { one: 3129, two: 2700, three: 2300 } as Record<string, number>;
    expect(new Set(settlements.map(({ answers }) => answers.band))).toEqual(new Set(Object.keys(amounts)));
    for (const { answers } of settlements) expect(computePay(put(demo, rule), answers).total).toBe(amounts[answers.band]);
  });

  it('D6.4: one of each township comes first over the months', () => {
    const [grading] = (demo.evaluation?.gradings ?? []).map((item) => put(demo, item));
    if (grading === undefined) throw new Error('no grading');
    const towns = [...new Set(cases.map(({ applicant }) => applicant.town))];
    const chosen = towns.map((town) => {
      const people = [...new Set(cases.filter(({ applicant }) => applicant.town === town).map(({ applicant }) => applicant.id))];
      const score = (person: string): number => settlements.filter(({ id }) => cases.some((item) => item.id === id && item.applicant.id === person)).reduce((sum, { answers }) => sum + answers.evaluationScore, 0);
      return grade(grading, people.map((id) => ({ id, score: score(id) }))).items.filter((item) => item.grade === 'temporaryPost').length;
    });
    expect(chosen).toEqual([1, 1, 1]);
  });
});

describe('datong-express', () => {
  const base = load('datong-express');

  it('D5: a wish is handed in, dispatched, delivered, handled with a reply, and rated', () => {
    expect(base.stages.map(({ id, actor }) => [id, actor.role])).toEqual([
      ['parcel', 'sender'], ['dispatch', 'stationClerk'], ['deliver', 'courier'], ['handle', 'departmentHandler'], ['rate', 'sender'],
    ]);
  });

  it('D5.1: comes by the station and the micro-site; couriers are of three kinds', () => {
    expect(answersSchema(base, 'parcel').properties['channel']?.enum).toEqual(['station', 'microSite']);
    expect(answersSchema(base, 'dispatch').properties['courierKind']?.enum).toEqual(['servingMember', 'pairedUnit', 'bigCommittee']);
  });

  it('leaves every time limit open', () => {
    const limits = base.stages.flatMap(({ deadline }) => (deadline === undefined ? [] : [put(base, deadline)]));
    expect(limits).toEqual(['UNDECIDED', 'UNDECIDED', 'UNDECIDED', 'UNDECIDED']);
  });

  it('shows neither phone nor text of a wish', () => {
    const { fields = {} } = base.forms[0] ?? {};
    expect(['/text', '/senderPhone', '/senderName', '/place'].map((pointer) => fields[pointer]?.publish)).toEqual(['never', 'never', 'masked', 'masked']);
  });
});

describe('datong-express-demo', () => {
  const demo = load('datong-express-demo');
  const cases = readCases('datong-express-demo');

  it('marks every parcel as invented, and each fits the forms', () => {
    expect(cases.filter(({ provenance }) => provenance?.kind !== 'invented')).toEqual([]);
    expect(problemsOf(demo, cases)).toEqual([]);
  });

  it('D5: holds parcels at every step, 18 of 24 of them closed with a reply and a rating', () => {
    const decisions = cases.map((item) => decide(demo, item, { calendar: chinaCalendar }));
    expect(decisions.filter(({ outcome }) => outcome === 'approved')).toHaveLength(18);
    expect(new Set(decisions.filter(({ outcome }) => outcome === 'pending').map(({ stage }) => stage))).toEqual(new Set(['parcel', 'dispatch', 'deliver', 'handle', 'rate']));
    const ratings = cases.flatMap(({ reviews = [] }) => reviews.flatMap(({ stage, answers }) => (stage === 'rate' ? [Number(answers?.['satisfaction'])] : [])));
    expect([ratings.length, Math.min(...ratings), Math.max(...ratings)]).toEqual([19, 1, 5]);
  });
});
