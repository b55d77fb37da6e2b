import type { FormDefinition } from '@cobuild/core';
import { css } from 'lit';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import '../../define/cobuild-form.js';
import type { CobuildForm } from '../../cobuild-form/cobuild-form.js';
import { axeViolations } from '../../../test/axe.js';
import { find, mount } from '../../../test/mount.js';
import { make } from './dom.js';
import { fillWidgets } from './fill-widgets.js';
import type { Widget } from './widget.js';
import { text } from './widgets/text/text.js';

const schema = { type: 'object', properties: { name: { type: 'string', title: '名称' }, site: { type: 'string', title: '位置' }, lines: { type: 'array', title: '明细', items: { type: 'object', properties: { place: { type: 'string', title: '地点' }, note: { type: 'string', title: '备注' } } } } } };
const definition: FormDefinition = { id: 'form', title: { 'zh-CN': '表单' }, schema, fields: { '/site': { widget: 'site-map' }, '/lines': { widget: 'table' }, '/lines/*/place': { widget: 'site-map' } } };
const without: FormDefinition = { id: 'plain', title: { 'zh-CN': '表单' }, schema };
const field = (form: CobuildForm, pointer: string): HTMLElement => find(form, `[data-pointer="${pointer}"]`);
const mountForm = (properties: Partial<CobuildForm> = {}): Promise<CobuildForm> => mount<CobuildForm>('cobuild-form', { definition, value: {}, ...properties });

const map: Widget = { ...text, styles: css`.own-map { letter-spacing: 3px; }`, draw: () => [make('input', { class: 'input own-map', type: 'text' })] };

/** A module that comes when the test says so. */
function lateModule(): { readonly load: () => Promise<Widget>; readonly loads: () => number; arrive(): Promise<void>; fail(): Promise<void> } {
  const waiting: { resolve(widget: Widget): void; reject(error: Error): void }[] = [];
  let loads = 0;
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  return {
    load: () => new Promise((resolve, reject) => { loads += 1; waiting.push({ resolve, reject }); }),
    loads: () => loads,
    arrive: () => { waiting.pop()?.resolve(map); return settled(); },
    fail: () => { waiting.pop()?.reject(new Error('offline')); return settled(); },
  };
}

