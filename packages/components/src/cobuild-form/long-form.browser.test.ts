import type { FormDefinition } from '@cobuild/core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../define/cobuild-form.js';
import { find, mount } from '../../test/mount.js';
import type { CobuildForm } from './cobuild-form.js';

const SECTIONS = 26;
const sections = Array.from({ length: SECTIONS }, (_, section) => Array.from({ length: 10 }, (_field, index) => `s${section}q${index}`));

/** Two hundred and sixty questions in 26 sections. */
const longForm: FormDefinition = {
  id: 'long',
  title: { 'zh-CN': '长表' },
  schema: { type: 'object', required: ['s0q0'], properties: Object.fromEntries(sections.flat().map((name) => [name, { type: 'string', title: `问题 ${name}` }])) },
  layout: { steps: [{ id: 'all', title: { 'zh-CN': '全部' }, sections: sections.map((names, index) => ({ id: `section${index}`, title: { 'zh-CN': `第 ${index} 节` }, fields: names.map((name) => `/${name}`) })) }] },
  fields: { '/s0q1': { visibleWhen: { fact: 's0q0', operator: 'equal', value: '是' } }, '/s1q1': { requiredWhen: { fact: 's0q0', operator: 'equal', value: '是' } } },
};

const mountForm = (): Promise<CobuildForm> => mount<CobuildForm>('cobuild-form', { definition: longForm, value: {} });
const box = (form: CobuildForm, pointer: string): HTMLElement => find(form, `[data-pointer="${pointer}"]`);
const isInView = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
};

/** Nodes of each kind below a root. */
function count(root: Node, what: number): number {
  const walker = document.createTreeWalker(root, what);
  let found = 0;
  while (walker.nextNode()) found += 1;
  return found;
}

beforeEach(() => page.viewport(1280, 800));

