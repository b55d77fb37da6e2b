import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { find, mount } from '../../test/mount.js';
import '../define/cobuild-form.js';
import type { CobuildForm } from './cobuild-form.js';

// A file of its own: what another test on the page had loaded would be there already.
it('loads what a value of any kind needs once the definition turns out to leave one open, keeps the answers meanwhile, and draws the form', async () => {
  const warnings = vi.spyOn(console, 'warn');
  const form = await mount<CobuildForm>('cobuild-form', { schema: { type: 'object', title: '登记', properties: { name: { type: 'string', title: '名称' }, other: { title: '其他' } } }, value: { name: '和顺社区', other: 7 } });
  await vi.waitFor(() => expect(form.renderRoot.querySelector('[data-pointer="/other"] input')).not.toBeNull());

  expect(form.value).toEqual({ name: '和顺社区', other: 7 });
  expect(form.model?.definitionErrors).toEqual([]);
  expect(form.renderRoot.querySelector('[role=alert]')).toBeNull();
  expect(find<HTMLInputElement>(form, '[data-pointer="/name"] input').value).toBe('和顺社区');
  await userEvent.fill(find(form, '[data-pointer="/name"] input'), '荷城社区');
  expect(form.value).toEqual({ name: '荷城社区', other: 7 });
  expect(warnings.mock.calls.filter(([text]) => /form\//.test(String(text)))).toEqual([]);
});
