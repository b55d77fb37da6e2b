import { loadSchemeFolder } from '@cobuild/core/node';
import { describe, expect, it } from 'vitest';
import { conditionText } from './fact-choices.js';
import { listParameterChoices } from './parameter-choices.js';

const { draft: gaoming } = loadSchemeFolder('examples/schemes/gaoming-demo');
const labels = (scheme: unknown, key: string): readonly string[] => listParameterChoices(scheme, key).map(({ label }) => label);

describe('listParameterChoices', () => {
  it('has the options of the answer that a condition looks up in the list, with their titles', () => {
    expect(listParameterChoices(gaoming, 'scopeCategories')).toEqual([
      { value: 'propertyService', label: '党建+物业服务' }, { value: 'volunteerService', label: '党建+志愿服务' }, { value: 'redCulture', label: '党建+红色文化' }, { value: 'other', label: '其他' },
    ]);
    expect(listParameterChoices(gaoming, 'scopeCategories', 'en')[3]).toEqual({ value: 'other', label: 'Other' });
  });

  it('has those of an answer with several values', () => {
    const { choices: _, ...negativeList } = (gaoming as { parameters: { negativeList: Record<string, unknown> } }).parameters.negativeList;
    expect(labels({ ...(gaoming as object), parameters: { negativeList } }, 'negativeList')).toEqual(['发放工资、津贴补贴', '宴请、送礼、旅游', '偿还债务', '以上都没有']);
  });

  it('has only what the parameter names as its choices, with the titles of the form', () => {
    expect(labels(gaoming, 'negativeList')).toEqual(['发放工资、津贴补贴', '宴请、送礼、旅游', '偿还债务']);
  });

  it('has what the list holds and the form does not offer, and nothing where no condition reads the list', () => {
    const scheme = { ...(gaoming as object), parameters: { scopeCategories: { type: 'list', value: ['gone'] }, unread: { type: 'list', value: ['08:30'] } } };
    expect(listParameterChoices(scheme, 'scopeCategories')).toContainEqual({ value: 'gone', label: 'gone' });
    expect(listParameterChoices(scheme, 'unread')).toEqual([]);
  });
});

it('a condition names the steps of a record as the record does', () => {
  expect(conditionText(gaoming, '/eligibility/rules/4/conditions')).toBe('四议记录的步骤须包括“村‘两委’商议”');
});