describe('a long form', () => {
  it('draws a question with few nodes and no markers', async () => {
    const form = await mountForm();
    const section = form.renderRoot.querySelectorAll('.section')[3] as HTMLElement;

    expect(count(section, NodeFilter.SHOW_COMMENT)).toBe(0);
    // Box, label, its text, the mark, its text, control.
    expect(count(box(form, '/s3q1'), NodeFilter.SHOW_ALL)).toBeLessThanOrEqual(5);
  });

  it('writes a key press into the page at once, and nothing else', async () => {
    const form = await mountForm();
    find<HTMLInputElement>(form, '[id="f/s2q0"]').focus();
    const changes = new MutationObserver(() => undefined);
    changes.observe(form.renderRoot, { subtree: true, childList: true, attributes: true, characterData: true });

    await userEvent.keyboard('村');
    await form.updateComplete;

    expect(changes.takeRecords()).toEqual([]);
    expect(form.value['s2q0']).toBe('村');
  });

  it('shows and marks in the tick of the change what an answer makes so', async () => {
    const form = await mountForm();
    expect(form.renderRoot.querySelector('[data-pointer="/s0q1"]')).toBeNull();

    form.model?.setValue('/s0q0', '是');

    const [first, second] = Array.from(form.renderRoot.querySelectorAll('.section:first-child .field'), (field) => field.getAttribute('data-pointer'));
    expect([first, second]).toEqual(['/s0q0', '/s0q1']);
    expect(box(form, '/s1q1').querySelector('.mark')).toBeNull();
    expect(find(form, '[id="f/s1q1"]').getAttribute('aria-required')).toBe('true');
  });

  it('lays out a section only when it comes into sight, and all of them on paper', async () => {
    const form = await mountForm();
    const last = form.renderRoot.querySelector('.section:last-child') as HTMLElement;
    const sheets = (form.shadowRoot?.adoptedStyleSheets ?? []).flatMap((sheet) => Array.from(sheet.cssRules, ({ cssText }) => cssText));

    expect(getComputedStyle(last).contentVisibility).toBe('auto');
    expect(sheets.filter((rule) => rule.includes('content-visibility: auto')).every((rule) => rule.includes('@media not print'))).toBe(true);
  });

  it.each([
    [249, 'visible'],
    [250, 'visible'],
    [251, 'auto'],
  ])('of %i questions, rows counted, has sections whose content-visibility is %s', async (questions, expected) => {
    const rows = { type: 'array', title: '明细', items: { type: 'object', properties: { name: { type: 'string', title: '名称' } } } };
    const lines = Array.from({ length: 10 }, () => ({ name: '桌椅' }));
    const fields = Array.from({ length: questions - lines.length }, (_, index) => `q${index}`);
    const definition: FormDefinition = {
      id: 'limit',
      title: { 'zh-CN': '表' },
      schema: { type: 'object', properties: { rows, ...Object.fromEntries(fields.map((name) => [name, { type: 'string', title: name }])) } },
    };

    const form = await mount<CobuildForm>('cobuild-form', { definition, value: { rows: lines } });

    const section = find(form, '.section');
    expect(getComputedStyle(section).contentVisibility).toBe(expected);
    expect(getComputedStyle(section).contain).toBe('content');
  });

  it('jumps a short way, where gliding would only paint the page again and again', async () => {
    const form = await mountForm();
    const control = find<HTMLInputElement>(form, '[id="f/s0q9"]');
    // The lower half of it is below the edge of the window.
    scrollBy({ top: control.getBoundingClientRect().bottom - innerHeight - 20, behavior: 'instant' });
    expect(isInView(control)).toBe(false);

    await form.focusField('/s0q9');

    expect(isInView(control)).toBe(true);
  });

  it('does not fade a button that an added row brings to life', async () => {
    const rows = { type: 'array', title: '明细', items: { type: 'object', properties: { name: { type: 'string', title: '名称' } } } };
    const definition: FormDefinition = { id: 'rows', title: { 'zh-CN': '表' }, schema: { type: 'object', properties: { rows } }, fields: { '/rows': { widget: 'table' } } };
    const form = await mount<CobuildForm>('cobuild-form', { definition, value: { rows: [{ name: '桌' }, { name: '椅' }] } });
    find(form, '[data-action="add"] button').focus();

    await userEvent.keyboard('{Enter}');
    await form.updateComplete;

    expect(find<HTMLButtonElement>(form, '[data-action="down-1"]').disabled).toBe(false);
    expect(form.shadowRoot?.getAnimations()).toEqual([]);
  });

  it('leads to a question at the far end, with its label in view', async () => {
    const form = await mountForm();

    await form.focusField(`/s${SECTIONS - 1}q5`);
    await vi.waitFor(() => expect(isInView(find(form, `[id="f/s${SECTIONS - 1}q5-label"]`))).toBe(true));
    await new Promise((resolve) => setTimeout(resolve, 200));

    const control = find(form, `[id="f/s${SECTIONS - 1}q5"]`);
    expect(form.shadowRoot?.activeElement).toBe(control);
    expect(isInView(control) && isInView(find(form, `[id="f/s${SECTIONS - 1}q5-label"]`))).toBe(true);
  });

  it('begins at the title of the problems when they fill more than the window', async () => {
    const everything = { ...longForm, schema: { ...longForm.schema, required: sections.flat() } };
    const form = await mount<CobuildForm>('cobuild-form', { definition: everything, value: {} });
    await form.focusField(`/s${SECTIONS - 1}q5`);
    await new Promise((resolve) => setTimeout(resolve, 200));

    expect(form.submit()).toBe(false);

    await vi.waitFor(() => expect(form.shadowRoot?.activeElement).toBe(find(form, '.error-summary')));
    await vi.waitFor(() => expect(isInView(find(form, '.error-summary h2'))).toBe(true));
  });
});

