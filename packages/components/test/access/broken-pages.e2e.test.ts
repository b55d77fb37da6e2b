import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GallerySite } from './gallery-site.js';
import { startGallery } from './gallery-site.js';
import { darkFindings, focusFindings, forcedColourFindings, layoutFindings, meaningFindings, mirroredFindings, motionFindings } from './look-over.js';

let gallery: GallerySite;
let page: Page;

beforeAll(async () => {
  gallery = await startGallery();
  page = await gallery.open();
});
afterAll(() => gallery.close());

/** A page as each check should not let through: markup, the sheet that spoils it, the check, and what it has to say. */
const broken: readonly (readonly [name: string, body: string, sheet: string, look: (page: Page) => Promise<string[]>, says: RegExp])[] = [
  ['a line that cannot be broken', '<p class="wide">项目</p>', '.wide { inline-size: 500px }', (page) => layoutFindings(page, 320), /the page is 5\d\d px wide in a window of 320 px/],
  ['text in a box of fixed height', '<p class="low">写清在哪里做什么。写清在哪里做什么。写清在哪里做什么。</p>', '.low { block-size: 22px; inline-size: 120px; overflow: hidden }', (page) => layoutFindings(page, 640), /^cut: p\.low/m],
  ['text that fits until it is spaced out', '<p class="tight">写清在哪里做什么</p>', '.tight { inline-size: 135px; block-size: 24px; line-height: 24px; overflow: hidden; font-size: 16px }', (page) => layoutFindings(page, 640), /^(?!.*^cut)[^]*with wide text cut: p\.tight/m],
  ['two small buttons side by side', '<button class="dot">一</button><button class="dot">二</button>', '.dot { inline-size: 16px; block-size: 16px; padding: 0; font-size: 10px }', (page) => layoutFindings(page, 640), /target of 16 × 16 px beside another: button\.dot “一”/],
  ['grey on white', '<p class="grey">说明</p>', '.grey { color: #bbb }', (page) => layoutFindings(page, 640), /color-contrast/],
  ['a focus that is not marked', '<button class="bare">保存</button>', '.bare { outline: none }', focusFindings, /no mark of the focus: button\.bare/],
  ['a focus under a fixed bar', '<div class="bar">公告</div><button>保存</button>', '.bar { position: fixed; inset: 0; background: white }', focusFindings, /covered by div\.bar “公告”: button/],
  ['a control outside of the window', '<button class="away">保存</button>', '.away { position: fixed; inset-block-start: -200px }', focusFindings, /out of the window: button\.away/],
  ['a control that Tab passes by', '<div class="trap"><button id="first">一</button><button id="second">二</button></div>', '', async (page) => {
    await page.evaluate(() => document.querySelector('#first')?.addEventListener('keydown', (event) => { event.preventDefault(); document.querySelector<HTMLElement>('#end')?.focus(); }));
    return focusFindings(page);
  }, /never focused: button#second/],
  ['a focus that does not come out', '<button id="only">一</button>', '', async (page) => {
    await page.evaluate(() => document.querySelector('#only')?.addEventListener('keydown', (event) => { event.preventDefault(); }));
    return focusFindings(page);
  }, /the focus does not come out/],
  ['a tab that only a shadow marks', '<div role="tablist" aria-label="步骤"><button role="tab" aria-selected="true">一</button></div>', '[aria-selected=true] { box-shadow: inset 0 3px 0 blue }', (page) => forcedColourFindings(page, new Set()), /cannot be seen in forced colours: aria-selected of button “一”/],
  ['a focus that only a shadow marks', '<button class="glow">保存</button>', '.glow:focus { outline: none; box-shadow: 0 0 0 3px blue }', (page) => forcedColourFindings(page, new Set()), /cannot be seen in forced colours: focus of button\.glow/],
  ['a field that only its background shows', '<label>名称 <input class="flat"></label>', '.flat { border: 0; background: #eee }', (page) => forcedColourFindings(page, new Set()), /no edge: input\.flat/],
  ['a button that glides', '<button class="soft">保存</button>', '.soft { transition: opacity 200ms }', motionFindings, /transition: button\.soft/],
  ['a mark that turns round', '<p class="busy">正在保存</p>', '.busy::before { content: "·"; animation: turn 1s infinite } @keyframes turn { to { rotate: 1turn } }', motionFindings, /animation: p\.busy “正在保存”::before/],
  ['a label that stays at the left', '<div class="field"><label class="label" for="name">项目名称</label><input id="name"></div>', '.label { display: block; text-align: left } input { display: block; inline-size: 600px }', mirroredFindings, /does not begin at the right: label\.label “项目名称”/],
  ['a button without a name', '<button><svg width="24" height="24"></svg></button>', '', meaningFindings, /button without a name/],
  ['a box that takes the focus and says nothing', '<div tabindex="0"></div>', '', meaningFindings, /generic without a name: div/],
  ['an error that no reader is told of', '<label>户数 <input aria-invalid="true"></label><p class="field-error">请填写户数</p>', '', meaningFindings, /wrong, and no text says why: input/],
  ['lines that can only be dragged', '<ul><li class="item"><span class="grip">一</span></li><li class="item"><span class="grip">二</span></li></ul>', '.grip { cursor: grab }', meaningFindings, /dragged only: span\.grip “一”/],
];

describe('a page is not let through', () => {
  it.each(broken)('with %s', async (_, body, sheet, look, says) => {
    await gallery.put(page, body, sheet);
    expect((await look(page)).join('\n')).toMatch(says);
  });

  it('with a dark theme that has dark words', async () => {
    await gallery.put(page, '<p>说明</p>', '[theme=dark] body { background: #111; color: #333 }');
    expect((await darkFindings(page)).join('\n')).toMatch(/color-contrast/);
  });
});

it('a page without faults is let through by every check', async () => {
  await gallery.put(page, '<div class="field"><label class="label" for="name">项目名称</label><input id="name"></div><p><button>保存</button></p>', 'button, input { min-block-size: 32px } :focus-visible { outline: 3px solid #0b62d6 } .label { display: block }');
  expect([...(await layoutFindings(page, 320)), ...(await focusFindings(page)), ...(await forcedColourFindings(page, new Set())), ...(await motionFindings(page)), ...(await mirroredFindings(page)), ...(await meaningFindings(page)), ...(await darkFindings(page))]).toEqual([]);
});
