import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { BudgetValue } from '@cobuild/core';
import { expect, waitFor } from 'storybook/test';
import { everyRecord, recordForm } from '../../../../../test/every-record.js';
import type { RecordControls } from '../../../../../test/record-story.js';
import { recordArgTypes, recordArgs, recordPages, renderRecord } from '../../../../../test/record-story.js';
import type { CobuildForm } from '../../../../cobuild-form/cobuild-form.js';

const filled: BudgetValue = {
  lines: [
    { subject: 'equipment', item: '显示屏', unit: '台', quantity: 3, unitPrice: 18333.33 },
    { subject: 'training', item: '讲师', unit: '次', quantity: 10, unitPrice: 800 },
  ],
  own: 20100, requested: 42800,
};
const wrong: BudgetValue = { ...filled, lines: [...filled.lines, { subject: 'works', item: '', quantity: 0, unitPrice: 100 }] };

/** Use it where people say what money is spent on and who pays: it reckons with each letter, holds caps and shares, and names the limit that decides. For one amount alone take a number. The amounts are invented. */
const meta: Meta<RecordControls> = {
  title: 'Form/Widgets/Budget',
  component: 'cobuild-form',
  tags: ['autodocs'],
  render: renderRecord,
  args: recordArgs(everyRecord.budget, filled),
  argTypes: recordArgTypes,
};
export default meta;

type Story = StoryObj<RecordControls>;

const formIn = (canvas: HTMLElement): CobuildForm => canvas.querySelector('cobuild-form') as CobuildForm;
const drawn = (canvas: HTMLElement): Promise<HTMLElement> => waitFor(() => {
  const grid = formIn(canvas).renderRoot.querySelector<HTMLElement>('.budget-grid');
  if (!grid) throw new Error('The grid is not there yet');
  return grid;
});

const pages = recordPages(everyRecord.budget, {
  right: filled,
  wrong,
  long: { ...filled, lines: [{ subject: 'equipment', item: '壁挂式多功能液晶显示屏及其支架、线材、安装、调试与三年上门维护服务（含运输）', unit: '台', quantity: 3, unitPrice: 18333.33 }] },
  place: '/lines/2/item',
  options: [{ title: '没有科目和上限，只列明细 · Lines alone, without subjects and caps', definition: recordForm('budget', { 'zh-CN': '项目预算' }, { budget: { maximumLines: 5 } }) }],
});

export const Playground: Story = {};
export const Overview: StoryObj = pages.overview;
export const Anatomy: StoryObj = pages.anatomy;
export const Options: StoryObj = pages.options;
export const States: StoryObj = pages.states;
export const Narrow: StoryObj = pages.narrow;

/** Cells with problems; each is told under its line. */
export const Behaviour: Story = {
  args: { record: wrong },
  play: async ({ canvasElement, step }) => {
    await drawn(canvasElement);
    await step('tells the problems under the line', async () => {
      formIn(canvasElement).submit();
      await waitFor(() => expect(formIn(canvasElement).renderRoot.querySelectorAll('.line-problems .field-error')).toHaveLength(2));
    });
  },
};

export const Accessibility: StoryObj = pages.accessibility;
