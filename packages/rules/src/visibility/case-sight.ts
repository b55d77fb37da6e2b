import type { EventActor, Scheme, Stage } from '@cobuild/core';
import { findStage } from '../decision/stage-lookup.js';
import type { CaseState } from '../results.js';

/** Who looks at a case: a person as the host identified them, or anybody. */
export type CaseViewer = EventActor | 'public';

/** What a viewer is to a case. Whoever is none of these is the public. */
export interface CaseSight {
  /** `told`: acts nowhere, but is told of what is late, or holds a post of the project. Sees where a case stands, and of answers those that name the role. */
  readonly side: 'public' | 'applicant' | 'office' | 'told';
  readonly id: string;
  readonly role: string;
  /** Of the highest level and neither applicant nor expert: sees what came out of every stage. */
  readonly oversees: boolean;
  /** Carries the stage out, or sits in its meeting. */
  readonly actsAt: (stage: string) => boolean;
  /** Assigns and closes a panel without scoring in it. */
  readonly runsPanel: (stage: string) => boolean;
}

/** Own applications only; a resident of the same village is not its office. */
export function isApplicantOf(scheme: Scheme, { applicant }: Pick<CaseState, 'applicant'>, { id, unit, role }: EventActor): boolean {
  return (unit ?? id) === applicant.id && scheme.stages.some(({ actor, method }) => method === 'application' && actor.role === role);
}

export function caseSight(scheme: Scheme, state: CaseState, viewer: CaseViewer): CaseSight {
  const nobody: CaseSight = { side: 'public', id: '', role: '', oversees: false, actsAt: () => false, runsPanel: () => false };
  if (viewer === 'public') return nobody;
  const { id, role } = viewer;
  if (isApplicantOf(scheme, state, viewer)) return { ...nobody, side: 'applicant', id, role };
  if (scheme.stages.some(({ actor, method }) => method === 'application' && actor.role === role)) return nobody;
  const level = scheme.organisation.roles.find((each) => each.id === role)?.level;
  const isTop = level !== undefined && level === scheme.organisation.levels[0]?.id;
  // Who sits at the table need not have a role of their own in the scheme.
  const isMember = (stage: string): boolean => state.meeting?.stage === stage && state.meeting.members.some((member) => member.id === id);
  const acts = scheme.stages.some((stage) => rolesAt(stage).includes(role));
  if (!acts && !isTop && !isMember(state.meeting?.stage ?? '')) return isToldOfDelay(scheme, role) || scheme.supervision?.posts?.some((post) => post.role === role) === true ? { ...nobody, side: 'told', id, role } : nobody;
  const scores = scheme.stages.some(({ actor, method }) => method === 'score' && actor.role === role);
  return {
    side: 'office', id, role, oversees: isTop && !scores,
    actsAt: (stage) => isMember(stage) || rolesAt(findStage(scheme, stage)).includes(role),
    runsPanel: (stage) => {
      const found = findStage(scheme, stage);
      return found?.assignment?.by === role && found.actor.role !== role;
    },
  };
}

/** Whether the scheme tells a role of what is late. */
export function isToldOfDelay({ stages, cycles = [] }: Pick<Scheme, 'stages' | 'cycles'>, role: string): boolean {
  const duties = cycles.flatMap(({ phases }) => phases.flatMap(({ duties: found = [] }) => found));
  return [...stages, ...duties].some(({ onDeadline }) => typeof onDeadline === 'object' && (onDeadline.escalate ?? []).some(({ to }) => to === role));
}

function rolesAt(stage: Stage | undefined): readonly (string | undefined)[] {
  if (stage === undefined) return [];
  const { actor, approvals, assignment, override } = stage;
  return [actor.role, ...(approvals?.by ?? []).map(({ role }) => role), assignment?.by, override?.proposedBy, override?.confirmedBy];
}
