/// <reference types="vite/client" />
import type { FormDefinition, SchemeTexts } from '@cobuild/core';
import { createSchemeDraft, newSchemeTexts, parseScheme, valueAt } from '@cobuild/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../test/axe.js';
import { editedTexts } from '../../test/edited-scheme.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import '../define/cobuild-scheme-editor.js';
import type { CobuildSchemeEditor, CobuildSchemeFilesDetail, CobuildSchemePublishDetail } from './cobuild-scheme-editor.js';
import type { SchemeUsage } from './publish/scheme-usage.js';

const texts = import.meta.glob<string>(['../../../../examples/schemes/gaoming/**/*.json', '../../../../examples/schemes/gaoming-demo/**/*.json'], { query: '?raw', import: 'default', eager: true });
const folder = (name: string, prefix = ''): SchemeTexts => Object.fromEntries(Object.entries(texts).flatMap(([path, text]) => (path.includes(`/schemes/${name}/`) ? [[prefix + (path.split(`/schemes/${name}/`)[1] ?? ''), text]] : [])));

const edit = (properties: Partial<CobuildSchemeEditor> = {}): Promise<CobuildSchemeEditor> => mount<CobuildSchemeEditor>('cobuild-scheme-editor', { files: editedTexts(), lang: 'zh-CN', ...properties });
const textOf = (element: CobuildSchemeEditor): string => element.shadowRoot?.textContent ?? '';
const schemeOf = (element: CobuildSchemeEditor): unknown => JSON.parse(element.currentFiles['scheme.json'] ?? 'null');

beforeEach(() => page.viewport(1280, 900));

