import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import '../define/cobuild-case-list.js';
import type { CaseSummary, CobuildCaseList } from './cobuild-case-list.js';

const item = (id: string, change: Partial<CaseSummary> = {}): CaseSummary => ({
  id, title: `项目${id}`, applicant: '和顺社区党委', stage: '镇街初审', status: 'open', statusText: '镇街初审中', updatedAt: `2026-03-0${id}T09:30:00+08:00`, ...change,
});
const three = [item('2'), item('1', { title: '红色讲师团', todo: '待办理' }), item('3', { status: 'returned', statusText: '退回补正' })];
const many = Array.from({ length: 9 }, (_, index) => item(String(index + 1), index === 4 ? { applicant: '石桥新村党总支' } : {}));

const mountList = (properties: Partial<CobuildCaseList> = {}): Promise<CobuildCaseList> => mount<CobuildCaseList>('cobuild-case-list', { heading: '本镇街的申请', cases: three, empty: '还没有申请。村（社区）提交后会出现在这里。', ...properties });
const titles = (list: CobuildCaseList): string[] => Array.from(list.shadowRoot?.querySelectorAll('tbody th') ?? [], (head) => head.textContent?.trim() ?? '');

beforeEach(() => page.viewport(1280, 800));

describe('cobuild-case-list', () => {
  it('shows the latest change first', async () => {
    expect(titles(await mountList())).toEqual(['项目3', '项目2', '红色讲师团']);
  });

  it('says what will appear and what to do first when there is nothing', async () => {
    const list = await mountList({ cases: [] });
    expect(find(list, '.table-empty').textContent).toBe('还没有申请。村（社区）提交后会出现在这里。');
  });

  it('tells which case was opened, also by keyboard', async () => {
    const list = await mountList();
    const opened: unknown[] = [];
    list.addEventListener('cobuild-open', (event) => opened.push((event as CustomEvent<unknown>).detail));
    await page.getByRole('button', { name: '红色讲师团' }).click();
    find(list, '.name').focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => opened).toEqual([{ id: '1' }, { id: '3' }]);
  });

  it('asks for a new case only where the host gave the button a label', async () => {
    const list = await mountList({ create: '新建申请' });
    const created: unknown[] = [];
    list.addEventListener('cobuild-create', (event) => created.push(event));
    await page.getByRole('button', { name: '新建申请' }).click();
    expect(created).toHaveLength(1);
    list.create = '';
    await list.updateComplete;
    expect(list.shadowRoot?.querySelector('.button')).toBeNull();
  });

  it('sorts by a column, and the other way round at the second press', async () => {
    const list = await mountList();
    await page.getByRole('button', { name: '项目，按此排序' }).click();
    const up = titles(list);
    await page.getByRole('button', { name: '项目，升序' }).click();
    expect(titles(list)).toEqual([...up].reverse());
    await expect.element(page.getByRole('button', { name: '项目，降序' })).toBeVisible();
  });

  it.each([[8, false], [9, true]])('with %i cases it has a search field: %s', async (count, has) => {
    const list = await mountList({ cases: many.slice(0, count) });
    expect(list.shadowRoot?.querySelector('[type=search]') !== null).toBe(has);
  });

  it('finds by title and organisation, and tells how many', async () => {
    const list = await mountList({ cases: many });
    await userEvent.fill(page.getByRole('searchbox', { name: '查找项目或单位' }), '石桥');
    await list.updateComplete;
    expect(titles(list)).toEqual(['项目5']);
    expect(find(list, '[role=status]').textContent).toBe('找到1项');
    await userEvent.fill(page.getByRole('searchbox', { name: '查找项目或单位' }), '没有这个');
    expect(find(list, '.table-empty').textContent).toContain('没有符合条件的项目');
  });

  it('hides the column of organisations where there is none to tell', async () => {
    const list = await mountList({ cases: three.map((one) => ({ ...one, applicant: '' })) });
    expect(list.shadowRoot?.querySelectorAll('thead th')).toHaveLength(3);
  });

  it('on a phone is sorted by a list to choose from, and no hidden button takes focus', async () => {
    await page.viewport(390, 800);
    const list = await mountList();
    await page.getByRole('combobox', { name: '排序方式' }).selectOptions('title');
    await list.updateComplete;
    expect(titles(list)[0]).not.toBe('项目3');
    expect(Array.from(list.shadowRoot?.querySelectorAll('.sort') ?? []).every((button) => getComputedStyle(button).display === 'none')).toBe(true);
    expect(list.scrollWidth).toBeLessThanOrEqual(list.clientWidth);
  });

  it.each([['zh-CN', 1280], ['en', 390]])('has no accessibility violation and no inline style (%s, %i pixels)', async (lang, width) => {
    await page.viewport(width, 800);
    for (const cases of [[], three, many]) {
      const list = await mountList({ lang, cases, create: '新建申请' });
      expect(await axeViolations(list)).toEqual([]);
      expect(inlineStyles(list.renderRoot)).toEqual([]);
    }
  });
});
