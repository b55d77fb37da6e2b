import type { Assignment, ConflictGround } from '@cobuild/core';
import { localize, resolveParameters } from '@cobuild/core';
import type { AssignedReviewers, AssignmentCandidate, AssignmentChoice, AssignmentItem, CaseAction, PassedOver } from '@cobuild/rules';
import { assignmentAction, assignmentItem, assignReviewers, fitsField, isRecusedFrom, nextActions, panelLoad, proposedPanel } from '@cobuild/rules';
import { endOfDay } from '../internal/dates.js';
import type { Shape } from '../internal/shape.js';
import { list, number, object, optional, text } from '../internal/shape.js';
import type { DeskInput } from './review-desk.js';

/** Somebody who may be asked to review, with what they have to do already. */
export type ReviewCandidate = AssignmentCandidate;

export const candidateShape: Shape<ReviewCandidate> = object<ReviewCandidate>({
  id: text, name: optional(text), unit: optional(text), town: optional(text), fields: optional(list(text)), load: optional(number),
  relations: optional(list(object<{ ground: ConflictGround; to: string }>({ ground: text, to: text }))),
});

export interface AssignmentPerson extends ReviewCandidate {
  /** Why this person cannot be chosen. */
  readonly barred?: PassedOver;
}

/** A group of which one takes the application as a whole. */
export interface AssignmentGroup {
  readonly unit: string;
  readonly title: string;
  /** Its people who may review here. */
  readonly people: readonly ReviewCandidate[];
  /** Its people who are recused. */
  readonly recused: readonly ReviewCandidate[];
  /** Its projects so far. */
  readonly load: number;
  readonly atLimit: boolean;
  /** Another than the rule proposes takes a reason. */
  readonly otherField: boolean;
}

/** Who may review this application, as the rule of its stage finds them. */
export interface AssignmentDesk {
  readonly stage: string;
  /** Absent where the scheme leaves the rule open. */
  readonly method?: 'rule' | 'load' | 'lot';
  readonly needed: number;
  /** So many score sheets make a score; 0 where the scheme names no number. */
  readonly sheetsNeeded: number;
  readonly people: readonly AssignmentPerson[];
  /** Ids of those whom the rule would ask; for `lot` nobody: that shows once the seed is on record. */
  readonly suggested: readonly string[];
  /** Ids of those who were assigned already. */
  readonly assigned: readonly string[];
  /** What was assigned last, with by whom, when and why. */
  readonly last?: AssignedReviewers;
  /** Where groups are assigned: all of them, and the unit of the one that the rule proposes. */
  readonly groups?: readonly AssignmentGroup[];
  readonly proposed?: string;
  /** The action with these people, or those whom the seed draws. */
  action(chosen: readonly string[], seed: string): CaseAction;
  /** The action with a group. */
  groupAction(unit: string, reason: string, seed: string): CaseAction;
}

/** `undefined` where this person assigns nobody here. */
export function assignmentOf(input: DeskInput, people: readonly ReviewCandidate[]): AssignmentDesk | undefined {
  const { state, actor, today, calendar, locale } = input;
  const scheme = resolveParameters(input.scheme);
  const stage = scheme.stages.find(({ id }) => id === state.stage);
  const rule = stage?.assignment;
  if (stage === undefined || rule === undefined) return undefined;
  const next = nextActions(scheme, state, actor, endOfDay(today), { calendar, schemeHash: state.schemeHash, locale });
  if (!next.some(({ type }) => type === 'reviewersAssigned')) return undefined;

  const item = assignmentItem(scheme, state);
  const load: Readonly<Record<string, number>> = Object.fromEntries(people.map((person) => [person.id, person.load ?? 0]));
  const { method, reviewers } = rule;
  const last = state.assigned?.find((each) => each.stage === stage.id);
  const act = (choice: AssignmentChoice): CaseAction => assignmentAction(scheme, state, people, choice) ?? { type: 'reviewersAssigned', data: { stage: stage.id, reviewers: [] } };
  // Who may be asked at all does not hang on the seed.
  const found = assignReviewers(method === 'lot' ? { ...rule, method: 'load' } : rule, [item], people, { load });
  const [only] = found.items;
  const minimum = scheme.scoring?.panel?.minimumScores;
  const known = found.outcome === 'undecided' ? undefined : method;
  return {
    stage: stage.id, ...(known === 'rule' || known === 'load' || known === 'lot' ? { method: known } : {}), needed: typeof reviewers === 'number' ? reviewers : 0, sheetsNeeded: typeof minimum === 'number' ? minimum : 0,
    people: people.map((person) => withBar(person, only?.passedOver ?? [])),
    suggested: method === 'lot' ? [] : (only?.reviewers ?? []),
    assigned: last?.reviewers ?? [], ...(last === undefined ? {} : { last }),
    ...groupsOf(rule, item, people, (unit) => localize(scheme.organisation.units?.find(({ id }) => id === unit)?.title, locale) || unit),
    action: (chosen, seed) => act({ reviewers: chosen, seed }),
    groupAction: (unit, reason, seed) => act({ panel: unit, reason, seed }),
  };
}

function groupsOf(rule: Assignment, item: AssignmentItem, people: readonly ReviewCandidate[], title: (unit: string) => string): Pick<AssignmentDesk, 'groups' | 'proposed'> {
  const { panels, method, limit } = rule;
  if (panels === undefined) return {};
  const groups = panels.map(({ unit, fields }): AssignmentGroup => {
    const own = people.filter((person) => person.unit === unit);
    const load = panelLoad(unit, people);
    return {
      unit, title: title(unit), people: own.filter((person) => !isRecusedFrom(rule, item, person)), recused: own.filter((person) => isRecusedFrom(rule, item, person)), load,
      atLimit: typeof limit === 'number' && load >= limit, otherField: method === 'rule' && !fitsField(rule, item.facts ?? {}, fields),
    };
  });
  const proposed = proposedPanel(rule, item, people);
  return { groups, ...(proposed === undefined ? {} : { proposed }) };
}

function withBar(person: ReviewCandidate, passedOver: readonly PassedOver[]): AssignmentPerson {
  const barred = passedOver.find(({ reviewer }) => reviewer === person.id);
  return barred === undefined ? person : { ...person, barred };
}
