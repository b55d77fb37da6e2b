import type { Locale, Problem, PublicVote } from '@cobuild/core';
import { toPointer } from '@cobuild/core';
import { createSettingReader } from '../evaluation/settings.js';
import { ruleProblem } from '../locales/rule-message.js';
import { foldBallots } from './fold-ballots.js';
import { pickProblems, readPickRule } from './picks.js';
import type { BallotChannel, BallotState, PublicVoteCount, PublicVoteState } from './public-vote-types.js';
import { timeOf } from './vote-window.js';

/**
 * Counts a public vote from its log. Counting the same log again gives the same numbers, and a voided ballot takes its votes with it and stays in
 * `voided` with reason and person.
 *
 * A ballot whose picks are not as the scheme wants them is void, also where it came into the log by an import.
 *
 * @param vote - With its candidates; parameter references already replaced by their values.
 * @param asOf - An instant: entries later than it are left out.
 * @throws {TypeError} when `asOf` is no instant.
 */
export function countPublicVote(vote: PublicVote, { entries }: PublicVoteState, { asOf, locale = 'zh-CN' }: { readonly asOf?: string; readonly locale?: Locale } = {}): PublicVoteCount {
  const until = asOf === undefined ? Infinity : timeOf(asOf);
  if (until === undefined) throw new TypeError('countPublicVote: asOf is an instant with its offset');
  const read = createSettingReader();
  const rule = readPickRule(vote, read);
  const { ballots, stray } = foldBallots(entries, until);
  const problems: Problem[] = stray.map((index) => ruleProblem('public-vote/stray-entry', { document: 'entries', pointer: `/${index}`, params: { index: index + 1 }, severity: 'warning', locale }));
  const settled = [...ballots.values()].map((ballot): BallotState => {
    if (ballot.status !== 'counted' || rule === undefined) return ballot;
    const [wrong] = pickProblems(vote, ballot.picks, rule, read, { pointer: toPointer(ballot.id), locale });
    if (wrong === undefined) return ballot;
    problems.push(wrong);
    return { ...ballot, status: 'void', voided: { reason: wrong.message, at: ballot.at } };
  });
  const good = settled.filter(({ status }) => status === 'counted');
  const tally = new Map((vote.candidates ?? []).map(({ id }) => [id, 0]));
  for (const { picks } of good) for (const pick of new Set(picks)) tally.set(pick, (tally.get(pick) ?? 0) + 1);
  const having = (status: BallotState['status']): number => settled.filter((ballot) => ballot.status === status).length;
  const by = (channel: BallotChannel): number => good.filter((ballot) => ballot.channel === channel).length;
  return {
    outcome: read.holes.length > 0 ? 'undecided' : 'counted', vote: vote.id, ...(asOf === undefined ? {} : { asOf }),
    votes: [...tally].map(([candidate, votes]) => ({ candidate, votes })),
    ballots: { cast: settled.length, counted: good.length, replaced: having('replaced'), revoked: having('revoked'), void: having('void') },
    voters: new Set(good.map(({ voter }) => voter)).size,
    channels: { online: by('online'), onSite: by('onSite'), paper: by('paper') },
    voided: settled.filter(({ status }) => status === 'void'), holes: read.holes, problems,
    ...(rule === undefined ? {} : { picks: rule }), ...categoryLimits(vote),
  };
}

function categoryLimits({ categories = [], candidates = [] }: PublicVote): Pick<PublicVoteCount, 'categories'> {
  const limits = categories.flatMap(({ id, picks }) => (typeof picks === 'number' ? [{ category: id, picks, candidates: candidates.filter(({ category }) => category === id).map((candidate) => candidate.id) }] : []));
  return limits.length === 0 ? {} : { categories: limits };
}
