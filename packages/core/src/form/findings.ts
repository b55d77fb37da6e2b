import { valueAt } from '../problems/json-pointer.js';
import type { Severity } from '../problems/problem.js';
import type { ValidationIssue } from '../validation/validator.js';
import { equalJson } from './answers.js';
import { isUnanswered } from './choice-values.js';
import type { FieldPlan } from './field-plan.js';
import type { FieldSpec } from './field-spec.js';
import type { FieldStatus } from './field-status.js';
import { hasNamedAnswers } from './root-answer.js';
import { hasWidgetFindings, widgetFindings } from './widget-findings.js';

/** What a person is told about: a keyword that failed at a place. */
export interface Finding { readonly keyword: string; readonly pointer: string; readonly params: Readonly<Record<string, unknown>>; readonly severity: Severity }

/** Whether a field can have findings that come from the form itself, not from the schema. */
export function hasOwnFindings({ spec, isItem, offersWhen, parent }: FieldPlan): boolean {
  return (parent === undefined && !hasNamedAnswers(spec)) || spec.settings.requiredWhen !== undefined || spec.settings.recommended === true || offersWhen !== undefined || (isItem && spec.shape === 'leaf') || spec.alternatives.length > 0 || isOfBranch(spec) || hasWidgetFindings(spec);
}

/** All findings about one field, from the issues at its place or inside it; a hidden field has none. */
export function findingsOf(status: FieldStatus, issues: readonly ValidationIssue[], counted: unknown): readonly Finding[] {
  if (!status.visible) return [];
  const { pointer, plan, spec, required, value } = status;
  const found = issues
    .filter((issue) => issue.keyword !== 'if')
    .map((issue): Finding => ({ keyword: issue.keyword, pointer: issue.instancePointer, params: issue.params, severity: 'error' }));
  const saysNull = value === null && spec.nullable;
  const empty = isUnanswered(spec, value) && !saysNull;
  // Without an outermost answer there is nothing that the schema could be asked of.
  if (plan.parent === undefined && counted === undefined) found.push({ keyword: 'required', pointer, params: {}, severity: 'error' });
  if (required && asks(status, counted) && isUnanswered(spec, valueAt(counted, pointer))) found.push({ keyword: 'required', pointer, params: {}, severity: 'error' });
  if (plan.isItem && spec.shape === 'leaf' && empty && (plan.role !== 'position' || valueAt(counted, pointer) !== undefined)) found.push({ keyword: 'required', pointer, params: {}, severity: 'error' });
  // Where any of several kinds of answer would do, the one that was chosen is meant.
  if (status.chosen.length > 0 && (spec.type === 'number' || spec.type === 'integer') && typeof value === 'string' && !empty) found.push({ keyword: 'type', pointer, params: { type: [spec.type] }, severity: 'error' });
  if (status.withheld !== '' && choosesWithheld(status)) found.push({ keyword: 'optionsWhen', pointer, params: {}, severity: 'error' });
  for (const { keyword, params } of empty ? [] : widgetFindings(spec, value)) found.push({ keyword, pointer, params, severity: 'error' });
  const once = found.length > 1 ? found.filter((finding, index) => !found.slice(0, index).some((other) => repeats(finding, other))) : found;
  if (spec.settings.recommended === true && !required && empty) once.push({ keyword: 'recommended', pointer, params: {}, severity: 'warning' });
  return once;
}

/** Whether an answer is one of the choices that are not offered now. */
function choosesWithheld({ spec, value, withheld }: FieldStatus): boolean {
  const chosen = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return withheld.split(',').some((index) => chosen.some((each) => equalJson(each, spec.choices[Number(index)]?.value)));
}

/**
 * What the JSON Schema does not ask for: `requiredWhen`, and what the chosen branch wants where other branches would do. A group is asked for by its fields,
 * and null is an answer where the schema says so.
 */
function asks({ spec, value, pointer }: FieldStatus, counted: unknown): boolean {
  if (spec.shape === 'group' || (value === null && spec.nullable)) return false;
  return spec.settings.requiredWhen !== undefined || (isOfBranch(spec) && valueAt(counted, pointer.slice(0, pointer.lastIndexOf('/'))) !== undefined);
}

/** Whether a branch of the group that the field is in requires it. */
function isOfBranch({ requiredWhen, depth }: FieldSpec): boolean {
  return requiredWhen.some((gates) => gates.some((gate) => gate.kind === 'branch' && gate.depth === depth));
}

const kindOf = (keyword: string): string => (keyword === 'dependentRequired' ? 'required' : keyword);
const about = ({ params }: Finding): unknown => params['property'] ?? params['limit'] ?? '';

/** One sentence per keyword and place; a field that is missing is asked for once. */
function repeats(left: Finding, right: Finding): boolean {
  return left.pointer === right.pointer && kindOf(left.keyword) === kindOf(right.keyword) && about(left) === about(right);
}
