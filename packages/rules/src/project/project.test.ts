import { fileURLToPath } from 'node:url';
import { chinaCalendar } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import type { Scheme } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProjectPlay, gaoming, office, opening, raise, report, spend, town, village, watch } from '../../test/funded-project.js';
import { CasePlay } from '../../test/case-play.js';
import { checkScheme } from '../analysis/check-scheme.js';
import { accountBalance, cadenceCounts, duePeriods, findingStatistics, foldProject, heldByFinding, openProject, projectBudget, projectProblems, projectTranches, reportsDue, workingDaysBetween } from './index.js';
import type { CaseState } from '../results.js';
import { dueItems, schemeCadence } from '../due/index.js';
import type { FundedProject, ProjectAction } from './index.js';

const states = (play: ProjectPlay) => projectTranches(play.scheme, play.project, play.day, chinaCalendar).map(({ status, reasons }) => [status, ...reasons.map(({ kind }) => kind)]);

describe('the account of a project', () => {
  it('takes in a tranche, pays from it and says what is left', () => {
    const play = new ProjectPlay().signed().act(spend(12000.5), village).act({ type: 'fundsReceived', data: { source: 'own', amount: 20000, on: '2026-04-01', voucher: '收-1' } }, village);

    expect(accountBalance(play.project.account)).toEqual({ received: { fund: 60000, own: 20000, raised: 0 }, receivedTotal: 80000, spent: 12000.5, returned: 0, balance: 67999.5 });
  });

  it.each([[59999.99, []], [60000, []], [60000.01, ['project/more-than-balance']]])('pays no more than it holds: %d of 60,000', (amount, codes) => {
    expect(new ProjectPlay().signed().attempt(spend(amount), village)).toEqual(codes);
  });

  it('reverses an entry by another one: nothing is taken off, and nothing is reversed twice', () => {
    const play = new ProjectPlay().signed().act(spend(100), village);
    const reversal = { type: 'entryReversed', data: { entry: 2, reason: '重复入账' } } as const;
    play.act(reversal, village);

    expect(play.project.account.map(({ kind }) => kind)).toEqual(['received', 'spent', 'reversed']);
    expect(accountBalance(play.project.account)).toMatchObject({ spent: 0, balance: 60000 });
    expect(play.attempt(reversal, village)).toEqual(['project/not-reversible']);
    expect(play.attempt({ type: 'entryReversed', data: { entry: 3, reason: '再冲' } }, village)).toEqual(['project/not-reversible']);
  });

  it('does not take back money that was spent', () => {
    const play = new ProjectPlay().signed().act(spend(1), village);
    expect(play.attempt({ type: 'entryReversed', data: { entry: 1, reason: '重复拨付' } }, office)).toEqual(['project/reversal-overdraws']);
  });

  it.each([
    ['no voucher', { voucher: ' ' }, 'project/voucher-missing'], ['no amount', { amount: 0 }, 'project/no-amount'], ['a part of a fen', { amount: 1.005 }, 'project/no-amount'], ['a day to come', { on: '2026-04-02' }, 'project/date-to-come'],
    ['no day', { on: '4月1日' }, 'project/no-date'], ['another line', { line: 'wages' }, 'project/no-such-line'], ['nobody paid', { payee: '' }, 'project/payee-missing'],
  ])('refuses an expense with %s', (_, wrong, code) => {
    const { type, data } = spend(10) as Extract<ReturnType<typeof spend>, { type: 'expenseRecorded' }>;
    expect(new ProjectPlay().signed().attempt({ type, data: { ...data, ...wrong } }, village)).toEqual([code]);
  });

  it('row 71: warns of a line a fen above its budget, not at it', () => {
    const overspent = (amount: number) => projectBudget(new ProjectPlay().signed().act(spend(amount, 'things'), village).project, gaoming.supervision).problems.map(({ code }) => code);
    expect([overspent(20000), overspent(20000.01)]).toEqual([[], ['ledger/line-overspent']]);
  });

  it('holds its sums through any order of entries', () => {
    const entry = fc.oneof(fc.integer({ min: 1, max: 3_000_000 }).map((fen) => spend(fen / 100)), fc.integer({ min: 1, max: 30 }).map((number) => ({ type: 'entryReversed' as const, data: { entry: number, reason: '更正' } })));
    fc.assert(fc.property(fc.array(entry, { maxLength: 30 }), (entries) => {
      const play = new ProjectPlay().signed();
      for (const each of entries) play.attempt(each, village);
      const { received, receivedTotal, spent, balance } = accountBalance(play.project.account);
      expect(balance).toBeGreaterThanOrEqual(0);
      expect(Math.abs(receivedTotal - spent - balance)).toBeLessThan(0.001);
      expect(received.fund).toBe(60000);
      expect(projectBudget(play.project, gaoming.supervision).total.actual).toBe(spent);
    }), { numRuns: 60 });
  });
});

