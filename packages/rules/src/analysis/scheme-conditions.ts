import type { NamedConditions } from '@cobuild/core';
import { pointerTokens, toPointer, valueAt } from '@cobuild/core';
import type { FactShape, FactShapes } from './fact-shapes.js';
import { anything, eligibilityFacts, formFacts, listAt } from './fact-shapes.js';
import { isNode } from './schema-shape.js';

/** A condition of a scheme with its place and what it may read. */
export interface PlacedCondition {
  /** From the root of the scheme. */
  readonly pointer: string;
  readonly condition: unknown;
  readonly facts: FactShapes;
  /** Conditions that it may refer to. */
  readonly named: NamedConditions;
  readonly owner: 'requirement' | 'named' | 'stage' | 'part' | 'tranche' | 'form';
}

/** Forms are evaluated by themselves: the page has the form, not the requirements. */
const NO_CONDITIONS: NamedConditions = {};

/** What a payment is about is for the host to say. */
const ofPayments: FactShapes = { byName: new Map(), complete: false };

/** Every condition of a merged scheme, checked or not, in document order. */
export function schemeConditions(scheme: unknown): readonly PlacedCondition[] {
  return [...eligibilityConditions(scheme), ...listAt(scheme, '/forms').flatMap((form, index) => formConditions(scheme, form, toPointer('forms', index)))];
}

function eligibilityConditions(scheme: unknown): PlacedCondition[] {
  const conditions = valueAt(scheme, '/eligibility/conditions');
  const named = isNode(conditions) ? (conditions as NamedConditions) : NO_CONDITIONS;
  const facts = eligibilityFacts(scheme);
  return [
    ...Object.entries(named).map(([name, condition]) => ({ pointer: toPointer('eligibility', 'conditions', name), condition, facts, named, owner: 'named' as const })),
    // A stage that settles itself reads what the requirements read.
    ...listAt(scheme, '/stages').map((stage, index) => ({ pointer: toPointer('stages', index, 'condition'), condition: valueAt(stage, '/condition'), facts, named, owner: 'stage' as const })),
    ...listAt(scheme, '/thresholds').map((threshold, index) => ({ pointer: toPointer('thresholds', index, 'secondKey'), condition: valueAt(threshold, '/secondKey'), facts, named, owner: 'part' as const })),
    ...listAt(scheme, '/allocation/caps').map((cap, index) => ({ pointer: toPointer('allocation', 'caps', index, 'when'), condition: valueAt(cap, '/when'), facts, named, owner: 'part' as const })),
    ...listAt(scheme, '/allocation/tranches').flatMap((tranche, index) =>
      listAt(tranche, '/after').map((wait, place) => ({ pointer: toPointer('allocation', 'tranches', index, 'after', place, 'condition'), condition: valueAt(wait, '/condition'), facts, named, owner: 'tranche' as const }))),
    ...listAt(scheme, '/smallCaps').flatMap((cap, index) => ['when', 'onlyIf'].map((key) => ({ pointer: toPointer('smallCaps', index, key), condition: valueAt(cap, `/${key}`), facts: ofPayments, named, owner: 'part' as const }))),
    ...listAt(scheme, '/eligibility/rules').map((rule, index) => ({ pointer: toPointer('eligibility', 'rules', index, 'conditions'), condition: valueAt(rule, '/conditions'), facts, named, owner: 'requirement' as const })),
  ].filter(({ condition }) => condition !== undefined);
}

/** Members of a step, a section, an element or a field that are conditions. */
const PROPERTIES = ['visibleWhen', 'opensWhen', 'requiredWhen', 'readonlyWhen'];

function formConditions(scheme: unknown, form: unknown, at: string): PlacedCondition[] {
  const facts = formFacts(scheme, form);
  return [...layoutHolders(form), ...fieldHolders(form)].flatMap(({ holder, pointer, list }) => {
    const known = list === undefined ? facts : withItemFacts(facts, list);
    const places = [...PROPERTIES.map((name) => toPointer(name)), ...Object.keys(ownOptions(holder)).map((value) => toPointer('optionsWhen', value))];
    return places
      .map((place) => ({ pointer: `${at}${pointer}${place}`, condition: valueAt(holder, place), facts: known, named: NO_CONDITIONS, owner: 'form' as const }))
      .filter(({ condition }) => condition !== undefined);
  });
}

function ownOptions(holder: unknown): Readonly<Record<string, unknown>> {
  const options = valueAt(holder, '/optionsWhen');
  return isNode(options) ? options : {};
}

/** `list` is the pointer of a field inside a list, whose conditions may read the item around it. */
interface Holder { readonly holder: unknown; readonly pointer: string; readonly list?: string }

function layoutHolders(form: unknown): Holder[] {
  return listAt(form, '/layout/steps').flatMap((step, index) => {
    const pointer = toPointer('layout', 'steps', index);
    const sections = listAt(step, '/sections').flatMap((section, place) => {
      const at = pointer + toPointer('sections', place);
      return [{ holder: section, pointer: at }, ...elementHolders(valueAt(section, '/elements'), `${at}/elements`)];
    });
    return [{ holder: step, pointer }, ...sections];
  });
}

/** Groups, tabs and texts, also within each other. */
function elementHolders(elements: unknown, at: string): Holder[] {
  if (!Array.isArray(elements)) return [];
  return (elements as readonly unknown[]).flatMap((element, index) => {
    if (!isNode(element)) return [];
    const pointer = `${at}/${index}`;
    return [{ holder: element, pointer }, ...['group', 'tabs', 'elements'].flatMap((key) => elementHolders(element[key], `${pointer}/${key}`))];
  });
}

function fieldHolders(form: unknown): Holder[] {
  const fields = valueAt(form, '/fields');
  if (!isNode(fields)) return [];
  return Object.entries(fields).map(([key, holder]) => ({ holder, pointer: toPointer('fields', key), ...(key.startsWith('#') || pointerTokens(key).includes('*') ? { list: key } : {}) }));
}

/** The item around a field of a list, and its index. */
function withItemFacts(facts: FactShapes, field: string): FactShapes {
  // A place in the schema may be drawn in any list.
  const tokens = field.startsWith('#') ? [] : pointerTokens(field);
  const [name = '', ...rest] = tokens.slice(0, tokens.lastIndexOf('*') + 1);
  const inside = (shape: FactShape, token: string): FactShape => (token === '*' ? shape.item?.() : shape.property?.(token)) ?? anything;
  const item = rest.reduce(inside, facts.byName.get(name) ?? anything);
  return { ...facts, byName: new Map([...facts.byName, ['item', item], ['index', { type: 'number', limits: { minimum: 0, perUnit: 1 } }]]) };
}
