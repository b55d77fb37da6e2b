import type { FormDefinition, Locale, Scheme } from '@cobuild/core';
import { formatDate, formatYuan, isDate, isMoney, localize, toPointer, valueAt, withRecordSchemas } from '@cobuild/core';
import type { EligibilityOptions } from '../eligibility/check-eligibility.js';
import { firstStage } from '../decision/stage-lookup.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { RuleMessageCode } from '../locales/rule-message.js';
import { placeInSchema } from './place-in-schema.js';
import type { ConditionWords } from './condition-words.js';
import { plainValue } from './condition-words.js';
import { cellChoice, cellName } from './record-words.js';

/**
 * How the facts of a scheme's requirements are called: answers by the titles of the application form, parameters and host facts by their own,
 * values with their unit and the titles of their options, days as 2026年3月5日. Own operators of the host are said in their own words.
 */
export function factWords(scheme: Scheme, locale: Locale, { operators }: EligibilityOptions = {}): ConditionWords {
  const form = scheme.forms.find(({ id }) => id === firstStage(scheme).form);
  return {
    locale, ...(operators === undefined ? {} : { operators }),
    label: (fact, path) => labelOf(scheme, form, fact, path, locale),
    value: (fact, value, path) => {
      if (fact === 'applicant') return organisationWords(scheme, value, locale);
      return typeof value === 'string' && isDay(scheme, form, fact, path) && isDate(value) ? formatDate(value, locale) : valueOf(form, fieldPointer(fact, path), value, locale);
    },
  };
}

/** The answer's place in the form: `lines` with path `$[0].amount` is `/lines/0/amount`. */
function fieldPointer(fact: string, path = ''): string {
  return toPointer(fact, ...(path.match(/[^$.[\]'"]+/g) ?? []));
}

const RESERVED = ['applicant', 'batch', 'fund', 'history', 'today', 'parameters'] as const;

function labelOf(scheme: Scheme, form: FormDefinition | undefined, fact: string, path: string | undefined, locale: Locale): string {
  const key = path?.replace(/^\$?\.?/, '') ?? '';
  if (fact === 'parameters' && Object.prototype.hasOwnProperty.call(scheme.parameters, key)) return localize(scheme.parameters[key]?.title, locale);
  if (fact === 'applicant' && (key === 'level' || key === 'town')) return ruleMessage(`explain/fact-applicant-${key}`, {}, locale);
  const reserved = RESERVED.find((name) => name === fact);
  if (reserved !== undefined) return ruleMessage(`explain/fact-${reserved}` satisfies RuleMessageCode, {}, locale);
  const hostFact = scheme.eligibility.hostFacts?.find(({ id }) => id === fact);
  if (hostFact !== undefined) return localize(hostFact.title, locale);
  const pointer = fieldPointer(fact, path);
  const own = titleAt(form, pointer, locale);
  if (own !== undefined) return own;
  const answer = titleAt(form, toPointer(fact), locale) ?? fact;
  const cell = cellName(settingsAt(form, toPointer(fact))?.record, pointer, locale);
  return cell === undefined ? answer : ruleMessage('explain/cell-of-record', { record: answer, cell }, locale);
}

function isDay({ eligibility }: Scheme, form: FormDefinition | undefined, fact: string, path: string | undefined): boolean {
  if (fact === 'today') return true;
  const hostFact = eligibility.hostFacts?.find(({ id }) => id === fact);
  return hostFact === undefined ? schemaAt(form, fieldPointer(fact, path))?.['format'] === 'date' : hostFact.type === 'date';
}

/** Levels and units of the organisation by their titles. */
function organisationWords({ organisation }: Scheme, value: unknown, locale: Locale): string {
  const named = [...organisation.levels, ...(organisation.units ?? [])].find(({ id }) => id === value);
  return named === undefined ? plainValue(value, locale) : localize(named.title, locale);
}

function titleAt(form: FormDefinition | undefined, pointer: string, locale: Locale): string | undefined {
  const own = settingsAt(form, pointer)?.title;
  if (own !== undefined) return localize(own, locale);
  const title = schemaAt(form, pointer)?.['title'];
  return typeof title === 'string' ? title : undefined;
}

/** Settings are kept by pointer, items of a list under `*`; what several fields are drawn from has them by its place in the schema. */
function settingsAt(form: FormDefinition | undefined, pointer: string): NonNullable<FormDefinition['fields']>[string] | undefined {
  const template = pointer.replace(/\/\d+(?=\/|$)/g, '/*');
  if (form?.fields === undefined) return undefined;
  const key = Object.prototype.hasOwnProperty.call(form.fields, template) ? template : `#${placeInSchema(form.schema, template)}`;
  return Object.prototype.hasOwnProperty.call(form.fields, key) ? form.fields[key] : undefined;
}

function schemaAt(form: FormDefinition | undefined, pointer: string): Readonly<Record<string, unknown>> | undefined {
  if (form === undefined) return undefined;
  let schema: unknown = withRecordSchemas(form).schema;
  for (const token of pointer.split('/').slice(1)) {
    const step = /^(\d+|\*)$/.test(token) ? '/items' : `/properties/${token}`;
    // The schema of a record stands beside what is written about its field.
    const written = valueAt(schema, '/allOf');
    schema = followed(form, [schema, ...(Array.isArray(written) ? (written as readonly unknown[]) : [])].map((part) => valueAt(part, step)).find((found) => found !== undefined));
  }
  return typeof schema === 'object' && schema !== null ? (schema as Readonly<Record<string, unknown>>) : undefined;
}

/** A property that only refers to a definition of the same form is read there. */
function followed(form: FormDefinition, schema: unknown): unknown {
  const reference = valueAt(schema, '/$ref');
  return typeof reference === 'string' && reference.startsWith('#/') ? valueAt(form.schema, reference.slice(1)) : schema;
}

function valueOf(form: FormDefinition | undefined, pointer: string, value: unknown, locale: Locale): string {
  const settings = settingsAt(form, pointer);
  const options = settings?.options;
  const option = String(value);
  const chosen = cellChoice(settingsAt(form, toPointer(pointer.split('/')[1] ?? ''))?.record, value);
  if (chosen !== undefined) return localize(chosen, locale);
  if (options !== undefined && Object.prototype.hasOwnProperty.call(options, option)) return localize(options[option], locale);
  if (schemaAt(form, pointer)?.['format'] === 'money' && typeof value === 'number' && isMoney(value)) return formatYuan(value, locale);
  const words = plainValue(value, locale);
  return settings?.unit === undefined || typeof value !== 'number' ? words : `${words} ${localize(settings.unit, locale)}`;
}
