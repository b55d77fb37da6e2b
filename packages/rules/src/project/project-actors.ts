import type { EventActor, Locale, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { routeChange } from '../contracts/index.js';
import type { ChangeRequest, ChangeRoute } from '../contracts/index.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { isHolder, taskHolders } from './posts.js';
import type { ProjectFault } from './project-fault.js';
import { fault } from './project-fault.js';
import type { FundedProject, ProjectAction, ProjectActionType } from './project-types.js';

const OF_EXECUTOR: readonly ProjectActionType[] = ['fundsReceived', 'fundsReturned', 'expenseRecorded', 'changeRequested', 'findingAnswered'];
const OF_PAYER: readonly ProjectActionType[] = ['contractSigned', 'tranchePaid', 'trancheWithheld', 'withholdingLifted', 'remainderReleased', 'acceptanceRecorded'];

/** Who an action is for: the unit that carries the project out, or holders of roles; `nobody` where the scheme leaves it open. */
type Right = { readonly kind: 'executor' } | { readonly kind: 'roles'; readonly roles: readonly string[] } | { readonly kind: 'nobody' };

/** Why somebody may not do this with a project; `undefined` where they may. Nobody decides on the project of their own unit. */
export function projectActorFault(scheme: Scheme, project: FundedProject, action: ProjectAction, actor: EventActor, locale: Locale): ProjectFault | undefined {
  const right = rightTo(scheme, project, action);
  // Anybody may say something, whoever they are.
  if (action.type === 'commentMade') return undefined;
  const isOwn = isOfUnit(project, actor);
  const held = taskHolders(scheme, project, action);
  if (held !== undefined) {
    if (!held.holders.some((holder) => isHolder(held.post, holder, actor))) return fault('project/not-holder', '', { post: held.post.title, name: held.holders.map(({ name }) => name) });
    return isOwn && held.task === 'receives' ? fault('project/own-project', '') : undefined;
  }
  if (right.kind === 'executor') return isOwn ? undefined : fault('project/not-executor', '', { name: project.applicant.name ?? project.applicant.id });
  if (right.kind === 'nobody' || !right.roles.includes(actor.role)) return fault('project/not-your-task', '', { roles: right.kind === 'nobody' ? [] : right.roles.map((id) => roleTitle(scheme, id, locale)) });
  const reports = action.type === 'reportSubmitted';
  if (reports && applicantRoles(scheme).includes(actor.role) && !isOwn) return fault('project/not-executor', '', { name: project.applicant.name ?? project.applicant.id });
  if (!reports && isOwn) return fault('project/own-project', '');
  if ((action.type === 'holderAppointed' || action.type === 'holderReplaced') && action.data.holder.id === actor.id) return fault('project/appoints-self', '/holder');
  if (actor.town !== undefined && project.applicant.town !== undefined && actor.town !== project.applicant.town) return fault('project/other-town', '');
  return undefined;
}

function rightTo(scheme: Scheme, project: FundedProject, action: ProjectAction): Right {
  const supervision = scheme.supervision ?? {};
  const roles = (role: string | undefined, otherwise: readonly string[]): Right => ({ kind: 'roles', roles: role === undefined ? otherwise : [role] });
  if (OF_EXECUTOR.includes(action.type)) return { kind: 'executor' };
  if (OF_PAYER.includes(action.type)) return roles(supervision.payer, highestRoles(scheme));
  switch (action.type) {
    case 'entryReversed': {
      const entry = project.account.find(({ sequence }) => sequence === action.data.entry);
      return (entry?.kind === 'received' && entry.source === 'fund') || entry?.kind === 'returned' ? roles(supervision.payer, highestRoles(scheme)) : { kind: 'executor' };
    }
    case 'changeDecided': {
      const open = project.openChanges.find(({ request }) => request.id === action.data.change);
      return roles(open === undefined ? undefined : changeRoute(scheme, project, open.request).decidedBy, highestRoles(scheme));
    }
    case 'reportSubmitted': return roles(supervision.reports?.find(({ id }) => id === action.data.duty)?.from, applicantRoles(scheme));
    case 'reportAccepted':
    case 'reportReturned': {
      const report = project.reports.find(({ id }) => id === action.data.report);
      return roles(supervision.reports?.find(({ id }) => id === report?.duty)?.to, highestRoles(scheme));
    }
    case 'reportSkipped': return roles(supervision.reports?.find(({ id }) => id === action.data.duty)?.to, highestRoles(scheme));
    case 'findingRaised': return roles(bodyRole(scheme, action.data.body), highestRoles(scheme));
    case 'findingClosed':
    case 'findingReopened': return roles(bodyRole(scheme, project.findings.find(({ id }) => id === action.data.finding)?.body), highestRoles(scheme));
    case 'holderAppointed':
    case 'holderReplaced':
    case 'holderReleased': return roles(supervision.appointedBy ?? supervision.payer, highestRoles(scheme));
    case 'commentReleased':
    case 'commentRefused':
    case 'commentAnswered': return roles(supervision.disclosure?.comments?.by ?? supervision.payer, highestRoles(scheme));
    default: return { kind: 'nobody' };
  }
}

const bodyRole = (scheme: Scheme, body: string | undefined): string | undefined => scheme.supervision?.bodies?.find(({ id }) => id === body)?.role;

/** Who decides a change of a project, by the rules of the scheme. */
export function changeRoute(scheme: Scheme, { agreement }: FundedProject, request: ChangeRequest): ChangeRoute {
  return routeChange(resolvedScheme(scheme).supervision?.changes ?? [], agreement, request);
}

/** Whether somebody belongs to the unit that carries the project out. */
export function isOfUnit({ applicant }: FundedProject, { unit, id }: EventActor): boolean {
  return unit === undefined ? id === applicant.id : unit === (applicant.unit ?? applicant.id);
}

/** Roles that apply: those of the first stage. */
function applicantRoles({ stages }: Scheme): readonly string[] {
  return stages[0] === undefined ? [] : [stages[0].actor.role];
}

/** Roles of the highest level, which stands first. */
function highestRoles(scheme: Scheme): readonly string[] {
  const { levels, roles } = scheme.organisation;
  return roles.filter(({ id, level }) => level === levels[0]?.id && !applicantRoles(scheme).includes(id)).map(({ id }) => id);
}

/** A role in words; its id where the scheme has none of that name. */
export function roleTitle(scheme: Scheme, role: string, locale: Locale): string {
  const { roles, levels } = scheme.organisation;
  return localize([...roles, ...levels].find(({ id }) => id === role)?.title, locale) || role;
}

/** Whether an action is for somebody at all; what they fill in is not looked at. For lists of tasks and buttons. */
export function mayAct(scheme: Scheme, project: FundedProject, action: ProjectAction, actor: EventActor): boolean {
  return projectActorFault(scheme, project, action, actor, 'zh-CN') === undefined;
}
