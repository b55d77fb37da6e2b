import type { Case } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import { appendEvent, createMemoryCaseStore, createMemoryMessages, foldCase, noticeDates } from '@cobuild/rules';
import type { CaseAction, CaseState, CaseStore } from '@cobuild/rules';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DeadlineClock } from '../src/server/deadline-clock.js';
import { examples } from './portal-harness.js';

const { scheme } = loadSchemeFolder(join(examples, 'yangjiang-wishes-demo'));
if (scheme === undefined) throw new Error('yangjiang-wishes-demo cannot be loaded');
const running = { scheme, hash: 'h', version: '1.0.0' };
const wish = JSON.parse(readFileSync(join(examples, 'yangjiang-wishes/cases.jsonl'), 'utf8').split('\n')[0] ?? '') as Case;
const village = { unit: 'haitou', town: 'demo-town' };

/** A wish that was dispatched on Thursday 5 March 2026: a member has until Monday 16 March. */
async function dispatched(): Promise<{ readonly store: CaseStore; readonly clock: (at: string) => DeadlineClock; readonly messages: ReturnType<typeof createMemoryMessages> }> {
  const store = createMemoryCaseStore();
  const messages = createMemoryMessages();
  let state: CaseState | undefined;
  const steps: readonly (readonly [CaseAction, string, string])[] = [
    [{ type: 'submitted', data: { answers: wish.answers, applicant: wish.applicant } }, wish.applicant.id, 'resident'],
    [{ type: 'reviewed', data: { stage: 'dispatch', outcome: 'dispatch', answers: { verified: true, volunteerName: '林志强', attempt: 1 } } }, 'clerk', 'villageClerk'],
  ];
  for (const [index, [action, id, role]] of steps.entries()) {
    const unit = role === 'resident' ? { ...village, unit: wish.applicant.unit ?? wish.applicant.id } : village;
    const made = appendEvent(running.scheme, state, action, { id, role, ...unit }, `2026-03-05T09:0${index}:00+08:00`, `e${index}`, { calendar: chinaCalendar, schemeHash: 'h', caseId: 'w1', known: { facts: { openWishes: 0 } } });
    if ('problems' in made) throw new Error(JSON.stringify(made.problems));
    state = made.state;
    await store.append('w1', [made.event]);
  }
  const parts = { store, messages, calendar: chinaCalendar, schemes: { byHash: () => Promise.resolve(running as never) } };
  return { store, messages, clock: (at) => new DeadlineClock({ ...parts, now: () => new Date(at) }) };
}
/** A site of Datong's demonstration that was accepted on 20 February 2027; its report is due on 20 January 2032. */
async function approvedSite(): Promise<{ readonly store: CaseStore; readonly clock: (at: string) => DeadlineClock; readonly messages: ReturnType<typeof createMemoryMessages>; readonly site: string }> {
  const { scheme: sites } = loadSchemeFolder(join(examples, 'datong-sites-demo'));
  if (sites === undefined) throw new Error('datong-sites-demo cannot be loaded');
  const { answers, applicant } = JSON.parse(readFileSync(join(examples, 'datong-sites-demo/cases.jsonl'), 'utf8').split('\n')[0] ?? '') as Case;
  const store = createMemoryCaseStore();
  const messages = createMemoryMessages();
  const until = noticeDates(sites, 'sites', '2027-02-24', chinaCalendar)?.date ?? '';
  const review = (stage: string, outcome: string): CaseAction => ({ type: 'reviewed', data: { stage, outcome } });
  const steps: readonly (readonly [string, CaseAction])[] = [
    ['2026-03-05', { type: 'submitted', data: { answers, applicant } }], ['2026-03-20', review('review', 'approve')], ['2027-02-20', review('acceptance', 'accepted')],
    ['2027-02-24', { type: 'noticePublished', data: { notice: 'sites', postedOn: '2027-02-24', until } }], ['2027-03-10', review('publicity', 'confirmed')],
  ];
  let state: CaseState | undefined;
  for (const [day, action] of steps) {
    const by = state === undefined ? { id: applicant.id, role: 'siteHost', unit: 'road-site' } : { id: 'site-officer', role: 'siteOfficer', unit: 'organisation-department' };
    const made = appendEvent(sites, state, action, by, `${day}T09:00:00+08:00`, `e${day}`, { calendar: chinaCalendar, schemeHash: 'h', caseId: 's1' });
    if ('problems' in made) throw new Error(JSON.stringify(made.problems));
    state = made.state;
    await store.append('s1', [made.event]);
  }
  const parts = { store, messages, calendar: chinaCalendar, schemes: { byHash: () => Promise.resolve({ scheme: sites, hash: 'h', version: '1.0.0' } as never) } };
  return { store, messages, clock: (at) => new DeadlineClock({ ...parts, now: () => new Date(at) }), site: applicant.id };
}
const stageOf = async (store: CaseStore): Promise<string | undefined> => foldCase(running.scheme, await store.events('w1')).state?.stage;

