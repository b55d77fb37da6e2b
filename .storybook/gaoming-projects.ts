// Approved projects of the Gaoming scheme at every point of their way, played through the same rules that a server uses. Amounts and dates after the application are invented.
import type { EventActor, Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import type { CaseState, FundedProject, ProjectAction } from '@cobuild/rules';
import { appendProjectEvent, openProject, splitAward } from '@cobuild/rules';
import { GaomingPlay, clerk } from './gaoming-states.js';
import { actor, gaomingDemo } from './gaoming.js';

export const secretary: EventActor = actor('secretary-heshun');
export const reviewer: EventActor = actor('reviewer-hecheng');
export const supervisor: EventActor = actor('supervisor');

/** The warm-heart station, approved on 16 March 2026. */
export function approvedStation(): CaseState {
  return new GaomingPlay().toPublicity().publish().moveTo('2026-03-16T09:00:00+08:00').act('reviewed', { stage: 'publicity', outcome: 'confirmed' }).state;
}

/** What the office draws up from the approved application: 70,000 yuan in two tranches, three lines. */
function contractOf({ id, applicant, answers, schemeHash }: CaseState): FundedProject {
  const award = splitAward({ ...(gaomingDemo.allocation ?? {}) }, 70000);
  const amounts = award.outcome === 'split' ? award.tranches : [];
  const title = String(answers['projectName']);
  return openProject({
    id, title, applicant, schemeHash, funding: { own: 9800, raised: 0, requested: 70000 },
    agreement: {
      id: '2026-荷-07', project: { id, title }, scheme: { id: gaomingDemo.id, version: gaomingDemo.version, title: gaomingDemo.title['zh-CN'] }, funder: '区农村党群共建专项资金评审委员会办公室', applicant: applicant.name ?? applicant.id, amount: 70000,
      executor: applicant.name ?? applicant.id, payee: { name: '和顺社区居民委员会', account: '8002000001230202', bank: '演示农商银行荷城支行' }, startsOn: '2026-04-01',
      payeeApproval: { by: '刘文慧', role: 'committeeClerk', on: '2026-03-20' },
      milestones: [{ task: '签订共建协议，完成设计', dueOn: '2026-05-31' }, { task: '完成改建和设备安装', dueOn: '2026-07-31' }, { task: '开放并安排党员轮值', dueOn: '2026-08-31' }],
      tranches: amounts.map(({ id: tranche, amount }) => ({ id: tranche, amount, title: tranche === 'signing' ? '签订合同后拨付' : '验收合格后拨付' })),
      budget: [{ id: 'works', title: '墙面地面改造', amount: 55900 }, { id: 'water', title: '饮水和充电设备', amount: 15200 }, { id: 'things', title: '桌椅和应急药箱', amount: 8700 }],
      indicators: [{ name: '全年开放天数', target: '300 天' }, { name: '党员轮值', target: '600 人次' }],
    },
  });
}

export const reportAnswers = {
  period: '2026年第二季度', received: 51800, spending: [{ subject: '墙面地面改造首付', amount: 30000, voucher: '记-3' }, { subject: '饮水设备', amount: 15200.5, voucher: '记-4' }], spentTotal: 45200.5,
  progress: '墙面和地面已完成，饮水设备已到货，预计七月底完成安装。', problems: '雨季影响外墙施工。',
};

/** A project being played. The clock begins on 20 March 2026 and moves a minute an act; an act that is refused throws. */
export class ProjectPlay {
  project: FundedProject;
  private clock = Date.parse('2026-03-20T10:00:00+08:00');

  constructor(readonly scheme: Scheme = gaomingDemo, readonly state: CaseState = approvedStation()) {
    this.project = contractOf(state);
  }

  at(instant: string): this {
    this.clock = Date.parse(instant);
    return this;
  }

  /** The problems of an act, or none when it was done. */
  attempt(action: ProjectAction, by: EventActor): readonly { readonly code: string; readonly pointer: string; readonly message: string }[] {
    const done = appendProjectEvent(this.scheme, this.project, action, by, new Date(this.clock).toISOString(), { calendar: chinaCalendar });
    if ('problems' in done) return done.problems;
    this.project = done.project;
    this.clock += 60_000;
    return [];
  }

  act<Type extends ProjectAction['type']>(type: Type, data: Extract<ProjectAction, { type: Type }>['data'], by: EventActor): this {
    const problems = this.attempt({ type, data } as ProjectAction, by);
    if (problems.length > 0) throw new Error(`${type}: ${JSON.stringify(problems)}`);
    return this;
  }

  /** Contract signed on 1 April, first tranche paid, own funds in. */
  paid(): this {
    return this.at('2026-04-02T10:00:00+08:00').act('contractSigned', { on: '2026-04-01' }, clerk)
      .act('tranchePaid', { tranche: 'signing', amount: 42000, on: '2026-04-02', voucher: '拨-2026-031' }, clerk)
      .act('fundsReceived', { source: 'own', amount: 9800, on: '2026-04-02', voucher: '收-1' }, secretary);
  }

  /** Two payments for works and water, one of them wrong and reversed; the water line is 50 fen over its budget. */
  spent(): this {
    return this.paid().at('2026-06-04T10:00:00+08:00')
      .act('expenseRecorded', { line: 'works', amount: 30000, on: '2026-05-20', payee: '荷城街道安居装饰工程部', purpose: '墙面地面改造首付', voucher: '记-3' }, secretary)
      .act('expenseRecorded', { line: 'things', amount: 15200.5, on: '2026-06-03', payee: '明城净水设备店', purpose: '饮水设备', voucher: '记-4' }, secretary)
      .act('entryReversed', { entry: 4, reason: '科目记错，应记入“饮水和充电设备”。' }, secretary)
      .act('expenseRecorded', { line: 'water', amount: 15200.5, on: '2026-06-03', payee: '明城净水设备店', purpose: '饮水设备', voucher: '记-5' }, secretary);
  }

  /** The report on the second quarter, handed in. */
  reported(): this {
    return this.spent().at('2026-07-03T10:00:00+08:00').act('reportSubmitted', { duty: 'progress', period: '2026-04-01/2026-06-30', answers: reportAnswers }, secretary);
  }

  /** A finding of the discipline commission about the water line. */
  found(): this {
    return this.spent().at('2026-06-10T10:00:00+08:00').act('findingRaised', {
      body: 'discipline', kind: 'money', severity: 'serious', text: '饮水设备超出预算科目 0.50 元，且没有三家比价的材料。', item: { kind: 'entry', id: '6' }, dueOn: '2026-06-24', files: [{ id: 'photo-1', name: '现场照片.jpg', size: 204800, type: 'image/jpeg' }],
    }, supervisor);
  }

  /** To its end: reports accepted, finding closed, accepted, all paid. */
  finished(): this {
    return this.found().act('findingAnswered', { finding: 'finding-1', text: '已补三家比价材料，超出的 0.50 元由村自筹资金承担。' }, secretary)
      .act('findingClosed', { finding: 'finding-1', text: '经核对，材料齐全，同意销号。' }, supervisor)
      .at('2026-07-03T10:00:00+08:00').act('reportSubmitted', { duty: 'progress', period: '2026-04-01/2026-06-30', answers: reportAnswers }, secretary).act('reportAccepted', { report: 'report-1' }, reviewer)
      .at('2026-09-10T10:00:00+08:00').act('acceptanceRecorded', { outcome: 'passed', on: '2026-09-09', text: '按合同完成，指标达到。' }, clerk)
      .act('tranchePaid', { tranche: 'acceptance', amount: 28000, on: '2026-09-10', voucher: '拨-2026-088' }, clerk);
  }
}
