import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import type { CobuildForm } from '../../../cobuild-form/cobuild-form.js';
import type { GalleryControls } from '../../../../test/widget-gallery.js';
import { gallery } from '../../../../test/widget-gallery.js';
import { codeExamples, plainExamples } from '../../../../test/widget-examples.js';
import { themeNames } from '../../palettes.js';

const examples = [...plainExamples, ...codeExamples].filter(({ widget }) => ['number', 'money', 'percent', 'slider'].includes(widget));

/** Numbers, amounts in 元 and 万元, shares in per cent, numbers with step keys and sliders. Use an amount for money, never a number: it is exact to the fen. */
const meta: Meta<GalleryControls> = {
  title: 'Form/Widgets/Amounts and numbers',
  tags: ['autodocs'],
  render: (controls) => gallery(examples, controls),
  args: { lang: 'zh-CN', theme: 'district', largeText: false, disabled: false, answers: 'none', fixed: false, checked: false },
  argTypes: {
    lang: { control: 'select', options: ['zh-CN', 'en'] },
    theme: { control: 'select', options: themeNames },
    answers: { control: 'select', options: ['none', 'right', 'wrong'] },
  },
};
export default meta;

type Story = StoryObj<GalleryControls>;

export const Playground: Story = {};

export const Filled: Story = { args: { answers: 'right' } };

/** What is wrong is said beside the field, in the words of the summary. */
export const Invalid: Story = { args: { answers: 'wrong', checked: true } };

/** While the answers are on their way. */
export const Disabled: Story = { args: { answers: 'right', disabled: true } };

/** Answers that nobody can change at this stage. */
export const Readonly: Story = { args: { answers: 'right', fixed: true } };

export const Narrow: Story = { args: { answers: 'right' }, globals: { viewport: { value: 'mobile1', isRotated: false } } };

export const LargeText: Story = { args: { answers: 'right', largeText: true } };

export const English: Story = { args: { answers: 'right', lang: 'en' } };

export const HighContrast: Story = { args: { answers: 'wrong', checked: true, theme: 'high-contrast' } };

/** By the keyboard. */
export const Behaviour: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement, step }) => {
    const form = canvasElement.querySelector('cobuild-form') as CobuildForm;
    await form.updateComplete;
    const input = form.shadowRoot?.querySelector<HTMLInputElement>('[data-pointer="/q3"] .input') as HTMLInputElement;
    await step('takes 1.2 for 1.2 万元 and writes it in capital numerals', async () => {
      await userEvent.type(input, '1.2');
      await userEvent.tab();
      await expect(form.value['q3']).toBe(12000);
      await expect(form.shadowRoot?.querySelector('[data-pointer="/q3"] .capitals')?.textContent).toBe('壹万贰仟元整');
    });
  },
};
