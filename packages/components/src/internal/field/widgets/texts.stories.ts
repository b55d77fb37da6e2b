import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { CobuildForm } from '../../../cobuild-form/cobuild-form.js';
import type { GalleryControls } from '../../../../test/widget-gallery.js';
import { gallery } from '../../../../test/widget-gallery.js';
import { codeExamples, pickerExamples, plainExamples } from '../../../../test/widget-examples.js';
import { themeNames } from '../../palettes.js';

const examples = [...plainExamples, ...codeExamples, ...pickerExamples].filter(({ widget }) => ['text', 'textarea', 'email', 'uri', 'password', 'colour', 'suggestions'].includes(widget));

/** Text in one line or several, addresses of the net, secrets, colours and texts with suggestions. */
const meta: Meta<GalleryControls> = {
  title: 'Form/Widgets/Texts',
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
    await step('shows a secret while the button is pressed in', async () => {
      await waitFor(() => expect(form.shadowRoot?.querySelector('[type=password]')).not.toBeNull());
      const input = form.shadowRoot?.querySelector('[type=password]') as HTMLInputElement;
      await userEvent.click(input.nextElementSibling as HTMLElement);
      await expect(input.type).toBe('text');
    });
  },
};
