import { expect, it } from 'vitest';
import { newSchemeTexts } from '../editing/new-scheme.js';
import { createSchemeDraft } from '../editing/scheme-draft.js';
import { parseScheme } from './parse-scheme.js';

// In a file of its own: nothing before has loaded the parts of the form's model that a reference needs.
it('a form that is drawn from a definition may hold a record too, in whatever order the program was loaded', () => {
  const draft = createSchemeDraft(newSchemeTexts('shared', '共用定义'));
  const steps = { id: 'steps-v1', title: { 'zh-CN': '步骤' }, schema: { $id: 'steps/v1', type: 'array', items: { type: 'string' } }, fields: { '': { publish: 'plain' } } };
  const form = {
    id: 'plan', title: { 'zh-CN': '方案' }, schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties: { steps: { $ref: 'steps/v1' }, budget: {} } },
    layout: { steps: [{ id: 'one', title: { 'zh-CN': '一' }, sections: [{ id: 'a', title: { 'zh-CN': '甲' }, fields: ['/steps', '/budget'] }] }] },
    fields: { '/steps': { title: { 'zh-CN': '步骤' } }, '/budget': { title: { 'zh-CN': '预算' }, record: { budget: {} } } },
  };
  draft.change([{ kind: 'set', pointer: '/definitions', value: [steps] }, { kind: 'insert', pointer: '/forms', index: 1, value: form }]);
  const { texts } = draft;
  const { scheme, problems } = parseScheme({ read: (path) => texts[path] });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(scheme?.forms[1]?.schema).toMatchObject({ properties: { steps: { $ref: '#/$defs/steps-v1' } } });
});
