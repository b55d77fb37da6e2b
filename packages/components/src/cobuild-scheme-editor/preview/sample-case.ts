import type { CommitteeMember, EventActor, Locale, Scheme, Stage } from '@cobuild/core';
import { chinaCalendar, valueAt } from '@cobuild/core';
import type { CaseAction, CaseState } from '@cobuild/rules';
import { appendEvent } from '@cobuild/rules';
import { listAt } from '../forms/form-outline.js';
import { plainText } from '../editor-context.js';
import { previewWords } from './words.js';

/** Stages that somebody of a role settles: an office at its desk, an expert with a score sheet, a committee at its meeting. */
const AT_A_DESK: readonly string[] = ['approval', 'checklist', 'publicity', 'record', 'score', 'vote'];
/** Enough for any quorum to be seen to be met or not. */
const MEMBERS = 9;

/** Those who score or vote on the sample; the first of them is the one who scores. */
export const sampleMembers = (locale: Locale): readonly CommitteeMember[] => Array.from({ length: MEMBERS }, (_, index) => ({ id: `sample-member-${index + 1}`, name: previewWords[locale].sampleMember(index + 1) }));

/** The first stage that a role settles at a desk, or applies at. */
export const deskStage = (document: unknown, role: string): string => plainText(valueAt(listAt(document, '/stages').find((stage) => isDesk(stage, role)) ?? (isApplicant(document, role) ? listAt(document, '/stages')[0] : undefined), '/id'));

/** Whether a role applies. */
export const isApplicant = (document: unknown, role: string): boolean => valueAt(document, '/stages/0/actor/role') === role;

/** Whether a role settles a stage at a desk. */
export const isDesk = (stage: unknown, role: string): boolean => valueAt(stage, '/actor/role') === role && AT_A_DESK.includes(plainText(valueAt(stage, '/method')));

/** Whether a committee votes at a stage. */
export const isVoted = (stage: unknown): boolean => valueAt(stage, '/method') === 'vote';

/** What a portal would do to an application, done to the sample: its state afterwards, or why not. */
export const actedOn = (scheme: Scheme, state: CaseState, action: CaseAction, actor: EventActor, at: string, locale: Locale): ReturnType<typeof appendEvent> =>
  appendEvent(scheme, state, action, actor, at, `sample-${state.sequence + 1}`, { calendar: chinaCalendar, schemeHash: 'sample', caseId: state.id, locale });

interface Sample { readonly state: CaseState; readonly actor: EventActor }

/** A meeting on an application that has come to the ballots, as far as the vote rule lets it without papers, and one of its members. */
export function sampleVote(scheme: Scheme, stage: Stage, answers: Readonly<Record<string, unknown>>, at: string): Sample {
  const begun = sampleCase(scheme, stage, answers, at);
  const members = sampleMembers('zh-CN');
  const role = scheme.organisation.roles.find(({ id }) => id !== stage.actor.role)?.id ?? stage.actor.role;
  const member = (id: string): EventActor => ({ ...begun.actor, id, role });
  // Members sign in for themselves.
  const steps: readonly (readonly [CaseAction, EventActor])[] = [
    [{ type: 'meetingOpened', data: { stage: stage.id, members } }, begun.actor],
    ...members.map(({ id }): readonly [CaseAction, EventActor] => [{ type: 'memberSignedIn', data: { member: id } }, member(id)]),
    [{ type: 'votingOpened', data: {} }, begun.actor],
  ];
  let { state } = begun;
  for (const [action, by] of steps) {
    const done = actedOn(scheme, state, action, by, at, 'zh-CN');
    if ('problems' in done) break;
    ({ state } = done);
  }
  return { state, actor: member(members[0]?.id ?? '') };
}

/** How an application comes to a stage by the shortest way: what was found at each stage before. Without that it would stand at the first of them again as soon as something is done to it. */
function reviewsBefore({ stages }: Scheme, { id }: Stage): readonly { readonly stage: string; readonly outcome: string }[] {
  const [first] = stages;
  const ways = new Map([[first?.id, [] as readonly { readonly stage: string; readonly outcome: string }[]]]);
  // A map is walked in the order in which it grows.
  for (const [from, way] of ways) {
    const stage = stages.find((each) => each.id === from);
    for (const { id: outcome, kind, to } of stage?.outcomes ?? []) if (kind !== 'return' && !ways.has(to)) ways.set(to, stage === undefined || stage === first ? way : [...way, { stage: stage.id, outcome }]);
  }
  return ways.get(id) ?? [];
}

/** An application that has come to a stage, and somebody of the stage's role who is responsible for the unit that it comes from. */
export function sampleCase(scheme: Scheme, stage: Stage, answers: Readonly<Record<string, unknown>>, at: string): Sample {
  const { role } = stage.actor;
  const units = scheme.organisation.units ?? [];
  const level = scheme.organisation.roles.find(({ id }) => id === role)?.level;
  const home = units.find(({ id }) => !units.some(({ parent }) => parent === id)) ?? units[0];
  const above = (id: string | undefined): readonly string[] => {
    const unit = units.find((each) => each.id === id);
    return unit === undefined ? [] : [unit.id, ...above(unit.parent)];
  };
  const way = above(home?.id);
  const own = way.find((id) => units.find((unit) => unit.id === id)?.level === level);
  const applicant = { id: 'sample-applicant', ...(home === undefined ? {} : { name: home.title['zh-CN'], level: home.level, unit: home.id }), ...(way[1] === undefined ? {} : { town: way[1] }) };
  const by = { id: applicant.id, role: scheme.stages[0]?.actor.role ?? role };
  return {
    state: {
      id: 'SAMPLE-001', schemeHash: 'sample', stage: stage.id, status: 'open', stageSince: at, applicant, answers, submissions: [{ at, answers, by }], submittedAt: at,
      reviews: reviewsBefore(scheme, stage).map((review) => ({ ...review, by: 'sample-officer', at })), objections: [], sequence: 1, lastHash: 'sample', history: [],
      // Where applications are assigned, all of them have this one.
      ...(stage.assignment === undefined ? {} : { assigned: [{ stage: stage.id, reviewers: sampleMembers('zh-CN').map(({ id }) => id), method: 'rule' as const, by, at }] }),
    },
    actor: { id: stage.method === 'score' ? 'sample-member-1' : 'sample-officer', role, ...(own === undefined ? {} : { unit: own, ...(way.length > 1 ? { town: own } : {}) }) },
  };
}