describe('the clock of the portal', () => {
  it('row 64: takes a wish back from a member who let the time pass, a second after the last day and not before, and tells the resident', async () => {
    const { store, clock, messages } = await dispatched();
    const types = async (at: string): Promise<string[]> => (await clock(at).run()).events.map(({ type }) => type);

    expect(await types('2026-03-11T23:59:59+08:00')).toEqual([]);
    expect(await types('2026-03-12T00:00:00+08:00')).toEqual(['deadlineReminded']);
    expect([await types('2026-03-16T23:59:59+08:00'), await stageOf(store)]).toEqual([[], 'accept']);
    expect([await types('2026-03-17T00:00:00+08:00'), await stageOf(store)]).toEqual([['deadlinePassed'], 'dispatch']);
    expect(await types('2026-03-17T00:00:00+08:00')).toEqual([]);
    expect(await messages.inbox(wish.applicant.id)).toMatchObject([{ subject: 'deadlinePassed', text: '期限内没有党员接单，自动收回改派。', caseId: 'w1' }]);
  });

  it('reminds whoever applied of a duty of the years after the approval, and nobody by mistake', async () => {
    const { store, clock, messages, site } = await approvedSite();
    const run = async (at: string): Promise<string[]> => (await clock(at).run()).events.map(({ type, data }) => `${type} ${'to' in data ? String(data.to) : ''}`);

    expect([await run('2032-01-09T23:59:59+08:00'), await messages.inbox(site)]).toEqual([[], []]);
    expect(await run('2032-01-10T00:00:00+08:00')).toEqual(['cycleDutyReminded siteHost']);
    expect(await messages.inbox(site)).toMatchObject([{ subject: 'cycleDutyReminded', caseId: 's1' }]);
    // The second reminder and the escalation are for the office; the site is not written to.
    expect([await run('2032-01-17T00:00:00+08:00'), await run('2032-01-27T00:00:00+08:00')]).toEqual([['cycleDutyReminded siteOfficer'], ['cycleDutyEscalated administrator']]);
    expect(await messages.inbox(site)).toHaveLength(1);
    expect((await store.events('s1')).length).toBe(8);
  });

  it('two runs at once do nothing twice', async () => {
    const { store, clock } = await dispatched();
    const at = '2026-03-17T08:00:00+08:00';
    const [one, other] = await Promise.all([clock(at).run(), clock(at).run()]);
    expect(one.events.length + other.events.length).toBe(1);
    expect((await store.events('w1')).map(({ type }) => type)).toEqual(['submitted', 'reviewed', 'deadlinePassed']);
  });

  it('adds nothing to a log that somebody changed', async () => {
    const { store, clock } = await dispatched();
    const [first, second] = await store.events('w1');
    const changed = createMemoryCaseStore();
    if (first === undefined || second === undefined) throw new Error('no log');
    await changed.append('w1', [first, { ...second, at: '2026-03-01T00:00:00+08:00' }]);
    const { run } = { run: () => new DeadlineClock({ store: changed, messages: createMemoryMessages(), calendar: chinaCalendar, schemes: { byHash: () => Promise.resolve(running as never) }, now: () => new Date('2026-04-01T00:00:00Z') }).run() };
    expect((await run()).events).toEqual([]);
    expect((await clock('2026-03-05T10:00:00+08:00').run()).cases).toBe(1);
  });

  it('goes on by a timer until it is stopped', async () => {
    const { store, clock } = await dispatched();
    const timed = clock('2026-03-17T08:00:00+08:00');
    timed.start(60_000);
    await timed.stop();
    expect(await stageOf(store)).toBe('dispatch');
  });
});
