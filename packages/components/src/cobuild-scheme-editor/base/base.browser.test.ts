import type { SchemeTexts } from '@cobuild/core';
import { baseHash, createSchemeDraft } from '@cobuild/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../../test/axe.js';
import { cityTexts, districtTexts, overCity } from '../../../test/changed-base.js';
import { inlineStyles, mount } from '../../../test/mount.js';
import '../../define/cobuild-scheme-editor.js';
import type { CobuildSchemeEditor } from '../cobuild-scheme-editor.js';

const before = createSchemeDraft(cityTexts('before')).document;
const open = (properties: Partial<CobuildSchemeEditor> = {}): Promise<CobuildSchemeEditor> => mount<CobuildSchemeEditor>('cobuild-scheme-editor', { files: districtTexts(), base: overCity('now'), reviewedBase: before, lang: 'zh-CN', ...properties });
const own = (element: CobuildSchemeEditor): Readonly<Record<string, unknown>> => JSON.parse(element.currentFiles['scheme.json'] ?? '') as Readonly<Record<string, unknown>>;
const look = (): Promise<void> => page.getByRole('button', { name: '逐项核对' }).click();
const textOf = (element: CobuildSchemeEditor): string => (element.shadowRoot?.querySelector('.base-review')?.textContent ?? '').replace(/\s+/g, ' ');
const finish = page.getByRole('button', { name: '核对完毕' });

beforeEach(() => page.viewport(1280, 900));

