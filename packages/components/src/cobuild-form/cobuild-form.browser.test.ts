import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../define/cobuild-form.js';
import { axeViolations } from '../../test/axe.js';
import { everyAnswer, everyWidget } from '../../test/every-widget.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import type { CobuildForm } from './cobuild-form.js';

const mountForm = (properties: Partial<CobuildForm> = {}): Promise<CobuildForm> => mount<CobuildForm>('cobuild-form', { definition: everyWidget, ...properties });

/** The box of a pointer, with what it says. */
const field = (form: CobuildForm, pointer: string): HTMLElement => find(form, `[data-pointer="${pointer}"]`);
const focused = (form: CobuildForm): Element | null => form.shadowRoot?.activeElement ?? null;

beforeEach(() => page.viewport(1280, 800));

describe('cobuild-form drawing', () => {
  it.each([
    ['/projectName', 'input[type=text]'],
    ['/background', 'textarea'],
    ['/households', 'input[inputmode=decimal]'],
    ['/amount', '.money input[inputmode=decimal]'],
    ['/startsOn', 'input[type=date]'],
    ['/town', 'select'],
    ['/kind', 'input[type=radio]'],
    ['/groups', 'input[type=checkbox]'],
    ['/newSite', '.choices.inline input[type=radio]'],
    ['/site', 'legend'],
    ['/partners', '.item'],
    ['/lines', 'table'],
    ['/total', 'output'],
    ['/pledge', '.confirmation input[type=checkbox]'],
  ])('draws %s as %s', async (pointer, selector) => {
    const form = await mountForm({ value: everyAnswer });

    expect(field(form, pointer).querySelector(selector)).not.toBeNull();
  });

  it('says of a field that it cannot draw where to turn', async () => {
    const form = await mountForm();

    expect(field(form, '/attachments').textContent).toContain('请联系受理窗口');
  });

  it.each(['项目名称', '背景', '受益户数', '申请金额', '开工日期', '所在镇街', '物业服务', '老年人', '地址', '以上内容属实', '支出内容（第 2 行）'])('labels the control of %s', async (label) => {
    await mountForm({ value: everyAnswer });
    const plain = label.replace(/（第 2 行）/, ' 第 2 行');

    await expect.element(page.getByLabelText(plain, { exact: false }).first()).toBeVisible();
  });

  it('marks what may stay empty and not what is required', async () => {
    const form = await mountForm();

    expect(field(form, '/background').querySelector('label')?.textContent).toContain('（选填）');
    expect(field(form, '/projectName').querySelector('label')?.textContent).not.toContain('（选填）');
  });

  it('tells that a field is invented, also to readers', async () => {
    const form = await mountForm();
    const described = find<HTMLTextAreaElement>(form, 'textarea').getAttribute('aria-describedby') ?? '';

    expect(field(form, '/background').querySelector('.provenance')?.textContent).toBe('虚构');
    expect(described.split(' ').map((id) => form.shadowRoot?.getElementById(id)?.textContent).join()).toContain('示范');
  });

  it('leaves an amount as typed until the person leaves, then groups it and writes it in capital numerals', async () => {
    const form = await mountForm({ value: everyAnswer });
    const input = find<HTMLInputElement>(form, '.money input');
    const before = input.value;

    await userEvent.fill(input, '1,2500');
    const typing = input.value;
    await userEvent.tab();
    await form.updateComplete;

    expect([before, typing, input.value]).toEqual(['12,000.00', '1,2500', '12,500.00']);
    expect(field(form, '/amount').textContent).toContain('壹万贰仟伍佰元整');
  });

  it('replaces an amount that was reached by Tab', async () => {
    const form = await mountForm({ value: everyAnswer });
    find<HTMLInputElement>(form, '[data-pointer="/households"] input').focus();

    await userEvent.tab();
    await form.updateComplete;
    await userEvent.keyboard('500');

    expect(form.value['amount']).toBe(500);
  });

  it('calculates while lines are filled in', async () => {
    const form = await mountForm({ value: everyAnswer });

    await userEvent.fill(page.getByLabelText('金额（元） 第 2 行'), '4,500.5');

    expect(field(form, '/total').querySelector('output')?.textContent).toContain('12,500.50');
  });

  it('keeps what is no number as typed, and says so', async () => {
    const form = await mountForm({ value: everyAnswer });
    const input = find<HTMLInputElement>(form, '[data-pointer="/households"] input');

    await userEvent.fill(input, '三十');
    await userEvent.tab();

    expect(input.value).toBe('三十');
    expect(field(form, '/households').querySelector('.field-error')?.textContent).toContain('受益户数');
  });

  it('counts characters as people do', async () => {
    const form = await mountForm({ value: { background: '𠮷祥' } });

    expect(field(form, '/background').querySelector('.count')?.textContent).toContain('2/200');
  });

  it('draws only what changed', async () => {
    const form = await mountForm({ value: everyAnswer });
    await userEvent.click(page.getByLabelText('项目名称'));
    const untouched = vi.fn();
    new MutationObserver(untouched).observe(field(form, '/site'), { subtree: true, childList: true, attributes: true, characterData: true });

    await userEvent.fill(page.getByLabelText('项目名称'), '居家安全');

    expect(untouched).not.toHaveBeenCalled();
  });

  it('draws a bare schema', async () => {
    await mount<CobuildForm>('cobuild-form', { schema: { type: 'object', properties: { name: { type: 'string', title: '村名' } } } });

    await expect.element(page.getByLabelText('村名')).toBeVisible();
  });

  it('shows answers and nothing to type into when readonly', async () => {
    const form = await mountForm({ value: everyAnswer, readonly: true });

    expect(form.renderRoot.querySelector('input, select, textarea, button')).toBeNull();
    expect(form.renderRoot.textContent).toContain('12,000.00 元');
    expect(form.renderRoot.textContent).toContain('2026年3月5日');
  });

  it('draws texts as text', async () => {
    const text = '<img src=x onerror=alert(1)>';
    const form = await mountForm({ value: { ...everyAnswer, projectName: text }, readonly: true });

    expect(form.renderRoot.querySelector('img')).toBeNull();
    expect(form.renderRoot.textContent).toContain(text);
  });

  it('speaks the language of the nearest ancestor and changes with it', async () => {
    const form = await mountForm();
    const before = field(form, '/projectName').textContent ?? '';

    form.lang = 'en';
    await vi.waitFor(() => expect(field(form, '/projectName').textContent).toContain('Project name'));

    expect(before).toContain('项目名称');
    expect(find(form, '.actions').textContent).toContain('Submit');
  });

  it('shows what is wrong with a definition instead of throwing', async () => {
    const form = await mount<CobuildForm>('cobuild-form', { definition: 'nonsense' as never });

    expect(find(form, '[role=alert]').textContent).toContain('definition 的内容不完整或有误：应为对象');
  });

  it.each(['empty', 'filled', 'errors', 'readonly'])('has no inline style and no accessibility violation when %s', async (state) => {
    const form = await mountForm(state === 'empty' || state === 'errors' ? {} : { value: everyAnswer, readonly: state === 'readonly' });
    if (state === 'errors') form.submit();
    await form.updateComplete;

    expect(inlineStyles(form.renderRoot)).toEqual([]);
    expect(await axeViolations(form)).toEqual([]);
  });
});

