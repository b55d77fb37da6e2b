import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case, Scheme } from '@cobuild/core';
import { chinaCalendar, formatSchemas, resolveParameters, schemeFormats, sumYuan } from '@cobuild/core';
import { createAjvValidator } from '@cobuild/core/ajv';
import { readSchemeFolder } from '@cobuild/core/node';
import type { GradedProject } from '@cobuild/rules';
import { checkScheme, computePay, decide, grade } from '@cobuild/rules';
import { describe, expect, it } from 'vitest';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
/** Of the five sources, of the towns with caps, and of the round of Sanshui; a preset with holes has one beside it that fills them. */
const PRESETS = [
  'gaoming', 'gaoming-demo', 'yangjiang-households', 'yangjiang-households-demo', 'yangjiang-wishes', 'yangjiang-wishes-demo', 'yangjiang-contest', 'yangjiang-contest-demo', 'nanhai-matters', 'nanhai-matters-demo',
  'qianjiang-innovation', 'qianjiang-innovation-demo', 'datong-sites', 'datong-sites-demo', 'datong-secretaries', 'datong-secretaries-demo', 'datong-express', 'datong-express-demo', 'ruyuan-caps', 'ruyuan-caps-demo', 'sanshui-xinan',
];
const load = (name: string): Scheme => {
  const { scheme, problems } = checkScheme(readSchemeFolder(path(name)));
  if (scheme === undefined) throw new Error(JSON.stringify(problems));
  return scheme;
};
const casesOf = (name: string): Case[] => readFileSync(path(`${name}/cases.jsonl`), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Case);
const outcomeOf = (scheme: Scheme, item: Case) => decide(scheme, item, { calendar: chinaCalendar }).outcome;

describe('row 5: the library of presets', () => {
  const schemas = Object.fromEntries(Object.values(formatSchemas).map((schema) => [(schema as { $id: string }).$id, schema]));
  const format = createAjvValidator({ schemas, formats: schemeFormats }).compile(formatSchemas.scheme);

  it.each(PRESETS)('loads %s without an error, and a second validator finds none either', (name) => {
    const { scheme, problems } = checkScheme(readSchemeFolder(path(name)));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(format.validate(scheme)).toEqual([]);
    expect(format.validate({ ...scheme, stages: {} })).not.toEqual([]);
  });

  const gaoming = load('gaoming-demo');
  const voted = JSON.parse(readFileSync(path('gaoming-demo/cases/05-thirteen-of-24.json'), 'utf8')) as Case;
  /** The application before a committee of so many, of whom so many are present and vote; the first of them has stepped aside where one has. */
  const meeting = (members: number, present: number, yes: number, recused = 0): Case => {
    const ids = Array.from({ length: members }, (_, index) => `m${index + 1}`);
    const voters = ids.slice(recused, present);
    return { ...voted, meeting: {
      members: ids.map((id) => ({ id })), present: ids.slice(0, present),
      ...(recused === 0 ? {} : { recused: ids.slice(0, recused).map((member) => ({ member, reason: '与申报单位有利害关系', kind: 'declared' })) }),
      ballots: voters.map((member, index) => ({ member, choice: index < yes ? 'yes' : 'no' })),
    } };
  };

  it.each([
    [24, 24, 12, 0, false], [24, 24, 13, 0, true], [24, 24, 12, 1, true], [50, 33, 33, 0, false], [50, 34, 20, 0, false], [50, 34, 25, 0, false], [50, 34, 26, 0, true],
  ])('gaoming-demo: of %i members %i are present and %i say yes, %i stepped aside; passed: %s', (members, present, yes, recused, passes) => {
    const decision = decide(gaoming, meeting(members, present, yes, recused), { calendar: chinaCalendar });
    // What passes goes on to its public notice.
    expect([decision.outcome, decision.stage]).toEqual(passes ? ['pending', 'publicity'] : present * 3 < members * 2 ? ['pending', 'jointReview'] : ['notApproved', 'jointReview']);
  });

  it('qianjiang-innovation-demo: 64 projects, 1, 12, 32 and 19 of each grade, 348,000 yuan in all', () => {
    const [grading] = resolveParameters(load('qianjiang-innovation-demo')).evaluation?.gradings ?? [];
    if (grading === undefined) throw new Error('no grading');
    const projects = JSON.parse(readFileSync(path('qianjiang-innovation-demo/evaluation/2022.json'), 'utf8')) as GradedProject[];
    const { items, reward } = grade(grading, projects);
    expect([projects.length, ...['special', 'first', 'second', 'third'].map((id) => items.filter((item) => item.grade === id).length), reward.total]).toEqual([64, 1, 12, 32, 19, 348_000]);
  });

  it('sanshui-xinan: 17 in, 11 chosen; 1,723,900 yuan granted of 2,827,200 asked, 395,000 of their own', () => {
    const scheme = load('sanshui-xinan');
    const all = casesOf('sanshui-xinan');
    const round = JSON.parse(readFileSync(path('sanshui-xinan/rounds/2020-09-11.json'), 'utf8')) as object;
    const granted = [...JSON.stringify({ ...round, stated: {} }).matchAll(/"granted":(\d+(?:\.\d+)?)/g)].map(([, amount]) => Number(amount)).filter((amount) => amount > 0);
    expect([all.length, all.filter((item) => outcomeOf(scheme, item) === 'approved').length, granted.length]).toEqual([17, 11, 11]);
    const total = (key: string): number => sumYuan(all.map(({ answers }) => Number(answers[key])));
    expect([sumYuan(granted), total('amountRequested'), total('ownFunds')]).toEqual([1_723_900, 2_827_200, 395_000]);
  });

  it('datong-secretaries: the one amount that is stated, 3,129 yuan a month, is 37,548 a year', () => {
    const amount = load('datong-secretaries').parameters['bandOnePay']?.value as number;
    expect(computePay({ id: 'year', title: { 'zh-CN': '一年' }, parts: [{ id: 'month', title: { 'zh-CN': '每月' }, kind: 'fixed', amount, times: 12 }] }, {}).total).toBe(37_548);
  });

  it.each([['illness', 500], ['bereavement', 500], ['disaster', 800], ['festival', 300], ['event', 12_000], ['other', 2000]])('ruyuan-caps-demo: %s is taken at its cap of %i yuan and not a fen above', (kind, cap) => {
    const scheme = load('ruyuan-caps-demo');
    const item = casesOf('ruyuan-caps').find(({ id }) => id === `${kind}-at`);
    if (item === undefined) throw new Error(kind);
    const ruled = [cap, cap + 0.01].map((amount) => decide(scheme, { ...item, answers: { ...item.answers, amount } }, { calendar: chinaCalendar }).eligibility);
    expect([item.answers['amount'], ...ruled]).toEqual([cap, 'eligible', 'ineligible']);
  });
});
