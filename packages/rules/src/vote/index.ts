export type { VoteContext } from './decide-vote.js';
export { decideVote, quorumOf } from './decide-vote.js';
export type { RecusalGround } from './recusal.js';
export { automaticRecusals } from './recusal.js';
export type { VoteRuleReading } from './vote-rule.js';
export { readVoteRule } from './vote-rule.js';
export type { TieContext } from './tie-break.js';
export { drawVoteLot } from './tie-break.js';
