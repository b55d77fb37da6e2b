import type { AnswersChecker, Calendar, Case, Facts, FormDefinition, Locale, Problem, Scheme } from '@cobuild/core';
import { answersChecker, createInterpreter, localize, parametersFact, pointerTokens, valueAt } from '@cobuild/core';
import { evaluateCondition } from '../conditions/index.js';
import type { EligibilityOptions } from '../eligibility/check-eligibility.js';
import { decisionDay } from './case-facts.js';
import { recordProblems } from './record-problems.js';
import { resolvedScheme } from './resolved-scheme.js';
import { findOutcome, findStage } from './stage-lookup.js';
import { IN_FAVOUR } from './ways.js';

export interface CaseProblemOptions extends EligibilityOptions {
  /** Which days are worked. Without it a register of discussions is not held against its order, notices and disclosures. */
  readonly calendar?: Calendar;
  /** Day of the decision, as for `decide`. */
  readonly today?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Language of the sentences. Default `zh-CN`. */
  readonly locale?: Locale;
  /** Name of the file in problems. Default `case`. */
  readonly document?: string;
}

/**
 * What the scheme's forms would not have let through in a case, and what in it speaks of stages, outcomes or levels that the scheme does not have. `decide` takes a
 * case as it is; whoever reads cases from a file asks here first.
 *
 * Answers are looked at as the form looks at them when it is submitted: hidden questions are not asked for, calculated ones are calculated. A review that sends a case
 * on is held against the form of its stage, on the day on which it was made where that is known.
 *
 * What a record's settings leave `UNDECIDED` is told with severity `undecided`: that part of the case was not checked.
 *
 * @returns Pointers are into the case (`/answers/amountRequested`). Codes are those of forms (`form/…`) and `case/unknown-stage`, `case/unknown-outcome`, `case/unknown-level`.
 * @example findCaseProblems(scheme, caseData).map(({ pointer, message }) => `${pointer}: ${message}`)
 */
export function findCaseProblems(scheme: Scheme, caseData: Case, options: CaseProblemOptions = {}): readonly Problem[] {
  const { today, parameters, locale = 'zh-CN', document = 'case' } = options;
  const resolved = resolvedScheme(scheme, parameters);
  const facts = reservedFactsOf(resolved, caseData, decisionDay(caseData, today));
  const held = (form: FormDefinition | undefined, answers: unknown, pointer: string, known: Facts): readonly Problem[] =>
    form === undefined ? [] : answerProblems(form, answers, known, options, locale).map((problem) => ({ ...problem, document, pointer: `${pointer}${problem.pointer}` }));
  const reviews = (caseData.reviews ?? []).flatMap(({ stage, outcome, answers, at }, index) => {
    const found = findStage(resolved, stage);
    const goesOn = IN_FAVOUR.includes(findOutcome(found, outcome)?.kind ?? 'return');
    const known = at === undefined ? facts : { ...facts, today: decisionDay({ ...caseData, submittedAt: at }, today) };
    return goesOn && answers !== undefined ? held(resolved.forms.find(({ id }) => id === found?.form), answers, `/reviews/${index}/answers`, known) : [];
  });
  const application = resolved.stages.find(({ method }) => method === 'application')?.form;
  return [...held(resolved.forms.find(({ id }) => id === application), caseData.answers, '/answers', facts), ...reviews, ...recordProblems(resolved, caseData, document, locale)];
}

/** Compiled once for each form: a file may hold a hundred thousand cases. */
const checkers = new WeakMap<FormDefinition, AnswersChecker>();

function checkerOf(form: FormDefinition): AnswersChecker {
  const checker = checkers.get(form) ?? answersChecker(form, { validator: createInterpreter() });
  checkers.set(form, checker);
  return checker;
}

function answerProblems(form: FormDefinition, answers: unknown, facts: Facts, { operators, calendar }: CaseProblemOptions, locale: Locale): readonly Problem[] {
  const { problems: found } = checkerOf(form)(answers, { facts, locale, evaluateCondition: (condition, all) => evaluateCondition(condition, all, undefined, operators), ...(calendar === undefined ? {} : { records: { calendar } }) });
  // What a form merely recommends hinders nobody; what nobody has decided leaves a part of the case unchecked.
  const told = found.filter(({ severity }) => severity === 'error' || severity === 'undecided');
  return told.map((problem) => ({ ...problem, remedy: (problem.code.startsWith('form/') ? undefined : problem.remedy) ?? remedyOf(form, problem, valueAt(answers, problem.pointer), locale) }));
}

function remedyOf(form: FormDefinition, { code, pointer, params }: Problem, found: unknown, locale: Locale): string {
  const isEnglish = locale === 'en';
  if (code === 'form/required' || code === 'form/dependentRequired') return isEnglish ? 'The form cannot be submitted without it.' : '表单要求填写这一项，没有填不能提交。';
  if (code === 'form/type') return isEnglish ? `It is ${kindWord(found, 'en')} now; write it as the form asks for it.` : `现在写的是${kindWord(found, 'zh-CN')}，请按表单的要求改正。`;
  const choices = code === 'form/enum' || code === 'form/anyOf' || code === 'form/oneOf' ? choicesOf(form, pointer, params['allowedValues'], locale) : '';
  if (choices !== '') return isEnglish ? `It may be: ${choices}.` : `可以写：${choices}。`;
  return isEnglish ? 'The form does not let this through; correct the answer.' : '表单不允许这样提交，请改正这一项。';
}

const KINDS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  string: { 'zh-CN': '文字', en: 'a text' }, number: { 'zh-CN': '数字', en: 'a number' }, boolean: { 'zh-CN': '是或否（true、false）', en: 'true or false' },
  object: { 'zh-CN': '一组内容（{ }）', en: 'an object' }, array: { 'zh-CN': '列表（[ ]）', en: 'a list' }, null: { 'zh-CN': '空值（null）', en: 'null' },
};

function kindWord(value: unknown, locale: Locale): string {
  return KINDS[value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value]?.[locale] ?? '';
}

/** Values as they are written in a case, with the titles that people see. */
function choicesOf(form: FormDefinition, pointer: string, allowed: unknown, locale: Locale): string {
  if (!Array.isArray(allowed)) return '';
  const template = `/${pointerTokens(pointer).map((token) => (/^\d+$/.test(token) ? '*' : token)).join('/')}`;
  const settings = form.fields !== undefined && Object.prototype.hasOwnProperty.call(form.fields, template) ? form.fields[template]?.options : undefined;
  return allowed.map((value) => {
    const written = typeof value === 'string' ? value : JSON.stringify(value);
    const title = settings !== undefined && Object.prototype.hasOwnProperty.call(settings, String(value)) ? localize(settings[String(value)], locale) : '';
    return title === '' ? written : locale === 'en' ? `${written} (${title})` : `${written}（${title}）`;
  }).join(locale === 'en' ? ', ' : '、');
}

/** What conditions of a form may read beside its answers. */
function reservedFactsOf(scheme: Scheme, { applicant, batch, fund, history, facts }: Case, today: string): Facts {
  const known = { applicant, batch, fund, history };
  return { ...facts, ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)), today, parameters: parametersFact(scheme) };
}
