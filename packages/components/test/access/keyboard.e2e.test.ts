import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GallerySite } from './gallery-site.js';
import { startGallery } from './gallery-site.js';

const MOST_STOPS = 120;

let gallery: GallerySite;
let page: Page;

beforeAll(async () => {
  gallery = await startGallery();
  page = await gallery.open();
});
afterAll(() => gallery.close());

/** Goes on with Tab until the control of a name has the focus. */
async function to(name: string): Promise<void> {
  const passed: string[] = [];
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => access.focusedName());
    if (at.includes(name)) return;
    passed.push(at);
  }
  throw new Error(`Tab does not come to “${name}”; it came to ${[...new Set(passed)].join(' | ')}`);
}

const press = (key: string): Promise<void> => page.keyboard.press(key);
const type = (text: string): Promise<void> => page.keyboard.type(text);
const heard = (event: string): Promise<unknown[]> => page.evaluate((name) => access.heard(name), event);
const focusedName = (): Promise<string> => page.evaluate(() => access.focusedName());

/** What is done in each element with nothing but keys, at 200 %. */
const scripts: readonly (readonly [specimen: string, does: string, script: () => Promise<void>])[] = [
  ['form, untouched', 'leads from a failed submit to the question and on to the answer that goes out', async () => {
    await to('提交');
    await press('Enter');
    await expect.poll(focusedName).toContain('需要修改');
    await to('请填写项目名称');
    await press('Enter');
    await expect.poll(focusedName).toContain('项目名称');
    await type('暖心服务站');
    await press('Tab');
    await expect.poll(async () => (await heard('cobuild-change')).length).toBeGreaterThan(0);
    expect(await page.locator('cobuild-form [data-pointer="/projectName"] .field-error').count()).toBe(0);
  }],
  ['field, refused', 'mends the answer, and the problem goes', async () => {
    await to('项目名称');
    await type('暖心服务站');
    await press('Tab');
    await expect.poll(() => page.locator('cobuild-field .field-error').count()).toBe(0);
  }],
  ['form, tabs', 'turns the tabs with the arrow keys and stays on them', async () => {
    await to('时间与资金');
    await press('ArrowLeft');
    await expect.poll(focusedName).toContain('项目情况');
    expect(await page.locator('cobuild-form [role=tab][aria-selected=true]').innerText()).toContain('项目情况');
  }],
  ['record, budget', 'goes through the cells with the arrow keys and fills one in', async () => {
    const at = (): Promise<string> => page.evaluate(() => access.focusStop().name);
    await page.locator('cobuild-form [role=gridcell][tabindex="0"]').focus();
    await press('End');
    await press('Home');
    const first = await at();
    await press('ArrowRight');
    expect(await at()).not.toBe(first);
    await type('Shelf');
    await press('Enter');
    expect(await page.locator('cobuild-form [role=gridcell]').allInnerTexts()).toContain('Shelf');
    expect(await at()).toMatch(/^(td|input)/);
  }],
  ['application, sent back', 'goes from step to step', async () => {
    await to('预算与资金');
    await press('Enter');
    await page.locator('cobuild-application .current-step h2', { hasText: '预算与资金' }).waitFor();
  }],
  ['review, a refusal without a reason', 'gives the reason, confirms, and the act goes out', async () => {
    await to('的理由');
    await press('Enter');
    await type('不属于专项资金的适用范围。');
    await to('不予推荐');
    await press('Enter');
    await page.locator('cobuild-review #confirm-box').waitFor();
    await to('确认');
    await press('Enter');
    await expect.poll(() => heard('cobuild-action')).toMatchObject([{ action: { type: 'reviewed', data: { outcome: 'reject', reason: '不属于专项资金的适用范围。' } } }]);
  }],
  ['meeting, voting', 'chooses a ballot, checks it, and records it', async () => {
    await to('赞成');
    await press('ArrowRight');
    await to('记录');
    await press('Enter');
    await page.locator('cobuild-meeting #confirm-box').waitFor();
    await to('确认');
    await press('Enter');
    await expect.poll(() => heard('cobuild-action')).toMatchObject([{ action: { type: 'ballotCast', data: { choice: 'no' } } }]);
  }],
  ['notice, with an objection being written', 'writes an objection and sends it', async () => {
    await to('异议内容');
    await type('地点与居民楼太近。');
    await to('姓名和联系方式');
    await type('谢春梅');
    await to('提交异议');
    await press('Enter');
    await expect.poll(() => heard('cobuild-object')).toMatchObject([{ text: '地点与居民楼太近。' }]);
  }],
  ['case-list, three cases', 'sorts the list and opens a case', async () => {
    await to('荷城街道');
    await press('Enter');
    await expect.poll(async () => (await heard('cobuild-open')).length).toBe(1);
  }],
  ['identity-switch, somebody', 'takes another identity only when asked to', async () => {
    await page.locator('cobuild-identity-switch select').focus();
    await press('ArrowDown');
    expect(await heard('cobuild-identity')).toEqual([]);
    await press('Tab');
    await press('Enter');
    await expect.poll(async () => (await heard('cobuild-identity')).length).toBe(1);
  }],
  ['answers, compared, with remarks', 'shows what changed alone, and writes a remark', async () => {
    await to('只看有变化的内容');
    await press('Space');
    await to('写备注');
    await press('Enter');
    await type('请补充。');
    await to('保存备注');
    await press('Enter');
    await expect.poll(() => heard('cobuild-remark')).toMatchObject([{ text: '请补充。' }]);
  }],
  ['decision, not passed', 'closes and opens the reasons', async () => {
    const opened = (): Promise<number> => page.locator('cobuild-decision details[open]').count();
    const before = await opened();
    await page.locator('cobuild-decision summary').first().focus();
    await press('Enter');
    await expect.poll(opened).not.toBe(before);
    await press('Space');
    await expect.poll(opened).toBe(before);
  }],
  ['scheme-report, a wrong rule and a failed test', 'opens what was published', async () => {
    await to('已发布的版本');
    await press('Enter');
    await page.locator('cobuild-scheme-report').getByText('0.9.0').first().waitFor();
  }],
  ['status, on notice', 'prints', async () => {
    await page.evaluate(() => { globalThis.print = () => void document.body.setAttribute('data-printed', ''); });
    await to('打印');
    await press('Enter');
    await page.locator('body[data-printed]').waitFor();
  }],
];

