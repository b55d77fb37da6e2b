import { readFileSync } from 'node:fs';
import type { Allocation, Calendar, Case, Scheme, SchemeFiles, Threshold } from '@cobuild/core';
import { chinaCalendar, valueAt, withValueAt } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import type { OwnOperator } from '../src/index.js';
import {
  allocate, appendEvent, checkScheme, conditionSentence, createSimulation, decide, decisionSummary, describeCondition, explainDecision, explanationSentences, factWords, findUnpinned, foldCase, nearestChange, pinningProblems, publishScheme,
  recomputeDecision, runSchemeTests, traceCondition,
} from '../src/index.js';
import { decideWithJsonRulesEngine } from '../src/json-rules-engine/index.js';
import { members, threshold } from './case-scheme.js';

const calendar: Calendar = chinaCalendar;
const words = { must: { 'zh-CN': '须在{wanted.0}到{wanted.1}之间', en: 'must be from {wanted.0} to {wanted.1}' }, is: { 'zh-CN': '在{wanted.0}到{wanted.1}之间', en: 'from {wanted.0} to {wanted.1}' } };
const limits = (wanted: unknown): readonly number[] => (Array.isArray(wanted) ? (wanted as number[]) : []);
const withinRange: OwnOperator = { name: 'withinRange', accepts: ['number'], wants: 'listOf', compare: (found, wanted) => limits(wanted).length === 2 && Number(found) >= Number(limits(wanted)[0]) && Number(found) <= Number(limits(wanted)[1]) };
const startsWith: OwnOperator = { name: 'startsWith', accepts: ['text'], wants: 'same', compare: (found, wanted) => String(found).startsWith(String(wanted)) };
const operators = [withinRange, startsWith];
const inWords = [{ ...withinRange, words }, startsWith];

const base = JSON.parse(readFileSync(new URL('./broken-schemes/base/scheme.json', import.meta.url), 'utf8')) as Scheme;
const text = (zh: string): { 'zh-CN': string } => ({ 'zh-CN': zh });
const application = (households: unknown, category = 'road', level = 'village'): Case => ({ id: 'a', submittedAt: '2026-03-05T09:30:00+08:00', applicant: { id: 'v1', level }, answers: { households, category, meetingOn: '2026-03-01', lines: [{ item: '沙石', amount: 5 }], uses: ['works'] } });