describe('who does what', () => {
  it.each([
    ['the office does not spend', spend(1), office, 'project/not-executor'],
    ['another village does not spend', spend(1), { ...village, unit: 'qingchuan' }, 'project/not-executor'],
    ['the village does not pay itself', { type: 'acceptanceRecorded', data: { outcome: 'passed', on: '2026-04-01' } }, village, 'project/not-your-task'],
    ['a clerk of the unit does not decide on it', { type: 'acceptanceRecorded', data: { outcome: 'passed', on: '2026-04-01' } }, { ...office, unit: 'heshun' }, 'project/own-project'],
    ['row 83: findings are raised by supervisors alone', raise(), office, 'project/not-your-task'],
    ['another village does not report', report(), { ...village, unit: 'qingchuan' }, 'project/not-executor'],
  ] as const)('%s', (_, action, by, code) => {
    expect(new ProjectPlay().signed().attempt(action, by)).toEqual([code]);
  });

  it('another town does not decide on a report', () => {
    const play = new ProjectPlay().signed().act(report(), village);
    expect(play.attempt({ type: 'reportAccepted', data: { report: 'report-1' } }, { ...town, town: 'yanghe' })).toEqual(['project/other-town']);
  });

  it('of two who saw the same the second is refused', () => {
    const { project } = new ProjectPlay().signed();
    const codes = projectProblems(gaoming, project, spend(1), village, '2026-04-01T10:00:00+08:00', { calendar: chinaCalendar, expectedSequence: 1 }).map(({ code }) => code);
    expect(codes).toEqual(['project/changed-meanwhile']);
  });
});

describe('tranches', () => {
  it('row 70: the second waits for report, acceptance and closed findings, and is paid after them', () => {
    const play = new ProjectPlay().signed();
    expect(states(play)).toEqual([['paid'], ['held', 'reportAccepted', 'acceptancePassed']]);
    expect(play.attempt({ type: 'tranchePaid', data: { tranche: 'acceptance', amount: 40000, on: '2026-04-01', voucher: '拨-2' } }, office)).toEqual(['project/tranche-held']);

    play.at('2026-07-02').act(report(), village).act({ type: 'reportAccepted', data: { report: 'report-1' } }, town).act({ type: 'acceptanceRecorded', data: { outcome: 'passed', on: '2026-07-02' } }, office);
    expect(states(play)).toEqual([['paid'], ['due']]);
    const pay = (amount: number) => play.attempt({ type: 'tranchePaid', data: { tranche: 'acceptance', amount, on: '2026-07-02', voucher: '拨-2' } }, office);
    expect([pay(40000.01), pay(40000)]).toEqual([['project/more-than-tranche'], []]);
    expect(states(play)[1]).toEqual(['paid']);
  });

  it('row 83: an open finding holds what is not paid; closed, it holds nothing', () => {
    const play = new ProjectPlay().signed().act(raise(), watch);
    const held = () => heldByFinding(projectTranches(gaoming, play.project, play.day, chinaCalendar), play.project.findings[0] as never);
    expect(held()).toEqual(['acceptance']);
    play.act({ type: 'findingAnswered', data: { finding: 'finding-1', text: '已补' } }, village);
    expect(held()).toEqual(['acceptance']);
    play.act({ type: 'findingClosed', data: { finding: 'finding-1', text: '同意' } }, watch);
    expect(held()).toEqual([]);
    play.act({ type: 'findingReopened', data: { finding: 'finding-1', text: '又出现' } }, watch);
    expect(held()).toEqual(['acceptance']);
    expect(play.project.findings[0]?.steps.map(({ kind }) => kind)).toEqual(['raised', 'answered', 'closed', 'reopened']);
  });

  it('wait again when a later report is overdue', () => {
    const accepted = (on: string): ProjectPlay => new ProjectPlay().signed().at('2026-07-02').act(report(), village).act({ type: 'reportAccepted', data: { report: 'report-1' } }, town).at(on).act({ type: 'acceptanceRecorded', data: { outcome: 'passed', on } }, office);
    expect([states(accepted('2026-09-30'))[1], states(accepted('2026-10-08'))[1]]).toEqual([['due'], ['held', 'reportAccepted']]);
    // What falls due after the acceptance holds nothing.
    expect(states(accepted('2026-07-02').at('2026-10-08'))[1]).toEqual(['due']);
  });
});

