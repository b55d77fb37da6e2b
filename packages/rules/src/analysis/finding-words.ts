import type { Locale } from '@cobuild/core';
import { nestQuotesIn } from '@cobuild/core';
import type { FindingWords, SchemeFinding } from '../findings.js';
import type { OwnOperator } from '../operators/index.js';
import { namedParams } from './named-params.js';
import type { PartFinding } from './part-findings.js';
import { partSentences } from './part-findings.js';
import { analysisSentences, isAnalysisCode } from './sentences.js';
import { titledSentences } from './titled-sentences.js';

/** How findings are told. */
export interface Telling {
  readonly locale: Locale;
  /** For whoever works in an editor and sees no file. */
  readonly titlesOnly?: boolean | undefined;
  readonly operators: readonly OwnOperator[];
}

/** Conditions and facts are called by their titles. A code without words is still told: the place says more than nothing. */
export function wordsOf(finding: SchemeFinding | PartFinding, scheme: unknown, { locale, titlesOnly, operators }: Telling): FindingWords {
  const params = namedParams(finding, scheme, locale, operators);
  const { code, pointer } = finding;
  const own = 'sentences' in finding ? partSentences({ ...finding, params }, locale) : undefined;
  const titled = titlesOnly === true ? titledSentences[locale][code]?.({ ...params, pointer }) : undefined;
  const words = own ?? (isAnalysisCode(code) ? analysisSentences(code, params, locale) : { message: code });
  return nestQuotesIn({ ...words, ...titled });
}
