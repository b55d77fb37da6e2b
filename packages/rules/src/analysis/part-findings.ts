import type { Locale, Scheme } from '@cobuild/core';
import { toPointer } from '@cobuild/core';
import { allocationSentences, checkAllocation } from '../allocation/index.js';
import { checkCycle, cycleSentences } from '../cycle/index.js';
import { checkSupervision } from '../contracts/check-supervision.js';
import { automaticStageSentences } from '../decision/automatic-stage-sentences.js';
import { checkAutomaticStages } from '../decision/check-automatic-stages.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { checkDecisionTable, tableSentences } from '../decision-tables/index.js';
import { checkEvaluation, evaluationSentences } from '../evaluation/index.js';
import type { FindingSentences, FindingWords, SchemeFinding } from '../findings.js';
import { paySentences } from '../pay/index.js';
import { checkPublicVote, publicVoteSentences } from '../public-vote/index.js';
import { checkScoring, scoringSentences } from '../scoring/index.js';
import { checkSmallCaps } from '../small-caps/index.js';
import { checkThreshold, thresholdSentences } from '../vote/index.js';
import { eligibilityFacts } from './fact-shapes.js';

/** What one of the parts found, with the sentences that it brings. */
export interface PartFinding extends SchemeFinding { readonly sentences: FindingSentences }

/**
 * What the parts of the engine find wrong with their own part of a scheme: tables, score card, votes, money, public votes, grades, cycles. Pointers
 * start at the root of the scheme.
 *
 * @param scheme - Of the right format; parameters may stand anywhere.
 */
export function partFindings(scheme: Scheme): readonly PartFinding[] {
  const resolved = resolvedScheme(scheme);
  const { scoring, decisionTables = [], thresholds = [], allocation, smallCaps = [], publicVotes = [], evaluation, cycles = [], supervision } = resolved;
  const shapes = scoring === undefined && allocation === undefined && decisionTables.length === 0 ? undefined : eligibilityFacts(scheme);
  const reports = (supervision?.reports ?? []).map(({ id }) => id);
  return [
    ...told(automaticStageSentences, '', checkAutomaticStages(resolved)),
    ...thresholds.flatMap((threshold, index) => told(thresholdSentences, toPointer('thresholds', index), checkThreshold(threshold))),
    ...told(scoringSentences, '/scoring', scoring === undefined ? [] : checkScoring(scoring, shapes)),
    ...decisionTables.flatMap((table, index) => told(tableSentences, toPointer('decisionTables', index), checkDecisionTable(table, shapes))),
    ...told(allocationSentences, '/allocation', allocation === undefined ? [] : checkAllocation(allocation, { reports, ...(shapes === undefined ? {} : { shapes }) })),
    ...told(allocationSentences, '/smallCaps', checkSmallCaps(smallCaps)),
    ...told(allocationSentences, '/supervision', supervision === undefined ? [] : checkSupervision(supervision)),
    ...publicVotes.flatMap((vote, index) => told(publicVoteSentences, '', checkPublicVote(vote, toPointer('publicVotes', index)))),
    ...told({ 'zh-CN': { ...paySentences['zh-CN'], ...evaluationSentences['zh-CN'] }, en: { ...paySentences.en, ...evaluationSentences.en } }, '/evaluation', evaluation === undefined ? [] : checkEvaluation(evaluation)),
    ...cycles.flatMap((cycle, index) => told(cycleSentences, '', checkCycle(cycle, toPointer('cycles', index)))),
  ];
}

function told(sentences: FindingSentences, at: string, findings: readonly SchemeFinding[]): readonly PartFinding[] {
  return findings.map((finding) => ({ ...finding, pointer: at + finding.pointer, sentences }));
}

/** The words of a finding of one of the parts; `undefined` for a code that it shares with the rest of the analysis. */
export function partSentences({ code, params, sentences }: PartFinding, locale: Locale): FindingWords | undefined {
  return Object.prototype.hasOwnProperty.call(sentences[locale], code) ? sentences[locale][code]?.(params) : undefined;
}

/** Codes of all findings of the parts, for tests and documentation. */
export const partCodes: readonly string[] = [automaticStageSentences, thresholdSentences, scoringSentences, tableSentences, allocationSentences, publicVoteSentences, paySentences, evaluationSentences, cycleSentences]
  .flatMap(({ en }) => Object.keys(en)).filter((code) => code.startsWith('scheme/'));
