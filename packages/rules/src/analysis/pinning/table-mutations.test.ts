import type { DecisionTable, Scheme, SchemeTest } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { applicant, scheme } from '../../../test/case-scheme.js';
import { runSchemeTests } from '../../scheme-tests/index.js';
import { findUnpinned } from './find-unpinned.js';

const title = { 'zh-CN': '程序' };
const table: DecisionTable = {
  id: 'route', title, hitPolicy: 'unique', inputs: [{ id: 'households', title, fact: 'households' }], outputs: [{ id: 'way', title }, { id: 'days', title }],
  rows: [{ id: 'short', inputs: { households: { from: 0, below: 50 } }, outputs: { way: 'short', days: 3 } }, { id: 'long', inputs: { households: { from: 50 } }, outputs: { way: 'long', days: 7 } }],
};
const at = (households: number, answer: Readonly<Record<string, string | number>>): SchemeTest => ({
  id: `at-${households}`, description: '户数', case: { id: 'c', submittedAt: '2026-03-02T09:00:00+08:00', applicant, answers: { projectName: '站', households } }, expect: { tables: { route: answer } },
});
const both = [at(49, { way: 'short', days: 3 }), at(50, { way: 'long', days: 7 })];
const withTable = (tests: readonly SchemeTest[], decisionTable = table): Scheme => ({ ...scheme, decisionTables: [decisionTable], tests: [...tests] });
const ofTables = (own: Scheme): string[] => findUnpinned(own, { calendar: chinaCalendar }).filter(({ pointer }) => pointer.startsWith('/decisionTables/') || pointer.startsWith('/parameters/limit')).map(({ pointer, unnoticed }) => `${pointer} ${JSON.stringify(unnoticed)}`);

describe('limits and answers of decision tables', () => {
  it('are pinned by a test on either side of the limit that names what the table answers', () => {
    expect(ofTables(withTable(both))).toEqual([]);
  });

  it.each<readonly [string, readonly SchemeTest[], readonly string[]]>([
    ['only the case below', [both[0] as SchemeTest], ['/decisionTables/0/rows/0/inputs/households/below [51]', '/decisionTables/0/rows/1/outputs/way ["short"]', '/decisionTables/0/rows/1/outputs/days [6,8]']],
    ['cases away from the limit', [at(30, { way: 'short', days: 3 }), at(60, { way: 'long', days: 7 })], ['/decisionTables/0/rows/0/inputs/households/below [49,51]']],
    ['one output is not named', [at(49, { way: 'short' }), at(50, { way: 'long', days: 7 })], ['/decisionTables/0/rows/0/outputs/days [2,4]']],
  ])('are missed where %s stands in the tests', (_, tests, expected) => {
    expect(ofTables(withTable(tests))).toEqual(expected);
  });

  it('come with a test that notices, which passes as it is', () => {
    const [found] = findUnpinned(withTable([at(30, { way: 'short', days: 3 }), at(60, { way: 'long', days: 7 })]), { calendar: chinaCalendar }).filter(({ pointer }) => pointer.startsWith('/decisionTables/'));
    expect(found?.suggestion?.case?.answers['households']).toBe(49);
    expect(found?.suggestion?.expect.tables).toEqual({ route: { way: 'short', days: 3 } });
  });

  it('count a parameter where it stands, and not in a test that sets it', () => {
    const byParameter: DecisionTable = { ...table, rows: [{ id: 'short', inputs: { households: { below: { parameter: 'limit' } } }, outputs: { way: 'short', days: 3 } }, { id: 'long', inputs: { households: { from: { parameter: 'limit' } } }, outputs: { way: 'long', days: 7 } }] };
    const own = (tests: readonly SchemeTest[]): Scheme => ({ ...withTable(tests, byParameter), parameters: { ...scheme.parameters, limit: { title, type: 'integer', value: 50, overlay: 'any' } } });
    expect(ofTables(own(both))).toEqual([]);
    expect(ofTables(own(both.map((test) => ({ ...test, set: { limit: 50 } }))))).toEqual(['/parameters/limit/value [49,51]']);
  });

  it('leave out a row that never comes to bear', () => {
    const shadowed: DecisionTable = { ...table, hitPolicy: 'first', rows: [...(table.rows as Exclude<DecisionTable['rows'], string>), { id: 'dead', inputs: { households: { from: 80 } }, outputs: { way: 'dead', days: 9 } }] };
    expect(ofTables(withTable(both, shadowed))).toEqual([]);
  });
});

describe('expect.tables', () => {
  const differences = (test: SchemeTest, decisionTable = table): unknown => runSchemeTests(withTable([test], decisionTable), { calendar: chinaCalendar })[0]?.differences;

  it('compares only the outputs that are named', () => {
    expect(differences(at(49, { way: 'short' }))).toEqual([]);
    expect(differences(at(49, { way: 'long' }))).toEqual([{ field: 'tables', expected: { route: { way: 'long' } }, actual: { route: { way: 'short' } } }]);
    expect(differences(at(49, { road: 'short' }))).toEqual([{ field: 'tables', expected: { route: { road: 'short' } }, actual: { route: {} } }]);
  });

  it('knows a table that answers nothing, one that lists rows, and one that adds up', () => {
    const few: DecisionTable = { ...table, rows: [{ id: 'short', inputs: { households: { below: 10 } }, outputs: { way: 'short', days: 3 } }] };
    expect(differences({ ...at(49, {}), expect: { tables: { route: null } } }, few)).toEqual([]);
    const listing: DecisionTable = { ...table, hitPolicy: 'collect' };
    expect(differences({ ...at(50, {}), expect: { tables: { route: { way: ['long'] } } } }, listing)).toEqual([]);
    expect(differences(at(50, { days: 7 }), { ...listing, aggregation: 'sum', outputs: [{ id: 'days', title }] })).toEqual([]);
  });

  it('fails where the table was not asked, because there is none or nobody is eligible', () => {
    const unknown = { ...at(50, {}), expect: { tables: { rout: null } } };
    expect(differences(unknown)).toEqual([{ field: 'tables', expected: { rout: null }, actual: { rout: 'notAsked' } }]);
    expect(differences({ ...at(1, {}), expect: { tables: { route: null } } })).toEqual([{ field: 'tables', expected: { route: null }, actual: { route: 'notAsked' } }]);
  });
});
