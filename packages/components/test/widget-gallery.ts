import type { FieldSettings, FormDefinition } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { ref as shown } from 'lit/directives/ref.js';
import '../src/define/cobuild-form.js';
import type { CobuildForm } from '../src/cobuild-form/cobuild-form.js';
import type { FieldHosts } from '../src/hosts/field-hosts.js';
import type { WidgetExample } from './widget-examples.js';

/** Controls of the stories of widgets. */
export interface GalleryControls {
  readonly lang: 'zh-CN' | 'en';
  readonly theme: string;
  readonly largeText: boolean;
  readonly disabled: boolean;
  /** Which answers stand in it. */
  readonly answers: 'none' | 'right' | 'wrong';
  /** Every question is one that nobody can change. */
  readonly fixed: boolean;
  /** As after a submit. */
  readonly checked: boolean;
}

const nameOf = (_: WidgetExample, index: number): string => `q${index + 1}`;

/** All examples as one form, one question each. */
export function galleryForm(examples: readonly WidgetExample[], fixed = false): FormDefinition {
  const properties = Object.fromEntries(examples.map((example, index) => [nameOf(example, index), fixed ? { ...example.schema, readOnly: true } : example.schema]));
  const fields = Object.fromEntries(examples.map((example, index): [string, FieldSettings] => [`/${nameOf(example, index)}`, example.settings]));
  return { id: 'widgets', title: { 'zh-CN': '控件', en: 'Widgets' }, schema: { type: 'object', required: Object.keys(properties), properties }, fields };
}

function galleryAnswers(examples: readonly WidgetExample[], answers: GalleryControls['answers']): Readonly<Record<string, unknown>> {
  if (answers === 'none') return {};
  const entries = examples.map((example, index) => [nameOf(example, index), answers === 'right' ? example.value : example.wrong] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

const hostsOf = (examples: readonly WidgetExample[]): FieldHosts => examples.find(({ hosts }) => hosts)?.hosts ?? {};

/** Draws the examples; what is wrong is shown once it is there. */
export function gallery(examples: readonly WidgetExample[], controls: Partial<GalleryControls> = {}): TemplateResult {
  const { lang = 'zh-CN', theme = 'district', largeText = false, disabled = false, answers = 'none', fixed = false, checked = false } = controls;
  const show = (element: Element | undefined): void => {
    if (checked && element) void (element as CobuildForm).updateComplete.then(() => (element as CobuildForm).reportValidity());
  };
  return html`<cobuild-form
    actions-hidden
    .definition=${galleryForm(examples, fixed)}
    .value=${galleryAnswers(examples, answers)}
    .hosts=${hostsOf(examples)}
    ?disabled=${disabled}
    ?large-text=${largeText}
    lang=${lang}
    theme=${theme}
    ${shown(show)}
  ></cobuild-form>`;
}
