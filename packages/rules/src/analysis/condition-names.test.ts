import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withValueAt } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { conditionName } from './condition-names.js';

const base = JSON.parse(readFileSync(fileURLToPath(new URL('../../test/broken-schemes/base/scheme.json', import.meta.url)), 'utf8')) as unknown;
const many = { fact: 'households', operator: 'greaterThan', value: 50 };
const road = { fact: 'category', operator: 'equal', value: 'road' };
const AT = '/eligibility/rules/0/conditions';
const named = (condition: unknown, inside = '', locale: 'zh-CN' | 'en' = 'zh-CN') => conditionName(withValueAt(base, AT, condition), AT + inside, locale);

describe('conditionName', () => {
  it('calls a comparison by the titles of what it compares, and by what it belongs to', () => {
    expect(named(many)).toEqual({ subject: '申报条件“申报人是村”里的“受益户数须大于 50”', short: '“受益户数须大于 50”', text: '受益户数须大于 50' });
    expect(named(many, '', 'en').subject).toBe('"受益户数 must be more than 50" in the requirement "申报人是村"');
    expect(named(road).text).toBe('类别须为‘道路’');
    expect(named({ fact: 'lines', path: '$[*].amount', operator: 'everyFact:greaterThan', value: 0 }).text).toContain('金额');
    expect(named({ fact: 'lines', path: '$.length', operator: 'greaterThan', value: 2 }).text).toBe('预算明细的项数须大于 2');
    expect(named({ fact: 'households', operator: 'lessThan', value: { fact: 'parameters', path: '$.minHouseholds' } }).text).toContain('最少受益户数');
    expect(named({ fact: 'applicant', path: '$.level', operator: 'equal', value: 'village' }).text).toBe('申报单位层级须为‘村’');
  });

  it('writes out a group of three comparisons, and calls a longer one a group', () => {
    expect(named({ any: [{ all: [many, road] }, many] }, '/any/0').subject).toBe('申报条件“申报人是村”里的“受益户数须大于 50；类别须为‘道路’”');
    expect(named({ any: [{ all: [many, road, many, road] }, many] }, '/any/0')).toEqual({ subject: '申报条件“申报人是村”里的一组条件', short: '另一组条件' });
    expect(named({ any: [{ all: [many, road, many, road] }, many] }, '/any/0', 'en')).toEqual({ subject: 'a group of conditions in the requirement "申报人是村"', short: 'another group of conditions' });
  });

  it('calls the whole by its title, and says where nothing is in it', () => {
    expect(named({ all: [many, road, many, road] }).subject).toBe('申报条件“申报人是村”');
    expect(named({ all: [] })).toEqual({ subject: '申报条件“申报人是村”（里面没有写任何条件）', short: '空的一组条件' });
    expect(named({ all: [{ any: [] }] }, '/all/0').subject).toBe('申报条件“申报人是村”里的一组条件（里面没有写任何条件）');
  });

  it.each([
    ['/eligibility/conditions/isVillage', '公用条件“isVillage”里的“申报单位层级须为‘村’”'],
    ['/forms/0/fields/~1otherCategory/visibleWhen', '“其他类别”这一项的显示或必填条件里的“类别须为‘其他’”'],
    ['/forms/1/fields/~1advice/visibleWhen', '“意见”这一项的显示或必填条件里的“属于适用范围须为‘否’”'],
  ])('calls %s by what it belongs to', (pointer, subject) => {
    expect(conditionName(base, pointer, 'zh-CN').subject).toBe(subject);
  });

  it('is silent about what is broken or refers to itself', () => {
    expect(named({ fact: 5 })).toEqual({ subject: '申报条件“申报人是村”', short: '另一组条件' });
    expect(conditionName(withValueAt(base, '/eligibility/conditions/isVillage', { condition: 'isVillage' }), AT, 'zh-CN').text).toBeUndefined();
    expect(conditionName({ eligibility: { conditions: null, rules: [null] } }, AT, 'en').subject).toBe('the requirement ""');
  });
});
