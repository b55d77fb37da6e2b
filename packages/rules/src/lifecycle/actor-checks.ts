import type { Applicant, EventActor, Locale, Role, Scheme, Stage } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { findStage, firstStage } from '../decision/stage-lookup.js';
import type { CaseState } from '../results.js';
import { isCycleAction, keptCycle } from './cycle-checks.js';
import { isClockAction } from './clock-actions.js';
import { CLOCK } from './deadline-checks.js';
import type { TypedAction } from './event-shapes.js';
import type { Finding } from './finding.js';
import { finding } from './finding.js';
import { stageTitle } from './order-checks.js';
import { reviewerOf } from './scoring-checks.js';
import { sheetStage } from './sheet-checks.js';

/** Whether this actor may do this: the role of the stage, not on an own application, and only for the own town or unit. */
export function actorProblem(scheme: Scheme, state: CaseState | undefined, action: TypedAction, actor: EventActor, locale: Locale): Finding | undefined {
  const stage = (state && findStage(scheme, state.stage)) ?? firstStage(scheme);
  if (action.type === 'scoreSubmitted' || action.type === 'scoreWithdrawn' || (action.type === 'conflictDeclared' && stage.method === 'score')) return reviewerProblem(scheme, stage, state, action, actor, locale);
  if (isClockAction(action)) return actor.role === CLOCK.role && actor.id === CLOCK.id ? undefined : finding('case/clock-only', '/actor/id');
  if (isCycleAction(action)) return officeProblem(scheme, inRole(stage, keptCycle(scheme, action.data.cycle)?.keptBy), actor, state?.applicant, locale);
  switch (action.type) {
    case 'objectionRaised': return undefined; // anybody may object
    case 'submitted': return applicantProblem(scheme, stage, actor, state?.applicant ?? action.data.applicant, locale) ?? changedApplicant(state, actor, action.data.applicant);
    case 'withdrawn': return applicantProblem(scheme, firstStage(scheme), actor, state?.applicant, locale);
    case 'memberSignedIn':
    case 'memberRecused':
    case 'conflictDeclared':
    case 'ballotCast': {
      const isMember = state?.meeting?.members.some(({ id }) => id === actor.id) === true;
      if (isMember && action.data.member === actor.id) return undefined;
      // A clerk records for those at the table; but nobody who votes casts a ballot for another or takes another's vote away.
      if (isMember && (action.type !== 'memberSignedIn' || actor.role !== stage.actor.role)) return finding('case/acts-for-another', '/data/member');
      return officeProblem(scheme, stage, actor, state?.applicant, locale);
    }
    case 'scoringClosed': return closingActorProblem(scheme, stage, state, actor, locale);
    case 'reviewersAssigned': return officeProblem(scheme, inRole(stage, stage.assignment?.by), actor, state?.applicant, locale);
    case 'evidenceRecorded': return officeProblem(scheme, sheetStage(scheme, state, action) ?? stage, actor, state?.applicant, locale);
    case 'overrideProposed':
    case 'overrideConfirmed':
    case 'overrideDeclined': return overrideProblem(scheme, stage, state, action, actor, locale);
    default: return officeProblem(scheme, stage, actor, state?.applicant, locale);
  }
}

/**
 * A reviewer hands in a sheet of their own: whoever was assigned, else whoever has the role of the stage. For reviewers who cannot, whoever assigns them records it, and only where
 * that is another role than the reviewers'.
 */
function reviewerProblem(scheme: Scheme, stage: Stage, state: CaseState | undefined, action: Parameters<typeof reviewerOf>[0], actor: EventActor, locale: Locale): Finding | undefined {
  const { reviewer, pointer } = reviewerOf(action);
  const assigned = state?.assigned?.find((item) => item.stage === stage.id)?.reviewers;
  const clerk = stage.assignment?.by;
  if (clerk !== undefined && clerk !== stage.actor.role && actor.role === clerk && actor.id !== reviewer) {
    return officeProblem(scheme, inRole(stage, clerk), actor, state?.applicant, locale) ?? (assigned?.includes(reviewer) === true ? undefined : finding('case/reviewer-not-assigned', pointer));
  }
  const forbidden = officeProblem(scheme, stage, actor, state?.applicant, locale);
  if (forbidden !== undefined) return forbidden;
  if (actor.id !== reviewer) return finding('case/scores-for-another', pointer);
  return assigned === undefined || assigned.includes(actor.id) ? undefined : finding('case/not-assigned', '/actor/id');
}

