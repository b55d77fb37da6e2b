// What an administrator sees of the Gaoming schemes: problems, tests and settings as the packages find them.
import { chinaCalendar, localize } from '@cobuild/core';
import type { SchemeReport } from '@cobuild/rules';
import { checkScheme, pinningProblems, runSchemeTests, unpinnedWords } from '@cobuild/rules';
import { gaomingFiles } from './gaoming.js';

function report(folder: 'gaoming' | 'gaoming-demo', published: SchemeReport['published']): SchemeReport {
  const { scheme, problems, documents } = checkScheme(gaomingFiles(folder));
  if (scheme === undefined) throw new Error(`${folder} cannot be loaded`);
  return {
    folder, id: scheme.id, title: localize(scheme.title, 'zh-CN'), version: scheme.version, problems, tests: runSchemeTests(scheme, { calendar: chinaCalendar }), documents, published,
    checkedAt: '2026-03-05T09:30:12+08:00', publishable: problems.every(({ severity }) => severity !== 'error' && severity !== 'undecided') && published.length === 0,
    parameters: Object.entries(scheme.parameters).map(([key, { title, value, provenance }]) => ({
      key, title: localize(title, 'zh-CN'), value: typeof value === 'string' ? value : JSON.stringify(value), ...(provenance === undefined ? {} : { provenance: provenance.kind }),
    })),
  };
}

/** The scheme as the text states it: holes, and so not to be published. */
export const holes: SchemeReport = report('gaoming', []);
/** The demonstration overlay, ready to be published. */
export const clean: SchemeReport = report('gaoming-demo', []);
export const alreadyPublished: SchemeReport = report('gaoming-demo', [{ id: 'gaoming-demo', version: '2.0.0', hash: '9f2c4e61b0a7d3588c1e', publishedAt: '2026-03-01T10:00:00+08:00', active: true }]);
/** A file that somebody has just broken, and a test that fails since. */
export const broken: SchemeReport = {
  ...clean, publishable: false,
  problems: [
    { code: 'rule/unknown-operator', severity: 'error', document: 'eligibility.json', pointer: '/rules/2/conditions/all/0/operator', line: 41, column: 24, params: {}, message: '没有名为 greaterThen 的运算符。', remedy: '是否想写 greaterThan？' },
    ...clean.problems,
  ],
  tests: clean.tests.map((test, index) => (index === 0 ? { ...test, passed: false, differences: [{ field: 'outcome', expected: 'approved', actual: 'notApproved' }] } : test)),
};

/** What a portal tells of limits that no test pins, with some of the demonstration's tests taken away. */
function withoutTests(...ids: readonly string[]): SchemeReport {
  const { scheme, locate } = checkScheme(gaomingFiles('gaoming-demo'));
  if (scheme === undefined) throw new Error('gaoming-demo cannot be loaded');
  const fewer = { ...scheme, tests: (scheme.tests ?? []).filter(({ id }) => !ids.includes(id)) };
  const unpinned = pinningProblems({ scheme: fewer, locate }, { calendar: chinaCalendar }).map((problem) => ({ ...problem, ...unpinnedWords(fewer, problem.params, 'zh-CN') }));
  return { ...clean, tests: clean.tests.filter(({ id }) => !ids.includes(id)), unpinned };
}

/** Two tests are missing, so that two limits could be changed without anybody noticing. */
export const unpinned: SchemeReport = withoutTests('above-cap-by-a-fen', 'twelve-of-23-present-fails');
/** All limits are pinned. */
export const pinned: SchemeReport = withoutTests();
