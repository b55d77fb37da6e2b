import type { FormDefinition } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import '../../../../define/cobuild-form.js';
import type { CobuildForm } from '../../../../cobuild-form/cobuild-form.js';
import { mount } from '../../../../../test/mount.js';

const definition: FormDefinition = {
  id: 'form',
  title: { 'zh-CN': '表单' },
  schema: { type: 'object', properties: { groups: { type: 'array', title: '受益群体', items: { enum: ['老人', '儿童'] } } } },
};

describe('checkboxes', () => {
  it('keep an answer that is no longer among the choices until it is unticked', async () => {
    const form = await mount<CobuildForm>('cobuild-form', { definition, value: { groups: ['残疾人', '老人'] } });
    const former = page.getByRole('checkbox', { name: '残疾人（不在选项中）' });
    await expect.element(former).toBeChecked();

    await page.getByText('儿童', { exact: true }).click();
    expect(form.value).toEqual({ groups: ['老人', '儿童', '残疾人'] });

    await page.getByText('残疾人（不在选项中）').click();
    expect(form.value).toEqual({ groups: ['老人', '儿童'] });
    expect(former.elements()).toEqual([]);
  });
});
