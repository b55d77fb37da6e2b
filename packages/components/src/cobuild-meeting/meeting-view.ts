import type { Ballot, CommitteeMember, ConflictGround, EventActor, Locale, Problem, Scheme, Stage } from '@cobuild/core';
import { chinaCalendar, localize, resolveParameters } from '@cobuild/core';
import type { CaseAction, CaseState, VoteResult, VoteRule } from '@cobuild/rules';
import { actionProblems, automaticRecusals, quorumOf, readVoteRule } from '@cobuild/rules';

export type MeetingPhase = 'notOpen' | 'signIn' | 'voting' | 'closed';

/** A member as the roster shows them, with what the person at the screen may record for them now. */
export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly present: boolean;
  readonly recusal?: { readonly kind: 'automatic' | 'declared'; readonly reason: string; readonly ground?: ConflictGround };
  /** Relations on record that do not keep the member from voting. */
  readonly conflicts: readonly { readonly ground: ConflictGround; readonly reason: string }[];
  readonly choice?: Ballot['choice'];
  /** It is the person at the screen. */
  readonly own: boolean;
  readonly maySignIn: boolean;
  readonly mayRecuse: boolean;
  readonly mayVote: boolean;
}

export interface Heads { readonly appointed: number; readonly recused: number; readonly entitled: number; readonly present: number; readonly absent: number }

/** Those present against the number that is needed. */
export interface QuorumView { readonly base: number; readonly baseName: 'appointed' | 'entitled'; readonly present: number; readonly needed: number; readonly met: boolean }

/** Everything a screen of the meeting says, derived from scheme and state. */
export interface MeetingView {
  readonly phase: MeetingPhase;
  readonly stage: Stage;
  readonly round: number;
  readonly rule?: VoteRule;
  readonly rows: readonly MemberRow[];
  readonly heads: Heads;
  readonly quorum?: QuorumView;
  /** Ballots in, of `heads.present`. */
  readonly returned: number;
  readonly vote?: VoteResult;
  /** The last meeting on the project broke off before its vote. */
  readonly adjourned?: { readonly reason: string; readonly resumesOn?: string };
  /** Whether the actor conducts the meeting: opens, records for others, closes. */
  readonly runs: boolean;
  /** Why the next step of the phase (open, begin or end the vote, hold it again) cannot be taken now. */
  readonly blocked: readonly Problem[];
  /** Action that opens the meeting or its next round. */
  readonly opening: CaseAction;
}

export interface MeetingInput {
  readonly scheme: Scheme;
  readonly state: CaseState;
  /** Roster of the host, used until the meeting is open. */
  readonly members: readonly CommitteeMember[];
  readonly actor: EventActor;
  readonly locale: Locale;
}

/** Refusals that are about who somebody is, not about what was done so far. */
const ABOUT_THE_ACTOR: readonly string[] = ['case/wrong-role', 'case/own-application', 'case/other-unit', 'case/other-applicant', 'case/other-scheme'];

/** @returns `undefined` where the case is neither at a vote nor had one. */
export function meetingView({ scheme, state, members, actor, locale }: MeetingInput): MeetingView | undefined {
  const resolved = resolveParameters(scheme);
  const stage = voteStage(resolved, state);
  const threshold = resolved.thresholds?.find(({ id }) => id === stage?.threshold);
  if (stage === undefined || threshold === undefined) return undefined;

  const { rule } = readVoteRule(threshold);
  // After an adjournment the next meeting is to be opened, with a roster and a sign-in of its own.
  const meeting = state.meeting?.stage === stage.id && state.meeting.adjourned === undefined ? state.meeting : undefined;
  const adjourned = meeting === undefined && state.meeting?.stage === stage.id ? state.meeting.adjourned : undefined;
  const phase: MeetingPhase = meeting?.phase ?? 'notOpen';
  const opening: CaseAction = { type: 'meetingOpened', data: { stage: stage.id, members: members.map(rosterEntry) } };
  const blocked = nextStepProblems({ scheme, state, members, actor, locale }, phase, opening);
  const runs = state.status === 'open' && state.stage === stage.id && !blocked.some(({ code }) => ABOUT_THE_ACTOR.includes(code));

  const roster = meeting?.members ?? members;
  const recused = meeting?.recused ?? automaticRecusals(rule?.recusal ?? [], roster, state.applicant);
  const ballots = meeting?.ballots ?? [];
  const nobodyVoted = ballots.length === 0 && meeting?.counts === undefined;
  const self = meeting?.members.some(({ id }) => id === actor.id) === true ? actor.id : undefined;
  const rows = roster.map((member): MemberRow => {
    const recusal = recused.find((item) => item.member === member.id);
    const present = meeting?.present.includes(member.id) === true;
    const choice = ballots.find((ballot) => ballot.member === member.id)?.choice;
    const own = member.id === self;
    return {
      id: member.id, name: member.name ?? member.id, department: departmentOf(member, members, resolved, locale), present,
      ...(recusal ? { recusal: { kind: recusal.kind ?? 'declared', reason: recusal.reason ?? '', ...(recusal.ground === undefined ? {} : { ground: recusal.ground }) } } : {}),
      conflicts: (meeting?.conflicts ?? []).filter((item) => item.member === member.id).map(({ ground, reason = '' }) => ({ ground, reason })),
      ...(choice === undefined ? {} : { choice }), own,
      maySignIn: phase === 'signIn' && !recusal && !present && (runs || own),
      mayRecuse: (phase === 'signIn' || (phase === 'voting' && nobodyVoted)) && !recusal && (runs || own),
      mayVote: phase === 'voting' && rule?.secrecy === 'open' && present && !recusal && choice === undefined && (self === undefined ? runs : own),
    };
  });
  const heads = countHeads(rows);
  const quorum = rule === undefined ? undefined : quorumView(heads, rule);
  return {
    phase, stage, round: meeting?.round ?? 1, rows: byDepartment(rows), heads, runs, blocked, opening,
    returned: meeting?.counts?.returned ?? ballots.length,
    ...(rule ? { rule } : {}), ...(quorum ? { quorum } : {}), ...(adjourned === undefined ? {} : { adjourned }), ...(phase === 'closed' && state.vote ? { vote: state.vote } : {}),
  };
}

