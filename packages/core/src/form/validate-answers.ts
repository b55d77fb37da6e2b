import type { FormDefinition } from '../generated/types.js';
import type { Locale, Problem } from '../problems/problem.js';
import type { Validator } from '../validation/validator.js';
import { answerProblems } from './answer-problems.js';
import type { Answers } from './answers.js';
import { compileForm } from './whole-form.js';
import { definitionProblems } from './definition-problems.js';
import { evaluateAnswers } from './evaluate-answers.js';
import type { EvaluateCondition, Facts } from './form-model.js';
import { assertFormCall } from './misuse.js';
import type { RecordsContext } from './record-rules.js';
import { asAnswers } from './root-answer.js';
import { checkRecords } from '../records/check-records.js';
import { ConditionReads } from './truths.js';

export interface AnswersOptions {
  readonly validator: Validator;
  readonly evaluateCondition: EvaluateCondition;
  /** Reserved facts: `applicant`, `today`, `parameters`, …. Default none. */
  readonly facts?: Facts;
  /** Default `zh-CN`. */
  readonly locale?: Locale;
  /** What records among the answers are held against: calendar, clock, what is left of the pool. */
  readonly records?: RecordsContext;
}

/** Answers as a server takes them: what counts of them, and what is wrong. `Value` is a list or a single value where the outermost schema describes one. */
export interface CheckedAnswers<Value = Answers> {
  /** Hidden answers left out as their policy says, computed fields calculated again whatever was sent. */
  readonly answers: Value;
  readonly problems: readonly Problem[];
}

/** Works through the answers of one form. */
export type AnswersChecker = (answers: unknown, options: Omit<AnswersOptions, 'validator'>) => CheckedAnswers;

/**
 * Works through answers as the form does, without a screen: what a server stores and what it refuses.
 *
 * @param answers - Anything that was sent; what is no object has no answers, unless the schema describes a list or a single value. Names that a closed schema does not have are problems.
 * @throws {TypeError} when the definition is no object, or the validator or the evaluator of conditions is missing.
 */
export function checkAnswers<Value = Answers>(definition: FormDefinition, answers: unknown, options: AnswersOptions): CheckedAnswers<Value> {
  assertFormCall('checkAnswers', definition, options, ['validator', 'evaluateCondition']);
  // The definition says what the answers are; a caller who knows it names the type.
  return answersChecker(definition, options)(answers, options) as CheckedAnswers<unknown> as CheckedAnswers<Value>;
}

/**
 * As {@link checkAnswers}, with the form compiled once: for who has many answers of one form, in a file or a database.
 *
 * @throws {TypeError} when the definition is no object or the validator is missing; the checker, when the evaluator of conditions is.
 * @example
 * const check = answersChecker(definition, { validator: createInterpreter() });
 * rows.map((answers) => check(answers, { evaluateCondition }).problems)
 */
export function answersChecker(definition: FormDefinition, options: Pick<AnswersOptions, 'validator'>): AnswersChecker {
  assertFormCall('answersChecker', definition, options, ['validator']);
  const form = compileForm(definition, options.validator);
  const broken = new Map<Locale, readonly Problem[]>();
  return (answers, asked) => {
    assertFormCall('answersChecker', definition, asked, ['evaluateCondition']);
    const { evaluateCondition, facts = {}, locale = 'zh-CN', records } = asked;
    const evaluation = evaluateAnswers(form, asAnswers(form.root, answers), { evaluateCondition, facts, reads: new ConditionReads() });
    const ofForm = broken.get(locale) ?? definitionProblems(form, locale).filter((problem) => problem.severity === 'error');
    broken.set(locale, ofForm);
    return { answers: evaluation.counted, problems: [...ofForm, ...answerProblems(form, evaluation, locale, { rules: { ...records, check: checkRecords }, facts })] };
  };
}

/**
 * Every problem of some answers: the same list that a form shows for them.
 *
 * @example validateAnswers(definition, {}, { validator, evaluateCondition })[0]?.message // '请填写项目名称'
 */
export function validateAnswers(definition: FormDefinition, answers: unknown, options: AnswersOptions): readonly Problem[] {
  return checkAnswers(definition, answers, options).problems;
}
