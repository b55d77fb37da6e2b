import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import '../define/cobuild-case-list.js';
import type { CaseSummary, CobuildBatchDetail, CobuildCaseList } from './cobuild-case-list.js';

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

  it('calls the names what the host says they are, in a register of people a member', async () => {
    const list = await mountList({ cases: many, nameLabel: '党员' });
    await expect.element(page.getByRole('searchbox', { name: '查找党员或单位' })).toBeVisible();
    expect(Array.from(list.shadowRoot?.querySelectorAll('tbody th') ?? [], (head) => head.getAttribute('data-label'))[0]).toBe('党员');
    await expect.element(page.getByRole('button', { name: '党员，按此排序' })).toBeVisible();
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

  describe('something for several lines at once', () => {
    const batch = { title: '批量分派评审', action: '分派所选项目', choice: { label: '分派给', options: [{ value: '', label: '按规则建议' }, { value: 'g2', label: '第二组' }] }, text: '理由' };
    const waiting = many.map((one, index) => (index < 4 ? { ...one, batch: '建议：第一组' } : one));
    const mountBatch = async (): Promise<{ list: CobuildCaseList; sent: CobuildBatchDetail[] }> => {
      const list = await mountList({ cases: waiting, batch });
      const sent: CobuildBatchDetail[] = [];
      list.addEventListener('cobuild-batch', (event) => sent.push((event as CustomEvent<CobuildBatchDetail>).detail));
      return { list, sent };
    };

    it('is offered only where the host says what, for lines that wait for it', async () => {
      const list = await mountList({ cases: waiting });
      expect(list.shadowRoot?.querySelectorAll('[type=checkbox]')).toHaveLength(0);
      expect((await mountList({ cases: many, batch })).shadowRoot?.querySelector('[part=batch]')).toBeNull();
      const { list: offered } = await mountBatch();
      expect(offered.shadowRoot?.querySelectorAll('tbody [type=checkbox]')).toHaveLength(4);
      // They stand first, each group in its order.
      expect(titles(offered)).toEqual(['项目4', '项目3', '项目2', '项目1', '项目9', '项目8', '项目7', '项目6', '项目5']);
    });

    it('sends the lines that are chosen with what was chosen and written', async () => {
      const { sent } = await mountBatch();
      expect((page.getByRole('button', { name: '分派所选项目' }).element() as HTMLButtonElement).disabled).toBe(true);
      await page.getByRole('checkbox', { name: '选择“项目2”' }).click();
      await page.getByRole('checkbox', { name: '选择“项目4”' }).click();
      await page.getByRole('combobox', { name: '分派给' }).selectOptions('g2');
      await userEvent.fill(page.getByRole('textbox', { name: '理由' }), ' 离得近 ');
      await page.getByRole('button', { name: '分派所选项目' }).click();
      expect(sent).toEqual([{ ids: ['4', '2'], choice: 'g2', text: '离得近' }]);
    });

    it('chooses all that are shown: what the search leaves out is not sent', async () => {
      const { list, sent } = await mountBatch();
      await page.getByRole('checkbox', { name: '全选（4项）' }).click();
      await userEvent.fill(page.getByRole('searchbox', { name: '查找项目或单位' }), '项目3');
      await list.updateComplete;
      await page.getByRole('button', { name: '分派所选项目' }).click();
      expect(sent).toEqual([{ ids: ['3'], choice: '', text: '' }]);
    });

    it('sends nothing while an answer is awaited, and has no accessibility violation', async () => {
      const { list } = await mountBatch();
      await page.getByRole('checkbox', { name: '全选（4项）' }).click();
      list.busy = true;
      await list.updateComplete;
      expect((page.getByRole('button', { name: '分派所选项目' }).element() as HTMLButtonElement).disabled).toBe(true);
      expect(await axeViolations(list)).toEqual([]);
    });
  });

  it('shows ten cards at a time on a phone, all lines on a desk and on paper', async () => {
    const lines = Array.from({ length: 24 }, (_, index) => item(String(index + 10)));
    const list = await mountList({ cases: lines });
    const shown = (): number => Array.from(list.shadowRoot?.querySelectorAll<HTMLElement>('tbody tr') ?? []).filter(({ offsetHeight }) => offsetHeight > 0).length;
    expect([shown(), getComputedStyle(find(list, '.more-cards')).display]).toEqual([24, 'none']);
    await page.viewport(390, 800);
    expect(shown()).toBe(10);
    await page.getByRole('button', { name: '再显示10项（还有14项）' }).click();
    await list.updateComplete;
    expect(shown()).toBe(20);
    await page.getByRole('button', { name: '再显示4项（还有4项）' }).click();
    await list.updateComplete;
    expect([shown(), list.shadowRoot?.querySelector('.more-cards')]).toEqual([24, null]);
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
