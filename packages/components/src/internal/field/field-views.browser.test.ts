import type { FormDefinition, FormNode } from '@cobuild/core';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../define/cobuild-form.js';
import type { CobuildForm } from '../../cobuild-form/cobuild-form.js';
import { find, mount } from '../../../test/mount.js';
import { make } from './dom.js';
import { fillWidgets } from './fill-widgets.js';
import type { Widget } from './widget.js';
import { text } from './widgets/text/text.js';

const schema = {
  type: 'object',
  properties: {
    stars: { type: 'integer', title: '评分' },
    kind: { enum: ['甲', '乙'], title: '类别' },
    lines: { type: 'array', title: '明细', items: { type: 'object', properties: { has: { type: 'boolean', title: '有无' }, note: { type: 'string', title: '备注' } } } },
  },
};
const definition: FormDefinition = { id: 'form', title: { 'zh-CN': '表单' }, schema, fields: { '/stars': { widget: 'star-row' }, '/lines': { widget: 'table' } } };
const mountForm = (value = {}): Promise<CobuildForm> => mount<CobuildForm>('cobuild-form', { definition, value });
const field = (form: CobuildForm, pointer: string): HTMLElement => find(form, `[data-pointer="${pointer}"]`);

const rangeOf = (box: Element): HTMLInputElement => find(box, 'input');
const stars: Widget = {
  labelled: 'control',
  draw: () => [make('input', { type: 'range', max: '5' })],
  patch: ({ box, id }, node: FormNode) => Object.assign(rangeOf(box), { id, value: JSON.stringify(node.value ?? 0) }),
  handle: (event, node, context) => {
    if (event.type === 'input') context.input(node.pointer, Number((event.target as HTMLInputElement).value));
  },
  control: rangeOf,
};

describe('widgets', () => {
  afterEach(() => fillWidgets.register('text', text));

  it('says of a widget that nobody registered where to turn', async () => {
    const form = await mountForm();

    expect(field(form, '/stars').querySelector('output')?.textContent).toContain('请联系受理窗口');
  });

  it('are added by name, with a label, an answer and the focus', async () => {
    fillWidgets.register('star-row', stars);
    const form = await mountForm({ stars: 2 });
    const before = rangeOf(field(form, '/stars')).value;

    await form.focusField('/stars');
    await userEvent.keyboard('{ArrowRight}');

    expect([before, form.value['stars'], field(form, '/stars').querySelector('label')?.htmlFor]).toEqual(['2', 3, 'f/stars']);
  });

  it('are replaced by name', async () => {
    fillWidgets.register('text', { ...text, draw: () => [make('textarea', { class: 'input own' })] });
    const form = await mountForm({ lines: [{ note: '一' }] });

    expect(find<HTMLTextAreaElement>(form, '.own').value).toBe('一');
  });
});

describe('FieldViews', () => {
  it('keeps the control that has the focus when rows come and go', async () => {
    const form = await mountForm({ lines: [{ note: '一' }, { note: '二' }] });
    const control = find<HTMLInputElement>(field(form, '/lines/0/note'), 'input');
    control.focus();

    form.model?.addItem('/lines');
    form.model?.removeItem('/lines', 2);
    form.model?.removeItem('/lines', 1);

    expect(form.shadowRoot?.activeElement).toBe(control);
    expect(form.renderRoot.querySelectorAll('tbody tr')).toHaveLength(1);
  });

  it('shows an answer that a page sets, and takes it back on a reset', async () => {
    const form = await mountForm({ kind: '甲' });
    const radios = Array.from(field(form, '/kind').querySelectorAll('input'));

    form.model?.setValue('/kind', '乙');
    const chosen = radios.map(({ checked }) => checked);
    form.model?.reset();

    expect(chosen).toEqual([false, true]);
    expect(radios.map(({ checked }) => checked)).toEqual([true, false]);
  });

  it('forgets the fields of a step that is no longer shown', async () => {
    const steps = ['one', 'two'].map((id) => ({ id, title: { 'zh-CN': id }, sections: [{ id: 'same', fields: [id === 'one' ? '/kind' : '/lines'] }] }));
    const form = await mount<CobuildForm>('cobuild-form', { definition: { ...definition, layout: { steps } }, paged: true });

    const found = await form.focusField('/lines');

    expect(found).toBe(true);
    expect(form.renderRoot.querySelector('[data-pointer="/kind"]')).toBeNull();
    expect(form.shadowRoot?.activeElement?.closest('[data-pointer]')?.getAttribute('data-pointer')).toBe('/lines');
  });
});