/** The vote that the case waits at, else the one that its meeting was about. */
function voteStage(scheme: Scheme, state: CaseState): Stage | undefined {
  const at = (id: string | undefined): Stage | undefined => scheme.stages.find((stage) => stage.id === id && stage.method === 'vote');
  return at(state.stage) ?? at(state.meeting?.stage);
}

function nextStepProblems({ scheme, state, actor, locale }: MeetingInput, phase: MeetingPhase, opening: CaseAction): readonly Problem[] {
  const action: CaseAction = phase === 'signIn' ? { type: 'votingOpened', data: {} } : phase === 'voting' ? { type: 'votingClosed', data: {} } : opening;
  // Only turn, roles and counts are asked about here; the instant of the last event is never too early.
  const at = state.history[state.history.length - 1]?.at ?? state.submittedAt;
  return actionProblems(scheme, state, action, actor, at, { calendar: chinaCalendar, schemeHash: state.schemeHash, locale });
}

/** What the log keeps of a member: the format's own settings and the host's `x-…`. */
function rosterEntry(member: CommitteeMember): CommitteeMember {
  const kept = Object.entries(member).filter(([key]) => ['id', 'name', 'unit', 'town', 'relations'].includes(key) || key.startsWith('x-'));
  return Object.fromEntries(kept) as unknown as CommitteeMember;
}

function departmentOf(member: CommitteeMember, roster: readonly CommitteeMember[], scheme: Scheme, locale: Locale): string {
  const unit = scheme.organisation.units?.find(({ id }) => id === member.unit);
  if (unit !== undefined) return localize(unit.title, locale);
  const named = [member, roster.find(({ id }) => id === member.id)].map((entry) => (entry as Readonly<Record<string, unknown>> | undefined)?.['x-department']);
  return named.find((text): text is string => typeof text === 'string') ?? member.unit ?? '';
}

/** Members of a department together, departments and members in the order of the list of appointment. */
function byDepartment(rows: readonly MemberRow[]): readonly MemberRow[] {
  const departments = [...new Set(rows.map(({ department }) => department))];
  return departments.flatMap((department) => rows.filter((row) => row.department === department));
}

function countHeads(rows: readonly MemberRow[]): Heads {
  const appointed = rows.length;
  const recused = rows.filter(({ recusal }) => recusal !== undefined).length;
  const entitled = appointed - recused;
  const present = rows.filter((row) => row.present && row.recusal === undefined).length;
  return { appointed, recused, entitled, present, absent: entitled - present };
}

function quorumView(heads: Heads, rule: VoteRule): QuorumView | undefined {
  const found = quorumOf(heads, rule);
  if (found === undefined || rule.quorum === 'none') return undefined;
  const { op, ratio, base } = rule.quorum;
  const share = heads[base] * ratio.p;
  const needed = op === '>' ? Math.floor(share / ratio.q) + 1 : Math.ceil(share / ratio.q);
  return { base: heads[base], baseName: base, present: heads.present, needed, met: found.met };
}
