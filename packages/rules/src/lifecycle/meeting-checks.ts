import type { CommitteeMember, Scheme } from '@cobuild/core';
import { dateInZone } from '@cobuild/core';
import { findStage, thresholdOf } from '../decision/stage-lookup.js';
import { decideVote, quorumOf } from '../vote/decide-vote.js';
import { callRoll } from '../vote/roll.js';
import { readCounts } from '../vote/tally.js';
import { drawVoteLot } from '../vote/tie-break.js';
import { readVoteRule } from '../vote/vote-rule.js';
import type { VoteRuleReading } from '../vote/vote-rule.js';
import type { CaseState, VoteRule } from '../results.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { RuleMessageCode } from '../locales/rule-message.js';
import type { ActionContext } from './action-problems.js';
import type { TypedAction } from './event-shapes.js';
import type { Finding } from './finding.js';
import { finding } from './finding.js';
import { recordProblems } from './stage-checks.js';
import { meetingOf, roundAfter } from './state-case.js';

type Meeting = NonNullable<CaseState['meeting']>;

/** The vote rule of the stage that a case waits at. */
export function voteRuleAt(scheme: Scheme, state: CaseState): VoteRuleReading {
  const stage = findStage(scheme, state.stage);
  const threshold = stage === undefined ? undefined : thresholdOf(scheme, stage);
  return threshold === undefined ? { holes: [] } : readVoteRule(threshold);
}

/** What the rule of the vote and those present have to say about an action at a meeting, its data not yet looked at. */
export function meetingStateProblems(scheme: Scheme, state: CaseState, action: TypedAction, context: ActionContext): Finding[] {
  const { rule, holes } = voteRuleAt(scheme, state);
  const { meeting } = state;
  switch (action.type) {
    case 'votingOpened': {
      if (rule === undefined) return [undecided(holes, context)];
      return [...recordProblems(scheme, state, 'passed', context), ...(meeting === undefined ? [] : quorumProblems(meeting, rule, state))];
    }
    // Who sees how the vote goes must not change what it is counted against.
    case 'memberRecused':
    case 'conflictDeclared': return hasBallots(meeting) ? [finding('case/recused-after-voting')] : [];
    case 'ballotCast': return rule?.secrecy === 'secret' ? [finding('case/ballots-are-secret')] : [];
    case 'ballotsCounted': return rule?.secrecy === 'open' ? [finding('case/ballots-are-open')] : [];
    case 'votingClosed': {
      if (rule?.secrecy === 'secret') return meeting?.counts === undefined ? [finding('case/counts-missing')] : [];
      return (meeting?.ballots ?? []).length === 0 ? [finding('case/no-ballots')] : [];
    }
    default: return [];
  }
}

function hasBallots(meeting: Meeting | undefined): boolean {
  return (meeting?.ballots ?? []).length > 0 || meeting?.counts !== undefined;
}

function undecided(holes: readonly string[], { locale = 'zh-CN' }: ActionContext): Finding {
  return finding('case/vote-rule-undecided', '', { holes: holes.map((hole) => ruleMessage(`explain/hole-${hole}` as RuleMessageCode, {}, locale)) });
}

function quorumProblems(meeting: Meeting, rule: VoteRule, state: CaseState): Finding[] {
  const { appointed, recused, present } = callRoll(meeting, rule.recusal, state.applicant, 'zh-CN');
  const heads = { present: present.size, appointed: appointed.size, entitled: appointed.size - recused.size };
  const quorum = quorumOf(heads, rule);
  if (quorum === undefined || quorum.met || rule.quorum === 'none') return [];
  const { op, ratio, base } = rule.quorum;
  const share = heads[base] * ratio.p;
  const needed = op === '>' ? Math.floor(share / ratio.q) + 1 : Math.ceil(share / ratio.q);
  return [finding('case/no-quorum', '', { base: heads[base], present: heads.present, needed })];
}

