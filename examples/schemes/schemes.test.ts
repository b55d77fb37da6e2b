import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Case } from '@cobuild/core';
import { chinaCalendar, createInterpreter, factIds, formatSchemas, listProvenance, schemeFormats, sumYuan, validateAnswers } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import { applicationForm, checkScheme, decide, evaluateCondition, runSchemeTests } from '@cobuild/rules';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
const load = (name: string) => checkScheme(readSchemeFolder(join(root, name)));
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const cases = (name: string): Case[] => readFileSync(join(root, name, 'cases.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Case);
const byId = Object.fromEntries(Object.values(formatSchemas).map((schema) => [(schema as { $id: string }).$id, schema]));
const caseSchema = createInterpreter({ schemas: byId, formats: schemeFormats }).compile(formatSchemas.case);
const validator = createInterpreter({ formats: schemeFormats });

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

  it('gives 17 applications, 11 chosen, 2,827,200 yuan asked, 395,000 own, 1,723,900 granted', () => {
    const { scheme } = load('sanshui-xinan');
    if (scheme === undefined) throw new Error('sanshui-xinan does not load');
    const all = cases('sanshui-xinan');
    const outcomes = all.map((item) => decide(scheme, item, { calendar: chinaCalendar }).outcome);
    expect([all.length, outcomes.filter((outcome) => outcome === 'approved').length]).toEqual([17, 11]);
    expect(sumYuan(all.map(({ answers }) => Number(answers['amountRequested'])))).toBe(2_827_200);
    expect(sumYuan(all.map(({ answers }) => Number(answers['ownFunds'])))).toBe(395_000);
    const rows = JSON.stringify(round).match(/"granted":(\d+(?:\.\d+)?)/g) ?? [];
    const granted = rows.map((text) => Number(text.split(':')[1]));
    expect(round.stated['granted']).toBe(1_723_900);
    // The stated total stands beside the single grants.
    expect(sumYuan(granted)).toBe(2 * 1_723_900);
  });

  it('marks every single application as invented', () => {
    expect(cases('sanshui-xinan').filter(({ provenance }) => provenance?.kind !== 'invented')).toEqual([]);
  });
});

describe('facts.json', () => {
  it('lists ids that the format knows', () => {
    const { facts } = readJson('facts.json') as { facts: { id: string }[] };
    expect(facts.map(({ id }) => id).filter((id) => /^[GYNQD]/.test(id) && !factIds.has(id))).toEqual([]);
  });
});
