import type { NamedConditions } from '@cobuild/core';
import { toPointer, valueAt } from '@cobuild/core';
import type { FactShapes } from './fact-shapes.js';
import { eligibilityFacts, formFacts, listAt } from './fact-shapes.js';
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

function formConditions(scheme: unknown, form: unknown, at: string): PlacedCondition[] {
  const holders = [...layoutHolders(form), ...fieldHolders(form)];
  const places = holders.flatMap(({ holder, pointer }) => ['visibleWhen', 'requiredWhen'].map((property) => ({ pointer: `${at}${pointer}/${property}`, condition: valueAt(holder, `/${property}`) }))).filter(({ condition }) => condition !== undefined);
  if (places.length === 0) return [];
  const facts = formFacts(scheme, form);
  return places.map((place) => ({ ...place, facts, named: NO_CONDITIONS, owner: 'form' as const }));
}

interface Holder { readonly holder: unknown; readonly pointer: string }

function layoutHolders(form: unknown): Holder[] {
  return listAt(form, '/layout/steps').flatMap((step, index) => {
    const pointer = toPointer('layout', 'steps', index);
    return [{ holder: step, pointer }, ...listAt(step, '/sections').map((section, place) => ({ holder: section, pointer: pointer + toPointer('sections', place) }))];
  });
}

function fieldHolders(form: unknown): Holder[] {
  const fields = valueAt(form, '/fields');
  return isNode(fields) ? Object.entries(fields).map(([key, holder]) => ({ holder, pointer: toPointer('fields', key) })) : [];
}
