import { describe, expect, it } from 'vitest';
import { checkAnswers } from '../form/index.js';
import type { FormDefinition } from '../generated/types.js';
import { createInterpreter, schemeFormats } from '../validation/index.js';
import { sampleOfPattern } from './sample/sample-pattern.js';
import { sampleAnswers } from './sample-answers.js';

const title = (chinese: string) => ({ 'zh-CN': chinese });
const form = (properties: object, more: object = {}): FormDefinition => ({ id: 'f', title: title('表'), schema: { type: 'object', required: Object.keys(properties), properties }, ...more });
const validator = createInterpreter({ formats: schemeFormats });
const problemsOf = (definition: FormDefinition): readonly string[] => checkAnswers(definition, sampleAnswers(definition), { validator, evaluateCondition: () => true }).problems.map(({ code, pointer }) => `${code} ${pointer}`);

describe('sampleAnswers', () => {
  it('answers every kind of question so that the form has nothing to say', () => {
    const definition = form({
      name: { type: 'string', title: '项目名称', minLength: 12, maxLength: 14 }, phone: { type: 'string', pattern: '^1[3-9][0-9]{9}$' }, id: { type: 'string', format: 'citizen-number' }, code: { type: 'string', format: 'organisation-code' },
      account: { type: 'string', format: 'bank-account' }, area: { type: 'string', format: 'area-code' }, mail: { type: 'string', format: 'email' }, day: { type: 'string', format: 'date' }, time: { type: 'string', format: 'time' }, at: { type: 'string', format: 'date-time' },
      amount: { type: 'number', format: 'money', maximum: 500 }, count: { type: 'integer', minimum: 100 }, above: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }, even: { type: 'integer', multipleOf: 2, minimum: 3 },
      kind: { enum: ['a', 'b'] }, kinds: { type: 'array', uniqueItems: true, minItems: 2, items: { enum: ['a', 'b', 'c'] } }, pledge: { type: 'boolean', const: true }, fixed: { const: 'x' },
      lines: { type: 'array', minItems: 3, items: { type: 'object', required: ['what'], properties: { what: { type: 'string' } } } }, pair: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false, minItems: 2 },
      period: { type: 'object', required: ['from', 'to'], properties: { from: { type: 'string', format: 'date' }, to: { type: 'string', format: 'date' } } },
      length: { type: 'object', required: ['amount', 'unit'], properties: { amount: { type: 'integer' }, unit: { enum: ['month', 'year'] } } },
      place: { type: 'object', required: ['area', 'detail'], properties: { area: { type: 'string', format: 'area-code' }, detail: { type: 'string' } } },
      either: { oneOf: [{ type: 'object', required: ['card'], properties: { card: { type: 'string', minLength: 5 } }, additionalProperties: false }, { type: 'object', required: ['cash'], properties: { cash: { type: 'boolean' } }, additionalProperties: false }] },
    }, { fields: { '/period': { widget: 'dateRange' }, '/length': { widget: 'period' }, '/place': { widget: 'address' } } });
    expect(problemsOf(definition)).toEqual([]);
    expect(sampleAnswers(definition)['name']).toMatch(/^村口凉亭修缮项目/);
  });

  it('fills in records by their settings', () => {
    const definition = form({ category: { enum: ['big', 'small'] }, budget: {}, opinions: {}, discussions: {}, parties: {}, indicators: {}, files: {}, pledge: {} }, {
      fields: {
        '/budget': { record: { budget: { subjects: [{ id: 'work', title: title('工程') }], perProjectCap: 15000, coFunding: { ownShareMinimum: { p: 1, q: 3 } }, categoryCaps: [{ category: 'big', title: title('大'), maximum: 9000 }] } } },
        '/opinions': { record: { opinions: { groups: [{ id: 'a', title: title('党员'), minimum: 40 }, { id: 'b', title: title('群众') }], minimum: 90, dated: true, support: { op: '>', ratio: { p: 1, q: 2 }, base: 'asked' } } } },
        '/discussions': { record: { discussions: { sources: [{ id: 'm', title: title('群众') }], steps: [
          { id: 'one', title: title('提议') }, { id: 'two', title: title('审议'), notice: { amount: 3, unit: 'workingDay' }, officer: true, attendance: { op: '>=', ratio: { p: 2, q: 3 } }, majority: { op: '>', ratio: { p: 1, q: 2 }, base: 'entitled' } },
          { id: 'board', title: title('公开'), kind: 'disclosure', publicity: { amount: 5, unit: 'workingDay' }, supervisor: true },
        ] } } },
        '/parties': { record: { applicants: { confirm: 'all', minimumPartners: 2, leadShare: { p: 2, q: 3 }, covers: ['/category'] } } },
        '/indicators': { record: { indicators: { weighted: true, minimum: 3 } } },
        '/files': { record: { attachments: { accept: ['.pdf'], minimumCount: 3, kinds: [{ id: 'p', title: title('照片'), accept: ['image/*'], minimum: 2 }, { id: 'q', title: title('报价') }] } } },
        '/pledge': { record: { pledge: { text: title('我承诺。'), signers: [{ id: 's', title: title('书记') }, { id: 't', title: title('主任') }], inOrder: true } } },
      },
    });
    expect(problemsOf(definition)).toEqual([]);
    expect(sampleAnswers(definition)['budget']).toMatchObject({ requested: 9000, own: 11000 });
  });

  it('is the same every time, and follows the day that is given', () => {
    const definition = form({ day: { type: 'string', format: 'date' }, name: { type: 'string', title: '联系人' } });
    expect(sampleAnswers(definition)).toEqual(sampleAnswers(definition));
    expect(sampleAnswers(definition, { today: '2027-01-01' })).toEqual({ day: '2027-01-31', name: '陈伟明' });
    expect(sampleAnswers(definition, { locale: 'en' })).toMatchObject({ name: 'Chen Weiming' });
  });

  it('leaves out what nobody is asked, where conditions can be answered', () => {
    const definition = form({ name: { type: 'string' } }, { fields: { '/name': { visibleWhen: { fact: 'x', operator: 'equal', value: 1 } } } });
    expect(sampleAnswers(definition, { evaluateCondition: () => false })).toEqual({});
    expect(sampleAnswers(definition, { evaluateCondition: () => true })).toHaveProperty('name');
  });

  it('reads limits of records that are parameters', () => {
    const definition = form({ budget: {} }, { fields: { '/budget': { record: { budget: { perProjectCap: { parameter: 'cap' } } } } } });
    expect(sampleAnswers(definition, { facts: { parameters: { cap: 500 } } })['budget']).toMatchObject({ requested: 500, own: 19500 });
  });
});

describe('sampleOfPattern', () => {
  it.each(['^1[3-9][0-9]{9}$', '^[0-9]{8,30}$', '^0[0-9]{2,3}-?[0-9]{7,8}$', '^20[0-9]{2}-(0[1-9]|1[0-2])$', '^[A-Za-z][A-Za-z0-9-]*$', '^[\\u4e00-\\u9fa5]{2,4}$', '^(?:甲|乙)\\d+$'])('fits %s', (pattern) => {
    expect([0, 1, 2].map((index) => new RegExp(pattern, 'u').test(sampleOfPattern(pattern, index) ?? ''))).toEqual([true, true, true]);
  });

  it('finds nothing for an expression that is broken or looks ahead', () => {
    expect([sampleOfPattern('(', 0), sampleOfPattern('^(?=.*x)y$', 0)]).toEqual([undefined, undefined]);
  });
});
