import type { Locale, PublicVote, Scheme } from '@cobuild/core';
import { addDecimals, decimalToText, localize } from '@cobuild/core';
import { ruleMessage } from '../locales/rule-message.js';
import type { RuleMessageCode } from '../locales/rule-message.js';
import type { PublicVoteResult } from '../public-vote/index.js';
import type { CombinedResult, CombinedTable, PublicVoteCount, WinnersResult } from '../public-vote/public-vote-types.js';
import { instantWords, timeOf } from '../public-vote/vote-window.js';
import type { ExplanationNode } from './explanation.js';
import { publicVoteHoleWords } from './public-vote-hole-words.js';

type Words = (code: RuleMessageCode, params?: Readonly<Record<string, unknown>>) => string;
const info = (text: string): ExplanationNode => ({ text, status: 'info' });
const wordsOf = (locale: Locale): Words => (code, params = {}) => ruleMessage(code, params, locale);

function candidateTitle(vote: PublicVote, locale: Locale): (id: string) => string {
  const titles = new Map((vote.candidates ?? []).map(({ id, title }) => [id, localize(title, locale)]));
  return (id) => titles.get(id) ?? id;
}

/** A count in words: ballots and persons, votes of each candidate, and every void ballot with its reason. No voter is named. */
export function explainPublicVote(count: PublicVoteCount, vote: PublicVote, locale: Locale): ExplanationNode {
  const words = wordsOf(locale);
  const candidate = candidateTitle(vote, locale);
  const title = localize(vote.title, locale);
  const { ballots, voters, channels, voided } = count;
  const undecided = count.outcome === 'undecided';
  return {
    text: undecided ? words('explain/public-vote-count-undecided', { title }) : words('explain/public-vote-count', { title, ballots: ballots.counted, voters, void: ballots.void }),
    status: undecided ? 'unknown' : 'info',
    ...(vote.provenance === undefined ? {} : { provenance: vote.provenance }),
    children: undecided ? [] : [
      ...count.votes.map(({ candidate: id, votes }) => info(words('explain/public-vote-candidate', { candidate: candidate(id), votes }))),
      ...(channels.onSite + channels.paper === 0 ? [] : [info(words('explain/public-vote-channels', { ...channels }))]),
      ...(ballots.replaced + ballots.revoked === 0 ? [] : [info(words('explain/public-vote-left-out', { replaced: ballots.replaced, revoked: ballots.revoked }))]),
      ...voided.map(({ id, voided: how }) => info(words(how?.by === undefined ? 'explain/public-vote-voided' : 'explain/public-vote-voided-by', { ballot: id, by: how?.by, reason: (how?.reason ?? '').replace(/。$/, '') }))),
    ],
  };
}

/** The mark with the jury in words: all ways of turning votes into marks, the one of the scheme with its sums. */
export function explainCombined(result: CombinedResult, vote: PublicVote, locale: Locale): ExplanationNode {
  const words = wordsOf(locale);
  const candidate = candidateTitle(vote, locale);
  const title = localize(vote.title, locale);
  const missing = result.missing.map(candidate);
  const table = (item: CombinedTable): ExplanationNode => {
    const used = item.normalise === result.table?.normalise;
    const order = item.standings.flatMap(({ candidate: id, score, rounded }) => (score === undefined ? [] : [`${candidate(id)} ${rounded ?? score}`]));
    const text = words(`explain/combined-${item.normalise}`, { order });
    return used ? { ...info(words('explain/combined-used', { text })), children: sums(item, result, candidate, words) } : info(text);
  };
  return {
    text: words(result.outcome === 'combined' ? 'explain/combined' : `explain/combined-${result.outcome}`, { title, missing, ...result.weights }),
    status: result.outcome === 'combined' ? 'info' : 'unknown',
    children: result.tables.map(table),
  };
}

function sums({ standings }: CombinedTable, { weights }: CombinedResult, candidate: (id: string) => string, words: Words): ExplanationNode[] {
  if (weights === undefined) return [];
  const total = decimalToText(addDecimals(weights.public, weights.jury));
  return standings.flatMap((standing) => {
    if (standing.score === undefined) return [];
    const rounded = standing.rounded !== undefined && standing.rounded !== standing.score;
    return [info(words(rounded ? 'explain/combined-candidate-rounded' : 'explain/combined-candidate', { ...standing, ...weights, total, candidate: candidate(standing.candidate) }))];
  });
}

/** Units of the scheme (`organisation.units`), for the names of regions; without them a region is called by its id. */
type Units = Scheme['organisation']['units'];

/** The choice in words, candidate by candidate from the top down, with the reason where one was skipped. */
export function explainWinners(result: WinnersResult, vote: PublicVote, locale: Locale, units: Units = []): ExplanationNode {
  const words = wordsOf(locale);
  const candidate = candidateTitle(vote, locale);
  const region = (id: string | undefined): string | undefined => localize(units.find((unit) => unit.id === id)?.title, locale) || id;
  const category = (id: string | undefined): string => localize(vote.categories?.find((item) => item.id === id)?.title, locale);
  return {
    text: words(`explain/winners-${result.outcome}`, { title: localize(vote.title, locale), count: result.winners.length, places: result.places }),
    status: result.outcome === 'chosen' ? 'info' : 'unknown',
    children: result.steps.map((step): ExplanationNode => {
      const value = result.by === 'votes' ? words('explain/winner-votes', { votes: step.votes }) : words('explain/winner-score', { score: step.score });
      const code = step.result === 'chosen' ? 'explain/winner-chosen' : (`explain/winner-${step.reason ?? 'full'}` as const);
      return { text: words(code, { rank: step.rank, candidate: candidate(step.candidate), value, region: region(step.region), category: category(step.category) }), status: step.result === 'chosen' ? 'met' : step.result === 'open' ? 'unknown' : 'notMet' };
    }),
  };
}

const COUNTED_STATUS: Readonly<Partial<Record<PublicVoteResult['outcome'], ExplanationNode['status']>>> = { chosen: 'met', notChosen: 'notMet' };

/** What a recorded count says of one candidate, and below it the votes, the mark with the jury and the choice from the top down. */
export function explainCountedVote(result: PublicVoteResult, vote: PublicVote, locale: Locale, units: Units = []): ExplanationNode {
  const words = wordsOf(locale);
  const { tally, combined, winners, outcome, seed } = result;
  const asOf = timeOf(tally.asOf);
  const drawn = seed !== undefined && (winners?.settlements ?? []).some(({ steps }) => steps.some(({ by }) => by === 'lot'));
  const params = { title: localize(vote.title, locale), candidate: candidateTitle(vote, locale)(result.candidate), holes: publicVoteHoleWords(result.holes, locale) };
  return {
    text: words(`explain/counted-${outcome}`, params), status: COUNTED_STATUS[outcome] ?? 'unknown',
    children: [
      ...(asOf === undefined ? [] : [info(words('explain/counted-as-of', { time: instantWords(asOf, locale) }))]),
      explainPublicVote({ ...tally, outcome: 'counted', vote: vote.id, voided: [], holes: [], problems: [] }, vote, locale),
      ...(combined === undefined ? [] : [explainCombined(combined, vote, locale)]),
      ...(winners === undefined ? [] : [explainWinners(winners, vote, locale, units)]),
      ...(drawn ? [info(words('explain/counted-lot', { seed }))] : []),
    ],
  };
}
