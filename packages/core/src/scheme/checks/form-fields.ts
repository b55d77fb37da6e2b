import { ITEM_FACTS } from '../../form/item-conditions.js';
import { withRecordSchemas } from '../../form/whole-form.js';
import { widgetNames } from '../../form/widgets.js';
import type { FormDefinition } from '../../generated/types.js';
import { valueAt } from '../../problems/json-pointer.js';
import { isObject } from '../../validation/instance.js';
import type { DocumentFinding, SchemeCheck } from '../finding.js';
import { nearestName } from '../nearest-name.js';
import { entriesAt, idsAt, partsAt, textIn, textsAt } from '../parts.js';
import type { Part } from '../parts.js';
import { answerAddresses, answerNames, hasAnswer } from './answer-fields.js';
import { computedCycles, computedOperands } from './computed-fields.js';
import { reportUnless } from './reference.js';

type Report = (finding: DocumentFinding) => void;

/** Facts that every condition can read; an answer of the same name would hide one of them. */
const RESERVED = ['applicant', 'batch', 'fund', 'history', 'today', 'parameters'];

/** Layout, settings and computed fields address answers that the form's schema has; answers have free names. */
export const formFields: SchemeCheck = (document, report) => {
  const hostFacts = idsAt(document, '/eligibility/hostFacts');
  for (const form of partsAt(document, '/forms')) {
    const schema = form.value['schema'];
    const check = (address: string, pointer: string, atKey = false): void => reportMissingField(schema, address, pointer, atKey, report);
    const placed = partsAt(document, `${form.pointer}/layout/steps`).flatMap((step) => partsAt(document, `${step.pointer}/sections`)).flatMap((section) => [...textsAt(section, 'fields'), ...placedIn(section.value['elements'], `${section.pointer}/elements`)]);
    for (const [index, { text, pointer }] of placed.entries()) {
      check(text, pointer);
      if (placed.findIndex((other) => other.text === text) < index) report({ code: 'scheme/field-listed-twice', severity: 'warning', pointer, params: { field: text } });
    }
    for (const field of entriesAt(document, `${form.pointer}/fields`)) {
      if (!isDefined(schema, field.key)) check(field.key, field.pointer, true);
      checkVisibleTo(document, field, report);
      const widget = textIn(field, 'widget');
      // Hosts register others under names that begin with `x-`.
      if (widget?.startsWith('x-') !== true) reportUnless(widgetNames, widget, 'scheme/unknown-widget', `${field.pointer}/widget`, report);
    }
    // What is calculated may be a cell of a record, and be made of cells.
    const withCells = isObject(schema) && isObject(form.value['fields']) ? withRecordSchemas(form.value as unknown as FormDefinition).schema : schema;
    for (const computed of entriesAt(document, `${form.pointer}/computed`)) {
      reportMissingField(withCells, computed.key, computed.pointer, true, report);
      for (const operand of computedOperands(computed.value, computed.pointer)) reportMissingField(withCells, operand.address, operand.pointer, false, report);
    }
    for (const { pointer, through } of computedCycles(document, form.pointer)) report({ code: 'scheme/computed-cycle', severity: 'error', pointer, atKey: true, params: { fields: through } });
    const reserved = [...RESERVED, ...hostFacts, ...itemFactsRead(document, form)];
    for (const name of answerNames(schema).filter((answer) => reserved.includes(answer))) {
      report({ code: 'scheme/reserved-answer-name', severity: 'error', pointer: `${form.pointer}/schema/properties/${name}`, atKey: true, params: { name, reserved } });
    }
  }
};

/** What several fields share is said once, at its place in the schema: `#/$defs/person/properties/phone`. */
const isDefined = (schema: unknown, key: string): boolean => key.startsWith('#') && isObject(valueAt(schema, key.slice(1)));

/** `item` and `index`, where a condition of a field inside a list reads them: there they are the item around it. */
function itemFactsRead(document: unknown, form: Part): readonly string[] {
  const inLists = entriesAt(document, `${form.pointer}/fields`).filter(({ key }) => key.includes('/*'));
  return ITEM_FACTS.filter((name) => inLists.some(({ value }) => JSON.stringify(value).includes(`"fact":"${name}"`)));
}

/** Pointers of a section's elements, in groups and tabs too. */
function placedIn(element: unknown, pointer: string): readonly { readonly text: string; readonly pointer: string }[] {
  if (typeof element === 'string') return [{ text: element, pointer }];
  if (Array.isArray(element)) return element.flatMap((each, index) => placedIn(each, `${pointer}/${index}`));
  return isObject(element) ? ['group', 'tabs', 'elements'].flatMap((key) => placedIn(element[key], `${pointer}/${key}`)) : [];
}

export function reportMissingField(schema: unknown, address: string, pointer: string, atKey: boolean, report: Report): void {
  if (hasAnswer(schema, address)) return;
  const known = answerNames(schema).map((name) => `/${name}`);
  const nearest = nearestName(address, [...known, ...answerAddresses(schema)]);
  report({ code: 'scheme/unknown-field', severity: 'error', pointer, atKey, params: { field: address, known, ...(nearest === undefined ? {} : { nearest }) } });
}

function checkVisibleTo(document: unknown, field: Part, report: Report): void {
  const visibleTo = field.value['visibleTo'];
  if (visibleTo === null || typeof visibleTo !== 'object') return;
  const part: Part = { value: visibleTo as Part['value'], pointer: `${field.pointer}/visibleTo` };
  const stages = [...idsAt(document, '/stages'), '*'];
  const roles = idsAt(document, '/organisation/roles');
  for (const stage of Object.keys(part.value)) {
    reportUnless(stages, stage, 'scheme/unknown-stage', `${part.pointer}/${stage}`, report, true);
    textsAt(part, stage).forEach(({ text, pointer }) => reportUnless(roles, text, 'scheme/unknown-role', pointer, report));
  }
}

/** The form that applicants fill in: that of the first stage that takes applications. */
export function applicationForm(document: unknown): Part | undefined {
  const stage = partsAt(document, '/stages').find(({ value }) => value['method'] === 'application' && typeof value['form'] === 'string');
  return stage && partsAt(document, '/forms').find((form) => textIn(form, 'id') === textIn(stage, 'form'));
}
