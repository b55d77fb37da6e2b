import type { FormDefinition, FormNode } from '@cobuild/core';
import { css } from 'lit';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import './define/cobuild-form.js';
import { axeViolations } from '../test/axe.js';
import { find, mount } from '../test/mount.js';
import { text } from './internal/field/widgets/text/text.js';
import type { CobuildForm, Widget, WidgetClaim } from './index.js';
import { formWidgets } from './index.js';

// As a page writes them that has nothing but what the package hands out.
const starsOf = (box: Element): HTMLInputElement[] => Array.from(box.querySelectorAll('input'));
const stars: Widget = {
  labelled: 'group',
  role: 'radiogroup',
  styles: css`.stars { display: flex; gap: 12px; font-variant-numeric: tabular-nums; }`,
  draw: () => {
    const row = document.createElement('div');
    row.className = 'stars';
    for (const count of [1, 2, 3, 4, 5]) {
      const label = document.createElement('label');
      const star = document.createElement('input');
      star.type = 'radio';
      star.value = String(count);
      label.append(star, `${count} 星`);
      row.append(label);
    }
    return [row];
  },
  patch: ({ box, id }, node: FormNode) => starsOf(box).forEach((star, index) => {
    if (index === 0) star.id = id;
    star.name = id;
    star.checked = node.value === index + 1;
  }),
  handle: (event, node, context) => {
    if (event.type !== 'change') return;
    context.input(node.pointer, Number((event.target as HTMLInputElement).value));
    context.commit(node.pointer);
  },
  control: (box) => starsOf(box)[0],
};
const upToFive: WidgetClaim = { rank: 45, test: ({ type, schema }) => type === 'integer' && schema['maximum'] === 5 };

const shouting: Widget = {
  labelled: 'control',
  draw: () => [document.createElement('textarea')],
  patch: ({ box, id, describedBy }, node) => {
    const area = find<HTMLTextAreaElement>(box, 'textarea');
    area.id = id;
    if (describedBy !== undefined) area.setAttribute('aria-describedby', describedBy);
    if (area.value !== node.value) area.value = typeof node.value === 'string' ? node.value : '';
  },
  handle: (event, node, context) => {
    if (event.type === 'input') context.input(node.pointer, (event.target as HTMLTextAreaElement).value.toUpperCase());
  },
  control: (box) => box.querySelector('textarea') ?? undefined,
};

const definition: FormDefinition = {
  id: 'visit', title: { 'zh-CN': '回访' },
  schema: { type: 'object', required: ['service'], properties: { service: { type: 'integer', title: '服务', minimum: 1, maximum: 5 }, households: { type: 'integer', title: '户数' }, note: { type: 'string', title: '意见' } } },
};
const field = (form: CobuildForm, pointer: string): HTMLElement => find(form, `[data-pointer="${pointer}"]`);

afterEach(() => formWidgets.register('text', text));

describe('a widget of the host', () => {
  it('is chosen for fields by their schema, asks, checks and takes the focus', async () => {
    formWidgets.register('stars', stars, upToFive);
    const form = await mount<CobuildForm>('cobuild-form', { definition, value: { households: 3 } });
    const kinds = ['/service', '/households'].map((pointer) => starsOf(field(form, pointer)).map(({ type }) => type));

    form.submit();
    await form.updateComplete;
    const said = field(form, '/service').querySelector('.field-error')?.textContent;
    await form.focusField('/service');
    await userEvent.click(page.getByLabelText('4 星'));

    expect(kinds).toEqual([['radio', 'radio', 'radio', 'radio', 'radio'], ['text']]);
    expect(said).toContain('服务');
    expect([form.value, form.checkValidity()]).toEqual([{ service: 4, households: 3 }, true]);
    expect(getComputedStyle(find(form, '.stars')).display).toBe('flex');
    expect(await axeViolations(form)).toEqual([]);
  });

  it('takes over fields of a form that is already there, which keeps what was typed', async () => {
    formWidgets.register('stars', stars);
    const form = await mount<CobuildForm>('cobuild-form', { definition });
    const before = starsOf(field(form, '/service')).length;
    await userEvent.fill(find(field(form, '/note'), 'input'), '好');

    formWidgets.register('stars', stars, upToFive);
    await form.updateComplete;

    expect([before, starsOf(field(form, '/service')).length]).toEqual([1, 5]);
    expect(form.value).toEqual({ note: '好' });
  });

  it('stands in place of a built-in one, also in forms that are already there', async () => {
    const form = await mount<CobuildForm>('cobuild-form', { definition, value: { note: 'ok' } });

    formWidgets.register('text', shouting);
    await userEvent.fill(page.getByLabelText('意见'), 'ok go');

    expect(form.value['note']).toBe('OK GO');
    expect(find<HTMLTextAreaElement>(field(form, '/note'), 'textarea').labels?.[0]?.textContent).toContain('意见');
  });

});
