import { LitElement } from 'lit';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../define/cobuild-form.js';
import { find, mountMarkup } from '../../test/mount.js';
import type { CobuildForm } from './cobuild-form.js';
import { lightPart } from './form-part.js';

const schema = JSON.stringify({ type: 'object', required: ['name'], properties: { name: { type: 'string', title: '村名' } } });
const part = (name: string, text: string): string => `<script type="application/json" data-part="${name}">${text}</script>`;

async function pageWith(value = '{"name":"晴川村"}'): Promise<{ form: HTMLFormElement; element: CobuildForm }> {
  const box = await mountMarkup(`<form><fieldset><cobuild-form name="application">${part('schema', schema)}${part('value', value)}</cobuild-form></fieldset></form>`);
  return { form: find<HTMLFormElement>(box, 'form'), element: find<CobuildForm>(box, 'cobuild-form') };
}
const entry = (form: HTMLFormElement): unknown => JSON.parse(new FormData(form).get('application') as string);

describe('cobuild-form where the browser has no ElementInternals', () => {
  const { attachInternals } = HTMLElement.prototype;

  beforeAll(() => lightPart.missing());

  beforeEach(() => {
    Object.defineProperty(LitElement.prototype, 'attachInternals', { configurable: true, value: undefined });
  });
  afterEach(() => {
    Reflect.deleteProperty(LitElement.prototype, 'attachInternals');
  });

  it('is drawn, and has no internals of the browser', async () => {
    const { element } = await pageWith();

    expect(HTMLElement.prototype.attachInternals).toBe(attachInternals);
    await expect.element(page.getByLabelText('村名')).toBeVisible();
    expect(element.validity.valid).toBe(true);
  });

  it('is one entry of the form, right in the tick of the event', async () => {
    const { form, element } = await pageWith();
    const seen: unknown[] = [];
    element.addEventListener('cobuild-input', () => seen.push(entry(form)));

    await userEvent.fill(page.getByLabelText('村名'), '杨梅村');

    expect(Array.from(new FormData(form).keys())).toEqual(['application']);
    expect(seen[seen.length - 1]).toEqual({ name: '杨梅村' });
  });

  it('keeps the form from being sent while an answer is wrong, and shows the list', async () => {
    const { form, element } = await pageWith('{}');
    const sent = vi.fn((event: Event) => event.preventDefault());
    form.addEventListener('submit', sent);

    form.requestSubmit();
    await vi.waitFor(() => expect(element.shadowRoot?.activeElement?.id).toBe('error-summary'));

    expect(sent).not.toHaveBeenCalled();
    expect(element.validity.customError).toBe(true);
    expect(element.validationMessage).toContain('村名');
  });

  it('goes back on a reset and is not sent from a disabled fieldset', async () => {
    const { form, element } = await pageWith();
    await userEvent.fill(page.getByLabelText('村名'), '别处');

    form.reset();
    await vi.waitFor(() => expect(element.value).toEqual({ name: '晴川村' }));
    find<HTMLFieldSetElement>(form, 'fieldset').disabled = true;
    await vi.waitFor(() => expect(find<HTMLInputElement>(element, 'input').matches(':disabled')).toBe(true));

    expect(new FormData(form).has('application')).toBe(false);
  });

  it('is named and led to by a label outside, and is no question while it is disabled', async () => {
    const { form, element } = await pageWith();
    element.id = 'light-answers';
    const label = document.createElement('label');
    label.htmlFor = 'light-answers';
    label.textContent = '申报内容';
    form.prepend(label);
    element.requestUpdate();
    await element.updateComplete;

    await userEvent.click(label);
    const focused = element.shadowRoot?.activeElement?.id;
    element.disabled = true;
    await element.updateComplete;

    expect(focused).toBe('f/name');
    expect([element.getAttribute('role'), element.getAttribute('aria-label'), element.labels]).toEqual(['group', '申报内容', [label]]);
    expect([element.willValidate, new FormData(form).has('application')]).toEqual([false, false]);
    element.disabled = false;
    await element.updateComplete;
    expect([element.willValidate, new FormData(form).has('application')]).toEqual([true, true]);
  });
});