/** A group closes its own panel; so may whoever assigns. */
function closingActorProblem(scheme: Scheme, stage: Stage, state: CaseState | undefined, actor: EventActor, locale: Locale): Finding | undefined {
  const { panels, by } = stage.assignment ?? {};
  if (panels === undefined || actor.role !== stage.actor.role) return officeProblem(scheme, inRole(stage, by), actor, state?.applicant, locale);
  const isAssigned = state?.assigned?.some((item) => item.stage === stage.id && item.reviewers.includes(actor.id)) === true;
  return officeProblem(scheme, stage, actor, state?.applicant, locale) ?? (isAssigned ? undefined : finding('case/not-assigned', '/actor/id'));
}

/** Whether somebody in the role of a stage may act there on an application: not of the applicant's own unit, and of the unit that the stage is for. Of whom no unit is known may. */
export function mayActAt(scheme: Scheme, stage: Stage, { id, unit, town }: Pick<EventActor, 'id' | 'unit' | 'town'>, applicant: Applicant): boolean {
  const actor = { id, role: stage.actor.role, ...(unit === undefined ? {} : { unit }), ...(town === undefined ? {} : { town }) };
  return id !== applicant.id && ((unit === undefined && town === undefined) || officeProblem(scheme, stage, actor, applicant, 'zh-CN') === undefined);
}

function applicantProblem(scheme: Scheme, stage: Stage, actor: EventActor, applicant: Applicant | undefined, locale: Locale): Finding | undefined {
  if (actor.role !== stage.actor.role) return wrongRole(scheme, stage, locale);
  // Who acts for no unit applies in their own name.
  return isUnitOf(applicant, actor.unit ?? actor.id) ? undefined : finding('case/other-applicant', '/actor/unit');
}

/** Unit and town say who reviews and who is recused: they are those of the actor, and stay as they were. */
function changedApplicant(state: CaseState | undefined, actor: EventActor, applicant: Applicant): Finding | undefined {
  const before = state?.applicant;
  const differs = (key: 'id' | 'unit' | 'town' | 'level'): boolean => before !== undefined && before[key] !== applicant[key];
  const changed = (['id', 'unit', 'town', 'level'] as const).find(differs);
  if (changed !== undefined) return finding('case/other-applicant', `/data/applicant/${changed}`);
  return actor.town === undefined || actor.town === applicant.town ? undefined : finding('case/other-applicant', '/data/applicant/town');
}

/** An automatic result is set aside by two persons, neither of them on the applicant's side. */
function overrideProblem(scheme: Scheme, current: Stage, state: CaseState | undefined, action: Extract<TypedAction, { type: 'overrideProposed' | 'overrideConfirmed' | 'overrideDeclined' }>, actor: EventActor, locale: Locale): Finding | undefined {
  const id = action.type === 'overrideProposed' ? action.data.stage : state?.proposal?.stage;
  const target = (id === undefined ? undefined : findStage(scheme, id)) ?? current;
  const role = action.type === 'overrideProposed' ? target.override?.proposedBy : target.override?.confirmedBy;
  if (action.type !== 'overrideProposed' && state?.proposal?.by.id === actor.id) return finding('case/override-same-person', '/actor/id');
  const isApplicant = actor.role === firstStage(scheme).actor.role && isUnitOf(state?.applicant, actor.unit ?? actor.id);
  return officeProblem(scheme, inRole(target, role), actor, state?.applicant, locale) ?? (isApplicant ? finding('case/own-application', '/actor/unit') : undefined);
}

/** The stage as if it were carried out in another role. */
function inRole(stage: Stage, role: string | undefined): Stage {
  return role === undefined ? stage : { ...stage, actor: { role } };
}

