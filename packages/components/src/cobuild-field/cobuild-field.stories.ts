import type { FieldSettings, FormDefinition } from '@cobuild/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import applicationForm from '../../../../examples/schemes/gaoming/forms/application.json' with { type: 'json' };
import '../define/cobuild-field.js';
import type { CobuildField } from './cobuild-field.js';

const form = applicationForm as unknown as FormDefinition;

interface Controls {
  readonly question: string;
  readonly value: unknown;
  readonly label: string;
  readonly help: string;
  readonly required: boolean;
  readonly readonly: boolean;
  readonly disabled: boolean;
  readonly lang: 'zh-CN' | 'en';
}

/** A question of the application form, taken out of it. */
function question(name: string): { readonly schema: Readonly<Record<string, unknown>>; readonly settings: FieldSettings | undefined } {
  const { properties, $defs } = form.schema as { readonly properties: Readonly<Record<string, object>>; readonly $defs?: object };
  return { schema: { ...properties[name], ...($defs === undefined ? {} : { $defs }) }, settings: form.fields?.[`/${name}`] };
}
const names = Object.keys((form.schema as { readonly properties: object }).properties);

const render = ({ question: name, value, label, help, required, readonly, disabled, lang }: Controls): TemplateResult => {
  const { schema, settings } = question(name);
  return html`<cobuild-field name=${name} .schema=${schema} .settings=${settings} .value=${value} label=${label} help=${help} ?required=${required} ?readonly=${readonly} ?disabled=${disabled} lang=${lang}></cobuild-field>`;
};

/**
 * Use it where a page asks one thing: a search by village, an amount in a host's own form. Several questions that belong together are better a
 * `cobuild-form`, which checks and calculates across them. The questions are those of Gaoming's application form.
 */
const meta: Meta<Controls> = {
  title: 'Form/cobuild-field',
  component: 'cobuild-field',
  tags: ['autodocs'],
  render,
  args: { question: 'projectName', value: undefined, label: '', help: '', required: true, readonly: false, disabled: false, lang: 'zh-CN' },
  argTypes: { question: { control: 'select', options: names }, lang: { control: 'select', options: ['zh-CN', 'en'] } },
};
export default meta;

type Story = StoryObj<Controls>;

const fieldIn = (canvas: HTMLElement): CobuildField => canvas.querySelector('cobuild-field') as CobuildField;

/** Turn the controls. */
export const Playground: Story = {};

/** Every question of the form, each alone: the widget follows from the schema, or from `settings`. */
export const Overview: Story = {
  render: ({ lang }) => html`${names.map((name) => render({ question: name, value: undefined, label: '', help: '', required: false, readonly: false, disabled: false, lang }))}`,
};

/** Label, help, control, and beside it what is wrong; the box is the part `section`. */
export const Anatomy: Story = {
  args: { label: '项目名称', help: '写清在哪里做什么。' },
  play: async ({ canvasElement, step }) => {
    const field = fieldIn(canvasElement);
    await field.updateComplete;
    await step('shows what is missing once it is asked to report', async () => {
      field.reportValidity();
      await waitFor(() => expect(field.renderRoot.querySelector('.field-error')?.textContent).toContain('项目名称'));
    });
  },
};

/** A label of the page's own names the field and leads to it; the field then shows none. */
export const LabelOutside: Story = {
  render: () => html`<label for="village">所在村（社区）</label><cobuild-field id="village" name="village" .schema=${{ type: 'string' }}></cobuild-field>`,
  play: async ({ canvasElement, step }) => {
    await step('takes the focus by its label', async () => {
      const field = fieldIn(canvasElement);
      await field.updateComplete;
      canvasElement.querySelector('label')?.click();
      await expect(field.shadowRoot?.activeElement?.localName).toBe('input');
    });
  },
};

export const Filled: Story = { args: { value: '晴川村闲置公共用房改建暖心服务站' } };
export const Disabled: Story = { args: { value: '暖心服务站', disabled: true } };
export const Readonly: Story = { args: { value: '暖心服务站', readonly: true } };
export const LongText: Story = { args: { value: '晴川村闲置公共用房改建为老年人日间照料与儿童托管相结合的暖心服务站及周边道路照明项目（一期工程）' } };
export const English: Story = { args: { lang: 'en' } };

/** In a native form it is one entry under its name, and keeps the form from being sent while its answer is wrong. */
export const InANativeForm: Story = {
  render: () => html`<form @submit=${(event: Event) => event.preventDefault()}><cobuild-field name="amount" label="申请金额" required .schema=${{ type: 'number', format: 'money', minimum: 1 }}></cobuild-field><button>发送</button></form>`,
  play: async ({ canvasElement, step }) => {
    const field = fieldIn(canvasElement);
    await field.updateComplete;
    await step('is missing at first', () => expect(field.checkValidity()).toBe(false));
    await step('sends its answer', async () => {
      field.value = 12000;
      await expect(new FormData(canvasElement.querySelector('form') as HTMLFormElement).get('amount')).toBe('12000');
    });
  },
};

/** Misuse: without a schema there is nothing to ask, and the field draws nothing. */
export const WithoutSchema: Story = { render: () => html`<cobuild-field name="nothing" label="村名"></cobuild-field>` };
