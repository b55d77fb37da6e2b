import type { Locale, RecordSettings } from '@cobuild/core';
import { applicationForm, formatDate, isDate, pointerTokens, toPointer, valueAt } from '@cobuild/core';
import type { ValueTitles } from '../decision-tables/index.js';
import { placeInSchema } from '../explanation/place-in-schema.js';
import type { ConditionWords } from '../explanation/condition-words.js';
import { plainValue } from '../explanation/condition-words.js';
import { cellChoice, cellName } from '../explanation/record-words.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { OwnOperator } from '../operators/index.js';
import { listAt } from './fact-shapes.js';
import { isNode } from './schema-shape.js';

const RESERVED = ['applicant', 'batch', 'fund', 'history', 'today', 'parameters'] as const;
const ITEMS: Readonly<Record<Locale, (list: string) => string>> = { 'zh-CN': (list) => `${list}的项数`, en: (list) => `number of ${list}` };

/** The text of a title in a language; `undefined` where there is none. */
export function titleText(title: unknown, locale: Locale): string | undefined {
  if (typeof title === 'string') return title === '' ? undefined : title;
  const text = valueAt(title, `/${locale}`) ?? valueAt(title, '/zh-CN');
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** The title of what stands at a place; `undefined` where it has none. */
export function titleAt(scheme: unknown, pointer: string, locale: Locale): string | undefined {
  return titleText(valueAt(scheme, `${pointer}/title`), locale);
}

/**
 * How people call the facts of a condition and their values, in a scheme that may be wrong anywhere: answers by the titles of the form's fields, parameters and
 * host facts by their own. What has no title keeps its name.
 *
 * @param at - Where the condition stands, from the root: a condition of a form reads that form, the others the application form.
 */
export function namesOfFacts(scheme: unknown, at: string, locale: Locale, operators: readonly OwnOperator[] = []): ConditionWords {
  const form = formAt(scheme, at);
  return {
    locale, operators,
    label: (fact, path = '') => {
      const steps = stepsOf(path);
      return steps[steps.length - 1] === 'length' ? ITEMS[locale](labelOf(scheme, form, fact, steps.slice(0, -1), locale)) : labelOf(scheme, form, fact, steps, locale);
    },
    value: (fact, value, path = '') => valueTitle(scheme, form, fact, stepsOf(path), value, locale) ?? (typeof value === 'string' && isDate(value) ? formatDate(value, locale) : plainValue(value, locale)),
  };
}

/** The form that a condition at a place reads. */
export function formAt(scheme: unknown, at: string): unknown {
  const [part, index = ''] = pointerTokens(at);
  return part === 'forms' ? valueAt(scheme, toPointer('forms', index)) : applicationForm(scheme)?.value;
}

/** The title of one of the values that a fact can have; `undefined` where it has none. */
export function valueTitle(scheme: unknown, form: unknown, fact: string, steps: readonly string[], value: unknown, locale: Locale): string | undefined {
  if (fact === 'applicant') return titleText(valueAt([...listAt(scheme, '/organisation/levels'), ...listAt(scheme, '/organisation/units')].find((each) => valueAt(each, '/id') === value), '/title'), locale);
  // What a record names by an id, such as a step, has its title in the settings of the record.
  const named = titleText(cellChoice(valueAt(settingsAt(form, fact, []), '/record') as RecordSettings | undefined, value), locale);
  if (named !== undefined) return named;
  const option = titleText(valueAt(settingsAt(form, fact, steps), `/options${toPointer(String(value))}`), locale);
  const schema = schemaAt(form, fact, steps);
  return option ?? titleText(valueAt(listAt(schema, '/oneOf').find((each) => valueAt(each, '/const') === value), '/title'), locale);
}

/** The titles of the values that inputs of decision tables read, in both languages, for `checkDecisionTable`. */
export function inputValueTitles(scheme: unknown): ValueTitles {
  const form = applicationForm(scheme)?.value;
  return ({ fact, path = '' }, value) => {
    const title = (locale: Locale): string | undefined => valueTitle(scheme, form, fact, stepsOf(path), value, locale);
    const [chinese, english] = [title('zh-CN'), title('en')];
    return chinese === undefined ? undefined : { 'zh-CN': chinese, ...(english === undefined ? {} : { en: english }) };
  };
}

/** `lines[*].amount`, as findings name a fact, taken apart again. */
export function splitFactName(name: string): { readonly fact: string; readonly path?: string } {
  const [, fact = name, rest = ''] = /^([^.[]+)(.*)$/.exec(name) ?? [];
  return rest === '' ? { fact } : { fact, path: `$${rest}` };
}

/** `$[0].amount` is `*`, `amount`: items of a list are all called alike. */
export function stepsOf(path: string): readonly string[] {
  return (path.match(/[^$.[\]'"]+/g) ?? []).map((step) => (/^-?\d*(:-?\d*)*$/.test(step) ? '*' : step));
}

function labelOf(scheme: unknown, form: unknown, fact: string, steps: readonly string[], locale: Locale): string {
  const [first] = steps;
  if (fact === 'parameters') return (first === undefined ? undefined : titleAt(scheme, toPointer('parameters', first), locale)) ?? first ?? ruleMessage('explain/fact-parameters', {}, locale);
  if (fact === 'applicant' && (first === 'level' || first === 'town' || first === 'id' || first === 'name' || first === 'unit')) return ruleMessage(`explain/fact-applicant-${first}`, {}, locale);
  const reserved = RESERVED.find((name) => name === fact);
  if (reserved !== undefined) return ruleMessage(`explain/fact-${reserved}`, {}, locale);
  const hostFact = listAt(scheme, '/eligibility/hostFacts').find((each) => valueAt(each, '/id') === fact);
  if (hostFact !== undefined) return titleText(valueAt(hostFact, '/title'), locale) ?? fact;
  const [own, answer = fact] = [steps, []].map((way) => titleText(valueAt(settingsAt(form, fact, way), '/title'), locale) ?? titleText(valueAt(schemaAt(form, fact, way), '/title'), locale));
  if (own !== undefined) return own;
  const cell = cellOf(valueAt(settingsAt(form, fact, []), '/record'), toPointer(fact, ...steps), locale);
  return cell === undefined ? answer : ruleMessage('explain/cell-of-record', { record: answer, cell }, locale);
}

/** What a part of a record is called; the settings of the record may be wrong anywhere. */
function cellOf(record: unknown, pointer: string, locale: Locale): string | undefined {
  try {
    return isNode(record) ? cellName(record, pointer, locale) : undefined;
  } catch {
    return undefined;
  }
}

function settingsAt(form: unknown, fact: string, steps: readonly string[]): unknown {
  const fields = valueAt(form, '/fields');
  const field = toPointer(fact, ...steps);
  return isNode(fields) ? valueAt(fields, toPointer(field)) ?? valueAt(fields, toPointer(`#${placeInSchema(valueAt(form, '/schema'), field)}`)) : undefined;
}

function schemaAt(form: unknown, fact: string, steps: readonly string[]): unknown {
  const root = valueAt(form, '/schema');
  return [fact, ...steps].reduce<unknown>((schema, step) => followed(root, valueAt(schema, step === '*' ? '/items' : toPointer('properties', step))), root);
}

/** A property that only refers to a definition of the same form is read there. */
function followed(root: unknown, schema: unknown): unknown {
  const reference = valueAt(schema, '/$ref');
  return typeof reference === 'string' && reference.startsWith('#/') ? valueAt(root, reference.slice(1)) : schema;
}
