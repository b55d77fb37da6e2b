import type { Case, EventActor, Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { caseCycles } from '../cycle/index.js';
import { dueItems } from '../due/index.js';
import type { CaseAction, CaseState } from '../results.js';
import { actionProblems } from './action-problems.js';
import { appendEvent } from './append-event.js';
import { CLOCK } from './deadline-checks.js';
import { appendDueEvents, nextDueAt } from './due-actions.js';
import { foldCase } from './fold-case.js';
import { nextActions } from './next-actions.js';
import { noticeDates } from './notice-checks.js';

const folder = fileURLToPath(new URL('../../../../examples/schemes/datong-sites-demo', import.meta.url));
const { scheme } = loadSchemeFolder(folder) as { scheme: Scheme };
const application = JSON.parse(readFileSync(`${folder}/cases.jsonl`, 'utf8').split('\n')[0] ?? '') as Case;
const siteOfficer: EventActor = { id: 'site-officer', role: 'siteOfficer', unit: 'organisation-department' };
const host: EventActor = { id: application.applicant.id, role: 'siteHost', unit: 'road-site' };

/** A site with what was done so far; each act gives another one. */
class SitePlay {
  constructor(readonly state?: CaseState) {}

  act(day: string, action: CaseAction, by: EventActor = siteOfficer): SitePlay {
    const done = appendEvent(scheme, this.state, action, by, `${day}T09:00:00+08:00`, `e${this.state?.sequence ?? 0}`, { ...context, caseId: 'site-1' });
    if ('problems' in done) throw new Error(JSON.stringify(done.problems));
    return new SitePlay(done.state);
  }

  get now(): CaseState {
    if (this.state === undefined) throw new Error('nothing was submitted');
    return this.state;
  }
}

const context = { calendar: chinaCalendar, schemeHash: 'demo' };
const review = (stage: string, outcome: string): CaseAction => ({ type: 'reviewed', data: { stage, outcome } });
const begun = new SitePlay().act('2026-03-05', { type: 'submitted', data: { answers: application.answers, applicant: application.applicant } }, host).act('2026-03-20', review('review', 'approve'));
const until = noticeDates(scheme, 'sites', '2027-02-24', chinaCalendar)?.date ?? '';
const built = begun.act('2027-02-20', review('acceptance', 'accepted')).act('2027-02-24', { type: 'noticePublished', data: { notice: 'sites', postedOn: '2027-02-24', until } }).act('2027-03-10', review('publicity', 'confirmed'));
const renew: CaseAction = { type: 'cycleRenewed', data: { cycle: 'site' } };
const withdraw = (reason: string): CaseAction => ({ type: 'cycleWithdrawn', data: { cycle: 'site', reason } });
const report: CaseAction = { type: 'cycleDutyDone', data: { cycle: 'site', duty: 'report' } };
const codes = (play: SitePlay, action: CaseAction, day: string, by = siteOfficer): string[] => actionProblems(scheme, play.now, action, by, `${day}T12:00:00+08:00`, context).map(({ code }) => code);
const standing = (play: SitePlay, day: string): unknown => caseCycles(scheme, play.now, day).map(({ state }) => [state.outcome, state.phase, state.until, state.renewals])[0];

describe('the years of a case', () => {
  it('begin with the approval at the stage that the cycle names, and go on with the acceptance', () => {
    expect(standing(begun, '2026-06-01')).toEqual(['running', 'create', '2027-03-20', 0]);
    expect(standing(begun, '2027-03-21')).toEqual(['overdue', 'create', '2027-03-20', 0]);
    expect(standing(built, '2029-02-20')).toEqual(['running', 'commend', '2029-02-20', 0]);
    expect(standing(built, '2029-02-21')).toEqual(['running', 'model', '2032-02-20', 0]);
    expect(standing(built, '2032-02-21')).toEqual(['ended', undefined, undefined, 0]);
  });

  it('are renewed in their time, as often as the scheme says, by whoever keeps them', () => {
    expect([codes(built, renew, '2031-11-19'), codes(built, renew, '2031-11-20')]).toEqual([['cycle/renewal-too-early'], []]);
    expect(codes(built, renew, '2031-11-20', host)).toEqual(['case/wrong-role']);
    const renewed = built.act('2031-11-20', renew);
    expect(standing(renewed, '2035-02-20')).toEqual(['running', 'model', '2035-02-20', 1]);
    expect(codes(renewed, renew, '2035-01-10')).toEqual(['cycle/renewals-used-up']);
  });

  it('are withdrawn with a reason of the cycle, and then end', () => {
    expect([codes(built, withdraw('other'), '2028-05-10'), codes(built, withdraw('notKeptUp'), '2028-05-10')]).toEqual([['cycle/withdrawal-needs-reason'], []]);
    const withdrawn = built.act('2028-05-10', withdraw('notKeptUp'));
    expect(standing(withdrawn, '2028-06-01')).toEqual(['withdrawn', undefined, undefined, 0]);
    expect([codes(withdrawn, renew, '2031-12-01'), codes(withdrawn, withdraw('fraud'), '2031-12-01')]).toEqual([['cycle/withdrawn'], ['cycle/withdrawn']]);
    // The case stays approved, and its log can be read again.
    expect(withdrawn.now).toMatchObject({ status: 'ended', end: 'approved' });
    const again = foldCase(scheme, withdrawn.now.history);
    expect([again.problems, again.state?.sequence]).toEqual([[], withdrawn.now.sequence]);
  });

  it('know the duties of the phase they are in, each to be done once', () => {
    expect([codes(built, report, '2028-01-01'), codes(built, report, '2030-01-01')]).toEqual([['cycle/unknown-duty'], []]);
    expect(codes(built.act('2030-01-01', report), report, '2030-02-01')).toEqual(['cycle/unknown-duty']);
  });

  it('wait for the approval, and for a cycle that says who keeps it', () => {
    expect(codes(begun, withdraw('ownWish'), '2026-06-01')).toEqual(['case/cycle-not-approved']);
    expect(codes(built, { type: 'cycleRenewed', data: { cycle: 'toString' } }, '2031-12-01')).toEqual(['case/unknown-cycle']);
  });

  it('are among what the keeper may do next, and nobody else', () => {
    const types = (day: string, by = siteOfficer): string[] => nextActions(scheme, built.now, by, `${day}T12:00:00+08:00`, context).map(({ type }) => type);
    expect([types('2028-01-01'), types('2031-12-01')]).toEqual([['cycleWithdrawn'], ['cycleDutyDone', 'cycleRenewed', 'cycleWithdrawn']]);
    expect(types('2031-12-01', host)).toEqual([]);
  });
});

describe('what the years of a case ask for, among all that is due', () => {
  const listed = (play: SitePlay, day: string): readonly string[] => dueItems(scheme, [{ state: play.now }], day, chinaCalendar).filter(({ kind }) => kind !== 'stage').map(({ kind, about, role, dueOn, state, workingDays }) => `${kind} ${about} ${role} ${dueOn} ${state} ${workingDays}`);

  it('lists the acceptance by its limit, five working days before as soon', () => {
    // The limit, 20 March 2027, is a Saturday.
    expect(['2027-03-11', '2027-03-12', '2027-03-15', '2027-03-20', '2027-03-21'].map((day) => listed(begun, day))).toEqual([
      ['acceptance site siteOfficer 2027-03-20 later 6'], ['acceptance site siteOfficer 2027-03-20 soon 5'], ['acceptance site siteOfficer 2027-03-20 soon 4'], ['acceptance site siteOfficer 2027-03-20 today 0'],
      ['acceptance site siteOfficer 2027-03-20 overdue 0'],
    ]);
    expect(listed(built, '2027-03-21')).toEqual([]);
  });

  it('lists a duty as soon with its first reminder, until it is done or its phase is over', () => {
    expect(['2029-02-20', '2029-02-21', '2032-01-09', '2032-01-10', '2032-01-20', '2032-01-21'].map((day) => listed(built, day).filter((line) => line.startsWith('duty')))).toEqual([
      [], ['duty report siteOfficer 2032-01-20 later 759'], ['duty report siteOfficer 2032-01-20 later 7'], ['duty report siteOfficer 2032-01-20 soon 7'], ['duty report siteOfficer 2032-01-20 today 0'],
      ['duty report siteOfficer 2032-01-20 overdue 1'],
    ]);
    expect(listed(built.act('2030-01-01', report), '2032-01-10').filter((line) => line.startsWith('duty'))).toEqual([]);
  });

  it('lists a renewal while it can be had, and never as late', () => {
    expect(['2031-11-19', '2031-11-20', '2032-02-20', '2032-02-21'].map((day) => listed(built, day).filter((line) => line.startsWith('renewal')))).toEqual([
      ['renewal site siteOfficer 2032-02-20 later 67'], ['renewal site siteOfficer 2032-02-20 soon 66'], ['renewal site siteOfficer 2032-02-20 today 0'], [],
    ]);
  });

  it('asks for nothing of a site that was withdrawn', () => {
    expect(listed(built.act('2028-05-10', withdraw('notKeptUp')), '2032-01-10')).toEqual([]);
  });
});

describe('the clock over the years of a case', () => {
  /** What falls due at an instant, and the site with it. */
  const tick = (play: SitePlay, now: string): { readonly told: readonly string[]; readonly play: SitePlay } => {
    const { events, state } = appendDueEvents(scheme, play.now, now, () => `t${now}`, context);
    return { told: events.map(({ type, actor, data }) => `${actor.id} ${type} ${'to' in data ? String(data.to) : ''}`), play: new SitePlay(state) };
  };
  // The report is due on 20 January 2032, a month before the last day of the phase; the fifth day after it is a Sunday, so that it is late from the 27th on.
  const reminded = 'clock cycleDutyReminded siteHost';
  const keeper = 'clock cycleDutyReminded siteOfficer';
  const escalated = 'clock cycleDutyEscalated administrator';

  it('reminds and tells as the duty says, each once, by its role or whoever keeps the years', () => {
    const instants = ['2032-01-09T23:59:59+08:00', '2032-01-10T00:00:00+08:00', '2032-01-12T09:00:00+08:00', '2032-01-17T00:00:00+08:00', '2032-01-26T23:59:59+08:00', '2032-01-27T00:00:00+08:00', '2032-01-28T00:00:00+08:00'];
    let play = built;
    const told = instants.map((now) => {
      const next = tick(play, now);
      play = next.play;
      return next.told;
    });
    expect(told).toEqual([[], [reminded], [], [keeper], [], [escalated], []]);
    expect(play.now).toMatchObject({ status: 'ended', end: 'approved' });
    expect(foldCase(scheme, play.now.history).problems).toEqual([]);
    expect(play.now.history.find(({ type }) => type === 'cycleDutyReminded')?.data).toEqual({ cycle: 'site', duty: 'report', reminder: 'soon', to: 'siteHost', dueAt: '2032-01-21T00:00:00+08:00' });
  });

  it('says when something will be due, also years before', () => {
    expect(nextDueAt(scheme, built.now, '2027-04-01T09:00:00+08:00', context)).toBe('2032-01-10T00:00:00+08:00');
    expect(nextDueAt(scheme, built.now, '2032-01-27T00:00:00+08:00', context)).toBeUndefined();
  });

  it('does not remind after the day, but tells who is above, also when the phase is over', () => {
    expect([tick(built, '2032-01-21T00:00:00+08:00').told, tick(built, '2032-03-01T00:00:00+08:00').told]).toEqual([[], [escalated]]);
  });

  it('is silent of a duty that is done, and after a withdrawal', () => {
    const late = '2032-03-01T00:00:00+08:00';
    expect(tick(built.act('2031-06-01', report), '2032-01-18T00:00:00+08:00').told).toEqual([]);
    expect(tick(built.act('2031-06-01', report), late).told).toEqual([]);
    expect(tick(built.act('2031-06-01', withdraw('notKeptUp')), late).told).toEqual([]);
  });

  it('begins anew with a renewal', () => {
    const renewed = built.act('2031-06-01', report).act('2031-11-20', renew);
    expect([tick(renewed, '2032-03-01T00:00:00+08:00').told, tick(renewed, '2035-01-11T00:00:00+08:00').told]).toEqual([[], [reminded]]);
    expect(tick(renewed.act('2034-12-01', report), '2035-03-01T00:00:00+08:00').told).toEqual([]);
  });

  it('waits until the case is approved, and lets nobody else act for it', () => {
    expect(tick(begun, '2032-03-01T00:00:00+08:00').told).toEqual([]);
    const data = { cycle: 'site', duty: 'report', reminder: 'soon', to: 'siteHost', dueAt: '2032-01-21T00:00:00+08:00' };
    const found = (day: string, more: Record<string, unknown> = {}, by = CLOCK): string[] => codes(built, { type: 'cycleDutyReminded', data: { ...data, ...more } }, day, by);
    expect([found('2032-01-12'), found('2032-01-09'), found('2032-01-21'), found('2032-01-12', {}, siteOfficer)]).toEqual([[], ['case/deadline-not-due'], ['case/deadline-over'], ['case/clock-only']]);
    expect([found('2032-01-12', { to: 'administrator' }), found('2032-01-12', { duty: 'other' }), found('2032-01-12', { cycle: 'other' })]).toEqual([['case/deadline-not-planned'], ['case/deadline-not-planned'], ['case/unknown-cycle']]);
  });

  it('plans nothing for what is not decided', () => {
    const open = { ...scheme, cycles: JSON.parse(JSON.stringify(scheme.cycles).replace('{"amount":1,"unit":"month"}', '"UNDECIDED"')) as Scheme['cycles'] };
    expect(JSON.stringify(open.cycles)).toContain('UNDECIDED');
    expect(appendDueEvents(open as Scheme, built.now, '2032-03-01T00:00:00+08:00', () => 'x', context).events).toEqual([]);
  });
});
