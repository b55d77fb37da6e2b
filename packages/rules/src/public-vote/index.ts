export { acceptBallot, revokeBallot, voidBallot } from './accept-ballot.js';
export { checkPublicVote } from './check-public-vote.js';
export { chooseWinners } from './choose-winners.js';
export { combineWithJury } from './combine-with-jury.js';
export { countPublicVote } from './count-public-vote.js';
export type { CountedVote, PublicVoteResult, PublicVoteSettings } from './decide-public-vote.js';
export { decidePublicVote, publicVoteTally } from './decide-public-vote.js';
export type { BallotImport } from './import-ballots.js';
export { importBallots } from './import-ballots.js';
export { publicTotals } from './public-totals.js';
export type {
  BallotChannel, BallotReceipt, BallotState, CombinedResult, CombinedStanding, CombinedTable, Normalising, PublicBallot, PublicTotals, PublicVoteCount, PublicVoteEntry, PublicVoteState, VoteSignal,
  WinnersResult, WinnerStep,
} from './public-vote-types.js';
export { publicVoteSentences } from './public-vote-sentences.js';
export { voteSignals } from './vote-signals.js';
