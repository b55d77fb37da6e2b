import type { FieldSettings } from '@cobuild/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../define/cobuild-field.js';
import { accessible } from '../../test/accessible.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mountMarkup } from '../../test/mount.js';
import type { CobuildField } from './cobuild-field.js';

type Schema = Readonly<Record<string, unknown>>;

/** A question of each widget: an answer, its entry in a form, and another answer that a person gives. */
interface Case {
  readonly widget: string;
  readonly schema: Schema;
  readonly settings?: FieldSettings;
  readonly value: unknown;
  readonly entry: string;
  /** Does what a person would. */
  readonly answer: (field: CobuildField) => Promise<void> | void;
  readonly answered: unknown;
  /** What is missing while nothing is answered; the question itself by default. */
  readonly missing?: string;
}

const type = (selector: string, text: string) => (field: CobuildField): Promise<void> => userEvent.fill(find<HTMLInputElement>(field, selector), text);
const click = (selector: string) => (field: CobuildField): void => find<HTMLElement>(field, selector).click();
const towns = { options: { a: { 'zh-CN': '荷城' }, b: { 'zh-CN': '杨和' } } };

const cases: readonly Case[] = [
  { widget: 'text', schema: { type: 'string' }, value: '晴川村', entry: '晴川村', answer: type('input', '杨梅村'), answered: '杨梅村' },
  { widget: 'textarea', schema: { type: 'string', maxLength: 400 }, value: '背景', entry: '背景', answer: type('textarea', '别的'), answered: '别的' },
  { widget: 'number', schema: { type: 'integer' }, value: 40, entry: '40', answer: type('input', '41'), answered: 41 },
  { widget: 'money', schema: { type: 'number', format: 'money' }, value: 1200.5, entry: '1200.5', answer: type('input', '12,000'), answered: 12000 },
  { widget: 'date', schema: { type: 'string', format: 'date' }, value: '2026-03-05', entry: '2026-03-05', answer: type('input', '2026-04-01'), answered: '2026-04-01' },
  { widget: 'select', schema: { enum: ['a', 'b'] }, settings: { ...towns, widget: 'select' }, value: 'a', entry: 'a', answer: (field) => userEvent.selectOptions(find(field, 'select'), '杨和'), answered: 'b' },
  { widget: 'radio', schema: { enum: ['a', 'b'] }, settings: { ...towns, widget: 'radio' }, value: 'a', entry: 'a', answer: click('label:last-of-type input'), answered: 'b' },
  { widget: 'checkboxes', schema: { type: 'array', items: { enum: ['a', 'b'] } }, settings: towns, value: ['a'], entry: '["a"]', answer: click('label:last-of-type input'), answered: ['a', 'b'] },
  { widget: 'yesNo', schema: { type: 'boolean' }, value: false, entry: 'false', answer: click('label:first-of-type input'), answered: true },
  { widget: 'confirmation', schema: { type: 'boolean', const: true }, value: true, entry: 'true', answer: click('input'), answered: undefined },
  { widget: 'group', missing: '街道', schema: { type: 'object', required: ['street'], properties: { street: { type: 'string', title: '街道' } } }, value: { street: '一路' }, entry: '{"street":"一路"}', answer: type('input', '二路'), answered: { street: '二路' } },
  { widget: 'table', schema: { type: 'array', items: { type: 'object', properties: { subject: { type: 'string', title: '科目' } } } }, value: [{ subject: '材料' }], entry: '[{"subject":"材料"}]', answer: type('input', '人工'), answered: [{ subject: '人工' }] },
];

async function pageWith({ schema, settings, value }: Pick<Case, 'schema' | 'settings' | 'value'>, attributes = ''): Promise<{ form: HTMLFormElement; field: CobuildField }> {
  const box = await mountMarkup(`<form><fieldset><label for="answer">问题</label><cobuild-field id="answer" name="answer" ${attributes}></cobuild-field></fieldset><button>发送</button></form>`);
  const field = find<CobuildField>(box, 'cobuild-field');
  Object.assign(field, { schema, settings, ...(value === undefined ? {} : { value }) });
  await field.updateComplete;
  return { form: find<HTMLFormElement>(box, 'form'), field };
}
const entry = (form: HTMLFormElement): unknown => new FormData(form).get('answer');

