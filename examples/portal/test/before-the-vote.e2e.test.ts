import type { Outcome } from '@cobuild/core';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseView } from '../src/server/case-service.js';
import { atPortal } from './at-portal.js';
import { clerk, gaomingWith, reviewer, secretary } from './gaoming-way.js';
import type { Portal } from './portal-harness.js';
import { serviceStation } from './portal-harness.js';
import { launchChromium, widths } from './watched-page.js';

let browser: Browser;
beforeAll(async () => { browser = await launchChromium(); });
afterAll(async () => { await browser.close(); });

/** What a committee may do without a vote. No source has it, so no scheme of the examples does: a district may write it. */
const WITHOUT_A_VOTE: readonly Outcome[] = [
  { id: 'toTown', title: { 'zh-CN': '退回镇街核实' }, kind: 'return', to: 'preliminary', reason: 'required' },
  { id: 'outOfScope', title: { 'zh-CN': '不属会审范围，不予受理' }, kind: 'reject', to: 'rejected', reason: 'required' },
];
const scheme = gaomingWith((gaoming) => ({ ...gaoming, stages: gaoming.stages.map((stage) => (stage.method === 'vote' ? { ...stage, outcomes: [...stage.outcomes, ...WITHOUT_A_VOTE] } : stage)) }));

async function handIn(portal: Portal): Promise<string> {
  portal.clock = new Date('2026-03-05T09:00:00+08:00');
  const { body, status } = await portal.call<CaseView>(secretary, 'POST', '/api/cases', { answers: serviceStation() }, { 'idempotency-key': `station-${portal.clock.getTime()}` });
  expect(status).toBe(200);
  return body.state.id;
}
async function forward(portal: Portal, id: string): Promise<void> {
  const { status } = await portal.act(reviewer, id, { type: 'reviewed', data: { stage: 'preliminary', outcome: 'forward', answers: { dutyFinding: '两委班子团结，村级事务公开及时。', inScope: true, declarationsChecked: true, rank: 1 } } });
  expect(status).toBe(200);
}
const stateOf = async (portal: Portal, id: string): Promise<CaseView['state']> => (await portal.call<CaseView>(clerk, 'GET', `/api/cases/${id}`)).body.state;

/** Chooses an outcome on the sheet below the meeting; without a reason it is not taken. */
async function choose(page: Page, outcome: string, reason: string): Promise<void> {
  await page.locator('cobuild-meeting article').waitFor();
  await page.locator(`cobuild-review #outcomes input[value=${outcome}]`).check();
  await page.locator('cobuild-review #submit').click();
  await page.locator('cobuild-review .field-error').first().waitFor();
  await page.locator('cobuild-review #reason').fill(reason);
}

it('before the vote a committee sends an application back to the town, which forwards it again, and then refuses it: what is offered at the vote, pressed by hand', async () => {
  await atPortal(browser, scheme, async (portal, open) => {
    const id = await handIn(portal);
    await forward(portal, id);
    const { page, look } = await open(clerk, '/committee', `#case/${id}`);
    await choose(page, 'toTown', '预算与报价不一致，请镇街核实。');
    // Both the meeting and the sheet stand there; the sheet offers what needs no vote, and nothing that the vote decides.
    expect(await page.locator('cobuild-review #outcomes input').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))).toEqual(['toTown', 'outOfScope']);
    await look('before-the-vote', widths);
    await page.locator('cobuild-review #submit').click();
    await expect.poll(async () => (await stateOf(portal, id)).stage, { timeout: 20_000 }).toBe('preliminary');

    // The town reads why, and forwards it again.
    await open(reviewer, '/review', `#case/${id}`);
    await page.getByText('预算与报价不一致，请镇街核实。').first().waitFor();
    await look('back-from-the-vote', widths);
    await forward(portal, id);

    await open(clerk, '/committee', `#case/${id}`);
    await choose(page, 'outOfScope', '属日常维修，请走村级经费。');
    await page.locator('cobuild-review #submit').click();
    // A refusal is final, so it is asked for once more.
    await page.locator('cobuild-review #confirm-box .actions button').first().click();
    await expect.poll(async () => (await stateOf(portal, id)).end, { timeout: 20_000 }).toBe('rejected');
    await open(secretary, '/apply', `#case/${id}`);
    await page.getByText('属日常维修，请走村级经费。').first().waitFor();
    const log = (await portal.events(id)).filter(({ type }) => type === 'reviewed');
    expect(log.map(({ actor, data }) => [actor.id, (data as { outcome: string }).outcome])).toEqual([[reviewer, 'forward'], [clerk, 'toTown'], [reviewer, 'forward'], [clerk, 'outOfScope']]);
  });
}, 400_000);

it('once the vote is open nothing of it is offered any more: the committee decides by its vote alone', async () => {
  await atPortal(browser, scheme, async (portal, open) => {
    const id = await handIn(portal);
    await forward(portal, id);
    const seated = portal.members.slice(0, 20);
    for (const action of [{ type: 'meetingOpened', data: { stage: 'jointReview', members: portal.members } }, ...seated.map(({ id: member }) => ({ type: 'memberSignedIn', data: { member } })), { type: 'votingOpened', data: {} }]) {
      expect((await portal.act(clerk, id, action as Parameters<Portal['act']>[2])).status).toBe(200);
    }
    const { page } = await open(clerk, '/committee', `#case/${id}`);
    await page.locator('#close-voting').waitFor();
    expect(await page.locator('cobuild-review').count()).toBe(0);
    expect((await portal.act(clerk, id, { type: 'reviewed', data: { stage: 'jointReview', outcome: 'toTown', reason: '先退回。' } })).status).toBe(422);
  });
}, 400_000);
