import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import type { CobuildForm } from '../../../cobuild-form/cobuild-form.js';
import type { GalleryControls } from '../../../../test/widget-gallery.js';
import { gallery } from '../../../../test/widget-gallery.js';
import { codeExamples } from '../../../../test/widget-examples.js';
import { themeNames } from '../../palettes.js';

const examples = codeExamples.filter(({ widget }) => ['citizenNumber', 'organisationCode', 'phone', 'bankCard', 'bankAccount'].includes(widget));

/** Numbers that people copy from a card: citizen number, organisation code, phone, bank card and account. Spaces, dashes and small letters may be typed or pasted; what is wrong is said. */
const meta: Meta<GalleryControls> = {
  title: 'Form/Widgets/Codes',
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
    const input = form.shadowRoot?.querySelector<HTMLInputElement>('[data-pointer="/q1"] .input') as HTMLInputElement;
    await step('stores the X of a citizen number as a capital and shows the number in groups', async () => {
      await userEvent.type(input, '11010519491231002x');
      await userEvent.tab();
      await expect([form.value['q1'], input.value]).toEqual(['11010519491231002X', '110105 1949 1231 002X']);
    });
  },
};
