import type { Grading, Scheme, Stage } from '@cobuild/core';
import { ADMINISTRATOR } from './demonstration-people.js';
import { hasProjects } from './project-opening.js';

const RESIDENT = 'resident';
const distinct = (roles: readonly (string | undefined)[]): readonly string[] => [...new Set(roles.filter((role) => role !== undefined))];
const applicants = ({ stages }: Scheme): readonly string[] => distinct(stages.filter(({ method }) => method === 'application').map(({ actor }) => actor.role));

/** Offices of the highest level that has any: those who read statistics. */
export function highestRoles(scheme: Scheme): readonly string[] {
  const { levels, roles } = scheme.organisation;
  const offices = roles.filter(({ id }) => ![ADMINISTRATOR, RESIDENT].includes(id) && !applicants(scheme).includes(id));
  const highest = levels.find(({ id }) => offices.some(({ level }) => level === id));
  return offices.filter(({ level }) => level === highest?.id).map(({ id }) => id);
}

/** Who takes cases in from files: offices of the highest level that act at a stage, since the whole of a case is shown to them. */
export function recordRoles(scheme: Scheme): readonly string[] {
  return highestRoles(scheme).filter((role) => scheme.stages.some(({ actor, method }) => actor.role === role && method !== 'score'));
}

/** Whoever has to do with an approved project: who carries it out, pays, reports, is reported to, watches over it, holds a post or appoints to one. */
export function projectRoles(scheme: Scheme): readonly string[] {
  const { payer, appointedBy, reports = [], bodies = [], posts = [] } = scheme.supervision ?? {};
  return hasProjects(scheme) ? distinct([...applicants(scheme), payer, ...reports.flatMap(({ from, to }) => [from, to]), ...bodies.map(({ role }) => role), appointedBy, ...posts.map(({ role }) => role), ...highestRoles(scheme)]) : [];
}

/** Something that is asked for, done by others, and rated in the end by who asked: such demands are followed on a board. */
export function hasBoard({ stages, publicity, supervision, allocation }: Scheme): boolean {
  const [first] = stages;
  const last = stages[stages.length - 1];
  return publicity === undefined && supervision === undefined && allocation === undefined && first !== undefined && last !== first && last?.actor.role === first.actor.role;
}

export const boardRoles = (scheme: Scheme): readonly string[] => distinct([...scheme.stages.map(({ actor }) => actor.role), ...highestRoles(scheme)]);

export const scoreStages = ({ stages, scoring }: Scheme): readonly Stage[] => (scoring === undefined ? [] : stages.filter(({ method }) => method === 'score'));

/** Who records the count of a public vote, and who sits on its jury. */
export function voteRoles(scheme: Scheme): { readonly count: readonly string[]; readonly jury: readonly string[] } {
  const count = distinct(scheme.stages.filter(({ method }) => method === 'publicVote').map(({ actor }) => actor.role));
  const acting = new Set(scheme.stages.map(({ actor }) => actor.role));
  const jury = scheme.publicVotes?.some((vote) => vote.jury !== undefined) === true ? scheme.organisation.roles.filter(({ id }) => !acting.has(id) && ![ADMINISTRATOR, RESIDENT].includes(id)).map(({ id }) => id) : [];
  return { count, jury };
}

/** Who enters applications for others: the office that sees them first. */
export function intakeRoles(scheme: Scheme): readonly string[] {
  const own = applicants(scheme);
  const office = scheme.stages.find(({ method, actor }) => method !== 'application' && !own.includes(actor.role));
  const isOffice = office !== undefined && scheme.organisation.roles.some(({ id }) => id === office.actor.role);
  return isOffice ? distinct([office.actor.role, ...highestRoles(scheme).filter((role) => scheme.stages.some(({ actor, method }) => actor.role === role && method !== 'score'))]) : [];
}

/** The grading of a register: one that is made of marks that people enter. */
export function gradingOf({ evaluation }: Scheme): Grading | undefined {
  return evaluation?.gradings?.find(({ inputs = [] }) => inputs.length > 0);
}

/** Inputs that a role enters: those called like the level that it is of; all others belong to the highest level. */
export function inputsOf(scheme: Scheme, role: string): readonly string[] {
  const level = scheme.organisation.roles.find(({ id }) => id === role)?.level;
  const levels = new Set(scheme.organisation.levels.map(({ id }) => id));
  const acts = scheme.stages.some(({ actor }) => actor.role === role);
  // What comes from the cases themselves nobody enters again.
  const inputs = (gradingOf(scheme)?.inputs ?? []).filter(({ from }) => from === undefined).map(({ id }) => id);
  return acts ? inputs.filter((id) => (levels.has(id) ? id === level : highestRoles(scheme).includes(role))) : [];
}

/** Who reads a register: who enters marks, and the highest level. */
export function registerRoles(scheme: Scheme): readonly string[] {
  const roles = scheme.organisation.roles.map(({ id }) => id);
  return distinct([...roles.filter((role) => inputsOf(scheme, role).length > 0), ...highestRoles(scheme), ...roles.filter((role) => ['supervisor'].includes(role))]);
}
