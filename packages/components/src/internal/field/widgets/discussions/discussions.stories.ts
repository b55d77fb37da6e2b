import { FOUR_DISCUSSIONS } from '@cobuild/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { everyRecord, recordForm } from '../../../../../test/every-record.js';
import { registered } from '../../../../../test/record-answers.js';
import type { RecordControls } from '../../../../../test/record-story.js';
import { narrow, recordArgTypes, recordArgs, renderRecord } from '../../../../../test/record-story.js';
import type { CobuildForm } from '../../../../cobuild-form/cobuild-form.js';
import '../../../../define/cobuild-form.js';

/** Use it where a village has to show that it went through the four discussions and two disclosures. Steps are the usual ones of published village rules; the number of days is invented. */
const meta: Meta<RecordControls> = {
  title: 'Form/Widgets/Discussions',
  component: 'cobuild-form',
  tags: ['autodocs'],
  render: renderRecord,
  args: recordArgs(everyRecord.discussions),
  argTypes: recordArgTypes,
};
export default meta;

type Story = StoryObj<RecordControls>;

const wrong = { steps: registered.steps.map((step) => (step.step === 'deliberate' ? { ...step, present: 33, for: 30, against: 3, source: 'cadres' } : step)) };

export const Playground: Story = {};

/** As published rules of villages have it, with what they leave open. */
export const Undecided: Story = { args: { definition: recordForm('discussions', { 'zh-CN': '四议两公开' }, { discussions: FOUR_DISCUSSIONS }) } };

export const Empty: Story = {};

export const Filled: Story = { args: { record: registered } };

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
      await form.focusField('/record/steps/2/present');
      await waitFor(() => expect(form.shadowRoot?.activeElement?.closest('[data-cell]')).not.toBeNull());
    });
  },
};

/** Nothing can be typed: for review, and when the time for it is over. */
export const Readonly: Story = { args: { record: registered, readonly: true } };

export const Disabled: Story = { args: { record: registered, disabled: true } };

export const LongText: Story = { args: { record: { steps: registered.steps.map((step) => ({ ...step, motion: '荷城街道晴川村党群服务中心闲置公房改建邻里暖心服务站暨老幼共托与应急物资储备一体化示范项目' })) } } };

/** Rows are cards. */
export const Narrow: Story = { args: { record: registered }, globals: narrow };

export const English: Story = { args: { record: registered, lang: 'en' } };

export const LargeText: Story = { args: { record: registered, largeText: true } };

export const HighContrast: Story = { args: { record: registered, theme: 'high-contrast' } };
