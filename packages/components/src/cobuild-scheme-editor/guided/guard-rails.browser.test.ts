import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SchemeTexts } from '@cobuild/core';
import { createSchemeDraft } from '@cobuild/core';
import { axeViolations } from '../../../test/axe.js';
import { editedTexts } from '../../../test/edited-scheme.js';
import { mount } from '../../../test/mount.js';
import '../../define/cobuild-scheme-editor.js';
import type { CobuildSchemeEditor } from '../cobuild-scheme-editor.js';

/** A city's scheme of which a district may raise one parameter and not touch another. */
function city(): SchemeTexts {
  const draft = createSchemeDraft(editedTexts());
  draft.change([
    { kind: 'set', pointer: '/id', value: 'city' }, { kind: 'set', pointer: '/parameters/minHouseholds/overlay', value: 'raise' },
    { kind: 'set', pointer: '/parameters/fixed', value: { title: { 'zh-CN': '固定金额', en: 'Fixed amount' }, type: 'money', value: 5000, overlay: 'locked', provenance: { kind: 'stated' } } },
  ]);
  return draft.texts;
}
const district = (said: object): Partial<CobuildSchemeEditor> => ({
  files: { 'scheme.json': JSON.stringify({ extends: '../city', id: 'district', version: '1.0.0', title: { 'zh-CN': '区方案' }, ...said }, undefined, 2) },
  base: Object.fromEntries(Object.entries(city()).map(([path, text]) => [`../city/${path}`, text])),
});
const edit = (properties: Partial<CobuildSchemeEditor>): Promise<CobuildSchemeEditor> => mount<CobuildSchemeEditor>('cobuild-scheme-editor', { lang: 'zh-CN', ...properties });
const own = (element: CobuildSchemeEditor): unknown => JSON.parse(element.currentFiles['scheme.json'] ?? '');

beforeEach(() => page.viewport(1280, 900));

describe('guard rails of an overlay', () => {
  it('says that a parameter may be raised, takes no less, and goes back to the base', async () => {
    const element = await edit({ ...district({}), place: '/parameters/minHouseholds' });
    await expect.element(page.getByText('底本只准调高：不能低于 20。')).toBeVisible();
    const field = page.getByLabelText('取值', { exact: true });
    await field.fill('10');
    await userEvent.tab();
    expect((field.element() as HTMLInputElement).validationMessage).toBe('底本只准调高，不能低于 20。');
    expect(element.changedFiles).toEqual([]);
    await field.fill('30');
    await userEvent.tab();
    expect(own(element)).toMatchObject({ parameters: { minHouseholds: { value: 30 } } });
    await expect.element(page.getByText('底本：20。本方案：30。')).toBeVisible();
    expect(await axeViolations(element)).toEqual([]);
    await page.getByRole('button', { name: '恢复底本的值：取值' }).click();
    expect(own(element)).not.toHaveProperty('parameters');
    await expect.element(field).toHaveValue('20');
    element.undo();
    expect(own(element)).toMatchObject({ parameters: { minHouseholds: { value: 30 } } });
  });

  it('locks what the base locks: a value, the settings of a parameter, and a place that reads one', async () => {
    const element = await edit({ ...district({}), place: '/parameters/fixed' });
    await expect.element(page.getByText(/底本锁定了这个参数：只能是 5,000/)).toBeVisible();
    await expect.element(page.getByLabelText('取值', { exact: true })).toHaveAttribute('readonly');
    expect(element.shadowRoot?.textContent).toContain('这一项由底本规定，不能更改。');
    element.place = '/eligibility/rules/0';
    await expect.element(page.getByText(/这里读取底本限定的参数“最少受益户数”/)).toBeVisible();
    await expect.element(page.getByLabelText('与什么比较')).toBeDisabled();
    await expect.element(page.getByRole('button', { name: /^删除“受益户数/ })).toBeDisabled();
    element.place = '/eligibility';
    await expect.element(page.getByRole('button', { name: '删除“受益户数足够”' })).toBeDisabled();
  });

  it('shows what an illegal overlay says against the base, with the way back', async () => {
    const element = await edit({ ...district({ parameters: { fixed: { value: 1 } } }), place: '/parameters/fixed' });
    await expect.element(page.getByText(/底本：5,000.00.*。本方案：1.00.*。/)).toBeVisible();
    await page.getByRole('button', { name: '恢复底本的值：取值' }).click();
    expect(own(element)).not.toHaveProperty('parameters');
  });

  it('says nothing where no base speaks', async () => {
    const element = await edit({ files: city(), place: '/parameters/minHouseholds' });
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('.guard-rail')).toBeNull();
  });
});
