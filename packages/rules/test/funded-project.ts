import { fileURLToPath } from 'node:url';
import { chinaCalendar } from '@cobuild/core';
import type { EventActor, Scheme } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import { checkScheme } from '../src/analysis/check-scheme.js';
import { appendProjectEvent, openProject } from '../src/project/index.js';
import type { FundedProject, ProjectAction, ProjectOpening } from '../src/project/index.js';

const loaded = checkScheme(readSchemeFolder(fileURLToPath(new URL('../../../examples/schemes/gaoming-demo', import.meta.url)))).scheme;
if (loaded === undefined) throw new Error('gaoming-demo does not load');
export const gaoming: Scheme = loaded;

export const village: EventActor = { id: 's1', name: '梁惠仪', role: 'villageSecretary', unit: 'heshun', town: 'hecheng' };
export const town: EventActor = { id: 'r1', name: '黄启文', role: 'townReviewer', unit: 'hecheng', town: 'hecheng' };
export const office: EventActor = { id: 'c1', name: '刘文慧', role: 'committeeClerk', unit: 'gaoming' };
export const watch: EventActor = { id: 'w1', name: '郑海峰', role: 'supervisor', unit: 'gaoming' };

export const opening: ProjectOpening = {
  id: 'case-1', title: '暖心服务站', applicant: { id: 'heshun-party', name: '和顺社区党委', level: 'community', unit: 'heshun', town: 'hecheng' }, schemeHash: 'demo', funding: { own: 20000, raised: 0, requested: 100000 },
  agreement: {
    id: 'K-1', project: { id: 'case-1', title: '暖心服务站' }, scheme: { id: 'gaoming-demo', version: '1.0.0', title: '专项资金' }, funder: '区专项办', applicant: '和顺社区党委', amount: 100000, startsOn: '2026-04-01',
    payee: { name: '和顺社区党委', account: '1' }, milestones: [{ task: '完工', dueOn: '2026-08-31' }],
    tranches: [{ id: 'signing', title: '首期', amount: 60000 }, { id: 'acceptance', title: '尾款', amount: 40000 }],
    budget: [{ id: 'works', title: '改造', amount: 100000 }, { id: 'things', title: '设备', amount: 20000 }],
  },
};

/** A project being played; the clock begins on 1 April 2026 and stays where `at` sets it. */
export class ProjectPlay {
  project: FundedProject = openProject(opening);
  now = '2026-04-01T10:00:00+08:00';

  constructor(readonly scheme: Scheme = gaoming) {}

  at(day: string): this {
    this.now = `${day}T10:00:00+08:00`;
    return this;
  }

  attempt(action: ProjectAction, by: EventActor): readonly string[] {
    const done = appendProjectEvent(this.scheme, this.project, action, by, this.now, { calendar: chinaCalendar });
    if ('problems' in done) return done.problems.map(({ code }) => code);
    this.project = done.project;
    return [];
  }

  act(action: ProjectAction, by: EventActor): this {
    const codes = this.attempt(action, by);
    if (codes.length > 0) throw new Error(`${action.type}: ${codes.join()}`);
    return this;
  }

  signed(): this {
    return this.act({ type: 'contractSigned', data: { on: '2026-04-01' } }, office).act({ type: 'tranchePaid', data: { tranche: 'signing', amount: 60000, on: '2026-04-01', voucher: '拨-1' } }, office);
  }

  get day(): string {
    return this.now.slice(0, 10);
  }
}

export const spend = (amount: number, line = 'works'): ProjectAction => ({ type: 'expenseRecorded', data: { line, amount, on: '2026-04-01', payee: '施工队', voucher: '记-1' } });
export const raise = (dueOn = '2026-05-01'): ProjectAction => ({ type: 'findingRaised', data: { body: 'audit', kind: 'money', severity: 'serious', text: '凭证不全', item: { kind: 'project' }, dueOn } });
export const report = (period = '2026-04-01/2026-06-30'): ProjectAction => ({ type: 'reportSubmitted', data: { duty: 'progress', period, answers: { progress: '已完成一半' } } });
