import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { everyRecord } from '../../../../../test/every-record.js';
import type { RecordControls } from '../../../../../test/record-story.js';
import { narrow, recordArgTypes, recordArgs, renderRecord } from '../../../../../test/record-story.js';
import type { CobuildForm } from '../../../../cobuild-form/cobuild-form.js';
import '../../../../define/cobuild-form.js';

/** Use it where people answer with their name for what was filled in. Whoever is signed in signs; a change afterwards voids the signature. Text and names are invented. */
const meta: Meta<RecordControls> = {
  title: 'Form/Widgets/Pledge',
  component: 'cobuild-form',
  tags: ['autodocs'],
  render: renderRecord,
  args: recordArgs(everyRecord.pledge),
  argTypes: recordArgTypes,
};
export default meta;

type Story = StoryObj<RecordControls>;

const wrong = { signatures: [{ signer: 'secretary', by: { id: 'p1', name: '陈志远' }, at: '2026-03-05T09:00:00+08:00', locale: 'zh-CN', text: '0'.repeat(64), covers: '0'.repeat(64) }] };

export const Playground: Story = {};

/** Nobody is signed in: the page says who has to. */
export const NobodySignedIn: Story = { args: { hosts: {} } };

export const Empty: Story = {};

/** After a submit: each problem stands at its cell, and the list on top leads there. */
export const Invalid: Story = {
  args: { record: wrong },
  play: async ({ canvasElement, step }) => {
    const form = canvasElement.querySelector('cobuild-form') as CobuildForm;
    await step('tells what is wrong after a submit', async () => {
      await waitFor(() => expect(form.shadowRoot?.querySelector('.record')).not.toBeNull());
      await waitFor(() => expect(form.model?.state.problems.some(({ code }) => code === 'form/record-awaited')).toBe(false));
      await expect(form.submit()).toBe(false);
    });
    await step('leads to the cell inside the record', async () => {
      await form.focusField('/record/signatures/0');
      await waitFor(() => expect(form.shadowRoot?.activeElement?.closest('[data-cell]')).not.toBeNull());
    });
  },
};

export const Disabled: Story = { args: { record: wrong, disabled: true } };

/** Rows are cards. */
export const Narrow: Story = { args: { record: wrong }, globals: narrow };

export const English: Story = { args: { record: wrong, lang: 'en' } };

export const LargeText: Story = { args: { record: wrong, largeText: true } };

export const HighContrast: Story = { args: { record: wrong, theme: 'high-contrast' } };
