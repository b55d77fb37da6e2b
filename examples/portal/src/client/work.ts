import type { Identity } from '@cobuild/rules';
import type { CobuildCaseList } from '@cobuild/components';
import { call } from './api.js';
import { showCase } from './case-desk.js';
import type { CaseView } from './case-summary.js';
import { summarize } from './case-summary.js';
import { wordsOf } from './language.js';
import type { Running } from './page.js';
import { currentScheme, make, ofScheme, onRoute, show, startSession, tellProblems, view, wrongIdentity } from './page.js';

/** The page of meetings lists what has come to a vote or a notice, the page of desks everything. */
const methods = (view().dataset['methods'] ?? '').split(' ').filter((method) => method !== '');
const tables = wordsOf({
  'zh-CN': { meetings: { heading: '议题', empty: '还没有议题。申请到了表决或公示的环节，会出现在这里。' }, desks: { heading: '全部申请', empty: '还没有申请。提交后会出现在这里。' } },
  en: { meetings: { heading: 'Agenda', empty: 'Nothing on the agenda yet. Applications that come to a vote or a notice stand here.' }, desks: { heading: 'All applications', empty: 'No applications yet. They stand here once they are submitted.' } },
});
const words = methods.length > 0 ? tables.meetings : tables.desks;

async function main(): Promise<void> {
  const session = await startSession();
  const running = await currentScheme();
  if (running === undefined || wrongIdentity(session) || session.identity === null) return;
  const { identity } = session;
  onRoute((kind, id) => void (kind === 'case' ? open(identity, id) : list(running)));
}

async function list({ scheme }: Running): Promise<void> {
  const answer = await call<{ cases: CaseView[] }>('GET', ofScheme('/api/cases'));
  if (!answer.ok) return tellProblems(answer.problems);
  const methodOf = ({ state }: CaseView): string => scheme.stages.find(({ id }) => id === state.stage)?.method ?? '';
  const listed = methods.length === 0 ? answer.value.cases : answer.value.cases.filter((item) => methods.includes(methodOf(item)) || item.state.vote !== undefined);
  const element = make<CobuildCaseList>('cobuild-case-list', { ...words, cases: listed.map((item) => summarize(scheme, item, 'office')) });
  element.addEventListener('cobuild-open', (event) => { location.hash = `case/${(event as CustomEvent<{ id: string }>).detail.id}`; });
  show(element);
}

async function open(identity: Identity, id: string): Promise<void> {
  const answer = await call<CaseView>('GET', `/api/cases/${encodeURIComponent(id)}`);
  if (!answer.ok) return tellProblems(answer.problems);
  if (answer.value.problems.length > 0) tellProblems(answer.value.problems);
  const running = await currentScheme(answer.value.state.schemeHash);
  if (running !== undefined) await showCase(running, identity, answer.value, words.heading);
}

void main();
