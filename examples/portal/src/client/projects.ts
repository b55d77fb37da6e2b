import type { Problem, Scheme, Text } from '@cobuild/core';
import type { CaseState, Decision, DossierSeal, FundedProject, Identity, LedgerEntry, PostHolder } from '@cobuild/rules';
import type { CobuildCaseList, CobuildComments, CobuildDecision, CobuildDossier, CobuildLedger, CobuildHandOverDetail, CobuildProjectActionDetail, CobuildReport, CobuildResponsibility, CobuildSupervision, CobuildTimeline } from '@cobuild/components';
import { call } from './api.js';
import { asOfDay } from './as-of-day.js';
import { actorOf } from './desk.js';
import { portalHosts } from './hosts.js';
import { wordsOf } from './language.js';
import { localize } from './localize.js';
import type { Running } from './page.js';
import { backTo, currentScheme, make, ofScheme, onRoute, partsOf, show, showWaiting, startSession, tell, tellProblems, wrongIdentity } from './page.js';

/** A project as the server shows it to one person. */
interface ProjectView { readonly state: CaseState; readonly project: FundedProject; readonly decision: Decision; readonly whole: boolean; readonly tasks: readonly Text[]; readonly seal?: DossierSeal; readonly problems: readonly Problem[] }
interface Conflict { readonly problems: readonly Problem[]; readonly view?: ProjectView }
interface ProjectElement extends HTMLElement { busy: boolean; problems: readonly Problem[] }

const words = wordsOf({
  'zh-CN': {
    heading: '全部项目', empty: '还没有立项的项目。申请通过公示、正式立项后，会出现在这里。', list: '立项项目', tasks: (tasks: readonly string[]) => tasks.join('、'),
    open: (findings: number) => `有${findings}个问题待整改`, accepted: '已验收', toSign: '待签合同', running: '实施中', ended: '已办结',
    parts: '项目内容', money: '合同和资金', reports: '报告', findings: '监督', history: '办理过程', file: '项目档案', day: '某日情况', responsibility: '责任人', comments: '群众留言', lists: '项目一览', handedOver: '已交接。', handedOverPart: (done: number) => `已交接 ${done} 项，其余没有交接：`, sealed: '档案已封存。', entered: '已登记。',
  },
  en: {
    heading: 'All projects', empty: 'No projects yet. An application that came through its public notice and was approved stands here.', list: 'Projects', tasks: (tasks) => tasks.join('; '),
    open: (findings) => `Findings to put right: ${findings}`, accepted: 'Accepted', toSign: 'Contract to be signed', running: 'Being carried out', ended: 'Carried out',
    parts: 'Parts of the project', money: 'Contract and money', reports: 'Reports', findings: 'Supervision', history: 'Course', file: 'Project file', day: 'As of a day', responsibility: 'Responsibility', comments: 'Comments', lists: 'Lists of projects', handedOver: 'Handed over.', handedOverPart: (done) => `Handed over: ${done}. What was not:`, sealed: 'The file is closed.', entered: 'Entered.',
  },
});

async function main(): Promise<void> {
  const session = await startSession();
  const running = await currentScheme();
  if (running === undefined || wrongIdentity(session) || session.identity === null) return;
  const { identity } = session;
  onRoute((kind, id, part) => void (kind === 'project' ? open(identity, id, part) : kind === 'responsibility' ? everybody(running, identity) : kind === 'comments' ? comments(running, identity) : list(running, identity)));
}

/** Whether the address is still what it was: an answer that comes late is not shown in place of what was opened since. */
function whileHere(): () => boolean {
  const { hash } = location;
  return () => location.hash === hash;
}

