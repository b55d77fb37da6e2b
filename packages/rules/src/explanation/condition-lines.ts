import { notTruth } from '../operators/index.js';
import type { ConditionTrace } from '../results.js';
import { conditionPhrases } from './condition-phrases.js';
import type { ConditionWords } from './condition-words.js';
import { conditionSentence } from './condition-words.js';
import type { ExplanationNode } from './explanation.js';

const STATUS = { true: 'met', false: 'notMet', unknown: 'unknown' } as const;

/**
 * A condition line by line: each comparison of an `all` with its own answer; alternatives below a heading, or only those that hold.
 *
 * @example conditionLines(requirement.trace, words) // [{ text: '四议记录是否齐全：否，须为“是”', status: 'notMet' }, …]
 */
export function conditionLines(trace: ConditionTrace, words: ConditionWords): readonly ExplanationNode[] {
  return linesOf(trace, false, words);
}

function linesOf(trace: ConditionTrace, negated: boolean, words: ConditionWords): readonly ExplanationNode[] {
  const { kind, children = [] } = trace;
  const first = children[0];
  const met = negated ? notTruth(trace.result) : trace.result;
  if (kind === 'comparison' || first === undefined) return [{ text: conditionSentence(trace, words, negated), status: STATUS[`${met}`] }];
  if (kind === 'not' || kind === 'reference') return linesOf(first, negated !== (kind === 'not'), words);
  // Under `not`, all and any change places.
  if ((kind === 'all') !== negated) return children.flatMap((child) => linesOf(child, negated, words));
  const parts = met === true ? children.filter(({ result }) => result === trace.result) : children;
  if (parts.length === 1) return parts.flatMap((child) => linesOf(child, negated, words));
  const phrases = conditionPhrases(words.locale);
  return [{ text: phrases.anyHeading, status: STATUS[`${met}`], children: parts.flatMap((child) => alternative(linesOf(child, negated, words), phrases.allHeading)) }];
}

/** Several lines that belong together are one alternative. */
function alternative(lines: readonly ExplanationNode[], heading: string): readonly ExplanationNode[] {
  if (lines.length === 1) return lines;
  const statuses = lines.map(({ status }) => status);
  const status = statuses.includes('notMet') ? 'notMet' : statuses.includes('unknown') ? 'unknown' : 'met';
  return [{ text: heading, status, children: lines }];
}
