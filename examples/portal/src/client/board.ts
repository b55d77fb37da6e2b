import type { CobuildDemandBoard } from '@cobuild/components';
import type { Identity } from '@cobuild/rules';
import { call } from './api.js';
import { showCase } from './case-desk.js';
import type { CaseView } from './case-summary.js';
import { actorOf } from './desk.js';
import { portalHosts } from './hosts.js';
import type { Running } from './page.js';
import { currentScheme, make, ofScheme, onRoute, show, showWaiting, startSession, tell, tellProblems, wrongIdentity } from './page.js';

async function main(): Promise<void> {
  const session = await startSession();
  const running = await currentScheme();
  if (running === undefined || wrongIdentity(session) || session.identity === null) return;
  const { identity } = session;
  onRoute((kind, id) => void (kind === 'case' ? open(running, identity, id) : board(running, identity)));
}

async function board({ scheme, today }: Running, identity: Identity): Promise<void> {
  const answer = await call<{ cases: CaseView[] }>('GET', ofScheme('/api/cases'));
  if (!answer.ok) return tellProblems(answer.problems);
  let { cases } = answer.value;
  const states = (): CobuildDemandBoard['states'] => cases.map(({ state }) => state);
  const element = make<CobuildDemandBoard>('cobuild-demand-board', { scheme, states: states(), actor: actorOf(identity), today, hosts: portalHosts(identity) });
  element.addEventListener('cobuild-open', (event) => { location.hash = `case/${encodeURIComponent((event as CustomEvent<{ id: string }>).detail.id)}`; });
  element.addEventListener('cobuild-action', (event) => {
    event.preventDefault();
    const { action, caseId = '' } = event.detail;
    const sequence = cases.find(({ state }) => state.id === caseId)?.state.sequence;
    element.busy = true;
    void call<CaseView>('POST', `/api/cases/${encodeURIComponent(caseId)}/actions`, { action, sequence }).then((done) => {
      element.busy = false;
      element.problems = done.ok ? [] : done.problems;
      if (!done.ok) return;
      cases = cases.map((view) => (view.state.id === caseId ? done.value : view));
      element.states = states();
      tell('已办理。');
      void showWaiting();
    });
  });
  show(element);
}

async function open(running: Running, identity: Identity, id: string): Promise<void> {
  const answer = await call<CaseView>('GET', `/api/cases/${encodeURIComponent(id)}`);
  if (!answer.ok) return tellProblems(answer.problems);
  await showCase((await currentScheme(answer.value.state.schemeHash)) ?? running, identity, answer.value, '看板');
}

void main();
