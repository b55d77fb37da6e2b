import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Case } from '@cobuild/core';
import { chinaCalendar, createInterpreter, factIds, formatSchemas, listProvenance, parametersFact, resolveParameters, schemeFormats, sumYuan, validateAnswers } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import { applicationForm, bandEdges, checkScheme, decide, evaluateCondition, grade, runSchemeTests, splitMatterAlerts } from '@cobuild/rules';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
const load = (name: string) => checkScheme(readSchemeFolder(join(root, name)));
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const cases = (name: string): Case[] => readFileSync(join(root, name, 'cases.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Case);
const byId = Object.fromEntries(Object.values(formatSchemas).map((schema) => [(schema as { $id: string }).$id, schema]));
const caseSchema = createInterpreter({ schemas: byId, formats: schemeFormats }).compile(formatSchemas.case);
const validator = createInterpreter({ formats: schemeFormats });

function formErrors(name: string) {
  const { scheme } = load(name);
  const form = scheme === undefined ? undefined : applicationForm(scheme);
  if (scheme === undefined || form === undefined) throw new Error(`${name} has no application form`);
  const parameters = parametersFact(scheme);
  return cases(name).flatMap(({ id, answers }) => validateAnswers(form, answers, { validator, evaluateCondition, facts: { parameters } }).filter(({ severity }) => severity === 'error').map((problem) => ({ case: id, ...problem })));
}

describe.each(names)('scheme %s', (name) => {
  const { scheme, problems } = load(name);
  if (scheme === undefined) throw new Error(JSON.stringify(problems));

  it('has no error and no warning', () => {
    expect(problems.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
  });

  it('passes its own tests', () => {
    expect(runSchemeTests(scheme, { calendar: chinaCalendar }).filter(({ passed }) => !passed)).toEqual([]);
  });

  it('quotes only facts that are on the list', () => {
    const sources = listProvenance(scheme).flatMap(({ source }) => (source === undefined ? [] : [source]));
    expect(sources.filter((source) => /^[GYNQD](-I)?\d/.test(source) && !factIds.has(source))).toEqual([]);
  });

  it('comes with cases of the format', () => {
    expect(cases(name).flatMap((item) => caseSchema.validate(item).map((issue) => ({ case: item.id, ...issue })))).toEqual([]);
  });
});

it('the list of the folders says of each how much of it is undecided', () => {
  const told = Object.fromEntries([...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^\| \[([a-z-]+)\].*\| (\d+ undecided|clean) \|$/gm)].map(([, name = '', state]) => [name, state]));
  expect(told).toEqual(Object.fromEntries(names.map((name) => {
    const holes = load(name).problems.filter(({ severity }) => severity === 'undecided').length;
    return [name, holes === 0 ? 'clean' : `${holes} undecided`];
  })));
});

describe('gaoming', () => {
  it('cannot be published: each hole is named', () => {
    const { problems } = load('gaoming');
    const holes = problems.filter(({ severity }) => severity === 'undecided').map(({ message }) => message).join('\n');
    for (const words of ['基数', '弃权', '法定', '票数相等', '无记名|记名|保密', '公示', '报告']) expect(holes).toMatch(new RegExp(words));
  });

  it('holds the three projects that the article names, whose answers fit the form', () => {
    const { scheme } = load('gaoming');
    const form = scheme === undefined ? undefined : applicationForm(scheme);
    if (form === undefined) throw new Error('gaoming has no application form');
    expect(cases('gaoming').map(({ answers }) => answers['category'])).toEqual(['propertyService', 'volunteerService', 'redCulture']);
    for (const { answers } of cases('gaoming')) expect(validateAnswers(form, answers, { validator, evaluateCondition }).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('gaoming-demo', () => {
  it('is clean: nothing is undecided any more', () => {
    expect(load('gaoming-demo').problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

describe('sanshui-xinan', () => {
  const round = readJson('sanshui-xinan/rounds/2020-09-11.json') as { stated: Record<string, unknown> };

  it('S3: gives 20 villages, 17 applications, 11 chosen, 3,222,300 yuan in all, 2,827,200 asked, 395,000 own, 1,723,900 granted', () => {
    const { scheme } = load('sanshui-xinan');
    if (scheme === undefined) throw new Error('sanshui-xinan does not load');
    const all = cases('sanshui-xinan');
    const outcomes = all.map((item) => decide(scheme, item, { calendar: chinaCalendar }).outcome);
    expect([all.length, outcomes.filter((outcome) => outcome === 'approved').length]).toEqual([17, 11]);
    expect(sumYuan(all.map(({ answers }) => Number(answers['amountRequested'])))).toBe(2_827_200);
    expect(sumYuan(all.map(({ answers }) => Number(answers['ownFunds'])))).toBe(395_000);
    const rows = JSON.stringify(round).match(/"granted":(\d+(?:\.\d+)?)/g) ?? [];
    const granted = rows.map((text) => Number(text.split(':')[1]));
    expect(round.stated).toMatchObject({ villages: 20, applications: 17, chosen: 11, projectTotal: 3_222_300, amountRequested: 2_827_200, ownFunds: 395_000, granted: 1_723_900 });
    // The stated total is 100 yuan more than what was asked and own means come to: its parts are rounded in the source.
    expect(sumYuan(all.map(({ answers }) => Number(answers['totalBudget'])))).toBe(3_222_300 - 100);
    // The stated total stands beside the single grants.
    expect(sumYuan(granted)).toBe(2 * 1_723_900);
  });

  it('marks every single application as invented', () => {
    expect(cases('sanshui-xinan').filter(({ provenance }) => provenance?.kind !== 'invented')).toEqual([]);
  });
});

describe('four-discussions', () => {
  const { scheme } = load('four-discussions');

  it('S13: has six sheets, one a step, with the same sources of the motion', () => {
    const sheets = scheme?.forms.map(({ fields }) => fields?.['/sheet']?.record?.discussions) ?? [];
    expect(sheets.map((sheet) => sheet?.steps.map(({ id }) => id).join())).toEqual(['propose', 'consult', 'deliberate', 'resolve', 'discloseDecision', 'discloseResult']);
    expect(new Set(sheets.map((sheet) => JSON.stringify(sheet?.sources))).size).toBe(1);
    expect(sheets.filter((sheet) => sheet?.steps[0]?.officer === true).length).toBe(2);
    expect(sheets.filter((sheet) => sheet?.steps[0]?.supervisor === true).length).toBe(2);
  });

  it('S12: the plan is sent three days before', () => {
    expect(scheme?.parameters['planSentBefore']?.value).toEqual({ amount: 3, unit: 'calendarDay' });
  });
});

describe('nanhai-matters', () => {
  interface HalfYear { stated: Record<string, number>; records: ({ answers: Record<string, number> } & Record<string, unknown>)[] }
  const half = readJson('nanhai-matters/records/half-year.json') as HalfYear;
  const total = (read: (record: HalfYear['records'][number]) => unknown) => sumYuan(half.records.map((record) => Number(read(record))));

  it('N11: half a year has 1,790 matters of 580 million yuan and 957 payouts of 4.2 billion', () => {
    expect([total(({ answers }) => answers['mattersCount']), total(({ answers }) => answers['mattersAmount'])]).toEqual([1790, 580_000_000]);
    expect([total(({ answers }) => answers['payoutsCount']), total(({ answers }) => answers['payoutsAmount'])]).toEqual([957, 4_200_000_000]);
    expect([Math.round(580_000_000 / 1790), Math.round(4_200_000_000 / 957 / 10_000)]).toEqual([324_022, 439]);
    const form = load('nanhai-matters').scheme?.forms.find(({ id }) => id === 'halfYear');
    if (form === undefined) throw new Error('no half-year form');
    for (const { answers } of half.records) expect(validateAnswers(form, answers, { validator, evaluateCondition })).toEqual([]);
  });

  it('N10, N10.1, N12: 7 towns, 286 villages, 2.91 million residents; 1,748 branches, 2,081 groups, 5,156 grid groups of 8.5 members and 233 households; 94 %', () => {
    expect(half.records.length).toBe(7);
    expect(['villages', 'groups', 'branches', 'gridSmallGroups'].map((key) => total((record) => record[key]))).toEqual([286, 2081, 1748, 5156]);
    expect(half.stated).toMatchObject({ towns: 7, villages: 286, residents: 2_910_000, branches: 1748, groups: 2081, gridSmallGroups: 5156, membersEach: 8.5, householdsEach: 233, dividendsFromCollectivesPercent: 94 });
    expect(load('nanhai-matters-demo').scheme?.organisation.units?.filter(({ level }) => level === 'town').length).toBe(7);
  });

  it('N1, N9: a three-year plan, three grid levels; six steps of a post', () => {
    const { scheme } = load('nanhai-matters');
    expect(scheme?.legalBasis?.map(({ title }) => title['zh-CN'])).toEqual([expect.stringContaining('三年行动计划')]);
    expect(scheme?.organisation.levels.filter(({ title }) => /第[一二三]级网格/.test(title['zh-CN'])).map(({ id }) => id)).toEqual(['village', 'group', 'team']);
    expect(scheme?.cycles?.[0]?.phases.map(({ title }) => title['zh-CN'])).toEqual(['设岗', '领岗', '定岗', '明岗', '上岗', '评岗']);
  });

  it('holds cases whose answers fit the form', () => {
    for (const name of ['nanhai-matters', 'nanhai-matters-demo']) expect(formErrors(name)).toEqual([]);
  });

  it('N-I7: two payments to one payee that together reach a band are pointed out', () => {
    const { scheme } = load('nanhai-matters-demo');
    const table = scheme === undefined ? undefined : resolveParameters(scheme).decisionTables?.find(({ id }) => id === 'route');
    if (table === undefined) throw new Error('no table');
    const bands = bandEdges(table, 'amount');
    expect(bands).toEqual([20_000, 50_000, 200_000, 300_000, 1_000_000]);
    const matters = [{ id: 'a', amount: 30_000, on: '2026-03-02', payee: '甲公司' }, { id: 'b', amount: 19_999.99, on: '2026-03-20', payee: '甲公司' }, { id: 'c', amount: 20_000, on: '2026-03-20', payee: '乙公司' }];
    const sums = (list: typeof matters) => splitMatterAlerts(list, { within: 30, per: ['payee'], bands }).alerts.filter(({ band }) => band === 50_000).map(({ ids }) => ids);
    expect(sums(matters)).toEqual([]);
    expect(sums([...matters.slice(0, 1), { id: 'b', amount: 20_000, on: '2026-03-20', payee: '甲公司' }])).toEqual([['a', 'b']]);
  });
});

describe('yangjiang-households', () => {
  it('Y5.3, Y5: one village has 16 member households, in a chain of four levels', () => {
    expect(cases('yangjiang-households').length).toBe(16);
    expect(formErrors('yangjiang-households')).toEqual([]);
    expect(formErrors('yangjiang-households-demo')).toEqual([]);
    const { scheme } = load('yangjiang-households');
    // The residents whom a household serves are no level of offices: they are in its form.
    const serves = (scheme?.forms.find(({ id }) => id === 'registration')?.schema as { required: readonly string[] }).required.filter((key) => key === 'householdsServed');
    const chain = [...(scheme?.organisation.levels.filter(({ provenance }) => provenance?.source === 'Y5').map(({ id }) => id) ?? []), ...serves];
    expect(chain).toEqual(['town', 'village', 'household', 'householdsServed']);
    expect(chain).toHaveLength(4);
  });

  it('Y5.1, Y5.4, Y5.5, Y6: five roles, a list of twelve duties, assessed every year by town and village', () => {
    const { scheme } = load('yangjiang-households');
    const roles = scheme?.forms.find(({ id }) => id === 'registration')?.fields?.['/roles']?.options ?? {};
    expect(Object.keys(roles).length).toBe(5);
    expect(scheme?.organisation.roles.find(({ id }) => id === 'villageSecretary')?.description?.['zh-CN']).toContain('十二条责任清单');
    expect(scheme?.supervision?.reports?.[0]?.every).toEqual({ every: 1, unit: 'year' });
    expect(scheme?.evaluation?.gradings?.[0]?.inputs?.map(({ id }) => id)).toEqual(['village', 'town']);
  });

  it('Y1: 35,000 households of 846 villages are graded, each village within its fund', () => {
    const { scheme } = load('yangjiang-households-demo');
    const grading = scheme === undefined ? undefined : resolveParameters(scheme).evaluation?.gradings?.[0];
    if (grading === undefined) throw new Error('no grading');
    const households = Array.from({ length: 35_000 }, (_, index) => ({ id: `h${index}`, marks: { village: 50 + (index % 51), town: 50 + ((index * 7) % 51) } }));
    const villages = Array.from({ length: 846 }, (): typeof households => []);
    for (const [index, household] of households.entries()) villages[index % 846]?.push(household);
    const results = villages.map((members) => grade({ ...grading, pot: 800 * members.length }, members));
    expect(results.every(({ outcome }) => outcome === 'graded')).toBe(true);
    expect(results.flatMap(({ items }) => items).length).toBe(35_000);
    // The reward follows from the grade and nothing else.
    const rewards = new Map([['good', 800], ['fair', 400], ['none', undefined]]);
    expect(results.flatMap(({ items }) => items).filter((item) => item.reward !== rewards.get(item.grade ?? '') && item.grade !== 'none')).toEqual([]);
  });
});

describe('yangjiang-wishes', () => {
  it('Y4: residents order, the village dispatches, members accept; each stage has a name for residents', () => {
    const { scheme } = load('yangjiang-wishes');
    expect(scheme?.stages.slice(0, 3).map(({ id, actor }) => [id, actor.role])).toEqual([['order', 'resident'], ['dispatch', 'villageClerk'], ['accept', 'volunteer']]);
    expect(scheme?.stages.filter(({ publicTitle }) => publicTitle === undefined)).toEqual([]);
    expect([...formErrors('yangjiang-wishes'), ...formErrors('yangjiang-wishes-demo')]).toEqual([]);
  });
});

describe('yangjiang-contest', () => {
  const decideAll = (sample: string, ids: readonly string[]) => {
    const { scheme } = load('yangjiang-contest-demo');
    const found = cases('yangjiang-contest-demo').find(({ id }) => id === sample);
    if (scheme === undefined || found === undefined) throw new Error(`no case ${sample}`);
    return ids.filter((candidate) => decide(scheme, { ...found, publicVoteCounts: found.publicVoteCounts?.map((count) => ({ ...count, candidate })) ?? [] }, { calendar: chinaCalendar }).stage === 'publicity');
  };
  const listed = (vote: string) => (readJson(`yangjiang-contest-demo/candidates/${vote}.json`) as { id: string; region: string }[]);
  const mostOfOneCounty = (vote: string, chosen: readonly string[]) => {
    const regions = listed(vote).filter(({ id }) => chosen.includes(id)).map(({ region }) => region);
    return Math.max(...regions.map((region) => regions.filter((other) => other === region).length));
  };

  it('Y1, Y7: ten centres are chosen, at most three of one county, the one with 60,000 votes among them', () => {
    const chosen = decideAll('jc1', listed('centres').map(({ id }) => id));
    expect(chosen.length).toBe(10);
    expect(chosen).toContain('jc1');
    expect(mostOfOneCounty('centres', chosen)).toBe(3);
    expect(cases('yangjiang-contest-demo')[0]?.publicVoteCounts?.[0]?.tally.votes[0]?.votes).toBeGreaterThan(60_000);
  });

  it('Y1, Y7.1: a hundred households are chosen of 120, at most thirty of one county', () => {
    const chosen = decideAll('household-h100', listed('households').map(({ id }) => id));
    expect(chosen.length).toBe(100);
    expect(mostOfOneCounty('households', chosen)).toBeLessThanOrEqual(30);
  });

  it('Y2, Y8: five unifications, four services and two that are planned; cases fit the form', () => {
    const fields = load('yangjiang-contest').scheme?.forms[0]?.fields;
    expect([Object.keys(fields?.['/unified']?.options ?? {}).length, Object.keys(fields?.['/services']?.options ?? {}).length]).toEqual([5, 6]);
    expect([...formErrors('yangjiang-contest'), ...formErrors('yangjiang-contest-demo')]).toEqual([]);
  });
});

describe('ruyuan-caps', () => {
  it('S1: 500 per person, 500 and 800 per household, 300 per person on a listed festival, 12,000 an event, 2,000 per household; 60,000 a village and year, office 100,000', () => {
    const { scheme } = load('ruyuan-caps');
    const caps = scheme === undefined ? [] : resolveParameters(scheme).smallCaps ?? [];
    expect(caps.map(({ id, per, amount, onlyIf }) => [id, per, amount, onlyIf !== undefined])).toEqual([
      ['illness', 'person', 500, false], ['bereavement', 'household', 500, false], ['disaster', 'household', 800, false], ['festival', 'person', 300, true],
      ['event', 'event', 12_000, false], ['other', 'household', 2000, false], ['village-year', 'village', 60_000, false], ['office-year', 'village', 100_000, false],
    ]);
  });

  it('holds cases whose answers fit the form', () => {
    expect([...formErrors('ruyuan-caps'), ...formErrors('ruyuan-caps-demo')]).toEqual([]);
  });
});

it.each(names.filter((name) => name.endsWith('-demo')))('%s is clean: nothing is undecided', (name) => {
  expect(load(name).problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

describe('facts.json', () => {
  it('lists ids that the format knows', () => {
    const { facts } = readJson('facts.json') as { facts: { id: string }[] };
    expect(facts.map(({ id }) => id).filter((id) => /^[GYNQD]/.test(id) && !factIds.has(id))).toEqual([]);
  });

  it('lists every id that a scheme quotes', () => {
    const known = new Set((readJson('facts.json') as { facts: { id: string }[] }).facts.map(({ id }) => id));
    const quoted = names.flatMap((name) => {
      const { scheme } = load(name);
      return scheme === undefined ? [] : [...listProvenance(scheme).map(({ source }) => source), ...(scheme.tests ?? []).map(({ source }) => source)];
    });
    expect([...new Set(quoted)].filter((id) => id !== undefined && !known.has(id))).toEqual([]);
  });
});