describe('reports', () => {
  it('row 81: a year of Qianjiang has 4 × 3 + 2 events of the task force', () => {
    const { scheme } = checkScheme(readSchemeFolder(fileURLToPath(new URL('../../../../examples/schemes/qianjiang-innovation-demo', import.meta.url))));
    if (scheme === undefined) throw new Error('does not load');
    const due = duePeriods(scheme, '2026-01-01', '2026-12-31', chinaCalendar);
    expect(due).toHaveLength(14);
    expect(due.filter(({ duty }) => duty === 'observation').map(({ period }) => period)).toEqual(['2026-01-01/2026-06-30', '2026-07-01/2026-12-31']);
  });

  it('fall due on the last day of the quarter, with a reminder seven working days before', () => {
    const [first, second, third] = duePeriods(gaoming, '2026-04-01', '2026-12-31', chinaCalendar);
    expect(first).toMatchObject({ period: '2026-04-01/2026-06-30', dueOn: '2026-06-30', remindOn: '2026-06-18' });
    expect([second?.dueOn, third?.dueOn]).toEqual(['2026-09-30', '2026-12-31']);
    expect(workingDaysBetween(chinaCalendar, first?.remindOn ?? '', first?.dueOn ?? '')).toBe(7);
  });

  it.each([['2026-06-17', 'later', 8], ['2026-06-18', 'soon', 7], ['2026-06-30', 'today', 0], ['2026-07-01', 'overdue', 1], ['2026-07-03', 'overdue', 3]])('say how many working days are left or late: %s', (day, state, workingDays) => {
    expect(reportsDue(gaoming, new ProjectPlay().signed().project, day, chinaCalendar)[0]).toMatchObject({ state, workingDays });
  });

  it('go back and come again with what stood there before', () => {
    const play = new ProjectPlay().signed().act(report(), village);
    expect(play.attempt(report(), village)).toEqual(['project/report-handed-in']);
    expect(play.attempt({ type: 'reportReturned', data: { report: 'report-1', reason: ' ' } }, town)).toEqual(['project/text-missing']);
    play.act({ type: 'reportReturned', data: { report: 'report-1', reason: '请补凭证号' } }, town).act(report(), village);
    expect(play.project.reports).toMatchObject([{ id: 'report-1', status: 'submitted', earlier: [{ reason: '请补凭证号' }] }]);
    expect(play.attempt(report('2026-07-01/2026-09-30'), village)).toEqual(['project/period-to-come']);
    expect(play.attempt(report('2026-04-01/2026-04-30'), village)).toEqual(['project/no-such-period']);
  });

  it('count working days over a holiday: none between 30 April and 5 May 2026', () => {
    expect([workingDaysBetween(chinaCalendar, '2026-04-30', '2026-05-05'), workingDaysBetween(chinaCalendar, '2026-04-30', '2026-05-06'), workingDaysBetween(chinaCalendar, '2026-05-06', '2026-04-30')]).toEqual([0, 1, 0]);
  });
});

