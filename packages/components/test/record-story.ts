import type { FormDefinition } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { FieldHosts } from '../src/hosts/field-hosts.js';
import { themeNames } from '../src/internal/palettes.js';

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

/** A phone. */
export const narrow = { viewport: { value: 'mobile1', isRotated: false } };
