import type { CaseEvent, Cycle, Locale, Scheme } from '@cobuild/core';
import { formatDate, localize } from '@cobuild/core';
import type { CaseState } from '@cobuild/rules';
import { CLOCK } from '@cobuild/rules';
import type { TimelineEntry } from '../internal/timeline.js';
import type { Messages } from '../locales/messages.js';
import type { DecisionWords } from './words.js';

type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

/** Events of these types come many in a row; each run is one line. */
const RUNS: readonly CaseEvent['type'][] = ['memberSignedIn', 'memberRecused', 'ballotCast', 'scoreSubmitted'];

/**
 * The log of a case for people. Who voted what is never told here, whatever the rule of secrecy: ballots appear as counts, and as long as the vote is
 * open only as their number. Nor is it told who scored what: sheets appear as their number.
 */
export function timeline(state: CaseState, scheme: Scheme, { colon }: Messages, text: DecisionWords, locale: Locale): readonly TimelineEntry[] {
  const runs = runsOf(state.history);
  return runs.flatMap((run, index) => {
    const last = run[run.length - 1];
    if (last === undefined) return [];
    const reason = reasonOf(last) ?? '';
    const entry = { what: whatHappened(run, last, state, scheme, text, locale), who: whoActed(run, last, scheme, text, locale), at: last.at, latest: index === runs.length - 1 };
    return [{ ...entry, ...(reason === '' ? {} : { text: `${text.reason}${colon}${reason}` }) }];
  });
}

export function runsOf(events: readonly CaseEvent[]): readonly (readonly CaseEvent[])[] {
  const runs: CaseEvent[][] = [];
  for (const event of events) {
    const run = runs[runs.length - 1];
    if (run !== undefined && RUNS.includes(event.type) && run[0]?.type === event.type) run.push(event);
    else runs.push([event]);
  }
  return runs;
}

const ofType = <T extends CaseEvent['type']>(events: readonly CaseEvent[], type: T): readonly EventOf<T>[] => events.filter((event): event is EventOf<T> => event.type === type);

export function whatHappened(run: readonly CaseEvent[], event: CaseEvent, state: CaseState, scheme: Scheme, text: DecisionWords, locale: Locale): string {
  switch (event.type) {
    case 'submitted': return event.sequence <= 1 ? text.submitted : text.submittedAgain;
    case 'reviewed': return text.reviewed(reviewWords(event, scheme, locale));
    // No members: the roster is not shown to this reader.
    case 'meetingOpened': return text.meetingOpened({ stage: stageTitle(scheme, event.data.stage, locale), count: event.data.members.length });
    case 'meetingAdjourned': return event.data.resumesOn === undefined ? text.meetingAdjourned : text.meetingAdjournedUntil({ date: formatDate(event.data.resumesOn, locale) });
    case 'memberSignedIn': return text.signedIn({ count: run.length });
    case 'memberRecused': return text.recusals({ names: recusalWords(ofType(run, 'memberRecused'), state, text, locale) });
    case 'votingOpened': return text.votingOpened;
    case 'ballotCast': return ballotWords(ofType(run, 'ballotCast'), state, text);
    case 'ballotsCounted': {
      const { returned, yes, no, abstain, void: spoilt } = event.data.counts;
      return text.ballotCounts({ count: returned, yes, no, abstain, spoilt });
    }
    case 'votingClosed': return text.votingClosed;
    case 'noticePublished': return text.noticePublished({ from: formatDate(event.data.postedOn, locale), to: formatDate(event.data.until, locale) });
    case 'objectionRaised': return text.objectionRaised;
    case 'objectionAnswered': return event.data.upheld ? text.objectionUpheld : text.objectionDismissed;
    case 'withdrawn': return text.withdrawnEvent;
    case 'deadlineReminded': return text.deadlineReminded({ role: roleTitle(scheme, event.data.to, locale) });
    case 'deadlineEscalated': return text.deadlineEscalated({ role: roleTitle(scheme, event.data.to, locale) });
    case 'deadlinePassed': return text.deadlinePassed(reviewWords(event, scheme, locale));
    case 'evidenceRecorded': return text.evidenceRecorded({ kind: evidenceWords(event, scheme, locale) });
    case 'reviewersAssigned': return event.data.panel === undefined ? text.reviewersAssigned({ count: event.data.reviewers.length }) : text.groupAssigned({ group: localize(scheme.organisation.units?.find(({ id }) => id === event.data.panel)?.title, locale) || event.data.panel });
    case 'conflictDeclared': return text.conflictDeclared({ name: memberName(event.data.member, state) });
    case 'lotDrawn': return text.lotDrawn;
    case 'scoreSubmitted': return text.scoresIn({ count: run.length });
    case 'scoreWithdrawn': return text.scoreWithdrawn;
    case 'scoringClosed': return text.scoringClosed({ stage: stageTitle(scheme, event.data.stage, locale) });
    case 'publicVoteCounted': return text.publicVoteCounted({ ballots: event.data.tally.ballots.counted, voters: event.data.tally.voters });
    case 'cycleDutyDone': return text.cycleDutyDone({ duty: dutyTitle(event, scheme, locale) });
    case 'cycleDutyReminded': return text.cycleDutyReminded({ role: roleTitle(scheme, event.data.to, locale), duty: dutyTitle(event, scheme, locale) });
    case 'cycleDutyEscalated': return text.cycleDutyEscalated({ role: roleTitle(scheme, event.data.to, locale), duty: dutyTitle(event, scheme, locale) });
    case 'cycleRenewed': return text.cycleRenewed({ cycle: localize(cycleOf(scheme, event)?.title, locale) || event.data.cycle });
    case 'cycleWithdrawn': return text.cycleWithdrawn({ cycle: localize(cycleOf(scheme, event)?.title, locale) || event.data.cycle, reason: localize(cycleOf(scheme, event)?.withdrawal?.reasons.find(({ id }) => id === event.data.reason)?.title, locale) || event.data.reason });
    case 'overrideProposed': return text.overrideProposed;
    case 'overrideConfirmed': return text.overrideConfirmed;
    case 'overrideDeclined': return text.overrideDeclined;
  }
}

