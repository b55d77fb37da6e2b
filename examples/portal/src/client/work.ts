import type { Problem, Scheme } from '@cobuild/core';
import type { Identity } from '@cobuild/rules';
import type { CaseSummary, CobuildBatchDetail, CobuildCaseList, CobuildRanking } from '@cobuild/components';
import { call } from './api.js';
import { showCase } from './case-desk.js';
import type { CaseView } from './case-summary.js';
import { nameLabelOf, summarize, titleOf as titleOfCase } from './case-summary.js';
import { wordsOf } from './language.js';
import type { Running } from './page.js';
import { currentScheme, make, ofScheme, onRoute, show, startSession, tell, tellProblems, view, wrongIdentity } from './page.js';

/** The page of meetings lists what has come to a vote or a notice, the page of desks everything. */
const methods = (view().dataset['methods'] ?? '').split(' ').filter((method) => method !== '');
const tables = wordsOf({
  'zh-CN': { meetings: { heading: '议题', empty: '还没有议题。申请到了表决或公示的环节，会出现在这里。' }, desks: { heading: '全部申请', empty: '还没有申请。提交后会出现在这里。' } },
  en: { meetings: { heading: 'Agenda', empty: 'Nothing on the agenda yet. Applications that come to a vote or a notice stand here.' }, desks: { heading: 'All applications', empty: 'No applications yet. They stand here once they are submitted.' } },
});
const assignment = wordsOf({
  'zh-CN': {
    title: '批量分派评审', help: '勾选下表里的项目，一次分派。每个项目各有一条分派记录，可以单独改派。', action: '分派所选项目', to: '分派给', byRule: '按规则建议，各归各组', reason: '理由（不按建议分派、改派时填写）', seed: '抽签种子',
    group: (title: string, load: number) => `${title}（已有${load}项）`, proposed: (group: string) => `建议：${group}`, noProposal: '规则没有建议', assigned: (to: string | number) => (typeof to === 'number' ? `已分派${to}人` : `已分派：${to}`),
    refused: (title: string, message: string) => `“${title}”没有分派：${message}`, done: (count: number) => `已分派${count}个项目。`,
  },
  en: {
    title: 'Assign several at once', help: 'Choose projects in the table and assign them together. Each gets a record of its own and can be assigned anew by itself.', action: 'Assign those chosen', to: 'To', byRule: 'As the rule proposes, each its own group', reason: 'Reason (for another group than proposed, or to assign anew)', seed: 'Seed of the lot',
    group: (title, load) => `${title} (has ${load})`, proposed: (group) => `Proposed: ${group}`, noProposal: 'The rule proposes none', assigned: (to) => (typeof to === 'number' ? `Assigned to ${to}` : `Assigned: ${to}`),
    refused: (title, message) => `“${title}” was not assigned: ${message}`, done: (count) => `${count} assigned.`,
  },
});
const words = methods.length > 0 ? tables.meetings : tables.desks;

async function main(): Promise<void> {
  const session = await startSession();
  const running = await currentScheme();
  if (running === undefined || wrongIdentity(session) || session.identity === null) return;
  const { identity } = session;
  onRoute((kind, id) => void (kind === 'case' ? open(identity, id) : list(running)));
}

async function list({ scheme }: Pick<Running, 'scheme'>): Promise<void> {
  const answer = await call<{ cases: CaseView[] }>('GET', ofScheme('/api/cases'));
  if (!answer.ok) return tellProblems(answer.problems);
  const methodOf = ({ state }: CaseView): string => scheme.stages.find(({ id }) => id === state.stage)?.method ?? '';
  const listed = methods.length === 0 ? answer.value.cases : answer.value.cases.filter((item) => methods.includes(methodOf(item)) || item.state.vote !== undefined);
  const element = make<CobuildCaseList>('cobuild-case-list', { ...words, nameLabel: nameLabelOf(scheme), cases: listed.map((item) => summarize(scheme, item, 'office')) });
  element.addEventListener('cobuild-open', (event) => { location.hash = `case/${(event as CustomEvent<{ id: string }>).detail.id}`; });
  if (listed.some(mayAssign)) await offerAssignment(scheme, element, listed);
  show(element);
  if (methods.length > 0 && scheme.allocation !== undefined) await showFundingLine(scheme);
}

