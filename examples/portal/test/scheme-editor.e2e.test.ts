import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from './journey-steps.js';
import { Keyboard } from './keyboard.js';
import type { PortalProcess } from './portal-process.js';
import { startPortal, startedFolder } from './portal-process.js';
import type { WatchedPage } from './watched-page.js';
import { launchWholeChromium, watchPage, widths } from './watched-page.js';

let folder: string;
let portal: PortalProcess;
let browser: Browser;
let watched: WatchedPage[] = [];

beforeAll(async () => { browser = await launchWholeChromium(); });
afterAll(() => browser.close());
beforeEach(async () => {
  folder = await startedFolder('scheme-editor');
  portal = await startPortal(folder);
});
afterEach(async ({ task }) => {
  for (const { page, photograph } of watched.splice(0)) {
    if (task.result?.state === 'fail') await photograph('scheme-editor-failed');
    await page.context().close();
  }
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser of one's own, signed in. */
async function sitDown(identity: string, path: string): Promise<Desk> {
  const own = await watchPage(browser, portal.address);
  watched = [...watched, own];
  await own.page.context().addCookies([{ name: 'identity', value: identity, url: portal.address, sameSite: 'Strict', httpOnly: true }]);
  await own.page.goto(`${portal.address}${path}`);
  return { ...own, look: (name) => own.look(name, widths), keyboard: new Keyboard(own.page) };
}

/** Opens a part of the scheme from wherever one is: the outline stands before what is being edited. */
async function openPart({ page, keyboard }: Desk, ...titles: readonly (string | RegExp)[]): Promise<void> {
  for (const title of titles) {
    await keyboard.tabTo({ name: title, role: 'button' }, 'Shift+Tab');
    await keyboard.press('Enter');
    await page.locator('cobuild-scheme-editor #page-title:focus, cobuild-scheme-editor .canvas :focus').first().waitFor();
  }
}

const savedScheme = (id: string): Record<string, unknown> => JSON.parse(readFileSync(join(folder, 'schemes', id, 'scheme.json'), 'utf8')) as Record<string, unknown>;

async function begin(desk: Desk): Promise<void> {
  const { page, keyboard } = desk;
  await page.getByRole('heading', { name: '新建方案' }).waitFor();
  await keyboard.fill('方案名称', '村道照明资金');
  await keyboard.fill('方案代号', 'village-lights');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: '村道照明资金' }).waitFor();
}

/** Seven questions beside the one that a new form has. */
async function makeForm(desk: Desk): Promise<void> {
  const { keyboard } = desk;
  await openPart(desk, '表单', '申报表');
  const fields = [['路灯数量', '整数'], ['受益户数', '整数'], ['申请金额', '金额'], ['联系人', '单行文字'], ['联系电话', '电话'], ['实施内容', '多行文字'], ['已开村民会议', '是或否']] as const;
  for (const [index, [title, kind]] of fields.entries()) {
    await keyboard.tabTo({ name: '添加字段', role: 'textbox' }, index === 0 ? 'Tab' : 'Shift+Tab');
    await keyboard.type(title);
    await keyboard.select('字段种类', kind);
    await keyboard.activate(/^添加.?添加字段$/);
  }
}

describe('a scheme that begins with nothing', () => {
  it('is built by keyboard alone, tested, published, and an application runs through it', async () => {
    const desk = await sitDown('administrator', '/schemes');
    await begin(desk);
    await makeForm(desk);
    await desk.photograph('editor-walk-form');
    expect(existsSync(join(folder, 'schemes/village-lights'))).toBe(false);
    expect(savedScheme('gaoming-demo')['id']).toBe('gaoming-demo');
  });
});
