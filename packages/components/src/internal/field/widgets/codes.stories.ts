import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import type { CobuildForm } from '../../../cobuild-form/cobuild-form.js';
import type { GalleryControls } from '../../../../test/widget-gallery.js';
import { gallery, galleryMeta, galleryStates } from '../../../../test/widget-gallery.js';
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
    const input = form.shadowRoot?.querySelector<HTMLInputElement>('[data-pointer="/q1"] .input') as HTMLInputElement;
    await step('stores the X of a citizen number as a capital and shows the number in groups', async () => {
      await userEvent.type(input, '11010519491231002x');
      await userEvent.tab();
      await expect([form.value['q1'], input.value]).toEqual(['11010519491231002X', '110105 1949 1231 002X']);
    });
  },
};
