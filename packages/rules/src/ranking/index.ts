export { lotOf } from './lot.js';
export { rank } from './rank.js';
export type { RankCut, RankGroup, RankItem, RankPlace, Ranking, SettledRanking, TieEvidence, TieSettlement, TieStepResult } from './rank-types.js';
export { tieMatters, settleTies } from './settle-ties.js';
