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

describe('what a base keeps and locks', () => {
  /** The city keeps its first section and locks the question about households and the rule that reads it. */
  const locking = (): Partial<CobuildSchemeEditor> => {
    const draft = createSchemeDraft(city());
    draft.change([
      { kind: 'set', pointer: '/forms/0/layout/steps/0/sections/0/overlay', value: 'keep' }, { kind: 'insert', pointer: '/forms/0/layout/steps/0/sections', index: 1, value: { id: 'more', title: { 'zh-CN': '补充材料' }, fields: [] } },
      { kind: 'set', pointer: '/forms/0/fields/~1households/overlay', value: 'locked' }, { kind: 'set', pointer: '/eligibility/rules/0/overlay', value: 'locked' },
    ]);
    return { ...district({}), base: Object.fromEntries(Object.entries(draft.texts).map(([path, text]) => [`../city/${path}`, text])) };
  };
  const part = (element: CobuildSchemeEditor, index: number): void => element.shadowRoot?.querySelectorAll<HTMLElement>('.part-head .link')[index]?.click();

  it('row 13: says of a section that it has to stay, and lets another one of the base go', async () => {
    const element = await edit({ ...locking(), place: '/forms/0' });
    part(element, 0);
    await expect.element(page.getByRole('complementary').getByText('底本规定必须保留：可以改文字和设置，不能删除。').first()).toBeVisible();
    await expect.element(page.getByRole('button', { name: '删除栏目' })).not.toBeInTheDocument();
    await expect.element(page.getByLabelText('以本方案为底本的下级方案')).toBeDisabled();
    expect(await axeViolations(element)).toEqual([]);
    part(element, 1);
    await page.getByRole('button', { name: '删除栏目' }).click();
    expect(own(element)).toMatchObject({ forms: [{ id: 'application', layout: { steps: [{ sections: [{ id: 'more', remove: true }] }] } }] });
  });

  it('shows what is locked to be read: a question and a rule', async () => {
    const element = await edit({ ...locking(), place: '/forms/0' });
    element.shadowRoot?.querySelector<HTMLElement>('[data-field="/households"] .link')?.click();
    await expect.element(page.getByRole('complementary').getByText('底本锁定了这一项，不能更改，也不能删除。').first()).toBeVisible();
    await expect.element(page.getByRole('complementary').getByLabelText(/中文/).first()).toHaveAttribute('readonly');
    expect(await axeViolations(element)).toEqual([]);
    element.place = '/eligibility/rules/0';
    await expect.element(page.getByText('底本锁定了这一项，不能更改，也不能删除。').first()).toBeVisible();
    await expect.element(page.getByLabelText('比较什么')).toBeDisabled();
    expect(await axeViolations(element)).toEqual([]);
  });

  it('is set by whoever makes the base', async () => {
    const element = await edit({ files: city(), place: '/forms/0' });
    part(element, 0);
    await page.getByLabelText('以本方案为底本的下级方案').selectOptions('必须保留，可以改文字');
    expect(createSchemeDraft(element.currentFiles).document).toMatchObject({ forms: [{ layout: { steps: [{ sections: [{ overlay: 'keep' }] }] } }] });
  });
});
