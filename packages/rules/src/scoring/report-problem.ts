import type { Problem } from '@cobuild/core';
import type { ProblemCode, ProblemPlace } from '../locales/rule-message.js';
import { ruleProblem } from '../locales/rule-message.js';

/** Told of what is wrong. Scoring itself knows codes alone: a page that only evaluates does not carry the sentences of two languages. */
export type ReportProblem = (code: ProblemCode, place: ProblemPlace) => void;

/** Puts what is reported into a list, with its sentences. */
export function problemsInto(problems: Problem[]): ReportProblem {
  return (code, place) => { problems.push(ruleProblem(code, place)); };
}