async function list(running: Running, identity: Identity): Promise<void> {
  const isHere = whileHere();
  const answer = await call<{ projects: ProjectView[] }>('GET', ofScheme('/api/projects'));
  if (!isHere()) return;
  if (!answer.ok) return tellProblems(answer.problems);
  const { projects } = answer.value;
  const element = make<CobuildCaseList>('cobuild-case-list', {
    heading: words.heading, empty: words.empty,
    cases: projects.map(({ project, tasks, state }) => ({
      id: project.id, title: project.title, applicant: project.applicant.name ?? project.applicant.id, stage: '', status: 'open' as const, statusText: statusOf(project),
      updatedAt: project.history[project.history.length - 1]?.at ?? state.history[state.history.length - 1]?.at ?? state.submittedAt, ...(tasks[0] === undefined ? {} : { todo: words.tasks(tasks.map(localize)) }),
    })),
  });
  element.addEventListener('cobuild-open', (event) => { location.hash = `project/${encodeURIComponent((event as CustomEvent<{ id: string }>).detail.id)}`; });
  const isWatched = asksForReports(running.scheme) || (running.scheme.supervision?.bodies ?? []).length > 0;
  const views = new Map(projects.map((view) => [view.project.id, view]));
  show(...listParts(running.scheme, 'projects'), element, ...(projects.length === 0 || !isWatched ? [] : [supervision(running, identity, views)]));
}

/** The lists of all projects: the projects themselves, and who is responsible for them. */
const listParts = ({ supervision }: Scheme, current: string): readonly HTMLElement[] => {
  const lists = [...((supervision?.posts ?? []).length === 0 ? [] : [['responsibility', words.responsibility] as const]), ...(supervision?.disclosure?.comments === undefined ? [] : [['comments', words.comments] as const])];
  return lists.length === 0 ? [] : [partsOf(words.lists, [['projects', words.heading], ...lists], current)];
};

/** What residents said of the projects. */
async function comments({ scheme, today }: Running, identity: Identity): Promise<void> {
  const isHere = whileHere();
  const answer = await call<{ projects: ProjectView[] }>('GET', ofScheme('/api/projects'));
  if (!isHere()) return;
  if (!answer.ok) return tellProblems(answer.problems);
  const views = new Map(answer.value.projects.map((view) => [view.project.id, view]));
  const list = (): readonly FundedProject[] => [...views.values()].map(({ project }) => project);
  const element = make<CobuildComments>('cobuild-comments', { scheme, actor: actorOf(identity), today, projects: list() });
  handle(element, (id) => views.get(id), (id, view) => {
    views.set(id, view);
    element.projects = list();
  });
  show(...listParts(scheme, 'comments'), element);
}

/** Who is responsible for which project; whoever leaves is handed over here. */
async function everybody(running: Running, identity: Identity): Promise<void> {
  const isHere = whileHere();
  const [answer, people, cases] = await Promise.all([call<{ projects: ProjectView[] }>('GET', ofScheme('/api/projects')), holders(), call<{ cases: { state: CaseState }[] }>('GET', ofScheme('/api/cases'))]);
  if (!isHere()) return;
  if (!answer.ok) return tellProblems(answer.problems);
  const views = new Map(answer.value.projects.map((view) => [view.project.id, view]));
  const element = responsibility(running, identity, views, people);
  element.cases = cases.ok ? cases.value.cases.map(({ state }) => state) : [];
  element.addEventListener('cobuild-hand-over', (event) => {
    event.preventDefault();
    element.busy = true;
    void call<HandedOver>('POST', ofScheme('/api/hand-overs'), (event as CustomEvent<CobuildHandOverDetail>).detail).then(async (sent) => {
      if (!sent.ok) {
        element.busy = false;
        element.problems = sent.problems.length > 0 ? sent.problems : ((sent.body as Partial<HandedOver>).refused ?? []).flatMap(({ problems }) => problems);
        return;
      }
      const { done, refused } = sent.value;
      await everybody(running, identity);
      if (refused.length === 0) tell(words.handedOver);
      else tell([words.handedOverPart(done.length), ...refused.flatMap(({ title, problems }) => problems.map(({ message }) => `${title}：${message}`))].join('\n'), 'error');
    });
  });
  show(...listParts(running.scheme, 'responsibility'), element);
}

