import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../define/cobuild-form.js';
import type { CobuildForm } from '../../../../cobuild-form/cobuild-form.js';
import { axeViolations } from '../../../../../test/axe.js';
import { fillByKeyboard } from '../../../../../test/by-keyboard.js';
import { everyRecord } from '../../../../../test/every-record.js';
import { find, inlineStyles } from '../../../../../test/mount.js';
import { mountRecord } from '../../../../../test/mount-record.js';

const rows = [
  { group: 'output', name: '受益户数', unit: '户', baseline: 40, target: 120, weight: 60 },
  { group: 'effect', name: '投诉', unit: '件', direction: 'atMost', baseline: 12, target: 3, weight: 40 },
];
const mountRows = (value: object = {}, properties: Partial<CobuildForm> = {}): Promise<CobuildForm> => mountRecord(everyRecord.indicators, value, properties);
const text = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const namesOf = (form: CobuildForm): readonly unknown[] => ((form.value['record'] ?? []) as readonly { name?: unknown }[]).map(({ name }) => name);
const press = (form: CobuildForm, action: string): void => find<HTMLButtonElement>(form, `[data-action="${action}"]`).click();

beforeEach(() => page.viewport(1280, 800));

describe('indicators', () => {
  it('are filled in by keyboard alone, with the sum of the weights as they are typed', async () => {
    const form = await mountRows();
    await fillByKeyboard(form, [['项目名称', '暖心服务站'], ['添加指标', '{Enter}']]);
    await userEvent.keyboard('{ArrowDown}');
    await fillByKeyboard(form, [['第1个指标：指标名称', '受益户数'], ['第1个指标：单位', '户'], ['第1个指标：现状', '40'], ['第1个指标：目标', '120'], ['第1个指标：权重', '60']]);
    const half = text(find(form, '.record-sum'));
    await fillByKeyboard(form, [['添加指标', '{Enter}']]);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await fillByKeyboard(form, [['第2个指标：指标名称', '投诉'], ['第2个指标：单位', '件'], ['第2个指标：要求', '不多于'], ['第2个指标：现状', '12'], ['第2个指标：目标', '3'], ['第2个指标：权重', '40']]);

    expect([half, text(find(form, '.record-sum'))]).toEqual(['权重合计60%，还差40%。', '权重合计100%。']);
    expect(form.value).toEqual({ projectName: '暖心服务站', record: rows });
    expect(form.model?.state.problems).toEqual([]);
    expect(form.submit()).toBe(true);
  }, 60_000);

  it('are copied, moved and removed, with a way back', async () => {
    const form = await mountRows(rows);

    press(form, 'copy-0');
    const copied = namesOf(form);
    press(form, 'down-1');
    const moved = namesOf(form);
    const focused = form.shadowRoot?.activeElement?.getAttribute('data-action');
    press(form, 'remove-0');
    const removed = namesOf(form);
    await userEvent.click(find(form, '.live .removal button'));

    expect([copied, moved, focused, removed, namesOf(form)]).toEqual([['受益户数', '受益户数', '投诉'], ['受益户数', '投诉', '受益户数'], 'up-2', ['投诉', '受益户数'], ['受益户数', '投诉', '受益户数']]);
  });

  it('tell a missing name at its cell, in the words of the summary, which leads there', async () => {
    const { name: _, ...nameless } = rows[0] as { name: string };
    const form = await mountRows([nameless, rows[1]]);
    form.submit();
    await form.focusErrors();
    const entry = find<HTMLButtonElement>(form, '#error-summary .link');

    entry.click();

    await expect.poll(() => form.shadowRoot?.activeElement?.id).toBe('f/record/0/name');
    expect(form.shadowRoot?.activeElement?.getAttribute('aria-invalid')).toBe('true');
    expect(text(form.shadowRoot?.activeElement?.closest('[data-cell]')?.querySelector('.field-error') ?? null)).toContain(text(entry));
  });

  it.each([
    ['not asked for', undefined, false],
    ['asked for', { actual: true }, true],
  ])('have a column for what was reached where it is %s', async (_, widgetOptions, isThere) => {
    const { '/record': record = {}, ...fields } = everyRecord.indicators.fields ?? {};
    const form = await mountRows(rows, { definition: { ...everyRecord.indicators, fields: { ...fields, '/record': { ...record, ...(widgetOptions ? { widgetOptions } : {}) } } } });

    expect(form.shadowRoot?.querySelector('[data-cell="/0/actual"]') !== null).toBe(isThere);
  });

  it.each([{}, [null, 3], [{ name: 4, target: 'x', direction: 'sideways', group: 'nowhere' }], 'x'])('draw %j', async (value) => {
    const form = await mountRows(value);

    expect(form.shadowRoot?.querySelector('.record button')).not.toBeNull();
  });

  it.each(['zh-CN', 'en'])('have no accessibility violation in %s, with everything wrong', async (lang) => {
    const form = await mountRows([{}, { ...rows[1], target: 'x', weight: 300 }], { lang });
    form.submit();
    await form.updateComplete;

    expect(await axeViolations(form)).toEqual([]);
    expect(inlineStyles(document.body)).toEqual([]);
  });

  it.each(['zh-CN', 'en'])('have whole words in the heads of their columns and room for numbers in %s', async (lang) => {
    const form = await mountRows([{ ...rows[0], baseline: 98000, target: 120000 }, rows[1] as object], { lang });
    const heads = Array.from(form.renderRoot.querySelectorAll('.indicators-table thead th'));
    const numbers = Array.from(form.renderRoot.querySelectorAll<HTMLInputElement>('.indicators-table input.number'));

    expect(heads.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(text)).toEqual([]);
    expect(numbers.map(({ value }) => value)).toContain('120,000');
    expect(numbers.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ value }) => value)).toEqual([]);
  });

  it.each(['zh-CN', 'en'])('stay inside 390 px in %s', async (lang) => {
    await page.viewport(390, 800);
    const form = await mountRows([{}, rows[1] as object], { lang });
    form.submit();
    await form.updateComplete;

    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    expect(form.shadowRoot?.querySelector('.record')?.scrollWidth).toBeLessThanOrEqual(390);
  });
});
