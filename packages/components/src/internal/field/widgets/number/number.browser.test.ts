import type { FormDefinition } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../../define/cobuild-form.js';
import type { CobuildForm } from '../../../../cobuild-form/cobuild-form.js';
import { find, mount } from '../../../../../test/mount.js';

const definition = (question: object, settings: object): FormDefinition => ({
  id: 'amounts',
  title: { 'zh-CN': '金额' },
  schema: { type: 'object', properties: { question } },
  fields: { '/question': { title: { 'zh-CN': '金额', en: 'Amount' }, ...settings } },
});

const wan = definition({ type: 'number', format: 'money', maximum: 500000 }, { widgetOptions: { unit: 'wan' } });
const share = definition({ type: 'number', minimum: 0, maximum: 1 }, { widget: 'percent' });

const type = async (form: CobuildForm, text: string): Promise<HTMLInputElement> => {
  const input = find<HTMLInputElement>(form, '.input');
  await userEvent.fill(input, text);
  await userEvent.tab();
  await form.updateComplete;
  return input;
};

describe('an amount in 万元', () => {
  it.each([
    ['1.2', 12000, '1.2', '壹万贰仟元整'],
    ['１０', 100000, '10', '壹拾万元整'],
    ['12,000.5元', 12000.5, '1.20005', '壹万贰仟元伍角'],
    ['50', 500000, '50', '伍拾万元整'],
  ])('takes %j as %s yuan', async (typed, value, text, capitals) => {
    const form = await mount<CobuildForm>('cobuild-form', { definition: wan });

    const input = await type(form, typed);

    expect([form.value['question'], input.value]).toEqual([value, text]);
    expect(find(form, '.capitals').textContent).toBe(capitals);
    expect(find(form, '.unit').textContent).toBe('万元');
    expect(form.model?.state.problems).toEqual([]);
  });

  it.each([
    ['50.000001', '“金额”不能大于 500,000.00 元'],
    ['0.0000001', '“金额”应当是金额，单位元，最多两位小数，例如 12000.50'],
    ['三万', '“金额”应当是金额，例如 12000.50'],
  ])('refuses %j in a sentence and keeps it', async (typed, sentence) => {
    const form = await mount<CobuildForm>('cobuild-form', { definition: wan });

    const input = await type(form, typed);

    expect(find(form, '.field-error').textContent).toContain(sentence);
    expect(input.value).toBe(typed);
  });

  it('is in yuan where the page is in English', async () => {
    const form = await mount<CobuildForm>('cobuild-form', { definition: wan, lang: 'en', value: { question: 12000 } });

    expect([find<HTMLInputElement>(form, '.input').value, find(form, '.unit').textContent]).toEqual(['12,000.00', 'CNY']);
  });
});

describe('a share', () => {
  it('says its limits as the person reads them', async () => {
    const form = await mount<CobuildForm>('cobuild-form', { definition: share });

    const input = await type(form, '150%');

    expect(form.value['question']).toBe(1.5);
    expect(input.value).toBe('150');
    expect(find(form, '.field-error').textContent).toContain('“金额”不能大于 100%');
  });
});

describe('a number with step keys', () => {
  it('calls itself a spin button and tells its limits and where it stands', async () => {
    const form = await mount<CobuildForm>('cobuild-form', { definition: definition({ type: 'number', minimum: 1, maximum: 2 }, { widgetOptions: { step: 0.5 } }), value: { question: 1.5 } });
    const input = find<HTMLInputElement>(form, '[role=spinbutton]');
    let changes = 0;
    form.addEventListener('cobuild-change', () => (changes += 1));

    input.focus();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');

    expect(['now', 'min', 'max'].map((part) => input.getAttribute(`aria-value${part}`))).toEqual(['2', '1', '2']);
    expect([input.value, changes]).toEqual(['2', 2]);
  });

  it('leaves the arrow keys alone where no step is set', async () => {
    const form = await mount<CobuildForm>('cobuild-form', { definition: definition({ type: 'number' }, {}), value: { question: 1.5 } });
    find<HTMLInputElement>(form, '.input').focus();

    await userEvent.keyboard('{ArrowUp}');

    expect(form.value['question']).toBe(1.5);
    expect(find(form, '.input').hasAttribute('role')).toBe(false);
  });
});
