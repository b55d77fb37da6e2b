import type { BudgetValue, FormDefinition } from '@cobuild/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { everyRecord } from '../../../../../test/every-record.js';
import '../../../../define/cobuild-form.js';
import type { CobuildForm } from '../../../../cobuild-form/cobuild-form.js';

interface Controls {
  readonly definition: FormDefinition;
  readonly record: BudgetValue | undefined;
  readonly disabled: boolean;
  readonly lang: 'zh-CN' | 'en';
  readonly largeText: boolean;
}

const filled: BudgetValue = {
  lines: [
    { subject: 'equipment', item: '显示屏', unit: '台', quantity: 3, unitPrice: 18333.33 },
    { subject: 'training', item: '讲师', unit: '次', quantity: 10, unitPrice: 800 },
  ],
  own: 20100, requested: 42800,
};

/**
 * Use it where people say what money is spent on and who pays: it reckons with each letter, holds caps and shares, and names the limit that decides. For one amount alone take a number. The amounts are invented.
 */
const meta: Meta<Controls> = {
  title: 'Form/Widgets/Budget',
  tags: ['autodocs'],
  render: ({ definition, record, disabled, lang, largeText }): TemplateResult => html`<cobuild-form .definition=${definition} .value=${record === undefined ? {} : { projectName: '暖心服务站', record }} ?disabled=${disabled} lang=${lang} ?large-text=${largeText}></cobuild-form>`,
  args: { definition: everyRecord.budget, record: filled, disabled: false, lang: 'zh-CN', largeText: false },
  argTypes: { lang: { control: 'select', options: ['zh-CN', 'en'] } },
};
export default meta;

type Story = StoryObj<Controls>;

const formIn = (canvas: HTMLElement): CobuildForm => canvas.querySelector('cobuild-form') as CobuildForm;
const drawn = (canvas: HTMLElement): Promise<HTMLElement> => waitFor(() => {
  const grid = formIn(canvas).renderRoot.querySelector<HTMLElement>('.budget-grid');
  if (!grid) throw new Error('The grid is not there yet');
  return grid;
});

export const Playground: Story = {};

/** Nothing filled in: one line to begin with. */
export const Empty: Story = { args: { record: undefined } };

/** Cells with problems; each is told under its line. */
export const Invalid: Story = {
  args: { record: { ...filled, lines: [...filled.lines, { subject: 'works', item: '', quantity: 0, unitPrice: 100 }] } },
  play: async ({ canvasElement, step }) => {
    await drawn(canvasElement);
    await step('tells the problems under the line', async () => {
      formIn(canvasElement).submit();
      await waitFor(() => expect(formIn(canvasElement).renderRoot.querySelectorAll('.line-problems .field-error')).toHaveLength(2));
    });
  },
};

export const Disabled: Story = { args: { disabled: true } };

/** At a stage where nobody may change it. */
export const Readonly: Story = { args: { definition: { ...everyRecord.budget, schema: { type: 'object', properties: { projectName: { type: 'string' }, record: { readOnly: true } } } } } };

/** A name that does not fit into its column. */
export const LongText: Story = { args: { record: { ...filled, lines: [{ subject: 'equipment', item: '壁挂式多功能液晶显示屏及其支架、线材、安装、调试与三年上门维护服务（含运输）', unit: '台', quantity: 3, unitPrice: 18333.33 }] }, largeText: true } };

export const English: Story = { args: { lang: 'en' } };
