import type { Calendar, EventActor, Scheme } from '@cobuild/core';
import type { FundedProject, ProjectAction, ProjectActionType, ProjectActions } from '@cobuild/rules';
import { changeRoute, isFindingOverdue, mayAct, projectTranches, reportsDue } from '@cobuild/rules';

const BLANK: Pick<ProjectActions, 'tranchePaid' | 'findingAnswered'> = { tranchePaid: { tranche: '', amount: 0, on: '' }, findingAnswered: { finding: '', text: '' } };

/**
 * What waits for somebody at a project, a few words each, the most pressing first. What they may do at any time, such as entering an expense, is no task.
 *
 * @param today - `2026-07-02`.
 */
export function projectTasks(scheme: Scheme, project: FundedProject, actor: EventActor, today: string, calendar: Calendar): readonly string[] {
  const may = <Type extends ProjectActionType>(type: Type, data: ProjectActions[Type]): boolean => mayAct(scheme, project, { type, data } as ProjectAction, actor);
  const { agreement, findings, openChanges } = project;
  const findingTasks = findings.flatMap((finding) => {
    if (finding.status === 'open' && may('findingAnswered', { ...BLANK.findingAnswered, finding: finding.id })) return [isFindingOverdue(finding, today) ? '整改已逾期' : '整改监督发现的问题'];
    return finding.status === 'answered' && may('findingClosed', { finding: finding.id, text: '' }) ? ['核对整改情况'] : [];
  });
  const reportTasks = reportsDue(scheme, project, today, calendar).flatMap(({ duty, period, state, report }) => {
    if (state === 'submitted' && report !== undefined) return may('reportAccepted', { report: report.id }) ? ['审核报告'] : [];
    const owes = ['overdue', 'today', 'soon', 'returned'].includes(state) && may('reportSubmitted', { duty, period, answers: {} });
    return owes ? [state === 'overdue' ? '报告已逾期' : state === 'returned' ? '补正报告' : '提交报告'] : [];
  });
  const hasContract = agreement.tranches.length > 0;
  const contractTasks = hasContract && agreement.signedOn === undefined && may('contractSigned', { on: today }) ? ['签订合同'] : [];
  const payTasks = hasContract && may('tranchePaid', BLANK.tranchePaid) ? projectTranches(scheme, project, today, calendar).filter(({ status }) => status === 'due').map(({ id }) => `拨付资金（${agreement.tranches.find((tranche) => tranche.id === id)?.title ?? id}）`) : [];
  const changeTasks = openChanges.filter(({ request }) => changeRoute(scheme, project, request).outcome === 'needsDecision' && may('changeDecided', { change: request.id, granted: true })).map(() => '审批变更');
  return [...findingTasks, ...reportTasks, ...contractTasks, ...payTasks, ...changeTasks];
}
