import { words } from '../locales/words.js';
import type { Locale, Problem } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import { equalJson } from './answers.js';
import type { FieldPlan } from './field-plan.js';
import type { FieldSpec } from './field-spec.js';
import type { FieldStatus } from './field-status.js';
import { entryName } from './field-status.js';
import type { FormNode } from './form-model.js';
import { isRecord, numberAt, own, textAt } from './json-schema.js';
import { fieldLabel, fieldOptions, isUnnamed } from './labels.js';
import { answerParts } from './whole-answers.js';
import { dateLimits, hasWidgetFindings } from './widget-findings.js';
import { recordKind } from './record-kind.js';

/** What a node says that does not depend on answers. */
export type FixedPart = Omit<FormNode, 'pointer' | 'label' | 'required' | 'visible' | 'value' | 'children' | 'problems' | 'choosers' | 'itemTitle'>;

const LIMITS = ['minItems', 'maxItems', 'maxLength', 'minimum', 'maximum'] as const;

/** The fixed part of a field's node in a language. Nodes of a field share the objects in it. */
export function fixedPart({ spec, role, parent }: FieldPlan, locale: Locale, readonly: boolean): FixedPart {
  const { settings, schema } = spec;
  const kind = settings.provenance?.kind;
  const fixed: { -readonly [K in keyof FixedPart]: FixedPart[K] } = {
    template: spec.template,
    widget: spec.widget,
    // The schema of a record describes the format, to developers.
    help: localize(settings.help, locale) || (recordKind(settings) === undefined ? textOf(own(schema, 'description')) : ''),
    placeholder: localize(settings.placeholder, locale),
    unit: localize(settings.unit, locale),
    width: settings.width ?? 'full',
    recommended: settings.recommended === true,
    readonly: readonly || spec.computed || own(schema, 'readOnly') === true,
    computed: spec.computed,
    options: fieldOptionsOnce(spec, locale),
  };
  LIMITS.forEach((keyword) => {
    const limit = numberAt(schema, keyword);
    if (limit !== undefined) fixed[keyword] = limit;
  });
  const format = textAt(schema, 'format');
  if (format !== undefined) fixed.format = format;
  if (settings.titleHidden === true) fixed.labelHidden = true;
  const options = widgetOptionsOf(spec, locale);
  if (options) fixed.widgetOptions = options;
  if (isRecord(settings.record)) fixed.record = settings.record;
  if (kind === 'inferred' || kind === 'invented') fixed.provenance = kind;
  if (role === 'entry') fixed.added = 'entry';
  else if (role === 'item' && parent?.spec.shape === 'tuple') fixed.added = 'item';
  if (spec.shape === 'tuple' && spec.item) {
    fixed.addable = true;
    const label = fieldLabel(spec.item, locale);
    if (label !== spec.item.name) fixed.addLabel = label;
  }
  if (spec.optional === true && role === 'field') fixed.removable = true;
  return fixed;
}

/** What the settings tell a widget, and what it has to know of the schema: the parts of an answer, the first and the last day. */
function widgetOptionsOf(spec: FieldSpec, locale: Locale): FixedPart['widgetOptions'] {
  const set = isRecord(spec.settings.widgetOptions) ? spec.settings.widgetOptions : undefined;
  const parts = answerParts(spec, locale);
  const limits = hasWidgetFindings(spec) ? dateLimits(spec) : {};
  return parts || limits.min !== undefined || limits.max !== undefined ? { ...set, ...limits, ...(parts ? { parts } : {}) } : set;
}

/** The label of a node; items of a list are numbered and may have a title, an answer that the person named has that name. */
export function nodeLabel(status: FieldStatus, locale: Locale, itemTitle = ''): string {
  const { plan, pointer } = status;
  if (plan.role === 'entry') return entryName(status);
  const isNumbered = plan.role === 'item' || isUnnamed(plan, locale);
  if (!isNumbered) return fieldLabel(plan.spec, locale);
  const item = words[locale].item(Number(pointer.slice(pointer.lastIndexOf('/') + 1)) + 1);
  return itemTitle === '' ? item : words[locale].titled(item, itemTitle);
}