describe('cobuild-form repeated groups', () => {
  const positions = (form: CobuildForm, pointer: string): unknown[] => (form.value[pointer] as { name?: string; subject?: string }[]).map((item) => item.subject ?? item.name);

  it('adds an item and focuses its first question', async () => {
    const form = await mountForm({ value: everyAnswer });

    await userEvent.click(page.getByRole('button', { name: '添加共建单位' }));
    await vi.waitFor(() => expect(focused(form)?.closest('[data-pointer]')?.getAttribute('data-pointer')).toBe('/partners/1/name'));

    expect(find(form, '[role=status]').textContent).toContain('已添加共建单位第 2 项');
  });

  it('removes an item, keeps the focus in the list, and brings it back', async () => {
    const form = await mountForm({ value: everyAnswer });

    await userEvent.click(page.getByRole('button', { name: '删除预算明细第 1 项' }));
    await form.updateComplete;
    const after = positions(form, 'lines');
    await userEvent.click(page.getByRole('button', { name: '撤销' }));

    expect(after).toEqual(['书架']);
    expect(positions(form, 'lines')).toEqual(['桌椅', '书架']);
  });

  it('moves an item and the focus with it', async () => {
    const form = await mountForm({ value: { ...everyAnswer, lines: ['甲', '乙', '丙'].map((subject) => ({ subject, price: 1 })) } });

    await userEvent.click(page.getByRole('button', { name: '下移预算明细第 1 项' }));
    await vi.waitFor(() => expect(focused(form)?.getAttribute('aria-label')).toBe('下移预算明细第 2 项'));

    expect(positions(form, 'lines')).toEqual(['乙', '甲', '丙']);
  });

  it('offers no more items than are allowed and keeps the fewest', async () => {
    const line = { subject: '桌椅', price: 1 };
    const full = await mountForm({ value: { ...everyAnswer, lines: [line, line, line, line] } });
    const least = await mountForm({ value: { ...everyAnswer, lines: [line] } });

    expect(field(full, '/lines').querySelector('[data-action=add]')).toBeNull();
    expect(field(least, '/lines').querySelector<HTMLButtonElement>('[data-action=remove-0]')?.disabled).toBe(true);
  });
});

describe('cobuild-form steps', () => {
  it('shows one step at a time when paged and goes on only when it is right', async () => {
    const form = await mountForm({ paged: true, value: { ...everyAnswer, projectName: '' } });
    const next = page.getByRole('button', { name: '下一步' });

    await userEvent.click(next);
    await vi.waitFor(() => expect(focused(form)?.id).toBe('error-summary'));
    await userEvent.fill(page.getByLabelText('项目名称'), '站');
    await userEvent.click(next);
    await vi.waitFor(() => expect(focused(form)?.id).toBe('step-budget'));

    expect(find(form, '.step').textContent).toContain('第 2 步，共 2 步');
  });

  it('turns to the step of a problem', async () => {
    const form = await mountForm({ paged: true, value: { ...everyAnswer, pledge: undefined } });
    const turned = vi.fn();
    form.addEventListener('cobuild-step', (event) => {
      turned(event.detail.step);
    });

    await form.focusField('/pledge');

    expect(turned).toHaveBeenCalledWith('budget');
    expect(focused(form)?.closest('[data-pointer]')?.getAttribute('data-pointer')).toBe('/pledge');
  });
});