describe('row 72: changes', () => {
  const move = { type: 'changeRequested', data: { request: { kind: 'money', reason: '材料涨价', budget: [{ id: 'works', title: '改造', amount: 105000 }, { id: 'things', title: '设备', amount: 15000 }] } } } as const;

  it('wait for a decision, and the contract changes with it; both stay on file', () => {
    const play = new ProjectPlay().signed().act(move, village);
    expect(play.project.openChanges).toMatchObject([{ request: { id: 'change-1', by: '梁惠仪', askedOn: '2026-04-01' } }]);
    expect(play.attempt({ type: 'changeDecided', data: { change: 'change-1', granted: false } }, office)).toEqual(['project/text-missing']);
    play.act({ type: 'changeDecided', data: { change: 'change-1', granted: true } }, office);
    expect(play.project).toMatchObject({ openChanges: [], agreement: { budget: [{ amount: 105000 }, { amount: 15000 }], changes: [{ decision: { granted: true, by: '刘文慧' } }] } });
  });

  it('leave the contract as it was when refused', () => {
    const { agreement } = new ProjectPlay().signed().act(move, village).act({ type: 'changeDecided', data: { change: 'change-1', granted: false, reason: '没有报价' } }, office).project;
    expect(agreement).toMatchObject({ budget: opening.agreement.budget, changes: [{ decision: { granted: false, reason: '没有报价' } }] });
  });

  it('are only noted where the scheme says so', () => {
    const scheme = { ...gaoming, supervision: { ...gaoming.supervision, changes: [{ id: 'line', title: { 'zh-CN': '预算调剂' }, kind: 'money' as const, noticeOnly: true }] } };
    expect(new ProjectPlay(scheme).signed().act(move, village).project).toMatchObject({ openChanges: [], agreement: { budget: [{ amount: 105000 }, { amount: 15000 }] } });
  });

  it('of the amount are refused here: they need the ledger of the fund', () => {
    expect(new ProjectPlay().signed().attempt({ type: 'changeRequested', data: { request: { kind: 'money', reason: '增加', amount: 120000 } } }, village)).toEqual(['project/change-needs-fund-ledger']);
  });
});

describe('the log of a project', () => {
  const { history, ...project } = new ProjectPlay().signed().act(spend(100), village).act(raise(), watch).project;

  it('is read again to the same project', () => {
    expect(foldProject(gaoming, opening, history)).toEqual({ project: { ...project, history }, problems: [] });
  });

  it.each(['data', 'actor', 'at'] as const)('shows a changed %s at its record', (key) => {
    const tampered = history.map((event, index) => (index === 2 ? { ...event, [key]: key === 'at' ? '2026-04-01T11:00:00+08:00' : { ...(event[key] as object), amount: 1 } } : event)) as typeof history;
    expect(foldProject(gaoming, opening, tampered).problems).toMatchObject([{ code: 'project/broken-chain', pointer: '/2' }]);
  });

  it('shows a record that was left out', () => {
    expect(foldProject(gaoming, opening, history.filter((_, index) => index !== 1)).problems).toMatchObject([{ pointer: '/1' }]);
  });

  it('counts findings over projects', () => {
    const found = { ...project, history };
    expect([findingStatistics([found], '2026-05-01'), findingStatistics([found, found], '2026-05-02')]).toEqual([{ total: 1, open: 1, answered: 0, closed: 0, overdue: 0 }, { total: 2, open: 2, answered: 0, closed: 0, overdue: 2 }]);
  });
});

