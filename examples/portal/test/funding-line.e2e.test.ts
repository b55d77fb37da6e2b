import type { Browser } from 'playwright';
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

/** A year that has money for one project of 70,000 yuan and not for a second one. */
const scheme = gaomingWith((gaoming) => ({ ...gaoming, parameters: { ...gaoming.parameters, fundPerYearMinimum: { ...gaoming.parameters['fundPerYearMinimum'], value: 110_000 } as (typeof gaoming.parameters)[string] } }));

/** Takes a project of a village through the town and the vote: 20 members sit down, so many are for it. */
async function passVote(portal: Portal, [village, town]: readonly [string, string], projectName: string, yes: number): Promise<string> {
  const { body } = await portal.call<CaseView>(village, 'POST', '/api/cases', { answers: { ...serviceStation(), projectName } }, { 'idempotency-key': village });
  const { id } = body.state;
  const seated = portal.members.slice(0, 20);
  const act = async (as: string, type: string, data: object): Promise<void> => { await portal.act(as, id, { type, data } as Parameters<Portal['act']>[2]); };
  await act(town, 'reviewed', { stage: 'preliminary', outcome: 'forward', answers: { dutyFinding: '两委班子团结，村级事务公开及时。', inScope: true, declarationsChecked: true, rank: 1 } });
  await act(clerk, 'meetingOpened', { stage: 'jointReview', members: portal.members });
  for (const { id: member } of seated) await act(clerk, 'memberSignedIn', { member });
  await act(clerk, 'votingOpened', {});
  for (const [index, { id: member }] of seated.entries()) await act(clerk, 'ballotCast', { member, choice: index < yes ? 'yes' : 'no' });
  await act(clerk, 'votingClosed', {});
  expect((await portal.call<CaseView>(clerk, 'GET', `/api/cases/${id}`)).body.state).toMatchObject({ stage: 'publicity', vote: { outcome: 'passed' } });
  return id;
}

it('G-I7, G-I8: below the agenda the office reads who is funded, where the money ends, and who waits in which place', async () => {
  await atPortal(browser, scheme, async (portal, open) => {
    portal.clock = new Date('2026-03-05T09:00:00+08:00');
    await passVote(portal, ['secretary-liuan', 'reviewer-yanghe'], '柳岸村暖心服务站', 16);
    await passVote(portal, [secretary, reviewer], '和顺社区暖心服务站', 20);
    const { page, look } = await open(clerk, '/committee');
    const ranking = page.locator('cobuild-ranking');
    await ranking.locator('[part=projects]').waitFor();
    const rows = (await ranking.locator('[part=projects] tbody tr').allInnerTexts()).map((row) => row.replace(/\s+/g, ' '));
    // More votes come first: the first is funded whole, the line is below it, the second waits.
    expect(rows).toEqual([expect.stringMatching(/和顺社区暖心服务站.*70,000.00 元 资助/), expect.stringContaining('资金线'), expect.stringMatching(/柳岸村暖心服务站.*候补第 1 位/)]);
    await look('funding-line', widths);

    // Who applied and residents are not shown it.
    await open(secretary, '/apply');
    await page.locator('cobuild-case-list').first().waitFor();
    expect(await page.locator('cobuild-ranking').count()).toBe(0);
  });
}, 400_000);
