import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import type { CobuildForm } from '../../../cobuild-form/cobuild-form.js';
import type { GalleryControls } from '../../../../test/widget-gallery.js';
import { gallery, galleryMeta, galleryStates } from '../../../../test/widget-gallery.js';
import { codeExamples, plainExamples } from '../../../../test/widget-examples.js';

const examples = [...plainExamples, ...codeExamples].filter(({ widget }) => ['date', 'time', 'dateTime', 'dateRange', 'period'].includes(widget));

/** Days, times, ranges of days and lengths of time. The typed form of a day is for those long ago; the picker is for those near by. */
const meta: Meta<GalleryControls> = {
  title: 'Form/Widgets/Dates and periods',
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
    const input = form.shadowRoot?.querySelector<HTMLInputElement>('[data-pointer="/q4"] .input') as HTMLInputElement;
    await step('reads a day as it is written', async () => {
      await userEvent.type(input, '1949年12月31日');
      await userEvent.tab();
      await expect(form.value['q4']).toBe('1949-12-31');
    });
  },
};
