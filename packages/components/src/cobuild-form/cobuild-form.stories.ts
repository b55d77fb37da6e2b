import type { FormDefinition } from '@cobuild/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { anatomyStory } from '../../../../.storybook/anatomy.js';
import applicationForm from '../../../../examples/schemes/gaoming/forms/application.json' with { type: 'json' };
import homeSafety from '../../../../examples/schemes/gaoming/cases/home-safety.json' with { type: 'json' };
import '../define/cobuild-form.js';
import { themeNames } from '../internal/palettes.js';
import type { CobuildForm } from './cobuild-form.js';

type Answers = Readonly<Record<string, unknown>>;

interface Controls {
  readonly definition: FormDefinition;
  readonly value: Answers;
  readonly readonly: boolean;
  readonly disabled: boolean;
  readonly paged: boolean;
  readonly lang: 'zh-CN' | 'en';
  readonly theme: string;
  readonly largeText: boolean;
}

const definition = applicationForm as unknown as FormDefinition;
const answers: Answers = homeSafety.answers;

const render = ({ definition: form, value, readonly, disabled, paged, lang, theme, largeText }: Controls): TemplateResult =>
  html`<cobuild-form
    .definition=${form}
    .value=${value}
    ?readonly=${readonly}
    ?disabled=${disabled}
    ?paged=${paged}
    lang=${lang}
    theme=${theme}
    ?large-text=${largeText}
  ></cobuild-form>`;

/**
 * Use it where people fill in something that a JSON Schema describes. The content is Gaoming's application form; the answers are
 * one of its three example projects, with invented names and amounts.
 */
const meta: Meta<Controls> = {
  title: 'Form/cobuild-form',
  component: 'cobuild-form',
  tags: ['autodocs'],
  render,
  args: { definition, value: {}, readonly: false, disabled: false, paged: false, lang: 'zh-CN', theme: 'district', largeText: false },
  argTypes: {
    theme: { control: 'select', options: themeNames },
    lang: { control: 'select', options: ['zh-CN', 'en'] },
  },
};
export default meta;

type Story = StoryObj<Controls>;

const formIn = (canvas: HTMLElement): CobuildForm => canvas.querySelector('cobuild-form') as CobuildForm;

export const Playground: Story = {};

/** A form as somebody comes back to it the next day: half filled in, one step at a time. */
export const Overview: Story = { args: { value: { ...answers, background: undefined }, paged: true } };

/** Parts that a host styles, and the slot for its own buttons. */
export const Anatomy: Story = anatomyStory('cobuild-form', meta, {
  args: { value: { ...answers, projectName: '', 旧项目编号: '2019-7' } },
  missing: ['steps', 'undo', 'task-list', 'saved', 'merge', 'aside', 'draft-file'],
  prepare: async (canvas) => {
    await formIn(canvas).updateComplete;
    formIn(canvas).reportValidity();
  },
});

/** One step at a time, for long forms. */
export const Paged: Story = { args: { paged: true } };

export const Filled: Story = { args: { value: answers } };

/** After a submit with nothing filled in: the list on top takes the focus, each entry leads to its field. */
export const Invalid: Story = {
  play: async ({ canvasElement, step }) => {
    const form = formIn(canvasElement);
    await step('gives the list of problems focus', async () => {
      await expect(form.submit()).toBe(false);
      await waitFor(() => expect(form.shadowRoot?.activeElement?.id).toBe('error-summary'));
    });
    await step('links the first entry to its field', async () => {
      form.shadowRoot?.querySelector<HTMLButtonElement>('#error-summary .link')?.click();
      await waitFor(() => expect(form.shadowRoot?.activeElement?.id).toBe('f/projectName'));
    });
  },
};

/** For check-your-answers pages and for reviewers. */
export const Readonly: Story = { args: { value: answers, readonly: true } };

/** While the answers are on their way. */
export const Disabled: Story = { args: { value: answers, disabled: true } };

const longName = '荷城街道晴川村党群服务中心闲置公房改建邻里暖心服务站暨老幼共托与应急物资储备一体化示范项目';

/** A title of 46 characters, opinions of 2,000. */
export const LongText: Story = { args: { value: { ...answers, projectName: longName, background: '村里老人多，年轻人外出多，日常照料靠邻里。'.repeat(90) } } };

export const LargeText: Story = { args: { value: answers, largeText: true } };

export const English: Story = { args: { value: answers, lang: 'en' } };

export const HighContrast: Story = { args: { value: answers, theme: 'high-contrast' } };

/** A bare schema, without a form definition. */
export const BareSchema: Story = {
  render: () => html`<cobuild-form
    .schema=${{
      type: 'object',
      required: ['village', 'households'],
      properties: {
        village: { type: 'string', title: '村（社区）', maxLength: 40 },
        households: { type: 'integer', title: '户数', minimum: 1 },
        note: { type: 'string', title: '备注', maxLength: 500 },
      },
    }}
  ></cobuild-form>`,
};

/** On a phone, tables become cards. */
export const Narrow: Story = { args: { value: answers }, globals: { viewport: { value: 'mobile1', isRotated: false } } };

/** A definition that cannot be used says so and leaves the page alone. */
export const BrokenDefinition: Story = { args: { definition: { id: 'form', title: { 'zh-CN': '表单' } } as unknown as FormDefinition } };