describe('a form of very many sections', () => {
  const formOf = (count: number): FormDefinition => {
    const names = Array.from({ length: count }, (_, index) => `q${index}`);
    const inSection = (name: string): readonly string[] => Array.from({ length: 5 }, (_, index) => `${name}_${index}`);
    return {
      id: 'chapters',
      title: { 'zh-CN': '长表' },
      schema: { type: 'object', properties: Object.fromEntries(names.flatMap(inSection).map((name) => [name, { type: 'string', title: `问题 ${name}` }])) },
      layout: { steps: [{ id: 'all', title: { 'zh-CN': '全部' }, sections: names.map((name) => ({ id: name, title: { 'zh-CN': `节 ${name}` }, fields: inSection(name).map((field) => `/${field}`), ...(name === 'q20' ? { visibleWhen: { fact: 'q0_0', operator: 'equal', value: '是' } } : {}) })) }] },
    };
  };
  const chaptersOf = (form: CobuildForm): number[] => Array.from(form.renderRoot.querySelectorAll('.chapter'), (chapter) => chapter.querySelectorAll(':scope > .section').length);

  it.each([
    [60, []],
    [61, [20, 19, 20, 1]],
  ])('with %i of them has chapters of %j, left out of the layout as a whole', async (count, expected) => {
    const form = await mount<CobuildForm>('cobuild-form', { definition: formOf(count), value: {} });

    expect(chaptersOf(form)).toEqual(expected);
    for (const chapter of form.renderRoot.querySelectorAll('.chapter')) expect(getComputedStyle(chapter).contentVisibility).toBe('auto');
  });

  it('leads to a question in the last chapter, and moves no section from one chapter to another', async () => {
    const form = await mount<CobuildForm>('cobuild-form', { definition: formOf(90), value: {} });
    await form.focusField('/q89_4');
    await vi.waitFor(() => expect(isInView(find(form, '[id="f/q89_4-label"]'))).toBe(true));
    const focused = form.shadowRoot?.activeElement;

    form.model?.setValue('/q0_0', '是');

    expect(chaptersOf(form)).toEqual([20, 20, 20, 20, 10]);
    expect(Array.from(form.renderRoot.querySelectorAll('.section h3'), (title) => title.textContent).slice(19, 22)).toEqual(['节 q19', '节 q20', '节 q21']);
    expect([focused?.id, form.shadowRoot?.activeElement]).toEqual(['f/q89_4', focused]);

    form.model?.setValue('/q0_0', '否');

    expect(chaptersOf(form)).toEqual([20, 19, 20, 20, 10]);
    expect(form.renderRoot.querySelector('[data-pointer="/q20_0"]')).toBeNull();
  });
});

describe('a long form without sections', () => {
  const names = sections.flat();
  const flat = { type: 'object', properties: Object.fromEntries(names.map((name) => [name, { type: 'string', title: `问题 ${name}` }])) };
  const owned = (form: CobuildForm): (string | null)[] => Array.from(form.renderRoot.querySelectorAll<HTMLInputElement>('input')).filter((input) => input.form !== null).map(({ id }) => id);

  it('has no headings that nobody gave, and leads to its last question', async () => {
    const form = await mount<CobuildForm>('cobuild-form', { schema: flat });

    expect(form.renderRoot.querySelectorAll('.section, .section-head')).toHaveLength(1);
    await form.focusField('/s25q9');
    await expect.poll(() => isInView(find(form, '[id="f/s25q9"]'))).toBe(true);
  });

  it('lends a form of its own to the questions around the person alone, wherever the person goes', async () => {
    const form = await mount<CobuildForm>('cobuild-form', { schema: flat });
    await form.focusField('/s10q0');
    const inTheMiddle = owned(form);
    await form.focusField('/s0q2');

    expect([inTheMiddle.length, inTheMiddle[0], inTheMiddle[20]]).toEqual([21, 'f/s9q0', 'f/s11q0']);
    expect([owned(form).length, owned(form)[0], owned(form)[12]]).toEqual([13, 'f/s0q0', 'f/s1q2']);
    await userEvent.keyboard('村');
    expect(form.value).toEqual({ s0q2: '村' });
  });
});
