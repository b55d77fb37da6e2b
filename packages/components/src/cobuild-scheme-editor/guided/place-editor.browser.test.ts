import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createSchemeDraft } from '@cobuild/core';
import type { JsonChange } from '@cobuild/core';
import { axeViolations } from '../../../test/axe.js';
import { editedTexts } from '../../../test/edited-scheme.js';
import { find, mount } from '../../../test/mount.js';
import '../../define/cobuild-scheme-editor.js';
import type { CobuildSchemeEditor } from '../cobuild-scheme-editor.js';

/** The scheme that tests edit, with more in it. */
function edit(place: string, ...changes: readonly JsonChange[]): Promise<CobuildSchemeEditor> {
  const draft = createSchemeDraft(editedTexts());
  draft.change(changes);
  return mount<CobuildSchemeEditor>('cobuild-scheme-editor', { files: draft.texts, lang: 'zh-CN', place });
}
const own = (element: CobuildSchemeEditor): Readonly<Record<string, unknown>> => JSON.parse(element.currentFiles['scheme.json'] ?? '') as Readonly<Record<string, unknown>>;
const grading = (places: unknown): JsonChange => ({ kind: 'set', pointer: '/evaluation', value: { gradings: [{ id: 'star', title: { 'zh-CN': '评星' }, by: 'places', inputs: [], grades: [{ id: 'first', title: { 'zh-CN': '一等' }, places }] }] } });

beforeEach(() => page.viewport(1280, 900));

describe('guided panels', () => {
  it('gives a grade a number of places, a share of all, or the rest', async () => {
    const element = await edit('/evaluation/gradings/0/grades/0/places', grading({ count: 2 }));
    for (const closed of element.renderRoot.querySelectorAll('details')) closed.open = true;
    const way = page.getByLabelText('取值方式：名额');
    await expect.element(way).toHaveValue('count');
    await way.selectOptions('比例');
    expect(own(element)).toMatchObject({ evaluation: { gradings: [{ grades: [{ places: { share: { p: 1, q: 2 } } }] }] } });
    await expect.element(page.getByLabelText('分母')).toHaveValue('2');
    await way.selectOptions('其余');
    expect(own(element)).toMatchObject({ evaluation: { gradings: [{ grades: [{ places: 'rest' }] }] } });
    await way.selectOptions('尚未决定');
    expect(own(element)).toMatchObject({ evaluation: { gradings: [{ grades: [{ places: 'UNDECIDED' }] }] } });
    await way.selectOptions('数量');
    expect(own(element)).toMatchObject({ evaluation: { gradings: [{ grades: [{ places: { count: 0 } }] }] } });
    expect(await axeViolations(element)).toEqual([]);
  });

  it('calls items without a title by what they hold', async () => {
    const element = await edit('/allocation', { kind: 'set', pointer: '/allocation', value: { ranking: [{ by: 'score', order: 'descending' }, { by: 'votes' }] } });
    await expect.element(page.getByText('评分，从高到低', { exact: true })).toBeVisible();
    const titles = [...element.renderRoot.querySelectorAll('[data-pointer="/allocation/ranking"] summary')].map((summary) => summary.textContent?.trim());
    expect(titles).toEqual(['评分，从高到低', '票数']);
    expect(find(element, '[data-pointer="/allocation/ranking/0"] button[aria-label="下移“评分，从高到低”"]')).not.toBeNull();
  });

  it('offers no further setting as chosen after one was added', async () => {
    const element = await edit('/parameters/minHouseholds');
    const offers = page.getByLabelText('添加设置', { exact: true });
    const [, name = ''] = [...offers.element().querySelectorAll('option')].map(({ value }) => value);
    expect(name).not.toBe('');
    await expect.element(offers).toHaveValue('');
    // Nothing is chosen, so nothing is added.
    await page.getByRole('button', { name: '添加：添加设置' }).click();
    expect(element.changedFiles).toEqual([]);
    await offers.selectOptions(name);
    await page.getByRole('button', { name: '添加：添加设置' }).click();
    expect(own(element)).toMatchObject({ parameters: { minHouseholds: { [name]: expect.anything() as unknown } } });
    await expect.element(offers).toHaveValue('');
  });

  it('asks for the title of a new decision table first', async () => {
    const element = await edit('/decisionTables', { kind: 'set', pointer: '/decisionTables', value: [] });
    await page.getByRole('button', { name: '添加决策表' }).click();
    await element.updateComplete;
    const focused = element.shadowRoot?.activeElement;
    expect(focused?.closest('[data-pointer]')?.getAttribute('data-pointer')).toBe('/decisionTables/0/title');
    expect(focused?.closest('details')).toBeNull();
  });

  it('folds the contents of the scheme away on a phone', async () => {
    await page.viewport(390, 844);
    const element = await edit('/parameters');
    const fold = page.getByRole('button', { name: '方案目录' });
    await expect.element(fold).toHaveAttribute('aria-expanded', 'false');
    const line = page.getByRole('navigation').getByRole('button', { name: '环节', exact: true });
    await expect.element(line).not.toBeInTheDocument();
    await fold.click();
    await line.click();
    expect(element.place).toBe('/stages');
    await expect.element(fold).toHaveAttribute('aria-expanded', 'false');
    expect(await axeViolations(element)).toEqual([]);
  });
});