beforeEach(() => page.viewport(1280, 800));

describe.each(cases)('cobuild-field with $widget', (one) => {
  it('is an entry of the form, right in the tick of the event, and goes back on a reset', async () => {
    const { form, field } = await pageWith(one);
    const before = entry(form);
    const seen: unknown[] = [];
    field.addEventListener('input', () => seen.push([field.value, entry(form)]));

    await one.answer(field);
    const after = field.value;
    form.reset();
    await field.updateComplete;

    expect(before).toBe(one.entry);
    expect(after).toEqual(one.answered);
    expect(seen[seen.length - 1]).toEqual([one.answered, one.answered === undefined ? null : typeof one.answered === 'string' ? one.answered : JSON.stringify(one.answered)]);
    expect([field.value, entry(form)]).toEqual([one.value, one.entry]);
  });

  it('tells each change once, from itself', async () => {
    const { field } = await pageWith(one);
    const told: string[] = [];
    for (const name of ['input', 'change']) document.body.addEventListener(name, (event) => void told.push(`${name} ${(event.target as Element).localName}`), { signal: listening.signal });

    await one.answer(field);
    (field.shadowRoot?.activeElement as HTMLElement | null)?.blur();

    expect(told).toContain('input cobuild-field');
    expect(new Set(told)).toEqual(new Set(['input cobuild-field', 'change cobuild-field']));
  });

  it('is neither sent nor asked in a disabled fieldset', async () => {
    const { form, field } = await pageWith(one);

    find<HTMLFieldSetElement>(form, 'fieldset').disabled = true;
    await field.updateComplete;

    expect([new FormData(form).has('answer'), field.willValidate, field.checkValidity()]).toEqual([false, false, true]);
    expect(Array.from(field.renderRoot.querySelectorAll('input, select, textarea')).every((control) => control.matches(':disabled'))).toBe(true);
  });

  it('takes back what the browser kept, and leaves what a reset returns to', async () => {
    const { form, field } = await pageWith({ ...one, value: undefined });

    field.formStateRestoreCallback(JSON.stringify({ value: one.value }));
    const restored = field.value;
    form.reset();

    expect(restored).toEqual(one.value);
    expect(entry(form)).toBeNull();
  });

  it('is missing where it is required: quietly when checked, with words and the focus when reported', async () => {
    const { field } = await pageWith({ ...one, value: undefined }, 'required');

    const checked = field.checkValidity();
    await field.updateComplete;
    const quiet = field.renderRoot.querySelector('.field-error');
    const reported = field.reportValidity();

    expect([checked, reported, quiet]).toEqual([false, false, null]);
    expect(field.validity.valid).toBe(false);
    expect(field.validationMessage).toContain(one.missing ?? '问题');
    await vi.waitFor(() => expect(field.shadowRoot?.activeElement).not.toBeNull());
    expect(find(field, '.field-error').textContent).toContain(field.validationMessage);
  });

  it('is named by the label outside, which leads to its control', async () => {
    const { form, field } = await pageWith({ ...one, value: undefined });

    await userEvent.click(find(form, 'label'));

    expect(field.shadowRoot?.activeElement).not.toBeNull();
    expect(await accessible('#answer')).toEqual({ role: 'group', name: '问题' });
    expect(field.labels).toHaveLength(1);
  });

  it('has no inline style and no accessibility violation', async () => {
    const { field } = await pageWith(one);
    field.reportValidity();
    await field.updateComplete;

    expect(inlineStyles(field.renderRoot)).toEqual([]);
    expect(await axeViolations(field)).toEqual([]);
  });

  it('shows the answer and nothing to type into when readonly, and is sent', async () => {
    const { form, field } = await pageWith(one, 'readonly');

    expect(field.renderRoot.querySelector('input, select, textarea')).toBeNull();
    expect(entry(form)).toBe(one.entry);
  });
});

let listening = new AbortController();
afterEach(() => {
  listening.abort();
  listening = new AbortController();
});