describe('refusals in English', () => {
  const signed = new ProjectPlay().signed().act(raise(), watch).at('2026-07-02').act(report(), village);
  const entry = { on: '2026-07-01', voucher: '拨-9' };
  const refused: readonly (readonly [ProjectAction, typeof office])[] = [
    [{ type: 'tranchePaid', data: { tranche: 'signing', amount: 1, ...entry } }, office], [{ type: 'tranchePaid', data: { tranche: 'acceptance', amount: 1, ...entry } }, office], [{ type: 'tranchePaid', data: { tranche: 'no', amount: 0, on: '2027-01-01' } }, office],
    [{ type: 'tranchePaid', data: { tranche: 'acceptance', amount: 1, ...entry } }, village], [{ type: 'trancheWithheld', data: { tranche: 'acceptance', amount: 50000, reason: '' } }, office], [{ type: 'withholdingLifted', data: { withheld: 'no', reason: '' } }, office],
    [{ type: 'fundsReturned', data: { tranche: 'signing', amount: 70000, reason: '', ...entry } }, village], [{ type: 'remainderReleased', data: { reason: '' } }, office], [{ type: 'expenseRecorded', data: { line: 'no', amount: 90000, payee: '', ...entry } }, village],
    [{ type: 'entryReversed', data: { entry: 9, reason: '' } }, office], [{ type: 'reportSubmitted', data: { duty: 'progress', period: '2026-04-01/2026-06-30', answers: {} } }, village], [{ type: 'reportSubmitted', data: { duty: 'progress', period: '2026-10-01/2026-12-31', answers: {} } }, village],
    [{ type: 'reportAccepted', data: { report: 'no' } }, town], [{ type: 'reportReturned', data: { report: 'report-1', reason: '' } }, town], [{ type: 'reportSkipped', data: { duty: 'progress', period: '2026-07-01/2026-09-30', reason: '停工' } }, town], [{ type: 'reportAccepted', data: { report: 'report-1' } }, village],
    [{ type: 'findingRaised', data: { body: 'no', kind: 'money', severity: 'minor', text: '', item: { kind: 'tranche', id: 'no' }, dueOn: '2026-01-01' } }, watch], [{ type: 'findingClosed', data: { finding: 'no', text: '' } }, watch], [{ type: 'contractSigned', data: { on: '2026-07-02' } }, office],
  ];

  it.each(refused)('%j holds no Chinese words but the name of the unit', (action, by) => {
    const problems = projectProblems(gaoming, signed.project, action, by, signed.now, { calendar: chinaCalendar, locale: 'en' });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.flatMap(({ message, remedy = '' }) => [message, remedy]).filter((text) => /\p{Script=Han}/u.test(text.replace('和顺社区党委', '')))).toEqual([]);
  });

  it('calls a tranche as the contract does in Chinese', () => {
    const [action, by] = refused[1] ?? [];
    if (action === undefined || by === undefined) throw new Error('no action');
    const say = (locale: 'zh-CN' | 'en'): unknown => projectProblems(gaoming, signed.project, action, by, signed.now, { calendar: chinaCalendar, locale })[0]?.message;
    expect([say('zh-CN'), say('en')]).toEqual(['“尾款”还不能拨付。', '"After acceptance" cannot be paid yet.']);
  });
});

