import type { FormDefinition } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import type { OwnOperator } from '../operators/index.js';
import { checkForm } from './check-form.js';

const form = (fields: unknown, layout?: unknown): FormDefinition => ({
  id: 'application', title: { 'zh-CN': '申报表', en: 'Application' },
  schema: { type: 'object', properties: { households: { type: 'integer', title: '受益户数' }, kind: { type: 'string', title: '类别', enum: ['service', 'culture'] }, note: { type: 'string', title: '说明' } } },
  fields, ...(layout === undefined ? {} : { layout }),
}) as unknown as FormDefinition;
const visibleWhen = (condition: unknown): FormDefinition => form({ '/note': { visibleWhen: condition } });
const told = (definition: FormDefinition, options = {}): readonly string[] => checkForm(definition, options).map(({ code, pointer, params }) => [code, pointer, params['nearest']].join(' ').trim());
const at = '/fields/~1note/visibleWhen';

describe('checkForm', () => {
  it.each([
    [{ fact: 'housholds', operator: 'greaterThan', value: 20 }, `scheme/unknown-fact ${at}/fact households`],
    [{ any: [{ fact: 'households', operator: 'greaterThen', value: 20 }] }, `scheme/unknown-operator ${at}/any/0/operator greaterThan`],
    [{ fact: 'kind', operator: 'equal', value: 'servcie' }, `scheme/value-not-an-option ${at}/value service`],
    [{ fact: 'households', operater: 'equal', value: 2 }, `scheme/additionalProperties ${at}/operater operator`],
    [{ condition: 'isLarge' }, `scheme/condition-in-form ${at}/condition`],
  ])('finds in %j the slip', (condition, expected) => {
    expect(told(visibleWhen(condition))[0]).toBe(expected);
  });

  it('looks at the conditions of the layout too, and at settings', () => {
    const steps = [{ id: 'a', title: { 'zh-CN': '一' }, visibleWhen: { fact: 'knd', operator: 'equal', value: 'service' }, sections: [{ id: 's', fields: ['/kind'] }] }];
    expect(told(form({ '/note': { hepl: {} } }, { steps }))).toEqual(['scheme/additionalProperties /fields/~1note/hepl help', 'scheme/unknown-fact /layout/steps/0/visibleWhen/fact kind']);
  });

  it('speaks both languages, of the form by its id', () => {
    const slip = visibleWhen({ fact: 'housholds', operator: 'greaterThan', value: 20 });
    const [chinese] = checkForm(slip);
    const [english] = checkForm(slip, { locale: 'en' });
    expect(chinese).toMatchObject({ severity: 'error', document: 'application', remedy: expect.stringContaining('是否想写“households”') as unknown });
    expect(english).toMatchObject({ message: expect.stringContaining('Unknown fact "housholds"') as unknown, remedy: expect.stringContaining('Did you mean "households"?') as unknown });
  });

  it('finds nothing wrong with answers, reserved facts, facts of the page and its operators', () => {
    const operators: readonly OwnOperator[] = [{ name: 'isNear', accepts: ['text'], wants: 'any', compare: () => true }];
    const condition = { all: [{ fact: 'kind', operator: 'equal', value: 'service' }, { fact: 'today', operator: 'greaterThan', value: '2026-03-05' }, { fact: 'households', operator: 'greaterThan', value: { fact: 'parameters', path: '$.least' } }, { fact: 'otherLiveApplication', operator: 'equal', value: false }, { fact: 'note', operator: 'isNear', value: 'a' }] };
    expect(told(visibleWhen(condition), { facts: ['otherLiveApplication'], operators })).toEqual([]);
    expect(told(visibleWhen(condition))).toEqual([`scheme/unknown-operator ${at}/all/4/operator`, `scheme/unknown-fact ${at}/all/3/fact`]);
  });

  it('is told of misuse as checkFormDefinition is', () => {
    expect(() => checkForm(undefined as unknown as FormDefinition)).toThrow(TypeError);
  });
});
