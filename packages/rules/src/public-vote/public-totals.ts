import type { PublicVote } from '@cobuild/core';
import { createSettingReader } from '../evaluation/settings.js';
import { countPublicVote } from './count-public-vote.js';
import type { PublicTotals, PublicVoteState } from './public-vote-types.js';
import { DAY, dayNumber, instantText, readTimeOfDay, timeOf, timeOnDay, voteWindow } from './vote-window.js';

/**
 * What residents may see of a running vote. With `daily` it is the count of the last 18:00 (or whatever time the scheme says), whatever came
 * later; with `afterClose` nothing before the end. Before the vote opens there is nothing in any case.
 *
 * @param at - Now, with its offset.
 * @throws {TypeError} when `at` is no instant.
 */
export function publicTotals(vote: PublicVote, state: PublicVoteState, at: string): PublicTotals {
  const now = timeOf(at);
  if (now === undefined) throw new TypeError('publicTotals: at is an instant with its offset');
  const read = createSettingReader();
  const window = voteWindow(vote, read);
  const show = read.choice(vote.totals.show, ['live', 'daily', 'afterClose'], '/totals/show');
  const minutes = show === 'daily' ? readTimeOfDay(vote.totals.at, '/totals/at', read) : 0;
  if (window === undefined || show === undefined || minutes === undefined) return { outcome: 'undecided', holes: read.holes };

  const first = show === 'daily' ? firstTime(window.opens, minutes) : show === 'live' ? window.opens : window.closes;
  if (now < first) return { outcome: 'hidden', next: instantText(first), holes: [] };
  const asOf = show === 'daily' ? lastTime(now, minutes) : now;
  const count = countPublicVote(vote, state, { asOf: instantText(asOf) });
  if (count.outcome === 'undecided') return { outcome: 'undecided', holes: count.holes };
  const next = show === 'daily' && asOf < window.closes ? { next: instantText(asOf + DAY) } : {};
  return { outcome: 'shown', asOf: instantText(asOf), ...next, votes: count.votes, ballots: count.ballots.counted, holes: [] };
}

/** The first such time of day after the vote has opened. */
function firstTime(opens: number, minutes: number): number {
  const sameDay = timeOnDay(dayNumber(opens), minutes);
  return sameDay > opens ? sameDay : sameDay + DAY;
}

/** The last such time of day that has come. */
function lastTime(now: number, minutes: number): number {
  const sameDay = timeOnDay(dayNumber(now), minutes);
  return sameDay <= now ? sameDay : sameDay - DAY;
}
