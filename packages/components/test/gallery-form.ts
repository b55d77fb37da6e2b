import type { FieldSettings, FormDefinition } from '@cobuild/core';
import type { FieldHosts } from '../src/hosts/field-hosts.js';
import type { WidgetExample } from './widget-examples.js';

export type ExampleAnswers = 'none' | 'right' | 'wrong';

const nameOf = (_: WidgetExample, index: number): string => `q${index + 1}`;

/** All examples as one form, one question each. */
export function galleryForm(examples: readonly WidgetExample[], fixed = false): FormDefinition {
  const properties = Object.fromEntries(examples.map((example, index) => [nameOf(example, index), fixed ? { ...example.schema, readOnly: true } : example.schema]));
  const fields = Object.fromEntries(examples.map((example, index): [string, FieldSettings] => [`/${nameOf(example, index)}`, example.settings]));
  return { id: 'widgets', title: { 'zh-CN': '控件', en: 'Widgets' }, schema: { type: 'object', required: Object.keys(properties), properties }, fields };
}

/** Answers to it: none, those that are right, or those that are refused. */
export function galleryAnswers(examples: readonly WidgetExample[], answers: ExampleAnswers): Readonly<Record<string, unknown>> {
  if (answers === 'none') return {};
  const entries = examples.map((example, index) => [nameOf(example, index), answers === 'right' ? example.value : example.wrong] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** What the page lends to the examples. */
export const galleryHosts = (examples: readonly WidgetExample[]): FieldHosts => examples.find(({ hosts }) => hosts)?.hosts ?? {};
