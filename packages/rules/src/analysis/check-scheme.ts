import type { Condition, LoadResult, Locale, Problem, Scheme, SchemeFiles } from '@cobuild/core';
import { parseScheme, toPointer } from '@cobuild/core';
import { checkCondition } from './check-condition.js';
import { factShapes } from './fact-types.js';
import type { AnalysisCode } from './messages.js';
import { analysisWords } from './messages.js';

export interface CheckOptions {
  /** Language of the sentences. Default `zh-CN`. */
  readonly locale?: Locale;
  /** File to start from. Default `scheme.json`. */
  readonly entry?: string;
}

/**
 * Loads a scheme and checks what it means: everything that `parseScheme` of core finds, and the facts, operators,
 * parameters and types of every condition. What the command and the editor call.
 *
 * @returns The scheme is present only where nothing of severity `error` was found.
 * @example checkScheme(readSchemeFolder('examples/schemes/gaoming')).problems.map(({ message }) => message)
 */
export function checkScheme(files: SchemeFiles, { locale = 'zh-CN', entry }: CheckOptions = {}): LoadResult {
  const loaded = parseScheme(files, { locale, ...(entry === undefined ? {} : { entry }) });
  if (loaded.scheme === undefined) return loaded;
  const found = schemeFindings(loaded.scheme).map((finding) => problemAt(loaded, finding, locale));
  const problems = [...loaded.problems, ...found].sort(byPlace);
  if (found.every(({ severity }) => severity !== 'error')) return { ...loaded, problems };
  const { scheme: _, ...rest } = loaded;
  return { ...rest, problems };
}

interface Finding { readonly code: AnalysisCode; readonly severity: Problem['severity']; readonly pointer: string; readonly params: Readonly<Record<string, unknown>> }

function schemeFindings(scheme: Scheme): readonly Finding[] {
  const shapes = factShapes(scheme);
  const named = scheme.eligibility.conditions ?? {};
  const conditions = [...conditionsOf(scheme)].flatMap(([pointer, condition]) =>
    checkCondition(condition, named, shapes).map((finding): Finding => ({ severity: 'error', ...finding, pointer: pointer + finding.pointer })));
  const untested: Finding[] = (scheme.tests ?? []).length === 0 ? [{ code: 'scheme/no-tests', severity: 'warning', pointer: '', params: {} }] : [];
  return [...conditions, ...untested];
}

/** Every condition of a scheme with its place. */
function* conditionsOf(scheme: Scheme): Iterable<readonly [string, Condition]> {
  for (const [name, condition] of Object.entries(scheme.eligibility.conditions ?? {})) yield [toPointer('eligibility', 'conditions', name), condition];
  for (const [index, rule] of scheme.eligibility.rules.entries()) yield [toPointer('eligibility', 'rules', index, 'conditions'), rule.conditions];
  const application = scheme.stages.find(({ method }) => method === 'application')?.form;
  for (const [index, form] of scheme.forms.entries()) {
    // Conditions of another form read that form's own answers, whose names are not facts of the rules.
    if (form.id !== application) continue;
    for (const [pointer, { visibleWhen, requiredWhen }] of Object.entries(form.fields ?? {})) {
      if (visibleWhen !== undefined) yield [toPointer('forms', index, 'fields', pointer, 'visibleWhen'), visibleWhen];
      if (requiredWhen !== undefined) yield [toPointer('forms', index, 'fields', pointer, 'requiredWhen'), requiredWhen];
    }
    for (const [stepIndex, step] of (form.layout?.steps ?? []).entries()) {
      const at = ['forms', index, 'layout', 'steps', stepIndex] as const;
      if (step.visibleWhen !== undefined) yield [toPointer(...at, 'visibleWhen'), step.visibleWhen];
      for (const [sectionIndex, section] of step.sections.entries()) {
        if (section.visibleWhen !== undefined) yield [toPointer(...at, 'sections', sectionIndex, 'visibleWhen'), section.visibleWhen];
      }
    }
  }
}

function problemAt(loaded: LoadResult, { code, severity, pointer, params }: Finding, locale: Locale): Problem {
  return { code, severity, ...loaded.locate(pointer), params, ...analysisWords(code, params, locale) };
}

/** Problems of a file in the order of its lines. */
export function byPlace(a: Problem, b: Problem): number {
  return a.document.localeCompare(b.document) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || a.code.localeCompare(b.code);
}
