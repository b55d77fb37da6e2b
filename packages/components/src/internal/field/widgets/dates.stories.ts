import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import type { CobuildForm } from '../../../cobuild-form/cobuild-form.js';
import type { GalleryControls } from '../../../../test/widget-gallery.js';
import { gallery, galleryMeta, galleryPages } from '../../../../test/widget-gallery.js';
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

const pages = galleryPages(examples);

export const Playground: Story = {};
export const Overview: StoryObj = pages.overview;
export const Anatomy: StoryObj = pages.anatomy;
export const Options: StoryObj = pages.options;
export const States: StoryObj = pages.states;
export const Narrow: StoryObj = pages.narrow;

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

export const Accessibility: StoryObj = pages.accessibility;
