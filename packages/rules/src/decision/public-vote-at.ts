import type { Case, Scheme, Stage } from '@cobuild/core';
import { decidePublicVote } from '../public-vote/index.js';
import type { PublicVoteResult } from '../public-vote/index.js';
import { publicVoteOf } from './stage-lookup.js';

/** What the count of a stage's vote of residents comes to; the last one counts. */
export function publicVoteAt(scheme: Scheme, stage: Stage, records: Case['publicVoteCounts'] = []): PublicVoteResult | undefined {
  const vote = publicVoteOf(scheme, stage);
  const record = vote === undefined ? undefined : records.filter((item) => item.stage === stage.id).slice(-1)[0];
  return vote === undefined || record === undefined ? undefined : decidePublicVote(vote, record);
}