describe('row 81: a year of the task force in Qianjiang', () => {
  const { scheme } = checkScheme(readSchemeFolder(fileURLToPath(new URL('../../../../examples/schemes/qianjiang-innovation-demo', import.meta.url))));
  if (scheme === undefined) throw new Error('does not load');
  const force = { id: 'f1', name: '专班', role: 'taskForce' };
  const officer = { id: 'o1', name: '组织部', role: 'organisationOfficer' };
  const year = (): ProjectPlay => {
    const play = new ProjectPlay(scheme);
    play.project = openProject({ ...opening, agreement: { ...opening.agreement, startsOn: '2026-01-05', milestones: [{ task: '完成', dueOn: '2026-12-20' }] } });
    return play;
  };
  const hand = (duty: string, period: string): ProjectAction => ({ type: 'reportSubmitted', data: { duty, period, answers: {} } });
  const skip = (duty: string, period: string, reason = '台风停工'): ProjectAction => ({ type: 'reportSkipped', data: { duty, period, reason } });
  const first = '2026-01-01/2026-03-31';
  const counted = (play: ProjectPlay, today: string): unknown[] => cadenceCounts(scheme, play.project, today, chinaCalendar, '2026-01-01', '2026-12-31').map(({ duty, due, done, doneLate, late, skipped, toCome }) => [duty, due, done, doneLate, late, skipped, toCome]);

  it('has 14 events; each is done in time, done late, late, skipped or still to come', () => {
    const play = year().at('2026-03-31').act(hand('schedule', first), force).at('2026-04-01').act(hand('siteVisit', first), force).act(skip('bulletin', first), officer);
    expect(counted(play, '2026-03-30')).toEqual([['schedule', 0, 0, 0, 0, 0, 4], ['siteVisit', 0, 0, 0, 0, 0, 4], ['bulletin', 0, 0, 0, 0, 0, 4], ['observation', 0, 0, 0, 0, 0, 2]]);
    // Its last day is in time: what is open on it is still to come.
    expect(counted(play, '2026-06-30')).toEqual([['schedule', 1, 1, 0, 0, 0, 3], ['siteVisit', 1, 0, 1, 0, 0, 3], ['bulletin', 1, 0, 0, 0, 1, 3], ['observation', 0, 0, 0, 0, 0, 2]]);
    expect(counted(play, '2026-07-01')).toEqual([['schedule', 2, 1, 0, 1, 0, 2], ['siteVisit', 2, 0, 1, 1, 0, 2], ['bulletin', 2, 0, 0, 1, 1, 2], ['observation', 1, 0, 0, 1, 0, 1]]);
    expect(cadenceCounts(scheme, play.project, '2027-01-01', chinaCalendar, '2026-01-01', '2026-12-31').reduce((sum, { due }) => sum + due, 0)).toBe(14);
  });

  it('is counted over all 36 home units of the scheme: 504 events, those that are behind first', () => {
    const units = Array.from({ length: 36 }, (_, index) => {
      const unit = year();
      unit.project = { ...unit.project, id: `u${index + 1}`, title: `第${index + 1}家` };
      return unit;
    });
    units.forEach((unit, index) => { if (index !== 20) for (const duty of ['schedule', 'siteVisit', 'bulletin']) unit.at('2026-03-31').act(hand(duty, first), force); });
    const projects = units.map(({ project }) => project);
    expect(schemeCadence(scheme, projects, '2027-01-01', chinaCalendar, '2026-01-01', '2026-12-31').total).toEqual({ due: 504, done: 105, doneLate: 0, late: 399, skipped: 0, toCome: 0 });
    const spring = schemeCadence(scheme, projects, '2026-04-01', chinaCalendar, '2026-01-01', '2026-12-31');
    expect([spring.total.due, spring.total.late, spring.total.toCome]).toEqual([108, 3, 396]);
    expect(spring.duties.map(({ duty, due, late }) => [duty, due, late])).toEqual([['schedule', 36, 1], ['siteVisit', 36, 1], ['bulletin', 36, 1], ['observation', 0, 0]]);
    expect(spring.projects.slice(0, 2).map(({ project, late }) => [project, late])).toEqual([['u21', 3], ['u1', 0]]);
    expect(dueItems(scheme, [{ state: new CasePlay().submit().state as CaseState, project: projects[20] }], '2026-04-01', chinaCalendar).filter(({ state }) => state === 'overdue').map(({ about, role, period, workingDays }) => [about, role, period, workingDays]))
      .toEqual(['schedule', 'siteVisit', 'bulletin'].map((duty) => [duty, 'taskForce', first, 1]));
  });

  it('a period is let pass only with a reason, by whoever receives the record, once, and where the scheme allows it', () => {
    const play = year().at('2026-04-01');
    expect(play.attempt(skip('schedule', first, ' '), officer)).toEqual(['project/text-missing']);
    expect(play.attempt(skip('schedule', first), force)).toEqual(['project/not-your-task']);
    expect(play.attempt(skip('schedule', '2026-07-01/2026-09-30'), officer)).toEqual(['project/period-to-come']);
    play.act(skip('schedule', first), officer);
    expect([play.attempt(skip('schedule', first), officer), play.attempt(hand('schedule', first), force)]).toEqual([['project/report-skipped'], ['project/report-skipped']]);
    expect(reportsDue(scheme, play.project, '2026-05-01', chinaCalendar).find(({ duty, period }) => duty === 'schedule' && period === first)).toMatchObject({ state: 'skipped', isLate: false, skipped: { reason: '台风停工', by: officer } });
    expect(new ProjectPlay().signed().attempt(skip('progress', '2026-04-01/2026-06-30'), town)).toEqual(['project/report-not-skippable']);
  });

  describe('the end of the work', () => {
    const open = (over: Partial<FundedProject>, today: string, within = first): readonly string[] => reportsDue(scheme, { ...year().project, ...over }, today, chinaCalendar).filter(({ period }) => period === within).map(({ duty, state }) => `${duty} ${state}`);
    const all = (state: string): readonly string[] => ['schedule', 'siteVisit', 'bulletin'].map((duty) => `${duty} ${state}`);

    it.each([['2026-03-30', []], ['2026-03-31', all('overdue')], ['2026-04-01', all('overdue')]])('an end on %s leaves what was due until then, on 31 March, owed, and nothing that falls due later', (endedOn, owed) => {
      expect(open({ endedOn }, '2026-05-01')).toEqual(owed);
      expect(open({ endedOn }, '2026-05-01', '2026-04-01/2026-06-30')).toEqual([]);
    });

    it.each([['2026-03-30', all('soon')], ['2026-03-31', all('today')], ['2026-04-01', all('overdue')]])('on %s, before the end has come, all stands as ever', (today, expected) => {
      expect(open({ endedOn: '2026-04-02' }, today)).toEqual(expected);
    });

    it('is an acceptance that was passed; a failed one ends nothing', () => {
      const acceptance = (outcome: 'passed' | 'failed') => ({ acceptance: { outcome, on: '2026-03-30', by: officer } });
      expect([open(acceptance('passed'), '2026-04-01'), open(acceptance('failed'), '2026-04-01')]).toEqual([[], all('overdue')]);
      expect(open({ ...acceptance('passed'), endedOn: '2026-12-20' }, '2027-04-01')).toEqual([]);
    });

    it('keeps what was handed in before, and asks nobody for the rest', () => {
      const play = year().at('2026-03-20').act(hand('schedule', first), force);
      play.project = { ...play.project, endedOn: '2026-03-25' };
      expect(reportsDue(scheme, play.project, '2026-05-01', chinaCalendar).map(({ duty, state }) => [duty, state])).toEqual([['schedule', 'submitted']]);
      expect(play.at('2026-05-01').attempt(hand('siteVisit', first), force)).toEqual(['project/no-such-period']);
      expect(dueItems(scheme, [{ state: new CasePlay().submit().state as CaseState, project: play.project }], '2026-05-01', chinaCalendar).filter(({ kind }) => kind === 'report')).toEqual([]);
    });
  });

  it('asks no project for what its unit reports once', () => {
    const perUnit = { ...scheme, supervision: { ...scheme.supervision, reports: (scheme.supervision?.reports ?? []).map((duty) => (duty.id === 'observation' ? { ...duty, per: 'unit' as const } : duty)) } } as Scheme;
    expect(reportsDue(perUnit, year().project, '2026-01-05', chinaCalendar)).toHaveLength(12);
    expect(schemeCadence(perUnit, [year().project], '2027-01-01', chinaCalendar).duties.map(({ duty }) => duty)).toEqual(['schedule', 'siteVisit', 'bulletin']);
  });

  it('reminds as long before as the duty says, seven working days where it says nothing', () => {
    const set = (remindBefore: object): Scheme => ({ ...gaoming, supervision: { ...gaoming.supervision, reports: (gaoming.supervision?.reports ?? []).map((duty) => ({ ...duty, remindBefore })) } }) as Scheme;
    const on = (over: Scheme): string | undefined => duePeriods(over, '2026-04-01', '2026-06-30', chinaCalendar)[0]?.remindOn;
    expect([on(gaoming), on(set({ amount: 3, unit: 'workingDay' })), on(set({ amount: 10, unit: 'calendarDay' }))]).toEqual(['2026-06-18', '2026-06-25', '2026-06-20']);
  });
});