describe('cobuild-scheme-editor', () => {
  it('begins a new scheme that loads without a problem and is still to be saved', async () => {
    const element = await edit({ files: {} });
    await page.getByLabelText('方案名称').fill('村道照明资金');
    await page.getByLabelText('方案代号').fill('1lights');
    await page.getByRole('button', { name: '新建' }).click();
    expect(Object.keys(element.currentFiles)).toEqual([]);
    await page.getByLabelText('方案代号').fill('lights');
    await page.getByRole('button', { name: '新建' }).click();
    await expect.element(page.getByRole('heading', { name: '村道照明资金' })).toBeVisible();
    expect(element.changedFiles).toEqual(['scheme.json', 'forms/application.json']);
    expect(parseScheme({ read: (path) => element.currentFiles[path] }).problems).toEqual([]);
  });

  it('goes from nothing to a preview with three questions by four clicks and three texts', async () => {
    const element = await edit({ files: {} });
    await page.getByLabelText('方案名称').click();
    await userEvent.keyboard('村道照明资金');
    await page.getByRole('button', { name: '新建' }).click();
    await page.getByRole('textbox', { name: '添加字段' }).click();
    await userEvent.keyboard('路灯数量{Enter}');
    await userEvent.keyboard('受益户数{Enter}');
    await page.getByRole('button', { name: '预览', exact: true }).click();
    for (const question of ['项目名称', '路灯数量', '受益户数']) await expect.element(page.getByLabelText(question)).toBeVisible();
    expect(schemeOf(element)).toMatchObject({ id: expect.stringMatching(/^scheme-\d{12}$/) as unknown, title: { 'zh-CN': '村道照明资金' } });
    expect(parseScheme({ read: (path) => element.currentFiles[path] }).problems).toEqual([]);
  });

  it('begins as another scheme, under a name of its own', async () => {
    const element = await edit({ files: {}, templates: [{ title: '高明（演示）', files: folder('gaoming-demo'), base: folder('gaoming', '../gaoming/') }] });
    await page.getByLabelText('方案名称').fill('三洲街道共建资金');
    await page.getByLabelText('方案代号').fill('sanzhou');
    await page.getByLabelText('从哪里开始').selectOptions('高明（演示）');
    await page.getByRole('button', { name: '新建' }).click();
    await expect.element(page.getByRole('heading', { name: '三洲街道共建资金' })).toBeVisible();
    expect(schemeOf(element)).toMatchObject({ id: 'sanzhou', version: '1.0.0', title: { 'zh-CN': '三洲街道共建资金' }, extends: '../gaoming' });
    expect(element.changedFiles).toContain('scheme.json');
  });

  it('writes a threshold where the overlay says it, and nothing else', async () => {
    const files = folder('gaoming-demo');
    const element = await edit({ files, base: folder('gaoming', '../gaoming/'), place: '/parameters/fundPerYearMinimum' });
    const changes: CobuildSchemeFilesDetail[] = [];
    element.addEventListener('cobuild-change', (event) => changes.push((event as unknown as CustomEvent<CobuildSchemeFilesDetail>).detail));
    await page.getByLabelText('取值', { exact: true }).fill('12,000,000');
    await userEvent.tab();
    expect(schemeOf(element)).toMatchObject({ extends: '../gaoming', parameters: { fundPerYearMinimum: { value: 12000000 } } });
    expect(changes.map(({ changedFiles }) => changedFiles)).toEqual([['scheme.json']]);
    const lines = (text: string | undefined): string[] => (text ?? '').split('\n');
    const before = new Set(lines(files['scheme.json']));
    expect(lines(element.currentFiles['scheme.json']).filter((line) => !before.has(line)).length).toBeLessThan(4);
    await page.getByRole('button', { name: '撤销' }).click();
    expect(element.currentFiles).toEqual(files);
  });

  it('shows a rule in words and follows when it is changed', async () => {
    const element = await edit({ place: '/eligibility/rules/0' });
    const sentence = (): string => find(element, '.sentence').textContent ?? '';
    expect(sentence()).toContain('受益户数不得少于最少受益户数');
    await page.getByLabelText('与什么比较').selectOptions('value');
    await page.getByRole('textbox', { name: '与什么比较' }).fill('50');
    await userEvent.tab();
    await page.getByLabelText('怎样比较').selectOptions('greaterThan');
    expect(sentence()).toContain('受益户数须大于 50');
    expect(schemeOf(element)).toMatchObject({ eligibility: { rules: [{ conditions: { all: [{ fact: 'households', operator: 'greaterThan', value: 50 }] } }] } });
    await page.getByRole('button', { name: '添加比较' }).click();
    expect((schemeOf(element) as { eligibility: { rules: [{ conditions: { all: unknown[] } }] } }).eligibility.rules[0].conditions.all).toHaveLength(2);
  });

  it('takes no text for a number, and says so', async () => {
    const element = await edit({ place: '/parameters/minHouseholds' });
    const field = page.getByLabelText('取值', { exact: true });
    await field.fill('二十');
    await userEvent.tab();
    expect((field.element() as HTMLInputElement).validationMessage).toBe('这里要填数字。');
    expect(element.changedFiles).toEqual([]);
    await field.fill('1,200');
    await userEvent.tab();
    expect(schemeOf(element)).toMatchObject({ parameters: { minHouseholds: { value: 1200 } } });
  });

  it('lists what is not decided as tasks that lead to their places', async () => {
    const element = await edit();
    await page.getByRole('button', { name: /^待决定/ }).click();
    const tasks = Array.from(find(element, '.drawer-body').querySelectorAll<HTMLElement>('.link'));
    expect(tasks.length).toBeGreaterThan(3);
    tasks[0]?.click();
    await expect.poll(() => element.place).toMatch(/^\/thresholds\/0/);
    await expect.poll(() => element.shadowRoot?.activeElement?.closest('[data-pointer]')?.getAttribute('data-pointer')).toMatch(/^\/thresholds\/0\//);
  });

  it('adds, requires, moves and removes a field by keyboard, with everything that names it', async () => {
    const element = await edit({ place: '/forms/0' });
    interface Form { schema: { properties: object; required: string[] }; layout: { steps: [{ sections: [{ fields: string[] }] }] } }
    const form = (): Form => JSON.parse(element.currentFiles['forms/application.json'] ?? '') as Form;
    (page.getByRole('textbox', { name: '添加字段' }).element() as HTMLElement).focus();
    await userEvent.keyboard('路灯数量{Tab}');
    await page.getByLabelText('字段种类').selectOptions('integer');
    await userEvent.keyboard('{Tab}{Enter}');
    expect(form().layout.steps[0].sections[0].fields).toEqual(['/projectName', '/households', '/count']);
    await page.getByRole('checkbox', { name: '必填' }).click();
    expect(form().schema.required).toEqual(['projectName', 'count']);
    await page.getByRole('button', { name: '上移“路灯数量”' }).click();
    expect(form().layout.steps[0].sections[0].fields).toEqual(['/projectName', '/count', '/households']);
    await page.getByRole('button', { name: '删除“路灯数量”' }).click();
    expect(form()).toMatchObject({ schema: { required: ['projectName'] }, layout: { steps: [{ sections: [{ fields: ['/projectName', '/households'] }] }] } });
    expect(Object.keys(form().schema.properties)).toEqual(['projectName', 'households']);
    find(element, '.canvas').focus();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(Object.keys(form().schema.properties)).toContain('count');
  });

  it('goes both ways between the panels and the JSON', async () => {
    const element = await edit({ place: '/parameters/minHouseholds' });
    await page.getByRole('button', { name: '源文件' }).click();
    const code = page.getByRole('textbox', { name: 'scheme.json' });
    await expect.element(code).toBeVisible();
    (code.element() as HTMLElement).focus();
    await userEvent.keyboard('{Control>}{End}{/Control} ');
    await expect.poll(() => element.currentFiles['scheme.json']?.endsWith('}\n ')).toBe(true);
    element.undo();
    await expect.poll(() => element.changedFiles).toEqual([]);
    await page.getByRole('button', { name: '逐项编辑' }).click();
    await page.getByLabelText('取值', { exact: true }).fill('30');
    await userEvent.tab();
    expect(element.currentFiles['scheme.json']).toContain('"value": 30');
  });

  it('names a mistake, and leads to its line in the source where nothing can be drawn', async () => {
    const files = { ...editedTexts(), 'forms/application.json': '{\n  "id": "application",\n  "title": \n}' };
    const element = await edit({ files });
    await expect.poll(() => textOf(element)).toContain('forms/application.json:4');
    await page.getByRole('button', { name: /^JSON 写法有误/ }).click();
    await expect.element(page.getByRole('textbox', { name: 'forms/application.json' })).toBeVisible();
    await expect.poll(() => element.shadowRoot?.querySelector('.cm-lineNumbers .cm-activeLineGutter')?.textContent).toBe('4');
  });

  it('asks the host to keep the files, and is quiet when they are kept', async () => {
    const element = await edit({ place: '/parameters/minHouseholds' });
    const asked: CobuildSchemeFilesDetail[] = [];
    element.addEventListener('cobuild-save', (event) => asked.push((event as unknown as CustomEvent<CobuildSchemeFilesDetail>).detail));
    await page.getByLabelText('取值', { exact: true }).fill('30');
    await userEvent.tab();
    await page.getByRole('button', { name: '保存' }).click();
    expect(asked.map(({ changedFiles }) => changedFiles)).toEqual([['scheme.json']]);
    element.saved();
    await expect.poll(() => textOf(element)).toContain('没有未保存的修改');
  });

  it('begins blank where no scheme is chosen to begin with', async () => {
    const element = await edit({ files: {}, templates: [{ title: '高明（演示）', files: folder('gaoming-demo'), base: folder('gaoming', '../gaoming/') }] });
    await page.getByLabelText('方案名称').fill('村道照明资金');
    await page.getByLabelText('方案代号').fill('lights');
    await page.getByRole('button', { name: '新建' }).click();
    await expect.poll(() => element.currentFiles).toEqual(newSchemeTexts('lights', '村道照明资金'));
  });

  describe('publishing', () => {
    const form = JSON.parse(editedTexts()['forms/application.json'] ?? '') as FormDefinition;
    const before = { ...form, schema: { ...form.schema, properties: { projectName: { type: 'string', minLength: 2, maxLength: 100 }, fax: { type: 'string', title: '传真' } } } } as FormDefinition;
    const usage = { usedVersions: ['0.9.0'], current: { version: '0.9.0', form: before }, drafts: 12, returned: 2, cases: [{ version: '0.9.0', count: 30 }], batches: [{ title: '2026年第一批', version: '0.9.0' }] };
    /** With everything decided and a test. */
    const ready = (): SchemeTexts => {
      const draft = createSchemeDraft(editedTexts());
      draft.change([{ kind: 'remove', pointer: '/thresholds' }, { kind: 'set', pointer: '/parameters/minHouseholds/overlay', value: 'any' }]);
      draft.change({ kind: 'set', pointer: '/tests', value: [{ id: 'few', description: '户数太少', case: { id: 'few', submittedAt: '2026-03-05T09:00:00+08:00', applicant: { id: 'a', name: '甲' }, answers: { projectName: '路灯', households: 1 } }, expect: { outcome: 'ineligible' } }] });
      return draft.texts;
    };
    const asked = (element: CobuildSchemeEditor): CobuildSchemePublishDetail[] => {
      const heard: CobuildSchemePublishDetail[] = [];
      element.addEventListener('cobuild-publish', (event) => heard.push((event as unknown as CustomEvent<CobuildSchemePublishDetail>).detail));
      return heard;
    };

    it('is not offered where the host does not say what is under way', async () => {
      await edit();
      expect(page.getByRole('button', { name: '发布', exact: true }).elements()).toEqual([]);
    });

    it('names what stands in the way, and leads there', async () => {
      const element = await edit({ files: ready(), usage: { ...usage, usedVersions: ['1.0.0'] } });
      await page.getByRole('button', { name: '发布', exact: true }).click();
      await expect.element(page.getByText('现在还不能发布')).toBeVisible();
      expect(page.getByRole('button', { name: /^确认发布/ }).elements()).toEqual([]);
      expect(await axeViolations(element)).toEqual([]);
      await page.getByRole('button', { name: '改为第 1.0.1 版' }).click();
      expect(schemeOf(element)).toMatchObject({ version: '1.0.1' });
      await expect.poll(() => textOf(element)).not.toContain('已经发布过');
    });

    it('says what happens to drafts, cases and batches, and asks the host once it is confirmed', async () => {
      const element = await edit({ files: ready(), usage });
      const heard = asked(element);
      await page.getByRole('button', { name: '发布', exact: true }).click();
      await expect.element(page.getByRole('heading', { name: '发布“村道照明资金”第 1.0.0 版' })).toBeVisible();
      for (const sentence of ['新的申请按第 1.0.0 版办理，不再按第 0.9.0 版。', '正在填写、还没提交的申请有12份', '新增、可以不填：受益户数', '不再询问，已填的内容放在表单旁边，不会丢失：传真', '还在办理的申请有30件', '第 0.9.0 版：30件', '退回补正、正在修改的有2份', '2026年第一批（第 0.9.0 版）']) expect(textOf(element)).toContain(sentence);
      expect(heard).toEqual([]);
      expect(await axeViolations(element)).toEqual([]);
      await page.getByRole('button', { name: '确认发布第 1.0.0 版' }).click();
      expect(heard.map(({ id, version, changedFiles }) => ({ id, version, changedFiles }))).toEqual([{ id: 'lights', version: '1.0.0', changedFiles: [] }]);
      element.usage = { ...usage, usedVersions: ['0.9.0', '1.0.0'], current: { version: '1.0.0', form } };
      await expect.element(page.getByText('第 1.0.0 版已经发布，新的申请正在按它办理。')).toBeVisible();
    });

    it('says what becomes of reports and other forms, where the host names the forms in use', async () => {
      const report = { ...form, id: 'report', title: { 'zh-CN': '完成情况报告' } } as FormDefinition;
      const ballot = { ...form, id: 'ballot', title: { 'zh-CN': '表决票' } } as FormDefinition;
      const draft = createSchemeDraft(ready());
      draft.change([{ kind: 'insert', pointer: '/forms', index: 1, value: { ...report, schema: { ...report.schema, properties: { ...(report.schema['properties'] as object), done: { type: 'boolean', title: '已完工' } } } } }, { kind: 'insert', pointer: '/forms', index: 1, value: { ...ballot, id: 'visit', title: { 'zh-CN': '走访记录' } } }]);
      const inUse = (forms: readonly FormDefinition[]): SchemeUsage => ({ ...usage, current: { version: '0.9.0', form, forms } });
      const element = await edit({ files: draft.texts, usage: inUse([form, report, ballot]) });
      await page.getByRole('button', { name: '发布', exact: true }).click();
      for (const sentence of ['申报表没有变化', '报告等其他表单有变化', '“完成情况报告”新增、可以不填：已完工', '“走访记录”是新的', '不再有“表决票”']) await expect.poll(() => textOf(element)).toContain(sentence);
      expect(await axeViolations(element)).toEqual([]);
      element.lang = 'en';
      await expect.poll(() => textOf(element)).toContain('“表决票” is no longer there');
      element.lang = 'zh-CN';
      element.usage = inUse((valueAt(element.currentScheme, '/forms') as readonly FormDefinition[]).map((each) => (each.id === 'visit' ? { ...each, title: { 'zh-CN': '走访' } } : each)));
      await expect.poll(() => textOf(element)).toContain('“走访记录” 只改了文字或版面');
      element.usage = inUse(valueAt(element.currentScheme, '/forms') as readonly FormDefinition[]);
      await expect.poll(() => textOf(element)).toContain('报告等其他表单没有变化。');
      element.usage = usage;
      await expect.poll(() => textOf(element)).not.toContain('其他表单');
    });

    it('refuses while a test fails, which can be made to expect what comes out', async () => {
      const files = ready();
      const element = await edit({ files: { ...files, 'scheme.json': (files['scheme.json'] ?? '').replace('"ineligible"', '"pending"') }, usage });
      await page.getByRole('button', { name: '发布', exact: true }).click();
      await expect.element(page.getByText('没有通过的测试（1项）')).toBeVisible();
      // Told as whoever wrote the test says it, with what differs and why in lines of their own, without the words of the file.
      const { description } = (valueAt(element.currentScheme, '/tests') as readonly { readonly description: string }[])[0] ?? { description: '?' };
      await expect.poll(() => element.shadowRoot?.querySelector('.hindrance button')?.textContent).toBe(description);
      expect(element.shadowRoot?.querySelector('.hindrance ul')?.textContent).toMatch(/^结果：应为 办理中，实为 不符合条件.*不符合申报条件/);
      await page.getByRole('button', { name: /^测试（/ }).click();
      await page.getByRole('button', { name: /^按现在的结果改这个测试/ }).click();
      expect(element.currentFiles).toEqual(files);
      await expect.element(page.getByRole('button', { name: '确认发布第 1.0.0 版' })).toBeVisible();
    });
  });

  it.each([['', 'zh-CN'], ['/eligibility/rules/0', 'zh-CN'], ['/forms/0', 'en'], ['/thresholds/0', 'zh-CN'], ['/stages/1', 'en'], ['/parameters', 'zh-CN']])('has no violation at %s in %s, and no style attribute', async (place, lang) => {
    const element = await edit({ place, lang });
    await element.updateComplete;
    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element)).toEqual([]);
  });

  it.each(['源文件', '预览'])('has no violation in %s', async (face) => {
    const element = await edit();
    await page.getByRole('button', { name: face }).click();
    await expect.poll(() => element.shadowRoot?.querySelector('.cm-content, cobuild-form')).toBeTruthy();
    // A button that was just pressed fades to its colour.
    await expect.poll(() => axeViolations(element)).toEqual([]);
  });
});