/** From ten to thirty households; the category opens the way at a stage that settles itself. */
const document: Scheme = {
  ...base, parameters: {},
  eligibility: { conditions: { fits: { fact: 'households', operator: 'withinRange', value: [10, 30] } }, rules: [{ id: 'range', title: text('受益户数'), reason: text('受益户数不在范围内。'), conditions: { all: [{ condition: 'fits' }] } }] },
  stages: [
    { id: 'apply', title: text('申报'), actor: { role: 'secretary' }, method: 'application', form: 'application', outcomes: [{ id: 'submit', title: text('提交'), kind: 'submit', to: 'route' }] },
    {
      id: 'route', title: text('自动核对'), actor: { role: 'reviewer' }, method: 'rule', condition: { fact: 'category', operator: 'startsWith', value: 'ro' },
      outcomes: [{ id: 'pass', title: text('通过'), kind: 'forward', to: 'approved' }, { id: 'reject', title: text('不通过'), kind: 'reject', to: 'rejected' }],
    },
  ],
  tests: [
    ...[9, 31].map((households) => ({ id: `h${households}`, description: '范围以外', case: application(households), expect: { outcome: 'ineligible' as const, reasons: ['range'] } })),
    ...[10, 30].map((households) => ({ id: `h${households}`, description: '范围以内', case: application(households), expect: { outcome: 'approved' as const } })),
    { id: 'water', description: '另一类', case: application(20, 'water'), expect: { outcome: 'rejected' } },
  ],
};
const files = (scheme: unknown): SchemeFiles => ({ read: (path) => (path === 'scheme.json' ? JSON.stringify(scheme) : undefined) });
const loaded = (own: readonly OwnOperator[] | undefined, scheme: unknown = document): ReturnType<typeof checkScheme> => checkScheme(files(scheme), own === undefined ? {} : { operators: own });
const scheme = ((): Scheme => {
  const { scheme: made, problems } = loaded(operators);
  if (made === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  return made;
})();
const codes = (own: readonly OwnOperator[] | undefined, change: unknown = document): unknown => loaded(own, change).problems.filter(({ severity }) => severity !== 'info').map(({ code, pointer }) => [code, pointer]);
const fits = '/eligibility/conditions/fits';
const route = '/stages/1/condition/operator';

describe('a scheme with operators of the host', () => {
  it('loads where they are handed in, without an error or a warning', () => {
    expect(codes(operators)).toEqual([]);
  });

  it('has unknown operators where they are not, with the nearest name', () => {
    expect(codes(undefined)).toEqual([['scheme/unknown-operator', `${fits}/operator`], ['scheme/unknown-operator', route]].sort());
    const { problems } = loaded(operators, withValueAt(document, `${fits}/operator`, 'not:withinRanges'));
    expect(problems.find(({ code }) => code === 'scheme/unknown-operator')?.params).toMatchObject({ nearest: 'not:withinRange', known: expect.arrayContaining(['equal', 'withinRange', 'startsWith']) as unknown });
  });

  it.each([
    ['a fact of another type', withValueAt(document, '/stages/1/condition/fact', 'households'), 'scheme/operator-does-not-fit'],
    ['an item of another type', withValueAt(document, '/stages/1/condition', { fact: 'lines', path: '$[*].amount', operator: 'someFact:startsWith', value: 'ro' }), 'scheme/operator-does-not-fit'],
    ['a value that is no list', withValueAt(document, `${fits}/value`, 10), 'scheme/value-does-not-fit'],
    ['a list of other values', withValueAt(document, `${fits}/value`, [10, 'thirty']), 'scheme/value-does-not-fit'],
  ])('is told of %s', (_, change, code) => {
    expect(loaded(operators, change).problems.map((problem) => problem.code)).toContain(code);
  });

  it('lets an operator read any value of its own', () => {
    const free: OwnOperator = { name: 'near', accepts: ['number'], wants: 'any', compare: () => true };
    const change = withValueAt(withValueAt(document, `${fits}/operator`, 'near'), `${fits}/value`, { town: 'hecheng', km: 3 });
    expect(codes([free, startsWith], change)).toEqual([]);
  });

  it('has nothing concluded about what they answer', () => {
    const both = withValueAt(document, '/eligibility/rules/0/conditions/all', [{ fact: 'households', operator: 'withinRange', value: [10, 30] }, { fact: 'households', operator: 'withinRange', value: [90, 99] }]);
    expect(codes(operators, withValueAt(both, '/eligibility/conditions', {}))).toEqual([]);
  });

  it('refuses an operator that would hide another', () => {
    expect(() => loaded([{ ...withinRange, name: 'equal' }])).toThrow(TypeError);
  });

  it('runs its tests with them and fails them without', () => {
    expect(runSchemeTests(scheme, { calendar, operators }).map(({ passed }) => passed)).toEqual([true, true, true, true, true]);
    expect(runSchemeTests(scheme, { calendar }).some(({ passed }) => passed)).toBe(false);
  });

  it('is published with them only', () => {
    expect(publishScheme(files(document), { calendar, operators }).published?.id).toBe('base');
    expect(publishScheme(files(document), { calendar }).published).toBeUndefined();
  });

  it('pins what stands beside them by its tests', () => {
    const beside = withValueAt(document, '/eligibility/rules/0/conditions/all/1', { fact: 'households', operator: 'lessThan', value: 31 }) as Scheme;
    const limit = '/eligibility/rules/0/conditions/all/1/value';
    const found = findUnpinned(beside, { calendar, operators });
    expect(found.find(({ pointer }) => pointer === limit)?.unnoticed).toEqual([32]);
    expect(pinningProblems({ scheme: beside, locate: (pointer) => ({ document: 'scheme.json', pointer, line: 1, column: 1 }) }, { calendar, operators }).map(({ pointer }) => pointer)).toEqual(found.map(({ pointer }) => pointer));
  });
});

describe('a case under operators of the host', () => {
  it.each([[9, 'ineligible'], [10, 'approved'], [30, 'approved'], [31, 'ineligible'], ['', 'undetermined']])('with %j households is %s', (households, outcome) => {
    expect(decide(scheme, application(households), { calendar, operators }).outcome).toBe(outcome);
  });

  it('is refused by the condition of a stage', () => {
    expect(decide(scheme, application(20, 'water'), { calendar, operators })).toMatchObject({ outcome: 'rejected', reasons: ['reject'] });
  });

  it('is recomputed from its trace with them, and without them by what the trace says, which is told', () => {
    for (const [households, category] of [[20, 'road'], [31, 'road'], [20, 'water'], ['', 'road']] as const) {
      const { trace, outcome, stage } = decide(scheme, application(households, category), { calendar, operators });
      const written = JSON.parse(JSON.stringify(trace)) as typeof trace;
      const again = recomputeDecision(written, { operators });
      expect(again).toMatchObject({ outcome, stage });
      expect(again).not.toHaveProperty('notRecomputed');
      expect(recomputeDecision(written)).toMatchObject({ outcome, stage });
    }
    expect(recomputeDecision(decide(scheme, application(20), { calendar, operators }).trace).notRecomputed).toEqual(['withinRange', 'startsWith']);
    const { trace } = decide(scheme, application(31), { calendar, operators });
    const changed = JSON.parse(JSON.stringify(trace).replace(/"found":31/g, '"found":30')) as typeof trace;
    expect(recomputeDecision(changed, { operators }).eligibility).toBe('eligible');
  });

  it('has its tie broken by a second key', () => {
    const tied: Threshold = { ...threshold, op: '>=', tie: 'secondKey', secondKey: { fact: 'households', operator: 'not:withinRange', value: [10, 19] }, recusal: [] };
    const vote = { id: 'route', title: text('表决'), actor: { role: 'reviewer' }, method: 'vote', threshold: tied.id, outcomes: [{ id: 'passed', title: text('通过'), kind: 'passed', to: 'approved' }, { id: 'failed', title: text('不通过'), kind: 'failed', to: 'notApproved' }] } as const;
    const voting: Scheme = { ...scheme, thresholds: [{ ...tied, op: '>' }], stages: [...scheme.stages.slice(0, 1), vote as unknown as Scheme['stages'][number]] };
    const ballots = members.map(({ id }, index) => ({ member: id, choice: index < 3 ? ('yes' as const) : ('no' as const) }));
    const meeting = { members, present: members.map(({ id }) => id), ballots };
    const outcomeOf = (households: number, own: readonly OwnOperator[] | undefined): unknown => decide(voting, { ...application(households), meeting }, { calendar, ...(own === undefined ? {} : { operators: own }), eligibility: { result: 'eligible', requirements: [] } }).vote;
    expect([outcomeOf(20, operators), outcomeOf(19, operators), outcomeOf(20, undefined)]).toEqual(['passed', 'failed', 'tied']);
    const { trace } = decide(voting, { ...application(20), meeting }, { calendar, operators });
    expect([recomputeDecision(trace, { operators }).vote, recomputeDecision(trace).notRecomputed]).toEqual(['passed', ['withinRange', 'not:withinRange']]);
  });

  it.each([[40, 30, 'atMost'], [3, 10, 'atLeast']])('with %i households would be eligible with %i, %s', (before, after, bound) => {
    expect(nearestChange(scheme, application(before), { operators })).toEqual({ kind: 'found', changes: [{ pointer: '/households', before, after, bound }] });
  });

  it('is not called hopeless where only the operator knows what would do', () => {
    const odd: OwnOperator = { ...withinRange, compare: (found) => Number(found) === 17 };
    expect(nearestChange(scheme, application(40), { operators: [odd, startsWith] })).toEqual({ kind: 'notFound' });
  });

  it('is simulated as it is decided', async () => {
    const simulation = createSimulation(scheme, { operators });
    const cases = [9, 10, 20, 30, 31].map((households) => ({ ...application(households), id: `c${households}` }));
    await simulation.load(cases);
    const wider = withValueAt(scheme, `${fits}/value`, [9, 30]) as Scheme;
    const result = await simulation.change({ scheme: wider });
    expect((await simulation.flips()).items.map(({ id }) => id)).toEqual(['c9']);
    expect(result?.after.outcomes.approved).toBe(cases.filter((each) => decide(wider, each, { calendar, operators }).outcome === 'approved').length);
    const explained = await simulation.explain(application(9), { scheme: wider });
    expect([explained.before.decision.outcome, explained.after.decision.outcome]).toEqual(['ineligible', 'approved']);
    simulation.close();
  });

  it('comes out the same on json-rules-engine', async () => {
    for (const [households, category] of [[20, 'road'], [31, 'road'], [20, 'water']] as const) {
      const caseData = application(households, category);
      expect(decisionSummary(await decideWithJsonRulesEngine(scheme, caseData, { calendar, operators }))).toEqual(decisionSummary(decide(scheme, caseData, { calendar, operators })));
    }
  });

  it('has caps of money that hold by them', () => {
    const when = { fact: 'households', operator: 'withinRange', value: [10, 30] };
    const give = (own: readonly OwnOperator[] | undefined): unknown => allocate(
      { caps: [{ id: 'small', title: text('小项目'), amount: 100, per: 'project', when }] } as unknown as Allocation, [{ id: 'p', place: 1, requested: 500, facts: { households: 20 } }], { pool: 1000, ...(own === undefined ? {} : { operators: own }) },
    ).awards[0];
    expect(give(operators)).toMatchObject({ amount: 100 });
    expect(give(undefined)).toMatchObject({ status: 'undecided' });
  });

  it('comes out in a log as it is decided', () => {
    const submitted = { ...application(20), id: 'log' };
    const context = { calendar, schemeHash: 'h', caseId: 'log', operators };
    const done = appendEvent(scheme, undefined, { type: 'submitted', data: { answers: submitted.answers, applicant: submitted.applicant } }, { id: 'u1', role: 'secretary', unit: 'v1' }, submitted.submittedAt, 'e1', context);
    if (!('event' in done)) throw new Error(done.problems.map(({ message }) => message).join());
    expect([done.state.end, foldCase(scheme, [done.event], { operators }).state?.end, foldCase(scheme, [done.event]).state?.end]).toEqual(['approved', 'approved', undefined]);
  });
});

describe('the words of operators of the host', () => {
  const said = (own: readonly OwnOperator[], households: unknown, locale: 'zh-CN' | 'en' = 'zh-CN', category = 'road'): string => {
    const caseData = application(households, category);
    return JSON.stringify(explainDecision(scheme, decide(scheme, caseData, { calendar, operators: own }), caseData, locale, { operators: own }));
  };

  it('are their own', () => {
    expect([said(inWords, 25), said(inWords, 40), said(inWords, '')].map((words) => /受益户数：[^"]*之间/.exec(words)?.[0])).toEqual(['受益户数：25，在10到30之间', '受益户数：40，须在10到30之间', '受益户数：未填写，须在10到30之间']);
    expect(said(inWords, 25, 'en')).toContain('受益户数: 25, from 10 to 30');
    expect(said(inWords, 40, 'en')).toContain('受益户数: 40, must be from 10 to 30');
  });

  it('say what was compared where they bring none', () => {
    expect(said(operators, 25)).toContain('受益户数：25，按“withinRange”与 10、30 比较：符合');
    expect(said(operators, 40)).toContain('受益户数：40，按“withinRange”与 10、30 比较：不符合');
    expect(said(operators, '')).toContain('受益户数：未填写，须按“withinRange”与 10、30 比较且符合');
    expect(said(operators, 25, 'en')).toContain('受益户数: 25, satisfies “withinRange” against 10, 30');
    expect(said(operators, 40, 'en')).toContain('受益户数: 40, does not satisfy “withinRange” against 10, 30');
    expect(said(operators, 20, 'zh-CN', 'water')).toMatch(/类别：[^"]*，按“startsWith”与“ro”比较：不符合/);
  });

  it('never call the rule mistaken, not even where the operators are not at hand any more', () => {
    const caseData = application(25);
    const explanation = explainDecision(scheme, decide(scheme, caseData, { calendar, operators }), caseData, 'zh-CN');
    expect(JSON.stringify(explanation)).toContain('受益户数：25，按“withinRange”与 10、30 比较：符合');
    for (const own of [operators, inWords]) for (const households of [25, 40, '', 'many']) expect(said(own, households)).not.toContain('有误');
    expect(explanationSentences(explanation).join('')).not.toContain('有误');
  });

  it('say that an operator which failed could not judge', () => {
    const failing: OwnOperator = { ...withinRange, compare: () => { throw new Error('no map'); } };
    expect(said([failing, startsWith], 25)).toContain('受益户数：25，无法判断，须按“withinRange”与 10、30 比较且符合');
  });

  const sentence = (operator: string, found: unknown, value: unknown, own = inWords, negated = false): string => {
    const condition = { fact: 'households', operator, value: value as number };
    return conditionSentence(traceCondition(negated ? { not: condition } : condition, { households: found, parameters: { limits: [1, 5] } }, undefined, own), factWords(scheme, 'zh-CN', { operators: own }));
  };

  it.each([
    ['not:withinRange', 25, [10, 30], '受益户数：25，按“withinRange”与 10、30 比较：符合，要求的是不符合'],
    ['not:withinRange', 40, [10, 30], '受益户数：40，按“withinRange”与 10、30 比较：不符合，正是所要求的'],
    ['someFact:withinRange', [25, 40], [10, 30], '受益户数：25、40，至少有一项在10到30之间'],
    ['not:someFact:withinRange', [25, 40], [10, 30], '受益户数：25、40，每一项都须按“withinRange”与 10、30 比较且不符合'],
    ['swap:withinRange', 25, 10, '受益户数：25，按“swap:withinRange”与 10 比较：不符合'],
  ])('%s of %j against %j is said as %s', (operator, found, value, words) => {
    const said = sentence(operator, found, value);
    expect(said).toBe(words);
    expect(sentence(operator.startsWith('not:') ? operator.slice(4) : `not:${operator}`, found, value, inWords, true)).toBe(said);
  });

  it('use the words for the opposite where there are some', () => {
    const opposite = [{ ...withinRange, words: { ...words, mustNot: text('不得在{wanted.0}到{wanted.1}之间'), isNot: text('不在{wanted.0}到{wanted.1}之间') } }];
    expect([25, 40].map((found) => sentence('not:withinRange', found, [10, 30], opposite))).toEqual(['受益户数：25，不得在10到30之间', '受益户数：40，不在10到30之间']);
  });

  it('name the whole value where the part is not there, and a parameter by its title', () => {
    const whole = [{ ...startsWith, words: { must: text('须以{wanted}开头{wanted.toString}'), is: text('以{wanted}开头') } }];
    const condition = { fact: 'category', operator: 'startsWith', value: 'ro' };
    const labelled = factWords(scheme, 'zh-CN', { operators: whole });
    expect(conditionSentence(traceCondition(condition, { category: 'water' }, undefined, whole), labelled)).toMatch(/，须以“ro”开头“ro”$/);
    expect(describeCondition({ ...condition, value: { fact: 'parameters', path: '$.start' } }, { ...labelled, label: (fact) => (fact === 'parameters' ? '开头' : '类别') })).toBe('类别须以开头开头开头');
    expect(valueAt(document, route)).toBe('startsWith');
  });
});
