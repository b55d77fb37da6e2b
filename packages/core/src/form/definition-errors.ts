import { formSentence } from '../locales/sentence.js';
import { escapeToken, pointerTokens } from '../problems/json-pointer.js';
import type { Locale, Problem, Severity } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import type { CompiledForm } from './compiled-form.js';
import { recordPart } from './parts/form-parts.js';

/** Makes a problem of a definition. */
export type MakeProblem = (keyword: string, severity: Severity, pointer: string, params: Readonly<Record<string, unknown>>) => Problem;

export function problemMaker(form: CompiledForm, locale: Locale): MakeProblem {
  return (keyword, severity, pointer, params) => ({
    code: `form/${keyword}`,
    severity,
    document: form.definition.id,
    pointer,
    params,
    message: formSentence(`form/${keyword}`, params, locale),
  });
}

/** Those of the problems that no answer can make good: nothing may be submitted. */
export function definitionErrors(form: CompiledForm, locale: Locale): readonly Problem[] {
  const problem = problemMaker(form, locale);
  const cycles = form.computed.cycles.map((cycle) =>
    problem('computed-cycle', 'error', `/computed/${escapeToken(cycle[0] ?? '')}`, { label: cycle.join(' → '), cycle }),
  );
  const records = recordPart.known?.recordErrors(form, locale, problem) ?? [];
  const { schemaError } = form;
  const label = localize(form.definition.title, locale);
  const broken = schemaError ? [problem('schema', 'error', `/schema${schemaError.pointer}`, { label, reason: form.definition.schema === undefined ? noSchema(locale) : schemaReason(schemaError, locale), detail: schemaError.reason })] : [];
  return [...broken, ...cycles, ...records];
}

/** Somebody handed in the JSON Schema by itself. */
function noSchema(locale: Locale): string {
  if (locale === 'en') return 'it has no "schema"; a definition is { "id", "title", "schema" }, and the JSON Schema goes into "schema"';
  return '缺少 "schema"。请写成 { "id", "title", "schema" }，JSON Schema 放在 "schema" 里';
}

/** The validator speaks English: elsewhere the place and its kind are told, and the validator's own words stand in `detail`. */
function schemaReason({ reason, pointer }: NonNullable<CompiledForm['schemaError']>, locale: Locale): string {
  if (locale === 'en') return reason;
  const keyword = pointerTokens(pointer).pop() ?? '';
  const place = `“/schema${pointer}”处`;
  if (/^\$(ref|dynamicRef|recursiveRef)$/.test(keyword)) return `${place}引用的定义找不到`;
  if (keyword === 'pattern' || /\/patternProperties\//.test(pointer)) return `${place}的正则表达式写得不对`;
  return `${place}的写法不符合 JSON Schema`;
}
