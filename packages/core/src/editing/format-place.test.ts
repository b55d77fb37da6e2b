import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSchemeFolder } from '../node/index.js';
import { chineseHelp, formatHelp } from '../locales/format-help.js';
import { formatName, formatValue } from '../locales/format-words.js';
import { formatSchemas } from '../generated/schemas.js';
import { formatRoot, formatSitesOf, walkFormat } from '../scheme/format-schema.js';
import { parseScheme } from '../scheme/parse-scheme.js';
import type { SchemaSite } from '../scheme/schema-cursor.js';
import { isObject } from '../validation/instance.js';
import { describePlace, isParameterReference } from './format-place.js';
import { startObject, startValue } from './start-value.js';
import { withValueAt } from '../problems/with-value-at.js';

const folder = new URL('../../../../examples/schemes/', import.meta.url).pathname;
const schemes = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
const draftOf = (name: string): unknown => parseScheme(readSchemeFolder(join(folder, name))).draft;
const demo = draftOf('gaoming-demo');

describe('describePlace', () => {
  it.each([
    ['/title', 'localized'], ['/stages', 'list'], ['/stages/0', 'object'], ['/stages/0/method', 'choice'], ['/thresholds/0/ratio', 'ratio'], ['/thresholds/0/base', 'choice'],
    ['/publicity/notices/0/period', 'period'], ['/eligibility/rules/0/conditions', 'condition'], ['/parameters', 'map'], ['/forms/0/schema', 'answersSchema'], ['/forms/0/fields', 'map'],
    ['/stages/0/outcomes/0/to', 'text'], ['/legalBasis/0/date', 'date'],
  ])('%s is %s', (pointer, kind) => {
    expect(describePlace(demo, pointer)?.kind).toBe(kind);
  });

  it('says what may be chosen, what is open, and what may be left to a parameter', () => {
    expect(describePlace(demo, '/thresholds/0/base')).toMatchObject({ word: '基数', open: true, mayBeParameter: true, options: [{ value: 'appointed', word: '应到人数' }, { value: 'entitled', word: '有权表决人数（已扣除回避）' }, { value: 'present', word: '实到人数' }, { value: 'valid', word: '有效票' }] });
    expect(describePlace(demo, '/stages/0/method', 'en')?.options.map(({ word }) => word)).toContain('committee vote');
  });

  it('offers the things that a name can mean, and the ends of the way', () => {
    const to = describePlace(demo, '/stages/0/outcomes/0/to')?.refersTo?.choices.map(({ id }) => id);
    expect(to).toContain('approved');
    expect(to).toContain((demo as { stages: { id: string }[] }).stages[1]?.id);
  });

  it('names the ways of saying something, whichever stands now, where each is a word or one part', () => {
    const scheme = (places: unknown): unknown => ({ evaluation: { gradings: [{ id: 'star', grades: [{ id: 'first', places }] }] } });
    for (const places of ['rest', { count: 3 }, { share: { p: 1, q: 5 } }, 'UNDECIDED', { parameter: 'stars' }]) {
      expect(describePlace(scheme(places), '/evaluation/gradings/0/grades/0/places')?.shapes).toEqual([{ kind: 'part', name: 'count', word: '数量' }, { kind: 'part', name: 'share', word: '比例' }, { kind: 'word', name: 'rest', word: '其余' }]);
    }
    for (const pointer of ['/thresholds/0/ratio', '/thresholds/0/base', '/eligibility/rules/0/conditions', '/title', '/stages/0']) expect(describePlace(demo, pointer)?.shapes).toEqual([]);
  });

  it('offers level, unit and town of whoever applies in a test, where the scheme lists them', () => {
    const organisation = {
      levels: [{ id: 'village', title: { 'zh-CN': '村' } }],
      units: [{ id: 'district', title: { 'zh-CN': '某区' } }, { id: 'hecheng', title: { 'zh-CN': '荷城街道' }, parent: 'district' }, { id: 'qingchuan', title: { 'zh-CN': '晴川村' }, parent: 'hecheng' }],
    };
    const choices = (scheme: object, name: string): unknown => describePlace({ tests: [{ case: { applicant: { id: 'v1' } } }], ...scheme }, `/tests/0/case/applicant/${name}`)?.refersTo?.choices;
    expect(choices({ organisation }, 'level')).toEqual([{ id: 'village', title: '村' }]);
    expect(choices({ organisation }, 'unit')).toEqual([{ id: 'district', title: '某区' }, { id: 'hecheng', title: '荷城街道' }, { id: 'qingchuan', title: '晴川村' }]);
    expect(choices({ organisation }, 'town')).toEqual([{ id: 'hecheng', title: '荷城街道' }]);
    expect(choices({ organisation: { levels: [] } }, 'town')).toBeUndefined();
    expect(choices({ organisation }, 'name')).toBeUndefined();
  });

  it('offers the outcomes of the stage that a review in a test is about, and what a decision can name as its reason, by their titles', () => {
    const stages = [{ id: 'check', title: { 'zh-CN': '初审' }, outcomes: [{ id: 'forward', title: { 'zh-CN': '推荐' } }] }, { id: 'meeting', title: { 'zh-CN': '会审' }, outcomes: [{ id: 'pass', title: { 'zh-CN': '通过' } }] }];
    const scheme = {
      eligibility: { rules: [{ id: 'area', title: { 'zh-CN': '在区内' } }] }, stages,
      tests: [{ case: { reviews: [{ stage: 'check', outcome: 'forward' }, { stage: 'nowhere', outcome: 'forward' }] }, expect: { reasons: ['area'] } }],
    };
    const at = (pointer: string): unknown => describePlace(scheme, pointer)?.refersTo;
    expect(at('/tests/0/case/reviews/0/outcome')).toEqual({ pointer: '/stages/0/outcomes', choices: [{ id: 'forward', title: '推荐' }] });
    expect(at('/tests/0/case/reviews/1/outcome')).toBeUndefined();
    expect(at('/tests/0/expect/reasons/0')).toEqual({ pointer: '/eligibility/rules', choices: [{ id: 'area', title: '在区内' }, { id: 'forward', title: '推荐' }, { id: 'pass', title: '通过' }, { id: 'check', title: '初审' }, { id: 'meeting', title: '会审' }] });
  });

  it('offers the answers that money reads, numbers alone and the sums under a budget table, and the conclusions of the table that a stage goes by', () => {
    const scheme = {
      forms: [{ id: 'application', schema: { properties: { name: { type: 'string' }, households: { type: 'integer' }, budget: {} } }, fields: { '/households': { title: { 'zh-CN': '受益户数' } }, '/budget': { title: { 'zh-CN': '预算表' }, record: { budget: {} } } } }],
      stages: [{ id: 'application', method: 'application', form: 'application' }, { id: 'route', method: 'rule', table: 'way', output: 'out' }],
      decisionTables: [{ id: 'way', outputs: [{ id: 'out', title: { 'zh-CN': '办理方式' } }] }], allocation: { reads: { requested: '/budget/requested' }, ranking: [{ by: 'fact', fact: 'households' }] },
    };
    expect(describePlace(scheme, '/allocation/reads/requested')?.refersTo?.choices).toEqual([
      { id: '/households', title: '受益户数' }, { id: '/budget/requested', title: '预算表：申请金额' }, { id: '/budget/own', title: '预算表：自筹资金' }, { id: '/budget/raised', title: '预算表：筹集资金' },
    ]);
    expect(describePlace(scheme, '/allocation/ranking/0/fact')?.refersTo?.choices).toEqual([{ id: 'households', title: '受益户数' }]);
    expect(describePlace(scheme, '/stages/1/output')?.refersTo?.choices).toEqual([{ id: 'out', title: '办理方式' }]);
  });

  it('begins an object of one shape where the format knows several', () => {
    const grading = (places: unknown): object => ({ evaluation: { gradings: [{ id: 'final', title: { 'zh-CN': '终评' }, by: 'places', grades: [{ id: 'special', title: { 'zh-CN': '特等' }, places }] }] } });
    expect(startObject(grading('UNDECIDED'), '/evaluation/gradings/0/grades/0/places')).toEqual({ count: 'UNDECIDED' });
  });

  it('knows nothing of misspelt names and of what the author made up', () => {
    expect(describePlace(demo, '/publicty')).toBeUndefined();
    expect(describePlace(demo, '/x-notes/anything')).toBeUndefined();
  });

  it('describes every place of every example', () => {
    for (const name of schemes) {
      const draft = draftOf(name);
      const lost: string[] = [];
      walkFormat(draft, (value, pointer) => {
        const place = describePlace(draft, pointer);
        if (place === undefined) lost.push(pointer);
        else if (place.kind === 'object' && isObject(value) && !isParameterReference(value)) {
          for (const key of Object.keys(value)) if (!key.startsWith('x-') && key !== '$schema' && !place.members.some((member) => member.name === key)) lost.push(`${pointer}/${key}`);
        }
      });
      expect(lost, name).toEqual([]);
    }
  });
});

