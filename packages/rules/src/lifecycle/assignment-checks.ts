import type { Assignment, CommitteeMember, Locale, Scheme, Stage } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { conflictOf, fitsField } from '../assignment/index.js';
import { findStage } from '../decision/stage-lookup.js';
import type { CaseState } from '../results.js';
import { recusalOf } from '../scoring/recuse.js';
import { Holes } from '../scoring/read-scoring.js';
import { mayActAt } from './actor-checks.js';
import type { ActionContext } from './action-problems.js';
import type { TypedAction } from './event-shapes.js';
import type { Finding } from './finding.js';
import { finding } from './finding.js';
import { scoringAt } from './scoring-state.js';
import { stateFacts } from './state-case.js';

type Assigned = Extract<TypedAction, { type: 'reviewersAssigned' }>['data'];

/**
 * What is wrong with an assignment: too few or the wrong people, somebody who is recused or may not act here, a group that the scheme does not name, a missing reason or seed,
 * somebody left out whose sheet is in. Units, towns and relations are those of `people`, and whoever is not in it is nobody
 * whom the host knows; without `people` only declared relations are known.
 */
export function assignmentProblems(scheme: Scheme, state: CaseState, { data }: { readonly data: Assigned }, { locale = 'zh-CN' }: ActionContext): Finding[] {
  const stage = findStage(scheme, data.stage);
  const rule = stage?.assignment;
  if (stage === undefined || rule === undefined) return [];
  const person = personIn(data);
  const left = scoringAt(state, stage.id).sheets.find(({ reviewer }) => !data.reviewers.includes(reviewer));
  return [
    ...numberProblems(rule, data),
    ...(data.method === 'lot' && (data.seed ?? '') === '' ? [finding('case/seed-missing', '/data/seed')] : []),
    ...panelProblems(scheme, state, rule, data, locale),
    ...data.reviewers.flatMap((id, index) => personProblems(scheme, state, stage, data, person(id), `/data/reviewers/${index}`)),
    ...(left === undefined ? [] : [finding('case/assigned-has-sheet', '/data/reviewers', { reviewer: left.name ?? left.reviewer })]),
  ];
}

const personIn = ({ people = [] }: Assigned) => (id: string): CommitteeMember => people.find((each) => each.id === id) ?? { id };

function numberProblems({ reviewers: needed, panels }: Assignment, { reviewers }: Assigned): Finding[] {
  const count = new Set(reviewers).size;
  const isDistinct = count === reviewers.length;
  if (panels === undefined) return isDistinct && (typeof needed !== 'number' || count === needed) ? [] : [finding('case/wrong-reviewers', '/data/reviewers', { needed, count })];
  const least = typeof needed === 'number' ? Math.max(needed, 1) : 1;
  return isDistinct && count >= least ? [] : [finding('case/too-few-reviewers', '/data/reviewers', { needed: least, count })];
}

function panelProblems(scheme: Scheme, state: CaseState, rule: Assignment, { stage, panel: unit, reason = '', method }: Assigned, locale: Locale): Finding[] {
  const { panels = [] } = rule;
  const panel = panels.find((each) => each.unit === unit);
  if (panel === undefined) return unit === undefined && panels.length === 0 ? [] : [finding('case/unknown-panel', '/data/panel', { known: panels.map((each) => unitTitle(scheme, each.unit, locale)) })];
  const before = state.assigned?.find((item) => item.stage === stage);
  const isOtherThanProposed = method === 'rule' && !fitsField(rule, stateFacts(scheme, state), panel.fields);
  return (isOtherThanProposed || before !== undefined) && reason.trim() === '' ? [finding('case/assignment-reason-missing', '/data/reason')] : [];
}

function unitTitle({ organisation }: Scheme, id: string, locale: Locale): string {
  return localize(organisation.units?.find((unit) => unit.id === id)?.title, locale) || id;
}

function personProblems(scheme: Scheme, state: CaseState, stage: Stage, data: Assigned, person: CommitteeMember, at: string): Finding[] {
  const reviewer = person.name ?? person.id;
  if (data.panel !== undefined && person.unit !== data.panel) return [finding('case/not-of-panel', at, { reviewer })];
  if (isRecused(scheme, state, stage, person)) return [finding('case/assigned-recused', at, { reviewer })];
  const isFit = data.people === undefined || (data.people.some(({ id }) => id === person.id) && mayActAt(scheme, stage, person, state.applicant));
  return isFit ? [] : [finding('case/reviewer-ineligible', at, { reviewer })];
}

/** By the rule of the assignment, by that of the panel, or by what was declared. */
function isRecused({ scoring }: Scheme, state: CaseState, stage: Stage, person: CommitteeMember): boolean {
  const { conflicts } = scoringAt(state, stage.id);
  if (conflictOf(stage.assignment?.recusal ?? [], { id: state.id, applicant: state.applicant, declared: stage.method === 'score' ? [] : conflicts }, person) !== undefined) return true;
  const recusal = stage.method === 'score' ? recusalOf(scoring?.panel?.recusal, undefined, person, conflicts, state.applicant, new Holes()) : undefined;
  return recusal !== undefined && recusal !== 'open' && recusal.kind === 'hard';
}
