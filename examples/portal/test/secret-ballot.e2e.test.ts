import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { atPortal } from './at-portal.js';
import { clerk, reviewer, secretary, supervisor } from './gaoming-way.js';
import type { Portal } from './portal-harness.js';
import { told, vote, withSecrecy } from './secret-vote.js';
import { launchChromium } from './watched-page.js';

let browser: Browser;
beforeAll(async () => { browser = await launchChromium(); });
afterAll(async () => { await browser.close(); });

/** What each of these people reads of the vote on pages, on paper and in a file: file of the project, its course, a day in the past, the desk. */
async function read(): Promise<{ readonly texts: ReadonlyMap<string, string>; readonly members: Portal['members'] }> {
  const texts = new Map<string, string>();
  let members: Portal['members'] = [];
  await atPortal(browser, withSecrecy('secret'), async (portal, open) => {
    const id = await vote(portal, 'secret');
    const pages = [['/projects', `#project/${id}/file`, 'cobuild-dossier'], ['/projects', `#project/${id}/history`, 'cobuild-timeline, cobuild-decision'], ['/projects', `#project/${id}/day`, 'cobuild-field'], ['/committee', `#case/${id}`, 'cobuild-decision, cobuild-review, cobuild-meeting'], ['/public', '', 'cobuild-notice']] as const;
    for (const as of [clerk, secretary, reviewer, supervisor]) {
      for (const [path, hash, element] of pages) {
        if (path === '/committee' && as !== clerk) continue;
        const { page, text } = await open(as, path, hash);
        await page.locator(element).first().waitFor();
        // What is folded up is unfolded, as whoever prints it does.
        await page.evaluate(() => {
          const unfold = (root: ParentNode): void => root.querySelectorAll('*').forEach((each) => {
            if (each instanceof HTMLDetailsElement) each.open = true;
            if (each.shadowRoot !== null) unfold(each.shadowRoot);
          });
          unfold(document);
        });
        texts.set(`${as} ${path}${hash.replace(id, 'ID')}`, await text());
        await page.emulateMedia({ media: 'print' });
        texts.set(`${as} ${path}${hash.replace(id, 'ID')} on paper`, await text());
        if (as === clerk && hash.endsWith('/file') && process.env['SCREENS'] !== undefined) writeFileSync(join(process.cwd(), '.cache/screens', 'dossier-secret.pdf'), await page.pdf());
        await page.emulateMedia({ media: 'screen' });
      }
    }
    members = portal.members;
  });
  return { texts, members };
}

it('the pages of a case that was voted on in secret say how many, and nowhere who: file, course, minutes, desk and notice, on the screen and on paper', async () => {
  const { texts, members } = await read();
  const found = (more = ''): readonly string[] => [...texts].flatMap(([where, text]) => told(`${text}${more}`, members).map((ballot) => `${where}: ${ballot}`));
  expect(found()).toEqual([]);
  // The same search finds one that stands in a page.
  const [first] = members as readonly { readonly id: string; readonly name?: string }[];
  expect(found(` ${first?.name ?? ''} 赞成 `)).toHaveLength(texts.size);
  const file = texts.get(`${clerk} /projects#project/ID/file`) ?? '';
  expect([file.includes('会议纪要'), /赞成\s?15\s?票/.test(file), texts.size]).toEqual([true, true, 34]);
}, 400_000);
