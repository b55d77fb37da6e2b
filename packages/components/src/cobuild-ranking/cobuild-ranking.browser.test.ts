import type { Case } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { allocateBatch } from '@cobuild/rules';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { gaomingCase, gaomingDemo } from '../../../../.storybook/gaoming.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount, mountMarkup } from '../../test/mount.js';
import '../define/cobuild-ranking.js';
import type { CobuildRanking } from './cobuild-ranking.js';

const batchCase = (name: string): Case => gaomingCase(`cases/${name}.json`);
const three = ['05-thirteen-of-24', '06-approved', '09-quorum-exactly'].map(batchCase);
const show = (properties: Partial<CobuildRanking> = {}): Promise<CobuildRanking> => mount<CobuildRanking>('cobuild-ranking', { scheme: gaomingDemo, cases: three, batch: { pool: 100000 }, ...properties });

const words = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const rows = (element: CobuildRanking): string[] => Array.from(element.renderRoot.querySelectorAll('[part=projects] tbody > tr'), (row) => (row.classList.contains('line') ? '—' : `${words(row.querySelector('.place'))} ${words(row.querySelector('.award'))} ${words(row.querySelector('td:last-child > .tag'))}`));
const figures = (element: CobuildRanking): string[] => Array.from(element.renderRoot.querySelectorAll('.figures dd'), words);

beforeEach(() => page.viewport(1280, 900));

describe('cobuild-ranking', () => {
  it('lists the projects in the order of the money, with the funding line where it ends and those who wait behind it', async () => {
    const element = await show();

    expect(rows(element)).toEqual(['1 60,000.00 元 资助', '—', '2 0.00 元 候补第 1 位', '2 0.00 元 候补第 2 位']);
    expect(figures(element)).toEqual(['100,000.00 元', '60,000.00 元', '40,000.00 元', '1 / 3 项']);
  });

  it.each([
    [59_999.99, ['—', '0.00 元', '0.00 元', '0.00 元']],
    [60_000, ['60,000.00 元', '—', '0.00 元', '0.00 元']],
    [60_000.01, ['60,000.00 元', '—', '0.00 元', '0.00 元']],
  ])('draws the line below, at and above what the first project is due: %d', async (pool, awards) => {
    const element = await show({ batch: { pool } });

    expect(Array.from(element.renderRoot.querySelectorAll('[part=projects] tbody > tr'), (row) => (row.classList.contains('line') ? '—' : words(row.querySelector('.award'))))).toEqual(awards);
  });

  it('says of each award which limit decided', async () => {
    const element = await show();
    const why = find<HTMLDetailsElement>(element, 'tbody details');
    why.open = true;

    expect(words(why)).toContain('申请金额60,000.00 元（起作用的一项）');
    expect(why.querySelector('summary')?.getAttribute('aria-label')).toContain('的计算依据');
  });

  it('tells what put each project where it is', async () => {
    const element = await show();

    expect(words(find(element, 'tbody tr td:nth-child(3)'))).toMatch(/^\d+票$/);
  });

  it('keeps those that were not approved out of the order and says why', async () => {
    const element = await show({ cases: [...three, batchCase('07-exactly-half')] });

    expect(rows(element)).toHaveLength(4);
    expect(words(find(element, '[part=others] tbody'))).toContain('未通过');
  });

  it('names equals whose order decides before the results that hang on it', async () => {
    const [first] = three.slice(1);
    const element = await show({
      scheme: { ...gaomingDemo, allocation: { ...gaomingDemo.allocation, ties: [{ by: 'ask' }] } }, batch: { pool: 60_000 },
      cases: [{ ...(first as Case), id: 'a' }, { ...(first as Case), id: 'b' }],
    });

    expect(words(find(element, '[part=open]'))).toContain('还有事项未定');
    expect(rows(element).every((row) => row.includes('未定'))).toBe(true);
    expect(element.renderRoot.querySelector('tr.line')).toBeNull();
  });

  it('shows a result that was made elsewhere and gives no money itself', async () => {
    const result = allocateBatch(gaomingDemo, three, { calendar: chinaCalendar, pool: 500_000 });
    const element = await show({ batch: { pool: 1 }, result });

    expect(figures(element)[0]).toBe('500,000.00 元');
  });

  it('tells projects of the same name apart by their number', async () => {
    const [first] = three;
    const element = await show({ cases: [{ ...(first as Case), id: 'a' }, { ...(first as Case), id: 'b' }] });

    expect(Array.from(element.renderRoot.querySelectorAll('tbody .name'), words)).toEqual([expect.stringMatching(/（a）$/), expect.stringMatching(/（b）$/)]);
  });

  it('says which project was chosen', async () => {
    const element = await show();
    const heard: unknown[] = [];
    element.addEventListener('cobuild-open', (event) => heard.push((event as CustomEvent).detail));

    find<HTMLButtonElement>(element, 'tbody button').click();

    expect(heard).toEqual([{ id: '06-approved' }]);
  });

  it('reads scheme, cases and batch from child scripts', async () => {
    const script = (part: string, value: unknown): string => `<script type="application/json" data-part="${part}">${JSON.stringify(value).replace(/</g, '\\u003c')}</script>`;
    const box = await mountMarkup(`<cobuild-ranking>${script('scheme', gaomingDemo)}${script('cases', three)}${script('batch', { pool: 100000 })}</cobuild-ranking>`);

    expect(figures(find<CobuildRanking>(box, 'cobuild-ranking'))[1]).toBe('60,000.00 元');
  });

  it.each<[string, Partial<CobuildRanking>, string]>([
    ['nothing', { scheme: undefined, cases: [] }, '还没有可以排序的申请'],
    ['no money', { batch: undefined }, '还没有填写本批资金'],
    ['a batch without its money', { batch: { yearFund: 1 } as never }, '/pool'],
  ])('says what is missing: %s', async (_, properties, sentence) => {
    expect(words((await show(properties)).renderRoot as unknown as Element)).toContain(sentence);
  });

  it('leaves out a case of another shape, names it and ranks the others', async () => {
    const element = await show({ cases: [...three, { id: 'x' } as never] });

    expect(words(find(element, '[role=alert]'))).toContain('/3');
    expect(rows(element)).toHaveLength(4);
  });

  it.each<[string, Partial<CobuildRanking>]>([
    ['with a line', {}],
    ['in English', { lang: 'en' }],
    ['with others', { cases: [...three, batchCase('07-exactly-half'), batchCase('02-returned')] }],
  ])('has no accessibility violation and no inline style, on a desk and on a phone: %s', async (_, properties) => {
    const element = await show(properties);

    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element.renderRoot as ShadowRoot)).toEqual([]);
    await page.viewport(390, 800);
    expect(await axeViolations(element)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
