import { escapeToken } from '../../problems/json-pointer.js';
import { nearestName } from '../../scheme/nearest-name.js';
import { jsonType } from '../../validation/instance.js';
import { choiceName } from '../choice-values.js';
import type { FieldSpec } from '../field-spec.js';
import { isRecord, own } from '../json-schema.js';
import type { DefinitionFinding } from './definition-finding.js';

/** Titles and conditions of choices that the field does not have, and choices that would be shown by their code. */
export function optionFindings(field: FieldSpec, label: string): readonly DefinitionFinding[] {
  const { settings, choices, template } = field;
  // Codes of registers, and words for empty answers, are named by settings too: nothing in the schema lists them.
  const named = choices.map(({ value }) => choiceName(value));
  const known = [...named, ...(field.nullable ? ['null'] : []), ...(field.type === 'boolean' ? ['true', 'false'].filter((name) => !named.includes(name)) : [])];
  const findings = (['options', 'optionsWhen'] as const).flatMap((setting): readonly DefinitionFinding[] => {
    const given = settings[setting];
    if (!isRecord(given)) return [];
    const at = `/fields/${escapeToken(template)}/${setting}`;
    if (choices.length === 0 && field.type !== 'boolean') {
      return setting === 'options' && (settings.widget !== undefined || field.nullable) ? [] : [{ code: 'no-options', severity: 'warning', pointer: at, params: { label, setting } }];
    }
    return Object.keys(given).filter((name) => !known.includes(name)).map((name) => {
      const nearest = nearestName(name, known);
      return { code: 'unknown-option', severity: 'warning', pointer: `${at}/${escapeToken(name)}`, params: { label, setting, name, known, ...(nearest === undefined ? {} : { nearest }) } };
    });
  });
  const { options } = settings;
  const untitled = isRecord(options) && Object.keys(options).some((name) => named.includes(name)) ? choices.filter(({ value, title }) => typeof value === 'string' && title === undefined && own(options, value) === undefined) : [];
  return [
    ...findings,
    ...(untitled.length === 0 ? [] : [{ code: 'option-untitled' as const, severity: 'warning' as const, pointer: `/fields/${escapeToken(template)}/options`, params: { label, names: untitled.map(({ value }) => value) } }]),
  ];
}

/** Choices and a default of another kind than the answers: nobody could choose them. */
export function choiceFindings(field: FieldSpec, label: string): readonly DefinitionFinding[] {
  const { schema, schemaPointer, choices, type } = field;
  const found: DefinitionFinding[] = [];
  const listed = own(schema, 'enum');
  const unfit = Array.isArray(listed) && own(schema, 'type') !== undefined ? (listed as readonly unknown[]).filter((value) => !fits(value, own(schema, 'type'))) : [];
  if (unfit.length > 0) found.push({ code: 'choice-type', severity: 'error', pointer: `/schema${schemaPointer}/enum`, params: { label, type: own(schema, 'type'), values: unfit } });
  const given = own(schema, 'default');
  const isMissing = choices.length > 0 && type !== 'array' && !choices.some(({ value }) => choiceName(value) === choiceName(given));
  if (given !== undefined && (isMissing || !fits(given, own(schema, 'type')))) {
    found.push({ code: 'default-unfit', severity: 'warning', pointer: `/schema${schemaPointer}/default`, params: { label, value: given, known: isMissing ? choices.map(({ value }) => choiceName(value)) : [] } });
  }
  return found;
}

function fits(value: unknown, type: unknown): boolean {
  const types: readonly unknown[] = Array.isArray(type) ? type : type === undefined ? [] : [type];
  return types.length === 0 || types.includes(jsonType(value)) || (types.includes('integer') && Number.isInteger(value));
}
