import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { everyRecord, recordForm } from '../../../../../test/every-record.js';
import { collected } from '../../../../../test/record-answers.js';
import type { RecordControls } from '../../../../../test/record-story.js';
import { narrow, recordArgTypes, recordArgs, renderRecord } from '../../../../../test/record-story.js';
import type { CobuildForm } from '../../../../cobuild-form/cobuild-form.js';
import '../../../../define/cobuild-form.js';

/** Use it where residents, members or enterprises have to be asked before an application goes out: without a single opinion it does not. Names are published only of those who agreed. Settings and answers are invented. */
const meta: Meta<RecordControls> = {
  title: 'Form/Widgets/Opinions',
  component: 'cobuild-form',
  tags: ['autodocs'],
  render: renderRecord,
  args: recordArgs(everyRecord.opinions),
  argTypes: recordArgTypes,
};
export default meta;

type Story = StoryObj<RecordControls>;

const wrong = { counts: [{ group: 'members', for: 2, against: 9, other: 0 }, { group: 'residents', for: 3 }], respondents: [{ publish: true }] };

export const Playground: Story = {};

/** Nobody has decided how many opinions are enough: that is said, and nothing is guessed. */
export const Undecided: Story = { args: { definition: recordForm('opinions', { 'zh-CN': '征求意见' }, { opinions: { groups: [{ id: 'members', title: { 'zh-CN': '党员' } }], minimum: 'UNDECIDED' } }), record: { counts: [{ group: 'members', for: 6, against: 0, other: 0 }] } } };

export const Empty: Story = {};

export const Filled: Story = { args: { record: collected } };

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
      await form.focusField('/record/counts/1/against');
      await waitFor(() => expect(form.shadowRoot?.activeElement?.closest('[data-cell]')).not.toBeNull());
    });
  },
};

/** Nothing can be typed: for review, and when the time for it is over. */
export const Readonly: Story = { args: { record: collected, readonly: true } };

export const Disabled: Story = { args: { record: collected, disabled: true } };

export const LongText: Story = { args: { record: { ...collected, summary: '村里老人多，年轻人外出多，日常照料靠邻里。'.repeat(90), respondents: [{ ...collected.respondents[0], name: '阿卜杜热合曼·买买提依明', text: '希望早日动工，最好赶在雨季之前完成基础部分。'.repeat(20) }] } } };

/** Rows are cards. */
export const Narrow: Story = { args: { record: collected }, globals: narrow };

export const English: Story = { args: { record: collected, lang: 'en' } };

export const LargeText: Story = { args: { record: collected, largeText: true } };

export const HighContrast: Story = { args: { record: collected, theme: 'high-contrast' } };
