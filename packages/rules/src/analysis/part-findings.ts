import type { Locale, Scheme } from '@cobuild/core';
import { toPointer } from '@cobuild/core';
import { allocationSentences, checkAllocation } from '../allocation/index.js';
import { checkCycle, cycleSentences } from '../cycle/index.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { checkDecisionTable, tableSentences } from '../decision-tables/index.js';
import { checkEvaluation, evaluationSentences } from '../evaluation/index.js';
import type { FindingSentences, FindingWords, SchemeFinding } from '../findings.js';
import { paySentences } from '../pay/index.js';
import { checkPublicVote, publicVoteSentences } from '../public-vote/index.js';
import { checkScoring, scoringSentences } from '../scoring/index.js';
import { checkSmallCaps } from '../small-caps/index.js';
import { eligibilityFacts } from './fact-shapes.js';

/**
 * What the parts of the engine find wrong with their own part of a scheme: tables, score card, money, public votes, grades, cycles. Pointers
 * start at the root of the scheme.
 *
 * @param scheme - Of the right format; parameters may stand anywhere.
 */
export function partFindings(scheme: Scheme): readonly SchemeFinding[] {
  const { scoring, decisionTables = [], allocation, smallCaps = [], publicVotes = [], evaluation, cycles = [], supervision } = resolvedScheme(scheme);
  const shapes = scoring === undefined && decisionTables.length === 0 ? undefined : eligibilityFacts(scheme);
  const reports = (supervision?.reports ?? []).map(({ id }) => id);
  return [
    ...at('/scoring', scoring === undefined ? [] : checkScoring(scoring, shapes)),
    ...decisionTables.flatMap((table, index) => at(toPointer('decisionTables', index), checkDecisionTable(table, shapes))),
    ...at('/allocation', allocation === undefined ? [] : checkAllocation(allocation, { reports })),
    ...at('/smallCaps', checkSmallCaps(smallCaps)),
    ...publicVotes.flatMap((vote, index) => checkPublicVote(vote, toPointer('publicVotes', index))),
    ...at('/evaluation', evaluation === undefined ? [] : checkEvaluation(evaluation)),
    ...cycles.flatMap((cycle, index) => checkCycle(cycle, toPointer('cycles', index))),
  ];
}

function at(pointer: string, findings: readonly SchemeFinding[]): readonly SchemeFinding[] {
  return findings.map((finding) => ({ ...finding, pointer: pointer + finding.pointer }));
}

const families: readonly FindingSentences[] = [tableSentences, scoringSentences, allocationSentences, publicVoteSentences, evaluationSentences, paySentences, cycleSentences];

/** The words of a finding of one of the parts; `undefined` for a code that none of them has. */
export function partSentences(code: string, params: SchemeFinding['params'], locale: Locale): FindingWords | undefined {
  const family = families.find((sentences) => Object.prototype.hasOwnProperty.call(sentences[locale], code));
  return family?.[locale][code]?.(params);
}
