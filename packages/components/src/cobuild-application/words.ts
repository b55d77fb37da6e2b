import type { MessagesLike } from '../internal/locale.js';
import { wordTables } from '../internal/word-tables.js';

const zhCn = {
  // Steps
  steps: '申报步骤',
  stepOf: ({ position, count, title }: { position: number; count: number; title: string }) => `第 ${position} 步，共 ${count} 步：${title}`,
  check: '检查并提交',
  checkHelp: '请逐项核对。需要改动的，点该行的“修改”，改好后再回到这一步。',
  notStarted: '未填写',
  inProgress: '填写中',
  complete: '已完成',
  errorStep: '需修改',
  current: '当前步骤',
  toCheck: '下一步：检查并提交',
  changeAnswer: ({ label }: { label: string }) => `修改${label}`,
  inStep: ({ step, message }: { step: string; message: string }) => `${step}：${message}`,
  submit: '提交申报',
  busy: '正在提交，请稍候',

  // Eligibility
  eligibility: '申报条件',
  eligibilityHelp: '随填写自动核对。以受理部门的审核为准。',
  counts: ({ met, unmet, unknown }: { met: number; unmet: number; unknown: number }) =>
    [`${met} 项符合`, unmet === 0 ? '' : `${unmet} 项不符合`, unknown === 0 ? '' : `${unknown} 项待填写后核对`].filter((part) => part !== '').join('，'),
  met: '符合',
  unmet: '不符合',
  unknown: '待核对',
  remedy: '怎样改',
  stillMissing: '还需填写',
  countedLater: '提交时由系统统计',
  basis: '依据',
  preCheckTitle: ({ count }: { count: number }) => `填写之前：有 ${count} 项申报条件不符合`,
  preCheckHelp: '按已有的情况先核对了一遍。这些条件不变，提交后审核不会通过。能改的，建议先改好。',
  preCheckRest: ({ met, unknown }: { met: number; unknown: number }) => `其余条件：${[met === 0 ? '' : `${met} 项符合`, unknown === 0 ? '' : `${unknown} 项待填写后核对`].filter((part) => part !== '').join('，')}。`,
  preCheckGoOn: '知道了，开始填写',
  ineligibleTitle: ({ count }: { count: number }) => `有 ${count} 项申报条件不符合`,
  ineligibleHelp: '现在提交，审核时会因为下列条件不予通过。建议先改好再提交。',

  // Returned and received
  returnedTitle: '申报已退回，请补正后再次提交',
  returnedBy: ({ who, when }: { who: string; when: string }) => (when === '' ? `退回环节：${who}` : `退回环节：${who}，${when}`),
  returnedReason: '退回原因',
  returnedHelp: '原来填写的内容都保留着，改好后到“检查并提交”再次提交。',
  remarksCount: ({ count, done }: { count: number; done: number }) => `有 ${count} 处备注，请逐处补正${done === 0 ? '' : `（已处理 ${done} 处）`}`,
  remark: '审核备注',
  remarkDone: '已处理',
  remarkDoneOf: ({ label }: { label: string }) => `：${label}`,
  remarkNotAsked: '现在不需要填写',
  receiptTitle: '申报已提交',
  receiptNumber: '受理编号',
  receiptTime: '提交时间',
  receiptNext: '接下来',
  receiptKeep: '请记下受理编号，查询进度时要用。',

  empty: '还没有可以填写的申报表。方案发布后，申报表会显示在这里。',
  noForm: '方案里没有申报环节要填写的表单。',
  noFormRemedy: '请在方案的申报环节写明 form。',
};

export type ApplicationWords = MessagesLike<typeof zhCn>;

const plural = new Intl.PluralRules('en');
const things = (count: number, one: string, other: string): string => `${count} ${plural.select(count) === 'one' ? one : other}`;

const en: ApplicationWords = {
  steps: 'Steps of the application',
  stepOf: ({ position, count, title }) => `Step ${position} of ${count}: ${title}`,
  check: 'Check and submit',
  checkHelp: 'Go through every answer. Where something has to be changed, choose “Change” in its row and come back to this step afterwards.',
  notStarted: 'Not started',
  inProgress: 'In progress',
  complete: 'Done',
  errorStep: 'Needs changes',
  current: 'Current step',
  toCheck: 'Continue to check and submit',
  changeAnswer: ({ label }) => `Change ${label}`,
  inStep: ({ step, message }) => `${step}: ${message}`,
  submit: 'Submit application',
  busy: 'Submitting, please wait',

  eligibility: 'Requirements',
  eligibilityHelp: 'Checked while you fill in. The review decides.',
  counts: ({ met, unmet, unknown }) => [`${met} met`, unmet === 0 ? '' : `${unmet} not met`, unknown === 0 ? '' : `${unknown} not yet known`].filter((part) => part !== '').join(', '),
  met: 'Met',
  unmet: 'Not met',
  unknown: 'Not yet known',
  remedy: 'What would mend it',
  stillMissing: 'Still to fill in',
  countedLater: 'Counted at the submission',
  basis: 'Basis',
  preCheckTitle: ({ count }) => `Before you begin: ${things(count, 'requirement is', 'requirements are')} not met`,
  preCheckHelp: 'Checked against what is known already. While this stays as it is, the application will fail the review. Where it can be changed, it is better to do that first.',
  preCheckRest: ({ met, unknown }) => `Other requirements: ${[met === 0 ? '' : `${met} met`, unknown === 0 ? '' : `${unknown} not yet known`].filter((part) => part !== '').join(', ')}.`,
  preCheckGoOn: 'Go on to the form',
  ineligibleTitle: ({ count }) => `${things(count, 'requirement is', 'requirements are')} not met`,
  ineligibleHelp: 'Submitted as it is, the application will fail the review for these. It is better to change it first.',

  returnedTitle: 'The application was returned: please complete it and submit again',
  returnedBy: ({ who, when }) => (when === '' ? `Returned by: ${who}` : `Returned by: ${who}, ${when}`),
  returnedReason: 'Reason',
  returnedHelp: 'Everything you entered is still there. Change it and submit again under “Check and submit”.',
  remarksCount: ({ count, done }) => `${things(count, 'remark', 'remarks')} to go through${done === 0 ? '' : ` (${done} dealt with)`}`,
  remark: 'Remark of the reviewer',
  remarkDone: 'Dealt with',
  remarkDoneOf: ({ label }) => `: ${label}`,
  remarkNotAsked: 'not asked now',
  receiptTitle: 'Application submitted',
  receiptNumber: 'Reference number',
  receiptTime: 'Submitted',
  receiptNext: 'What happens next',
  receiptKeep: 'Keep the reference number; you need it to ask about progress.',

  empty: 'There is no application form yet. It appears here once the scheme is published.',
  noForm: 'The scheme has no form for the application stage.',
  noFormRemedy: 'Name the form in the application stage of the scheme.',
};

export const words = wordTables({ 'zh-CN': zhCn, en });
