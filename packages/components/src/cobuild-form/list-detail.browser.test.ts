import { beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import '../define/cobuild-form.js';
import { axeViolations } from '../../test/axe.js';
import { listDetailForm, team } from '../../test/list-detail-form.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import { pointAt } from '../../test/point-at.js';
import type { CobuildForm } from './cobuild-form.js';

async function mountForm(properties: Partial<CobuildForm> = {}): Promise<CobuildForm> {
  const form = await mount<CobuildForm>('cobuild-form', { definition: listDetailForm, value: team, ...properties });
  await vi.waitFor(() => find(form, '.list-detail'));
  return form;
}

const all = (form: CobuildForm, selector: string): HTMLElement[] => Array.from(form.renderRoot.querySelectorAll<HTMLElement>(selector));
const names = (form: CobuildForm): string[] => all(form, '.detail-name').map(({ textContent }) => textContent);
const opened = (form: CobuildForm): (string | undefined)[] => all(form, '.detail .item').filter(({ hidden }) => !hidden).map(({ dataset }) => dataset['pointer']);
const current = (form: CobuildForm): string | undefined => form.renderRoot.querySelector('[aria-current]')?.querySelector('.detail-name')?.textContent;
const focused = (form: CobuildForm): Element | null => form.shadowRoot?.activeElement ?? null;
const entry = (form: CobuildForm, index: number): HTMLElement => all(form, '.detail-open')[index] as HTMLElement;
const isShown = (form: CobuildForm, selector: string): boolean => find(form, selector).getClientRects().length > 0;

beforeEach(() => page.viewport(1280, 900));

describe('a list beside its opened item', () => {
  it('names the items by their titles and opens the first', async () => {
    const form = await mountForm();

    expect([names(form), opened(form), current(form)]).toEqual([['张三 负责人', '李四 成员', '王五'], ['/people/0'], '张三 负责人']);
    expect([inlineStyles(form.renderRoot), await axeViolations(form)]).toEqual([[], []]);
  });

  it('stands at the side of the item on a desk', async () => {
    const form = await mountForm();
    const [list, item] = [find(form, '.detail-names').getBoundingClientRect(), find(form, '.detail').getBoundingClientRect()];

    expect([list.right < item.left, list.top === item.top, isShown(form, '.detail-back')]).toEqual([true, true, false]);
  });

  it('opens an item by its button, with the focus on its title', async () => {
    const form = await mountForm();
    await userEvent.click(entry(form, 1));

    expect([opened(form), current(form), focused(form)?.textContent]).toEqual([['/people/1'], '李四 成员', '团队成员 第 2 项（李四 成员）']);
  });

  it('is gone through by the arrow keys, and opened by Enter', async () => {
    const form = await mountForm();
    entry(form, 0).focus();
    const at: (string | undefined)[] = [];
    for (const key of ['{ArrowDown}', '{ArrowDown}', '{ArrowDown}', '{ArrowUp}', '{Home}', '{ArrowUp}', '{End}']) {
      await userEvent.keyboard(key);
      at.push(focused(form)?.querySelector('.position')?.textContent ?? undefined);
    }
    const before = opened(form);
    await userEvent.keyboard('{Enter}');

    expect(at).toEqual(['2', '3', '3', '2', '1', '1', '3']);
    expect([before, opened(form)]).toEqual([['/people/0'], ['/people/2']]);
  });

  it('follows what is typed into the title, and says the number while there is none', async () => {
    const form = await mountForm({ value: { people: [{}] } });
    const empty = names(form);
    await userEvent.fill(page.getByLabelText('姓名'), '赵六');

    expect([empty, names(form)]).toEqual([['第 1 项'], ['赵六']]);
  });

  it('opens a new item with the focus on its first question', async () => {
    const form = await mountForm();
    await userEvent.click(page.getByRole('button', { name: '添加团队成员' }));
    await vi.waitFor(() => expect(opened(form)).toEqual(['/people/3']));

    expect(focused(form)?.closest('[data-pointer]')?.getAttribute('data-pointer')).toBe('/people/3/name');
  });

  it('opens a copy, a moved item and the one after a removed one; a removal has its way back', async () => {
    const form = await mountForm();
    const people = (): unknown[] => (form.value['people'] as { name: string }[]).map(({ name }) => name);
    await userEvent.click(page.getByRole('button', { name: '复制团队成员第 1 项' }));
    const copied = [people(), opened(form)];
    await userEvent.click(page.getByRole('button', { name: /下移.*第 2 项|团队成员第 2 项.*下移/ }));
    const moved = [people(), opened(form)];
    await userEvent.click(page.getByRole('button', { name: /删除团队成员第 3 项/ }));
    const removed = [people(), opened(form)];
    await userEvent.click(find(form, '.removal button'));

    expect(copied).toEqual([['张三', '张三', '李四', '王五'], ['/people/1']]);
    expect(moved).toEqual([['张三', '李四', '张三', '王五'], ['/people/2']]);
    expect(removed).toEqual([['张三', '李四', '王五'], ['/people/2']]);
    expect(people()).toEqual(['张三', '李四', '张三', '王五']);
  });

  it('is put in another order by dragging a number', async () => {
    const form = await mountForm();
    const handle = entry(form, 0).querySelector('.position') as HTMLElement;
    const goal = entry(form, 2).getBoundingClientRect();
    handle.setPointerCapture = () => undefined;
    const press = (type: string, clientY: number): boolean => handle.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerId: 1, button: 0, clientY }));
    await pointAt(handle);
    press('pointerdown', handle.getBoundingClientRect().top);
    press('pointermove', goal.bottom - 2);
    const marked = all(form, '.drop-after').length;
    press('pointerup', goal.bottom - 2);
    await vi.waitFor(() => expect(opened(form)).toEqual(['/people/2']));

    expect([marked, names(form)]).toEqual([1, ['李四 成员', '王五', '张三 负责人']]);
  });

  it('opens the item of a problem, which the list marks and the summary names', async () => {
    const form = await mountForm({ value: { people: [{ name: '张三', phone: '13800138000' }, { name: '李四' }] } });
    form.submit();
    await form.updateComplete;
    const wrong = all(form, '.detail-open').map((button) => button.querySelector('.tab-wrong') !== null);
    const link = find(form, '[part=error-summary] a, [part=error-summary] button');
    const said = link.textContent.trim();
    await userEvent.click(link);
    await vi.waitFor(() => expect(opened(form)).toEqual(['/people/1']));

    expect([wrong, said.startsWith('团队成员第 2 项（李四）：')]).toEqual([[false, true], true]);
    expect(focused(form)?.closest('[data-pointer]')?.getAttribute('data-pointer')).toBe('/people/1/phone');
  });

  it('keeps the title in the summary right while it is changed', async () => {
    const form = await mountForm({ value: { people: [{ name: '李四' }] } });
    form.submit();
    form.model?.setValue('/people/0/name', '王五');
    await form.updateComplete;

    expect(find(form, '[part=error-summary]').textContent).toContain('第 1 项（王五）');
  });

  it('shows the list or the item on a phone, with a way back to where one was', async () => {
    await page.viewport(390, 800);
    const form = await mountForm();
    const parts = (): boolean[] => [isShown(form, '.detail-names'), isShown(form, '.detail')];
    const first = parts();
    await userEvent.click(entry(form, 1));
    const then = [...parts(), isShown(form, '.detail-back')];
    await userEvent.click(page.getByRole('button', { name: '返回团队成员列表' }));

    expect([first, then, parts()]).toEqual([[true, false], [false, true, true], [true, false]]);
    expect(focused(form)).toBe(entry(form, 1));
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });

  it('leads to the item of a problem on a phone', async () => {
    await page.viewport(390, 800);
    const form = await mountForm({ value: { people: [{ name: '张三', phone: '13800138000' }, { name: '李四' }] } });
    await form.focusField('/people/1/phone');

    expect([isShown(form, '.detail-names'), opened(form)]).toEqual([false, ['/people/1']]);
  });

  it('is printed with every item, without the list', async () => {
    const form = await mountForm();
    const media = async (name: string): Promise<void> => void (await (cdp() as unknown as { send(method: string, params: object): Promise<unknown> }).send('Emulation.setEmulatedMedia', { media: name }));
    await media('print');
    const printed = all(form, '.detail .item').map((item) => item.getClientRects().length > 0);
    const list = isShown(form, '.detail-names');
    await media('');

    expect([printed, list]).toEqual([[true, true, true], false]);
  });

  it('has the same ways to change it as cards: none where it cannot be changed', async () => {
    const form = await mountForm({ definition: { ...listDetailForm, schema: { ...listDetailForm.schema, properties: { people: { ...(listDetailForm.schema['properties'] as Record<string, object>)['people'], readOnly: true } } } } });
    await userEvent.click(entry(form, 2));

    expect([opened(form), all(form, '.item-actions, .add-item').length]).toEqual([['/people/2'], 0]);
  });

  it('is told item by item, under their titles, where the answers are read', async () => {
    const form = await mount<CobuildForm>('cobuild-form', { definition: listDetailForm, value: team, mode: 'read' });

    expect(all(form, '.answer-item > .item-title').map(({ textContent }) => textContent)).toEqual(['第 1 项（张三 负责人）', '第 2 项（李四 成员）', '第 3 项（王五）']);
  });
});
