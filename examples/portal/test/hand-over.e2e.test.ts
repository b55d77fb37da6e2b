import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { atPortal } from './at-portal.js';
import { approveStation, clerk } from './gaoming-way.js';
import { storyOfThisYear } from './part-of-story.js';
import { launchChromium, widths } from './watched-page.js';

const qianjiang = 'qianjiang-innovation-demo';
let browser: Browser;
beforeAll(async () => { browser = await launchChromium(); });
afterAll(async () => { await browser.close(); });

it('row 84: in the portal somebody leaves, and what they hold goes to the successor after the list was seen', async () => {
  await atPortal(browser, qianjiang, async (portal, open) => {
    expect(await portal.tell(qianjiang, storyOfThisYear())).toEqual([]);
    const { page, look } = await open(`${qianjiang}.organisationOfficer.qianjiang`, '/projects', '#responsibility');
    await page.locator('#hand-over').click();
    await page.locator('#entry-form [data-pointer="/leaver"] select').selectOption({ label: '谭晓东（2 个岗位）' });
    await page.locator('#entry-form [data-pointer="/successor"] select').selectOption({ label: '石明凤' });
    await page.locator('#entry-form [data-pointer="/reason"] input').fill('岗位调整');
    await page.locator('#entry-form-send').click();
    await page.getByText('交接清单：谭晓东交给石明凤').waitFor();
    await look('hand-over-list', widths);
    await page.getByRole('button', { name: '确认交接 2 项' }).click();
    await page.getByText('已交接。').first().waitFor();
    await page.getByRole('row', { name: /红色驿站连万家/ }).getByText('石明凤').waitFor();
    await look('hand-over-done', widths);
    // Whoever came finds the project; whoever left finds none.
    await open(`${qianjiang}.contactCadre.2`, '/projects');
    await page.getByText('红色驿站连万家').first().waitFor();
    await open(`${qianjiang}.contactCadre.1`, '/projects');
    await page.getByText('还没有立项的项目').first().waitFor();
    await open(`${qianjiang}.contactCadre.2`, '/projects');
    await page.getByText('田坎上的村务公开日').first().click();
    await page.getByRole('link', { name: '责任人', exact: true }).click();
    await page.locator('cobuild-responsibility').getByText('历任责任人').click();
    await page.getByText('岗位调整').first().waitFor();
    await look('responsibility-card', widths);
  });
}, 400_000);

it('row 80: a resident sees how a project goes and leaves a comment, which the office releases and answers', async () => {
  await atPortal(browser, 'gaoming-demo', async (portal, open) => {
    await approveStation(portal);
    const { page, look } = await open(undefined, '/progress');
    await page.getByRole('button', { name: '我要留言' }).click();
    const text = page.locator('#entry-form [data-pointer="/text"] textarea');
    await text.fill('请打我电话13800138000');
    await page.locator('#entry-form-send').click();
    await page.getByText('这里含有手机号，公开会泄露个人信息，没有提交。').first().waitFor();
    await look('progress-refused', widths);
    await text.fill('能不能晚上也开放？');
    await page.locator('#entry-form-send').click();
    await page.getByText('留言已收到。').first().waitFor();
    await page.getByText('还没有公开的留言。').waitFor();
    await open(clerk, '/projects', '#comments');
    await page.getByText('能不能晚上也开放？').waitFor();
    await look('comments-desk', widths);
    await page.getByRole('button', { name: /^公开：/ }).click();
    await page.getByRole('button', { name: /^答复：/ }).click();
    await page.locator('#entry-form [data-pointer="/text"] textarea').fill('八月起开放到晚上九点。');
    await page.locator('#entry-form-send').click();
    await page.getByText('答复：八月起开放到晚上九点。').first().waitFor();
    await open(undefined, '/progress');
    await page.getByText('能不能晚上也开放？').waitFor();
    await page.getByText('：八月起开放到晚上九点。').waitFor();
    await look('progress', widths);
  });
}, 400_000);
