import type { FormDefinition } from '@cobuild/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../define/cobuild-form.js';
import type { CobuildForm } from '../../../../cobuild-form/cobuild-form.js';
import type { FieldHosts } from '../../../../hosts/field-hosts.js';
import type { LookUp, LookUpRequest } from '../../../../hosts/look-up.js';
import { exampleHosts } from '../../../../../test/widget-examples.js';
import { find, mount } from '../../../../../test/mount.js';

const definition = (widget: string, widgetOptions: Readonly<Record<string, unknown>>, schema: object = { type: 'string' }): FormDefinition => ({
  id: 'pickers',
  title: { 'zh-CN': '选择' },
  schema: { type: 'object', properties: { question: schema } },
  fields: { '/question': { title: { 'zh-CN': '所在地区' }, widget, widgetOptions } },
});

const area = definition('areaPicker', { lookUp: 'areas' }, { type: 'string', format: 'area-code' });
const today: FieldHosts = { ...exampleHosts, now: () => '2026-03-05T09:30:00+08:00' };

async function mountPicker(properties: Partial<CobuildForm>, wanted = '[role=combobox]'): Promise<CobuildForm> {
  const form = await mount<CobuildForm>('cobuild-form', properties);
  await expect.poll(() => form.shadowRoot?.querySelector(wanted)).not.toBeNull();
  return form;
}

const inputOf = (form: CobuildForm): HTMLInputElement => find<HTMLInputElement>(form, '[role=combobox]');
const textOf = (form: CobuildForm, selector: string): string => Array.from((form.shadowRoot as ShadowRoot).querySelectorAll<HTMLElement>(selector)).filter((part) => !part.hidden).map((part) => part.textContent).join('|');
const levels = (form: CobuildForm): string[] => Array.from((form.shadowRoot as ShadowRoot).querySelectorAll<HTMLSelectElement>('.area-levels select')).map((select) => select.selectedOptions[0]?.text ?? '');

beforeEach(() => page.viewport(1280, 800));

/** A register that does what the test says, and remembers what it was asked. */
function registerOf(answer: (request: LookUpRequest) => Promise<Awaited<ReturnType<LookUp['find']>>>): { readonly lookUp: LookUp; readonly asked: LookUpRequest[] } {
  const asked: LookUpRequest[] = [];
  return { asked, lookUp: { find: (request) => { asked.push(request); return answer(request); } } };
}

describe('row 30: an area code of an earlier year', () => {
  it('is accepted, shown by its name with its last day, and not offered any more', async () => {
    const form = await mountPicker({ definition: area, hosts: today, value: { question: '440684' } });

    await expect.poll(() => inputOf(form).value).toBe('佛山市 高明市');
    expect(textOf(form, '.picker-line')).toBe('440684 · 有效期至2002年12月7日，现已停用；已经填写的仍然可以提交。');
    expect(form.reportValidity()).toBe(true);
    await userEvent.fill(inputOf(form), '高明');
    await expect.poll(() => textOf(form, '.option-label')).toBe('高明区');
  });

  it('is shown with its last day where nobody can change it', async () => {
    const form = await mountPicker({ definition: { ...area, schema: { type: 'object', properties: { question: { type: 'string', readOnly: true } } } }, hosts: today, value: { question: '440684' } }, 'output:not(.late)');

    await expect.poll(() => textOf(form, 'output')).toBe('佛山市 高明市 （有效期至2002年12月7日，现已停用；已经填写的仍然可以提交）');
  });
});

describe('an area', () => {
  it('is chosen level by level, and is none until a level that may be the answer', async () => {
    const form = await mountPicker({ definition: area, hosts: today }, '.area-levels select');
    const seen: unknown[] = [];
    for (const name of ['佛山市', '高明区', '荷城街道']) {
      const selects = Array.from((form.shadowRoot as ShadowRoot).querySelectorAll<HTMLSelectElement>('.area-levels select'));
      await userEvent.selectOptions(selects[selects.length - 1] as HTMLSelectElement, name);
      seen.push(form.value['question']);
      if (name !== '荷城街道') await expect.poll(() => levels(form).length).toBe(selects.length + 1);
    }

    expect(seen).toEqual([undefined, '440608', '440608001']);
    expect(inputOf(form).value).toBe('佛山市 高明区 荷城街道');
  });

  it('opens the levels of what was found or stored', async () => {
    const form = await mountPicker({ definition: area, hosts: today, value: { question: '440703' } });
    await expect.poll(() => levels(form)).toEqual(['江门市', '蓬江区']);

    await userEvent.fill(inputOf(form), '440608001');
    await expect.poll(() => textOf(form, '.option-label')).toBe('荷城街道');
    await userEvent.keyboard('{Enter}');

    await expect.poll(() => levels(form)).toEqual(['佛山市', '高明区', '荷城街道']);
  });

  it('goes back to the level above when one is emptied', async () => {
    const form = await mountPicker({ definition: area, hosts: today, value: { question: '440608001' } });
    await expect.poll(() => levels(form).length).toBe(3);

    await userEvent.selectOptions(find(form, '.part:last-child select'), '请选择');

    expect(form.value['question']).toBe('440608');
  });
});

