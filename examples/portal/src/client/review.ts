import type { Identity } from '@cobuild/rules';
import type { CobuildCaseList, CobuildDecision, CobuildReview } from '@cobuild/components';
import { call } from './api.js';
import type { CaseView } from './case-summary.js';
import { summarize } from './case-summary.js';
import { actorOf, handleActions } from './desk.js';
import { portalHosts } from './hosts.js';
import { readAnswers } from './read-answers.js';
import type { Running } from './page.js';
import { backTo, currentScheme, make, onRoute, rolesAt, show, startSession, tell, tellProblems, wrongIdentity } from './page.js';

async function main(): Promise<void> {
  const session = await startSession();
  const running = await currentScheme();
  if (running === undefined || wrongIdentity(session, rolesAt(running.scheme, ['approval', 'checklist'])) || session.identity === null) return;
  const { identity } = session;
  onRoute((kind, id) => void (kind === 'case' ? open(identity, id) : list(running)));
}

async function list({ scheme }: Running): Promise<void> {
  const answer = await call<{ cases: CaseView[] }>('GET', '/api/cases');
  if (!answer.ok) return tellProblems(answer.problems);
  const element = make<CobuildCaseList>('cobuild-case-list', { heading: '本镇街的申请', cases: answer.value.cases.map((item) => summarize(scheme, item, 'office')), empty: '还没有申请。村（社区）提交后会出现在这里。' });
  element.addEventListener('cobuild-open', (event) => { location.hash = `case/${(event as CustomEvent<{ id: string }>).detail.id}`; });
  show(element);
}

async function open(identity: Identity, id: string): Promise<void> {
  const answer = await call<CaseView>('GET', `/api/cases/${encodeURIComponent(id)}`);
  if (!answer.ok) return tellProblems(answer.problems);
  if (answer.value.problems.length > 0) tellProblems(answer.value.problems);
  const { state, next } = answer.value;
  const running = await currentScheme(state.schemeHash);
  if (running === undefined) return;
  const { scheme, today } = running;
  const hosts = portalHosts(identity, id);
  const read = (view: CaseView): void => show(backTo('本镇街的申请'), make<CobuildDecision>('cobuild-decision', { scheme, decision: view.decision, state: view.state, today }), ...readAnswers(scheme, view, identity, hosts));
  if (next.length === 0) return read(answer.value);
  const element = make<CobuildReview>('cobuild-review', { scheme, state, actor: actorOf(identity), today, hosts });
  handleActions(element, answer.value, (view) => {
    tell('已办理。');
    read(view);
  });
  show(backTo('本镇街的申请'), element);
}

void main();
