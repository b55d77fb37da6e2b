import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../define/cobuild-form.js';
import { axeViolations } from '../../test/axe.js';
import { elementsLayout, projectAnswers } from '../../test/every-layout.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import type { CobuildForm } from './cobuild-form.js';

const mountForm = (properties: Partial<CobuildForm> = {}): Promise<CobuildForm> => mount<CobuildForm>('cobuild-form', { definition: elementsLayout, ...properties });
const field = (form: CobuildForm, pointer: string): HTMLElement => find(form, `[data-pointer="${pointer}"]`);
const has = (form: CobuildForm, selector: string): boolean => form.renderRoot.querySelector(selector) !== null;
const tabs = (form: CobuildForm): HTMLElement[] => Array.from(form.renderRoot.querySelectorAll<HTMLElement>('[role=tab]'));
const tab = (form: CobuildForm, name: string): HTMLElement => tabs(form).find(({ textContent }) => textContent.startsWith(name)) as HTMLElement;
const front = (form: CobuildForm): string[] => tabs(form).filter((each) => each.getAttribute('aria-selected') === 'true').map(({ firstChild }) => firstChild?.textContent ?? '');
const focused = (form: CobuildForm): Element | null => form.shadowRoot?.activeElement ?? null;
const tops = (form: CobuildForm, ...pointers: readonly string[]): number[] => pointers.map((pointer) => Math.round(field(form, pointer).getBoundingClientRect().top));

beforeEach(() => page.viewport(1280, 800));

describe('elements of a section', () => {
  it('stand beside each other in columns on a desk, and below each other on a phone', async () => {
    const form = await mountForm();
    const [contact, phone, town] = tops(form, '/contact', '/phone', '/town');
    await page.viewport(390, 800);
    const [above, middle, below] = tops(form, '/contact', '/phone', '/town') as [number, number, number];

    expect([phone, town]).toEqual([contact, contact]);
    expect(above < middle && middle < below).toBe(true);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });

  it('are a group under its heading for readers', async () => {
    await mountForm();

    await expect.element(page.getByRole('group', { name: '联系人' })).toBeVisible();
    await expect.element(page.getByRole('heading', { name: '联系人', level: 4 })).toBeVisible();
  });

  it('say a text while its condition holds', async () => {
    const form = await mountForm();
    const before = has(form, '.element-text');
    await userEvent.click(page.getByLabelText('文化活动'));

    expect([before, find(form, '.element-text').textContent]).toEqual([false, '文化活动类项目，请先向镇街文化站了解场地安排。']);
  });

  it('keep a text and the focus where another element beside them comes and goes', async () => {
    const form = await mountForm();
    const input = find(form, '[data-pointer="/projectName"] input');
    input.focus();
    form.model?.setValue('/kind', 'culture');
    await form.updateComplete;

    expect([focused(form), find(form, '[data-pointer="/projectName"] input')]).toEqual([input, input]);
  });
});

describe('tabs', () => {
  it('hold every question, of which those in front show', async () => {
    const form = await mountForm({ value: projectAnswers });

    expect(front(form)).toEqual(['理由']);
    expect(field(form, '/reason').getClientRects().length).toBe(1);
    expect(field(form, '/amount').getClientRects().length).toBe(0);
    expect(form.model?.submission()['amount']).toBe(12000);
  });

  it('turn by arrow keys, Home and End, with the focus, and take one stop of the Tab key', async () => {
    const form = await mountForm({ value: projectAnswers });
    tab(form, '理由').focus();
    const turned: string[][] = [];
    for (const key of ['{ArrowRight}', '{End}', '{ArrowRight}', '{ArrowLeft}', '{Home}']) {
      await userEvent.keyboard(key);
      turned.push([...front(form), focused(form)?.firstChild?.textContent ?? '']);
    }
    await userEvent.tab();

    expect(turned).toEqual([['资金', '资金'], ['计划', '计划'], ['理由', '理由'], ['计划', '计划'], ['理由', '理由']]);
    expect(focused(form)?.closest('[data-pointer]')?.getAttribute('data-pointer')).toBe('/reason');
  });

  it('go the other way with the arrow keys in right-to-left text', async () => {
    const form = await mountForm({ value: projectAnswers, dir: 'rtl' });
    tab(form, '理由').focus();
    await userEvent.keyboard('{ArrowLeft}');

    expect(front(form)).toEqual(['资金']);
  });

  it('say that they have a problem, and the summary leads into them', async () => {
    const form = await mountForm({ value: { ...projectAnswers, amount: undefined } });
    form.submit();
    await form.updateComplete;
    const told = tabs(form).map(({ textContent }) => textContent);
    await userEvent.click(page.getByRole('link', { name: '请填写申请金额' }));
    const at = [front(form), focused(form)?.closest('[data-pointer]')?.getAttribute('data-pointer')];
    await userEvent.fill(find(form, '[data-pointer="/amount"] input'), '100');

    expect([told, at]).toEqual([['理由', '资金有内容需要修改'], [['资金'], '/amount']]);
    expect(tab(form, '资金').textContent).toBe('资金');
  });

  it('come and go with their condition; where the one in front goes the first comes forward', async () => {
    const form = await mountForm({ value: projectAnswers });
    await userEvent.click(tab(form, '计划'));
    form.model?.setValue('/amount', 100);
    await form.updateComplete;

    expect(tabs(form).map(({ textContent }) => textContent)).toEqual(['理由', '资金']);
    expect([front(form), has(form, '[data-pointer="/plan"]')]).toEqual([['理由'], false]);
  });

  it.each([1280, 390])('have no inline style and no accessibility violation at %s px', async (width) => {
    await page.viewport(width, 800);
    const form = await mountForm({ value: { ...projectAnswers, reason: undefined } });
    form.submit();
    await form.updateComplete;

    expect([inlineStyles(form.renderRoot), await axeViolations(form)]).toEqual([[], []]);
  });

  it('are words of the language in use', async () => {
    const form = await mountForm({ lang: 'en', value: { ...projectAnswers, amount: undefined } });
    form.submit();
    await form.updateComplete;

    expect(tabs(form).map(({ textContent }) => textContent)).toEqual(['Reasons', 'Moneyneeds changes']);
  });
});
