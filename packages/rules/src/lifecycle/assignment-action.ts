import type { Assignment, CommitteeMember, Scheme } from '@cobuild/core';
import { resolveParameters } from '@cobuild/core';
import type { AssignmentItem, PoolReviewer } from '../assignment/index.js';
import { assignReviewers, conflictOf } from '../assignment/index.js';
import { findStage } from '../decision/stage-lookup.js';
import type { CaseAction, CaseState } from '../results.js';
import { scoringAt } from './scoring-state.js';
import { stateFacts } from './state-case.js';

/** Somebody who may be asked to review, with what they have to do already. */
export interface AssignmentCandidate extends PoolReviewer { readonly load?: number }

/** What whoever assigns chose. Without a group or reviewers the rule of the stage finds them. */
export interface AssignmentChoice {
  /** Unit of the group that takes the application as a whole. */
  readonly panel?: string;
  /** Ids, where the stage has no groups. */
  readonly reviewers?: readonly string[];
  /** Needed for another group than the rule proposes, and to assign anew. */
  readonly reason?: string;
  /** For `lot`. */
  readonly seed?: string;
}

/**
 * The act that gives an application to its reviewers, as it stands now: a group without whoever is recused, or single people. `undefined` where nobody assigns at its stage, or
 * the rule finds nobody. Several applications are assigned one after the other, each with the loads that the one before has left.
 *
 * @example assignmentAction(scheme, state, candidates, { panel: 'expert-group-2' })?.data['reviewers'] // ids of the people of that group
 */
export function assignmentAction(given: Scheme, state: CaseState, people: readonly AssignmentCandidate[], { panel, reviewers, reason = '', seed = '' }: AssignmentChoice = {}): CaseAction | undefined {
  const scheme = resolveParameters(given);
  const stage = findStage(scheme, state.stage);
  const rule = stage?.assignment;
  if (stage === undefined || rule === undefined) return undefined;
  const item = assignmentItem(scheme, state);
  const { method } = rule;
  const lot = method === 'lot';
  const drawn = { method, ...(lot ? { seed } : {}), ...(reason === '' ? {} : { reason }) };
  const chosen = (ids: readonly string[]): Pick<CaseAction['data'], string> => ({ reviewers: ids, people: people.filter(({ id }) => ids.includes(id)).map(({ load: _load, fields: _fields, ...member }): CommitteeMember => member) });
  const isOpen = lot && seed === '';
  if (rule.panels !== undefined) {
    const unit = lot && !isOpen ? (proposedPanel(rule, item, people, seed) ?? panel) : (panel ?? (lot ? undefined : proposedPanel(rule, item, people)));
    if (unit === undefined) return undefined;
    return { type: 'reviewersAssigned', data: { stage: stage.id, panel: unit, ...drawn, ...chosen(people.filter((person) => person.unit === unit && !isRecusedFrom(rule, item, person)).map(({ id }) => id)) } };
  }
  const found = (): readonly string[] => (isOpen ? [] : (assignReviewers(rule, [item], people, { load: loadsOf(people), ...(lot ? { seed } : {}) }).items[0]?.reviewers ?? []));
  return { type: 'reviewersAssigned', data: { stage: stage.id, ...drawn, ...chosen(lot ? found() : (reviewers ?? found())) } };
}

/** An application as its assignment sees it: applicant, facts, declared relations. */
export function assignmentItem(scheme: Scheme, state: CaseState): AssignmentItem {
  return { id: state.id, applicant: state.applicant, facts: stateFacts(scheme, state), declared: scoringAt(state, state.stage).conflicts };
}

/** The group that the rule finds: one, where a person would be one of several. `undefined` where the rule leaves something open or no group is free. */
export function proposedPanel(rule: Assignment, item: AssignmentItem, people: readonly AssignmentCandidate[], seed = ''): string | undefined {
  if (rule.method === 'lot' && seed === '') return undefined;
  const pool = (rule.panels ?? []).map(({ unit, fields }) => ({ id: unit, ...(fields === undefined ? {} : { fields }) }));
  const load = Object.fromEntries(pool.map(({ id }) => [id, panelLoad(id, people)]));
  return assignReviewers({ ...rule, reviewers: 1 }, [{ ...item, declared: [] }], pool, { load, ...(seed === '' ? {} : { seed }) }).items[0]?.reviewers[0];
}

/** A group has as many applications as its busiest person. */
export const panelLoad = (unit: string, people: readonly AssignmentCandidate[]): number => people.reduce((most, person) => (person.unit === unit ? Math.max(most, person.load ?? 0) : most), 0);

/** Whether somebody may not review an application, by the rule of its assignment or by what was declared. */
export const isRecusedFrom = ({ recusal = [] }: Assignment, item: AssignmentItem, person: PoolReviewer): boolean => conflictOf(Array.isArray(recusal) ? recusal : [], item, person) !== undefined;

const loadsOf = (people: readonly AssignmentCandidate[]): Readonly<Record<string, number>> => Object.fromEntries(people.map(({ id, load = 0 }) => [id, load]));
