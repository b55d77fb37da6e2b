import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../define/cobuild-form.js';
import { axeViolations } from '../../test/axe.js';
import { shapes } from '../../test/every-shape.js';
import { find, mount } from '../../test/mount.js';
import type { CobuildForm } from './cobuild-form.js';

type Shape = keyof typeof shapes;

const mountShape = (shape: Shape, properties: Partial<CobuildForm> = {}): Promise<CobuildForm> => mount<CobuildForm>('cobuild-form', { definition: shapes[shape], ...properties });
const field = (form: CobuildForm, pointer: string): HTMLElement => find(form, `[data-pointer="${pointer}"]`);
const has = (form: CobuildForm, pointer: string): boolean => form.shadowRoot?.querySelector(`[data-pointer="${pointer}"]`) !== null;
const focused = (form: CobuildForm): Element | null => form.shadowRoot?.activeElement ?? null;

async function fill(form: CobuildForm, pointer: string, text: string): Promise<void> {
  const input = field(form, pointer).querySelector<HTMLInputElement>('input') as HTMLInputElement;
  await userEvent.fill(input, text);
  await form.updateComplete;
}

async function press(form: CobuildForm, selector: string): Promise<void> {
  await userEvent.click(find(form, selector));
  await form.updateComplete;
}

beforeEach(() => page.viewport(1280, 800));

