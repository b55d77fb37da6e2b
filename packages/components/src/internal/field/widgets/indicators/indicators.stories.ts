import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { everyRecord } from '../../../../../test/every-record.js';
import { wanted } from '../../../../../test/record-answers.js';
import type { RecordControls } from '../../../../../test/record-story.js';
import { narrow, recordArgTypes, recordArgs, renderRecord } from '../../../../../test/record-story.js';
import type { CobuildForm } from '../../../../cobuild-form/cobuild-form.js';
import '../../../../define/cobuild-form.js';

/** Use it where a project says in numbers what it wants to reach, and later what it has. Numbers are invented. */
const meta: Meta<RecordControls> = {
  title: 'Form/Widgets/Indicators',
  component: 'cobuild-form',
  tags: ['autodocs'],
  render: renderRecord,
  args: recordArgs(everyRecord.indicators),
  argTypes: recordArgTypes,
};
export default meta;

type Story = StoryObj<RecordControls>;

const wrong = [{ group: 'output', name: '', unit: '户', target: 120, weight: 60 }, { ...wanted[1], target: 'x', weight: 30 }];

export const Playground: Story = {};

/** After the end: what was reached is asked for as well. */
export const Actual: Story = { args: { definition: { ...everyRecord.indicators, fields: { '/record': { ...everyRecord.indicators.fields?.['/record'], widgetOptions: { actual: true } } } }, record: wanted.map((row) => ({ ...row, actual: 100 })) } };

export const Empty: Story = {};

export const Filled: Story = { args: { record: wanted } };

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
      await form.focusField('/record/0/name');
      await waitFor(() => expect(form.shadowRoot?.activeElement?.closest('[data-cell]')).not.toBeNull());
    });
  },
};

/** Nothing can be typed: for review, and when the time for it is over. */
export const Readonly: Story = { args: { record: wanted, readonly: true } };

export const Disabled: Story = { args: { record: wanted, disabled: true } };

export const LongText: Story = { args: { record: wanted.map((row) => ({ ...row, name: '荷城街道晴川村党群服务中心邻里暖心服务站老幼共托服务受益户数（含临时登记的外来务工家庭）' })) } };

/** Rows are cards. */
export const Narrow: Story = { args: { record: wanted }, globals: narrow };

export const English: Story = { args: { record: wanted, lang: 'en' } };

export const LargeText: Story = { args: { record: wanted, largeText: true } };

export const HighContrast: Story = { args: { record: wanted, theme: 'high-contrast' } };
