import type { PublicVote, Scheme, Stage } from '@cobuild/core';
import { compareRationals } from '@cobuild/core';
import { publicVoteOf } from '../decision/stage-lookup.js';
import { createSettingReader } from '../evaluation/settings.js';
import { publicVoteHoleWords } from '../explanation/public-vote-hole-words.js';
import { readPickRule } from '../public-vote/picks.js';
import { instantWords, timeOf, voteWindow } from '../public-vote/vote-window.js';
import { readNumber } from '../scoring/exact.js';
import type { ActionContext } from './action-problems.js';
import type { TypedAction } from './event-shapes.js';
import type { Finding } from './finding.js';
import { finding } from './finding.js';

type Counted = Extract<TypedAction, { type: 'publicVoteCounted' }>;

/** Whether the vote of a stage can be counted by now: not before it closes. */
export function countingProblems(scheme: Scheme, stage: Stage, at: string, { locale = 'zh-CN' }: ActionContext): Finding[] {
  const vote = publicVoteOf(scheme, stage);
  if (vote === undefined) return [];
  const read = createSettingReader();
  const window = voteWindow(vote, read);
  if (window === undefined) return [finding('case/public-vote-undecided', '', { holes: publicVoteHoleWords(read.holes, locale) })];
  return (timeOf(at) ?? -Infinity) < window.closes ? [finding('case/public-vote-running', '', { closes: instantWords(window.closes, locale) })] : [];
}

/** Whether a count is one that the vote can have: counted after its end, of its candidates, with numbers that add up, weighed with a jury where there is one. */
export function countProblems(scheme: Scheme, stage: Stage, { data }: Counted, at: string, { locale = 'zh-CN' }: ActionContext): Finding[] {
  const vote = publicVoteOf(scheme, stage);
  if (vote === undefined) return [];
  const closes = voteWindow(vote, createSettingReader())?.closes ?? -Infinity;
  const asOf = timeOf(data.tally.asOf) ?? -Infinity;
  return [
    ...(asOf < closes ? [finding('case/public-vote-running', '/data/tally/asOf', { closes: instantWords(closes, locale) })] : []),
    ...(asOf > (timeOf(at) ?? Infinity) ? [finding('case/public-vote-in-future', '/data/tally/asOf')] : []),
    ...candidateProblems(vote, data), ...numberProblems(vote, data), ...juryProblems(vote, data),
  ];
}

function candidateProblems({ candidates }: PublicVote, { candidate, tally }: Counted['data']): Finding[] {
  const counted = tally.votes.map((line) => line.candidate);
  const isDistinct = new Set(counted).size === counted.length;
  const isComplete = candidates === undefined || (candidates.length === counted.length && candidates.every(({ id }) => counted.includes(id)));
  return [
    ...(isDistinct && isComplete ? [] : [finding('case/public-vote-candidates', '/data/tally/votes')]),
    ...(counted.includes(candidate) ? [] : [finding('case/public-vote-no-candidate', '/data/candidate', { candidate })]),
  ];
}

/** Ballots by what became of them, by the way they came, by their picks and by the persons who cast them say the same number. */
function numberProblems(vote: PublicVote, { tally }: Counted['data']): Finding[] {
  const { ballots, channels, voters, votes } = tally;
  const { counted } = ballots;
  const rule = readPickRule(vote, createSettingReader());
  const picks = votes.reduce((sum, line) => sum + line.votes, 0);
  const total = vote.limits?.total;
  const wrong = (at: string): Finding => finding('case/public-vote-numbers', `/data/tally/${at}`);
  const ways = vote.channels ?? ['online'];
  return [
    ...(counted + ballots.replaced + ballots.revoked + ballots.void === ballots.cast ? [] : [wrong('ballots')]),
    ...(channels.online + channels.onSite + channels.paper === counted ? [] : [wrong('channels')]),
    ...(['online', 'onSite', 'paper'] as const).flatMap((way) => (channels[way] > 0 && !ways.includes(way) ? [finding('case/public-vote-channel', `/data/tally/channels/${way}`)] : [])),
    ...(voters > counted || (counted > 0 && voters === 0) || (typeof total === 'number' && counted > voters * total) ? [wrong('voters')] : []),
    ...(rule !== undefined && (picks < counted * rule.minimum || picks > counted * (rule.maximum ?? votes.length)) ? [wrong('votes')] : []),
    ...votes.flatMap((line, index) => (line.votes > counted ? [wrong(`votes/${index}`)] : [])),
  ];
}

function juryProblems({ jury }: PublicVote, { tally, jury: marks }: Counted['data']): Finding[] {
  if (jury === undefined) return marks === undefined ? [] : [finding('case/public-vote-no-jury', '/data/jury')];
  const most = readNumber(jury.fullMark ?? 100);
  const given = marks ?? [];
  const isWhole = given.length === tally.votes.length && tally.votes.every(({ candidate }) => given.some((mark) => mark.candidate === candidate));
  const outside = given.flatMap(({ mark }, index) => {
    const value = readNumber(mark);
    return value === undefined || value.p < 0n || (most !== undefined && compareRationals(value, most) > 0) ? [finding('case/public-vote-jury-mark', `/data/jury/${index}/mark`, { mark, most: jury.fullMark ?? 100 })] : [];
  });
  return [...(isWhole ? [] : [finding('case/public-vote-jury-missing', '/data/jury')]), ...outside];
}
