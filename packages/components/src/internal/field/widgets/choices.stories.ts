import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { CobuildForm } from '../../../cobuild-form/cobuild-form.js';
import type { GalleryControls } from '../../../../test/widget-gallery.js';
import { gallery, galleryMeta, galleryPages } from '../../../../test/widget-gallery.js';
import { codeExamples, listExamples, plainExamples } from '../../../../test/widget-examples.js';

const examples = [...plainExamples, ...codeExamples, ...listExamples].filter(({ widget }) => ['select', 'radio', 'checkboxes', 'yesNo', 'confirmation', 'toggle', 'combobox', 'multiCombobox'].includes(widget));

/** One or several of a few, of many, or of tens of thousands. Up to six are shown at once, up to thirty open as a list, more are searched. */
const meta: Meta<GalleryControls> = {
  title: 'Form/Widgets/Choices',
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
    await step('finds a village by a part of its name', async () => {
      await waitFor(() => expect(form.shadowRoot?.querySelector('[role=combobox]')).not.toBeNull());
      await userEvent.type(form.shadowRoot?.querySelector('[role=combobox]') as HTMLInputElement, '第12村{ArrowDown}{Enter}');
      await expect(form.value['q7']).toBe('v11');
    });
  },
};

export const Accessibility: StoryObj = pages.accessibility;
