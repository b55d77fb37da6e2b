import type { CountedCase } from '@cobuild/rules';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { exampleScheme, nanhaiMatters } from '../../../../.storybook/examples.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import type { CobuildExportDetail } from '../cobuild-register/cobuild-register.js';
import '../define/cobuild-statistics.js';
import type { CobuildStatistics } from './cobuild-statistics.js';

const scheme = exampleScheme('nanhai-matters-demo');
const matters = nanhaiMatters();
const settings = { rows: { by: 'answer' as const, pointer: '/category' }, columns: { by: 'period' as const, every: 'halfYear' as const } };
const show = (properties: Partial<CobuildStatistics> = {}): Promise<CobuildStatistics> => mount<CobuildStatistics>('cobuild-statistics', { scheme, cases: matters, settings, ...properties });
const words = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const table = (element: CobuildStatistics): string[][] => Array.from(element.renderRoot.querySelectorAll('tbody tr'), (row) => Array.from(row.children, words));
const choose = async (element: CobuildStatistics, label: string, value: string): Promise<void> => {
  const select = Array.from(element.renderRoot.querySelectorAll('label')).find((each) => words(each.querySelector('span')) === label)?.querySelector('select');
  if (!select) throw new Error(`No choice ${label}`);
  await userEvent.selectOptions(select, value);
  await element.updateComplete;
};

beforeEach(() => page.viewport(1280, 900));

