/// <reference types="vite/client" />
import type { FormDefinition, SchemeTexts } from '@cobuild/core';
import { createSchemeDraft, newSchemeTexts } from '@cobuild/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../../test/axe.js';
import { editedTexts } from '../../../test/edited-scheme.js';
import { find, mount } from '../../../test/mount.js';
import '../../define/cobuild-scheme-editor.js';
import type { CobuildSchemeEditor } from '../cobuild-scheme-editor.js';

const texts = import.meta.glob<string>(['../../../../../examples/schemes/gaoming/**/*.json', '../../../../../examples/schemes/gaoming-demo/**/*.json'], { query: '?raw', import: 'default', eager: true });
const folder = (name: string, prefix = ''): SchemeTexts => Object.fromEntries(Object.entries(texts).flatMap(([path, text]) => (path.includes(`/schemes/${name}/`) ? [[prefix + (path.split(`/schemes/${name}/`)[1] ?? ''), text]] : [])));

const edit = (properties: Partial<CobuildSchemeEditor> = {}): Promise<CobuildSchemeEditor> => mount<CobuildSchemeEditor>('cobuild-scheme-editor', { files: editedTexts(), lang: 'zh-CN', place: '/forms/0', ...properties });
const formOf = (element: CobuildSchemeEditor): FormDefinition => JSON.parse(element.currentFiles['forms/application.json'] ?? '') as FormDefinition;
const schemeOf = (element: CobuildSchemeEditor): { readonly eligibility: { readonly rules: readonly [{ readonly conditions: { readonly all: readonly [{ readonly fact: string }] } }] } } => JSON.parse(element.currentFiles['scheme.json'] ?? '') as never;
const fieldsOf = (element: CobuildSchemeEditor): readonly (readonly string[])[] => (formOf(element).layout?.steps ?? []).flatMap(({ sections = [] }) => sections.map(({ fields = [] }) => [...fields]));
const layoutOf = (element: CobuildSchemeEditor): readonly (readonly unknown[])[] => (formOf(element).layout?.steps ?? []).flatMap(({ sections = [] }) => sections.map(({ fields, elements }) => [...elements ?? fields ?? []]));
/** Each step with its sections. */
const titlesOf = (element: CobuildSchemeEditor): readonly (readonly (string | undefined)[])[] => (formOf(element).layout?.steps ?? []).map(({ title, sections = [] }) => [title['zh-CN'], ...sections.map((section) => section.title?.['zh-CN'])]);
/** A group and tabs in the first of two sections, and a second step. */
function arrangedTexts(): SchemeTexts {
  const draft = createSchemeDraft(editedTexts());
  const title = (chinese: string): object => ({ 'zh-CN': chinese });
  draft.change([
    { kind: 'set', pointer: '/forms/0/layout/steps/0/sections', value: [{ id: 'project', title: title('项目'), elements: ['/projectName', { title: title('规模'), group: ['/households'] }, { tabs: [{ id: 'a', title: title('甲'), elements: [] }, { id: 'b', title: title('乙'), elements: [] }] }] }, { id: 'money', title: title('资金'), fields: [] }] },
    { kind: 'insert', pointer: '/forms/0/layout/steps', index: 1, value: { id: 'files', title: title('附件'), sections: [{ id: 'papers', title: title('材料'), fields: [] }] } },
  ]);
  return draft.texts;
}
const said = (element: CobuildSchemeEditor): string => find(element, '.designer-box > [role="status"]').textContent ?? '';

/** Takes hold of one thing and lets go over another, by real pointer events on the way that a hand would go. */
async function drag(element: CobuildSchemeEditor, from: Element, to: { readonly x: number; readonly y: number }, end: 'drop' | 'Escape' = 'drop', pointerType = 'mouse'): Promise<void> {
  const box = from.getBoundingClientRect();
  const at = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const send = (type: string, { x, y }: { readonly x: number; readonly y: number }): void => { from.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, cancelable: true, pointerId: 1, pointerType, isPrimary: true, button: 0, buttons: type === 'pointerup' ? 0 : 1, clientX: x, clientY: y })); };
  const capture = from as HTMLElement;
  // No pointer is down for the browser: what it would refuse is done by the events themselves.
  capture.setPointerCapture = () => undefined;
  send('pointerdown', at);
  for (const part of [0.2, 0.6, 1]) send('pointermove', { x: at.x + (to.x - at.x) * part, y: at.y + (to.y - at.y) * part });
  await element.updateComplete;
  if (end === 'Escape') await userEvent.keyboard('{Escape}');
  else send('pointerup', to);
  await element.updateComplete;
}
const rowOf = (element: CobuildSchemeEditor, field: string): HTMLElement => find(element, `[data-field="${field}"]`);
const above = (box: Element): { x: number; y: number } => { const { left, top, width } = box.getBoundingClientRect(); return { x: left + width / 2, y: top + 4 }; };

