import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { CobuildForm } from '../../../cobuild-form/cobuild-form.js';
import type { GalleryControls } from '../../../../test/widget-gallery.js';
import { gallery, galleryMeta, galleryPages } from '../../../../test/widget-gallery.js';
import { codeExamples, pickerExamples, plainExamples } from '../../../../test/widget-examples.js';

const examples = [...plainExamples, ...codeExamples, ...pickerExamples].filter(({ widget }) => ['text', 'textarea', 'email', 'uri', 'password', 'colour', 'suggestions'].includes(widget));

/** Text in one line or several, addresses of the net, secrets, colours and texts with suggestions. */
const meta: Meta<GalleryControls> = {
  title: 'Form/Widgets/Texts',
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
    await step('shows a secret while the button is pressed in', async () => {
      await waitFor(() => expect(form.shadowRoot?.querySelector('[type=password]')).not.toBeNull());
      const input = form.shadowRoot?.querySelector('[type=password]') as HTMLInputElement;
      await userEvent.click(input.nextElementSibling as HTMLElement);
      await expect(input.type).toBe('text');
    });
  },
};

export const Accessibility: StoryObj = pages.accessibility;