describe('cobuild-statistics', () => {
  it('row 100: rebuilds the two lines of N11: 1,790 matters with 580 million yuan, 957 payouts with 4.2 billion', async () => {
    const element = await show({ settings: { rows: { by: 'answer', pointer: '/category' } } });
    const [projects, assets, payouts, total] = ['重大项目实施', '集体资产管理', 'payouts', '合计'].map((title) => table(element).find(([name]) => name === title));
    const count = (row: readonly string[] | undefined, column: number): number => Number((row?.[column] ?? '').replace(/[^\d.]/g, ''));

    expect(count(projects, 1) + count(assets, 1)).toBe(1790);
    expect(Math.round((count(projects, 2) + count(assets, 2)) * 100)).toBe(580_000_000 * 100);
    expect(payouts?.slice(1)).toEqual(['957', '4,200,000,000.00 元']);
    expect(total?.slice(1)).toEqual(['2,747', '4,780,000,000.00 元']);
  });

  it('shows the same figures as totals, as a chart and as a table', async () => {
    const element = await show();
    expect(Array.from(element.renderRoot.querySelectorAll('.figures dd'), words)).toEqual(['2,747', '4,780,000,000.00 元']);
    const drawing = find(element, '[part=chart] svg');
    expect(drawing.getAttribute('aria-label')).toBe('件数，按事权类别分；同样的数列在下面的表里');
    expect(words(drawing)).toContain('957');
    expect(Array.from(element.renderRoot.querySelectorAll('thead th'), words)).toEqual(['事权类别', '2019年上半年', '合计']);
  });

  it('counts what was filled in at later stages and what was in time, with no more of a review than its answers', async () => {
    const wishes = exampleScheme('yangjiang-wishes-demo');
    const wish = (id: string, rating: number, timeliness: 'inTime' | 'late'): CountedCase => ({ id, submittedAt: '2026-03-02T09:00:00+08:00', applicant: { id: 'r' }, answers: {}, stage: 'rate', status: 'ended', end: 'approved', timeliness, reviews: [{ stage: 'rate', answers: { rating } }] });
    const element = await mount<CobuildStatistics>('cobuild-statistics', { scheme: wishes, cases: [wish('a', 5, 'inTime'), wish('b', 5, 'late'), wish('c', 3, 'inTime')], settings: { rows: { by: 'timeliness' } } });
    expect(element.renderRoot.querySelector('.document-problems')).toBeNull();
    expect(table(element).map(([name, count]) => [name, count])).toEqual([['没有超期', '2'], ['超过期限', '1'], ['合计', '3']]);
    await choose(element, '按什么分行', 'review:rate:/rating');
    expect(table(element).map(([name, count]) => [name, count])).toEqual([['3', '1'], ['5', '2'], ['合计', '3']]);
    expect(await axeViolations(element)).toEqual([]);
  });

  it.each(['zh-CN', 'en'])('offers no two ways under one name: a question called like the level of those who applied counts the same, %s', async (lang) => {
    const qianjiang = exampleScheme('qianjiang-innovation-demo');
    const of = (town: string): CountedCase => ({ id: town, submittedAt: '2026-03-02T09:00:00+08:00', applicant: { id: town, town }, answers: { homeUnit: town } });
    const element = await mount<CobuildStatistics>('cobuild-statistics', { lang, scheme: qianjiang, cases: [of('unit-01'), of('unit-02')], settings: { rows: { by: 'town' } } });
    const names = Array.from(find(element, 'select').querySelectorAll('option'), words);
    expect(names.filter((name) => name === (lang === 'en' ? 'Statistical home unit' : '党内统计归口单位'))).toHaveLength(1);
    expect(new Set(names).size).toBe(names.length);
  });

  it('tells cases apart otherwise on demand, and draws another figure', async () => {
    const element = await show();
    await choose(element, '按什么分行', 'town');
    await choose(element, '按什么分列', 'answer:/category');
    await choose(element, '图上画', 'amount');

    expect(table(element).map(([name]) => name)).toEqual(['桂城街道', '九江镇', '西樵镇', '丹灶镇', '狮山镇', '大沥镇', '里水镇', '合计']);
    expect(table(element)[0]?.[4]).toMatch(/元$/);
    expect(words(find(element, '.legend'))).toContain('集体资产管理');
  });

  it('draws lines over time', async () => {
    const element = await show({ settings: { rows: { by: 'period', every: 'month' } } });

    expect(element.renderRoot.querySelectorAll('[part=chart] line.stroke').length).toBe(5);
    expect(element.renderRoot.querySelectorAll('[part=chart] circle').length).toBe(6);
  });

  it('counts a time only, both days included', async () => {
    const element = await show({ settings: { rows: { by: 'period', every: 'month' } } });
    const [from, until] = Array.from(element.renderRoot.querySelectorAll<HTMLInputElement>('input[type=date]'));
    await userEvent.fill(from as HTMLInputElement, '2019-02-15');
    await userEvent.fill(until as HTMLInputElement, '2019-03-15');
    await userEvent.tab();
    await expect.poll(() => table(element).map(([name]) => name)).toEqual(['2019年2月', '2019年3月', '合计']);

    await userEvent.fill(until as HTMLInputElement, '2019-02-14');
    await userEvent.tab();
    await expect.poll(() => words(element.renderRoot.querySelector('[role=alert]'))).toContain('不能晚于');
  });

  it('says of how many cases the amount is not known', async () => {
    const [first] = matters;
    const element = await show({ cases: [...matters.slice(0, 3), { ...(first as CountedCase), id: 'x', answers: { category: 'personnel' } }] });

    expect(words(find(element, '.notice-box'))).toContain('有1件没有填写“涉及金额”，不在合计内。');
  });

  it('hands out a sheet with every figure, as CSV and for Excel', async () => {
    const element = await show({ excel: true, heading: '半年统计' });
    const files: CobuildExportDetail[] = [];
    element.addEventListener('cobuild-export', (event) => {
      event.preventDefault();
      files.push((event).detail);
    });
    for (const each of Array.from(element.renderRoot.querySelectorAll<HTMLButtonElement>('.actions button')).slice(0, 2)) each.click();

    expect(files.map(({ format, name }) => [format, name])).toEqual([['csv', '半年统计'], ['xlsx', '半年统计']]);
    expect(files[0]?.sheet[0]).toEqual(['', '2019年上半年 件数', '2019年上半年 涉及金额（元）', '合计 件数', '合计 涉及金额（元）']);
  });

  it('says what will stand there, and that nothing is in a time', async () => {
    expect(words(find(await show({ cases: [] }), '.table-empty'))).toContain('还没有可以统计的内容');
    expect(words(find(await show({ settings: { from: '2030-01-01' } }), '.table-empty'))).toContain('这段时间里没有');
  });

  it.each<[string, Partial<CobuildStatistics>]>([['bars', {}], ['lines', { settings: { rows: { by: 'period', every: 'month' }, columns: { by: 'answer', pointer: '/category' } } }], ['in English', { lang: 'en' }]])('has no accessibility violation and no inline style, on a desk and on a phone: %s', async (_, properties) => {
    const element = await show(properties);

    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element.renderRoot)).toEqual([]);
    await page.viewport(390, 800);
    expect(await axeViolations(element)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
