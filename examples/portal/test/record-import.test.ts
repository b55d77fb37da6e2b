import type { CaseEvent } from '@cobuild/core';
import { hashDocument } from '@cobuild/core';
import type { CaseRecord, CaseState, FundedProject, ProjectEvent } from '@cobuild/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckedRecord } from '../src/server/record-service.js';
import { actOn, approveStation, clerk, secretary } from './gaoming-way.js';
import type { Portal, Refusal } from './portal-harness.js';
import { openPortal } from './portal-harness.js';

let portal: Portal;
let elsewhere: Portal;
let id = '';
let text = '';

beforeAll(async () => {
  [portal, elsewhere] = [await openPortal(), await openPortal()];
  id = await approveStation(portal);
  portal.clock = new Date('2026-04-02T10:00:00+08:00');
  await actOn(portal, clerk, id, 'contractSigned', { on: '2026-04-01' });
  await actOn(portal, clerk, id, 'tranchePaid', { tranche: 'signing', amount: 42000, on: '2026-04-02', voucher: '拨-1' });
  text = await (await portal.app.request(`http://portal.test/api/cases/${id}/record`, { headers: { host: 'portal.test', cookie: `identity=${clerk}` } })).text();
}, 180_000);
afterAll(async () => { await Promise.all([portal.close(), elsewhere.close()]); });

const check = (of: Portal, body = text) => of.call<CheckedRecord & Refusal>(clerk, 'POST', '/api/records/check', body);
const take = (body = text) => elsewhere.call<{ caseId: string } & Refusal>(clerk, 'POST', '/api/records', body);
const ledgerOf = async (of: Portal): Promise<unknown[]> => (await of.call<{ ledger: { entries: { kind: string; amount?: number }[] } }>(clerk, 'GET', '/api/ledger')).body.ledger.entries.map(({ kind, amount }) => [kind, amount]);

