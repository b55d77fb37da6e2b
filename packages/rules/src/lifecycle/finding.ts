import type { Locale, Problem } from '@cobuild/core';
import type { MessageParams, ProblemCode } from '../locales/rule-message.js';
import { ruleProblem } from '../locales/rule-message.js';

/** Why an action may not happen, before it is written down as a problem. `at` is a pointer into the action. */
export interface Finding { readonly code: ProblemCode; readonly at: string; readonly params?: MessageParams }

export function finding(code: ProblemCode, at = '', params: MessageParams = {}): Finding {
  return { code, at, params };
}

export function toProblem({ code, at, params = {} }: Finding, locale: Locale): Problem {
  return ruleProblem(code, { document: 'action', pointer: at, params, locale });
}
