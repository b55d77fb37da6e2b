import type { CommitteeMember } from '@cobuild/core';
import type { Identity } from '@cobuild/rules';
import type { CobuildCaseList, CobuildDecision, CobuildMeeting, CobuildReview } from '@cobuild/components';
import { call } from './api.js';
import type { CaseView } from './case-summary.js';
import { summarize } from './case-summary.js';
import { actorOf, handleActions } from './desk.js';
import { portalHosts } from './hosts.js';
import { readAnswers } from './read-answers.js';
import type { Running } from './page.js';
import { backTo, currentScheme, make, onRoute, show, startSession, tellProblems, wrongIdentity } from './page.js';

async function main(): Promise<void> {
  const session = await startSession();
  const running = await currentScheme();
  if (running === undefined || wrongIdentity(session, ['committeeClerk', 'committeeMember']) || session.identity === null) return;
  const { identity } = session;
  onRoute((kind, id) => void (kind === 'case' ? open(identity, id) : list(running)));
}

async function list({ scheme }: Running): Promise<void> {
  const answer = await call<{ cases: CaseView[] }>('GET', '/api/cases');
  if (!answer.ok) return tellProblems(answer.problems);
  const reached = answer.value.cases.filter(({ state }) => ['vote', 'publicity'].includes(scheme.stages.find(({ id }) => id === state.stage)?.method ?? '') || state.vote !== undefined);
  const element = make<CobuildCaseList>('cobuild-case-list', { heading: '会审议题', cases: reached.map((item) => summarize(scheme, item, 'office')), empty: '还没有报送会审的项目。镇街通过初审后会出现在这里。' });
  element.addEventListener('cobuild-open', (event) => { location.hash = `case/${(event as CustomEvent<{ id: string }>).detail.id}`; });
  show(element);
}

async function open(identity: Identity, id: string): Promise<void> {
  const answer = await call<CaseView>('GET', `/api/cases/${encodeURIComponent(id)}`);
  if (!answer.ok) return tellProblems(answer.problems);
  if (answer.value.problems.length > 0) tellProblems(answer.value.problems);
  const running = await currentScheme(answer.value.state.schemeHash);
  if (running !== undefined) await showCase(running, identity, answer.value);
}

async function showCase(running: Running, identity: Identity, view: CaseView): Promise<void> {
  const { scheme, today } = running;
  const { state } = view;
  const actor = actorOf(identity);
  const stage = scheme.stages.find(({ id }) => id === state.stage);
  const hosts = portalHosts(identity, state.id);
  const result = (current: CaseView): HTMLElement => make<CobuildDecision>('cobuild-decision', { scheme, decision: current.decision, state: current.state, today });
  if (state.status === 'ended' || stage === undefined) {
    show(backTo('会审议题'), result(view), ...readAnswers(scheme, view, identity, hosts));
    return;
  }
  if (stage.method === 'vote') {
    const roster = await call<{ members: CommitteeMember[] }>('GET', `/api/committee/${encodeURIComponent(stage.threshold ?? '')}`);
    if (!roster.ok) return tellProblems(roster.problems);
    const meeting = make<CobuildMeeting>('cobuild-meeting', { scheme, state, actor, members: roster.value.members });
    const below = document.createElement('div');
    // The meeting keeps its place while it goes on; what comes next appears below it when the vote is closed.
    handleActions(meeting, view, (current) => {
      if (current.state.stage === stage.id && current.state.status === 'open') return;
      below.replaceChildren(...(current.state.status === 'open' ? [publicity(running, actor, current, hosts)] : []), result(current));
    });
    show(backTo('会审议题'), meeting, below, ...readAnswers(scheme, view, identity, hosts));
    return;
  }
  show(backTo('会审议题'), publicity(running, actor, view, hosts), result(view));
}

function publicity({ scheme, today }: Running, actor: CobuildReview['actor'], view: CaseView, hosts: CobuildReview['hosts']): HTMLElement {
  const element = make<CobuildReview>('cobuild-review', { scheme, state: view.state, actor, today, hosts });
  handleActions(element, view, () => undefined);
  return element;
}

void main();
