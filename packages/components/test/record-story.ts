import type { FormDefinition } from '@cobuild/core';
import type { StoryObj } from '@storybook/web-components-vite';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/define/cobuild-form.js';
import type { CobuildForm } from '../src/cobuild-form/cobuild-form.js';
import type { FieldHosts } from '../src/hosts/field-hosts.js';
import { themeNames } from '../src/internal/palettes.js';
import { widgetPages } from './widget-pages.js';

/** What can be changed in a story of a record. */
export interface RecordControls {
  readonly definition: FormDefinition;
  readonly record: unknown;
  readonly hosts: FieldHosts;
  readonly readonly: boolean;
  readonly disabled: boolean;
  readonly lang: 'zh-CN' | 'en';
  readonly theme: string;
  readonly largeText: boolean;
}

/** A form of the one record. */
export const renderRecord = ({ definition, record, hosts, readonly, disabled, lang, theme, largeText }: RecordControls): TemplateResult => html`<cobuild-form
  .definition=${definition}
  .value=${record === undefined ? {} : { projectName: '暖心服务站', record }}
  .hosts=${hosts}
  ?readonly=${readonly}
  ?disabled=${disabled}
  lang=${lang}
  theme=${theme}
  ?large-text=${largeText}
></cobuild-form>`;

export const recordArgs = (definition: FormDefinition, record?: unknown): RecordControls => ({
  definition,
  record,
  hosts: { now: () => '2026-03-30T09:00:00+08:00', person: { id: 'p1', name: '陈志远', organisation: '河江社区' } },
  readonly: false,
  disabled: false,
  lang: 'zh-CN',
  theme: 'district',
  largeText: false,
});

export const recordArgTypes = {
  theme: { control: 'select', options: themeNames },
  lang: { control: 'select', options: ['zh-CN', 'en'] },
} as const;

/** What the stories of a record show. */
export interface RecordSubject {
  readonly right: unknown;
  readonly wrong: unknown;
  readonly long?: unknown;
  /** Place of a problem of `wrong` inside the record: `/counts/1/against`. */
  readonly place: string;
  /** Other settings, each with what it is for. */
  readonly options?: readonly { readonly title: string; readonly definition: FormDefinition; readonly record?: unknown }[];
  readonly hosts?: FieldHosts;
}

const answersWith = (record: unknown): Readonly<Record<string, unknown>> => (record === undefined ? {} : { projectName: '暖心服务站', record });

/** All stories of a record but the first; its own settings are the first option. */
export function recordPages(definition: FormDefinition, { right, wrong, long, place, options = [], hosts = recordArgs(definition).hosts }: RecordSubject): ReturnType<typeof widgetPages> & { readonly behaviour: StoryObj<RecordControls> } {
  const usual = { title: '常用设置 · Usual settings', definition, record: undefined };
  return {
    ...widgetPages({
      definition, hosts, right: answersWith(right), wrong: answersWith(wrong), ...(long === undefined ? {} : { long: answersWith(long) }),
      options: [usual, ...options].map((option) => ({ title: option.title, definition: option.definition, value: answersWith(option.record), settings: option.definition.fields?.['/record'] })),
    }),
    behaviour: {
      args: { record: wrong, hosts },
      play: async ({ canvasElement, step }) => {
        const form = canvasElement.querySelector('cobuild-form') as CobuildForm;
        await step('tells what is wrong after a submit', async () => {
          await waitFor(() => expect(form.shadowRoot?.querySelector('[data-cell]')).not.toBeNull());
          await waitFor(() => expect(form.model?.state.problems.some(({ code }) => code === 'form/record-awaited')).toBe(false));
          await expect(form.submit()).toBe(false);
        });
        await step('leads from the list to the cell inside the record', async () => {
          await form.focusField(`/record${place}`);
          await waitFor(() => expect(form.shadowRoot?.activeElement?.closest('[data-cell]')).not.toBeNull());
        });
      },
    },
  };
}
