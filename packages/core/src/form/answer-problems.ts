import { message } from '../locales/message.js';
import { pointerTokens, toPointer, valueAt } from '../problems/json-pointer.js';
import type { Locale, Problem, Severity } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import type { ValidationIssue } from '../validation/validator.js';
import { isEmpty } from './answers.js';
import type { CompiledForm } from './compiled-form.js';
import type { Evaluation } from './evaluate-answers.js';
import type { FieldSpec } from './field-spec.js';
import type { FieldStatus } from './field-status.js';
import { statusesByPointer } from './field-status.js';
import { fieldParams } from './issue-params.js';
import { own } from './json-schema.js';
import { placeLabel } from './labels.js';
import { layoutOrder } from './layout-order.js';
import { LARGEST_ANSWERS, LONGEST_TEXT } from './limits.js';

/** What a person is told about: a keyword that failed at a place. */
interface Finding { readonly keyword: string; readonly pointer: string; readonly params: Readonly<Record<string, unknown>>; readonly severity: Severity }

/** Every problem of evaluated answers, in the order of the layout. The same for page and server. */
export function answerProblems(form: CompiledForm, evaluation: Evaluation, locale: Locale): readonly Problem[] {
  const statuses = statusesByPointer(evaluation.root);
  const findings = evaluation.limits.length > 0 ? limitFindings(evaluation) : [...ruleFindings(form, evaluation, statuses), ...recommendations(statuses)];
  const order = layoutOrder(form, evaluation.root);
  const placeOf = (pointer: string): number => order.get(pointer) ?? order.get(nearest(pointer, order)) ?? order.size;
  return findings
    .map((finding) => ({ finding, place: placeOf(finding.pointer) }))
    .sort((left, right) => left.place - right.place)
    .map(({ finding }) => problemOf(form, finding, statuses.get(finding.pointer)?.spec, evaluation, locale));
}

function limitFindings({ limits }: Evaluation): readonly Finding[] {
  return limits.map((limit) =>
    limit.kind === 'too-large'
      ? { keyword: 'too-large', pointer: '', params: { limit: LARGEST_ANSWERS }, severity: 'error' }
      : { keyword: 'too-long', pointer: limit.pointer, params: { limit: LONGEST_TEXT, length: limit.length }, severity: 'error' },
  );
}

function ruleFindings(form: CompiledForm, { counted }: Evaluation, statuses: ReadonlyMap<string, FieldStatus>): readonly Finding[] {
  const issues = (form.schema?.validate(counted) ?? []).flatMap((issue) => closestIssues(issue, statuses));
  const found = issues.map((issue): Finding => ({ keyword: issue.keyword, pointer: issue.instancePointer, params: issue.params, severity: 'error' }));
  const missing = [...statuses.values()]
    .filter((status) => status.required && asks(status) && isEmpty(valueAt(counted, status.pointer)))
    .map((status): Finding => ({ keyword: 'required', pointer: status.pointer, params: {}, severity: 'error' }));
  const emptyItems = [...statuses.values()]
    .filter((status) => status.visible && status.spec.name === '*' && status.spec.shape === 'leaf' && isEmpty(status.value))
    .map((status): Finding => ({ keyword: 'required', pointer: status.pointer, params: {}, severity: 'error' }));
  const visible = found.filter((finding) => finding.keyword !== 'if' && isVisible(finding.pointer, statuses));
  return withoutRepeats([...visible, ...missing, ...emptyItems]);
}

/** `requiredWhen` asks for what the JSON Schema does not; a group is asked for by its fields, and null is an answer where the schema says so. */
function asks({ spec, value }: FieldStatus): boolean {
  return spec.settings.requiredWhen !== undefined && spec.shape !== 'group' && !(value === null && spec.nullable);
}

/** A field with choices says "choose one"; where branches describe groups, what the closest one lacks says more. */
function closestIssues(issue: ValidationIssue, statuses: ReadonlyMap<string, FieldStatus>): readonly ValidationIssue[] {
  const choices = statuses.get(issue.instancePointer)?.spec.choices ?? [];
  if (issue.closest === undefined || issue.closest.length === 0 || choices.length > 0) return [issue];
  return issue.closest.flatMap((inner) => closestIssues(inner, statuses));
}

function isVisible(pointer: string, statuses: ReadonlyMap<string, FieldStatus>): boolean {
  return statuses.get(nearest(pointer, statuses))?.visible ?? true;
}

/** The pointer itself, or the nearest one above it that is known. */
function nearest(pointer: string, known: ReadonlyMap<string, unknown>): string {
  if (known.has(pointer)) return pointer;
  const tokens = pointerTokens(pointer);
  while (tokens.length > 0 && !known.has(toPointer(...tokens))) tokens.pop();
  return toPointer(...tokens);
}

const ASKING = ['required', 'dependentRequired'];

/** One sentence per keyword and place; a field that is missing is asked for once. */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ keyword, pointer, params }) => {
    const key = JSON.stringify([ASKING.includes(keyword) ? 'required' : keyword, pointer, params['property'] ?? params['limit'] ?? '']);
    return !seen.has(key) && seen.add(key);
  });
}

function recommendations(statuses: ReadonlyMap<string, FieldStatus>): readonly Finding[] {
  return [...statuses.values()]
    .filter(({ visible, required, spec, value }) => visible && !required && spec.settings.recommended === true && isEmpty(value))
    .map(({ pointer }) => ({ keyword: 'recommended', pointer, params: {}, severity: 'warning' }));
}

function problemOf(form: CompiledForm, finding: Finding, spec: FieldSpec | undefined, evaluation: Evaluation, locale: Locale): Problem {
  const { keyword, pointer, severity } = finding;
  const value = valueAt(evaluation.counted, pointer);
  const label = placeLabel(form, pointer, locale);
  const params = { label, ...(spec ? fieldParams(spec, value, finding.params['format'], locale) : {}), ...finding.params };
  const written = spec ? (own(spec.settings.messages, keyword) as Parameters<typeof localize>[0]) : undefined;
  const code = `form/${keyword}`;
  return { code, severity, document: 'answers', pointer, params, message: localize(written, locale) || message(code, params, locale) };
}
