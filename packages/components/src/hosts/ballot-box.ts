import type { Problem, PublicVote } from '@cobuild/core';
import type { PublicVoteEntry } from '@cobuild/rules';
import { acceptBallot, revokeBallot } from '@cobuild/rules';
import { method, object, optional } from '../internal/shape.js';

/** A ballot that lies in the box: that it was cast and when, never for whom. */
export interface CastBallot { readonly id: string; readonly at: string }

/** What the box answered. Refused ballots say why: a second one today, a vote that has closed. */
export type BallotAnswer = { readonly ballot: CastBallot } | { readonly problems: readonly Problem[] };

/**
 * Where ballots of one person go; the host supplies it and knows who the person is. It takes or refuses by `acceptBallot()` of `@cobuild/rules` from its own log, so that nobody
 * votes twice whatever a page says.
 */
export interface BallotBox {
  /** The ballots of this person that count. */
  own(vote: string): Promise<readonly CastBallot[]>;
  cast(vote: string, picks: readonly string[]): Promise<BallotAnswer>;
  /** Takes a ballot back, where the scheme allows it. */
  revoke?(vote: string, ballot: string): Promise<{ readonly problems: readonly Problem[] }>;
}

export const ballotBoxShape = object<BallotBox>({ own: method, cast: method, revoke: optional(method) });

export interface MemoryBallotBoxOptions {
  /** With parameters resolved. */
  readonly vote: PublicVote;
  readonly voter: string;
  readonly now: () => string;
  /** The log; shared by the boxes of several persons. */
  readonly entries?: PublicVoteEntry[];
}

/** A box that lasts as long as the page, for demonstrations and tests. */
export function createMemoryBallotBox({ vote, voter, now, entries = [] }: MemoryBallotBoxOptions): BallotBox {
  const lies = (id: string): boolean => !entries.some((entry) => entry.kind !== 'cast' && entry.ballot === id);
  return {
    own: () => Promise.resolve(entries.flatMap((entry) => (entry.kind === 'cast' && entry.voter === voter && lies(entry.id) ? [{ id: entry.id, at: entry.at }] : []))),
    cast: (_, picks) => {
      const receipt = acceptBallot(vote, { entries }, { id: `${vote.id}-${entries.length + 1}`, voter, picks }, now());
      if (receipt.outcome !== 'accepted' || receipt.entry.kind !== 'cast') return Promise.resolve({ problems: receipt.problems });
      entries.push(receipt.entry);
      return Promise.resolve({ ballot: { id: receipt.entry.id, at: receipt.entry.at } });
    },
    revoke: (_, ballot) => {
      const receipt = revokeBallot(vote, { entries }, { ballot, voter }, now());
      if (receipt.outcome === 'accepted') entries.push(receipt.entry);
      return Promise.resolve({ problems: receipt.problems });
    },
  };
}
