import type { ConflictGround } from '@cobuild/core';
import { resolveParameters } from '@cobuild/core';
import type { CaseAction, PassedOver, PoolReviewer } from '@cobuild/rules';
import { assignReviewers, nextActions, scoringAt, stateFacts } from '@cobuild/rules';
import { endOfDay } from '../internal/dates.js';
import type { Shape } from '../internal/shape.js';
import { list, number, object, optional, text } from '../internal/shape.js';
import type { DeskInput } from './review-desk.js';

/** Somebody who may be asked to review, with what they have to do already. */
export interface ReviewCandidate extends PoolReviewer { readonly load?: number }

export const candidateShape: Shape<ReviewCandidate> = object<ReviewCandidate>({
  id: text, name: optional(text), unit: optional(text), town: optional(text), fields: optional(list(text)), load: optional(number),
  relations: optional(list(object<{ ground: ConflictGround; to: string }>({ ground: text, to: text }))),
});

export interface AssignmentPerson extends ReviewCandidate {
  /** Why this person cannot be chosen. */
  readonly barred?: PassedOver;
}

/** Who may review this application, as the rule of its stage finds them. */
export interface AssignmentDesk {
  readonly stage: string;
  /** Absent where the scheme leaves the rule open. */
  readonly method?: 'rule' | 'load' | 'lot';
  readonly needed: number;
  readonly people: readonly AssignmentPerson[];
  /** Ids of those whom the rule would ask; for `lot` nobody: that shows once the seed is on record. */
  readonly suggested: readonly string[];
  /** Ids of those who were assigned already. */
  readonly assigned: readonly string[];
  /** The action with these people, or those whom the seed draws. */
  action(chosen: readonly string[], seed: string): CaseAction;
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

  const declared = scoringAt(state, stage.id)?.conflicts ?? [];
  const item = { id: state.id, applicant: state.applicant, facts: stateFacts(scheme, state), declared };
  const load: Readonly<Record<string, number>> = Object.fromEntries(people.map((person) => [person.id, person.load ?? 0]));
  const { method, reviewers } = rule;
  // Who may be asked at all does not hang on the seed.
  const found = assignReviewers(method === 'lot' ? { ...rule, method: 'load' } : rule, [item], people, { load });
  const [only] = found.items;
  const known = found.outcome === 'undecided' ? undefined : method;
  return {
    stage: stage.id, ...(known === 'rule' || known === 'load' || known === 'lot' ? { method: known } : {}), needed: typeof reviewers === 'number' ? reviewers : 0,
    people: people.map((person) => withBar(person, only?.passedOver ?? [])),
    suggested: method === 'lot' ? [] : (only?.reviewers ?? []),
    assigned: state.assigned?.find((each) => each.stage === stage.id)?.reviewers ?? [],
    action: (chosen, seed) => ({
      type: 'reviewersAssigned',
      data: { stage: stage.id, reviewers: method === 'lot' ? (seed === '' ? [] : (assignReviewers(rule, [item], people, { load, seed }).items[0]?.reviewers ?? [])) : chosen, method, ...(method === 'lot' ? { seed } : {}) },
    }),
  };
}

function withBar(person: ReviewCandidate, passedOver: readonly PassedOver[]): AssignmentPerson {
  const barred = passedOver.find(({ reviewer }) => reviewer === person.id);
  return barred === undefined ? person : { ...person, barred };
}
