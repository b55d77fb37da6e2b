import type { EventActor, PublicVote, PublicVoteTally, Scheme, Scoring, Stage } from '@cobuild/core';
import { scheme as usual } from './case-scheme.js';
import { schemeWith } from './stage-scheme.js';

const text = (words: string): { 'zh-CN': string } => ({ 'zh-CN': words });
const organisation: Scheme['organisation'] = { ...usual.organisation, roles: [...usual.organisation.roles, { id: 'expert', title: text('评审专家'), level: 'district' }] };

export const expert = (id: string, more: Partial<EventActor> = {}): EventActor => ({ id, name: `专家${id}`, role: 'expert', unit: `institute-${id}`, ...more });

/** Two criteria of reviewers, the highest and the lowest score dropped, at least three. */
export const sheetCard: Scoring = {
  criteria: [
    { id: 'worth', title: text('项目价值'), weight: 60, maximum: 10, step: 0.5 },
    { id: 'plan', title: text('实施计划'), weight: 40, maximum: 10, mayBeNotApplicable: true },
  ],
  notApplicable: 'rescale', rounding: { step: 0.01 }, passMark: 70, panel: { mean: 'trimmed', minimumScores: 3, recusal: { kin: 'hard', tookPart: 'soft', sameUnit: 'hard' } },
};

export const panelStage: Stage = {
  id: 'panel', title: text('专家评审'), actor: { role: 'expert' }, method: 'score', survivesReturn: 'none', assignment: { method: 'load', by: 'office', reviewers: 3, limit: 20 },
  outcomes: [
    { id: 'pass', title: text('合格'), kind: 'passed', to: 'approved' }, { id: 'fail', title: text('不合格'), kind: 'failed', to: 'notApproved' }, { id: 'back', title: text('退回补正'), kind: 'return', to: 'recommend' },
  ],
};

/** Experts score, the office assigns them, records sheets for them and closes the panel. */
export function panelScheme(scoring: Partial<Scoring> = {}, stage: Partial<Stage> = {}, more: Partial<Scheme> = {}): Scheme {
  return schemeWith([{ ...panelStage, ...stage }], { organisation, scoring: { ...sheetCard, ...scoring }, ...more });
}

/** Residents choose two of three sites in the first ten days of June. */
export const residentsVote: PublicVote = {
  id: 'residents', title: text('居民评选'), opensAt: '2026-06-01T09:00:00+08:00', closesAt: '2026-06-10T18:00:00+08:00', channels: ['online', 'paper'],
  candidates: [{ id: 'a', title: text('荷城中心') }, { id: 'b', title: text('杨和中心') }, { id: 'c', title: text('河江中心') }],
  picks: { minimum: 1, maximum: 2 }, limits: { total: 1 }, change: 'none', totals: { show: 'afterClose' }, winners: { count: 2, tie: [{ by: 'lot' }] },
};

export const residentsStage: Stage = {
  id: 'vote', title: text('群众评选'), actor: { role: 'office' }, method: 'publicVote', publicVote: 'residents', survivesReturn: 'none',
  outcomes: [
    { id: 'chosen', title: text('入选'), kind: 'passed', to: 'approved' }, { id: 'notChosen', title: text('未入选'), kind: 'failed', to: 'notApproved' },
    { id: 'back', title: text('退回补正'), kind: 'return', to: 'recommend' }, { id: 'refuse', title: text('取消资格'), kind: 'reject', to: 'rejected' },
  ],
};

export function residentsScheme(vote: Partial<PublicVote> = {}, stage: Partial<Stage> = {}): Scheme {
  return schemeWith([{ ...residentsStage, ...stage }], { organisation, publicVotes: [{ ...residentsVote, ...vote }] });
}

/** A count in which every ballot has one pick. */
export function tallyOf(a: number, b: number, c: number, more: Partial<PublicVoteTally> = {}): PublicVoteTally {
  const counted = a + b + c;
  return {
    asOf: '2026-06-10T18:00:00+08:00', votes: [{ candidate: 'a', votes: a }, { candidate: 'b', votes: b }, { candidate: 'c', votes: c }],
    ballots: { cast: counted, counted, replaced: 0, revoked: 0, void: 0 }, voters: counted, channels: { online: counted, onSite: 0, paper: 0 }, ...more,
  };
}
