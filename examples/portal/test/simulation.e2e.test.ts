import { serve } from '@hono/node-server';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Portal } from './portal-harness.js';
import { openPortal } from './portal-harness.js';
import type { WatchedPage } from './watched-page.js';
import { launchChromium, watchPage, widths } from './watched-page.js';

const example = (path: string): string => fileURLToPath(new URL(`../../schemes/${path}`, import.meta.url));

let browser: Browser;
let portal: Portal;
let server: ReturnType<typeof serve>;

beforeAll(async () => { browser = await launchChromium(); });
afterAll(() => browser.close());
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  server.close();
  await portal.close();
});

/** A page of the built portal, as whoever makes schemes sees it. */
async function open(path: string): Promise<WatchedPage> {
  portal = await openPortal('gaoming-demo');
  server = serve({ fetch: portal.app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => { server.on('listening', resolve); });
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const watched = await watchPage(browser, origin);
  await watched.page.context().addCookies([{ name: 'identity', value: 'administrator', url: origin, sameSite: 'Strict', httpOnly: true }]);
  await watched.page.goto(`${origin}${path}`);
  return watched;
}

describe('the page on which a scheme is simulated', () => {
  it('reads a file, shows whose result changes and why, and makes a test of it', async () => {
    const { page, look, expectQuiet } = await open('/schemes#gaoming-demo');
    await page.locator('cobuild-scheme-editor').getByText('概况').first().waitFor();
    await page.getByRole('link', { name: '试算', exact: true }).click();
    const simulator = page.locator('cobuild-simulator');
    await simulator.getByText('还没有以往的申报', { exact: false }).waitFor();
    await look('simulation-empty', widths);

    await simulator.locator('input[type=file]').setInputFiles(example('gaoming-demo/cases.jsonl'));
    await simulator.locator('.summary', { hasText: '没有人的结果会变。' }).waitFor();

    // More than half of the committee is not enough any more.
    const slider = simulator.getByLabel('会审通过比例：滑块');
    await slider.focus();
    const worse = async (): Promise<boolean> => /[1-9]\d*件变为不利/.test(await simulator.locator('.pictures[aria-busy=false] .summary').textContent() ?? '');
    for (let place = 0; place < 40 && !(await worse()); place += 1) await page.keyboard.press('ArrowRight');
    const flips = simulator.locator('[part=flips] tbody tr');
    expect(await flips.count()).toBeGreaterThan(0);

    await flips.first().getByRole('button', { name: /^看理由/ }).click();
    const explanation = simulator.locator('[part=explanation]');
    await explanation.getByRole('button', { name: '做成方案测试：改动后的结果' }).waitFor();
    expect(await explanation.textContent()).toContain('赞成');
    await look('simulation-explained', widths);
    // On paper nothing is pressed, and no table of towns is torn from its heading.
    await page.emulateMedia({ media: 'print' });
    expect(await flips.getByRole('button').filter({ visible: true }).count()).toBe(0);
    expect(await simulator.locator('.wide-table').first().evaluate((table) => getComputedStyle(table).breakInside)).toBe('avoid');
    await page.emulateMedia({ media: 'screen' });
    await explanation.getByRole('button', { name: '做成方案测试：改动后的结果' }).click();
    const said = await explanation.getByText(/已放进正在编辑的方案/).textContent();
    const [, id = ''] = /“(.+?)”/.exec(said ?? '') ?? [];

    await page.getByRole('link', { name: '编辑', exact: true }).click();
    const editor = page.locator('cobuild-scheme-editor');
    await editor.getByText('个文件有修改', { exact: false }).waitFor();
    expect(id).not.toBe('');
    await expect.poll(() => editor.locator('#page-title').textContent()).not.toBe('概况');
    expect(await editor.evaluate((element) => Object.values((element as unknown as { currentFiles: Record<string, string> }).currentFiles).join('\n'))).toContain(`"${id}"`);
    expectQuiet();
  });

  it('puts a test into the scheme where the editor was not shown yet', async () => {
    const { page, expectQuiet } = await open('/schemes#gaoming-demo/simulate');
    const simulator = page.locator('cobuild-simulator');
    await simulator.getByText('还没有以往的申报', { exact: false }).waitFor();
    await simulator.locator('input[type=file]').setInputFiles(example('gaoming-demo/cases.jsonl'));
    await simulator.locator('.summary', { hasText: '没有人的结果会变。' }).waitFor();
    const [first = ''] = (await readFile(example('gaoming-demo/cases.jsonl'), 'utf8')).split('\n');
    const { id } = JSON.parse(first) as { id: string };
    await simulator.getByLabel('查看任意一件').fill(id);
    await simulator.locator('.look-up button').click();
    const explanation = simulator.locator('[part=explanation]');
    await explanation.getByRole('button', { name: '做成方案测试：改动后的结果' }).click();
    const said = await explanation.getByText(/已放进正在编辑的方案/).textContent();
    const [, test = ''] = /“(.+?)”/.exec(said ?? '') ?? [];
    expect(test).not.toBe('');

    await page.getByRole('link', { name: '编辑', exact: true }).click();
    const editor = page.locator('cobuild-scheme-editor');
    await editor.getByText('个文件有修改', { exact: false }).waitFor();
    expect(await editor.evaluate((element) => Object.values((element as unknown as { currentFiles: Record<string, string> }).currentFiles).join('\n'))).toContain(`"${test}"`);
    expectQuiet();
  });
});

describe('the page on which a scheme is edited', () => {
  it('takes in a folder that is dropped onto it', async () => {
    const { page, expectQuiet } = await open('/schemes');
    await page.locator('cobuild-scheme-editor').getByLabel('方案名称').waitFor();
    const devtools = await page.context().newCDPSession(page);
    const box = await page.locator('cobuild-scheme-editor').boundingBox();
    const at = { x: (box?.x ?? 0) + 80, y: (box?.y ?? 0) + 80, data: { items: [], files: [example('sanshui-xinan')], dragOperationsMask: 1 } };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await devtools.send('Input.dispatchDragEvent', { type, ...at });
    await page.locator('cobuild-scheme-editor').getByRole('button', { name: '导出' }).waitFor();
    const paths = await page.locator('cobuild-scheme-editor').evaluate((element) => Object.keys((element as unknown as { currentFiles: object }).currentFiles));
    expect(paths).toContain('scheme.json');
    expect(paths.some((path) => path.startsWith('forms/'))).toBe(true);
    expectQuiet();
  });
});