/** Every property and every choice that a scheme can have, by the format itself. */
function namesOfTheFormat(): { properties: Set<string>; choices: Set<string>; descriptions: Set<string> } {
  const [properties, choices, descriptions] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const seen = new Set<unknown>();
  const visit = (sites: readonly SchemaSite[], name: string): void => {
    for (const { schema } of sites) {
      for (const choice of [...(Array.isArray(schema['enum']) ? schema['enum'] as unknown[] : []), schema['const']]) if (typeof choice === 'string' && schema['title'] !== 'Undecided') choices.add(`${name}=${choice}`);
      if (seen.has(schema) || schema['title'] === 'Case') continue;
      seen.add(schema);
      if (typeof schema['description'] === 'string') descriptions.add(schema['description']);
      if (isObject(schema['properties'])) for (const key of Object.keys(schema['properties'])) { properties.add(key); visit(formatSitesOf(sites, key), key); }
      if (schema['items'] !== undefined || schema['prefixItems'] !== undefined) visit(formatSitesOf(sites, '*'), name);
      if (isObject(schema['additionalProperties'])) visit(formatSitesOf(sites, 'x'), name);
    }
  };
  visit(formatRoot(), '');
  return { properties, choices, descriptions };
}

describe('words of the format', () => {
  const { properties, choices } = namesOfTheFormat();
  const isChinese = (text: string): boolean => /[一-鿿]/.test(text);

  it('has a Chinese and an English word for each property', () => {
    expect(properties.size).toBeGreaterThan(250);
    expect([...properties].filter((name) => !isChinese(formatName(name, 'zh-CN')))).toEqual([]);
    expect([...properties].filter((name) => isChinese(formatName(name, 'en')))).toEqual([]);
  });

  it('has a Chinese and an English word for each choice', () => {
    const words = [...choices].map((choice) => choice.split(/=(.*)/s) as [string, string]);
    expect(words.length).toBeGreaterThan(150);
    expect(words.filter(([name, value]) => !isChinese(formatValue(name, value, 'zh-CN'))).map(([name, value]) => `${name}=${value}`)).toEqual([]);
  });
});

