import { describe, expect, it } from 'vitest';
import { define, open, validator, when } from '../../test/form/form-fixture.js';
import type { FormDefinition } from '../generated/types.js';
import type { FormCheckOptions } from './check-form-definition.js';
import { checkFormDefinition } from './check-form-definition.js';

const person = { title: '个人', type: 'object', properties: { name: { type: 'string', title: '姓名' } }, required: ['name'] };
const unit = { title: '单位', type: 'object', properties: { name: { type: 'string', title: '单位名称' }, code: { type: 'string' } }, required: ['name', 'code'] };

describe('checkFormDefinition', () => {
  it('finds nothing wrong with a plain form', () => {
    expect(checkFormDefinition(define({ properties: { a: { type: 'string' } } }), { validator })).toEqual([]);
  });

  it('says what the form itself says, in either language', () => {
    const broken = define(
      { properties: { odd: { type: 'object', additionalProperties: false }, a: { type: 'number' }, far: { $ref: 'https://example.org/other' } } },
      { fields: { '/nobody': { recommended: true } }, computed: { '/a': { op: 'sum', of: ['/a'], missing: 'zero' } } },
    );
    const problems = checkFormDefinition(broken, { validator, locale: 'en' });
    expect(problems.map((problem) => [problem.code, problem.severity, problem.pointer])).toEqual([
      ['form/schema', 'error', '/schema/properties/far/$ref'],
      ['form/computed-cycle', 'error', '/computed/~1a'],
      ['form/unknown-reference', 'warning', '/schema/properties/far'],
      ['form/unsupported', 'warning', '/schema/properties/odd'],
      ['form/unsupported', 'warning', '/schema/properties/far'],
      ['form/unknown-field', 'warning', '/fields/~1nobody'],
    ]);
    // An opened form says the same; how to mend it is for whoever checks the definition.
    expect(open(broken, { locale: 'en' }).definitionProblems.map(({ code, message }) => [code, message])).toEqual(problems.map(({ code, message }) => [code, message]));
    expect(problems.map(({ remedy = '' }) => remedy).filter((remedy) => remedy === '')).toEqual([]);
  });

  it('finds what does nothing as it stands, and says how to mend it', () => {
    const definition = define(
      { properties: { kind: { type: 'string', enum: ['a', 'b'], default: 'c' }, note: { type: 'string', maxLenght: 10, format: 'dat' }, money: { type: 'object' }, total: { type: 'number' } } },
      {
        fields: { '/kind': { options: { a: { 'zh-CN': '甲' }, aa: { 'zh-CN': '乙' } }, optionsWhen: { bb: { fact: 'note', operator: 'equal', value: 'x' } } }, '/note': { nullAnswer: 'offer', mask: 'name', publish: 'plain' }, '/money': { record: { budget: {}, indicators: {} } } },
        computed: { '/total': { op: 'sum', of: ['/note'], missing: 'zero' } },
      },
    );
    const problems = checkFormDefinition(definition, { validator });
    expect(problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'form/unknown-option /fields/~1kind/options/aa', 'form/unknown-option /fields/~1kind/optionsWhen/bb', 'form/option-untitled /fields/~1kind/options', 'form/default-unfit /schema/properties/kind/default',
      'form/mask-unused /fields/~1note/mask', 'form/null-unused /fields/~1note/nullAnswer', 'form/record-kinds /fields/~1money/record',
      'form/unknown-keyword /schema/properties/note/maxLenght', 'form/unknown-format /schema/properties/note/format', 'form/computed-operand /computed/~1total/of/0',
    ]);
    expect(problems[7]?.remedy).toContain('是否想写“maxLength”');
  });

  it.each<[string, readonly object[], readonly string[]]>([
    ['the names of one are among those that the other asks for', [person, unit], ['/schema/properties/payee/oneOf/0']],
    ['one asks for nothing', [{ title: '无' }, unit], ['/schema/properties/payee/oneOf/0']],
    ['both are the same', [person, { ...person, title: '代理人' }], ['/schema/properties/payee/oneOf/0', '/schema/properties/payee/oneOf/1']],
    ['a property tells them apart', [{ ...person, properties: { ...person.properties, kind: { const: 'person' } } }, { ...unit, properties: { ...unit.properties, kind: { const: 'unit' } } }], []],
    ['one takes no further names', [{ ...person, additionalProperties: false }, unit], []],
    ['each asks for what the other has not', [person, { ...unit, required: ['code'] }], []],
    ['they are of different types', [person, { type: 'string' }], []],
  ])('says where nobody could submit a full answer to an alternative, since another fits it, too: %s', (_, oneOf, expected) => {
    const problems = checkFormDefinition(define({ properties: { payee: { title: '收款方', oneOf } } }), { validator });

    expect(problems.filter(({ code }) => code === 'form/overlapping-branches').map(({ pointer }) => pointer)).toEqual(expected);
  });

  it('names the alternatives that overlap, and says how to tell them apart', () => {
    const [problem] = checkFormDefinition(define({ properties: { payee: { title: '收款方', oneOf: [person, unit] } } }), { validator });

    expect(problem?.message).toBe('「收款方」的情况“个人”也容得下“单位”的填法：填全了就同时符合两种情况，不能提交');
    expect(problem?.remedy).toContain('"const"');
  });

  it.each([
    ['zh-CN', '「名称」不认识“visibleWen”这一项', '是否想写“visibleWhen”？'],
    ['en', '"名称": "visibleWen" is not known here.', 'Did you mean "visibleWhen"?'],
  ] as const)('names settings, values and parts of conditions that the format of forms does not know, with the nearest name, in %s', (locale, message, remedy) => {
    const slips = {
      ...define({ properties: { name: { type: 'string', title: '名称' }, cost: { type: 'object' }, lines: { type: 'array', items: { type: 'object', properties: { amount: { type: 'number' } } } } } }),
      versoin: 2,
      fields: {
        '/name': { visibleWen: when('cost', 1), width: 'hlaf', recommended: 'yes', requiredWhen: { fact: 'cost', operater: 'equal', value: 1 }, readonlyWhen: { alll: [] } },
        '/cost': { record: { budget: { sbujects: [] } } },
        '/lines/*/amount': { visibleWhen: { all: [when('name', 'a'), 5] }, placeholder: { 'zh-cn': '金额' } },
      },
      layout: { shwo: 'page', steps: [{ id: 'a', title: { 'zh-CN': '一' }, sections: [{ id: 's', fields: ['/name'], feilds: [] }] }] },
      computed: { '/lines/*/amount': { op: 'summ', of: ['/cost'], missing: 'zero' } },
    };
    const problems = checkFormDefinition(slips as unknown as FormDefinition, { validator, locale }).filter(({ code }) => code.startsWith('scheme/'));
    expect(problems.map(({ code, pointer, params }) => [code.slice('scheme/'.length), pointer, params['nearest']].join(' ').trim())).toEqual([
      'additionalProperties /versoin version', 'additionalProperties /fields/~1name/visibleWen visibleWhen', 'enum /fields/~1name/width half', 'type /fields/~1name/recommended',
      'additionalProperties /fields/~1name/requiredWhen/operater operator', 'required /fields/~1name/requiredWhen/operator', 'anyOf /fields/~1name/readonlyWhen all',
      'additionalProperties /fields/~1cost/record/budget/sbujects subjects', 'anyOf /fields/~1lines~1*~1amount/visibleWhen/all/1', 'additionalProperties /fields/~1lines~1*~1amount/placeholder/zh-cn zh-CN',
      'required /fields/~1lines~1*~1amount/placeholder/zh-CN', 'additionalProperties /layout/shwo show', 'additionalProperties /layout/steps/0/sections/0/feilds fields', 'enum /computed/~1lines~1*~1amount/op sum',
    ]);
    const slip = problems.find(({ pointer }) => pointer === '/fields/~1name/visibleWen');
    expect([slip?.document, slip?.severity, slip?.message]).toEqual(['test', 'error', message]);
    expect(slip?.remedy).toContain(remedy);
  });

  it('tells a place once, where the form and its format both find something wrong', () => {
    const bare = checkFormDefinition({ type: 'object', id: 'bare', title: { 'zh-CN': '表' } } as unknown as FormDefinition, { validator });
    expect(bare.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(['form/schema /schema', 'form/unsupported /schema', 'scheme/additionalProperties /type']);
  });

  it('names options that a widget does not read, of the page’s own widgets where it says what they read', () => {
    const definition = define(
      { properties: { share: { type: 'number' }, stay: { type: 'string', format: 'date' }, stars: { type: 'integer' }, other: { type: 'integer' } } },
      {
        fields: {
          '/share': { widget: 'percent', widgetOptions: { base: 10, stpe: 1, $comment: 'Note', 'x-note': 1, __proto__: 1 } },
          '/stay': { widgetOptions: { min: '2026-02-29', max: '2026-12-31' } },
          '/stars': { widget: 'stars', widgetOptions: { moost: 5, words: [{ 'zh-CN': '好' }] } },
          '/other': { widget: 'thumbs', widgetOptions: { any: 'thing' } },
        },
      },
    );
    const found = (widgetOptions?: FormCheckOptions['widgetOptions']): readonly string[] => checkFormDefinition(definition, { validator, ...(widgetOptions && { widgetOptions }) }).map(({ code, pointer, params }) => [code, pointer, params['nearest']].join(' ').trim());
    const builtIn = ['form/widget-option-value /fields/~1share/widgetOptions/base', 'form/unknown-widget-option /fields/~1share/widgetOptions/stpe step', 'form/widget-option-value /fields/~1stay/widgetOptions/min'];
    expect(found()).toEqual(builtIn);
    expect(found({ stars: { most: 'number', words: 'titles' } })).toEqual([...builtIn, 'form/unknown-widget-option /fields/~1stars/widgetOptions/moost most']);
  });

  it('asks about a widget whose name is nearly that of a built-in one, and takes any other for the page’s own', () => {
    const definition = define({ properties: { a: { type: 'string' }, b: { type: 'string' }, c: { type: 'string' } } }, { fields: { '/a': { widget: 'textarae' }, '/b': { widget: 'signature-pad' }, '/c': { widget: 'textarea' } } });
    const found = (options: Partial<FormCheckOptions> = {}): readonly string[] => checkFormDefinition(definition, { validator, ...options }).map(({ code, pointer, message, remedy }) => [code, pointer, message, remedy].join(' | '));

    expect(found()).toEqual(['form/unknown-widget | /fields/~1a/widget | 「a」的控件“textarae”不是自带的控件，没有登记就按普通的样子显示 | 是否想写“textarea”？']);
    expect(found({ locale: 'en' })[0]).toContain('Did you mean “textarea”?');
    expect(found({ widgetOptions: { textarae: {} } })).toEqual([]);
  });

  it('asks whether anything is really meant where no type, no items or no properties are said; not where the schema says so', () => {
    const unsaid = define({ properties: { a: {}, b: { type: 'array' }, c: { type: 'object' }, d: { type: 'array', items: {} } } });
    expect(checkFormDefinition(unsaid, { validator }).map(({ code, severity, pointer }) => `${code} ${severity} ${pointer}`)).toEqual([
      'form/any-value warning /schema/properties/a', 'form/any-value warning /schema/properties/b', 'form/any-value warning /schema/properties/c', 'form/any-value warning /schema/properties/d/items',
    ]);
    const said = define({ properties: { a: true, b: { type: 'array', items: true }, c: { type: 'object', additionalProperties: true }, d: { type: ['string', 'array'], items: true } } });
    expect(checkFormDefinition(said, { validator })).toEqual([]);
  });

  it('knows the choices of yes and no, and the word for nothing to say', () => {
    const definition = define(
      { properties: { agreed: { type: 'boolean' }, kind: { type: ['string', 'null'], enum: ['a', null] } } },
      { fields: { '/agreed': { options: { true: { 'zh-CN': '同意' }, false: { 'zh-CN': '不同意' } } }, '/kind': { options: { a: { 'zh-CN': '甲' }, null: { 'zh-CN': '没有' } } } } },
    );
    expect(checkFormDefinition(definition, { validator })).toEqual([]);
  });

  it.each([
    [{ a: { $ref: '#/$defs/none' } }, '“/schema/properties/a/$ref”处引用的定义找不到'],
    [{ a: { type: 'string', pattern: '(' } }, '“/schema/properties/a/pattern”处的正则表达式写得不对'],
    [{ a: { type: 'text' } }, '“/schema/properties/a/type”处的写法不符合 JSON Schema'],
  ])('says in one language where the schema %j is wrong, the words of the validator beside it', (properties, reason) => {
    const problemIn = (locale: 'zh-CN' | 'en') => checkFormDefinition(define({ properties }), { validator, locale })[0];
    expect(problemIn('zh-CN')?.message).toBe(`表单「项目申报表」的数据定义无法使用：${reason}`);
    const detail = problemIn('zh-CN')?.params['detail'];
    expect(detail).toMatch(/^[ -~]+$/);
    expect(problemIn('en')?.message).toBe(`The data definition of the form “Application” cannot be used: ${String(detail)}`);
  });
});
