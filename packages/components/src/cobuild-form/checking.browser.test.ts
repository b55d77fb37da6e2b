import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../define/cobuild-form.js';
import { everyAnswer, everyWidget } from '../../test/every-widget.js';
import { find, mount } from '../../test/mount.js';
import type { CobuildForm, CobuildFormDetail } from './cobuild-form.js';

const mountForm = (properties: Partial<CobuildForm> = {}): Promise<CobuildForm> => mount<CobuildForm>('cobuild-form', { definition: everyWidget, ...properties });

/** The box of a pointer, with what it says. */
const field = (form: CobuildForm, pointer: string): HTMLElement => find(form, `[data-pointer="${pointer}"]`);
const focused = (form: CobuildForm): Element | null => form.shadowRoot?.activeElement ?? null;

beforeEach(() => page.viewport(1280, 800));

describe('cobuild-form checking', () => {
  it('says nothing before the person leaves a field, and then what is missing', async () => {
    const form = await mountForm();
    const input = find<HTMLInputElement>(form, '[data-pointer="/projectName"] input');

    input.focus();
    await form.updateComplete;
    const before = input.getAttribute('aria-invalid');
    await userEvent.tab();
    await form.updateComplete;

    expect(before).toBeNull();
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const error = field(form, '/projectName').querySelector('.field-error');
    expect(error?.textContent).toContain('项目名称');
    expect(input.getAttribute('aria-describedby')?.split(' ')).toContain(error?.parentElement?.id);
  });

  it('mends the sentence while the person types once it is there', async () => {
    const form = await mountForm();
    const input = find<HTMLInputElement>(form, '[data-pointer="/projectName"] input');
    input.focus();
    await userEvent.tab();

    await userEvent.fill(input, '站');
    await form.updateComplete;

    expect(field(form, '/projectName').querySelector('.field-error')).toBeNull();
  });

  it('does not say that a choice is missing while the focus goes from one to the next', async () => {
    const form = await mountForm();
    const [first, second] = Array.from(field(form, '/groups').querySelectorAll('input'));

    first?.focus();
    second?.focus();
    await form.updateComplete;

    expect(field(form, '/groups').querySelector('.field-error')).toBeNull();
  });

  it('gives the list of problems focus after a submit, with one entry each', async () => {
    const form = await mountForm();
    const submitted = vi.fn();
    form.addEventListener('cobuild-submit', submitted);

    await userEvent.click(page.getByRole('button', { name: '提交' }));
    await vi.waitFor(() => expect(focused(form)?.id).toBe('error-summary'));

    const count = form.model?.state.summary.length ?? 0;
    expect(find(form, '#error-summary h2').textContent).toContain(`有 ${count} 处`);
    expect(form.renderRoot.querySelectorAll('#error-summary li')).toHaveLength(count);
    expect(submitted).not.toHaveBeenCalled();
  });

  it.each([
    ['项目名称', '/projectName', 'input'],
    ['类别', '/kind', 'input'],
    ['服务对象', '/groups', 'input'],
    ['预算明细', '/lines', 'button'],
  ])('links the entry about %s to its field', async (label, pointer, selector) => {
    const form = await mountForm();
    form.submit();
    await form.updateComplete;
    const entry = Array.from(form.renderRoot.querySelectorAll<HTMLButtonElement>('#error-summary .link')).find((link) => link.textContent?.includes(label));

    entry?.click();
    await vi.waitFor(() => expect(focused(form)?.closest('[data-pointer]')?.getAttribute('data-pointer')).toBe(pointer));

    expect(focused(form)?.matches(selector)).toBe(true);
  });

  it('takes an entry out of the list when the answer is mended', async () => {
    const form = await mountForm();
    form.submit();
    await form.updateComplete;
    const before = form.renderRoot.querySelectorAll('#error-summary li').length;

    await userEvent.fill(page.getByLabelText('项目名称'), '站');
    await form.updateComplete;

    expect(form.renderRoot.querySelectorAll('#error-summary li')).toHaveLength(before - 1);
  });

  it('names the row in an entry about a repeated group', async () => {
    const form = await mountForm({ value: { ...everyAnswer, lines: [{ subject: '桌椅', price: 1 }, { price: 2 }] } });

    form.submit();
    await form.updateComplete;

    expect(find(form, '#error-summary li').textContent).toContain('预算明细第 2 项');
  });

  it.each([
    ['zh-CN', '预算明细第 2 项：请填写支出内容'],
    ['en', 'Budget lines 2: Enter “Subject”'],
  ] as const)('names the row once, in %s', async (lang, sentence) => {
    const form = await mountForm({ lang, value: { ...everyAnswer, lines: [{ subject: '桌椅', price: 1 }, { price: 2 }] } });

    form.submit();
    await form.updateComplete;

    expect(find(form, '#error-summary li').textContent.trim()).toBe(sentence);
  });

  it('lets the click on a button through although the field that is left gets an error', async () => {
    const form = await mountForm({ value: { ...everyAnswer, projectName: '' } });
    const submit = vi.spyOn(form, 'submit');
    find<HTMLInputElement>(form, '[data-pointer="/projectName"] input').focus();

    await userEvent.click(page.getByRole('button', { name: '提交' }));

    expect(submit).toHaveBeenCalledOnce();
  });

  it('hands over complete answers, and the host may cancel', async () => {
    const form = await mountForm({ value: everyAnswer });
    const details: CobuildFormDetail[] = [];
    form.addEventListener('cobuild-submit', (event) => {
      details.push(event.detail);
      event.preventDefault();
    });

    const went = form.submit();

    expect(went).toBe(false);
    expect(details[0]?.value).toMatchObject({ projectName: '暖心服务站', total: 12000 });
    expect(details[0]?.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  });

  it('shows problems from outside until the answer changes', async () => {
    const form = await mountForm({ value: everyAnswer });
    form.problems = [{ code: 'server/duplicate', severity: 'error', document: 'answers', pointer: '/projectName', params: {}, message: '已有同名项目' }];
    await form.updateComplete;
    const shown = field(form, '/projectName').textContent ?? '';

    await userEvent.fill(page.getByLabelText('项目名称'), '暖心二站');
    await form.updateComplete;

    expect(shown).toContain('已有同名项目');
    expect(field(form, '/projectName').textContent).not.toContain('已有同名项目');
  });

  it('is silent when the host sets the value, and tells when the person changes it', async () => {
    const form = await mountForm();
    const told = vi.fn();
    form.addEventListener('cobuild-input', told);
    form.addEventListener('cobuild-change', told);

    form.value = everyAnswer;
    await form.updateComplete;
    const bySetting = told.mock.calls.length;
    await userEvent.selectOptions(page.getByLabelText('所在镇街'), '杨和');

    expect(bySetting).toBe(0);
    expect(told).toHaveBeenCalledTimes(2);
    expect(form.value['town']).toBe('yanghe');
  });
});

describe('a condition that takes the whole evaluator', () => {
  it('is there with the first drawing, and answers each key from then on', async () => {
    const people = { type: 'array', title: '人员', items: { type: 'object', properties: { age: { type: 'integer', title: '年龄' } } } };
    const definition = {
      id: 'people',
      title: { 'zh-CN': '人员' },
      schema: { type: 'object', properties: { people, guardian: { type: 'string', title: '监护人' } } },
      fields: { '/guardian': { visibleWhen: { fact: 'people', path: '$[*].age', operator: 'someFact:lessThan', value: 18 } } },
    };
    const form = await mount<CobuildForm>('cobuild-form', { definition, value: { people: [{ age: 40 }, { age: 17 }] } });
    const isAsked = (): boolean => form.renderRoot.querySelector('[data-pointer="/guardian"]') !== null;

    const before = isAsked();
    form.model?.setValue('/people/1/age', 18);
    const atEighteen = isAsked();
    form.model?.setValue('/people/0/age', 17);

    expect([before, atEighteen, isAsked()]).toEqual([true, false, true]);
  });
});