describe.each(scripts)('%s', (specimen, does, script) => {
  beforeEach(async () => {
    await gallery.turnTo(page, specimen);
    await page.setViewportSize({ width: 640, height: 450 });
    await page.locator('#start').focus();
  });

  it(`row 96: with the keyboard alone, at 200 %, somebody ${does}`, () => script());
});

describe('nobody is asked for the same twice', () => {
  it('what is known stands in its question, with where it comes from', async () => {
    await gallery.turnTo(page, 'application, first page');
    const box = page.locator('cobuild-application [data-pointer="/contactPhone"]');
    expect(await box.locator('input').inputValue()).toBe('13900000000');
    await page.locator('cobuild-application').getByText('去年的申报').first().waitFor();
  });

  it('a question is asked in one step alone', async () => {
    await gallery.turnTo(page, 'application, sent back');
    const asked: string[] = [];
    const steps = page.locator('cobuild-application .step-entry');
    for (let step = 0; step < (await steps.count()); step += 1) {
      await steps.nth(step).click();
      asked.push(...(await page.locator('cobuild-application .current-step [data-pointer] :is(input, select, textarea)').evaluateAll((controls) => [...new Set(controls.map((control) => control.closest('[data-pointer]')?.getAttribute('data-pointer') ?? ''))])));
    }
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((pointer, index) => asked.indexOf(pointer) !== index)).toEqual([]);
  });
});
