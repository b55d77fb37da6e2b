import { wordTables } from '../internal/word-tables.js';

export const words = wordTables({
  'zh-CN': {
    comma: '，', counted: ({ label, count }: { label: string; count: number | string }) => `${label}（${count}）`,
    edit: '编辑', version: '版本', checked: '最近检查', publish: '发布这个版本', publishHelp: '发布后，新的申请按这个版本办理；已提交的申请仍按原来的版本。',
    cannotPublish: '还不能发布：', errors: (n: number) => `有${n}处错误`, holes: (n: number) => `有${n}处尚未决定`, failing: (n: number) => `有${n}个测试未通过`, used: '这个版本号已经发布过，修改后请换一个版本号',
    problems: '问题', noProblems: '没有问题。', tests: '自带测试', noTests: '没有自带测试。', unpinned: '没有测试把关的界限', allPinned: '每一个界限都有测试把关。', unpinnedHelp: '下面的数值或写法改动一点，现有测试照样全部通过；以后误改了，也不会有人发现。按提示各补一个测试即可，不影响发布。', limit: '界限与办法', noTestsAtAll: '还没有自带测试，界限都没有测试把关。请先补测试。', parameters: '参数', published: '已发布的版本', notPublished: '还没有发布过。', active: '正在受理', hash: '内容校验值',
    severity: '程度', place: '位置', problem: '问题与处理办法', test: '测试', result: '结果', passed: '通过', failed: '未通过', expected: '应为', actual: '实为', value: '取值', name: '名称', origin: '来历', undecided: '尚未决定', at: '发布时间', all: '全部',
    error: '错误', warning: '注意', info: '说明', invented: '虚构', inferred: '推定', stated: '原文', filter: '只看', empty: '还没有方案。把方案文件夹放到数据目录的 schemes 下，这里会自动显示。', summary: (t: number, p: number) => `${t}个测试，通过${p}个`, waiting: (n: number) => `正在检查，还有${n}个方案……`,
  },
  en: {
    comma: ', ', counted: ({ label, count }: { label: string; count: number | string }) => `${label} (${count})`,
    edit: 'Edit', version: 'Version', checked: 'Last checked', publish: 'Publish this version', publishHelp: 'New applications will follow this version; submitted ones keep theirs.',
    cannotPublish: 'Cannot be published yet: ', errors: (n: number) => `${n} errors`, holes: (n: number) => `${n} settings are undecided`, failing: (n: number) => `${n} tests fail`, used: 'this version number has been published; change it after an edit',
    problems: 'Problems', noProblems: 'No problems.', tests: 'Tests of the scheme', noTests: 'The scheme has no tests.', unpinned: 'Limits that no test pins', allPinned: 'Every limit is pinned by a test.', unpinnedHelp: 'Each of these could be changed a little and all tests would still pass, so a slip would go unnoticed. Add the test that is suggested; publishing does not wait for it.', limit: 'Limit and remedy', noTestsAtAll: 'The scheme has no tests, so none pins a limit. Add tests first.', parameters: 'Parameters', published: 'Published versions', notPublished: 'Nothing published yet.', active: 'in force', hash: 'Content hash',
    severity: 'Weight', place: 'Place', problem: 'Problem and remedy', test: 'Test', result: 'Result', passed: 'passed', failed: 'failed', expected: 'expected', actual: 'got', value: 'Value', name: 'Name', origin: 'Origin', undecided: 'undecided', at: 'Published', all: 'All',
    error: 'error', warning: 'warning', info: 'info', invented: 'invented', inferred: 'inferred', stated: 'stated', filter: 'Show', empty: 'No scheme yet. Put a scheme folder into schemes of the data folder; it appears here by itself.', summary: (t: number, p: number) => `${p} of ${t} tests pass`, waiting: (n: number) => `Checking: ${n} more ${n === 1 ? 'scheme' : 'schemes'} …`,
  },
});