describe('a picker', () => {
  const options = { lookUp: 'people' };

  it('asks once for what was typed, and takes back what it asked before', async () => {
    const { lookUp, asked } = registerOf(() => new Promise(() => undefined));
    const form = await mountPicker({ definition: definition('personPicker', options), hosts: { lookUps: { people: lookUp } } });
    inputOf(form).focus();

    await userEvent.keyboard('林');
    await expect.poll(() => asked.length).toBe(1);
    await userEvent.keyboard('芳');
    await expect.poll(() => asked.length).toBe(2);

    expect(asked.map(({ text, signal }) => [text, signal.aborted])).toEqual([['林', true], ['林芳', false]]);
    expect(textOf(form, '.popup-note')).toBe('正在查找…');
  });

  it('says that it cannot search, and tries again when asked to', async () => {
    let fails = true;
    const { lookUp } = registerOf(() => (fails ? Promise.reject(new Error('offline')) : Promise.resolve({ entries: [{ value: 'p1', label: '林芳' }] })));
    const form = await mountPicker({ definition: definition('personPicker', options), hosts: { lookUps: { people: lookUp } } });
    await userEvent.fill(inputOf(form), '林');
    await expect.poll(() => textOf(form, '.popup-note > span:not(.again-key)')).toBe('暂时查不到，请稍后再试');

    fails = false;
    await userEvent.click(find(form, '.again'));

    await expect.poll(() => textOf(form, '.option-label')).toBe('林芳');
    expect(form.shadowRoot?.activeElement).toBe(inputOf(form));
  });

  it('says to the keyboard how to try again, and does so on Enter', async () => {
    let fails = true;
    const { lookUp } = registerOf(() => (fails ? Promise.reject(new Error('offline')) : Promise.resolve({ entries: [{ value: 'p1', label: '林芳' }] })));
    const form = await mountPicker({ definition: definition('personPicker', options), hosts: { lookUps: { people: lookUp } } });
    inputOf(form).focus();
    await userEvent.keyboard('林');
    await expect.poll(() => textOf(form, '.again-key')).toBe('按回车键也可以再试');
    await expect.poll(() => Array.from(form.renderRoot.querySelectorAll('[role=status], [aria-live]'), ({ textContent }) => textContent).join()).toContain('按回车键也可以再试');

    fails = false;
    await userEvent.keyboard('{Enter}');

    await expect.poll(() => textOf(form, '.option-label')).toBe('林芳');
    expect(form.shadowRoot?.activeElement).toBe(inputOf(form));
  });

  it('says that nothing fits', async () => {
    const form = await mountPicker({ definition: definition('personPicker', options), hosts: today });

    await userEvent.fill(inputOf(form), '王');

    await expect.poll(() => textOf(form, '.popup-note')).toBe('没有符合的选项，请换一个说法');
  });

  it('shows the value where its name cannot be read, and reads it when asked again', async () => {
    let fails = true;
    const lookUp: LookUp = { find: () => Promise.resolve({ entries: [] }), resolve: () => (fails ? Promise.reject(new Error('offline')) : Promise.resolve({ value: 'p1', label: '林芳' })) };
    const form = await mountPicker({ definition: definition('personPicker', options), hosts: { lookUps: { people: lookUp } }, value: { question: 'p1' } }, '.name-again');
    const before = [inputOf(form).value, textOf(form, '.picker-line')];

    fails = false;
    await userEvent.click(find(form, '.name-again'));

    expect(before).toEqual(['p1', '名称暂时读不出来 再试一次']);
    await expect.poll(() => inputOf(form).value).toBe('林芳');
  });

  it('lists more when the end of the list is reached', async () => {
    const all = Array.from({ length: 70 }, (_, index) => ({ value: index, label: `第${index + 1}人` }));
    const { lookUp, asked } = registerOf(({ offset, limit }) => Promise.resolve({ entries: all.slice(offset, offset + limit), total: all.length }));
    const form = await mountPicker({ definition: definition('personPicker', options, { type: 'integer' }), hosts: { lookUps: { people: lookUp } } });
    inputOf(form).focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(() => form.shadowRoot?.querySelectorAll('[role=option]').length).toBe(50);

    find(form, '.options').scrollTop = 100_000;

    await expect.poll(() => form.shadowRoot?.querySelectorAll('[role=option]').length).toBe(70);
    expect(asked.map(({ offset }) => offset)).toEqual([0, 50]);
  });

  it('says that the page lends no register, keeps the answer, and begins when one comes', async () => {
    const form = await mountPicker({ definition: definition('personPicker', options), value: { question: 'p2' } }, '.picker output');
    const before = [textOf(form, '.picker output'), textOf(form, '.picker .note')];

    form.hosts = today;

    await expect.poll(() => form.shadowRoot?.querySelector<HTMLInputElement>('[role=combobox]')?.value).toBe('林芳');
    expect(before).toEqual(['p2', '这个页面没有提供可以选择的名录，请联系受理窗口。']);
    expect(form.value['question']).toBe('p2');
  });

  it.each([
    [{ ...options, freeText: true }, '王小明'],
    [options, undefined],
  ])('with %j takes text that no register has as %s', async (widgetOptions, value) => {
    const form = await mountPicker({ definition: definition('personPicker', widgetOptions), hosts: today });

    await userEvent.fill(inputOf(form), '王小明');
    await userEvent.click(document.body);

    expect(form.value['question']).toBe(value);
  });
});
