import type { CommitteeMember, EventActor } from '@cobuild/core';
import type { Identity } from '@cobuild/rules';
import type { CobuildCycle, CobuildDecision, CobuildEvidence, CobuildMeeting, CobuildReview } from '@cobuild/components';
import { call } from './api.js';
import type { CaseView } from './case-summary.js';
import { actorOf, handleActions } from './desk.js';
import { portalHosts } from './hosts.js';
import { wordsOf } from './language.js';
import { readAnswers } from './read-answers.js';
import type { Running } from './page.js';
import { backTo, ofScheme, make, recordLink, show, tell, tellProblems } from './page.js';

const words = wordsOf({
  'zh-CN': { nextVote: '表决已结束，进入下一次表决。', done: '已办理。', score: '这个项目等您评分：打开评分页' },
  en: { nextVote: 'This vote is over; the next one begins.', done: 'Done.', score: 'This project waits for your score sheet: open the page for scoring' },
});

/** What a person may do by hand at a desk; submitting and withdrawing belong to the application. */
const DESK_ACTIONS = ['reviewed', 'noticePublished', 'objectionAnswered', 'evidenceRecorded', 'reviewersAssigned'];
/** What the rules found may be set aside also once the case has ended. */
const OVERRIDES = ['overrideProposed', 'overrideConfirmed', 'overrideDeclined'];
/** After these the case stays on the desk: a record is entered in the midst of the work, a proposal waits for somebody else. */
const STAYS = ['evidenceRecorded', 'reviewersAssigned', 'overrideProposed'];

/** A case with what this person may do at its stage now: at a desk, in a meeting, or nothing but read. */
export async function showCase(running: Running, identity: Identity, view: CaseView, list: string): Promise<void> {
  const { scheme, today } = running;
  const { state, next } = view;
  const actor = actorOf(identity);
  const stage = scheme.stages.find(({ id }) => id === state.stage);
  const hosts = portalHosts(identity, state.id, state.schemeHash);
  const reviewers = next.some(({ type }) => type === 'reviewersAssigned') ? await reviewersOf(state.id) : [];
  const result = (current: CaseView): CobuildDecision => make<CobuildDecision>('cobuild-decision', { scheme, decision: current.decision, state: current.state, today });
  const desk = (current: CaseView, after: (view: CaseView) => void): HTMLElement => {
    const element = make<CobuildReview>('cobuild-review', { scheme, state: current.state, actor, today, hosts, reviewers });
    handleActions([element, ...withRecords(element, current)], current, after);
    return element;
  };
  /** Where the stage asks for records, they are entered on the sheet. */
  const withRecords = (sheet: HTMLElement, current: CaseView): readonly CobuildEvidence[] => {
    const at = scheme.stages.find(({ id }) => id === current.state.stage);
    const { meeting, meetings = [] } = current.state;
    const hasSheets = scheme.stages.some(({ id, method, form }) => method === 'vote' && form !== undefined && (id === at?.id || [...meetings, meeting].some((held) => held?.stage === id)));
    if (!hasSheets && at?.evidence === undefined && at?.requires?.some(({ record }) => record !== undefined) !== true) return [];
    const records = make<CobuildEvidence>('cobuild-evidence', { scheme, state: current.state, actor, today, hosts, slot: 'records' });
    sheet.append(records);
    return [records];
  };
  if (state.status === 'open' && stage?.method === 'vote' && next.some(({ type }) => !OVERRIDES.includes(type))) {
    const roster = await call<{ members: CommitteeMember[] }>('GET', ofScheme(`/api/committee/${encodeURIComponent(stage.threshold ?? '')}`));
    if (!roster.ok) return tellProblems(roster.problems);
    const meeting = make<CobuildMeeting>('cobuild-meeting', { scheme, state, actor, members: roster.value.members });
    const below = document.createElement('div');
    // Before the vote is taken the application may be sent back or refused, where the stage has such an outcome; what the rules found can be set aside until the meeting begins.
    const aside = next.some(({ type }) => type === 'reviewed' || OVERRIDES.includes(type)) ? [make<CobuildReview>('cobuild-review', { scheme, state, actor, today, hosts })] : [];
    // The meeting keeps its place while it goes on; what comes next appears below it when the vote is closed.
    handleActions([meeting, ...aside, ...withRecords(meeting, view)], view, (current) => {
      if (current.state.stage === stage.id && current.state.status === 'open') return;
      // Settled without a vote: there is no meeting to look back at.
      if (current.state.history[current.state.history.length - 1]?.type === 'reviewed') {
        tell(words.done);
        return void showCase(running, identity, current, list);
      }
      for (const each of aside) each.remove();
      // The next meeting asks for its own members and records.
      if (scheme.stages.find(({ id }) => id === current.state.stage)?.method === 'vote' && current.state.status === 'open') {
        tell(words.nextVote);
        return void showCase(running, identity, current, list);
      }
      below.replaceChildren(...(mayAct(current) ? [desk(current, () => undefined)] : []), result(current));
    });
    return show(backTo(list), meeting, ...aside, below, ...(aside.length > 0 ? [] : readAnswers(scheme, view, identity, hosts)));
  }
  const toScore = next.some(({ type }) => type === 'scoreSubmitted') ? [scoresLink()] : [];
  if (!mayAct(view)) {
    const verdict = result(view);
    return show(backTo(list), ...toScore, ...years(running, actor, view, verdict), verdict, ...readAnswers(scheme, view, identity, hosts), ...recordLink(state));
  }
  // Whoever published a notice goes on with it; at other stages the work is done once it is sent.
  const staysOpen = stage?.method === 'publicity';
  show(
    backTo(list),
    ...toScore,
    desk(view, (current) => {
      // What was typed beside it stays.
      if (staysOpen || STAYS.includes(current.state.history[current.state.history.length - 1]?.type ?? '')) return;
      tell(words.done);
      void showCase(running, identity, current, list);
    }),
    ...(staysOpen || state.status === 'ended' ? [result(view)] : []),
  );
}

/** What was approved and lives on for years: its phases, with renewal and withdrawal for whoever keeps them. */
function years({ scheme, today }: Running, actor: EventActor, view: CaseView, verdict: CobuildDecision): readonly HTMLElement[] {
  const { end, reviews } = view.state;
  const isBegun = scheme.cycles?.some(({ startsAfter }) => reviews.some(({ stage }) => stage === startsAfter)) === true && (end === undefined || end === 'approved');
  if (!isBegun) return [];
  const element = make<CobuildCycle>('cobuild-cycle', { scheme, state: view.state, actor, today });
  handleActions([element], view, (current) => {
    // What was done stands in the history below.
    Object.assign(verdict, { state: current.state, decision: current.decision });
    tell(words.done);
  });
  return [element];
}

/** Sheets are filled in on a page of their own. */
function scoresLink(): HTMLElement {
  const line = make<HTMLParagraphElement>('p', { className: 'back' });
  line.append(make<HTMLAnchorElement>('a', { href: ofScheme('/scores'), textContent: words.score }));
  return line;
}

const mayAct = ({ state, next }: CaseView): boolean => next.some(({ type }) => (state.status === 'open' && DESK_ACTIONS.includes(type)) || OVERRIDES.includes(type));

/** Whom this person may ask to review. */
async function reviewersOf(caseId: string): Promise<CobuildReview['reviewers']> {
  const answer = await call<{ reviewers: CobuildReview['reviewers'] }>('GET', `/api/cases/${encodeURIComponent(caseId)}/reviewers`);
  return answer.ok ? answer.value.reviewers : [];
}
