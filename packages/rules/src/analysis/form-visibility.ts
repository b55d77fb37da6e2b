import { pointerTokens, toPointer, valueAt } from '@cobuild/core';
import type { Part } from './condition-parts.js';
import { listAt } from './fact-shapes.js';
import { isNode } from './schema-shape.js';

/** What the application form says of one of its fields. */
export interface FieldPresence {
  /** Where the field stands in the form's schema, from the root of the scheme. */
  readonly pointer: string;
  /** All of these have to hold for the field to be shown. */
  readonly visibleWhen: readonly Part[];
  /** An answer of a hidden field counts too. */
  readonly keepsHidden: boolean;
  /** Whether an application can be submitted without an answer, though the field is shown. */
  readonly mayBeEmpty: boolean;
}

/** The fields of the application form, by the name of the answer. */
export function fieldPresence(scheme: unknown): ReadonlyMap<string, FieldPresence> {
  const id = valueAt(listAt(scheme, '/stages').find((stage) => valueAt(stage, '/method') === 'application'), '/form');
  const index = listAt(scheme, '/forms').findIndex((form) => id !== undefined && valueAt(form, '/id') === id);
  const at = toPointer('forms', index);
  const form = valueAt(scheme, at);
  const properties = valueAt(form, '/schema/properties');
  if (!isNode(properties)) return new Map();
  const required = listAt(form, '/schema/required');
  const computed = valueAt(form, '/computed');
  const sections = shownInSections(form, at);
  return new Map(Object.entries(properties).map(([name, schema]): [string, FieldPresence] => {
    const key = toPointer(name);
    const fields = valueAt(form, '/fields');
    const settings = isNode(fields) && Object.prototype.hasOwnProperty.call(fields, key) ? fields[key] : undefined;
    const own = conditionOf(settings, `${at}${toPointer('fields', key)}`);
    const isComputed = isNode(computed) && Object.keys(computed).some((target) => pointerTokens(target)[0] === name);
    const hasDefault = isNode(schema) && (schema['default'] !== undefined || schema['const'] !== undefined);
    return [name, {
      pointer: `${at}${toPointer('schema', 'properties', name)}`,
      visibleWhen: [...own, ...(sections.get(key) ?? [])],
      keepsHidden: valueAt(settings, '/hiddenAnswer') === 'keep',
      mayBeEmpty: !required.includes(name) && valueAt(settings, '/requiredWhen') === undefined && !isComputed && !hasDefault,
    }];
  }));
}

/** Conditions of the steps, sections, groups and tabs that a field stands in; where it is named twice it stands in the first place. */
function shownInSections(form: unknown, at: string): ReadonlyMap<string, readonly Part[]> {
  const shown = new Map<string, readonly Part[]>();
  listAt(form, '/layout/steps').forEach((step, stepIndex) => {
    const stepAt = `${at}${toPointer('layout', 'steps', stepIndex)}`;
    listAt(step, '/sections').forEach((section, index) => {
      const conditions = [...conditionOf(step, stepAt), ...conditionOf(section, stepAt + toPointer('sections', index))];
      const sectionAt = stepAt + toPointer('sections', index);
      for (const [field, around] of [...placedIn(valueAt(section, '/elements'), `${sectionAt}/elements`, conditions), ...placedIn(valueAt(section, '/fields'), `${sectionAt}/fields`, conditions)]) {
        const key = toPointer(pointerTokens(field)[0] ?? '');
        if (!shown.has(key)) shown.set(key, around);
      }
    });
  });
  return shown;
}

/** The fields of an arrangement with the conditions around each. */
function placedIn(elements: unknown, at: string, around: readonly Part[]): readonly (readonly [string, readonly Part[]])[] {
  if (!Array.isArray(elements)) return [];
  return (elements as readonly unknown[]).flatMap((element, index) => {
    if (typeof element === 'string') return [[element, around] as const];
    if (!isNode(element)) return [];
    const pointer = `${at}/${index}`;
    const inside = [...around, ...conditionOf(element, pointer)];
    return ['group', 'tabs', 'elements'].flatMap((key) => placedIn(element[key], `${pointer}/${key}`, inside));
  });
}

function conditionOf(holder: unknown, pointer: string): Part[] {
  const condition = valueAt(holder, '/visibleWhen');
  return condition === undefined ? [] : [{ pointer: `${pointer}/visibleWhen`, condition }];
}
