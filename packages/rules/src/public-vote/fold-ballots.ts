import { timeOf } from './vote-window.js';
import type { BallotState, PublicVoteEntry } from './public-vote-types.js';

/** The ballots of a log by id, and entries that speak of no ballot that counts. */
export interface FoldedBallots { readonly ballots: ReadonlyMap<string, BallotState>; readonly stray: readonly number[] }

/**
 * Folds a log into ballots. The order of the log decides; entries later than `asOf` are left out. A second ballot with the same id, and an entry
 * that replaces, revokes or voids what does not count, changes nothing.
 *
 * @param asOf - Milliseconds; entries of that very instant are counted.
 */
export function foldBallots(entries: readonly PublicVoteEntry[], asOf = Infinity): FoldedBallots {
  const ballots = new Map<string, BallotState>();
  const stray: number[] = [];
  entries.forEach((entry, index) => {
    const time = timeOf(entry.at);
    if (time === undefined || !take(entry, ballots, time <= asOf)) stray.push(index);
  });
  return { ballots, stray };
}

/** Whether the entry could be taken; what is not counted yet is not looked at. */
function take(entry: PublicVoteEntry, ballots: Map<string, BallotState>, inTime: boolean): boolean {
  if (!inTime) return true;
  if (entry.kind === 'cast') {
    if (ballots.has(entry.id)) return false;
    const replaced = entry.replaces === undefined ? undefined : counted(ballots, entry.replaces, entry.voter);
    if (entry.replaces !== undefined && replaced === undefined) return false;
    if (replaced !== undefined) ballots.set(replaced.id, { ...replaced, status: 'replaced' });
    const { id, voter, picks, at, channel, source } = entry;
    ballots.set(id, { id, voter, picks, at, channel, ...(source === undefined ? {} : { source }), status: 'counted' });
    return true;
  }
  const ballot = counted(ballots, entry.ballot, entry.kind === 'revoke' ? entry.voter : undefined);
  if (ballot === undefined) return false;
  ballots.set(ballot.id, entry.kind === 'revoke' ? { ...ballot, status: 'revoked' } : { ...ballot, status: 'void', voided: { reason: entry.reason, by: entry.by, at: entry.at } });
  return true;
}

function counted(ballots: ReadonlyMap<string, BallotState>, id: string, voter: string | undefined): BallotState | undefined {
  const ballot = ballots.get(id);
  return ballot?.status === 'counted' && (voter === undefined || ballot.voter === voter) ? ballot : undefined;
}
