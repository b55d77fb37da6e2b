import type { Case } from '@cobuild/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Portal } from './portal-harness.js';
import { openPortal } from './portal-harness.js';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal('gaoming-demo', 'nanhai-matters-demo');
  portal.clock = new Date('2026-11-23T10:00:00+08:00');
  expect(await portal.tell('gaoming-demo')).toEqual([]);
}, 120_000);
afterAll(() => portal.close());

const line = (as: string, scheme = 'gaoming-demo') => portal.call<{ cases: readonly Case[]; batch?: { pool: number } }>(as, 'GET', `/api/funding-line?scheme=${scheme}`);

describe('the funding line before the approval', () => {
  it('has what passed the vote and is on notice, and what the year has left after the project that was approved', async () => {
    const { status, body: { cases, batch } } = await line('committee-clerk');
    expect([status, batch]).toEqual([200, { pool: 9_930_000 }]);
    expect(cases.map(({ answers }) => answers['projectName'])).toEqual(['红色文化讲师团和话剧团进村巡讲']);
    expect(cases[0]?.meeting).toBeDefined();
  });

  it('says nothing to whoever votes and does not pay', async () => {
    const { status, body } = await line('member-01');
    expect([status, body]).toEqual([200, { cases: [] }]);
  });

  it('is not for whoever applies, nor for schemes that give no money', async () => {
    expect([(await line('secretary-heshun')).status, (await line('committee-clerk', 'nanhai-matters-demo')).status]).toEqual([403, 403]);
  });
});