describe('a case that comes with its project', () => {
  it('is checked before it is taken in: what it holds, and how it compares with what is here', async () => {
    expect((await check(elsewhere)).body).toMatchObject({ caseId: id, projectEvents: 2 });
    expect((await check(elsewhere)).body.here).toBeUndefined();
    const { body: { events, here } } = await check(portal);
    expect(here).toEqual({ events });
  });

  it('is refused with the record that was changed, of the case or of the project', async () => {
    for (const [from, to] of [['42000', '52000'], ['同意', '不同意']] as const) {
      const changed = text.replace(from, to);
      if (changed === text) continue;
      const { status, body } = await check(elsewhere, changed);
      expect([status, body.problems.length > 0]).toEqual([422, true]);
      expect((await take(changed)).status).toBe(422);
    }
    expect((await elsewhere.call(clerk, 'GET', `/api/cases/${id}`)).status).toBe(404);
  });

  it.each<[string, Partial<ProjectEvent>, string]>([
    ['what waits for an acceptance that never was', { data: { tranche: 'acceptance', amount: 28000, on: '2026-04-02', voucher: '拨-1' } }, '验收'],
    ['a person who may not pay', { actor: { id: secretary, role: 'villageSecretary', unit: 'heshun', town: 'hecheng' } }, '岗位'],
  ])('is refused where its project paid what the scheme does not allow, though every hash fits: %s', async (_, change, reason) => {
    const { hash: _hash, ...content } = JSON.parse(text) as CaseRecord;
    const events = content.project?.events ?? [];
    const { hash: _last, ...paid } = { ...events[1], ...change } as ProjectEvent;
    const forged = { ...content, project: { ...content.project, events: [events[0], { ...paid, hash: hashDocument(paid) }] } };
    const file = JSON.stringify({ ...forged, hash: hashDocument(forged) });
    const { status, body } = await take(file);
    expect([status, body.problems.map(({ code, pointer }) => [code, pointer])]).toEqual([422, [['record/project-not-allowed', '/project/events/1']]]);
    expect(body.problems[0]?.message).toMatch(new RegExp(`^项目的第2条记录（2026年4月2日）不符合方案：.*${reason}`));
    expect((await elsewhere.call(clerk, 'GET', `/api/cases/${id}`)).status).toBe(404);
  });

  it('is refused where an answer is none that the form takes or not what the others add up to, though every hash fits, with its place', async () => {
    const { hash: _hash, project: _project, ...content } = JSON.parse(text) as CaseRecord;
    const events: CaseEvent[] = [];
    for (const event of content.events) {
      const data = event.type === 'submitted' && events.length === 0 ? { ...event.data, answers: { ...event.data.answers, projectName: '', amountRequested: 1 } } : event.data;
      const { hash: _old, ...next } = { ...event, data, previousHash: events[events.length - 1]?.hash ?? '' };
      events.push({ ...next, hash: hashDocument(next) } as CaseEvent);
    }
    const forged = { ...content, events };
    const { status, body } = await take(JSON.stringify({ ...forged, hash: hashDocument(forged) }));
    expect([status, body.problems.map(({ code, pointer }) => `${code} ${pointer}`).sort()]).toEqual([422, ['record/case-answers /events/0/data/answers/amountRequested', 'record/case-answers /events/0/data/answers/projectName']]);
    expect(body.problems[0]?.message).toMatch(/^案卷的第1条记录（2026年3月\d日）填写的内容不符合方案的表：/);
    expect((await elsewhere.call(clerk, 'GET', `/api/cases/${id}`)).status).toBe(404);
  });

  it.each<[string, string, Partial<CaseEvent>, string]>([
    ['a review by somebody who may not review', 'reviewed', { actor: { id: secretary, role: 'villageSecretary', unit: 'heshun', town: 'hecheng' } }, '2026年3月5日）不符合方案：.*'],
    ['a review by the office of another town', 'reviewed', { actor: { id: 'reviewer-yanghe', role: 'townReviewer', unit: 'yanghe', town: 'yanghe' } }, '2026年3月5日）不符合方案：.*'],
    ['a notice that was posted before the meeting', 'noticePublished', { at: '2026-03-04T09:00:00+08:00' }, '2026年3月4日）不符合方案：.*时间'],
  ])('is refused where the case did what the scheme does not allow, though every hash fits: %s', async (_, type, change, reason) => {
    const { hash: _hash, project: _project, ...content } = JSON.parse(text) as CaseRecord;
    const at = content.events.findIndex((event) => event.type === type);
    const events: CaseEvent[] = [];
    for (const [index, event] of content.events.entries()) {
      const { hash: _old, ...next } = { ...event, ...(index === at ? change : {}), previousHash: events[index - 1]?.hash ?? '' };
      events.push({ ...next, hash: hashDocument(next) } as CaseEvent);
    }
    const forged = { ...content, events };
    const { status, body } = await take(JSON.stringify({ ...forged, hash: hashDocument(forged) }));
    expect([status, body.problems.map(({ code, pointer }) => [code, pointer])]).toEqual([422, [['record/case-not-allowed', `/events/${at}`]]]);
    expect(body.problems[0]?.message).toMatch(new RegExp(`^案卷的第${at + 1}条记录（${reason}`));
    expect((await elsewhere.call(clerk, 'GET', `/api/cases/${id}`)).status).toBe(404);
  });

  it('is taken in with its project or not at all: where the last record of the project does not fit, nothing of the case is kept', async () => {
    const { opening } = (JSON.parse(text) as { project: { opening: object } }).project;
    await elsewhere.sql('insert into projects (id, body) values ($1, $2)', [id, JSON.stringify(opening)]);
    await elsewhere.sql('insert into project_events (project_id, sequence, body) values ($1, 2, $2)', [id, '{}']);
    expect((await take()).body.problems.map(({ code }) => code)).toEqual(['portal/record-project-known']);
    expect((await elsewhere.call(clerk, 'GET', `/api/cases/${id}`)).status).toBe(404);
    expect(await ledgerOf(elsewhere)).toEqual([]);
    await elsewhere.sql('delete from project_events where project_id = $1', [id]);
    await elsewhere.sql('delete from projects where id = $1', [id]);
  });

  it('keeps nothing where the fund has no money for it, and is whole with its ledger where it has', async () => {
    await elsewhere.call(clerk, 'POST', '/api/ledger', { entries: [{ year: 2026, kind: 'pool', amount: 50_000 }], expectedVersion: 0 });
    expect((await take()).status).toBe(422);
    expect((await elsewhere.call(clerk, 'GET', `/api/cases/${id}`)).status).toBe(404);
    await elsewhere.call(clerk, 'POST', '/api/ledger', { entries: [{ year: 2026, kind: 'pool', amount: 50_000 }], expectedVersion: 1 });
    expect((await take()).body).toMatchObject({ caseId: id });
    expect((await ledgerOf(elsewhere)).slice(2)).toEqual([['reserved', 70_000], ['committed', 70_000], ['paid', 42_000]]);
    expect((await elsewhere.call<{ agrees: boolean }>(clerk, 'GET', `/api/projects/${id}/fund`)).body.agrees).toBe(true);
    expect((await take()).body.problems.map(({ code }) => code)).toEqual(['portal/record-known']);
  });
});

describe('a project on a day', () => {
  it('is shown as it was when that day ended, with its contract and payments or without', async () => {
    const then = async (day: string): Promise<unknown> => {
      const { body } = await portal.call<{ state?: CaseState; project?: FundedProject }>(secretary, 'GET', `/api/cases/${id}/at/${day}`);
      return [body.state?.stage, body.state?.end, body.project?.agreement.signedOn, body.project?.account.length];
    };
    expect(await then('2026-03-15')).toEqual(['publicity', undefined, undefined, undefined]);
    expect(await then('2026-03-16')).toEqual(['publicity', 'approved', undefined, 0]);
    expect(await then('2026-04-02')).toEqual(['publicity', 'approved', '2026-04-01', 1]);
  });
});
