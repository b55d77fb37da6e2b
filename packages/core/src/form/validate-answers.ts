import type { FormDefinition } from '../generated/types.js';
import type { Locale, Problem } from '../problems/problem.js';
import type { Validator } from '../validation/validator.js';
import { answerProblems } from './answer-problems.js';
import type { Answers } from './answers.js';
import { compileForm } from './compiled-form.js';
import { definitionProblems } from './definition-problems.js';
import { evaluateAnswers } from './evaluate-answers.js';
import type { EvaluateCondition, Facts } from './form-model.js';
import { isRecord } from './json-schema.js';
import { assertFormCall } from './misuse.js';
import { ConditionReads } from './truths.js';

export interface AnswersOptions {
  readonly validator: Validator;
  readonly evaluateCondition: EvaluateCondition;
  /** Reserved facts: `applicant`, `today`, `parameters`, …. Default none. */
  readonly facts?: Facts;
  /** Default `zh-CN`. */
  readonly locale?: Locale;
}

/** Answers as a server takes them: what counts of them, and what is wrong. */
export interface CheckedAnswers {
  /** Hidden answers left out as their policy says, computed fields calculated again whatever was sent. */
  readonly answers: Answers;
  readonly problems: readonly Problem[];
}

/**
 * Works through answers as the form does, without a screen: what a server stores and what it refuses.
 *
 * @param answers - Anything that was sent; what is no object has no answers. Names that a closed schema does not have are problems.
 * @throws {TypeError} when the definition is no object, or the validator or the evaluator of conditions is missing.
 */
export function checkAnswers(definition: FormDefinition, answers: unknown, options: AnswersOptions): CheckedAnswers {
  assertFormCall('checkAnswers', definition, options, ['validator', 'evaluateCondition']);
  const { validator, evaluateCondition, facts = {}, locale = 'zh-CN' } = options;
  const form = compileForm(definition, validator);
  const evaluation = evaluateAnswers(form, isRecord(answers) ? answers : {}, { evaluateCondition, facts, reads: new ConditionReads() });
  const broken = definitionProblems(form, locale).filter((problem) => problem.severity === 'error');
  return { answers: evaluation.counted, problems: [...broken, ...answerProblems(form, evaluation, locale)] };
}

/**
 * Every problem of some answers: the same list that a form shows for them.
 *
 * @example validateAnswers(definition, {}, { validator, evaluateCondition })[0]?.message // '请填写项目名称'
 */
export function validateAnswers(definition: FormDefinition, answers: unknown, options: AnswersOptions): readonly Problem[] {
  return checkAnswers(definition, answers, options).problems;
}
