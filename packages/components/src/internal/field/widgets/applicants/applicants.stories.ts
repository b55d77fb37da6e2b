import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { everyRecord, recordForm } from '../../../../../test/every-record.js';
import { applying } from '../../../../../test/record-answers.js';
import type { RecordControls } from '../../../../../test/record-story.js';
import { narrow, recordArgTypes, recordArgs, renderRecord } from '../../../../../test/record-story.js';
import type { CobuildForm } from '../../../../cobuild-form/cobuild-form.js';
import '../../../../define/cobuild-form.js';

/** Use it where several organisations apply together: one leads and sends, the others confirm by a signature of their own. Names and shares are invented. */
const meta: Meta<RecordControls> = {
  title: 'Form/Widgets/Applicants',
  component: 'cobuild-form',
  tags: ['autodocs'],
  render: renderRecord,
  args: recordArgs(everyRecord.applicants),
  argTypes: recordArgTypes,
};
export default meta;

type Story = StoryObj<RecordControls>;

const wrong = { parties: [{ ...applying.parties[0], share: 40 }, { role: 'partner', share: 33.33 }] };

export const Playground: Story = {};

/** The lead confirms as well, and has at least half. */
export const EverybodyConfirms: Story = { args: { definition: recordForm('applicants', { 'zh-CN': '联合申报单位' }, { applicants: { confirm: 'all', leadShare: { p: 1, q: 2 } } }), record: applying } };

export const Empty: Story = {};

export const Filled: Story = { args: { record: applying } };

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
      await form.focusField('/record/parties/1/name');
      await waitFor(() => expect(form.shadowRoot?.activeElement?.closest('[data-cell]')).not.toBeNull());
    });
  },
};

/** Nothing can be typed: for review, and when the time for it is over. */
export const Readonly: Story = { args: { record: applying, readonly: true } };

export const Disabled: Story = { args: { record: applying, disabled: true } };

export const LongText: Story = { args: { record: { parties: applying.parties.map((party) => ({ ...party, name: '佛山市高明区荷城街道晴川社区居民委员会暨股份合作经济联合社理事会', task: '负责日常照料和应急值守。'.repeat(20) })) } } };

/** Rows are cards. */
export const Narrow: Story = { args: { record: applying }, globals: narrow };

export const English: Story = { args: { record: applying, lang: 'en' } };

export const LargeText: Story = { args: { record: applying, largeText: true } };

export const HighContrast: Story = { args: { record: applying, theme: 'high-contrast' } };
