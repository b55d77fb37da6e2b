import type { Locale, PublicVote, Scheme, Stage } from '@cobuild/core';
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
import { isNode } from './schema-shape.js';
import { inputValueTitles } from './scheme-names.js';

/** What one of the parts found, with the sentences that it brings. */
export interface PartFinding extends SchemeFinding { readonly sentences: FindingSentences }

/**
 * What the parts of the engine find wrong with their own part of a scheme: tables, score card, votes, money, public votes, grades, cycles. Pointers
 * start at the root of the scheme.
 *
 * @param scheme - Parameters may stand anywhere.
 * @param isSound - Whether a place has the right format, for a scheme with mistakes: what has not is left out. Default: all of it.
 */
export function partFindings(scheme: Scheme, isSound: (pointer: string) => boolean = () => true): readonly PartFinding[] {
  const resolved = resolvedScheme(scheme);
  const { smallCaps, allocation, scoring, evaluation, supervision } = resolved;
  const at = <Part>(pointer: string, part: Part | undefined): Part | undefined => (part !== undefined && isSound(pointer) ? part : undefined);
  const each = <Part>(name: string, list: readonly Part[] | undefined): readonly (readonly [string, Part])[] =>
    (Array.isArray(list) ? (list as readonly Part[]) : []).map((part, index) => [toPointer(name, index), part] as const).filter(([pointer]) => isSound(pointer));
  const shapes = eligibilityFacts(scheme);
  const reports = at('/supervision/reports', supervision?.reports ?? [])?.map(({ id }) => id);
  const decisionTables = each('decisionTables', resolved.decisionTables);
  // Stages refer to votes by their ids, which a vote that is wrong elsewhere has too.
  const publicVotes = (Array.isArray(resolved.publicVotes) ? (resolved.publicVotes as readonly unknown[]) : []).filter((vote): vote is PublicVote => isNode(vote));
  const stages = resolved.stages.map((stage, index) => at(toPointer('stages', index), stage) ?? INERT);
  const [card, money, caps, contracts, grades] = [at('/scoring', scoring), at('/allocation', allocation), at('/smallCaps', smallCaps), at('/supervision', supervision), at('/evaluation', evaluation)];
  return [
    ...told(automaticStageSentences, '', checkAutomaticStages({ stages, decisionTables: decisionTables.map(([, table]) => table), publicVotes, ...(card === undefined ? {} : { scoring: card }) })),
    ...each('thresholds', resolved.thresholds).flatMap(([pointer, threshold]) => told(thresholdSentences, pointer, checkThreshold(threshold))),
    ...told(scoringSentences, '/scoring', card === undefined ? [] : checkScoring(card, shapes)),
    ...decisionTables.flatMap(([pointer, table]) => told(tableSentences, pointer, checkDecisionTable(table, shapes, inputValueTitles(scheme)))),
    ...told(allocationSentences, '/allocation', money === undefined ? [] : checkAllocation(money, { shapes, ...(reports === undefined ? {} : { reports }) })),
    ...told(allocationSentences, '/smallCaps', caps === undefined ? [] : checkSmallCaps(caps)),
    ...told(allocationSentences, '/supervision', contracts === undefined ? [] : checkSupervision(contracts)),
    ...each('publicVotes', resolved.publicVotes).flatMap(([pointer, vote]) => told(publicVoteSentences, '', checkPublicVote(vote, pointer))),
    ...told({ 'zh-CN': { ...paySentences['zh-CN'], ...evaluationSentences['zh-CN'] }, en: { ...paySentences.en, ...evaluationSentences.en } }, '/evaluation', grades === undefined ? [] : checkEvaluation(grades)),
    ...each('cycles', resolved.cycles).flatMap(([pointer, cycle]) => told(cycleSentences, '', checkCycle(cycle, pointer))),
  ];
}

/** In the place of a stage that cannot be read: nothing hangs on it. */
const INERT: Stage = { id: '', title: { 'zh-CN': '' }, actor: { role: '' }, method: 'record', outcomes: [] };

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
