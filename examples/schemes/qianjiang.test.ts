import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case, Scheme } from '@cobuild/core';
import { chinaCalendar, sumYuan } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import type { GradedProject } from '@cobuild/rules';
import { collectMarks, decide, findCaseProblems, grade, plannedRewards } from '@cobuild/rules';
import { describe, expect, it } from 'vitest';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const load = (name: string): Scheme => {
  const { scheme, problems } = loadSchemeFolder(path(name));
  if (scheme === undefined) throw new Error(JSON.stringify(problems));
  return scheme;
};
const readCases = (name: string): Case[] => readFileSync(path(`${name}/cases.jsonl`), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Case);
const base = load('qianjiang-innovation');
const demo = load('qianjiang-innovation-demo');
const stated = readCases('qianjiang-innovation');
const applied = readCases('qianjiang-innovation-demo');
const approved = applied.filter((item) => decide(demo, item, { calendar: chinaCalendar }).outcome === 'approved');
const marks = JSON.parse(readFileSync(path('qianjiang-innovation-demo/evaluation/2022.json'), 'utf8')) as (GradedProject & { readonly 'x-group': number })[];
const domains = (form: Scheme['forms'][number] | undefined): unknown => (form?.schema as { properties: { domain: { enum: unknown } } }).properties.domain.enum;
const parameter = (scheme: Scheme, key: string): unknown => scheme.parameters[key]?.value;

/** The final grading with its parameters put in. */
function finalGrading(scheme: Scheme, pot = 348_000): Parameters<typeof grade>[0] {
  const [grading] = scheme.evaluation?.gradings ?? [];
  if (grading === undefined) throw new Error('no grading');
  const put = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(put);
    if (value === null || typeof value !== 'object') return value;
    const { parameter: key } = value as { parameter?: string };
    return key === undefined ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, put(part)])) : key === 'rewardPot' ? pot : parameter(scheme, key);
  };
  return put(grading) as Parameters<typeof grade>[0];
}

describe('qianjiang-innovation', () => {
  it('Q1: has seven domains', () => {
    expect(domains(base.forms[0])).toEqual(['rural', 'urban', 'office', 'stateFirm', 'school', 'hospital', 'nonPublic']);
  });

  it('Q3.2: has 36 home units that do the first review', () => {
    expect((base.organisation.units ?? []).filter(({ level }) => level === 'homeUnit')).toHaveLength(36);
    expect(base.organisation.roles.find(({ id }) => id === base.stages[1]?.actor.role)?.level).toBe('homeUnit');
  });

  it('Q3, Q6: reports, reviews, decides; then comes the pledge, shown on two channels', () => {
    expect(base.stages.map(({ id }) => id).slice(0, 5)).toEqual(['report', 'firstReview', 'preAssessment', 'pledge', 'publicity']);
    expect(base.publicity?.notices[0]?.channels.map(({ id }) => id)).toEqual(['noticeboard', 'publicAccount']);
  });

  it('Q4: knows three means and three reasons for refusal', () => {
    const stage = base.stages.find(({ id }) => id === 'preAssessment');
    expect(stage?.evidence?.map(({ id }) => id)).toEqual(['papers', 'hearing', 'visit']);
    expect(stage?.refusalReasons?.map(({ id }) => id)).toEqual(['notDistinctive', 'noHighlight', 'incompletePlan']);
  });

  it('Q7: has three things to do every quarter and one every half-year: 4 × 3 + 2 = 14 a year', () => {
    const yearly = { month: 12, quarter: 4, halfYear: 2, year: 1 } as const;
    const perYear = (base.supervision?.reports ?? []).map(({ every }) => {
      const { every: count, unit } = parameter(base, (every as { parameter: string }).parameter) as { every: number; unit: keyof typeof yearly };
      return yearly[unit] / count;
    });
    expect(perYear).toEqual([4, 4, 4, 2]);
    expect(perYear.reduce((sum, count) => sum + count)).toBe(14);
  });

  it('Q8: asks for four ones of every project', () => {
    expect((base.forms[0]?.schema as { required: string[] }).required).toEqual(expect.arrayContaining(['departmentLeader', 'leadingSecretary', 'contactCadre', 'workTeam']));
  });

  it('Q9: has six expert groups, three things to look at, four inputs', () => {
    expect((base.organisation.units ?? []).filter(({ id }) => id.startsWith('expert-group-'))).toHaveLength(6);
    expect(base.scoring?.criteria.map(({ id }) => id)).toEqual(['progress', 'distinctiveness', 'problemSolving']);
    expect(finalGrading(base).inputs?.map(({ id }) => id)).toEqual(['site', 'firstReview', 'midTermPeers', 'daily']);
  });

  it('Q9: takes each of the four inputs from where it comes about: the experts’ sheets, the first review, the summary', () => {
    expect(finalGrading(base).inputs?.map(({ from }) => from)).toEqual([{ stage: 'expertVisit' }, { stage: 'firstReview', answer: '/score' }, { stage: 'summary', answer: '/midTermPeers' }, { stage: 'summary', answer: '/daily' }]);
    expect(base.stages.find(({ id }) => id === 'expertVisit')).toMatchObject({ method: 'score', actor: { role: 'expert' } });
    // The evaluation comes after the project was carried out, so the project begins before it.
    expect(base.stages.flatMap(({ outcomes }) => outcomes).filter(({ opensProject }) => opensProject).map(({ id, to }) => [id, to])).toEqual([['confirmed', 'expertVisit']]);
  });

  it('Q10, Q11: has four grades and 348,000 yuan in all; what a grade brings is open', () => {
    expect(['special', 'first', 'second'].map((key) => parameter(base, `${key}Places`))).toEqual([1, 12, 32]);
    expect(parameter(base, 'rewardPot')).toBe(348_000);
    const open = ['special', 'first', 'second', 'third'].flatMap((key) => [`${key}Reward`, `${key}Bonus`]);
    expect(open.map((key) => parameter(base, key))).toEqual(open.map(() => 'UNDECIDED'));
  });

  it('Q12: keeps a case collection and a column', () => {
    expect(base.archive?.index?.map(({ id }) => id)).toEqual(expect.arrayContaining(['caseCollection', 'column']));
  });

  it('Q13, Q14: holds the joint projects and the effects that the text tells, and says which words are stated', () => {
    const targets = stated.flatMap(({ answers }) => ((answers['indicators'] ?? []) as { target: number }[]).map(({ target }) => target));
    expect(targets).toEqual([100_000, 500_000, 150_000, 300_000, 407, 1100]);
    expect(stated.filter(({ answers }) => answers['isJoint']).map(({ id }) => id)).toEqual(['factory-and-street', 'two-villages']);
    for (const item of stated) expect(Object.values((item as unknown as { 'x-stated': object })['x-stated']).every((id) => id === 'Q13' || id === 'Q14')).toBe(true);
  });
});