/** What a node says of itself. */
export interface NodeNames { readonly label: string; readonly itemTitle?: string | undefined }

/** A node, with its members written out so that all nodes are small objects of one kind. */
export function nodeOf(fixed: FixedPart, { label, itemTitle }: NodeNames, status: FieldStatus, children: readonly FormNode[], problems: readonly Problem[], choosers: readonly FormNode[]): FormNode {
  const { pointer, required, visible, value } = status;
  const node: { -readonly [K in keyof FormNode]: FormNode[K] } = {
    pointer,
    template: fixed.template,
    widget: fixed.widget,
    label,
    help: fixed.help,
    placeholder: fixed.placeholder,
    unit: fixed.unit,
    width: fixed.width,
    required,
    recommended: fixed.recommended,
    readonly: fixed.readonly || status.locked,
    computed: fixed.computed,
    visible,
    value,
    options: offered(fixed.options, status),
    children,
    problems,
  };
  if (fixed.minItems !== undefined) node.minItems = fixed.minItems;
  if (fixed.maxItems !== undefined) node.maxItems = fixed.maxItems;
  if (fixed.maxLength !== undefined) node.maxLength = fixed.maxLength;
  if (fixed.minimum !== undefined) node.minimum = fixed.minimum;
  if (fixed.maximum !== undefined) node.maximum = fixed.maximum;
  if (fixed.labelHidden !== undefined) node.labelHidden = fixed.labelHidden;
  if (fixed.format !== undefined) node.format = fixed.format;
  if (fixed.widgetOptions !== undefined) node.widgetOptions = fixed.widgetOptions;
  if (fixed.record !== undefined) node.record = fixed.record;
  if (fixed.provenance !== undefined) node.provenance = fixed.provenance;
  if (itemTitle !== undefined) node.itemTitle = itemTitle;
  if (fixed.added !== undefined) node.added = fixed.added;
  if (fixed.addable !== undefined) node.addable = fixed.addable;
  if (fixed.addLabel !== undefined) node.addLabel = fixed.addLabel;
  if (fixed.removable !== undefined) node.removable = fixed.removable;
  if (choosers.length > 0) node.choosers = choosers;
  return node;
}

/** Whether a node says more of its status than a node of the same field does that a status without conditions made. */
export const isConditioned = (status: FieldStatus | undefined): boolean => status !== undefined && (status.locked || status.withheld !== '');

const offers = new WeakMap<FormNode['options'], Map<string, FormNode['options']>>();

/** The choices that are offered now; one that was made before stays among them until another one is made. */
function offered(options: FormNode['options'], { withheld, value }: FieldStatus): FormNode['options'] {
  if (withheld === '') return options;
  const closed = withheld.split(',').map(Number);
  const chosen = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  const out = closed.filter((index) => !chosen.some((each) => equalJson(each, options[index]?.value)));
  const lists = offers.get(options) ?? new Map<string, FormNode['options']>();
  offers.set(options, lists);
  const key = out.join();
  const list = lists.get(key) ?? options.filter((_, index) => !out.includes(index));
  lists.set(key, list);
  return list;
}

const optionLists = new WeakMap<FieldSpec, Map<Locale, FormNode['options']>>();
const NO_OPTIONS: FormNode['options'] = [];

/** Choices do not depend on the answers; one list per field, and per language where they differ, lets views compare by identity. */
function fieldOptionsOnce(spec: FieldSpec, locale: Locale): FormNode['options'] {
  if (spec.choices.length === 0) return NO_OPTIONS;
  const lists = optionLists.get(spec) ?? new Map<Locale, FormNode['options']>();
  optionLists.set(spec, lists);
  let list = lists.get(locale);
  if (list === undefined) {
    const made = fieldOptions(spec, locale);
    list = [...lists.values()].find((other) => equalJson(other, made)) ?? made;
    lists.set(locale, list);
  }
  return list;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