/** Whoever pays sees below the agenda how far the money reaches: who is funded, who waits. Others are not told. */
async function showFundingLine(scheme: Scheme): Promise<void> {
  const answer = await call<Pick<CobuildRanking, 'cases' | 'batch'>>('GET', ofScheme('/api/funding-line'));
  if (!answer.ok || answer.value.cases?.length === 0 || view().querySelector('cobuild-case-list') === null) return;
  const element = make<CobuildRanking>('cobuild-ranking', { scheme, ...answer.value });
  element.addEventListener('cobuild-open', (event) => { location.hash = `case/${(event as CustomEvent<{ id: string }>).detail.id}`; });
  view().append(element);
}

const mayAssign = ({ next }: CaseView): boolean => next.some(({ type }) => type === 'reviewersAssigned');

/** What waits to be assigned, with the group that the rule of the scheme proposes. */
interface Assignments {
  readonly groups: readonly { readonly unit: string; readonly title: string; readonly load: number }[];
  readonly method?: string;
  readonly cases: readonly { readonly id: string; readonly proposed?: string; readonly assigned?: string | number }[];
}

/** Several applications go to their reviewers at once. What was refused stands above the list, which is drawn anew. */
async function offerAssignment(scheme: Scheme, element: CobuildCaseList, listed: readonly CaseView[]): Promise<void> {
  const answer = await call<Assignments>('GET', ofScheme('/api/assignments'));
  if (!answer.ok) return tellProblems(answer.problems);
  const { groups, method, cases } = answer.value;
  const known = new Map(cases.map((one) => [one.id, one]));
  element.cases = listed.map((item): CaseSummary => {
    const { proposed, assigned } = known.get(item.state.id) ?? {};
    const batch = known.has(item.state.id) ? (assigned !== undefined ? assignment.assigned(assigned) : proposed === undefined ? assignment.noProposal : assignment.proposed(proposed)) : undefined;
    return { ...summarize(scheme, item, 'office'), ...(batch === undefined ? {} : { batch }) };
  });
  element.batch = {
    title: assignment.title, help: assignment.help, action: assignment.action, text: method === 'lot' ? assignment.seed : assignment.reason,
    ...(groups.length === 0 ? {} : { choice: { label: assignment.to, options: [{ value: '', label: assignment.byRule }, ...groups.map(({ unit, title, load }) => ({ value: unit, label: assignment.group(title, load) }))] } }),
  };
  element.addEventListener('cobuild-batch', (event) => void assignAll(scheme, element, (event as CustomEvent<CobuildBatchDetail>).detail, listed, method === 'lot' ? 'seed' : 'reason'));
}

async function assignAll(scheme: Scheme, element: CobuildCaseList, { ids, choice, text }: CobuildBatchDetail, listed: readonly CaseView[], textIs: 'seed' | 'reason'): Promise<void> {
  element.busy = true;
  const sequenceOf = (id: string): number | undefined => listed.find(({ state }) => state.id === id)?.state.sequence;
  const answer = await call<{ results: readonly { id: string; problems: readonly Problem[] }[] }>('POST', ofScheme('/api/assignments'), { cases: ids.map((id) => ({ id, sequence: sequenceOf(id) })), panel: choice, [textIs]: text });
  element.busy = false;
  if (!answer.ok) return tellProblems(answer.problems);
  const { results } = answer.value;
  const titleOf = (id: string): string => titleOfCase(scheme, listed.find(({ state }) => state.id === id)?.state.answers ?? {}) ?? id;
  await list({ scheme });
  const refused = results.flatMap(({ id, problems }) => problems.map((problem): Problem => ({ ...problem, message: assignment.refused(titleOf(id), problem.message) })));
  if (refused.length > 0) tellProblems(refused);
  else tell(assignment.done(results.length));
}

async function open(identity: Identity, id: string): Promise<void> {
  const answer = await call<CaseView>('GET', `/api/cases/${encodeURIComponent(id)}`);
  if (!answer.ok) return tellProblems(answer.problems);
  if (answer.value.problems.length > 0) tellProblems(answer.value.problems);
  const running = await currentScheme(answer.value.state.schemeHash);
  if (running !== undefined) await showCase(running, identity, answer.value, words.heading);
}

void main();