describe('cobuild-field', () => {
  it('keeps the form from being sent and takes the focus, as a control of HTML does', async () => {
    const { form, field } = await pageWith({ schema: { type: 'string' }, value: undefined }, 'required');
    const sent = vi.fn((event: Event) => event.preventDefault());
    form.addEventListener('submit', sent);

    form.requestSubmit();

    expect(sent).not.toHaveBeenCalled();
    expect(field.validity.valueMissing).toBe(true);
    await vi.waitFor(() => expect(field.shadowRoot?.activeElement?.localName).toBe('input'));
    expect(find(field, '.field-error').textContent).toContain('问题');
  });

  it('leaves the focus where it is when the page only asks', async () => {
    const { form, field } = await pageWith({ schema: { type: 'string' }, value: undefined }, 'required');

    expect(form.checkValidity()).toBe(false);
    await field.updateComplete;

    expect(field.shadowRoot?.activeElement).toBeNull();
  });

  it('says nothing before the person leaves it', async () => {
    const { field } = await pageWith({ schema: { type: 'string' }, value: undefined }, 'required');

    field.focus();
    const before = field.renderRoot.querySelector('.field-error');
    await userEvent.tab();
    await field.updateComplete;

    expect(before).toBeNull();
    expect(find(field, '.field-error').textContent).toContain('问题');
  });

  it('goes to the chosen one of several', async () => {
    const { field } = await pageWith({ schema: { enum: ['a', 'b'] }, settings: { ...towns, widget: 'radio' }, value: 'b' });

    field.focus();

    expect(field.shadowRoot?.activeElement).toBe(find(field, 'input:checked'));
  });

  it('draws its own label where there is one, with help', async () => {
    const box = await mountMarkup('<cobuild-field label="村名" help="写全称。" required></cobuild-field>');
    const field = find<CobuildField>(box, 'cobuild-field');
    field.schema = { type: 'string' };
    await field.updateComplete;

    await expect.element(page.getByLabelText('村名')).toBeVisible();
    expect(find(field, 'input').getAttribute('aria-describedby')).toBe(find(field, '.help').id);
    expect(find(field, '.help').textContent).toBe('写全称。');
  });

  it('reads schema and answer from child scripts', async () => {
    const box = await mountMarkup('<form><cobuild-field name="town" label="镇"><script type="application/json" data-part="schema">{"type":"string"}</script><script type="application/json" data-part="value">"荷城"</script></cobuild-field></form>');

    expect(new FormData(find<HTMLFormElement>(box, 'form')).get('town')).toBe('荷城');
  });

  it('follows references inside its schema', async () => {
    const { field } = await pageWith({ schema: { $ref: '#/$defs/name', $defs: { name: { type: 'string', maxLength: 2 } } }, value: '三个字' });

    expect(find(field, 'input')).toBeInstanceOf(HTMLInputElement);
    expect(field.validity.customError).toBe(true);
  });

  it('shows a problem that the page knows of until the answer changes', async () => {
    const { field } = await pageWith({ schema: { type: 'string' }, value: '晴川村' });
    field.problems = [{ code: 'village/closed', severity: 'error', document: 'answers', pointer: '', params: {}, message: '该村本批次暂停申报。' }];
    await field.updateComplete;
    const before = [find(field, '.field-error').textContent, field.validity.valid];

    await userEvent.fill(find<HTMLInputElement>(field, 'input'), '杨梅村');

    expect(before).toEqual([expect.stringContaining('该村本批次暂停申报。'), false]);
    expect([field.renderRoot.querySelector('.field-error'), field.validity.valid]).toEqual([null, true]);
  });

  it('keeps what was typed when the question around it changes', async () => {
    const { field } = await pageWith({ schema: { type: 'string' }, value: undefined });
    await userEvent.fill(find<HTMLInputElement>(field, 'input'), '杨梅村');

    field.required = true;
    field.label = '村名';
    await field.updateComplete;

    expect(field.value).toBe('杨梅村');
    await expect.element(page.getByLabelText('村名')).toHaveValue('杨梅村');
  });
});
