import type { Calendar, EventActor, LocalizedText, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { FundedProject, ProjectAction, ProjectActionType, ProjectActions } from '@cobuild/rules';
import { changeRoute, isFindingOverdue, mayAct, projectTranches, reportsDue, trancheTitle } from '@cobuild/rules';

type TaskText = Required<LocalizedText>;
const words = {
  mendLate: { 'zh-CN': '整改已逾期', en: 'Rectification overdue' },
  mend: { 'zh-CN': '整改监督发现的问题', en: 'Put right what supervision found' },
  checkMended: { 'zh-CN': '核对整改情况', en: 'Check what was put right' },
  accept: { 'zh-CN': '审核报告', en: 'Review the report' },
  reportLate: { 'zh-CN': '报告已逾期', en: 'Report overdue' },
  complete: { 'zh-CN': '补正报告', en: 'Complete the report' },
  report: { 'zh-CN': '提交报告', en: 'Submit the report' },
  sign: { 'zh-CN': '签订合同', en: 'Sign the contract' },
  comment: { 'zh-CN': '审核群众留言', en: 'Look at a comment' },
  change: { 'zh-CN': '审批变更', en: 'Decide on a change' },
} satisfies Readonly<Record<string, TaskText>>;
const pay = (tranche: LocalizedText): TaskText => ({ 'zh-CN': `拨付资金（${localize(tranche, 'zh-CN')}）`, en: `Pay (${localize(tranche, 'en')})` });

const BLANK: Pick<ProjectActions, 'tranchePaid' | 'findingAnswered'> = { tranchePaid: { tranche: '', amount: 0, on: '' }, findingAnswered: { finding: '', text: '' } };

/**
 * What waits for somebody at a project, a few words each, the most pressing first. What they may do at any time, such as entering an expense, is no task.
 *
 * @param today - `2026-07-02`.
 */
export function projectTasks(scheme: Scheme, project: FundedProject, actor: EventActor, today: string, calendar: Calendar): readonly TaskText[] {
  const may = <Type extends ProjectActionType>(type: Type, data: ProjectActions[Type]): boolean => mayAct(scheme, project, { type, data } as ProjectAction, actor);
  const { agreement, findings, openChanges } = project;
  const findingTasks = findings.flatMap((finding) => {
    if (finding.status === 'open' && may('findingAnswered', { ...BLANK.findingAnswered, finding: finding.id })) return [isFindingOverdue(finding, today) ? words.mendLate : words.mend];
    return finding.status === 'answered' && may('findingClosed', { finding: finding.id, text: '' }) ? [words.checkMended] : [];
  });
  const reportTasks = reportsDue(scheme, project, today, calendar).flatMap(({ duty, period, state, report }) => {
    if (state === 'submitted' && report !== undefined) return may('reportAccepted', { report: report.id }) ? [words.accept] : [];
    const owes = ['overdue', 'today', 'soon', 'returned'].includes(state) && may('reportSubmitted', { duty, period, answers: {} });
    return owes ? [state === 'overdue' ? words.reportLate : state === 'returned' ? words.complete : words.report] : [];
  });
  const waits = (project.comments ?? []).find(({ status }) => status === 'waiting');
  const commentTasks = waits !== undefined && may('commentReleased', { comment: waits.id }) ? [words.comment] : [];
  const hasContract = agreement.tranches.length > 0;
  const contractTasks = hasContract && agreement.signedOn === undefined && may('contractSigned', { on: today }) ? [words.sign] : [];
  const payTasks = hasContract && may('tranchePaid', BLANK.tranchePaid) ? projectTranches(scheme, project, today, calendar).filter(({ status }) => status === 'due').map(({ id }) => pay(trancheTitle(scheme, project, id))) : [];
  const changeTasks = openChanges.filter(({ request }) => changeRoute(scheme, project, request).outcome === 'needsDecision' && may('changeDecided', { change: request.id, granted: true })).map(() => words.change);
  return [...findingTasks, ...reportTasks, ...contractTasks, ...payTasks, ...changeTasks, ...commentTasks];
}
