import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../define/cobuild-form.js';
import { accessible } from '../../test/accessible.js';
import { find, mountMarkup } from '../../test/mount.js';
import type { CobuildForm } from './cobuild-form.js';

const schema = JSON.stringify({ type: 'object', required: ['name'], properties: { name: { type: 'string', title: '村名' }, note: { type: 'string', title: '备注' } } });
const part = (name: string, text: string): string => `<script type="application/json" data-part="${name}">${text}</script>`;

async function pageWith(inner = part('value', '{"name":"晴川村"}'), attributes = ''): Promise<{ form: HTMLFormElement; element: CobuildForm }> {
  const box = await mountMarkup(`<form><fieldset><cobuild-form name="application" ${attributes}>${part('schema', schema)}${inner}</cobuild-form></fieldset></form>`);
  return { form: find<HTMLFormElement>(box, 'form'), element: find<CobuildForm>(box, 'cobuild-form') };
}
const entry = (form: HTMLFormElement): unknown => JSON.parse(new FormData(form).get('application') as string);

describe('cobuild-form in a native form', () => {
  it('is one entry with the answers as JSON, from child scripts alone', async () => {
    const { form } = await pageWith();

    expect(Array.from(new FormData(form).keys())).toEqual(['application']);
    expect(entry(form)).toEqual({ name: '晴川村' });
  });

  it('has the new answer in the tick of the event', async () => {
    const { form, element } = await pageWith();
    const seen: unknown[] = [];
    element.addEventListener('cobuild-input', () => seen.push(entry(form)));

    await userEvent.fill(page.getByLabelText('备注'), '急');

    expect(seen[seen.length - 1]).toEqual({ name: '晴川村', note: '急' });
  });

  it('goes back to what the host set on a reset', async () => {
    const { form, element } = await pageWith();
    element.value = { name: '杨梅村' };
    await userEvent.fill(page.getByLabelText('村名'), '别处');

    form.reset();
    await element.updateComplete;

    expect(entry(form)).toEqual({ name: '杨梅村' });
    expect(find<HTMLInputElement>(element, 'input').value).toBe('杨梅村');
  });

  it('cannot be typed into and is not submitted in a disabled fieldset', async () => {
    const { form, element } = await pageWith();

    find<HTMLFieldSetElement>(form, 'fieldset').disabled = true;
    await element.updateComplete;

    expect(new FormData(form).has('application')).toBe(false);
    expect(find<HTMLInputElement>(element, 'input').matches(':disabled')).toBe(true);
  });

  it('keeps the form from being sent while an answer is wrong, and shows the list', async () => {
    const { form, element } = await pageWith('');
    const sent = vi.fn((event: Event) => event.preventDefault());
    form.addEventListener('submit', sent);

    form.requestSubmit();
    await vi.waitFor(() => expect(element.shadowRoot?.activeElement?.id).toBe('error-summary'));

    expect(sent).not.toHaveBeenCalled();
    expect(element.validity.customError).toBe(true);
    expect(element.validationMessage).toContain('村名');
  });

  it('checks quietly', async () => {
    const { element } = await pageWith('');

    const valid = element.checkValidity();
    await element.updateComplete;

    expect(valid).toBe(false);
    expect(element.renderRoot.querySelector('#error-summary')).toBeNull();
  });

  it('announces a submit once, whoever starts it, and a cancelled one is not sent', async () => {
    const { form, element } = await pageWith();
    const told = vi.fn();
    element.addEventListener('cobuild-submit', (event) => {
      told();
      if (told.mock.calls.length === 2) event.preventDefault();
    });
    const prevented: boolean[] = [];
    form.parentElement?.addEventListener('submit', (event) => {
      prevented.push(event.defaultPrevented);
      event.preventDefault();
    });

    element.submit();
    form.requestSubmit();

    expect(told).toHaveBeenCalledTimes(2);
    expect(prevented).toEqual([false, true]);
  });

  it('takes back a state that the browser kept, and leaves what a reset returns to', async () => {
    const { form, element } = await pageWith();

    element.formStateRestoreCallback('{"name":"旧稿","gone":1,"__proto__":{"x":1}}');
    const restored = entry(form);
    form.reset();

    expect(restored).toEqual({ name: '旧稿' });
    expect(entry(form)).toEqual({ name: '晴川村' });
  });

  it('takes it back also where the page says only later which form it is, and over the answers that it gives with it', async () => {
    const form = document.createElement('form');
    form.innerHTML = '<cobuild-form name="application"></cobuild-form>';
    document.body.append(form);
    const element = find<CobuildForm>(form, 'cobuild-form');
    await element.updateComplete;

    element.formStateRestoreCallback('{"name":"旧稿"}');
    Object.assign(element, { schema: JSON.parse(schema) as unknown, value: { name: '晴川村' } });
    await element.updateComplete;
    const restored = [entry(form), find<HTMLInputElement>(element, 'input').value];
    element.value = { name: '杨梅村' };
    const replaced = entry(form);
    form.remove();

    expect(restored).toEqual([{ name: '旧稿' }, '旧稿']);
    expect(replaced).toEqual({ name: '杨梅村' });
  });

  it.each(['not json', '[]', '"text"', 'null'])('ignores a kept state that is %s', async (state) => {
    const { form, element } = await pageWith();

    element.formStateRestoreCallback(state);

    expect(entry(form)).toEqual({ name: '晴川村' });
  });

  it('shows broken JSON as a problem and goes on', async () => {
    const { element } = await pageWith(part('value', '{"name":'));

    expect(find(element, '[role=alert]').textContent).toContain('data-part="value"');
    await expect.element(page.getByLabelText('村名')).toBeVisible();
  });

  it('reads scripts that come after the element', async () => {
    const { element } = await pageWith('');
    const script = document.createElement('script');
    script.type = 'application/json';
    script.dataset['part'] = 'value';
    script.textContent = '{"name":"后到"}';

    element.append(script);

    await vi.waitFor(() => expect(element.value).toEqual({ name: '后到' }));
  });

  it('takes the focus to its first question by a label outside', async () => {
    const { form, element } = await pageWith();
    element.id = 'answers';
    const label = document.createElement('label');
    label.htmlFor = 'answers';
    label.textContent = '申报内容';
    form.prepend(label);

    await userEvent.click(label);

    expect(element.shadowRoot?.activeElement?.id).toBe('f/name');
  });

  it('is named for readers by the label outside, as a group', async () => {
    const { form, element } = await pageWith();
    element.id = 'named-answers';
    const label = document.createElement('label');
    label.htmlFor = 'named-answers';
    label.textContent = '申报内容';
    form.prepend(label);

    const { role, name } = await accessible('#named-answers');

    expect(element.labels).toEqual([label]);
    expect([role, name]).toEqual(['group', '申报内容']);
  });

  it('tells what a control of HTML tells', async () => {
    const { form, element } = await pageWith('');
    const asked = [element.type, element.willValidate, element.validity.valid, element.validationMessage.includes('村名'), element.form === form];

    find<HTMLFieldSetElement>(form, 'fieldset').disabled = true;
    await element.updateComplete;

    expect(asked).toEqual(['cobuild-form', true, false, true, true]);
    expect(element.willValidate).toBe(false);
  });

  it('does not count as a question while its own attribute disables it', async () => {
    const { form, element } = await pageWith('', 'disabled');

    expect([element.willValidate, new FormData(form).has('application'), find<HTMLInputElement>(element, 'input').matches(':disabled')]).toEqual([false, false, true]);
  });

  it('shows the list of problems and answers false when it is asked to report', async () => {
    const { element } = await pageWith('');

    const answer = element.reportValidity();
    await vi.waitFor(() => expect(element.shadowRoot?.activeElement?.id).toBe('error-summary'));

    expect(answer).toBe(false);
    expect(find(element, '#error-summary').textContent).toContain('村名');
  });

  it('takes a problem that the page knows of, and is right again once the answer changed', async () => {
    const { element } = await pageWith();
    element.problems = [{ code: 'village/closed', severity: 'error', document: 'answers', pointer: '/name', params: {}, message: '该村本批次暂停申报。' }];
    await element.updateComplete;
    const before = [element.validity.valid, element.validationMessage];

    await userEvent.fill(page.getByLabelText('村名'), '杨梅村');

    expect(before).toEqual([false, '该村本批次暂停申报。']);
    expect([element.validity.valid, element.validationMessage]).toEqual([true, '']);
  });

  it('shares neither radio buttons nor what its labels lead to with a second form of the page', async () => {
    const choice = JSON.stringify({ type: 'object', properties: { kind: { title: '类别', enum: ['服务', '志愿'] } } });
    const one = (name: string): string => `<cobuild-form name="${name}">${part('schema', choice)}</cobuild-form>`;
    const box = await mountMarkup(`<form>${one('first')}${one('second')}</form>`);
    const [first, second] = Array.from(box.querySelectorAll<CobuildForm>('cobuild-form')) as [CobuildForm, CobuildForm];

    find<HTMLElement>(first, 'label:first-of-type').click();
    find<HTMLElement>(second, 'label:last-of-type').click();

    expect([first.value, second.value]).toEqual([{ kind: '服务' }, { kind: '志愿' }]);
    expect([first, second].map((form) => find(form, 'input:checked').closest('label')?.textContent?.trim())).toEqual(['服务', '志愿']);
  });

  it('prefers the property to the script', async () => {
    const { element } = await pageWith();

    element.value = { name: '属性' };
    await element.updateComplete;

    expect(element.value).toEqual({ name: '属性' });
  });
});