describe('a widget that is loaded on first use', () => {
  let late: ReturnType<typeof lateModule>;
  beforeEach(() => {
    late = lateModule();
    fillWidgets.registerLazy('site-map', late.load);
  });

  it('is not loaded by a form that has no field for it', async () => {
    await mountForm({ definition: without });

    expect(late.loads()).toBe(0);
  });

  it('shows its label and that it is coming', async () => {
    const form = await mountForm();
    const box = field(form, '/site');
    const line = find<HTMLOutputElement>(box, 'output');

    expect([box.querySelector('label')?.textContent, line.textContent]).toEqual(['位置（选填）', '正在载入…']);
    expect(Array.from(line.labels ?? [])).toEqual([box.querySelector('label')]);
  });

  it('is drawn in place with the answer, in fields and in cells, from one load', async () => {
    const form = await mountForm({ value: { site: '晴川村', lines: [{ place: '一组' }, { place: '二组' }] } });

    await late.arrive();

    expect(late.loads()).toBe(1);
    expect(Array.from(form.renderRoot.querySelectorAll<HTMLInputElement>('.own-map'), ({ value }) => value)).toEqual(['晴川村', '一组', '二组']);
    expect(form.renderRoot.querySelectorAll('output.late')).toHaveLength(0);
    expect(getComputedStyle(find(form, '.own-map')).letterSpacing).toBe('3px');
    expect(form.shadowRoot?.adoptedStyleSheets.filter((sheet) => sheet === map.styles?.styleSheet)).toHaveLength(1);
  });

  it('takes the answer after it has come', async () => {
    const form = await mountForm();
    await late.arrive();
    const input = find<HTMLInputElement>(field(form, '/site'), 'input');

    input.value = '更合';
    input.dispatchEvent(new Event('input', { bubbles: true }));

    expect(form.value).toEqual({ site: '更合' });
  });

  it('keeps somebody who was led to the field in it, without calling that leaving', async () => {
    const form = await mountForm({ definition: { ...definition, schema: { ...schema, required: ['site'] } } });
    await form.focusField('/site');
    const before = form.shadowRoot?.activeElement?.textContent;

    await late.arrive();
    await form.updateComplete;

    expect(before).toBe('正在载入…');
    expect(form.shadowRoot?.activeElement).toBe(find(form, '.own-map'));
    expect(field(form, '/site').querySelector('.field-error')).toBeNull();
  });

  it('says that it could not be loaded, and tries again when asked to', async () => {
    const form = await mountForm({ value: { site: '晴川村' } });

    await late.fail();
    const said = field(form, '/site').querySelector('[role=alert]')?.textContent;
    const again = find<HTMLButtonElement>(field(form, '/site'), 'button');
    again.focus();
    again.click();
    const meanwhile = [field(form, '/site').querySelector('output')?.textContent, form.shadowRoot?.activeElement?.localName];
    await late.arrive();

    expect(said).toContain('没有载入');
    expect(meanwhile).toEqual(['正在载入…', 'output']);
    expect([late.loads(), find<HTMLInputElement>(field(form, '/site'), 'input').value]).toEqual([2, '晴川村']);
    expect(form.shadowRoot?.activeElement).toBe(find(form, '.own-map'));
  });

  it('reaches a form that was out of the page meanwhile', async () => {
    const form = await mountForm({ value: { site: '晴川村' } });
    form.remove();
    await late.arrive();

    document.body.append(form);
    await form.updateComplete;

    expect(find<HTMLInputElement>(field(form, '/site'), 'input').value).toBe('晴川村');
    form.remove();
  });

  it('is not loaded for an answer that nobody types, unless it shows such answers itself', async () => {
    const fixed: FormDefinition = { ...definition, schema: { ...schema, properties: { site: { type: 'string', title: '位置', readOnly: true } } } };
    await mountForm({ definition: fixed, value: { site: '晴川村' } });
    const plain = late.loads();
    fillWidgets.registerLazy('site-map', late.load, { showsFixed: true });
    await mountForm({ definition: fixed, value: { site: '晴川村' } });

    expect([plain, late.loads()]).toEqual([0, 1]);
  });

  it('gives way to one that is registered under its name meanwhile', async () => {
    const form = await mountForm();
    const other = vi.fn(() => [make('input', { class: 'input other' })]);

    fillWidgets.register('site-map', { ...map, draw: other });
    await late.arrive();

    expect(field(form, '/site').querySelector('.other')).not.toBeNull();
  });

  it('has no axe violation while it comes and where it failed', async () => {
    const form = await mountForm();
    const coming = await axeViolations(form);
    await late.fail();

    expect([coming, await axeViolations(form)]).toEqual([[], []]);
  });
});

describe('a small widget that not every page loads', () => {
  const contact: FormDefinition = { id: 'contact', title: { 'zh-CN': '联系人' }, schema: { type: 'object', properties: { name: { type: 'string', title: '姓名' }, phone: { type: 'string', format: 'phone', title: '电话' }, at: { type: 'string', format: 'date-time', title: '时间' }, card: { type: 'string', title: '卡号' } } }, fields: { '/card': { widget: 'bankCard' } } };

  it('is there with the first drawing, asked for by a format or by its name', async () => {
    const form = await mountForm({ definition: contact });

    expect(['/phone', '/at', '/card'].map((pointer) => find<HTMLInputElement>(field(form, pointer), 'input').matches('[type=tel], [type=datetime-local], [inputmode=numeric]'))).toEqual([true, true, true]);
    expect(form.shadowRoot?.querySelector('.late')).toBeNull();
  });

  it('is told at its question where it does not come, and the rest of the form is drawn', async () => {
    const late = lateModule();
    fillWidgets.registerLazy('phone', late.load);
    const form = make('div').appendChild(document.createElement('cobuild-form'));
    Object.assign(form, { definition: contact });
    document.body.append(form);
    await late.fail();
    await form.updateComplete;
    const said = field(form, '/phone').querySelector('[role=alert]')?.textContent;
    find<HTMLButtonElement>(field(form, '/phone'), 'button').click();
    await late.arrive();

    expect(said).toContain('没有载入');
    expect([late.loads(), field(form, '/name').querySelector('input') === null, field(form, '/phone').querySelector('.own-map') === null]).toEqual([2, false, false]);
    form.remove();
  });
});