/** Whether the data of an action at a meeting fit the roster, the phase and what has been recorded. */
export function meetingDataProblems(scheme: Scheme, state: CaseState, action: TypedAction, at: string, context: ActionContext): Finding[] {
  const { meeting } = state;
  if (action.type === 'meetingOpened') return rosterProblems(action.data.members, action.data.round, state);
  if (meeting === undefined) return [];
  const { rule } = voteRuleAt(scheme, state);
  const roll = callRoll(meeting, rule?.recusal ?? [], state.applicant, 'zh-CN');
  switch (action.type) {
    case 'memberSignedIn':
    case 'memberRecused':
    case 'conflictDeclared':
    case 'ballotCast': {
      const { member } = action.data;
      if (!roll.appointed.has(member)) return [finding('case/unknown-member', '/data/member', { member })];
      const code = memberProblem(action.type, member, meeting, roll);
      if ((action.type === 'memberRecused' || action.type === 'conflictDeclared') && action.data.reason.trim() === '') return [finding('case/text-missing', '/data/reason')];
      // What the rule says of itself was recorded when the meeting opened.
      if (action.type === 'memberRecused' && code === undefined && action.data.kind === 'automatic') return [finding('case/malformed-action', '/data/kind', { detail: '/data/kind' })];
      return code === undefined ? [] : [finding(code, '/data/member', { member: meeting.members.find(({ id }) => id === member)?.name ?? member })];
    }
    case 'meetingAdjourned': return adjournmentProblems(action.data, at);
    case 'ballotsCounted': {
      // More ballots returned than issued is a fact that makes the vote void; the other contradictions are slips of the pen.
      const { problems } = readCounts(action.data.counts, roll, context.locale ?? 'zh-CN');
      return problems.filter(({ code }) => code !== 'vote/returned-more-than-issued').map(({ code, pointer, params }) => ({
        code: code as Finding['code'], at: pointer.replace('/meeting', '/data'), params,
      }));
    }
    case 'votingClosed': return castingVoteProblems(scheme, state, action.data.castingVote);
    case 'lotDrawn': return lotProblems(state, action.data);
    default: return [];
  }
}

/** Whether a member has nothing more to do here: signed in, stepped aside or voted already, or not at the table. Nobody is offered what their own place at the table rules out. */
export function isDoneBy(scheme: Scheme, state: CaseState, action: TypedAction, person: string): boolean {
  const { meeting } = state;
  const isOwn = action.type === 'memberSignedIn' || action.type === 'memberRecused' || action.type === 'ballotCast' || (action.type === 'conflictDeclared' && meeting?.stage === state.stage);
  if (!isOwn || meeting === undefined || !meeting.members.some(({ id }) => id === person)) return false;
  return memberProblem(action.type, person, meeting, callRoll(meeting, voteRuleAt(scheme, state).rule?.recusal ?? [], state.applicant, 'zh-CN')) !== undefined;
}

/** Why it breaks off, and a day that is not over for the next meeting. */
function adjournmentProblems({ reason, resumesOn }: Extract<TypedAction, { type: 'meetingAdjourned' }>['data'], at: string): Finding[] {
  const today = dateInZone(at);
  return [
    ...(reason.trim() === '' ? [finding('case/text-missing', '/data/reason')] : []),
    ...(resumesOn !== undefined && resumesOn < today ? [finding('case/resumes-in-past', '/data/resumesOn', { resumesOn, today })] : []),
  ];
}

function rosterProblems(members: readonly CommitteeMember[], round: number | undefined, { meeting, stage }: CaseState): Finding[] {
  if (members.length === 0) return [finding('case/empty-roster', '/data/members')];
  const twice = members.findIndex(({ id }, index) => members.findIndex((other) => other.id === id) < index);
  const expected = meeting?.stage === stage ? roundAfter(meeting) : 1;
  return [
    ...(twice === -1 ? [] : [finding('vote/duplicate-member', `/data/members/${twice}`, { member: members[twice]?.name ?? members[twice]?.id })]),
    ...(round === undefined || round === expected ? [] : [finding('case/wrong-round', '/data/round', { round, expected })]),
  ];
}

function memberProblem(type: 'memberSignedIn' | 'memberRecused' | 'conflictDeclared' | 'ballotCast', member: string, meeting: Meeting, roll: ReturnType<typeof callRoll>): Finding['code'] | undefined {
  if (type === 'memberSignedIn') return meeting.present.includes(member) ? 'case/already-signed-in' : undefined;
  if (type === 'memberRecused' || type === 'conflictDeclared') return roll.recused.has(member) ? 'case/already-recused' : undefined;
  if (roll.recused.has(member)) return 'case/member-recused';
  if (!roll.present.has(member)) return 'case/member-absent';
  return (meeting.ballots ?? []).some((ballot) => ballot.member === member) ? 'case/already-voted' : undefined;
}

function castingVoteProblems(scheme: Scheme, state: CaseState, castingVote: 'yes' | 'no' | undefined): Finding[] {
  const stage = findStage(scheme, state.stage);
  const threshold = stage === undefined ? undefined : thresholdOf(scheme, stage);
  if (castingVote === undefined || threshold === undefined || state.meeting === undefined) return [];
  const { castingVote: used } = decideVote({ ...meetingOf(state.meeting), castingVote }, threshold, { applicant: state.applicant });
  return used === undefined ? [finding('case/casting-vote-not-called-for', '/data/castingVote')] : [];
}

/** The draw is the one that its seed gives for this case; what is recorded can be drawn again by anybody. */
function lotProblems({ id }: CaseState, { seed, drawn }: { readonly seed: string; readonly drawn: 'yes' | 'no' }): Finding[] {
  const expected = drawVoteLot(seed, id).drawn;
  return expected === drawn ? [] : [finding('case/lot-wrong', '/data/drawn', { seed })];
}