describe('qianjiang-innovation-demo', () => {
  it('Q5: 135 applied, 64 approved', () => {
    expect([applied.length, approved.length]).toEqual([135, 64]);
  });

  it('marks every application as invented, and each fits the forms', () => {
    expect(applied.filter(({ provenance }) => provenance?.kind !== 'invented')).toEqual([]);
    expect(applied.flatMap((item) => findCaseProblems(demo, item).map(({ pointer, message }) => `${item.id} ${pointer} ${message}`))).toEqual([]);
  });

  it('Q1, Q3.2: comes from all seven domains and all 36 home units', () => {
    expect(new Set(applied.map(({ answers }) => answers['domain'])).size).toBe(7);
    expect(new Set(applied.map(({ answers }) => answers['homeUnit'])).size).toBe(36);
    for (const { answers, applicant } of applied) expect(applicant.town).toBe(answers['homeUnit']);
  });

  it('Q4: gives each refusal at least one of the three reasons', () => {
    const refusals = applied.flatMap(({ reviews = [] }) => reviews.filter(({ outcome }) => outcome === 'reject' || outcome === 'refuse'));
    expect(refusals).toHaveLength(135 - 64);
    expect(new Set(refusals.flatMap(({ reasons = [] }) => reasons))).toEqual(new Set(['notDistinctive', 'noHighlight', 'incompletePlan']));
    expect(refusals.filter(({ reasons = [] }) => reasons.length === 0)).toEqual([]);
  });

  it('Q8: 64 secretaries are first responsible', () => {
    expect(new Set(approved.map(({ answers }) => answers['leadingSecretary'])).size).toBe(64);
  });

  it('Q9: six expert groups share the projects', () => {
    expect(new Set(marks.map((item) => item['x-group']))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });

  it('Q10, Q11: 1 special, 12 first, 32 second, 19 third, and nothing is left of 348,000 yuan', () => {
    expect(new Set(marks.map(({ id }) => id))).toEqual(new Set(approved.map(({ id }) => id)));
    const result = grade(finalGrading(demo), marks);
    expect(['special', 'first', 'second', 'third'].map((id) => result.items.filter((item) => item.grade === id).length)).toEqual([1, 12, 32, 19]);
    expect([result.reward.total, result.reward.rest]).toEqual([348_000, 0]);
    expect(sumYuan([30_000, 12 * 10_000, 32 * 5000, 19 * 2000])).toBe(348_000);
  });

  it('Q9, Q10: the sheets of six groups of three and what the offices entered give the same marks and grades, project by project', () => {
    const sheets = approved.flatMap(({ scores = [] }) => scores);
    expect(new Set(sheets.map(({ panel }) => panel)).size).toBe(6);
    expect([sheets.length, new Set(sheets.map(({ reviewer }) => reviewer)).size]).toEqual([64 * 3, 18]);
    const grading = finalGrading(demo);
    const collected = grade(grading, collectMarks(demo, grading, approved));
    const gradesOf = ({ items }: typeof collected): unknown => Object.fromEntries(items.map(({ id, grade: found }) => [id, found]).sort());
    expect(collected.outcome).toBe('graded');
    expect(gradesOf(collected)).toEqual(gradesOf(grade(grading, marks)));
    expect([collected.reward.total, collected.reward.rest]).toEqual([348_000, 0]);
  });

  it.each([[347_999.99, 'over'], [348_000, 'within'], [348_000.01, 'within']])('Q11: rewards for 64 projects and a pot of %d: %s', (pot, outcome) => {
    expect(plannedRewards(finalGrading(demo, pot), 64).outcome).toBe(outcome);
  });

  it('Q11: its amounts are one of 45 splits in whole thousands, so none can be called the district’s', () => {
    const splits: number[][] = [];
    for (let special = 4; special <= 60; special += 1) for (let first = 3; first < special; first += 1) for (let second = 2; second < first; second += 1) for (let third = 1; third < second; third += 1) {
      if (special + 12 * first + 32 * second + 19 * third === 348) splits.push([special, first, second, third]);
    }
    expect(splits).toHaveLength(45);
    expect(splits).toContainEqual(['special', 'first', 'second', 'third'].map((key) => Number(parameter(demo, `${key}Reward`)) / 1000));
    for (const key of ['special', 'first', 'second', 'third']) expect(demo.parameters[`${key}Reward`]?.provenance?.kind).toBe('invented');
  });
});