/** What became of a hand-over: what was done, what was not and why. */
interface HandedOver { readonly done: readonly { readonly caseId: string }[]; readonly refused: readonly { readonly title: string; readonly problems: readonly Problem[] }[] }

async function holders(): Promise<readonly PostHolder[]> {
  const answer = await call<{ people: PostHolder[] }>('GET', ofScheme('/api/holders'));
  return answer.ok ? answer.value.people : [];
}

function responsibility({ scheme, today }: Pick<Running, 'scheme' | 'today' | 'hash'>, identity: Identity, views: Map<string, ProjectView>, people: readonly PostHolder[]): CobuildResponsibility {
  const list = (): readonly FundedProject[] => [...views.values()].map(({ project }) => project);
  const element = make<CobuildResponsibility>('cobuild-responsibility', { scheme, actor: actorOf(identity), today, projects: list(), people });
  handle(element, (id) => views.get(id), (id, view) => {
    views.set(id, view);
    element.projects = list();
  });
  return element;
}

function statusOf({ agreement, acceptance, findings, endedOn }: FundedProject): string {
  const open = findings.filter(({ status }) => status !== 'closed').length;
  if (open > 0) return words.open(open);
  if (acceptance?.outcome === 'passed') return words.accepted;
  if (endedOn !== undefined) return words.ended;
  return agreement.tranches.length > 0 && agreement.signedOn === undefined ? words.toSign : words.running;
}

/** Whether projects report; what their unit reports for all of them is no part of a project. */
const asksForReports = ({ supervision }: Scheme): boolean => (supervision?.reports ?? []).some(({ per }) => per !== 'unit');

const parts = (scheme: Scheme, { project }: ProjectView): readonly (readonly [part: string, title: string])[] => [
  ...(project.agreement.tranches.length > 0 ? [['money', words.money] as const] : []),
  ...(asksForReports(scheme) ? [['reports', words.reports] as const] : []),
  ...((scheme.supervision?.bodies ?? []).length > 0 ? [['findings', words.findings] as const] : []),
  ...((scheme.supervision?.posts ?? []).length > 0 ? [['responsibility', words.responsibility] as const] : []),
  ['history', words.history], ['file', words.file], ['day', words.day],
];

async function open(identity: Identity, id: string, wanted: string): Promise<void> {
  const isHere = whileHere();
  const answer = await call<ProjectView>('GET', `/api/projects/${encodeURIComponent(id)}`);
  if (!answer.ok) return tellProblems(answer.problems);
  const view = answer.value;
  const running = await currentScheme(view.state.schemeHash);
  if (running === undefined || !isHere()) return;
  const all = parts(running.scheme, view);
  const part = all.some(([each]) => each === wanted) ? wanted : (all[0]?.[0] ?? 'file');
  // The ledger has the project's name above it.
  const people = part === 'responsibility' ? await holders() : [];
  if (!isHere()) return;
  show(backTo(words.list), ...(part === 'money' ? [] : [make<HTMLHeadingElement>('h2', { textContent: view.project.title })]), partsOf(words.parts, all.map(([each, title]) => [`project/${encodeURIComponent(id)}/${each}`, title]), `project/${encodeURIComponent(id)}/${part}`), ...(part === 'day' ? asOfDay(running.scheme, id, running.today) : [element(running, identity, view, part, people)]));
  if (part === 'money') await showFund(id);
  if (view.problems.length > 0) tellProblems(view.problems);
}

/** What the ledger of the fund holds of the project comes after the page stands. */
async function showFund(id: string): Promise<void> {
  const answer = await call<{ entries: readonly LedgerEntry[] }>('GET', `/api/projects/${encodeURIComponent(id)}/fund`);
  const ledger = document.querySelector<CobuildLedger>('cobuild-ledger');
  if (answer.ok && ledger?.project?.id === id) ledger.fund = answer.value.entries;
}

