import type { Locale, Problem, PublicVote } from '@cobuild/core';
import { acceptBallot } from './accept-ballot.js';
import type { PublicBallot, PublicVoteEntry, PublicVoteState } from './public-vote-types.js';

export interface BallotImport {
  /** To be appended to the log: accepted ballots, and void ones of paper and on-site votes. */
  readonly entries: readonly PublicVoteEntry[];
  readonly accepted: number;
  readonly void: number;
  /** Rows that were not taken, by their index, and why. */
  readonly refused: readonly { readonly row: number; readonly problems: readonly Problem[] }[];
  /** Settings that are open: nothing was taken. */
  readonly holes: readonly string[];
}

/**
 * Takes a sheet of ballots from the box or the hall into the log, one after another, under the same limits as ballots from the screen: one person
 * counts once whichever way they voted.
 *
 * @param rows - Ballots, each with the instant at which it was cast.
 * @throws {TypeError} when a row's `at` is no instant.
 */
export function importBallots(vote: PublicVote, { entries }: PublicVoteState, rows: readonly (PublicBallot & { readonly at: string })[], { locale = 'zh-CN' }: { readonly locale?: Locale } = {}): BallotImport {
  const log = logsByVoter(entries);
  const ids = new Set(entries.flatMap((entry) => (entry.kind === 'cast' ? [entry.id] : [])));
  const taken: PublicVoteEntry[] = [];
  const refused: { row: number; problems: readonly Problem[] }[] = [];
  let voided = 0;
  for (const [row, { at, ...ballot }] of rows.entries()) {
    const own = log.get(ballot.voter) ?? [];
    // The id is looked up among all voters, whose entries are not handed in.
    const known = ids.has(ballot.id) && !own.some((entry) => entry.kind === 'cast' && entry.id === ballot.id);
    const receipt = acceptBallot(vote, { entries: own }, known ? { ...ballot, id: '' } : ballot, at, { locale });
    if (receipt.outcome === 'undecided') return { entries: [], accepted: 0, void: 0, refused: [], holes: receipt.holes };
    if (receipt.outcome === 'refused') {
      refused.push({ row, problems: receipt.problems });
      continue;
    }
    if (receipt.outcome === 'void') voided += 1;
    taken.push(receipt.entry);
    ids.add(ballot.id);
    log.set(ballot.voter, [...own, receipt.entry]);
  }
  return { entries: taken, accepted: taken.length - voided, void: voided, refused, holes: [] };
}

/** Entries by the voter whose ballot they speak of. */
function logsByVoter(entries: readonly PublicVoteEntry[]): Map<string, PublicVoteEntry[]> {
  const voters = new Map(entries.flatMap((entry): [string, string][] => (entry.kind === 'cast' ? [[entry.id, entry.voter]] : [])));
  const log = new Map<string, PublicVoteEntry[]>();
  for (const entry of entries) {
    const voter = entry.kind === 'cast' ? entry.voter : voters.get(entry.ballot);
    if (voter === undefined) continue;
    const own = log.get(voter);
    if (own === undefined) log.set(voter, [entry]);
    else own.push(entry);
  }
  return log;
}
