import type { Case } from '@cobuild/core';
import type { Identity } from '@cobuild/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../src/server/case-service.js';
import type { Portal, Refusal } from './portal-harness.js';
import { openPortal } from './portal-harness.js';

const id = 'ruyuan-caps-demo';
let portal: Portal;
let hash = '';
let clerk = '';
let asked = 0;
beforeAll(async () => {
  portal = await openPortal(id);
  ({ body: { hash } } = await portal.call<{ hash: string }>(undefined, 'GET', `/api/scheme?scheme=${id}`));
  const { body: { identities } } = await portal.call<{ identities: Identity[] }>(undefined, 'GET', `/api/session?scheme=${id}`);
  clerk = identities.find(({ role }) => role === 'villageClerk')?.id ?? '';
}, 120_000);
afterAll(() => portal.close());

/** What becomes of a payment that the village asks for: what the caps left, and why it is not taken. */
async function ask(kind: string, amount: number, changed: Case['answers'] = {}): Promise<{ readonly left: unknown; readonly refused: readonly string[]; readonly case: string }> {
  portal.clock = new Date(`${typeof changed['paidOn'] === 'string' ? changed['paidOn'] : '2026-03-05'}T09:00:00+08:00`);
  const answers = { kind, account: 'village', amount, paidOn: '2026-03-05', reason: '按规定慰问帮扶。', ...changed };
  asked += 1;
  const { body } = await portal.call<CaseView & Refusal>(clerk, 'POST', '/api/cases', { answers, schemeHash: hash }, { 'idempotency-key': `payment-${asked}` });
  const refused = (body.problems ?? []).map(({ code, message }) => `${code} ${message}`);
  if (refused.length > 0) return { left: undefined, refused, case: '' };
  const [submitted] = await portal.events(body.state.id);
  return { left: (submitted?.data as { facts: { capsLeft: number } }).facts.capsLeft, refused, case: body.state.id };
}
const above = ['portal/requirement-not-met 连同已经支出和正在办理的，超过上限。'];

describe('S1: the caps of Ruyuan in the running portal', () => {
  it('give one person 500 yuan a year for illness, in as many payments as it takes, and not a fen more', async () => {
    const person = { personName: '赵水生' };
    expect(await ask('illness', 300, person)).toMatchObject({ left: 500, refused: [] });
    expect((await ask('illness', 200.01, person)).refused).toEqual(above);
    expect(await ask('illness', 200, person)).toMatchObject({ left: 200, refused: [] });
    expect((await ask('illness', 0.01, person)).refused).toEqual(above);
    expect(await ask('illness', 500, { personName: '邓桂英' })).toMatchObject({ left: 500, refused: [] });
    expect(await ask('illness', 500, { ...person, paidOn: '2027-01-04' })).toMatchObject({ left: 500, refused: [] });
  });

  it('count a household together, and give back what was withdrawn', async () => {
    const household = { household: 'YX-021' };
    const first = await ask('disaster', 800, household);
    expect([first.left, (await ask('disaster', 100, household)).refused]).toEqual([800, above]);
    expect((await portal.act(clerk, first.case, { type: 'withdrawn', data: {} })).status).toBe(200);
    expect(await ask('disaster', 100, household)).toMatchObject({ left: 800, refused: [] });
  });

  it('count the payments of one event together, and let the village spend 60,000 a year and no more', async () => {
    const event = (name: string, amount: number) => ask('event', amount, { event: name });
    expect(await event('文艺活动', 10_000)).toMatchObject({ left: 12_000, refused: [] });
    expect((await event('文艺活动', 2000.01)).refused).toEqual(above);
    expect(await event('文艺活动', 2000)).toMatchObject({ left: 2000, refused: [] });
    for (const name of ['端午龙舟', '国庆篮球赛', '重阳敬老']) expect(await event(name, 12_000)).toMatchObject({ refused: [] });
    // 500 + 500 + 100 + 12,000 + 36,000 are asked for in 2026.
    expect((await event('年货节', 10_900.01)).refused).toEqual(above);
    expect(await event('年货节', 10_900)).toMatchObject({ left: 10_900, refused: [] });
    expect(await ask('illness', 500, { personName: '梁伯', account: 'office' })).toMatchObject({ left: 500, refused: [] });
  });

  it('take one of two payments that are asked for at the same moment and are too much together', async () => {
    const twice = await Promise.all([1, 2].map(() => ask('bereavement', 300, { household: 'YX-077', paidOn: '2027-05-06' })));
    expect(twice.map(({ refused }) => refused.length).sort()).toEqual([0, 1]);
  });

  it('cannot tell where it is not said whom a payment is for', async () => {
    const { refused } = await ask('illness', 100, { paidOn: '2027-05-07' });
    expect(refused.length).toBeGreaterThan(0);
  });
});
