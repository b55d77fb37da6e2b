import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import type { CobuildForm } from '../../../cobuild-form/cobuild-form.js';
import type { GalleryControls } from '../../../../test/widget-gallery.js';
import { gallery, galleryMeta, galleryStates } from '../../../../test/widget-gallery.js';
import { codeExamples, plainExamples } from '../../../../test/widget-examples.js';

const examples = [...plainExamples, ...codeExamples].filter(({ widget }) => ['number', 'money', 'percent', 'slider'].includes(widget));

/** Numbers, amounts in 元 and 万元, shares in per cent, numbers with step keys and sliders. Use an amount for money, never a number: it is exact to the fen. */
const meta: Meta<GalleryControls> = {
  title: 'Form/Widgets/Amounts and numbers',
  tags: ['autodocs'],
  render: (controls) => gallery(examples, controls),
  ...galleryMeta,
};
export default meta;

type Story = StoryObj<GalleryControls>;

export const Playground: Story = galleryStates.playground;
export const Filled: Story = galleryStates.filled;
export const Invalid: Story = galleryStates.invalid;
export const Disabled: Story = galleryStates.disabled;
export const Readonly: Story = galleryStates.readonly;
export const Narrow: Story = galleryStates.narrow;
export const LargeText: Story = galleryStates.largeText;
export const English: Story = galleryStates.english;
export const HighContrast: Story = galleryStates.highContrast;

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
