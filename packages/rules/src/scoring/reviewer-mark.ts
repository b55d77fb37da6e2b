import type { Criterion, CriterionMark, Rational } from '@cobuild/core';
import { compareRationals } from '@cobuild/core';
import { isEmpty } from '../operators/value-kind.js';
import type { Found, MarkSources } from './criterion-result.js';
import { divideExact, exactText, readNumber, subtractExact } from './exact.js';
import type { CriterionRule } from './read-scoring.js';

/** The mark that a reviewer gave, where it is one that the criterion allows. */
export function reviewerMark(criterion: Criterion, given: CriterionMark | undefined, rule: CriterionRule | undefined, { document, pointer = '', report }: MarkSources): Found {
  if (given === undefined) return { state: 'missing' };
  const refuse = (code: 'score/not-a-number' | 'score/mark-outside' | 'score/mark-off-step' | 'score/not-applicable-refused' | 'score/mark-and-not-applicable', params = {}): Found => {
    report(code, { document, pointer: `${pointer}/marks`, params: { criterion: criterion.title, criterionId: criterion.id, mark: given.mark, ...params } });
    return { state: 'invalid' };
  };
  if (given.notApplicable === true) {
    if (given.mark !== undefined) return refuse('score/mark-and-not-applicable');
    return criterion.mayBeNotApplicable === true ? { state: 'notApplicable' } : refuse('score/not-applicable-refused');
  }
  if (isEmpty(given.mark)) return { state: 'missing' };
  const mark = readNumber(given.mark);
  if (mark === undefined) return refuse('score/not-a-number');
  return rule === undefined || fits(mark, rule, refuse) ? { state: 'marked', mark } : { state: 'invalid' };
}

type Refuse = (code: 'score/mark-outside' | 'score/mark-off-step', params: Readonly<Record<string, unknown>>) => Found;

function fits(mark: Rational, { minimum, maximum, step }: CriterionRule, refuse: Refuse): boolean {
  if (compareRationals(mark, minimum) < 0 || compareRationals(mark, maximum) > 0) {
    refuse('score/mark-outside', { minimum: exactText(minimum), maximum: exactText(maximum) });
    return false;
  }
  if (step !== undefined && divideExact(subtractExact(mark, minimum), step).q !== 1n) {
    refuse('score/mark-off-step', { minimum: exactText(minimum), step: exactText(step) });
    return false;
  }
  return true;
}
