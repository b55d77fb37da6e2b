import type { Calendar, Locale, Problem, Validator } from '@cobuild/core';
import { canonicalJson, parametersFact, toPointer, validateAnswers, withComputedAnswers } from '@cobuild/core';
import type { AppendContext } from '@cobuild/rules';
import { evaluateCondition } from '@cobuild/rules';
import { portalProblem } from './portal-problem.js';
import type { RunningScheme } from './published-schemes.js';

interface Surroundings {
  readonly calendar: Calendar;
  /** ISO date in China. */
  readonly today: string;
  readonly validator: Validator;
  readonly locale: Locale;
}

/** What the next event of a case is checked against: the scheme that it runs under, the calendar, and the forms of the scheme for what is filled in. */
export function appendContext(running: RunningScheme, caseId: string, surroundings: Surroundings): AppendContext {
  const { calendar, today, locale } = surroundings;
  const check = answersCheck(running, surroundings);
  return { caseId, calendar, schemeHash: running.hash, locale, validateAnswers: (form, answers) => check(form, answers, today) };
}

/** What keeps answers from being taken by a form of the scheme on a day. */
export function answersCheck({ scheme }: Pick<RunningScheme, 'scheme'>, { calendar, validator, locale }: Omit<Surroundings, 'today'>): (formId: string, answers: Readonly<Record<string, unknown>>, today: string) => readonly Problem[] {
  const parameters = parametersFact(scheme);
  return (formId, answers, today) => {
    const form = scheme.forms.find(({ id }) => id === formId);
    const problems = form === undefined ? [] : validateAnswers(form, answers, { validator, evaluateCondition, facts: { parameters, today }, locale, records: { calendar } });
    return problems.filter(({ severity }) => severity === 'error' || severity === 'undecided');
  };
}

/**
 * As {@link answersCheck}, for answers that come in a file: what is calculated from others, which a submission calculates anew whatever was sent, has to be right there.
 */
export function recordedAnswersCheck(running: Pick<RunningScheme, 'scheme'>, surroundings: Omit<Surroundings, 'today'>): ReturnType<typeof answersCheck> {
  const check = answersCheck(running, surroundings);
  return (formId, answers, today) => {
    const form = running.scheme.forms.find(({ id }) => id === formId);
    const calculated = form === undefined ? answers : withComputedAnswers(form, answers);
    const wrong = Object.keys(answers).filter((key) => canonicalJson(calculated[key] ?? null) !== canonicalJson(answers[key] ?? null));
    return [...check(formId, answers, today), ...wrong.map((key) => ({ ...portalProblem('portal/record-computed', surroundings.locale), pointer: toPointer(key) }))];
  };
}
