import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { CobuildForm } from '../../../cobuild-form/cobuild-form.js';
import type { GalleryControls } from '../../../../test/widget-gallery.js';
import { gallery } from '../../../../test/widget-gallery.js';
import { pickerExamples } from '../../../../test/widget-examples.js';
import { themeNames } from '../../palettes.js';

const examples = pickerExamples.filter(({ widget }) => widget !== 'suggestions');

/** Something that stands in a register of the page: an area, an organisation, a person, an address. The page lends registers through `hosts.lookUps`; names in these are invented. */
const meta: Meta<GalleryControls> = {
  title: 'Form/Widgets/Pickers',
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
    await step('finds an area by its name and opens its levels', async () => {
      await waitFor(() => expect(form.shadowRoot?.querySelector('[data-pointer="/q3"] [role=combobox]')).not.toBeNull());
      await userEvent.type(form.shadowRoot?.querySelector('[data-pointer="/q3"] [role=combobox]') as HTMLInputElement, '荷城');
      await waitFor(() => expect(form.shadowRoot?.querySelector('[data-pointer="/q3"] [role=option]')?.textContent).toContain('荷城街道'));
      await userEvent.keyboard('{Enter}');
      await expect(form.value['q3']).toBe('440608001');
    });
  },
};
