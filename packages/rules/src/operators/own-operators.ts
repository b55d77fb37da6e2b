import type { LocalizedText, Truth } from '@cobuild/core';
import type { FactType, Operator } from './operator.js';
import { isCalendarDate, isEmpty, kindOf } from './value-kind.js';

/**
 * A comparison of the host's own, beside those of json-rules-engine.
 *
 * @example { name: 'withinKilometres', accepts: ['object'], wants: 'any', compare: (found, wanted) => distance(found, wanted.from) <= wanted.km }
 */
export interface OwnOperator {
  /** A word without a colon; neither that of a built-in operator nor of a decorator. Decorators may stand in front of it. */
  readonly name: string;
  /** Types of fact that it is asked about; any other gives `unknown` without asking. An empty fact is never asked about. */
  readonly accepts: readonly (FactType | 'object')[];
  /** What the value has to be, for the checks of the scheme; `any` where only the operator itself can tell. */
  readonly wants: Operator['wants'] | 'any';
  /**
   * `true`, `false` or `'unknown'`. A number or a text counts as true or false, once; anything else (nothing, a promise) and an exception
   * make the condition unknown, and its trace says why.
   */
  readonly compare: (found: unknown, wanted: unknown) => unknown;
  /** How explanations say it; without words they name the operator, the value found and the value wanted. */
  readonly words?: OwnOperatorWords;
}

/**
 * Phrases that stand behind the label of a fact. `{wanted}` is the value with its unit and where it comes from; of a list or an object `{wanted.0}`, `{wanted.km}` is
 * one part of it.
 *
 * @example { must: { 'zh-CN': '须在{wanted}以内', en: 'must be within {wanted}' }, is: { 'zh-CN': '在{wanted}以内', en: 'within {wanted}' } }
 */
export interface OwnOperatorWords {
  /** What is asked for. */
  readonly must: LocalizedText;
  /** What is said when it holds. */
  readonly is: LocalizedText;
  /** The same under `not`; without them the plain words are used there. */
  readonly mustNot?: LocalizedText;
  readonly isNot?: LocalizedText;
}

/** Why an own operator gave no answer. */
export interface OperatorFailure {
  /** `operatorFailed`: it threw, `message` is the error's. `operatorAnswer`: what it returned is neither yes nor no. */
  readonly code: 'operatorFailed' | 'operatorAnswer';
  readonly operator: string;
  readonly message: string;
}

export type ReportFailure = (failure: OperatorFailure) => void;

/** The comparison of an own operator made safe: it never throws and only answers with a truth. */
export function safeCompare({ name, accepts, compare }: OwnOperator, report: ReportFailure): (found: unknown, wanted: unknown) => Truth {
  return (found, wanted) => {
    if (isEmpty(found) || !accepts.some((type) => isOfType(found, type))) return 'unknown';
    let answer: unknown;
    try {
      answer = compare(found, wanted);
    } catch (error) {
      report({ code: 'operatorFailed', operator: name, message: error instanceof Error ? error.message : String(error) });
      return 'unknown';
    }
    if (answer === true || answer === false || answer === 'unknown') return answer;
    if (typeof answer === 'number' || typeof answer === 'string') return Boolean(answer);
    report({ code: 'operatorAnswer', operator: name, message: typeof answer });
    return 'unknown';
  };
}

function isOfType(value: unknown, type: FactType | 'object'): boolean {
  return type === 'any' || (type === 'date' ? isCalendarDate(value) : kindOf(value) === type);
}
