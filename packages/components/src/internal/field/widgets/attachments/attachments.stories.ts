import type { AttachmentsValue, FormDefinition } from '@cobuild/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { everyRecord } from '../../../../../test/every-record.js';
import '../../../../define/cobuild-form.js';
import type { CobuildForm } from '../../../../cobuild-form/cobuild-form.js';
import type { FieldHosts } from '../../../../hosts/field-hosts.js';
import { createMemoryFileStore } from '../../../../hosts/memory-file-store.js';

interface Controls {
  readonly definition: FormDefinition;
  readonly record: AttachmentsValue | undefined;
  readonly hosts: FieldHosts;
  readonly disabled: boolean;
  readonly lang: 'zh-CN' | 'en';
}

const uploadedAt = '2026-03-05T09:00:00+08:00';
const filled: AttachmentsValue = [
  { id: 'plan', kind: 'plan', name: '暖心服务站实施方案.pdf', size: 204800, type: 'application/pdf', hash: '0'.repeat(64), scan: 'clean', uploadedAt },
  { id: 'photo', kind: 'photos', name: '现场.jpg', size: 1204800, type: 'image/jpeg', hash: '1'.repeat(64), scan: 'clean', uploadedAt },
];

/**
 * Use it for documents that go with an application. The host keeps the files (`hosts.files`); here that is the memory of the page. The answers hold what is known of them, never their content.
 */
const meta: Meta<Controls> = {
  title: 'Form/Widgets/Attachments',
  tags: ['autodocs'],
  render: ({ definition, record, hosts, disabled, lang }): TemplateResult => html`<cobuild-form .definition=${definition} .value=${record === undefined ? {} : { projectName: '暖心服务站', record }} .hosts=${hosts} ?disabled=${disabled} lang=${lang}></cobuild-form>`,
  args: { definition: everyRecord.attachments, record: filled, hosts: { files: createMemoryFileStore({ delayMs: 200, templates: { 'plan-template': new Blob(['实施方案']) } }) }, disabled: false, lang: 'zh-CN' },
  argTypes: { lang: { control: 'select', options: ['zh-CN', 'en'] } },
};
export default meta;

type Story = StoryObj<Controls>;

const formIn = (canvas: HTMLElement): CobuildForm => canvas.querySelector('cobuild-form') as CobuildForm;

export const Playground: Story = {};

/** Says what is asked for and what may be sent. */
export const Empty: Story = { args: { record: undefined } };

/** A file that did not pass the check blocks the form until it is removed. */
export const Quarantined: Story = {
  args: { record: filled.map((file, index) => (index === 0 ? { ...file, scan: 'quarantined' as const } : file)) },
  play: async ({ canvasElement, step }) => {
    await waitFor(() => expect(formIn(canvasElement).renderRoot.querySelector('.file')).not.toBeNull());
    await step('refuses to submit and says why at the file', async () => {
      await expect(formIn(canvasElement).submit()).toBe(false);
      await waitFor(() => expect(formIn(canvasElement).renderRoot.querySelector('.file .field-error')?.textContent).toContain('没有通过安全检查'));
    });
  },
};

export const Disabled: Story = { args: { disabled: true } };

/** At a stage where nobody may change it. */
export const Readonly: Story = { args: { definition: { ...everyRecord.attachments, schema: { type: 'object', properties: { projectName: { type: 'string' }, record: { readOnly: true } } } } } };

/** A page that lends no place for files: it goes wrong in words. */
export const WithoutHost: Story = { args: { hosts: {}, record: undefined } };

export const English: Story = { args: { lang: 'en' } };
