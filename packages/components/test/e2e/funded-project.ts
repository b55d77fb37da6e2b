import { chinaCalendar } from '@cobuild/core';
import type { FundedProject, ProjectAction } from '@cobuild/rules';
import { appendProjectEvent, openProject } from '@cobuild/rules';
import { actor, example, playCase, published, scheme } from './gaoming-demo.js';

const title = '闲置公共用房改建暖心服务站';

/** The station after its approval, at fixed times: contract signed, first tranche paid, an expense, and a finding about it. */
export function playProject(): FundedProject {
  const { id } = playCase().onNotice;
  let project = openProject({
    id, title, applicant: example.applicant, schemeHash: published.hash, funding: { own: 9800, raised: 0, requested: 70000 },
    agreement: {
      id: 'K-1', project: { id, title }, scheme: { id: scheme.id, version: scheme.version, title: scheme.title['zh-CN'] }, funder: '评审委员会办公室', applicant: example.applicant.name ?? '', amount: 70000, startsOn: '2026-04-01',
      payee: { name: '和顺社区居民委员会', account: '8002000001230202' }, milestones: [{ task: '完成改建', dueOn: '2026-07-31' }],
      tranches: [{ id: 'signing', title: '签订合同后拨付', amount: 42000 }, { id: 'acceptance', title: '验收合格后拨付', amount: 28000 }], budget: [{ id: 'works', title: '墙面地面改造', amount: 79800 }],
    },
  });
  const act = (action: ProjectAction, who: string): void => {
    const done = appendProjectEvent(scheme, project, action, actor(who), '2026-06-10T10:00:00+08:00', { calendar: chinaCalendar });
    if ('problems' in done) throw new Error(`${action.type}: ${done.problems.map(({ message }) => message).join(' ')}`);
    project = done.project;
  };
  act({ type: 'contractSigned', data: { on: '2026-04-01' } }, 'committee-clerk');
  act({ type: 'tranchePaid', data: { tranche: 'signing', amount: 42000, on: '2026-04-02', voucher: '拨-1' } }, 'committee-clerk');
  act({ type: 'expenseRecorded', data: { line: 'works', amount: 30000, on: '2026-05-20', payee: '装饰工程部', voucher: '记-1' } }, 'secretary-heshun');
  act({ type: 'findingRaised', data: { body: 'audit', kind: 'papers', severity: 'minor', text: '缺少比价材料。', item: { kind: 'entry', id: '2' }, dueOn: '2026-06-24' } }, 'supervisor');
  return project;
}