beforeEach(() => page.viewport(1280, 900));

describe('form designer', () => {
  it('adds from the palette by a click what can be filled in at once, and names it', async () => {
    const element = await edit();
    await page.getByRole('searchbox', { name: '查找字段' }).fill('手机');
    expect(element.shadowRoot?.querySelectorAll('.entry').length).toBeLessThan(4);
    await page.getByRole('button', { name: '电话', exact: true }).click();
    expect(fieldsOf(element)).toEqual([['/projectName', '/households', '/phone']]);
    expect(said(element)).toBe('已添加“电话”，在“项目”末尾。');
    // Its title is what comes next.
    await userEvent.keyboard('负责人电话');
    expect(formOf(element).fields?.['/phone']).toMatchObject({ title: { 'zh-CN': '负责人电话' }, publish: 'never', mask: 'phone' });
  });

  it('shows the row and the panel of a first new field at once, and draws what is folded in the panel behind it, without moving anything', async () => {
    const element = await edit();
    find(element, '[data-entry="phone"]').click();
    await element.updateComplete;
    const details = [...element.shadowRoot?.querySelectorAll('.field-panel details') ?? []];
    const { height } = find(element, '.field-panel').getBoundingClientRect();
    const title = element.shadowRoot?.activeElement;
    expect(rowOf(element, '/phone').textContent).toContain('电话');
    expect(title?.getAttribute('name')).toBe('title');
    expect(details.length).toBeGreaterThan(3);
    expect(details.map((each) => each.querySelectorAll('input, select, button').length).every((controls) => controls === 0)).toBe(true);
    await expect.poll(() => details.every((each) => each.querySelectorAll('input, select, button').length > 0)).toBe(true);
    expect(find(element, '.field-panel').getBoundingClientRect().height).toBe(height);
    expect(element.shadowRoot?.activeElement).toBe(title);
    // The panel stands there already for the next one.
    find(element, '[data-entry="email"]').click();
    await element.updateComplete;
    expect([...element.shadowRoot?.querySelectorAll('.field-panel details') ?? []].every((each) => each.querySelectorAll('input, select, button').length > 0)).toBe(true);
  });

  it('adds where it is dropped, and shows the place on the way', async () => {
    const element = await edit();
    const entry = find(element, '[data-entry="money"]');
    const target = above(rowOf(element, '/households'));
    await drag(element, entry, target);
    expect(fieldsOf(element)).toEqual([['/projectName', '/amount', '/households']]);
    expect(element.shadowRoot?.querySelectorAll('.drop-before, .drop-after, .dragged, .drag-ghost').length).toBe(0);
  });

  it.each(['mouse', 'touch'])('moves a field by dragging its grip with %s, and says where it goes', async (pointerType) => {
    const element = await edit();
    const grip = find(element, '[data-field="/households"] [data-grip]');
    await drag(element, grip, above(rowOf(element, '/projectName')), 'drop', pointerType);
    expect(fieldsOf(element)).toEqual([['/households', '/projectName']]);
    expect(said(element)).toBe('“受益户数”已移到“项目”中“项目名称”之前。');
  });

  it('leaves everything as it was when Escape ends the dragging', async () => {
    const element = await edit();
    await drag(element, find(element, '[data-field="/households"] [data-grip]'), above(rowOf(element, '/projectName')), 'Escape');
    expect([fieldsOf(element), element.changedFiles, said(element)]).toEqual([[['/projectName', '/households']], [], '已取消移动，什么都没有改。']);
    expect(element.shadowRoot?.querySelectorAll('.drop-before, .dragged, .drag-ghost').length).toBe(0);
  });

  it('row 11: does by keyboard alone what dragging does: into a place, up, and to another section', async () => {
    const element = await edit();
    await page.getByRole('button', { name: '添加栏目' }).click();
    await userEvent.keyboard('资金');
    expect(formOf(element).layout?.steps[0]?.sections?.[1]?.title).toMatchObject({ 'zh-CN': '资金' });
    (page.getByRole('button', { name: '在这里添加字段：资金' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    expect((element.shadowRoot?.activeElement as HTMLInputElement).type).toBe('search');
    await userEvent.keyboard('预算{Tab}{Enter}');
    expect(fieldsOf(element)).toEqual([['/projectName', '/households'], ['/budget']]);
    (page.getByRole('button', { name: '受益户数', exact: true }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    expect(element.shadowRoot?.activeElement?.classList.contains('panel-title')).toBe(true);
    await page.getByRole('combobox', { name: '移到栏目：受益户数' }).selectOptions('资金');
    expect(fieldsOf(element)).toEqual([['/projectName'], ['/budget', '/households']]);
    await page.getByRole('button', { name: '上移“受益户数”' }).click();
    expect(fieldsOf(element)).toEqual([['/projectName'], ['/households', '/budget']]);
    (find(element, '.panel-title')).focus();
    await userEvent.keyboard('{Escape}');
    expect([element.shadowRoot?.querySelector('.field-panel'), element.shadowRoot?.activeElement?.textContent]).toEqual([null, '受益户数']);
  });

  it('row 11: moves a field by the arrow keys on its grip, past the end of a section into the next, with the focus on it', async () => {
    const element = await edit();
    await page.getByRole('button', { name: '添加栏目' }).click();
    await userEvent.keyboard('资金');
    (page.getByRole('button', { name: '移动“项目名称”' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(fieldsOf(element)).toEqual([['/households', '/projectName'], []]);
    await userEvent.keyboard('{ArrowDown}');
    expect([fieldsOf(element), said(element)]).toEqual([[['/households'], ['/projectName']], '“项目名称”已移到“资金”末尾。']);
    await userEvent.keyboard('{ArrowDown}{ArrowUp}');
    expect([fieldsOf(element), (element.shadowRoot?.activeElement as HTMLElement).ariaLabel]).toEqual([[['/households', '/projectName'], []], '移动“项目名称”']);
  });

  it('adds groups, tabs and texts from the palette, takes fields into them and lets them out again', async () => {
    const element = await edit();
    await page.getByRole('button', { name: '字段组', exact: true }).click();
    // Its title is what comes next.
    await userEvent.keyboard('规模');
    expect(layoutOf(element)).toEqual([['/projectName', '/households', { title: { 'zh-CN': '规模', 'en': 'New group' }, group: [] }]]);
    await page.getByRole('button', { name: '受益户数', exact: true }).click();
    await page.getByRole('combobox', { name: '移到栏目：受益户数' }).selectOptions('项目 › 规模');
    await page.getByRole('button', { name: '字段组：规模', exact: true }).click();
    await page.getByRole('button', { name: '标签页', exact: true }).click();
    await userEvent.keyboard('甲');
    await page.getByRole('button', { name: '添加标签页' }).click();
    // What is in hand takes what comes next.
    expect(layoutOf(element)).toMatchObject([['/projectName', { group: ['/households', { tabs: [{ title: { 'zh-CN': '甲' } }, { title: { 'zh-CN': '新标签页' } }] }] }]]);
    await page.getByRole('button', { name: '说明文字', exact: true }).click();
    await userEvent.keyboard('请如实填写。');
    expect(layoutOf(element)).toMatchObject([['/projectName', { group: ['/households', { tabs: [{ elements: [] }, { elements: [{ text: { 'zh-CN': '请如实填写。' } }] }] }] }]]);
    await page.getByRole('button', { name: '字段组：规模', exact: true }).click();
    await page.getByRole('button', { name: '拆开字段组' }).click();
    expect(layoutOf(element)[0]?.slice(0, 2)).toEqual(['/projectName', '/households']);
    expect(await axeViolations(element)).toEqual([]);
  });

  it('adds a group, a section and a step where they are dropped', async () => {
    const element = await edit();
    await page.getByRole('searchbox', { name: '查找字段' }).fill('排列');
    await drag(element, find(element, '[data-entry="group"]'), above(rowOf(element, '/households')));
    expect(layoutOf(element)).toMatchObject([['/projectName', { group: [] }, '/households']]);
    await drag(element, find(element, '[data-entry="section"]'), above(find(element, '.part-head')));
    expect(titlesOf(element)).toEqual([['申报', '新栏目', '项目']]);
    await drag(element, find(element, '[data-entry="step"]'), above(find(element, '.step-head')));
    expect(titlesOf(element)).toEqual([['新步骤', '新栏目'], ['申报', '新栏目', '项目']]);
    expect(element.shadowRoot?.querySelectorAll('.drop-before, .drop-after, .drop-empty, .dragged, .drag-ghost').length).toBe(0);
  });

  it('drags groups, tabs, sections and steps by their grips to places between others of their kind', async () => {
    const element = await edit({ files: arrangedTexts() });
    const grip = (name: string): Element => page.getByRole('button', { name: `移动“${name}”`, exact: true }).element();
    await drag(element, grip('字段组：规模'), above(rowOf(element, '/projectName')));
    expect(layoutOf(element)[0]).toMatchObject([{ group: ['/households'] }, '/projectName', { tabs: [{ id: 'a' }, { id: 'b' }] }]);
    await drag(element, grip('标签页：乙'), above(page.getByRole('button', { name: '标签页：甲', exact: true }).element()));
    expect(layoutOf(element)[0]).toMatchObject([{ group: ['/households'] }, '/projectName', { tabs: [{ id: 'b' }, { id: 'a' }] }]);
    // Nothing goes into itself.
    await drag(element, grip('字段组：规模'), above(rowOf(element, '/households')));
    expect(layoutOf(element)[0]).toMatchObject([{ group: ['/households'] }, '/projectName', {}]);
    await drag(element, grip('栏目：资金'), above(find(element, '.part-head')));
    expect(titlesOf(element)).toEqual([['申报', '资金', '项目'], ['附件', '材料']]);
    await drag(element, grip('步骤：附件'), above(find(element, '.step-head')));
    expect(titlesOf(element)).toEqual([['附件', '材料'], ['申报', '资金', '项目']]);
    // A step keeps a section.
    await drag(element, grip('栏目：材料'), above(page.getByRole('button', { name: '栏目：资金', exact: true }).element()));
    expect([titlesOf(element), said(element)]).toEqual([[['附件', '材料'], ['申报', '资金', '项目']], '一个步骤里至少要留一个栏目，没有移动。']);
  });

  it('moves groups, tabs, sections and steps by the arrow keys on their grips, with the focus on them', async () => {
    const element = await edit({ files: arrangedTexts() });
    const take = (name: string): void => { (page.getByRole('button', { name: `移动“${name}”`, exact: true }).element() as HTMLElement).focus(); };
    const focused = (): string | null | undefined => element.shadowRoot?.activeElement?.ariaLabel;
    take('字段组：规模');
    await userEvent.keyboard('{ArrowUp}');
    expect(layoutOf(element)[0]).toMatchObject([{ group: ['/households'] }, '/projectName', {}]);
    // Down past the name, into the first tab, past its end into the second, after the tabs, and into the next section.
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(layoutOf(element)[0]).toMatchObject(['/projectName', { tabs: [{ elements: [{ group: ['/households'] }] }, { elements: [] }] }]);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect([layoutOf(element)[1], focused()]).toEqual([[{ title: { 'zh-CN': '规模' }, group: ['/households'] }], '移动“字段组：规模”']);
    take('标签页：甲');
    await userEvent.keyboard('{ArrowDown}');
    expect([layoutOf(element)[0], focused()]).toMatchObject([['/projectName', { tabs: [{ id: 'b' }, { id: 'a' }] }], '移动“标签页：甲”']);
    take('栏目：资金');
    await userEvent.keyboard('{ArrowDown}');
    expect([titlesOf(element), focused()]).toEqual([[['申报', '项目'], ['附件', '资金', '材料']], '移动“栏目：资金”']);
    take('步骤：附件');
    await userEvent.keyboard('{ArrowUp}');
    expect([titlesOf(element), focused()]).toEqual([[['附件', '资金', '材料'], ['申报', '项目']], '移动“步骤：附件”']);
    for (let step = 0; step < 9; step += 1) element.undo();
    expect(element.changedFiles).toEqual([]);
  });

  it('keeps the focus on the button that moves a section, and gives it to the grip at the end', async () => {
    const element = await edit({ files: arrangedTexts() });
    (page.getByRole('button', { name: '上移“栏目：资金”' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    expect([titlesOf(element)[0], element.shadowRoot?.activeElement?.ariaLabel]).toEqual([['申报', '资金', '项目'], '移动“栏目：资金”']);
  });

  it('gives a field another name, and rules and tests follow', async () => {
    const element = await edit();
    await page.getByRole('button', { name: '受益户数', exact: true }).click();
    await page.getByText('其他设置').click();
    const key = page.getByLabelText('代号', { exact: true }).first();
    await key.fill('projectName');
    await page.getByRole('button', { name: '改代号' }).click();
    expect((key.element() as HTMLInputElement).validationMessage).toContain('已经有“projectName”');
    await key.fill('homes');
    await page.getByRole('button', { name: '改代号' }).click();
    expect([fieldsOf(element), schemeOf(element).eligibility.rules[0].conditions.all[0].fact]).toEqual([[['/projectName', '/homes']], 'homes']);
    element.undo();
    expect(element.changedFiles).toEqual([]);
  });

  it('takes the answers of open drafts along where the form is in use', async () => {
    const form = formOf(await edit());
    document.querySelector('cobuild-scheme-editor')?.remove();
    const element = await edit({ usage: { usedVersions: ['1.0.0'], current: { version: '1.0.0', form }, drafts: 3, returned: 0, cases: [], batches: [] } });
    await page.getByRole('button', { name: '受益户数', exact: true }).click();
    await page.getByText('其他设置').click();
    await expect.element(page.getByText('表单已经在用：已填的答案跟着改，不会丢。')).toBeVisible();
    await page.getByLabelText('代号', { exact: true }).first().fill('homes');
    await page.getByRole('button', { name: '改代号' }).click();
    expect(formOf(element)).toMatchObject({ version: 2, migrations: [{ to: 2, steps: [{ op: 'rename', from: '/households', name: 'homes' }] }] });
    expect(said(element)).toBe('代号已改为 homes，正在填写的表单里的答案会跟着改。');
    element.undo();
    expect(element.changedFiles).toEqual([]);
  });

  it.each([['knows', true], ['does not know', false]])('takes drafts of another form along where the host %s the forms in use', async (_, isKnown) => {
    const form = formOf(await edit());
    document.querySelector('cobuild-scheme-editor')?.remove();
    const report: typeof form = { ...form, id: 'report', title: { 'zh-CN': '完成情况报告' } };
    const scheme = JSON.parse(editedTexts()['scheme.json'] ?? '') as { readonly forms: readonly unknown[] };
    const element = await edit({
      files: { ...editedTexts(), 'scheme.json': JSON.stringify({ ...scheme, forms: [...scheme.forms, report] }, undefined, 2) }, place: '/forms/1',
      usage: { usedVersions: ['1.0.0'], current: { version: '1.0.0', form, ...(isKnown ? { forms: [form, report] } : {}) }, drafts: 0, returned: 0, cases: [], batches: [] },
    });
    await page.getByRole('button', { name: '受益户数', exact: true }).click();
    await page.getByText('其他设置').click();
    await page.getByLabelText('代号', { exact: true }).first().fill('homes');
    await page.getByRole('button', { name: '改代号' }).click();
    const changed = (JSON.parse(element.currentFiles['scheme.json'] ?? '') as { readonly forms: readonly (typeof form)[] }).forms[1];
    expect(changed?.schema['properties']).toHaveProperty('homes');
    expect(changed?.migrations).toEqual(isKnown ? [{ to: 2, steps: [{ op: 'rename', from: '/households', name: 'homes' }] }] : undefined);
  });

  it('says what reads a field before it goes', async () => {
    const element = await edit();
    await page.getByRole('button', { name: '受益户数', exact: true }).click();
    await page.getByRole('button', { name: '删除“受益户数”' }).click();
    await expect.element(page.getByText('规则和环节：受益户数足够')).toBeVisible();
    expect(fieldsOf(element)).toEqual([['/projectName', '/households']]);
    await page.getByRole('button', { name: '仍要删除' }).click();
    expect(fieldsOf(element)).toEqual([['/projectName']]);
  });

  it('takes a section away and asks what becomes of its fields', async () => {
    const element = await edit();
    await page.getByRole('button', { name: '添加步骤' }).click();
    await page.getByRole('button', { name: '栏目：项目', exact: true }).click();
    await page.getByRole('button', { name: '删除栏目' }).click();
    await page.getByRole('combobox', { name: '里面有2个字段，怎么处理？' }).selectOptions('移到：新栏目');
    await page.getByRole('button', { name: '删除栏目' }).click();
    expect(fieldsOf(element)).toEqual([['/projectName', '/households']]);
    expect(formOf(element).layout?.steps.map(({ title }) => title['zh-CN'])).toEqual(['新步骤']);
  });

  it('edits choices without touching what rules name them by', async () => {
    const element = await edit();
    await page.getByRole('button', { name: '单选', exact: true }).click();
    await page.getByLabelText('选项1：中文').fill('物业服务');
    await page.getByRole('button', { name: '添加选项' }).click();
    expect(formOf(element)).toMatchObject({ schema: { properties: { choice: { enum: ['one', 'two', 'option3'] } } }, fields: { '/choice': { options: { one: { 'zh-CN': '物业服务', 'en': 'Choice one' }, option3: { 'zh-CN': '新选项3' } } } } });
  });

  it('makes a field a calculation of others', async () => {
    const element = await edit();
    await page.getByRole('button', { name: '金额', exact: true }).click();
    await page.getByText('自动计算', { exact: true }).click();
    await page.getByRole('button', { name: '改为自动计算' }).click();
    expect(formOf(element).computed).toEqual({ '/amount': { op: 'sum', of: ['/households'], missing: 'zero' } });
    await expect.element(page.getByText('金额 · 自动计算')).toBeVisible();
    // Within each other, and rounded.
    await page.getByRole('button', { name: '结果取整' }).click();
    await userEvent.selectOptions(find(element, '[data-pointer$="/round/mode"] select'), 'down');
    expect(formOf(element).computed?.['/amount']).toMatchObject({ round: { step: 1, mode: 'down' } });
    await page.getByRole('button', { name: '不取整' }).click();
    expect(formOf(element).computed?.['/amount']).not.toHaveProperty('round');
  });

  it('asks a field under a condition, and says what becomes of an answer that is not asked for any more', async () => {
    const element = await edit();
    await page.getByRole('button', { name: '项目名称', exact: true }).click();
    await page.getByText('什么时候出现').click();
    await page.getByRole('button', { name: '添加条件：满足条件才出现' }).click();
    await page.getByRole('combobox', { name: '比较什么' }).selectOptions('受益户数（整数）');
    await page.getByLabelText('没有出现时，填过的内容').selectOptions('清空');
    expect(formOf(element).fields?.['/projectName']).toMatchObject({ visibleWhen: { all: [{ fact: 'households' }] }, hiddenAnswer: 'clear' });
    await expect.element(find(element, '[data-field="/projectName"] .line')).toHaveTextContent('有条件');
    await page.getByLabelText('没有出现时，填过的内容').selectOptions('留着，不提交');
    await page.getByRole('button', { name: '删除条件：满足条件才出现' }).click();
    expect(formOf(element).fields?.['/projectName']).not.toHaveProperty('visibleWhen');
    expect(formOf(element).fields?.['/projectName']).not.toHaveProperty('hiddenAnswer');
  });

  it('locks the sections and steps that a base keeps: no button removes them; what it does not keep can go', async () => {
    const base = folder('gaoming', '../gaoming/');
    const name = '../gaoming/forms/application.json';
    const keeping = (form: FormDefinition): unknown => ({ ...form, layout: { ...form.layout, steps: form.layout?.steps?.map((step, at) => (at > 0 ? step : { ...step, overlay: 'keep', sections: step.sections?.map((section, place) => (place > 0 ? section : { ...section, overlay: 'keep' })) })) } });
    const element = await edit({ files: folder('gaoming-demo'), base: { ...base, [name]: JSON.stringify(keeping(JSON.parse(base[name] ?? '{}') as FormDefinition)) } });
    const offers = async (selector: string, index: number): Promise<readonly boolean[]> => {
      element.renderRoot.querySelectorAll<HTMLElement>(selector)[index]?.click();
      await element.updateComplete;
      const panel = find(element, '.field-panel');
      return [panel.textContent?.includes('底本规定必须保留：可以改文字和设置，不能删除。') === true, Array.from(panel.querySelectorAll('button')).some(({ textContent }) => /删除(栏目|步骤)/.test(textContent ?? ''))];
    };
    expect(await offers('.part-head .link', 0)).toEqual([true, false]);
    expect(await offers('.step-head .link', 0)).toEqual([true, false]);
    expect(await offers('.part-head .link', 1)).toEqual([false, true]);
    expect(await offers('.step-head .link', 1)).toEqual([false, true]);
  });

  it('says who sees what in a table that ticks by keyboard, and names personal data', async () => {
    const element = await edit();
    await page.getByRole('button', { name: '电话', exact: true }).click();
    await page.getByRole('button', { name: '谁看得到' }).click();
    const cell = page.getByRole('checkbox', { name: '镇街审核人员看得到“电话”' });
    (cell.element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    expect(formOf(element).fields?.['/phone']?.visibleTo).toEqual({ '*': ['applicant'] });
    await expect.element(page.getByText('电话号码：只给办理需要的人看，公开时须隐去。')).toBeInTheDocument();
    await page.getByRole('combobox', { name: '“电话”向公众' }).selectOptions('公开');
    await expect.element(page.getByText('个人信息不能原样公开')).toBeVisible();
    await page.getByRole('combobox', { name: '“电话”向公众' }).selectOptions('隐去一部分');
    expect(formOf(element).fields?.['/phone']?.publish).toBe('masked');
    await page.getByRole('combobox', { name: '环节', exact: true }).selectOptions('镇街审核');
    await cell.click();
    expect(formOf(element).fields?.['/phone']?.visibleTo).toEqual({ '*': ['applicant'], 'review': ['applicant', 'reviewer'] });
    expect(await axeViolations(element)).toEqual([]);
  });

  it('hides with one press what tells who applied from those who score', async () => {
    const files = editedTexts();
    const draft = createSchemeDraft(files);
    draft.change([{ kind: 'set', pointer: '/stages/1/method', value: 'score' }]);
    const element = await edit({ files: draft.texts });
    await page.getByRole('button', { name: '联系人', exact: true }).click();
    await page.getByRole('button', { name: '谁看得到' }).click();
    await expect.element(page.getByText('“镇街审核”由镇街审核人员评分。表单里有')).toBeVisible();
    (page.getByRole('button', { name: '评分时隐藏（镇街审核）' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    expect(formOf(element).fields?.['/contact/name']?.visibleTo).toEqual({ '*': ['applicant', 'reviewer'], 'review': ['applicant'] });
    expect(said(element)).toBe('“镇街审核”评分的人看不到能认出申报人的字段。');
    await expect.element(page.getByRole('button', { name: '评分时隐藏（镇街审核）' })).not.toBeInTheDocument();
    element.undo();
    expect(formOf(element).fields?.['/contact/name']?.visibleTo).toBeUndefined();
  });

  it('adds to the items of a list, and takes away again', async () => {
    const element = await edit();
    await page.getByRole('button', { name: '可增减的清单', exact: true }).click();
    await page.getByRole('textbox', { name: '在“可增减的清单”里添加' }).fill('单价');
    await page.getByRole('button', { name: '添加：在“可增减的清单”里添加' }).click();
    expect(formOf(element)).toMatchObject({ schema: { properties: { items: { items: { properties: { name: {}, quantity: {}, unitPrice: { type: 'string' } } } } } }, fields: { '/items/*/unitPrice': { title: { 'zh-CN': '单价' } } } });
    await page.getByRole('button', { name: '单价', exact: true }).click();
    await page.getByRole('button', { name: '删除“单价”' }).click();
    expect(Object.keys(formOf(element).fields ?? {})).not.toContain('/items/*/unitPrice');
  });

  it('shares what several fields ask alike', async () => {
    const element = await edit();
    await page.getByRole('button', { name: '联系人', exact: true }).click();
    await page.getByText('其他设置').click();
    await page.getByRole('button', { name: '设为共用字段' }).click();
    await page.getByRole('button', { name: '共用字段', exact: true }).click();
    await page.getByRole('button', { name: '添加一个“contact”' }).click();
    expect(formOf(element).schema).toMatchObject({ properties: { contact: { $ref: '#/$defs/contact' }, contact2: { $ref: '#/$defs/contact' } } });
    await page.getByRole('button', { name: '改为单独的字段' }).click();
    expect(formOf(element).schema).toMatchObject({ properties: { contact: { $ref: '#/$defs/contact' }, contact2: { type: 'object' } } });
  });

  it('locks what a base scheme says, with the reason', async () => {
    const element = await edit({ files: folder('gaoming-demo'), base: folder('gaoming', '../gaoming/') });
    await page.getByRole('button', { name: '实施地点', exact: true }).click();
    expect((page.getByRole('button', { name: '删除“实施地点”' }).element() as HTMLButtonElement).disabled).toBe(true);
    await expect.element(page.getByText('底本里的问题：可以改文字和设置，不能删除。').first()).toBeInTheDocument();
    await page.getByRole('button', { name: '地址', exact: true }).click();
    await expect.element(page.getByRole('button', { name: '删除“地址”' })).toBeEnabled();
    expect(element.changedFiles).toEqual(['scheme.json']);
  });

  it('has no violation with a field, a section and the shared fields open, on a desk and on a phone', async () => {
    const element = await edit({ files: folder('gaoming-demo'), base: folder('gaoming', '../gaoming/'), lang: 'en' });
    for (const width of [1280, 390]) {
      await page.viewport(width, 900);
      for (const selector of ['[data-field="/budget"] .link', '.part-head .link', '.step-head .link']) {
        find(element, selector).click();
        await element.updateComplete;
        expect(await axeViolations(element)).toEqual([]);
      }
    }
  });
});

describe('preview', () => {
  it('fills the form with samples, keeps what was typed while the form changes, and shows what each role may see', async () => {
    const element = await edit({ files: newSchemeTexts('lights', '村道照明资金') });
    await page.getByRole('button', { name: '电话', exact: true }).click();
    await page.getByRole('button', { name: '预览', exact: true }).click();
    await page.getByRole('button', { name: '填入示例' }).click();
    const name = page.getByLabelText('项目名称');
    await expect.element(name).toHaveValue('村口凉亭修缮项目');
    await name.fill('我的项目');
    await page.getByRole('button', { name: '逐项编辑' }).click();
    await page.getByRole('button', { name: '日期', exact: true }).click();
    await page.getByRole('button', { name: '预览', exact: true }).click();
    await expect.element(name).toHaveValue('我的项目');
    await page.getByRole('combobox', { name: '谁在看' }).selectOptions('镇街审核人员');
    await page.getByRole('combobox', { name: '环节', exact: true }).selectOptions('全部环节（只看答案）');
    await expect.poll(() => find(element, 'cobuild-answers').shadowRoot?.textContent).toContain('1390000');
    await page.getByRole('combobox', { name: '谁在看' }).selectOptions('公众');
    await expect.poll(() => find(element, 'cobuild-answers').shadowRoot?.textContent?.includes('1390000')).toBe(false);
  });

  it('keeps half-typed letters when the page is drawn anew, and what its elements tell stays inside', async () => {
    const element = await edit({ files: newSchemeTexts('lights', '村道照明资金') });
    const told: string[] = [];
    for (const name of ['cobuild-input', 'cobuild-change', 'cobuild-submit', 'cobuild-problems', 'cobuild-action']) element.addEventListener(name, ({ type }) => told.push(type));
    await page.getByRole('button', { name: '预览', exact: true }).click();
    await page.getByLabelText('项目名称').click();
    await userEvent.keyboard('村口凉');
    const form = find<HTMLElement & { readonly facts: unknown; readonly value: unknown }>(element, 'cobuild-form');
    const given = [form.facts, form.value];
    element.requestUpdate();
    await element.updateComplete;
    expect([form.facts, form.value].map((value, index) => value === given[index])).toEqual([true, true]);
    await userEvent.keyboard('亭{Tab}');
    await expect.element(page.getByLabelText('项目名称')).toHaveValue('村口凉亭');
    expect([told, element.changedFiles]).toEqual([[], []]);
  });

  it('puts whoever settles a stage at its desk, with a sample application on it', async () => {
    const element = await edit({ files: folder('gaoming-demo'), base: { ...folder('gaoming', '../gaoming/') } });
    const told: string[] = [];
    element.addEventListener('cobuild-action', ({ type }) => told.push(type));
    await page.getByRole('button', { name: '预览', exact: true }).click();
    const who = page.getByRole('combobox', { name: '谁在看' });
    const stage = (element.currentScheme?.stages ?? []).find(({ method }) => method === 'approval');
    const role = element.currentScheme?.organisation.roles.find(({ id }) => id === stage?.actor.role)?.title['zh-CN'] ?? '';
    await who.selectOptions(role);
    const desk = (): HTMLElement => find(element, 'cobuild-review');
    await expect.poll(() => desk().shadowRoot?.textContent).toContain('村口凉亭修缮项目');
    // What the role may do there can be tried.
    const forward = stage?.outcomes.find(({ kind }) => kind === 'forward')?.title['zh-CN'] ?? '';
    await page.getByRole('radio', { name: forward }).click();
    await element.updateComplete;
    element.requestUpdate();
    await element.updateComplete;
    await expect.element(page.getByRole('radio', { name: forward })).toBeChecked();
    await page.getByRole('button', { name: forward }).click();
    expect([told, element.changedFiles]).toEqual([[], []]);
    expect(await axeViolations(element)).toEqual([]);
  });

  it('is as wide as a phone for what is in it, too', async () => {
    const element = await edit({ files: folder('gaoming-demo'), base: folder('gaoming', '../gaoming/') });
    await page.getByRole('button', { name: '预览', exact: true }).click();
    await page.getByRole('combobox', { name: '谁在看' }).selectOptions('公众');
    await page.getByRole('button', { name: '手机' }).click();
    const box = find(element, '.preview');
    await expect.poll(() => box.getBoundingClientRect().width).toBeLessThan(400);
    await expect.poll(() => find(element, 'cobuild-answers').shadowRoot?.adoptedStyleSheets.some((sheet) => Array.from(sheet.cssRules).some((rule) => rule.cssText.startsWith('@container')))).toBe(true);
    expect(box.scrollWidth).toBeLessThanOrEqual(box.clientWidth + 1);
  });

  it('shows a notice with the sample as its project', async () => {
    const element = await edit({ files: folder('gaoming-demo'), base: folder('gaoming', '../gaoming/') });
    await page.getByRole('button', { name: '预览', exact: true }).click();
    const who = page.getByRole('combobox', { name: '谁在看' });
    const notice = Array.from((who.element() as HTMLSelectElement).options).find(({ value }) => value.startsWith('notice:'));
    await who.selectOptions(notice?.textContent ?? '');
    await expect.poll(() => find(element, 'cobuild-notice').shadowRoot?.textContent).toContain('村口凉亭修缮项目');
    expect(await axeViolations(element)).toEqual([]);
  });
});