describe('a title that the surroundings say already', () => {
  const titles: FormDefinition = {
    id: 'titles', title: { 'zh-CN': '表单' },
    schema: { type: 'object', properties: { text: { type: 'string', title: '文字' }, kind: { enum: ['甲', '乙'], title: '类别' }, group: { type: 'object', title: '一组', properties: { a: { type: 'string', title: '其一' } } } } },
    fields: { '/text': { titleHidden: true, provenance: { kind: 'inferred' } }, '/kind': { titleHidden: true }, '/group': { titleHidden: true } },
  };
  const isShown = (element: Element): boolean => element.getBoundingClientRect().width > 1;

  it('is read out and not shown; the tag beside it is', async () => {
    const form = await mount<CobuildForm>('cobuild-form', { definition: titles });
    const labels = ['/text', '/kind', '/group'].map((pointer) => field(form, pointer).querySelector('.label') as Element);

    expect(labels.map((label) => [label.textContent?.replace(/（.*/, ''), isShown(label.firstElementChild as Element)])).toEqual([['文字', false], ['类别', false], ['一组', false]]);
    expect([isShown(find(form, '[data-pointer="/text"] .tag')), find<HTMLInputElement>(form, '[data-pointer="/text"] input').labels?.length]).toEqual([true, 1]);
    expect(isShown(field(form, '/group/a').querySelector('.label') as Element)).toBe(true);
  });

  it('leaves the mark of an optional answer, and no gap where there is none', async () => {
    const form = await mount<CobuildForm>('cobuild-form', { definition: titles });
    const marks = ['/text', '/kind', '/group'].map((pointer) => field(form, pointer).querySelector('.label .mark') as Element);
    expect(marks.map((mark) => [mark.textContent, isShown(mark)])).toEqual([['（选填）', true], ['（选填）', true], ['（选填）', true]]);

    form.definition = { ...titles, schema: { ...titles.schema, required: ['text', 'kind', 'group'] } };
    await form.updateComplete;

    expect(['/kind', '/group'].map((pointer) => isShown(field(form, pointer).querySelector('legend') as Element))).toEqual([false, false]);
    expect(isShown(field(form, '/text').querySelector('.label') as Element)).toBe(false);
    expect(find<HTMLInputElement>(form, '[data-pointer="/text"] input').labels?.[0]?.textContent).toBe('文字');
  });

  it('says what a mark of origin is about where no title is seen in front of it', async () => {
    const confirmation = { '/pledge': { widget: 'confirmation', provenance: { kind: 'invented' } } } as const;
    const definition: FormDefinition = { ...titles, schema: { type: 'object', properties: { ...(titles.schema['properties'] as object), pledge: { type: 'boolean', title: '承诺' }, seen: { type: 'string', title: '看得见' } } }, fields: { ...titles.fields, ...confirmation, '/seen': { provenance: { kind: 'inferred' } } } };
    const form = await mount<CobuildForm>('cobuild-form', { definition });

    expect(['/text', '/pledge', '/seen'].map((pointer) => find(form, `[data-pointer="${pointer}"] .provenance`).textContent)).toEqual(['本题为推定', '本题为虚构', '推定']);
  });

  it('comes back when the form says so', async () => {
    const form = await mount<CobuildForm>('cobuild-form', { definition: titles });
    form.definition = { ...titles, fields: {} };
    await form.updateComplete;

    expect(['/text', '/kind'].map((pointer) => field(form, pointer).querySelector('.label .visually-hidden'))).toEqual([null, null]);
    expect(['/text', '/kind'].map((pointer) => isShown(field(form, pointer).querySelector('.label') as Element))).toEqual([true, true]);
  });
});