describe('help of the format', () => {
  const { descriptions } = namesOfTheFormat();

  it('has a Chinese sentence for each English one', () => {
    expect(descriptions.size).toBeGreaterThan(400);
    expect([...descriptions].filter((text) => !/[一-鿿]/.test(formatHelp(text, 'zh-CN') ?? ''))).toEqual([]);
  });

  it('says nothing that the schemas do not say any more', () => {
    const written = new Set<unknown>();
    JSON.stringify(formatSchemas, (key, value: unknown) => { if (key === 'description') written.add(value); return value; });
    expect(Object.keys(chineseHelp).filter((text) => !written.has(text))).toEqual([]);
  });

  it('stands at a place in the language of the reader', () => {
    expect((['zh-CN', 'en'] as const).map((locale) => describePlace(demo, '/publicity', locale)?.description)).toEqual(['公众看到什么、在哪里、多久。', 'What the public is shown, where, how long.']);
  });

  it('is not repeated where the kind says it: every title is a text in two languages', () => {
    expect(['/title', '/stages/0/id', '/thresholds/0/ratio', '/thresholds/0/base'].map((pointer) => describePlace(demo, pointer)?.description !== undefined)).toEqual([false, false, false, true]);
  });
});

describe('startValue', () => {
  it('leaves open what the format lets open', () => {
    expect(startValue(demo, `/thresholds/${(demo as { thresholds: unknown[] }).thresholds.length}`)).toMatchObject({ title: { 'zh-CN': '新表决规则' }, base: 'UNDECIDED', op: 'UNDECIDED', ratio: 'UNDECIDED' });
  });

  it('takes an id that no neighbour has', () => {
    const draft = { thresholds: [{ id: 'threshold-2' }] };
    expect(startValue(draft, '/thresholds/1')).toMatchObject({ id: 'threshold-3' });
  });

  it('makes nothing that the format refuses for its shape', () => {
    const lists = ['/stages', '/thresholds', '/forms', '/publicity/notices', '/organisation/roles', '/organisation/levels', '/decisionTables', '/cycles', '/smallCaps', '/publicVotes', '/supervision/reports', '/allocation/caps', '/eligibility/rules', '/eligibility/hostFacts'];
    for (const list of lists) {
      const at = `${list}/0`;
      const made = startValue({}, at);
      const problems = parseScheme({ read: () => JSON.stringify(withValueAt(withValueAt({ formatVersion: 1, id: 'a', version: '1', title: { 'zh-CN': '甲' } }, list, []), at, made)) }).problems;
      expect(problems.filter(({ code, pointer }) => pointer.startsWith(list) && /^scheme\/(type|additionalProperties|enum|const|anyOf)/.test(code)).map(({ pointer, message }) => `${pointer} ${message}`), list).toEqual([]);
    }
  });
});