function officeProblem(scheme: Scheme, own: Stage, actor: EventActor, applicant: Applicant | undefined, locale: Locale): Finding | undefined {
  // Where several are asked, each of their roles acts at the stage.
  const stage = own.approvals?.by?.some(({ role }) => role === actor.role) === true ? inRole(own, actor.role) : own;
  if (actor.role !== stage.actor.role) return wrongRole(scheme, stage, locale);
  // A stage that the applicants themselves carry out is theirs for their own application only.
  if (actor.role === firstStage(scheme).actor.role) return applicantProblem(scheme, stage, actor, applicant, locale);
  const wanted = applicant === undefined ? undefined : unitAtLevelOf(scheme, roleOf(scheme, stage), applicant);
  // A resident's unit is the village they live in: its office is the one to act, and acts for nobody of its own.
  const isOwn = actor.unit !== undefined && isUnitOf(applicant, actor.unit) && (actor.unit !== wanted || actor.unit === applicant?.id);
  if (isOwn) return finding('case/own-application', '/actor/unit');
  if (applicant !== undefined && actor.id === applicant.id) return finding('case/own-application', '/actor/id');
  return wanted === undefined || wanted === (actor.unit ?? actor.town) ? undefined : finding('case/other-unit', '/actor/unit');
}

function wrongRole(scheme: Scheme, stage: Stage, locale: Locale): Finding {
  const role = roleOf(scheme, stage);
  return finding('case/wrong-role', '/actor/role', { stage: stageTitle(stage, locale), wanted: role === undefined ? stage.actor.role : localize(role.title, locale) });
}

function roleOf(scheme: Scheme, stage: Stage): Role | undefined {
  return scheme.organisation.roles.find((role) => role.id === stage.actor.role);
}

function isUnitOf(applicant: Applicant | undefined, unit: string): boolean {
  return applicant !== undefined && (unit === applicant.id || unit === applicant.unit);
}

/**
 * The unit above the applicant whose people handle the application at the level of a role; `undefined` where every unit of the level may.
 * At the highest level several departments share the work, so no unit is asked for there. Units come from the scheme, or, where the host has them,
 * from the applicant's `town`: the level of that name, or else the one above the applicant's own (the lowest unless it says otherwise).
 */
function unitAtLevelOf(scheme: Scheme, role: Role | undefined, applicant: Applicant): string | undefined {
  const levels = scheme.organisation.levels.map(({ id }) => id);
  const roleLevel = role === undefined ? -1 : levels.indexOf(role.level);
  const ownLevel = applicant.level !== undefined && levels.includes(applicant.level) ? levels.indexOf(applicant.level) : levels.length - 1;
  if (role === undefined || roleLevel <= 0 || roleLevel >= ownLevel) return undefined;
  const known = ancestors(scheme, [applicant.unit, applicant.id, applicant.town]).find((unit) => unit.level === role.level);
  const townLevel = levels.includes('town') ? levels.indexOf('town') : ownLevel - 1;
  return known?.id ?? (roleLevel === townLevel ? applicant.town : undefined);
}

/**
 * The unit whose people a role's work on an application is for: its village, its town. A host shows the application to them and to nobody else of that role.
 *
 * @returns `undefined` where every unit of the role's level may, as the departments of the highest, or where neither scheme nor applicant says which it is.
 * @example unitInCharge(scheme, 'townReviewer', { id: 'village-7', town: 'hecheng' }) // 'hecheng'
 */
export function unitInCharge(scheme: Scheme, role: string, applicant: Applicant): string | undefined {
  return unitAtLevelOf(scheme, scheme.organisation.roles.find(({ id }) => id === role), applicant);
}

function ancestors(scheme: Scheme, ids: readonly (string | undefined)[]): NonNullable<Scheme['organisation']['units']> {
  const units = scheme.organisation.units ?? [];
  const found = new Set<(typeof units)[number]>();
  for (const start of ids) {
    let unit = units.find(({ id }) => id === start);
    while (unit !== undefined && !found.has(unit)) {
      found.add(unit);
      const { parent } = unit;
      unit = units.find(({ id }) => id === parent);
    }
  }
  return [...found];
}
