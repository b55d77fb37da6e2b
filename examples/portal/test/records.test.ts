import type { CaseState } from '@cobuild/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../src/server/case-service.js';
import type { Portal, Refusal } from './portal-harness.js';
import { openPortal, serviceStation } from './portal-harness.js';

const [village, town, clerk, member] = ['secretary-heshun', 'reviewer-hecheng', 'committee-clerk', 'member-01'] as const;
let portal: Portal;
let elsewhere: Portal;
let id = '';

beforeAll(async () => {
  [portal, elsewhere] = await Promise.all([openPortal(), openPortal()]);
  const { body } = await portal.call<CaseView>(village, 'POST', '/api/cases', { answers: serviceStation() }, { 'idempotency-key': 'k' });
  id = body.state.id;
  portal.clock = new Date('2026-03-09T09:00:00+08:00');
  await portal.act(town, id, { type: 'reviewed', data: { stage: 'preliminary', outcome: 'forward', reason: '同意', answers: { dutyFinding: '两委班子履职到位，村级运转正常。', inScope: true, rank: 1 } } });
  await portal.act(clerk, id, { type: 'meetingOpened', data: { stage: 'jointReview', members: portal.members } });
}, 120_000);
afterAll(async () => { await Promise.all([portal.close(), elsewhere.close()]); });

describe('what a person is given of a case', () => {
  const textFor = async (as: string): Promise<string> => JSON.stringify((await portal.call(as, 'GET', `/api/cases/${id}`)).body) + JSON.stringify((await portal.call(as, 'GET', '/api/cases')).body) + JSON.stringify((await portal.call(as, 'GET', `/api/cases/${id}/at/2026-03-09`)).body);

  it('holds no name of the town’s reviewer or of the committee for the applicant', async () => {
    const text = await textFor(village);
    for (const hidden of ['黄启文', ...portal.members.map((each) => `"${each.id}"`)]) expect(text).not.toContain(hidden);
    expect(text).toContain(String(serviceStation()['payeeAccount']));
  });

  it('holds no members for the town, and no account for a member of the committee, in the list for programs neither', async () => {
    expect(await textFor(town)).not.toContain(`"${portal.members[0]?.id ?? ''}"`);
    const lines = await portal.call<string>(member, 'GET', '/api/cases.jsonl');
    const text = `${await textFor(member)}${lines.body}`;
    for (const secret of ['payeeAccount', 'contactPhone']) expect(text).not.toContain(String(serviceStation()[secret]));
  });
});

describe('a whole case as a file', () => {
  it('is taken out by those from whom nothing of it is hidden, and by nobody else', async () => {
    const statuses = await Promise.all([clerk, town, village, member, 'secretary-qingchuan'].map(async (as) => (await portal.call(as, 'GET', `/api/cases/${id}/record`)).status));
    expect(statuses).toEqual([200, 404, 404, 404, 404]);
  });

  it('is taken in by another portal once, as the same bytes, and is worked on there', async () => {
    const response = await portal.app.request(`http://portal.test/api/cases/${id}/record`, { headers: { host: 'portal.test', cookie: `identity=${clerk}` } });
    const text = await response.text();
    expect(response.headers.get('content-disposition')).toContain(`${id}.json`);
    expect((await elsewhere.call(village, 'POST', '/api/records', text)).status).toBe(422);
    expect((await elsewhere.call(clerk, 'POST', '/api/records', text)).body).toEqual({ caseId: id, sequence: 3 });
    const again = await elsewhere.call<Refusal>(clerk, 'POST', '/api/records', text);
    expect(again.body.problems.map(({ code }) => code)).toEqual(['portal/record-known']);
    const back = await elsewhere.app.request(`http://portal.test/api/cases/${id}/record`, { headers: { host: 'portal.test', cookie: `identity=${clerk}` } });
    expect(await back.text()).toBe(text);
    elsewhere.clock = new Date('2026-03-10T09:00:00+08:00');
    expect((await elsewhere.act(clerk, id, { type: 'memberSignedIn', data: { member: portal.members[0]?.id } })).status).toBe(200);
  });

  it('is refused with the place of the first record that was changed, and nothing of it is kept', async () => {
    const { body } = await portal.call<object>(clerk, 'GET', `/api/cases/${id}/record`);
    const text = JSON.stringify(body).replace(new RegExp(id, 'g'), `${id}-2`);
    const refused = await elsewhere.call<Refusal>(clerk, 'POST', '/api/records', text);
    expect([refused.status, refused.body.problems.map(({ code, pointer }) => [code, pointer])]).toEqual([422, [['case/broken-chain', '/events/0']]]);
    expect((await elsewhere.call(clerk, 'GET', `/api/cases/${id}-2`)).status).toBe(404);
  });
});

describe('a case on a day', () => {
  it('is shown as it was, and not before it was submitted', async () => {
    const stage = async (day: string): Promise<unknown> => (await portal.call<{ state?: CaseState }>(clerk, 'GET', `/api/cases/${id}/at/${day}`)).body.state?.stage;
    expect(await Promise.all(['2026-03-04', '2026-03-05', '2026-03-09'].map(stage))).toEqual([undefined, 'preliminary', 'jointReview']);
    expect((await portal.call(clerk, 'GET', `/api/cases/${id}/at/2026-03-04`)).status).toBe(200);
    expect((await portal.call(clerk, 'GET', `/api/cases/${id}/at/gestern`)).status).toBe(400);
    expect((await portal.call('secretary-qingchuan', 'GET', `/api/cases/${id}/at/2026-03-09`)).status).toBe(404);
  });
});

describe('the money of a fund', () => {
  const post = (as: string, expectedVersion: number, entry: object) => portal.call<{ balance: { available: number }; conflict?: { version: number }; problems?: { code: string }[] }>(as, 'POST', '/api/ledger', { entries: [{ year: 2026, ...entry }], expectedVersion });

  it('is posted by those who pay; whoever is second is given the newest ledger, and nothing goes beyond the pool', async () => {
    expect((await post(village, 0, { kind: 'pool', amount: 1 })).status).toBe(403);
    const made = await post(clerk, 0, { kind: 'pool', amount: 100_000, by: 'somebody else' });
    expect([made.status, made.body.balance.available]).toEqual([200, 100_000]);
    const late = await post(clerk, 0, { kind: 'reserved', amount: 60_000, project: 'a' });
    expect([late.status, late.body.conflict?.version]).toEqual([409, 1]);
    expect((await post(clerk, 1, { kind: 'reserved', amount: 60_000, project: 'a' })).status).toBe(200);
    const beyond = await post(clerk, 2, { kind: 'reserved', amount: 60_000, project: 'b' });
    expect([beyond.status, beyond.body.problems?.length]).toEqual([422, 1]);
    const { body } = await portal.call<{ ledger: { entries: { by: string }[] }; balance: { available: number } }>(clerk, 'GET', '/api/ledger');
    expect([body.balance.available, body.ledger.entries.map(({ by }) => by)]).toEqual([40_000, [clerk, clerk]]);
    expect((await portal.call(clerk, 'POST', '/api/ledger', { entries: 'all' })).status).toBe(400);
  });
});
