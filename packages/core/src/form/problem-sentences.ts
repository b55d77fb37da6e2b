import { formSentence } from '../locales/sentence.js';
import { valueAt } from '../problems/json-pointer.js';
import type { Locale, Problem } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import { equalJson } from './answers.js';
import type { CompiledForm } from './compiled-form.js';
import type { Evaluation } from './evaluate-answers.js';
import type { FieldStatus } from './field-status.js';
import type { Finding } from './findings.js';
import { fieldParams } from './issue-params.js';
import { own } from './json-schema.js';
import { placeLabel } from './labels.js';
import { recordPart } from './parts/form-parts.js';
import type { LimitFinding } from './limits.js';
import { LARGEST_ANSWERS, LONGEST_TEXT } from './limits.js';

/** The problem of a finding, as a sentence with the label of its place. */
export function problemOf(form: CompiledForm, finding: Finding, status: FieldStatus | undefined, { counted, root }: Pick<Evaluation, 'counted' | 'root'>, locale: Locale): Problem {
  const { keyword, pointer, severity } = finding;
  const spec = status?.spec;
  const label = recordPart.known?.labelInRecord(form.root, pointer, counted, locale) ?? placeLabel(form, pointer, locale, root);
  const params = { label, ...(spec ? fieldParams(spec, valueAt(counted, pointer), finding.params, locale) : {}), ...finding.params };
  const written = spec ? (own(spec.settings.messages, keyword) as Parameters<typeof localize>[0]) : undefined;
  const code = `form/${keyword}`;
  return { code, severity, document: 'answers', pointer, params, message: localize(written, locale) || formSentence(code, params, locale) };
}

/** Whether two problems say the same. */
export function sameProblem(left: Problem, right: Problem): boolean {
  return left.code === right.code && left.pointer === right.pointer && left.message === right.message && left.severity === right.severity && equalJson(left.params, right.params);
}

export function limitFinding(limit: LimitFinding): Finding {
  return limit.kind === 'too-large'
    ? { keyword: 'too-large', pointer: '', params: { limit: LARGEST_ANSWERS }, severity: 'error' }
    : { keyword: 'too-long', pointer: limit.pointer, params: { limit: LONGEST_TEXT, length: limit.length }, severity: 'error' };
}
