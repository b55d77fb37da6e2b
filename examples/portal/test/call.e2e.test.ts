import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { atPortal } from './at-portal.js';
import { gaomingWithCall } from './gaoming-call.js';
import { clerk } from './gaoming-way.js';
import { launchChromium, widths } from './watched-page.js';

let browser: Browser;
beforeAll(async () => { browser = await launchChromium(); });
afterAll(async () => { await browser.close(); });

/** An instant, and what stands then on the page of an applicant and of whoever enters for others. */
const times = [
  ['before', '2026-02-27T10:00:00+08:00', /2026年3月1日 09:00/, undefined],
  ['open', '2026-08-31T10:00:00+08:00', /正在受理申报，2026年9月1日 00:00截止/, undefined],
  ['paper', '2026-09-03T10:00:00+08:00', /申报已于2026年9月1日 00:00截止，不再受理。可以保存草稿/, /可以补录到2026年9月8日 00:00/],
  ['over', '2026-09-08T00:00:00+08:00', /申报已于2026年9月1日 00:00截止，不再受理。可以保存草稿/, undefined],
] as const;

it('row 10: applicants and offices read on their pages whether a call is open, and until when paper that came in time may be entered', async () => {
  await atPortal(browser, gaomingWithCall(), async (portal, open) => {
    for (const [name, instant, told, paper] of times) {
      portal.clock = new Date(instant);
      const apply = await open('secretary-liuan', '/apply');
      await apply.page.locator('#view > *').first().waitFor();
      expect([name, await apply.text()]).toEqual([name, expect.stringMatching(told)]);
      await apply.look(`call-apply-${name}`, widths);

      const intake = await open(clerk, '/intake');
      await intake.page.locator('#view > *').first().waitFor();
      const text = await intake.text();
      expect([name, paper === undefined ? /补录到/.test(text) : paper.test(text)]).toEqual([name, paper !== undefined]);
      await intake.look(`call-intake-${name}`, widths);
    }
  });
}, 200_000);
