import type { MessagesLike } from '../internal/locale.js';
import { wordTables } from '../internal/word-tables.js';

const zh = {
  number: '申请编号', steps: '办理环节', done: '已完成', current: '进行中', ahead: '未开始', ended: '到此结束', submitted: '提交时间', since: '进入本环节', deadline: '办理期限', print: '打印',
  empty: '还没有可以显示的进度。提交申报后，可以在这里看到办到哪一步、接下来做什么。',
  unknown: '目前的进度暂时无法显示', unknownHelp: '申请仍然有效，不用重新提交。请稍后再看，或向受理单位查询。',
  withApplicant: ({ step }: { step: string }) => `等待您办理：${step}`, returned: '退回补正，等待您修改', inProgress: ({ step }: { step: string }) => `${step}正在办理`,
  onNotice: '正在公示', approved: '已立项', rejected: '未通过审核', notApproved: '未获立项', withdrawn: '已撤回',
  nextWithApplicant: '请办理后提交，提交后进入下一环节。', nextReturned: '请按下面的意见修改后重新提交。', nextInProgress: ({ step }: { step: string }) => `不用您做什么。办结后进入“${step}”。`, nextLast: '不用您做什么。办结后会在这里显示结果。',
  nextNotice: '公示期满没有异议，或异议不成立的，办理立项。', nextApproved: '请按批复的内容实施。', nextRefused: '对结果有疑问的，可以向受理单位查询。', nextWithdrawn: '需要时可以重新申报。',
  reason: '退回意见', refusal: '未通过的理由', returnedOn: ({ date }: { date: string }) => `${date}退回`, noReason: '没有写明意见，请向受理单位查询。',
  by: ({ date, weekday }: { date: string; weekday: string }) => `最迟 ${date}（${weekday}）`, workingDay: ({ amount }: { amount: number }) => `共 ${amount} 个工作日`, calendarDay: ({ amount }: { amount: number }) => `共 ${amount} 天`, workingHour: ({ amount }: { amount: number }) => `共 ${amount} 个工作小时`,
  left: ({ days }: { days: number }) => `还有 ${days} 个工作日`, today: '今天到期', late: ({ days }: { days: number }) => `已超过 ${days} 个工作日`, over: '已过期限', provisional: '放假安排尚未公布，日期可能调整',
  notice: '公示', noticeRunning: '公示中', noticeOver: '公示期满', period: ({ from, to }: { from: string; to: string }) => `${from} 至 ${to}`,
  announce: ({ status, next }: { status: string; next: string }) => `申请进度有变化：${status}。${next}`,
  withdraw: '撤回申请', withdrawTitle: '确认撤回这份申请？', withdrawBody: '撤回后办理到此结束，不能恢复，已提交的内容留在档案里。需要时可以重新申报。', withdrawReason: '撤回原因（选填）', withdrawConfirm: '确认撤回', withdrawKeep: '不撤回', withdrawRefused: '没有撤回',
};
export type StatusWords = MessagesLike<typeof zh>;

const days = (count: number): string => `${count} working ${count === 1 ? 'day' : 'days'}`;
const en: StatusWords = {
  number: 'Application number', steps: 'Steps', done: 'done', current: 'under way', ahead: 'not begun', ended: 'ended here', submitted: 'Submitted', since: 'At this step since', deadline: 'Deadline', print: 'Print',
  empty: 'There is no progress to show yet. Once the application is submitted, this place tells how far it has come and what happens next.',
  unknown: 'The progress cannot be shown at present', unknownHelp: 'The application stands; there is no need to submit it again. Look again later, or ask the office.',
  withApplicant: ({ step }) => `Waits for you: ${step}`, returned: 'Sent back to you for correction', inProgress: ({ step }) => `Under way: ${step}`,
  onNotice: 'On public notice', approved: 'Approved', rejected: 'Not passed', notApproved: 'Not approved', withdrawn: 'Withdrawn',
  nextWithApplicant: 'Complete it and submit; the next step begins then.', nextReturned: 'Correct what is said below and submit again.', nextInProgress: ({ step }) => `Nothing for you to do. “${step}” comes next.`, nextLast: 'Nothing for you to do. The result will be shown here.',
  nextNotice: 'Where nobody objects in the period, or no objection holds, the project is approved.', nextApproved: 'Carry out what was approved.', nextRefused: 'Ask the office where anything about the result is unclear.', nextWithdrawn: 'You may apply again.',
  reason: 'What to correct', refusal: 'Why it was not passed', returnedOn: ({ date }) => `Sent back on ${date}`, noReason: 'Nothing was written down; ask the office.',
  by: ({ date, weekday }) => `${weekday}, ${date} at the latest`, workingDay: ({ amount }) => `${days(amount)} in all`, calendarDay: ({ amount }) => `${amount} ${amount === 1 ? 'day' : 'days'} in all`, workingHour: ({ amount }) => `${amount} working ${amount === 1 ? 'hour' : 'hours'} in all`,
  left: ({ days: count }) => `${days(count)} left`, today: 'due today', late: ({ days: count }) => `${days(count)} late`, over: 'past its day', provisional: 'days off are not announced yet, the day may move',
  notice: 'Public notice', noticeRunning: 'on notice', noticeOver: 'period over', period: ({ from, to }) => `${from} to ${to}`,
  announce: ({ status, next }) => `The application has moved. ${status}. ${next}`,
  withdraw: 'Withdraw the application', withdrawTitle: 'Withdraw this application?', withdrawBody: 'It ends here and cannot be taken up again; what was submitted stays on file. You may apply again.', withdrawReason: 'Reason (optional)', withdrawConfirm: 'Confirm: withdraw', withdrawKeep: 'Keep the application', withdrawRefused: 'This was not withdrawn',
};

export const words = wordTables<StatusWords>({ 'zh-CN': zh, en });
