import { wordTables } from '../../internal/word-tables.js';

export const words = wordTables({
  'zh-CN': {
    takeOutcome: '按现在的结果改这个测试', publish: '发布', count: (n: number) => `（${n}项）`, heading: (title: string, version: string) => `发布“${title}”第 ${version} 版`,
    notYet: '现在还不能发布', notYetHelp: '下面各项办好以后才能发布。点开一项，就到要改的地方。', confirm: (version: string) => `确认发布第 ${version} 版`, confirmHelp: '发布后不能撤回，也不能再改；要改就用新的版本号再发布一次。', savesFirst: '有没保存的修改，发布时会先保存。',
    mistakes: '要改正的错误', open: '尚未决定的内容', failing: '没有通过的测试', failingHelp: '方案改错了，就改方案；本来就要这样改，就在下面“测试”里点“按现在的结果改这个测试”。', used: (version: string) => `第 ${version} 版已经发布过，请换一个版本号。`, usedNow: '修改以后要再发布，请先换一个版本号。', isRunning: (version: string) => `第 ${version} 版已经发布，新的申请正在按它办理。`, takeVersion: (version: string) => `改为第 ${version} 版`,
    happens: '发布以后', first: '这个方案第一次发布，发布后就可以申报。', next: (before: string, after: string) => `新的申请按第 ${after} 版办理，不再按第 ${before} 版。`, 
    noDrafts: '没有正在填写的申请。', drafts: (n: number) => `正在填写、还没提交的申请有${n}份，打开后按新的表单接着填。`, sameForm: '申报表没有变化，已填的内容照旧。', noAsked: '没有要重新回答的问题。',
    draft: { asked: '要补填', askedOptional: '新增、可以不填', checked: '已填的内容要按新的要求核对', moved: '已填的内容换了位置，自动带过去', aside: '不再询问，已填的内容放在表单旁边，不会丢失' },
    otherForms: '报告等其他表单有变化，只用于新的申请；已提交的申请仍用各自版本的表单：', sameForms: '报告等其他表单没有变化。', formNew: (title: string) => `“${title}”是新的`, formGone: (title: string) => `不再有“${title}”`, formChanged: (title: string) => `“${title}”`, noQuestions: '只改了文字或版面',
    form: { asked: '新增、必填', askedOptional: '新增、可以不填', checked: '填写要求有变', moved: '换了代号或位置', aside: '不再询问' },
    noCases: '没有办理中的申请。', cases: (n: number) => `已提交、还在办理的申请有${n}件，仍按各自提交时的版本办到底。`, caseVersion: (version: string, n: number) => `第 ${version} 版：${n}件`, returned: (n: number) => `其中退回补正、正在修改的有${n}份，也按原来的版本。`,
    noBatches: '没有正在受理的批次。', batches: (n: number) => `正在受理的批次有${n}个，不受影响，仍按各自的版本办理：`, batchVersion: (title: string, version: string) => `${title}（第 ${version} 版）`,
    warnings: (n: number) => `另有${n}处提醒，不影响发布，可以先看一看。`,
  },
  en: {
    takeOutcome: 'Expect the present outcome', publish: 'Publish', count: (n: number) => ` (${n})`, heading: (title: string, version: string) => `Publish “${title}”, version ${version}`,
    notYet: 'It cannot be published yet', notYetHelp: 'It can be published once these are settled. Choose one to go to its place.', confirm: (version: string) => `Publish version ${version}`, confirmHelp: 'A published version cannot be withdrawn or changed; a change needs a new version number.', savesFirst: 'There are unsaved changes; they are saved first.',
    mistakes: 'Errors to correct', open: 'Not decided yet', failing: 'Tests that fail', failingHelp: 'Where the scheme is wrong, change the scheme; where the change is meant, press “Expect the present outcome” under “Tests” below.', used: (version: string) => `Version ${version} was published before. Choose another version number.`, usedNow: 'To publish a change, give it another version number first.', isRunning: (version: string) => `Version ${version} is published, and new applications run under it.`, takeVersion: (version: string) => `Make it version ${version}`,
    happens: 'What happens then', first: 'This scheme is published for the first time; applications can be made from then on.', next: (before: string, after: string) => `New applications run under version ${after} and no longer under ${before}.`, 
    noDrafts: 'No application is being filled in.', drafts: (n: number) => `${n} ${n === 1 ? 'application is' : 'applications are'} being filled in; they go on in the new form.`, sameForm: 'The application form is the same: what was filled in stays as it is.', noAsked: 'Nothing has to be answered again.',
    draft: { asked: 'Has to be filled in as well', askedOptional: 'New, may be left empty', checked: 'What was filled in is checked against what is now asked', moved: 'What was filled in is carried over to its new place', aside: 'Not asked any more; what was filled in is kept beside the form' },
    otherForms: 'Reports and other forms change, for new applications only; those that were submitted keep the forms of their version:', sameForms: 'Reports and other forms are the same.', formNew: (title: string) => `“${title}” is new`, formGone: (title: string) => `“${title}” is no longer there`, formChanged: (title: string) => `“${title}”`, noQuestions: 'in words or layout only',
    form: { asked: 'New, has to be filled in', askedOptional: 'New, may be left empty', checked: 'Asks for something else', moved: 'Has another key or place', aside: 'Not asked any more' },
    noCases: 'No application is being handled.', cases: (n: number) => `${n} submitted ${n === 1 ? 'application is' : 'applications are'} being handled, to the end under the version of their submission.`, caseVersion: (version: string, n: number) => `version ${version}: ${n}`, returned: (n: number) => `${n} of them ${n === 1 ? 'was' : 'were'} returned and ${n === 1 ? 'is' : 'are'} being completed, under the version they had.`,
    noBatches: 'No batch is open.', batches: (n: number) => `${n} ${n === 1 ? 'batch is' : 'batches are'} open and not affected; each keeps its version:`, batchVersion: (title: string, version: string) => `${title} (version ${version})`,
    warnings: (n: number) => `There ${n === 1 ? 'is 1 more remark' : `are ${n} more remarks`}; publishing does not depend on ${n === 1 ? 'it' : 'them'}.`,
  },
});

export type PublishWords = (typeof words)['zh-CN'];
