import type { Locale } from '@cobuild/core';
import { nestQuotesIn } from '@cobuild/core';
import type { FindingWords, SchemeFinding } from '../findings.js';
import type { OwnOperator } from '../operators/index.js';
import { namedParams } from './named-params.js';
import type { PartFinding } from './part-findings.js';
import { partSentences } from './part-findings.js';
import { analysisSentences, isAnalysisCode } from './sentences.js';

/** Conditions and facts are called by their titles. A code without words is still told: the place says more than nothing. */
export function wordsOf(finding: SchemeFinding | PartFinding, scheme: unknown, locale: Locale, operators: readonly OwnOperator[]): FindingWords {
  const params = namedParams(finding, scheme, locale, operators);
  const own = 'sentences' in finding ? partSentences({ ...finding, params }, locale) : undefined;
  return nestQuotesIn(own ?? (isAnalysisCode(finding.code) ? analysisSentences(finding.code, params, locale) : { message: finding.code }));
}
