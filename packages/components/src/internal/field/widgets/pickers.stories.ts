import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { CobuildForm } from '../../../cobuild-form/cobuild-form.js';
import type { GalleryControls } from '../../../../test/widget-gallery.js';
import { gallery, galleryMeta, galleryPages } from '../../../../test/widget-gallery.js';
import { pickerExamples } from '../../../../test/widget-examples.js';

const examples = pickerExamples.filter(({ widget }) => widget !== 'suggestions');

/** Something that stands in a register of the page: an area, an organisation, a person, an address. The page lends registers through `hosts.lookUps`; names in these are invented. */
const meta: Meta<GalleryControls> = {
  title: 'Form/Widgets/Pickers',
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
    await step('finds an area by its name and opens its levels', async () => {
      await waitFor(() => expect(form.shadowRoot?.querySelector('[data-pointer="/q3"] [role=combobox]')).not.toBeNull());
      await userEvent.type(form.shadowRoot?.querySelector('[data-pointer="/q3"] [role=combobox]') as HTMLInputElement, '荷城');
      await waitFor(() => expect(form.shadowRoot?.querySelector('[data-pointer="/q3"] [role=option]')?.textContent).toContain('荷城街道'));
      await userEvent.keyboard('{Enter}');
      await expect(form.value['q3']).toBe('440608001');
    });
  },
};

export const Accessibility: StoryObj = pages.accessibility;
