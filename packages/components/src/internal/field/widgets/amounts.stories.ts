import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import type { CobuildForm } from '../../../cobuild-form/cobuild-form.js';
import type { GalleryControls } from '../../../../test/widget-gallery.js';
import { gallery, galleryMeta, galleryPages } from '../../../../test/widget-gallery.js';
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
    const input = form.shadowRoot?.querySelector<HTMLInputElement>('[data-pointer="/q3"] .input') as HTMLInputElement;
    await step('takes 1.2 for 1.2 万元 and writes it in capital numerals', async () => {
      await userEvent.type(input, '1.2');
      await userEvent.tab();
      await expect(form.value['q3']).toBe(12000);
      await expect(form.shadowRoot?.querySelector('[data-pointer="/q3"] .capitals')?.textContent).toBe('壹万贰仟元整');
    });
  },
};

export const Accessibility: StoryObj = pages.accessibility;