describe('cobuild-form and the shapes of JSON Schema', () => {
  it('asks by keyboard which of two groups is meant, keeps the focus on the choice, and gives the answers of the chosen one', async () => {
    const form = await mountShape('objects');
    await fill(form, '/payee/name', '林晓');
    const first = field(form, '?0/payee').querySelector<HTMLInputElement>('input') as HTMLInputElement;
    first.focus();

    await userEvent.keyboard('{ArrowDown}');

    expect(focused(form)?.closest('[data-pointer]')).toBe(field(form, '?0/payee'));
    await fill(form, '/payee/code', '914406');
    expect(has(form, '/payee/age')).toBe(false);
    expect(form.value).toEqual({ payee: { name: '林晓', code: '914406' } });
  });

  it('changes the kind of an answer and brings the other one back with its choice', async () => {
    const form = await mountShape('types');
    await fill(form, '/period', '12');
    await press(form, '[data-pointer="?0/period"] input[value="1"]');
    await fill(form, '/period', '两年半');
    expect(form.value).toEqual({ period: '两年半' });

    await press(form, '[data-pointer="?0/period"] input[value="0"]');

    expect(form.value).toEqual({ period: 12 });
  });

  it('asks about the whole form before its first question', async () => {
    const form = await mountShape('root');
    await press(form, '[data-pointer="?0"] input[value="1"]');
    await fill(form, '/email', 'a@example.com');

    expect([has(form, '/phone'), form.value]).toEqual([false, { email: 'a@example.com' }]);
  });

  it('adds a group that comes back to itself, and takes it away with a way back', async () => {
    const form = await mountShape('recursion');
    await fill(form, '/unit/name', '街道');
    await press(form, '[data-pointer="/unit/above"] button');
    expect(focused(form)?.closest('[data-pointer]')).toBe(field(form, '/unit/above/name'));
    await fill(form, '/unit/above/name', '区');
    expect(form.value).toEqual({ unit: { name: '街道', above: { name: '区' } } });

    await press(form, '[data-pointer="/unit/above"] > .add-item:last-child button');

    expect(form.value).toEqual({ unit: { name: '街道' } });
  });

  it('adds an answer under a name, says why a name cannot be, renames and removes', async () => {
    const form = await mountShape('map');
    const box = find<HTMLInputElement>(form, '[data-name="new"]');
    await userEvent.fill(box, '名字实在太长了');
    await press(form, '.add-name button');
    expect(box.getAttribute('aria-invalid')).toBe('true');
    await userEvent.fill(box, '银行');
    await press(form, '.add-name button');
    await fill(form, '/sources/银行', '20');
    expect(form.value).toEqual({ sources: { 银行: 20 } });

    await userEvent.fill(find(form, '[data-name="known"]'), '信用社');
    await userEvent.keyboard('{Tab}');
    await form.updateComplete;
    expect(form.value).toEqual({ sources: { 信用社: 20 } });
    expect(focused(form)).not.toBeNull();

    await press(form, '[data-action="remove"]');
    expect(form.value).toEqual({});
  });

  it('fills in the places of a tuple and adds an item behind them', async () => {
    const form = await mountShape('tuple');
    await fill(form, '/place/0', '荷城');
    await fill(form, '/place/1', '80');
    await press(form, '[data-pointer="/place"] > [data-action="add"] button');
    await fill(form, '/place/2', '近路口');

    expect(form.value).toEqual({ place: ['荷城', 80, '近路口'] });
  });

  it('offers fewer choices while another answer says so', async () => {
    const form = await mountShape('narrowed');
    expect(field(form, '/venue').querySelectorAll('input')).toHaveLength(3);

    await press(form, '[data-pointer="/isNew"] input');

    expect(field(form, '/venue').querySelectorAll('input')).toHaveLength(2);
    expect(field(form, '/venue').textContent).toContain('新建场地来源');
  });

  it('fills in lists of lists', async () => {
    const form = await mountShape('lists');
    await press(form, '[data-pointer="/groups"] > [data-action="add"] button');
    await press(form, '[data-pointer="/groups/0"] [data-action="add"] button');
    await fill(form, '/groups/0/0', '林晓');

    expect(form.value).toEqual({ groups: [['林晓']] });
  });

  it.each(Object.keys(shapes) as Shape[])('has no accessibility violation and fits a phone: %s', async (shape) => {
    await page.viewport(390, 800);
    const form = await mountShape(shape);

    expect(await axeViolations(form)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});

describe('cobuild-form and outermost answers that are no group', () => {
  it('adds items to a list by keyboard, submits the list, and takes it from its property', async () => {
    const form = await mountShape('rootList');
    expect(form.value).toEqual([]);
    find(form, '.add-item button').focus();
    await userEvent.keyboard('{Enter}');
    await form.updateComplete;
    await fill(form, '/0/name', '林晓');
    expect(form.value).toEqual([{ name: '林晓' }]);
    expect(form.submit()).toBe(true);
    form.value = [{ name: '陈明' }, { name: '黄英' }] as never;
    await form.updateComplete;
    expect(field(form, '/1/name').querySelector('input')?.value).toBe('黄英');
    form.value = undefined;
    expect(form.value).toEqual([]);
    expect(form.submit()).toBe(false);
    await form.updateComplete;
    const summary = find<HTMLAnchorElement>(form, '.error-summary a');
    await userEvent.click(summary);
    expect(focused(form)?.closest('[data-pointer]')).toBe(field(form, ''));
    expect(await axeViolations(form)).toEqual([]);
  });

  it('asks for names beside the questions of the form', async () => {
    const form = await mountShape('rootMap');
    await fill(form, '/own', '1000');
    await userEvent.fill(find<HTMLInputElement>(form, '[data-name="new"]'), '银行');
    await userEvent.keyboard('{Tab}{Enter}');
    await form.updateComplete;
    await fill(form, '/银行', '2');
    expect(form.value).toEqual({ own: 1000, 银行: 2 });
    expect(await axeViolations(form)).toEqual([]);
  });

  it('is a single question and one entry of a form around it', async () => {
    const around = document.createElement('form');
    document.body.append(around);
    const form = await mountShape('rootNumber', { name: 'households' });
    around.append(form);
    await form.updateComplete;
    expect([form.value, [...new FormData(around)]]).toEqual([undefined, []]);
    await fill(form, '', '12');
    expect([form.value, [...new FormData(around)]]).toEqual([12, [['households', '12']]]);
    around.reset();
    expect(form.value).toBeUndefined();
    form.formStateRestoreCallback('7');
    expect(form.value).toBe(7);
    around.remove();
  });

  it('is answered in one of several ways', async () => {
    const form = await mountShape('rootWays');
    await press(form, '.add-item button');
    await fill(form, '/0', '投影仪');
    await press(form, '[data-pointer="?0"] input[value="1"]');
    await fill(form, '', '已经有了');
    expect(form.value).toBe('已经有了');
    await press(form, '[data-pointer="?0"] input[value="0"]');
    expect(form.value).toEqual(['投影仪']);
  });

  it('names a value of another shape where the form asks for names', async () => {
    const form = await mountShape('map', { value: [1] as never });
    expect(form.shadowRoot?.textContent).toContain('value');
    expect(form.value).toEqual({});
  });
});

describe('cobuild-form and whole values', () => {
  it('offers objects and lists by their names, and keeps the choice whatever the order of its properties', async () => {
    const form = await mountShape('whole', { value: { place: { name: '杨和镇', code: '440609' } } });
    expect([...field(form, '/place').querySelectorAll('.choice')].map(({ textContent }) => textContent)).toEqual(['荷城街道', '杨和镇']);
    expect(field(form, '/place').querySelector<HTMLInputElement>('input:checked')?.value).toBe('1');
    field(form, '/place').querySelector<HTMLInputElement>('input:checked')?.focus();
    await userEvent.keyboard('{ArrowUp}');
    await press(form, '[data-pointer="/point"] input');
    expect(form.value).toEqual({ place: { code: '440608', name: '荷城街道' }, point: [112.9, 22.9] });
  });
});

describe('cobuild-form and null', () => {
  it('asks behind a question that has to be answered whether there is nothing to say', async () => {
    const form = await mountShape('nothing');
    await expect.poll(() => field(form, '?null/fax').querySelector('input')).not.toBeNull();
    expect(form.submit()).toBe(false);
    await expect.poll(() => focused(form)?.id).toBe('error-summary');
    for (const pointer of ['/fax', '/agent', '/kind']) {
      field(form, `?null${pointer}`).querySelector<HTMLInputElement>('input')?.focus();
      await userEvent.keyboard(' ');
      await form.updateComplete;
    }
    expect(form.value).toEqual({ fax: null, agent: null, kind: null });
    expect(has(form, '/agent/name')).toBe(false);
    expect(form.submit()).toBe(true);
    await fill(form, '/fax', '0757');
    expect([form.value['fax'], field(form, '?null/fax').querySelector<HTMLInputElement>('input')?.checked]).toEqual(['0757', false]);
    expect(await axeViolations(form)).toEqual([]);
  });
});

describe('cobuild-form and answers that no question shows', () => {
  it('names them folded at the end, in the language of the form', async () => {
    const form = await mountShape('tuple', { value: { place: ['荷城', 80], 旧编号: '7' } });
    expect(find(form, '[part="unshown"] summary').textContent).toBe('另有 1 项内容不在本表中显示');
    expect(find(form, '[part="unshown"] li').textContent).toContain('“旧编号”');
    form.lang = 'en';
    await form.updateComplete;
    await expect.poll(() => find(form, '[part="unshown"] summary').textContent).toBe('1 answer is not shown in this form');
    expect(find(form, '[data-pointer="/place"] .add-item').textContent).toContain('Add 备注');
    form.value = { place: ['荷城', 80] };
    await form.updateComplete;
    expect(form.shadowRoot?.querySelector('[part="unshown"]')).toBeNull();
  });
});
