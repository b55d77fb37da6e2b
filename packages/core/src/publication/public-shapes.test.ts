import { describe, expect, it } from 'vitest';
import { define } from '../../test/form/form-fixture.js';
import type { FieldSettings, FormDefinition } from '../generated/types.js';
import { publicAnswers } from './public-answers.js';
import { publicRow } from './public-view.js';

const schema = {
  properties: {
    sources: { type: 'object', title: '来源', properties: { own: { type: 'number', title: '自筹' } }, additionalProperties: { type: 'number' } },
    people: { type: 'object', title: '人员', additionalProperties: { type: 'object', properties: { name: { type: 'string', title: '姓名' }, phone: { type: 'string', title: '电话' } } } },
    place: { type: 'array', title: '地点', prefixItems: [{ type: 'string', title: '地名' }, { type: 'string', title: '联系人' }], items: { type: 'string', title: '备注' } },
  },
};
const answers = {
  sources: { own: 1, 银行: 2, 13800138000: 3 },
  people: { 组长: { name: '林建国', phone: '13900139000' } },
  place: ['荷城', '陈美芳', '近路口'],
};
const of = (fields: Record<string, FieldSettings>): FormDefinition => define(schema, { fields });
const rows = (fields: Record<string, FieldSettings>): readonly string[] =>
  publicAnswers(of(fields), answers).sections.flatMap((section) => section.rows.flatMap((row) => (row.rows ?? [row]).map(({ label, text, masked }) => `${row.label}/${label} ${text}${masked ? ' #' : ''}`)));

describe('publication of answers that people named, and of places', () => {
  it('is denied where nothing is said of them, also inside what is published', () => {
    expect(rows({ '/sources': { publish: 'plain' }, '/people': { publish: 'plain' }, '/place': { publish: 'plain' } })).toEqual([]);
    expect(publicRow(of({ '/place': { publish: 'plain' }, '/people': { publish: 'plain' } }), answers, ['/place', '/people']).cells.map(({ text }) => text)).toEqual(['', '']);
  });

  it('goes by `*` for names and by index for places, masked where it says so', () => {
    expect(rows({ '/sources/own': { publish: 'plain' }, '/people/*/name': { publish: 'masked', mask: 'name' }, '/place/0': { publish: 'plain' }, '/place/1': { publish: 'masked', mask: 'name' } })).toEqual([
      '来源/自筹 1', '人员/组长 林**', '地点/地名 荷城', '地点/联系人 陈** #',
    ]);
    expect(rows({ '/sources/*': { publish: 'plain' }, '/place/*': { publish: 'plain' } })).toEqual(['来源/银行 2', '来源/138****8000 3', '地点/第3项 近路口']);
  });

  it('leaves out what says never with all it holds', () => {
    expect(rows({ '/sources': { publish: 'never' }, '/sources/*': { publish: 'plain' }, '/place': { publish: 'never' }, '/place/0': { publish: 'plain' } })).toEqual([]);
  });

  it('fills the column of a public list', () => {
    const row = publicRow(of({ '/sources/*': { publish: 'plain' }, '/place/1': { publish: 'masked', mask: 'name' }, '/people': { publish: 'plain' }, '/people/*/name': { publish: 'masked', mask: 'name' } }), answers, ['/sources/*', '/place/1', '/people/*/name', '/people/*/phone']);
    expect(row.cells.map(({ label }) => label)).toEqual(['来源', '联系人', '姓名']);
    expect(row.cells.map(({ text }) => text)).toEqual(['2、3', '陈**', '林**']);
    expect(row.problems).toMatchObject([{ code: 'publication/not-published', pointer: '/people/*/phone' }]);
  });

  it.each(['林建国', '陈美芳', '13800138000', '13900139000'])('hands %s out nowhere', (secret) => {
    const fields = { '/sources/*': { publish: 'plain' }, '/people': { publish: 'plain' }, '/people/*': { publish: 'plain' }, '/people/*/name': { publish: 'masked', mask: 'name' }, '/place': { publish: 'masked' } } as const;
    expect(JSON.stringify([publicAnswers(of(fields), answers), publicRow(of(fields), answers, ['/sources', '/sources/*', '/people', '/place'])])).not.toContain(secret);
  });
});
