import { pointerTokens } from '../../problems/json-pointer.js';
import type { Locale, Problem } from '../../problems/problem.js';
import { localize } from '../../problems/problem.js';
import { nearestName } from '../../scheme/nearest-name.js';
import type { CompiledForm } from '../compiled-form.js';
import type { FieldSpec } from '../field-spec.js';
import { fieldLabel } from '../labels.js';
import { specAt } from '../spec-at.js';
import type { WidgetOptionKinds } from '../widget-options.js';
import { widgetFits, widgetNames } from '../widgets.js';
import { computedFindings } from './computed-findings.js';
import { settingFindings } from './field-findings.js';
import { layoutFindings } from './layout-findings.js';
import { openFindings } from './open-findings.js';
import { choiceFindings, optionFindings } from './option-findings.js';
import { recordFindings } from './record-findings.js';
import { remedyOf } from './remedies.js';
import { schemaFindings } from './schema-findings.js';
import { widgetNameFindings, widgetOptionFindings } from './widget-option-findings.js';
import { findingText } from './words.js';

/**
 * What an administrator most likely did not mean, though the form can be used: titles of choices that there are not, words that no validator knows, records of two kinds,
 * options that a widget does not know, calculations that never come out. Beside what `definitionProblems` says.
 */
export function settingProblems(form: CompiledForm, locale: Locale, widgetOptions: Readonly<Record<string, WidgetOptionKinds>> = {}): readonly Problem[] {
  const { definition, root } = form;
  const fields = fieldsIn(root);
  const templates = new Set(fields.map(({ template }) => template));
  const labelOf = (field: FieldSpec): string => (field.template === '' ? localize(definition.title, locale) : fieldLabel(field, locale));
  const findings = [
    ...fields.flatMap((field) => [...optionFindings(field, labelOf(field)), ...choiceFindings(field, labelOf(field)), ...recordFindings(field, labelOf(field), templates), ...settingFindings(field, labelOf(field)), ...widgetNameFindings(field, labelOf(field), widgetOptions), ...widgetOptionFindings(field, labelOf(field), widgetOptions), ...openFindings(field, labelOf(field), definition.schema)]),
    ...schemaFindings(definition.schema, '/schema', localize(definition.title, locale)),
    ...computedFindings(definition, (pointer) => specAt(root, pointer), labelOf),
    ...layoutFindings(definition),
  ];
  // A definition that several fields are drawn from is told once.
  const once = findings.filter(({ code, pointer }, index) => findings.findIndex((other) => other.code === code && other.pointer === pointer) === index);
  return once.map(({ code, severity, pointer, params }) => ({ code: `form/${code}`, severity, document: definition.id, pointer, params, ...findingText(code, params, locale) }));
}

/** A problem of the form with what mends it, and with the names that would do in place of one that does not. */
export function withRemedy(problem: Problem, form: CompiledForm, locale: Locale): Problem {
  const fields = fieldsIn(form.root);
  const params = { ...problem.params, ...alternativesTo(problem, fields) };
  const remedy = problem.remedy ?? remedyOf(problem.code, params, locale);
  return remedy === undefined ? problem : { ...problem, params, remedy };
}

function alternativesTo({ code, params, pointer }: Problem, fields: readonly FieldSpec[]): Readonly<Record<string, unknown>> {
  if (code === 'form/unknown-field') {
    const nearest = nearestName(String(params['label']), fields.map(({ template }) => template));
    return nearest === undefined ? {} : { nearest };
  }
  const field = code === 'form/unsuitable-widget' ? fields.find(({ template }) => template === pointerTokens(pointer)[1]) : undefined;
  return field === undefined ? {} : { known: widgetNames.filter((name) => widgetFits(name, field)) };
}

function fieldsIn(field: FieldSpec): readonly FieldSpec[] {
  return [field, ...field.children.flatMap(fieldsIn), ...(field.item ? fieldsIn(field.item) : [])];
}
