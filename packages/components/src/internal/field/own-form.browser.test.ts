import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CobuildForm } from '../../cobuild-form/cobuild-form.js';
import '../../define/cobuild-form.js';
import { mount } from '../../../test/mount.js';

const said = (text: string): { readonly 'zh-CN': string; readonly en: string } => ({ 'zh-CN': text, en: text });
const definition = {
  id: 'village', title: { 'zh-CN': '登记', en: 'Register' },
  schema: { type: 'object', properties: { name: { type: 'string', title: '村名' }, kind: { enum: ['road', 'light'], title: '类别' }, rows: { type: 'array', title: '明细', items: { type: 'object', properties: { text: { type: 'string', title: '内容' } } } } } },
  layout: { steps: [{ id: 'one', title: said('甲'), sections: [{ id: 'a', title: said('名称'), fields: ['/name'] }, { id: 'b', title: said('明细'), fields: ['/kind', '/rows'] }] }] },
};

const formsOf = (element: CobuildForm): (HTMLFormElement | null)[] => Array.from(element.renderRoot.querySelectorAll<HTMLInputElement>('input, select'), ({ form }) => form);

describe('the form around a section’s fields', () => {
  it('is there once a person is in the section, and for this section alone', async () => {
    const element = await mount<CobuildForm>('cobuild-form', { definition });
    expect(new Set(formsOf(element))).toEqual(new Set([null]));

    await userEvent.click(page.getByLabelText('村名'));

    const [name, ...others] = formsOf(element);
    expect(name).toBeInstanceOf(HTMLFormElement);
    expect(new Set(others)).toEqual(new Set([null]));
  });

  it('takes in a row that was added', async () => {
    const element = await mount<CobuildForm>('cobuild-form', { definition });
    await userEvent.click(page.getByRole('button', { name: /添加/ }));
    await userEvent.click(page.getByLabelText('内容'));

    expect(new Set(formsOf(element).slice(1)).size).toBe(1);
    expect(formsOf(element).pop()).toBeInstanceOf(HTMLFormElement);
  });

  it('goes nowhere when Enter is pressed in its only text field', async () => {
    await mount<CobuildForm>('cobuild-form', { definition });
    const left = vi.fn((event: Event) => event.preventDefault());
    addEventListener('beforeunload', left, { once: true });

    await userEvent.click(page.getByLabelText('村名'));
    await userEvent.keyboard('和顺{Enter}');
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(left).not.toHaveBeenCalled();
    await expect.element(page.getByLabelText('村名')).toHaveValue('和顺');
    removeEventListener('beforeunload', left);
  });
});
