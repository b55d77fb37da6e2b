import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../define/cobuild-form.js';
import { axeViolations } from '../../test/axe.js';
import { everyAnswer, everyWidget } from '../../test/every-widget.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import { pointAt } from '../../test/point-at.js';
import type { CobuildForm } from './cobuild-form.js';

const partners = [{ name: '社区卫生站' }, { name: '老年协会' }, { name: '物业公司' }];
const answers = { ...everyAnswer, partners };
const mountForm = (properties: Partial<CobuildForm> = {}): Promise<CobuildForm> => mount<CobuildForm>('cobuild-form', { definition: everyWidget, value: answers, ...properties });
const names = (form: CobuildForm): unknown[] => (form.value['partners'] as { name?: string }[]).map(({ name }) => name);
const focused = (form: CobuildForm): Element | null => form.shadowRoot?.activeElement ?? null;
const at = (form: CobuildForm): string | null | undefined => focused(form)?.closest('[data-pointer]')?.getAttribute('data-pointer');
const said = (form: CobuildForm): string => find(form, '[role=status]').textContent;
const drawn = (form: CobuildForm): string[] => Array.from(form.renderRoot.querySelectorAll<HTMLInputElement>('[data-pointer^="/partners/"] [data-pointer$="/name"] input, .field[data-pointer^="/partners/"][data-pointer$="/name"] input')).map(({ value }) => value);

beforeEach(() => page.viewport(1280, 900));

describe('an item of a list', () => {
  it('is copied after itself, with the focus on the copy and a way back', async () => {
    const form = await mountForm();
    await userEvent.click(page.getByRole('button', { name: '复制共建单位第 1 项' }));
    await form.updateComplete;
    const copied = [names(form), at(form), said(form)];
    await userEvent.click(find(form, '.removal button'));

    expect(copied).toEqual([['社区卫生站', '社区卫生站', '老年协会', '物业公司'], '/partners/1/name', '已复制为共建单位第 2 项。']);
    expect(names(form)).toEqual(['社区卫生站', '老年协会', '物业公司']);
  });

  it('and its copy are two: an answer that is changed in one stays in the other', async () => {
    const form = await mountForm();
    form.model?.copyItem('/partners', 0);
    form.model?.setValue('/partners/1/name', '文化站');

    expect(names(form)).toEqual(['社区卫生站', '文化站', '老年协会', '物业公司']);
  });

  it.each([
    [0, 2, ['老年协会', '物业公司', '社区卫生站']],
    [2, 0, ['物业公司', '社区卫生站', '老年协会']],
    [1, 1, ['社区卫生站', '老年协会', '物业公司']],
  ])('is dragged from place %s to %s by its title', async (from, to, wanted) => {
    const form = await mountForm();
    const cards = Array.from(form.renderRoot.querySelectorAll<HTMLElement>('[data-pointer="/partners"] .items > .item'));
    const handle = cards[from]?.querySelector('.item-title') as HTMLElement;
    const [start, goal] = [handle.getBoundingClientRect(), (cards[to] as HTMLElement).getBoundingClientRect()];
    const y = to > from ? goal.bottom - 4 : to < from ? goal.top + 4 : start.top + 12;
    const press = (type: string, clientY: number): boolean => handle.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerId: 1, button: 0, clientX: start.left + 5, clientY }));
    handle.setPointerCapture = () => undefined;
    await pointAt(handle);
    press('pointerdown', start.top + 4);
    press('pointermove', y);
    const marked = form.renderRoot.querySelectorAll('.drop-before, .drop-after').length;
    press('pointerup', y);
    await form.updateComplete;

    expect([names(form), drawn(form), marked]).toEqual([wanted, wanted, from === to ? 0 : 1]);
    expect(form.renderRoot.querySelectorAll('.dragged').length).toBe(0);
  });

  it('stays where it is when Escape ends the dragging', async () => {
    const form = await mountForm();
    const handle = find(form, '[data-pointer="/partners"] .item-title');
    handle.setPointerCapture = () => undefined;
    const press = (type: string, clientY: number): boolean => handle.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerId: 1, button: 0, clientY }));
    await pointAt(handle);
    press('pointerdown', 0);
    press('pointermove', 5000);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    press('pointerup', 5000);

    expect(names(form)).toEqual(['社区卫生站', '老年协会', '物业公司']);
  });
});

describe('undo and redo', () => {
  it('take back and make again what was done in any field, with the focus on it', async () => {
    const form = await mountForm({ undoButtons: true });
    await userEvent.click(page.getByLabelText('志愿服务'));
    form.model?.removeItem('/partners', 0);
    await form.updateComplete;
    const done = [form.value['kind'], names(form).length];
    await userEvent.click(page.getByRole('button', { name: '撤销', exact: true }).last());
    await form.updateComplete;
    const once = [form.value['kind'], names(form).length, at(form)];
    await userEvent.click(page.getByRole('button', { name: '撤销', exact: true }).last());
    await form.updateComplete;
    const twice = [form.value['kind'], at(form), said(form)];
    await userEvent.click(page.getByRole('button', { name: '重做', exact: true }));
    await form.updateComplete;

    expect([done, once]).toEqual([['volunteer', 2], ['volunteer', 3, '/partners/0/name']]);
    expect(twice).toEqual([everyAnswer['kind'], '/kind', '已撤销：类别。']);
    expect(form.value['kind']).toBe('volunteer');
  });

  it.each([
    ['{Control>}z{/Control}', '{Control>}{Shift>}z{/Shift}{/Control}'],
    ['{Control>}z{/Control}', '{Control>}y{/Control}'],
  ])('come by %s and %s where no text is being typed', async (undo, redo) => {
    const form = await mountForm();
    form.model?.setValue('/newSite', false);
    find(form, '[data-pointer="/kind"] input').focus();
    await userEvent.keyboard(undo);
    const undone = form.value['newSite'];
    find(form, '[data-pointer="/kind"] input').focus();
    await userEvent.keyboard(redo);

    expect([undone, form.value['newSite']]).toEqual([everyAnswer['newSite'], false]);
  });

  it('leave the keys to the browser in a text, and do nothing in a form that cannot be changed', async () => {
    const form = await mountForm();
    form.model?.setValue('/newSite', false);
    find(form, '[data-pointer="/projectName"] input').focus();
    await userEvent.keyboard('{Control>}z{/Control}');
    const inText = form.value['newSite'];
    form.disabled = true;
    await form.updateComplete;
    form.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));

    expect([inText, form.value['newSite']]).toEqual([false, false]);
  });

  it('say when there is nothing to take back, and keep the focus', async () => {
    const form = await mountForm({ undoButtons: true });
    const [undo, redo] = Array.from(form.renderRoot.querySelectorAll<HTMLElement>('.undo-row button')) as [HTMLElement, HTMLElement];
    const before = [undo.getAttribute('aria-disabled'), redo.getAttribute('aria-disabled')];
    form.model?.setValue('/newSite', false);
    await form.updateComplete;

    expect([before, undo.getAttribute('aria-disabled'), redo.getAttribute('aria-disabled')]).toEqual([['true', 'true'], null, 'true']);
    expect([inlineStyles(form.renderRoot), await axeViolations(form)]).toEqual([[], []]);
  });
});
