import type { CobuildDemandBoard } from '@cobuild/components';
import type { Identity } from '@cobuild/rules';
import { call } from './api.js';
import { showCase } from './case-desk.js';
import type { CaseView } from './case-summary.js';
import { actorOf, handleActionsOnMany } from './desk.js';
import { portalHosts } from './hosts.js';
import { wordsOf } from './language.js';
import type { Running } from './page.js';
import { currentScheme, make, ofScheme, onRoute, show, startSession, tell, tellProblems, wrongIdentity } from './page.js';

const words = wordsOf({
  'zh-CN': { board: '看板', done: '已办理。' },
  en: { board: 'Board', done: 'Done.' },
});

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
  const { cases } = answer.value;
  const element = make<CobuildDemandBoard>('cobuild-demand-board', { scheme, states: cases.map(({ state }) => state), actor: actorOf(identity), today, hosts: portalHosts(identity) });
  element.addEventListener('cobuild-open', (event) => { location.hash = `case/${encodeURIComponent((event as CustomEvent<{ id: string }>).detail.id)}`; });
  handleActionsOnMany(element, cases, () => { tell(words.done); });
  show(element);
}

async function open(running: Running, identity: Identity, id: string): Promise<void> {
  const answer = await call<CaseView>('GET', `/api/cases/${encodeURIComponent(id)}`);
  if (!answer.ok) return tellProblems(answer.problems);
  await showCase((await currentScheme(answer.value.state.schemeHash)) ?? running, identity, answer.value, words.board);
}

void main();