export function stageTitle(scheme: Scheme, id: string, locale: Locale): string {
  return localize(scheme.stages.find((stage) => stage.id === id)?.title, locale) || id;
}

type DutyEvent = EventOf<'cycleDutyDone' | 'cycleDutyReminded' | 'cycleDutyEscalated'>;

const cycleOf = ({ cycles = [] }: Scheme, { data }: DutyEvent | EventOf<'cycleRenewed' | 'cycleWithdrawn'>): Cycle | undefined => cycles.find(({ id }) => id === data.cycle);

function dutyTitle(event: DutyEvent, scheme: Scheme, locale: Locale): string {
  const duties = cycleOf(scheme, event)?.phases.flatMap(({ duties: found = [] }) => found) ?? [];
  return localize(duties.find(({ id }) => id === event.data.duty)?.title, locale) || event.data.duty;
}

function roleTitle(scheme: Scheme, role: string, locale: Locale): string {
  return localize(scheme.organisation.roles.find(({ id }) => id === role)?.title, locale) || role;
}

function reviewWords({ data }: EventOf<'reviewed' | 'deadlinePassed'>, scheme: Scheme, locale: Locale): { stage: string; outcome: string } {
  const outcome = scheme.stages.find(({ id }) => id === data.stage)?.outcomes.find(({ id }) => id === data.outcome);
  return { stage: stageTitle(scheme, data.stage, locale), outcome: localize(outcome?.title, locale) || data.outcome };
}

/** The kind by its title, where a stage asks for it. */
function evidenceWords({ data }: EventOf<'evidenceRecorded'>, scheme: Scheme, locale: Locale): string {
  const asked = scheme.stages.flatMap((stage) => stage.evidence ?? []).find(({ id }) => id === data.kind);
  return localize(asked?.title, locale) || data.kind;
}

function memberName(id: string, { history }: CaseState): string {
  return ofType(history, 'meetingOpened').flatMap(({ data }) => data.members).find((member) => member.id === id)?.name ?? id;
}

function recusalWords(events: readonly EventOf<'memberRecused'>[], { history }: CaseState, text: DecisionWords, locale: Locale): string {
  const names = new Map(ofType(history, 'meetingOpened').flatMap(({ data }) => data.members.map(({ id, name }) => [id, name ?? id] as const)));
  const [open, close, separator] = locale === 'en' ? [' (', ')', ', '] : ['（', '）', '、'];
  return events.map(({ data }) => `${names.get(data.member) ?? data.member}${open}${data.kind === 'automatic' ? text.automatic : text.declared}${close}`).join(separator);
}

/** Counts once the vote these ballots belong to is closed; until then what is in must not sway those who have yet to vote. */
function ballotWords(events: readonly EventOf<'ballotCast'>[], { history }: CaseState, text: DecisionWords): string {
  const last = events[events.length - 1]?.sequence ?? 0;
  const closed = history.some(({ type, sequence }) => type === 'votingClosed' && sequence > last);
  const count = (choice: string): number => events.filter(({ data }) => data.choice === choice).length;
  return closed ? text.ballotCounts({ count: events.length, yes: count('yes'), no: count('no'), abstain: count('abstain'), spoilt: count('void') }) : text.ballots({ count: events.length });
}

/** The role, with its unit; many who acted one after the other are named by their role alone. */
export function whoActed(run: readonly CaseEvent[], { actor }: CaseEvent, scheme: Scheme, text: DecisionWords, locale: Locale): string {
  const role = actor.id === CLOCK.id && actor.role === CLOCK.role ? text.clock : roleTitle(scheme, actor.role, locale);
  const unit = run.length > 1 ? undefined : scheme.organisation.units?.find(({ id }) => id === actor.unit);
  return unit === undefined ? role : `${localize(unit.title, locale)} · ${role}`;
}

export function reasonOf(event: CaseEvent): string | undefined {
  if (event.type === 'reviewed' || event.type === 'deadlinePassed' || event.type === 'meetingAdjourned' || event.type === 'withdrawn' || event.type === 'overrideProposed' || event.type === 'overrideDeclined' || event.type === 'reviewersAssigned' || event.type === 'scoreWithdrawn') return event.data.reason;
  if (event.type === 'cycleDutyDone' || event.type === 'cycleRenewed' || event.type === 'cycleWithdrawn') return event.data.text;
  return event.type === 'objectionAnswered' ? event.data.answer : undefined;
}
