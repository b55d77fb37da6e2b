import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { AttachmentsValue } from '@cobuild/core';
import { expect, waitFor } from 'storybook/test';
import { everyRecord } from '../../../../../test/every-record.js';
import type { RecordControls } from '../../../../../test/record-story.js';
import { recordArgTypes, recordArgs, recordPages, renderRecord } from '../../../../../test/record-story.js';
import type { CobuildForm } from '../../../../cobuild-form/cobuild-form.js';
import { createMemoryFileStore } from '../../../../hosts/memory-file-store.js';

const uploadedAt = '2026-03-05T09:00:00+08:00';
const filled: AttachmentsValue = [
  { id: 'plan', kind: 'plan', name: '暖心服务站实施方案.pdf', size: 204800, type: 'application/pdf', hash: '0'.repeat(64), scan: 'clean', uploadedAt },
  { id: 'photo', kind: 'photos', name: '现场.jpg', size: 1204800, type: 'image/jpeg', hash: '1'.repeat(64), scan: 'clean', uploadedAt },
];

const wrong: AttachmentsValue = filled.map((file, index) => (index === 0 ? { ...file, scan: 'quarantined' } : file));
const hosts = { files: createMemoryFileStore({ delayMs: 200, templates: { 'plan-template': new Blob(['实施方案']) } }) };

/** Use it for documents that go with an application. The host keeps the files (`hosts.files`); here that is the memory of the page. The answers hold what is known of them, never their content. */
const meta: Meta<RecordControls> = {
  title: 'Form/Widgets/Attachments',
  component: 'cobuild-form',
  tags: ['autodocs'],
  render: renderRecord,
  args: { ...recordArgs(everyRecord.attachments, filled), hosts },
  argTypes: recordArgTypes,
};
export default meta;

type Story = StoryObj<RecordControls>;

const formIn = (canvas: HTMLElement): CobuildForm => canvas.querySelector('cobuild-form') as CobuildForm;

const pages = recordPages(everyRecord.attachments, {
  right: filled,
  wrong,
  long: filled.map((file) => ({ ...file, name: '荷城街道晴川村党群服务中心闲置公房改建邻里暖心服务站项目实施方案（征求意见后第三次修改稿，含附图）.pdf' })),
  place: '/0',
  hosts,
});

export const Playground: Story = {};
export const Overview: StoryObj = pages.overview;
export const Anatomy: StoryObj = pages.anatomy;
export const Options: StoryObj = pages.options;
export const States: StoryObj = pages.states;
export const Narrow: StoryObj = pages.narrow;

/** A file that did not pass the check blocks the form until it is removed. */
export const Behaviour: Story = {
  args: { record: wrong, hosts },
  play: async ({ canvasElement, step }) => {
    await waitFor(() => expect(formIn(canvasElement).renderRoot.querySelector('.file')).not.toBeNull());
    await step('refuses to submit and says why at the file', async () => {
      await expect(formIn(canvasElement).submit()).toBe(false);
      await waitFor(() => expect(formIn(canvasElement).renderRoot.querySelector('.file .field-error')?.textContent).toContain('没有通过安全检查'));
    });
  },
};

export const Accessibility: StoryObj = pages.accessibility;

/** A page that lends no place for files: it goes wrong in words. */
export const WithoutHost: Story = { args: { hosts: {}, record: undefined } };