describe('changes of a base in cobuild-scheme-editor', () => {
  it('says in sentences what clashes, what is gone, and what comes through', async () => {
    const element = await open();
    await look();
    expect(textOf(element)).toMatch(/共有5处变化。 还有4处要您决定。/);
    const [limit, rule] = [...(element.shadowRoot?.querySelectorAll('.decision') ?? [])].map((each) => (each.textContent ?? '').replace(/\s+/g, ' '));
    expect(limit).toMatch(/「最少受益户数」 底本原来20 底本现在35 本方案30 .*不能保留：参数“最少受益户数”只能调高/);
    expect(rule).toMatch(/「公示天数」 底本原来5 底本现在7 本方案10/);
    expect(textOf(element)).toMatch(/底本已经去掉，本方案还在说（2）.*「每户补助」.*不用决定，直接生效（2）.*新增.*「项目上限」/);
    // What is gone is told with what it was and is here, so that somebody can decide about it.
    expect(textOf(element)).toMatch(/「每户补助」\s*底本原来200\s*底本现在已去掉\s*本方案300/);
    await expect.element(finish).toBeDisabled();
    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element)).toEqual([]);
  });

  it('is gone through place by place, by keyboard, and then recorded', async () => {
    const element = await open();
    (page.getByRole('button', { name: '逐项核对' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => element.shadowRoot?.activeElement?.id).toBe('page-title');
    const press = async (name: string): Promise<void> => {
      (page.getByRole('button', { name, exact: true }).element() as HTMLElement).focus();
      await userEvent.keyboard('{Enter}');
    };
    await press('采用底本的：「最少受益户数」');
    await expect.poll(() => own(element)).not.toHaveProperty('parameters.minHouseholds');
    expect(element.shadowRoot?.activeElement).not.toBeNull();
    await press('保留本方案的：「公示天数」');
    await expect.poll(() => textOf(element)).toContain('已定：保留本方案的');
    await press('留作本方案自己的：「每户补助」');
    expect(own(element)).toMatchObject({ parameters: { noticeDays: { value: 10 }, perHousehold: { value: 300, type: 'integer' } } });
    await press('从本方案去掉：replacesTests 里列着测试“old-test”，底本已经没有它');
    expect(own(element)).not.toHaveProperty('replacesTests');
    await expect.element(finish).toBeEnabled();
    await press('核对完毕');
    expect(own(element)['baseHash']).toBe(baseHash(createSchemeDraft(cityTexts('now')).document));
    await expect.poll(() => element.shadowRoot?.textContent).not.toContain('底本有改动');
    for (let step = 0; step < 4; step += 1) element.undo();
    expect(element.changedFiles).toEqual([]);
  });

  it('remembers what was kept until the review is done, for whoever decided it', async () => {
    const kept = (element: CobuildSchemeEditor): boolean => textOf(element).includes('已定：保留本方案的');
    const visit = async (autosave: string): Promise<CobuildSchemeEditor> => {
      const element = await open({ autosave });
      await look();
      return element;
    };
    const first = await visit('decider');
    await page.getByRole('button', { name: '保留本方案的：「公示天数」', exact: true }).click();
    await expect.poll(() => kept(first)).toBe(true);
    first.remove();
    const stranger = await visit('somebody-else');
    expect(kept(stranger)).toBe(false);
    stranger.remove();
    const second = await visit('decider');
    expect(kept(second)).toBe(true);
    await page.getByRole('button', { name: /^重新决定/ }).click();
    await expect.poll(() => kept(second)).toBe(false);
    second.remove();
    expect(kept(await visit('decider'))).toBe(false);
  });

  it('takes or keeps everything at once, as one step', async () => {
    const element = await open();
    await look();
    await page.getByRole('button', { name: '全部采用底本的' }).click();
    expect(own(element)).toMatchObject({ parameters: { perHousehold: { value: 300 } } });
    expect(own(element)['parameters']).not.toHaveProperty('noticeDays');
    element.undo();
    expect(element.changedFiles).toEqual([]);
    await page.getByRole('button', { name: '全部保留本方案的' }).click();
    expect(element.changedFiles).toEqual([]);
    await page.getByRole('button', { name: '重新决定：「公示天数」' }).click();
    await expect.element(page.getByRole('button', { name: '采用底本的：「公示天数」' })).toBeVisible();
  });

  it('says nothing where the base is as it was reviewed, or the scheme records that somebody has been through it', async () => {
    const said = async (properties: Partial<CobuildSchemeEditor>): Promise<boolean> => { const element = await open(properties); await element.updateComplete; const is = (element.shadowRoot?.textContent ?? '').includes('底本有改动'); element.remove(); return is; };
    const recorded: SchemeTexts = { 'scheme.json': (districtTexts()['scheme.json'] ?? '').replace('{', `{ "baseHash": "${baseHash(createSchemeDraft(cityTexts('now')).document) ?? ''}",`) };
    expect([await said({}), await said({ base: overCity('before') }), await said({ reviewedBase: undefined }), await said({ files: recorded })]).toEqual([true, false, false, false]);
  });

  it('can be read by whoever may change nothing, in English, on a phone', async () => {
    await page.viewport(390, 844);
    const element = await open({ lang: 'en', readonly: true });
    await page.getByRole('button', { name: 'Go through the changes' }).click();
    expect(textOf(element)).toContain('Base before20 Base now35 This scheme30');
    expect(element.shadowRoot?.querySelectorAll('.decision .button').length).toBe(0);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    expect(await axeViolations(element)).toEqual([]);
  });

  it('records the base with which a scheme is published first', async () => {
    const element = await open({ reviewedBase: undefined, base: overCity('before'), usage: { usedVersions: [], drafts: 0, returned: 0, cases: [], batches: [] }, files: { 'scheme.json': JSON.stringify({ extends: '../city', id: 'district', version: '1.0.0', title: { 'zh-CN': '区方案' } }) } });
    let published: SchemeTexts = {};
    element.addEventListener('cobuild-publish', (event) => { published = (event as unknown as CustomEvent<{ files: SchemeTexts }>).detail.files; });
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByRole('button', { name: /^确认发布/ }).click();
    expect(JSON.parse(published['scheme.json'] ?? '')).toMatchObject({ baseHash: baseHash(before) });
  });
});
