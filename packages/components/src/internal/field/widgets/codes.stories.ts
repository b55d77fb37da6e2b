import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import type { CobuildForm } from '../../../cobuild-form/cobuild-form.js';
import type { GalleryControls } from '../../../../test/widget-gallery.js';
import { gallery, galleryMeta, galleryPages } from '../../../../test/widget-gallery.js';
import { codeExamples } from '../../../../test/widget-examples.js';

const examples = codeExamples.filter(({ widget }) => ['citizenNumber', 'organisationCode', 'phone', 'bankCard', 'bankAccount'].includes(widget));

/** Numbers that people copy from a card: citizen number, organisation code, phone, bank card and account. Spaces, dashes and small letters may be typed or pasted; what is wrong is said. */
const meta: Meta<GalleryControls> = {
  title: 'Form/Widgets/Codes',
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
    const input = form.shadowRoot?.querySelector<HTMLInputElement>('[data-pointer="/q1"] .input') as HTMLInputElement;
    await step('stores the X of a citizen number as a capital and shows the number in groups', async () => {
      await userEvent.type(input, '11010519491231002x');
      await userEvent.tab();
      await expect([form.value['q1'], input.value]).toEqual(['11010519491231002X', '110105 1949 1231 002X']);
    });
  },
};

export const Accessibility: StoryObj = pages.accessibility;
