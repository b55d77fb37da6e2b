import type { FormDefinition } from '@cobuild/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../define/cobuild-form.js';
import type { CobuildForm } from '../../../../cobuild-form/cobuild-form.js';
import { axeViolations } from '../../../../../test/axe.js';
import { find, mount } from '../../../../../test/mount.js';
import { manyVillages } from '../../../../../test/widget-examples.js';

const definition = (count: number, several = false): FormDefinition => ({
  id: 'villages',
  title: { 'zh-CN': '村' },
  schema: { type: 'object', properties: { village: several ? { type: 'array', items: { type: 'string', oneOf: manyVillages(count) } } : { type: 'string', oneOf: manyVillages(count) }, after: { type: 'string' } } },
  fields: { '/village': { title: { 'zh-CN': '所在村', en: 'Village' } }, '/after': { title: { 'zh-CN': '后一项' } } },
});

const mountVillages = async (count: number, { several = false, value = {} }: { several?: boolean; value?: Readonly<Record<string, unknown>> } = {}): Promise<CobuildForm> => {
  const form = await mount<CobuildForm>('cobuild-form', { definition: definition(count, several), value });
  await expect.poll(() => form.shadowRoot?.querySelector('[role=combobox]')).not.toBeNull();
  return form;
};

const inputOf = (form: CobuildForm): HTMLInputElement => find<HTMLInputElement>(form, '[role=combobox]');
const rows = (form: CobuildForm): HTMLElement[] => Array.from((form.shadowRoot as ShadowRoot).querySelectorAll<HTMLElement>('[role=option]'));
const active = (form: CobuildForm): string | null | undefined => form.shadowRoot?.getElementById(inputOf(form).getAttribute('aria-activedescendant') ?? '')?.textContent;

beforeEach(() => page.viewport(1280, 800));