function element({ scheme, today, hash }: Running, identity: Identity, view: ProjectView, part: string, people: readonly PostHolder[]): HTMLElement {
  const { project, state } = view;
  const common = { scheme, actor: actorOf(identity), today, hosts: portalHosts(identity, state.id) };
  const own = project.applicant.id === (identity.unit ?? identity.id) || project.applicant.unit === identity.unit;
  switch (part) {
    case 'money': return acting(make<CobuildLedger>('cobuild-ledger', { ...common, project }), view, (element, now) => { element.project = now; void showFund(now.id); });
    case 'reports': return acting(make<CobuildReport>('cobuild-report', { ...common, project }), view, (element, now) => { element.project = now; });
    case 'findings': return supervision({ scheme, today, hash }, identity, new Map([[project.id, view]]));
    case 'responsibility': return responsibility({ scheme, today, hash }, identity, new Map([[project.id, view]]), people);
    // Where something was left out for this person, its course cannot be followed from the records: the result says what it came through.
    case 'history': return view.whole ? make<CobuildTimeline>('cobuild-timeline', { scheme, today, events: state.history, project, view: own ? 'applicant' : 'office' }) : make<CobuildDecision>('cobuild-decision', { scheme, decision: view.decision, state, today });
    default: return dossier({ scheme, today, hash }, identity, view);
  }
}

function dossier({ scheme, today }: Running, identity: Identity, { project, state, seal }: ProjectView): HTMLElement {
  const element = make<CobuildDossier>('cobuild-dossier', { scheme, state, project, today, hosts: portalHosts(identity, state.id), sealing: identity.role === scheme.supervision?.payer, ...(seal === undefined ? {} : { seal }) });
  element.addEventListener('cobuild-seal', (event) => {
    const { hash } = (event as CustomEvent<{ hash: string }>).detail;
    void call<ProjectView>('POST', `/api/projects/${encodeURIComponent(project.id)}/seal`, { hash }).then((sealed) => {
      if (!sealed.ok) return tellProblems(sealed.problems);
      element.seal = sealed.value.seal;
      return tell(words.sealed);
    });
  });
  return element;
}

function supervision({ scheme, today }: Pick<Running, 'scheme' | 'today' | 'hash'>, identity: Identity, views: Map<string, ProjectView>): HTMLElement {
  const [only] = views.size === 1 ? [...views.keys()] : [];
  const list = (): readonly FundedProject[] => [...views.values()].map(({ project }) => project);
  const element = make<CobuildSupervision>('cobuild-supervision', { scheme, actor: actorOf(identity), today, hosts: portalHosts(identity, only), projects: list() });
  handle(element, (id) => views.get(id), (id, view) => {
    views.set(id, view);
    element.projects = list();
  });
  return element;
}

function acting<T extends ProjectElement>(element: T, first: ProjectView, set: (element: T, project: FundedProject) => void): T {
  let current = first;
  handle(element, () => current, (_, view) => {
    current = view;
    set(element, view.project);
  });
  return element;
}

/** Sends what is asked for on what the person has seen. Who was second sees what stands now beside what they have typed, which stays. */
function handle(element: ProjectElement, viewOf: (id: string) => ProjectView | undefined, set: (id: string, view: ProjectView) => void): void {
  element.addEventListener('cobuild-action', (event) => {
    event.preventDefault();
    const { project: id, action } = (event as Event as CustomEvent<CobuildProjectActionDetail>).detail;
    element.busy = true;
    void call<ProjectView>('POST', `/api/projects/${encodeURIComponent(id)}/actions`, { action, sequence: viewOf(id)?.project.sequence ?? 0 }).then(async (answer) => {
      element.busy = false;
      if (answer.ok) {
        element.problems = [];
        set(id, answer.value);
        tell(words.entered);
        return showWaiting();
      }
      element.problems = answer.problems;
      const { view } = answer.body as Conflict;
      if (view !== undefined) set(id, view);
      return undefined;
    });
  });
}

void main();
