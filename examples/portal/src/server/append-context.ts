import type { Calendar, Locale, Problem, Validator } from '@cobuild/core';
import { parametersFact, validateAnswers } from '@cobuild/core';
import type { AppendContext } from '@cobuild/rules';
import { evaluateCondition } from '@cobuild/rules';
import type { RunningScheme } from './published-schemes.js';

interface Surroundings {
  readonly calendar: Calendar;
  /** ISO date in China. */
  readonly today: string;
  readonly validator: Validator;
  readonly locale: Locale;
}

/** What the next event of a case is checked against: the scheme that it runs under, the calendar, and the forms of the scheme for what is filled in. */
export function appendContext({ scheme, hash }: RunningScheme, caseId: string, { calendar, today, validator, locale }: Surroundings): AppendContext {
  const facts = { parameters: parametersFact(scheme), today };
  const checkForm = (formId: string, answers: Readonly<Record<string, unknown>>): readonly Problem[] => {
    const form = scheme.forms.find(({ id }) => id === formId);
    const problems = form === undefined ? [] : validateAnswers(form, answers, { validator, evaluateCondition, facts, locale, records: { calendar } });
    return problems.filter(({ severity }) => severity === 'error' || severity === 'undecided');
  };
  return { caseId, calendar, schemeHash: hash, locale, validateAnswers: checkForm };
}
