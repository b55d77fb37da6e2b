import type { Case, EventActor, Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { appendDueEvents, appendEvent } from '../lifecycle/index.js';
import { publicStatus } from '../public-status/index.js';
import type { CaseState } from '../results.js';
import { demandAudience, demandItem, demandLanes } from './index.js';

const folder = (name: string): string => fileURLToPath(new URL(`../../../../examples/schemes/${name}`, import.meta.url));
function load(name: string): Scheme {
  const { scheme } = loadSchemeFolder(folder(name));
  if (scheme === undefined) throw new Error(`${name} cannot be loaded`);
  return scheme;
}
const wishes = load('yangjiang-wishes-demo');
const express = load('datong-express-demo');
const firstCase = (name: string): Case => JSON.parse(readFileSync(`${folder(name)}/cases.jsonl`, 'utf8').split('\n')[0] ?? '') as Case;

const clerk: EventActor = { id: 'clerk', name: '村干部', role: 'villageClerk', unit: 'haitou', town: 'demo-town' };
const volunteer: EventActor = { id: 'volunteer', name: '党员老林', role: 'volunteer', unit: 'haitou', town: 'demo-town' };
const resident: EventActor = { id: 'resident-081', role: 'resident', unit: 'haitou', town: 'demo-town' };

type Step = readonly [by: EventActor, stage: string, outcome: string, more?: Readonly<Record<string, unknown>>];
function tryPlay(scheme: Scheme, steps: readonly Step[], given = firstCase('yangjiang-wishes')): { readonly state: CaseState; readonly refused: readonly string[] } {
  const { answers, applicant } = given;
  const context = { calendar: chinaCalendar, schemeHash: 'h', caseId: 'w1', known: { facts: { openWishes: 0 } } };
  let clock = Date.parse('2026-03-05T09:00:00+08:00');
  const submitter: EventActor = { id: applicant.id, role: scheme.stages[0]?.actor.role ?? '', unit: applicant.unit ?? applicant.id, ...(applicant.town === undefined ? {} : { town: applicant.town }) };
  const first = appendEvent(scheme, undefined, { type: 'submitted', data: { answers, applicant } }, submitter, new Date(clock).toISOString(), 'e0', context);
  if ('problems' in first) throw new Error(JSON.stringify(first.problems));
  let { state } = first;
  for (const [by, stage, outcome, more = {}] of steps) {
    clock += 60_000;
    const done = appendEvent(scheme, state, { type: 'reviewed', data: { stage, outcome, ...more } }, by, new Date(clock).toISOString(), `e${clock}`, context);
    if ('problems' in done) return { state, refused: done.problems.map(({ code }) => code) };
    state = done.state;
  }
  return { state, refused: [] };
}
const play = (steps: readonly Step[]): CaseState => tryPlay(wishes, steps).state;
const dispatched: Step = [clerk, 'dispatch', 'dispatch', { answers: { verified: true, volunteerName: '林志强', attempt: 1 } }];
const accepted: Step = [volunteer, 'accept', 'accept'];
const done: Step = [volunteer, 'fulfil', 'done', { answers: { doneOn: '2026-03-05', result: '换好了灯泡。', cost: 20 } }];
const look = (state: CaseState, actor: EventActor, today = '2026-03-05', more = {}): ReturnType<typeof demandItem> => demandItem(wishes, state, { actor, today, calendar: chinaCalendar, ...more });

describe('demandItem', () => {
  it.each<[string, readonly Step[], EventActor, string, readonly string[]]>([
    ['the village dispatches', [], clerk, 'villageClerk', ['dispatch', 'askAgain', 'refuse']],
    ['a member accepts', [dispatched], volunteer, 'volunteer', ['accept', 'decline', 'timedOut']],
    ['the member does it', [dispatched, accepted], volunteer, 'volunteer', ['done', 'handBack', 'timedOut']],
    ['the resident rates', [dispatched, accepted, done], resident, 'resident', ['rated', 'notDone']],
  ])('row 64: at each state %s, and nobody else', (_, steps, actor, role, outcomes) => {
    const state = play(steps);

    expect(look(state, actor).outcomes.map(({ id }) => id)).toEqual(outcomes);
    expect(look(state, actor).waitsFor).toBe(role);
    for (const other of [clerk, volunteer, resident].filter((each) => each.role !== role)) expect(look(state, other).outcomes).toEqual([]);
  });

  it('row 64: what a member refuses, hands back or lets time out goes back to the village, to another one', () => {
    for (const [stage, outcome, before] of [['accept', 'decline', [dispatched]], ['accept', 'timedOut', [dispatched]], ['fulfil', 'handBack', [dispatched, accepted]], ['fulfil', 'timedOut', [dispatched, accepted]]] as const) {
      const state = play([...before, [volunteer, stage, outcome, { reason: '这几天不在村里。' }]]);
      expect([look(state, clerk).stage, look(state, clerk).returns, look(state, clerk).outcomes[0]?.id]).toEqual(['dispatch', 1, 'dispatch']);
    }
    expect(tryPlay(wishes, [dispatched, [volunteer, 'accept', 'decline']]).refused).toEqual(['case/reason-missing']);
  });

  it.each([
    ['2026-03-09', 1, false, undefined], ['2026-03-10', 0, false, undefined], ['2026-03-11', -1, true, undefined], ['2026-03-12', -2, true, undefined], ['2026-03-13', -3, true, 'townOfficer'],
  ])('row 64: on %s the three working days leave %d, it is late: %s, and told to: %s', (today, workingDaysLeft, passed, to) => {
    const item = look(play([]), clerk, today, { escalation: { after: { amount: 2, unit: 'workingDay' }, to: 'townOfficer' } });

    expect([item.due?.date, item.due?.workingDaysLeft, item.due?.passed, item.escalated?.to]).toEqual(['2026-03-10', workingDaysLeft, passed, to]);
  });

  it('row 64: a wish that nobody accepts in time goes back to the village by itself; late dispatch is told to the town', () => {
    const context = { calendar: chinaCalendar, schemeHash: 'h' };
    const after = (steps: readonly Step[], now: string): CaseState => appendDueEvents(wishes, play(steps), now, () => 't1', context).state;
    expect(['2026-03-16T23:59:59+08:00', '2026-03-17T00:00:00+08:00'].map((now) => after([dispatched], now).stage)).toEqual(['accept', 'dispatch']);
    expect(look(after([dispatched], '2026-03-17T00:00:00+08:00'), clerk, '2026-03-17')).toMatchObject({ stage: 'dispatch', returns: 1, since: '2026-03-17' });
    expect(['2026-03-10T23:59:59+08:00', '2026-03-11T00:00:00+08:00'].map((now) => look(after([], now), clerk, '2026-03-11').escalated)).toEqual([undefined, { to: 'townOfficer', since: '2026-03-11' }]);
  });

  it('row 64: residents see the public states only', () => {
    const public_ = demandLanes(wishes, demandAudience(wishes, 'resident'));
    expect(public_.map(({ title }) => title['zh-CN'])).toEqual(['已点单', '村里正在安排', '等待党员接单', '正在办理', '请评价']);
    expect([demandAudience(wishes, 'villageClerk'), demandAudience(wishes, 'nobody')]).toEqual(['office', 'public']);
    const state = play([dispatched, [volunteer, 'accept', 'decline', { reason: '这几天不在村里。' }]]);
    expect(JSON.stringify(publicStatus(wishes, state, { today: '2026-03-05', calendar: chinaCalendar }))).not.toMatch(/林志强|不在村里/);
  });

  it('says nothing is to be done of what has ended', () => {
    const item = look(play([[clerk, 'dispatch', 'refuse', { reason: '不是微心愿。', reasons: ['notAWish'] }]]), clerk);

    expect([item.status, item.end, item.outcomes, item.waitsFor, item.due]).toEqual(['ended', 'rejected', [], undefined, undefined]);
  });

  it('refuses a day that is none', () => {
    expect(() => look(play([]), clerk, 'heute')).toThrow(RangeError);
  });
});

describe('a request of the express', () => {
  it('row 65: is late at the hour where working hours are counted, and closed by itself where nobody rates it', () => {
    const context = { calendar: chinaCalendar, schemeHash: 'h' };
    const courierHas = tryPlay(express, toDepartment.slice(0, 1), parcel).state;
    const due = (now: string): unknown => demandItem(express, courierHas, { actor: courier, today: now.slice(0, 10), now, calendar: chinaCalendar }).due;
    expect([due('2026-03-09T09:00:59+08:00'), due('2026-03-09T09:01:00+08:00')]).toMatchObject([{ at: '2026-03-09T09:01:00+08:00', hours: true, passed: false }, { passed: true }]);
    const replied = tryPlay(express, [...toDepartment, [handler, 'handle', 'replied']], parcel).state;
    expect(['2026-03-12T23:59:59+08:00', '2026-03-13T00:00:00+08:00'].map((now) => appendDueEvents(express, replied, now, () => 't', context).state.end)).toEqual([undefined, 'approved']);
  });

  const parcel = firstCase('datong-express-demo');
  const station: EventActor = { id: 's', role: 'stationClerk', ...(parcel.applicant.town === undefined ? {} : { unit: parcel.applicant.town, town: parcel.applicant.town }) };
  const courier: EventActor = { ...station, id: 'c', role: 'courier' };
  const handler: EventActor = { id: 'h', role: 'departmentHandler', unit: 'housingBureau' };
  const toDepartment: readonly Step[] = [[station, 'dispatch', 'dispatched'], [courier, 'deliver', 'delivered']];

  it('row 65: a department that refuses gives its reason, and the parcel is back at the station', () => {
    expect(tryPlay(express, [...toDepartment, [handler, 'handle', 'notOurs']], parcel).refused).toContain('case/reason-missing');
    expect(tryPlay(express, [...toDepartment, [handler, 'handle', 'notOurs', { reason: '属于城市管理。' }]], parcel).state.stage).toBe('dispatch');
  });

  it('row 65: nobody rates before the reply', () => {
    const sender: EventActor = { id: parcel.applicant.id, role: 'sender', unit: parcel.applicant.unit ?? parcel.applicant.id };
    expect(tryPlay(express, [...toDepartment, [sender, 'rate', 'closed']], parcel).refused.length).toBeGreaterThan(0);
    expect(tryPlay(express, [...toDepartment, [handler, 'handle', 'replied'], [sender, 'rate', 'closed']], parcel).state.end).toBe('approved');
  });
});
