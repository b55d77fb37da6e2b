import { describe, expect, it } from 'vitest';
import type { Scheme } from '../../generated/types.js';
import { loadSchemeFolder } from '../../node/index.js';
import { withValueAt } from '../../problems/with-value-at.js';
import { diffSchemes } from './diff-schemes.js';

const { scheme } = loadSchemeFolder('examples/schemes/gaoming-demo');
if (scheme === undefined) throw new Error('the example scheme does not load');
const demo: Scheme = scheme;
const edit = (pointer: string, value: unknown): Scheme => withValueAt(demo, pointer, value) as Scheme;
const lines = (after: Scheme, before: Scheme = demo): string[] => diffSchemes(before, after, 'zh-CN').map((change) => `${change.class} ${change.sentence}`);
const stageAt = (id: string): number => demo.stages.findIndex((stage) => stage.id === id);

describe('diffSchemes', () => {
  it('finds nothing between a scheme and a copy with its members in another order', () => {
    const reversed = Object.fromEntries(Object.entries(demo).reverse()) as unknown as Scheme;
    expect(diffSchemes(demo, JSON.parse(JSON.stringify(reversed)) as Scheme)).toEqual([]);
  });

  it('row 4: shows a changed threshold in one line', () => {
    expect(lines(edit('/parameters/passRatio/value', { p: 2, q: 3 }))).toEqual(['attention 「会审通过比例」由 1/2 改为 2/3']);
    expect(lines(edit('/thresholds/0/ratio', { p: 2, q: 3 }))).toEqual(['attention 「区级会审表决」的通过比例由 参数「会审通过比例」 改为 2/3']);
  });

  it('names a parameter by its title, money as money', () => {
    expect(lines(edit('/parameters/perProjectCap/value', 150000))).toEqual([expect.stringMatching(/^attention 「.*上限.*」由 200,000\.00 元 改为 150,000\.00 元$/)]);
  });

  it.each<[string, string, unknown, string]>([
    ['a text', '/title', { 'zh-CN': '新名称' }, 'harmless'],
    ['a version number', '/version', '9.0.0', 'harmless'],
    ['the remedy of a requirement', '/eligibility/rules/0/remedy', { 'zh-CN': '换一个' }, 'harmless'],
    ['a requirement that is gone', '/eligibility/rules/0', undefined, 'attention'],
    ['the deadline of a stage', `/stages/${stageAt('preliminary')}/deadline`, { amount: 3, unit: 'workingDay' }, 'attention'],
    ['whether a reviewer has to give a reason', `/stages/${stageAt('preliminary')}/outcomes/0/reason`, 'required', 'attention'],
    ['a question that is gone', '/forms/0/schema/properties/projectName', undefined, 'breaking'],
    ['a question of another type', '/forms/0/schema/properties/projectName/type', 'number', 'breaking'],
    ['a new question that may be left out', '/forms/0/schema/properties/shortName', { type: 'string' }, 'harmless'],
    ['a shorter text', '/forms/0/schema/properties/projectName/maxLength', 3, 'breaking'],
    ['a longer text', '/forms/0/schema/properties/projectName/maxLength', 4000, 'harmless'],
    ['a form that is gone', '/forms/0', undefined, 'breaking'],
    ['help for a field', '/forms/0/fields/~1projectName/help', { 'zh-CN': '写全称' }, 'harmless'],
    ['a field that is asked for under a condition', '/forms/0/fields/~1projectName/requiredWhen', { fact: 'category', operator: 'equal', value: 'property' }, 'breaking'],
    ['what of a field is published', '/forms/0/fields/~1projectName/publish', 'masked', 'attention'],
  ])('puts %s into its class', (_, pointer, value, expected) => {
    const changes = diffSchemes(demo, edit(pointer, value));
    expect(changes.map((change) => change.class)).toEqual([expected]);
    expect(changes[0]?.sentence).not.toBe('');
  });

  it('takes a newly required answer as breaking, one that is no longer required as harmless', () => {
    const required = (demo.forms[0]?.schema as { required: string[] }).required;
    const fewer = edit('/forms/0/schema/required', required.slice(1));
    expect(lines(fewer)[0]).toMatch(/^harmless/);
    expect(lines(demo, fewer)[0]).toMatch(/^breaking/);
  });

  it('tells an order that changed from things that changed', () => {
    const changes = diffSchemes(demo, { ...demo, thresholds: [...(demo.thresholds ?? [])], forms: [...demo.forms].reverse() });
    expect(changes.map(({ kind, pointer }) => [kind, pointer])).toEqual([['moved', '/forms']]);
  });

  it('puts the gravest first', () => {
    const after = withValueAt(edit('/title', { 'zh-CN': '新名称' }), '/forms/0/schema/properties/projectName', undefined) as Scheme;
    expect(diffSchemes(demo, after).map((change) => change.class)).toEqual(['breaking', 'harmless']);
    expect(diffSchemes(demo, after, 'en')[0]?.sentence).toMatch(/is gone/);
  });

  it.each<[string, Scheme, string]>([
    ['a question that is gone', edit('/forms/0/schema/properties/category', undefined), '去掉「农村党群共建专项资金项目申报表」的“项目类别”'],
    ['a new question', edit('/forms/0/schema/properties/shortName', { type: 'string', title: '简称' }), '新增「农村党群共建专项资金项目申报表」的“简称”'],
    ['a limit', edit('/forms/0/schema/properties/projectName/maxLength', 3), '「农村党群共建专项资金项目申报表」的“项目名称”的最多字数由 60 改为 3'],
    ['a type', edit('/forms/0/schema/properties/projectName/type', 'number'), '「农村党群共建专项资金项目申报表」的“项目名称”的类型由 文字 改为 数字'],
    ['answers that are not listed', edit('/forms/0/schema/additionalProperties', true), '「农村党群共建专项资金项目申报表」的未列出的字段由 不允许 改为 允许'],
    ['help for a field', edit('/forms/0/fields/~1projectName/help', { 'zh-CN': '写全称' }), '「农村党群共建专项资金项目申报表」的“项目名称”的填写说明'],
    ['a test that is gone', { ...demo, tests: (demo.tests ?? []).slice(1) }, `去掉测试“${demo.tests?.[0]?.description as string}”`],
  ])('names %s by its title, in words', (_, after, expected) => {
    const sentences = diffSchemes(demo, after).map(({ sentence }) => sentence);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain(expected);
    expect(diffSchemes(demo, after, 'en')[0]?.sentence).not.toMatch(/undefined|[「」]/);
  });

  it('names required answers and options by their titles', () => {
    const before = edit('/forms/0/schema/required', ['projectName', 'category']);
    const after = edit('/forms/0/schema/required', ['projectName']);
    expect(diffSchemes(before, after)[0]?.sentence).toBe('「农村党群共建专项资金项目申报表」的必填项由 项目名称、项目类别 改为 项目名称');
    const { enum: options } = (demo.forms[0]?.schema as { properties: { category: { enum: string[] } } }).properties.category;
    expect(diffSchemes(edit('/forms/0/schema/properties/category/enum', options.slice(0, 2)), edit('/forms/0/schema/properties/category/enum', ['propertyService']))[0]?.sentence).toContain('党建+物业服务');
  });

  it('says of a long list what it names now and what not any more, and names the fields of a section by their titles', () => {
    const { required } = demo.forms[0]?.schema as { required: string[] };
    const [changed] = diffSchemes(demo, edit('/forms/0/schema/required', [...required.slice(1), 'progress']));
    expect(changed?.sentence).toBe('「农村党群共建专项资金项目申报表」的必填项增加 progress，去掉 项目名称');
    expect(diffSchemes(demo, edit('/forms/0/schema/required', required.slice(1)), 'en')[0]?.sentence).toBe('“Application to the rural party–mass co-building fund”, required answers: loses Project name.');
    const fields = '/forms/0/layout/steps/0/sections/0/fields';
    const [moved] = diffSchemes(demo, edit(fields, ['/projectName', '/category', '/amountRequested']));
    expect([moved?.words.after, moved?.words.gained]).toEqual([expect.not.stringContaining('/'), expect.stringMatching(/[\u4e00-\u9fff]/)]);
    // Nothing of the former list is left: it is another list.
    expect(diffSchemes(edit(fields, ['/projectName']), edit(fields, ['/category']))[0]?.words).not.toHaveProperty('gained');
  });
});