describe('a list that is searched', () => {
  it.each([
    [30, 'select'],
    [31, 'combobox'],
  ])('asks for one of %s by a %s', async (count, widget) => {
    const form = await mount<CobuildForm>('cobuild-form', { definition: definition(count) });

    expect(form.model?.state.steps[0]?.sections[0]?.fields[0]?.widget).toBe(widget);
  });

  it('draws a few dozen rows of fifty thousand, and says of each where it stands', async () => {
    const form = await mountVillages(50_000);
    inputOf(form).focus();

    await userEvent.keyboard('{ArrowUp}');

    expect(active(form)).toBe('第50000村');
    expect(rows(form).length).toBeLessThan(60);
    expect(rows(form).map((row) => row.getAttribute('aria-setsize')).every((size) => size === '50000')).toBe(true);
    expect(find(form, '.option.active').getAttribute('aria-posinset')).toBe('50000');
    const { top, bottom } = find(form, '.option.active').getBoundingClientRect();
    const list = find(form, '.options').getBoundingClientRect();
    expect(top >= list.top - 1 && bottom <= list.bottom + 1).toBe(true);
  });

  it('draws the rows that come into sight when the list is scrolled', async () => {
    const form = await mountVillages(50_000);
    inputOf(form).focus();
    await userEvent.keyboard('{ArrowDown}');
    const list = find(form, '.options');

    list.scrollTop = list.scrollHeight / 2;

    await expect.poll(() => rows(form).some((row) => row.textContent === '第25000村')).toBe(true);
    expect(rows(form).length).toBeLessThan(60);
  });

  it('works by the keyboard: opens, moves round, chooses with Enter, goes back with Escape', async () => {
    const form = await mountVillages(40);
    inputOf(form).focus();
    const seen: unknown[] = [];
    for (const key of ['{ArrowDown}', '{ArrowUp}', '{ArrowDown}', '{PageDown}', '{PageUp}']) {
      await userEvent.keyboard(key);
      seen.push(active(form));
    }
    await userEvent.keyboard('{Enter}');
    const chosen = [form.value['village'], inputOf(form).value, inputOf(form).getAttribute('aria-expanded')];
    await userEvent.keyboard('xyz{Escape}');

    expect(seen).toEqual(['第1村', '第40村', '第1村', '第11村', '第1村']);
    expect(chosen).toEqual(['v0', '第1村', 'false']);
    expect([form.value['village'], inputOf(form).value]).toEqual(['v0', '第1村']);
  });

  it('takes the active choice along with Tab', async () => {
    const form = await mountVillages(40);
    inputOf(form).focus();

    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Tab}');

    expect([form.value['village'], form.shadowRoot?.activeElement?.id]).toEqual(['v1', 'f/after']);
  });

  it('chooses nothing that nobody meant when Enter follows some letters', async () => {
    const form = await mountVillages(40);
    inputOf(form).focus();

    await userEvent.keyboard('村{Enter}');

    expect(form.value['village']).toBeUndefined();
    expect(inputOf(form).getAttribute('aria-expanded')).toBe('true');
  });

  it.each([
    ['第7村', 'v6', '第7村'],
    ['不存在的村', 'v1', '第2村'],
    ['', undefined, ''],
  ])('makes of %j, typed and left, %s', async (text, value, shown) => {
    const form = await mountVillages(40, { value: { village: 'v1' } });

    await userEvent.fill(inputOf(form), text);
    await userEvent.tab();

    expect([form.value['village'], inputOf(form).value]).toEqual([value, shown]);
  });

  it('leaves its keys to an input method while that composes, and searches when it is done', async () => {
    const form = await mountVillages(40);
    const input = inputOf(form);
    input.focus();
    await userEvent.keyboard('{ArrowDown}');

    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    input.value = 'di';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true }));
    const while_ = [rows(form).length, form.value['village']];
    input.value = '第39';
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '第39' }));

    expect(while_).toEqual([40, undefined]);
    expect(rows(form).map((row) => row.textContent)).toEqual(['第39村']);
  });

  it('is chosen from with the mouse, and open it has no accessibility violation', async () => {
    const form = await mountVillages(40, { value: { village: 'v3' } });

    await userEvent.click(inputOf(form));
    const violations = await axeViolations(form);
    const selected = find(form, '[aria-selected=true]').textContent;
    await userEvent.click(find(form, '[id$="-options-5"]'));

    expect(violations).toEqual([]);
    expect([selected, form.value['village'], inputOf(form).value]).toEqual(['第4村', 'v5', '第6村']);
    expect(form.shadowRoot?.activeElement).toBe(inputOf(form));
  });

  it('keeps an answer that is no choice any more in sight', async () => {
    const form = await mountVillages(40, { value: { village: 'gone' } });

    expect(inputOf(form).value).toContain('gone');
  });

  it('tells one change for one choice', async () => {
    const form = await mountVillages(40);
    const events: string[] = [];
    for (const type of ['cobuild-input', 'cobuild-change']) form.addEventListener(type, () => events.push(type));
    inputOf(form).focus();

    await userEvent.keyboard('第7村{ArrowDown}{Enter}{Tab}');

    expect(events).toEqual(['cobuild-input', 'cobuild-change']);
  });
});

describe('several of a list that is searched', () => {
  it('keeps the order of the choices, stays open, and gives each back by a button', async () => {
    const form = await mountVillages(50_000, { several: true, value: { village: ['v9'] } });
    inputOf(form).focus();

    await userEvent.keyboard('{ArrowDown}{PageUp}{Enter}');
    const both = [form.value['village'], inputOf(form).getAttribute('aria-expanded')];
    await userEvent.keyboard('{Escape}');
    await userEvent.click(page.getByRole('button', { name: '移除第1村' }));

    expect(both).toEqual([['v0', 'v9'], 'true']);
    expect(form.value['village']).toEqual(['v9']);
    expect(form.shadowRoot?.activeElement?.getAttribute('aria-label')).toBe('移除第10村');
  });

  it('gives the last one back with Backspace in an empty field', async () => {
    const form = await mountVillages(40, { several: true, value: { village: ['v1', 'v2'] } });
    inputOf(form).focus();

    await userEvent.keyboard('{Backspace}');

    expect(form.value['village']).toEqual(['v1']);
  });
});
