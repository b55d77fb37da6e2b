import type { PublicVote, Scheme, Stage } from '@cobuild/core';
import { dateInZone, resolveParameters } from '@cobuild/core';
import type { CaseAction, CaseState } from '@cobuild/rules';

/** Every scheme of the examples that runs: each folder without holes, or the demonstration that fills them. */
export const everyScheme = [
  'gaoming-demo', 'sanshui-xinan', 'yangjiang-households-demo', 'yangjiang-wishes-demo', 'yangjiang-contest-demo', 'nanhai-matters-demo',
  'four-discussions-demo', 'qianjiang-innovation-demo', 'datong-sites-demo', 'datong-secretaries-demo', 'datong-express-demo', 'ruyuan-caps-demo',
] as const;

/** The last day of the vote of a stage, and the count of 2,000 residents who all pick the candidate of the case; a jury agrees with them. */
export function publicCount(scheme: Scheme, stage: Stage, { answers }: CaseState): { readonly closes: string; readonly data: (now: Date) => CaseAction['data'] } {
  const vote: PublicVote | undefined = resolveParameters(scheme).publicVotes?.find(({ id }) => id === stage.publicVote);
  if (vote === undefined) throw new Error(`${stage.id} has no public vote`);
  const { candidates = [], jury } = vote;
  const candidate = String(answers['candidate']);
  const ballots = 2000;
  const votes = candidates.map(({ id }) => ({ candidate: id, votes: id === candidate ? ballots : 0 }));
  return {
    closes: typeof vote.closesAt === 'string' ? dateInZone(vote.closesAt) : '',
    data: (now) => ({
      stage: stage.id, candidate, ...(jury === undefined ? {} : { jury: candidates.map(({ id }) => ({ candidate: id, mark: id === candidate ? 95 : 60 })) }), seed: '2026-06-11',
      tally: { asOf: now.toISOString(), votes, ballots: { cast: ballots, counted: ballots, replaced: 0, revoked: 0, void: 0 }, voters: ballots, channels: { online: ballots, onSite: 0, paper: 0 } },
    }),
  };
}
