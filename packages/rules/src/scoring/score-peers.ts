import type { ScoreSheet, Scoring } from '@cobuild/core';
import type { PanelContext } from './panel-entries.js';
import type { Reviewer } from './recuse.js';
import { scorePanel } from './score-panel.js';
import type { PanelScore } from './score-types.js';

export interface PeerScore { readonly item: string; readonly result: PanelScore }

/**
 * Applicants score one another (互评): every applicant is the reviewer of all others. A sheet for the own application is refused; what a missing peer
 * means is the scheme's setting.
 *
 * @param applicants - Reviewer and item at once: `item` of a sheet is the id of an applicant.
 */
export function scorePeers(scoring: Scoring, applicants: readonly Reviewer[], sheets: readonly ScoreSheet[], context: Pick<PanelContext, 'recusals'> = {}): PeerScore[] {
  return applicants.map(({ id }) => ({
    item: id,
    result: scorePanel(scoring, sheets.filter(({ item }) => item === id), { ...context, item: id, owner: id, reviewers: applicants }),
  }));
}
