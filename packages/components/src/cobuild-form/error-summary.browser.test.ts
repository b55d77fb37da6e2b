import type { FormDefinition, Problem } from '@cobuild/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../define/cobuild-form.js';
import { everyWidget } from '../../test/every-widget.js';
import { find, mount } from '../../test/mount.js';
import { make } from '../internal/field/dom.js';
import { fillWidgets } from '../internal/field/fill-widgets.js';
import { titleWithErrors } from '../internal/title-with-errors.js';
import type { CobuildForm, CobuildProblemsDetail } from './cobuild-form.js';

const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const entries = (form: CobuildForm): HTMLAnchorElement[] => Array.from(form.renderRoot.querySelectorAll<HTMLAnchorElement>('#error-summary a'));
const entryOf = (form: CobuildForm, text: string): HTMLAnchorElement => {
  const found = entries(form).find((entry) => words(entry).includes(text));
  if (!found) throw new Error(`No entry says ${text}`);
  return found;
};
/** Whether a person sees it, whole, with nothing of the page above it. */
function isSeen(element: Element): boolean {
  const { top, bottom, left, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode() as ShadowRoot;
  const hit = root.elementFromPoint(left + Math.min(width, 20) / 2, top + height / 2);
  // An edge may lie a fraction of a pixel beyond that of the window.
  return top >= -0.5 && bottom <= innerHeight + 0.5 && hit !== null && (element.contains(hit) || hit.contains(element));
}
async function refused(properties: Partial<CobuildForm> = {}): Promise<CobuildForm> {
  const form = await mount<CobuildForm>('cobuild-form', { definition: everyWidget, ...properties });
  form.reportValidity();
  await vi.waitFor(() => expect(form.shadowRoot?.activeElement?.id).toBe('error-summary'));
  return form;
}
const said = (form: CobuildForm): string[] => Array.from(form.renderRoot.querySelectorAll('[role=status]'), words).filter((text) => text !== '');

beforeEach(() => page.viewport(1280, 800));
afterEach(() => history.replaceState(null, '', location.pathname + location.search));

describe('the list of problems', () => {
  it('counts in its title and is a list of links that leave the address of the page', async () => {
    const form = await refused();
    const routed = vi.fn();
    document.addEventListener('click', routed, { once: true });
    const before = location.href;

    expect(words(find(form, '#error-summary h2'))).toContain(`${entries(form).length} 处`);
    entryOf(form, '项目名称').focus();
    await userEvent.keyboard('{Enter}');

    await vi.waitFor(() => expect(form.shadowRoot?.activeElement?.id).toBe('f/projectName'));
    expect([location.href, routed.mock.calls.length]).toEqual([before, 0]);
    document.removeEventListener('click', routed);
  });

  it.each([['/kind', 'legend'], ['/groups', 'legend'], ['/newSite', 'legend'], ['/lines', '.label, .label-line, caption, legend']])('leads to %s with what it asks and what is wrong in view', async (pointer, question) => {
    const form = await refused();
    const problem = form.model?.state.summary.find((one) => one.pointer === pointer) as Problem;

    entryOf(form, problem.message).click();

    await vi.waitFor(() => expect(form.shadowRoot?.activeElement?.closest('[data-pointer]')?.getAttribute('data-pointer')).toMatch(new RegExp(`^${pointer}`)));
    await vi.waitFor(() => expect(isSeen(find(form, `[data-pointer="${pointer}"] :is(${question})`))).toBe(true));
    await vi.waitFor(() => expect(isSeen(find(form, `[data-pointer="${pointer}"] .field-error`))).toBe(true));
  });

  it.each(['/kind', '/groups', '/newSite'])('shows the focus on %s after a click of the mouse, too', async (pointer) => {
    const form = await refused();
    const problem = form.model?.state.summary.find((one) => one.pointer === pointer) as Problem;

    await userEvent.click(entryOf(form, problem.message));

    await vi.waitFor(() => expect(find(form, ':focus').closest('[data-pointer]')?.getAttribute('data-pointer')).toBe(pointer));
    expect(find(form, ':focus').matches(':focus-visible')).toBe(true);
  });

  it('says the sentence beside the field, with the remedy in both places', async () => {
    const remedy = '请换一个名称。';
    const form = await mount<CobuildForm>('cobuild-form', { definition: everyWidget });
    form.problems = [{ code: 'name/used', severity: 'error', document: 'answers', pointer: '/projectName', params: {}, message: '项目名称已被使用。', remedy }];
    await form.focusErrors();

    expect(words(find(form, '#error-summary li'))).toBe(`项目名称已被使用。 ${remedy}`);
    expect(words(find(form, '[data-pointer="/projectName"] .field-error'))).toBe(`错误：项目名称已被使用。 ${remedy}`);
  });

  it('tells the page of itself, for its title, until all is mended', async () => {
    const form = await mount<CobuildForm>('cobuild-form', { schema: { type: 'object', required: ['name'], properties: { name: { type: 'string', title: '村名' } } } });
    const counts: number[] = [];
    form.addEventListener('cobuild-problems', ({ detail }: CustomEvent<CobuildProblemsDetail>) => void counts.push(detail.problems.length));

    form.reportValidity();
    await form.updateComplete;
    await userEvent.fill(page.getByLabelText('村名'), '杨梅村');
    await form.updateComplete;

    expect(counts).toEqual([1, 0]);
  });

  it('leads into the shadow root of a widget of the page, with its question in view', async () => {
    fillWidgets.register('shadowed', {
      labelled: 'control',
      draw: () => [make('div', { class: 'shadowed' })],
      patch: ({ box }) => {
        const host = box.querySelector('.shadowed') as HTMLElement;
        if (!host.shadowRoot) host.attachShadow({ mode: 'open' }).append(make('input', { 'aria-label': '村名' }));
      },
      control: (box) => box.querySelector('.shadowed')?.shadowRoot?.querySelector('input') ?? undefined,
    });
    const form = await refused({ definition: { ...everyWidget, fields: { ...everyWidget.fields, '/projectName': { title: { 'zh-CN': '项目名称' }, widget: 'shadowed' } } } });

    entryOf(form, '项目名称').click();

    const host = find(form, '.shadowed');
    await vi.waitFor(() => expect(host.shadowRoot?.activeElement?.localName).toBe('input'));
    await vi.waitFor(() => expect(isSeen(find(form, '[data-pointer="/projectName"] .label'))).toBe(true));
  });
});

describe('what is wrong when a question is left', () => {
  it('is read out once, and not while somebody types', async () => {
    const form = await mount<CobuildForm>('cobuild-form', { definition: everyWidget });
    const input = find<HTMLInputElement>(form, '[data-pointer="/households"] input');
    await userEvent.fill(input, '3');
    const typing = said(form);
    await userEvent.tab();
    await form.updateComplete;
    const left = said(form);
    find(form, '[role=status]:last-of-type').textContent = '';
    input.focus();
    await userEvent.tab();
    await form.updateComplete;

    expect(typing).toEqual([]);
    expect(left).toEqual([expect.stringContaining('受益户数')]);
    expect(said(form)).toEqual([]);
  });
});

describe('titleWithErrors', () => {
  it.each([['申报', 2, '错误：申报'], ['错误：申报', 1, '错误：申报'], ['错误：申报', 0, '申报'], ['申报', 0, '申报']])('makes of “%s” with %i problems “%s”', (title, count, expected) => {
    expect(titleWithErrors(title, count)).toBe(expected);
  });
});

describe('rows of the feature table', () => {
  const parts: FormDefinition = {
    id: 'parts',
    title: { 'zh-CN': '登记' },
    schema: { type: 'object', required: ['name'], properties: { name: { type: 'string', title: '名称' }, site: { type: 'boolean', title: '新建场地' }, address: { type: 'string', title: '地址' }, phone: { type: 'string', title: '电话' } } },
    fields: { '/address': { requiredWhen: { fact: 'site', operator: 'equal', value: true } }, '/phone': { recommended: true } },
  };
  const label = (form: CobuildForm, pointer: string): string => words(find(form, `[data-pointer="${pointer}"] .label`));

  it('row 20: the required mark follows its parent, and the link of the list goes to the field in the shadow root', async () => {
    const form = await mount<CobuildForm>('cobuild-form', { definition: parts, value: { name: '站' } });
    const before = label(form, '/address');
    find<HTMLElement>(form, '[data-pointer="/site"] label input').click();
    await form.updateComplete;
    const after = label(form, '/address');
    form.reportValidity();
    await vi.waitFor(() => expect(form.shadowRoot?.activeElement?.id).toBe('error-summary'));

    entryOf(form, '地址').click();

    await vi.waitFor(() => expect(form.shadowRoot?.activeElement?.id).toBe('f/address'));
    expect([before, after]).toEqual(['地址（选填）', '地址']);
    find<HTMLElement>(form, '[data-pointer="/site"] label:last-of-type input').click();
    await form.updateComplete;
    expect([label(form, '/address'), entries(form)]).toEqual(['地址（选填）', []]);
  });

  it('row 22: an empty form is saved with its warnings, a submit is stopped by what is required and not by what is recommended', async () => {
    const save = vi.fn(() => Promise.resolve({ savedAt: '2026-03-05T02:32:00Z', revision: 1 }));
    const form = await mount<CobuildForm>('cobuild-form', { definition: parts, drafts: { load: () => Promise.resolve(undefined), save, remove: () => Promise.resolve() } });
    await vi.waitFor(() => expect(form.renderRoot.querySelector('#f\\/name')).not.toBeNull());
    const submitted = vi.fn();
    form.addEventListener('cobuild-submit', submitted);
    await userEvent.fill(find(form, '#f\\/name'), '站');
    await userEvent.fill(find(form, '#f\\/name'), '');
    await userEvent.click(find(form, '#f\\/phone'));
    await userEvent.tab();
    await vi.waitFor(() => expect(find(form, '.saved').className).toMatch(/ saved$/), { timeout: 4000 });

    expect(save).toHaveBeenCalled();
    expect(words(find(form, '[data-pointer="/phone"] .field-warning'))).toContain('电话');
    expect([form.submit(), submitted.mock.calls.length]).toEqual([false, 0]);
    await userEvent.fill(find(form, '#f\\/name'), '站');
    expect([form.submit(), submitted.mock.calls.length]).toEqual([true, 1]);
  });
});
