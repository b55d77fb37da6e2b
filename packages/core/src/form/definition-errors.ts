import { formSentence } from '../locales/sentence.js';
import { escapeToken, pointerTokens } from '../problems/json-pointer.js';
import type { Locale, Problem, Severity } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import type { CompiledForm } from './compiled-form.js';
import type { FieldSpec } from './field-spec.js';
import { fieldLabel } from './labels.js';
import { recordKind } from './record-kind.js';

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
  const records = form.root.children.flatMap(withInner).flatMap((field) => {
    const kind = recordKind(field.settings);
    const expected = kind === undefined ? undefined : kind === 'attachments' || kind === 'indicators' ? 'array' : 'object';
    return expected === undefined || field.type === undefined || field.type === expected
      ? []
      : [problem('record-type', 'error', `/schema${field.schemaPointer}/type`, { label: fieldLabel(field, locale), expected, found: field.type })];
  });
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

/** Every field inside another one, in each way to answer it. */
export function inside(field: FieldSpec): readonly FieldSpec[] {
  return [...(field.item ? withInner(field.item) : []), ...field.children.flatMap(withInner), ...branchesOf(field).flatMap(inside)];
}

/** A list that cannot be drawn because of its items is told once. */
function withInner(field: FieldSpec): readonly FieldSpec[] {
  if (field.unsupported !== undefined) return [field];
  const ways = branchesOf(field);
  return [field, ...inside(field), ...ways.filter((way) => way.unsupported !== undefined)];
}

/** The field as each branch of its alternatives has it, where these are different kinds of answers. */
function branchesOf({ shape, alternatives, variants }: FieldSpec): readonly FieldSpec[] {
  if (shape === 'group' || variants === undefined) return [];
  return alternatives.flatMap(({ at, branches, anything }) =>
    (anything === true ? [] : branches).map(({ index }) => variants.of(variants.gates.map((gates) => (gates.every((gate) => gate.kind === 'branch' && gate.at === at && gate.branch === index) ? '1' : '0')).join(''))),
  );
}
