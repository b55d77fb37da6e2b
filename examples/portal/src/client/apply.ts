import type { Applicant } from '@cobuild/core';
import type { Draft, Identity } from '@cobuild/rules';
import type { CobuildApplication, CobuildCaseList, CobuildStatus, DraftConflict, DraftSaved, DraftStorage } from '@cobuild/components';
import type { Answer } from './api.js';
import { call, newId } from './api.js';
import type { CaseView } from './case-summary.js';
import { hasTask, nameLabelOf, summarize, titleOf, waitsForApplicant } from './case-summary.js';
import { showCase } from './case-desk.js';
import { handleActions } from './desk.js';
import { portalHosts } from './hosts.js';
import { keptMarks } from './kept-marks.js';
import { wordsOf } from './language.js';
import type { Running } from './page.js';
import { backTo, currentScheme, make, ofScheme, onRoute, show, startSession, tell, tellProblems, view as page, wrongIdentity } from './page.js';

const words = wordsOf({
  'zh-CN': { heading: '我的申请', create: '新建申请', empty: '还没有申请。点“新建申请”开始填写，内容会自动保存。', unnamed: '还没有名称的申请', fillingIn: '填写中', draft: '草稿', goOn: '继续填写', error: '错误：', progress: '办理进度、撤回申请', withdrawn: '申请已撤回。' },
  en: { heading: 'My applications', create: 'New application', empty: 'No applications yet. Press “New application” to begin; what you fill in is saved by itself.', unnamed: 'Application without a name', fillingIn: 'Being filled in', draft: 'Draft', goOn: 'Go on', error: 'Error: ', progress: 'Progress, taking the application back', withdrawn: 'The application is taken back.' },
});

const applicantOf = ({ unit, unitName, level, town, id }: Identity): Applicant => ({
  id: unit ?? id, ...(unitName === undefined ? {} : { name: unitName }), ...(level === undefined ? {} : { level }), ...(unit === undefined ? {} : { unit }), ...(town === undefined ? {} : { town }),
});

async function main(): Promise<void> {
  const session = await startSession();
  const running = await currentScheme();
  if (running === undefined || wrongIdentity(session) || session.identity === null) return;
  const { identity } = session;
  onRoute((kind, id) => {
    if (kind === 'draft') openDraft(running, identity, id);
    else if (kind === 'case' || kind === 'progress') void openCase(identity, id, kind);
    else void list(running);
  });
}

/** The save that is under way: a list that is read before its end would lack the draft. */
let saving: Promise<unknown> = Promise.resolve();

async function list({ scheme, call: window }: Running): Promise<void> {
  // A form that leaves the page saves what it still has to.
  show();
  document.title = plainTitle;
  await saving;
  const [cases, drafts] = await Promise.all([call<{ cases: CaseView[] }>('GET', ofScheme('/api/cases')), call<{ drafts: Draft[] }>('GET', ofScheme('/api/drafts'))]);
  if (!cases.ok) return tellProblems(cases.problems);
  if (!drafts.ok) return tellProblems(drafts.problems);
  // What is being completed stands in the list as the application that it is.
  const own = drafts.value.drafts.filter(({ caseId }) => caseId === undefined).map(({ id, answers, savedAt }) => {
    return { id: `draft/${id}`, title: titleOf(scheme, answers) ?? words.unnamed, applicant: '', stage: words.fillingIn, status: 'draft' as const, statusText: words.draft, updatedAt: savedAt, todo: words.goOn };
  });
  const submitted = cases.value.cases.map((item) => ({ ...summarize(scheme, item, 'applicant'), id: `case/${item.state.id}` }));
  const element = make<CobuildCaseList>('cobuild-case-list', { heading: words.heading, nameLabel: nameLabelOf(scheme), cases: [...own, ...submitted], create: words.create, empty: words.empty });
  element.addEventListener('cobuild-create', () => { location.hash = `draft/${newId()}`; });
  element.addEventListener('cobuild-open', (event) => { location.hash = (event as CustomEvent<{ id: string }>).detail.id; });
  show(...callLine(window), element);
}

/** Whether applications are taken in, and until when. */
function callLine(window: Running['call']): readonly HTMLElement[] {
  return window === undefined ? [] : [make<HTMLParagraphElement>('p', { className: `call ${window.state}`, textContent: window.text })];
}

function openDraft({ scheme, today, hash, call: window }: Running, identity: Identity, id: string): void {
  const element = make<CobuildApplication>('cobuild-application', {
    scheme, applicant: applicantOf(identity), facts: { today }, hosts: portalHosts(identity),
    drafts: draftsOn(id),
  });
  void knowCounts(element);
  // The draft's id is the key: sending again after a lost answer gives the same case.
  whenSubmitted(element, (answers) => call<CaseView>('POST', '/api/cases', { answers, schemeHash: hash }, `draft-${id}`));
  show(backTo(words.heading), ...callLine(window), element);
}

/** Lets the requirements say at once what the scheme counts from the cases there are, such as late reports; without an answer they stay open until the submission. */
async function knowCounts(element: CobuildApplication, completed?: string): Promise<void> {
  const counted = await call<{ facts: Readonly<Record<string, number>> }>('GET', ofScheme(`/api/counts${completed === undefined ? '' : `/${encodeURIComponent(completed)}`}`));
  if (counted.ok) element.facts = { ...element.facts, ...counted.value.facts };
}

/** A draft on our server. `caseId` is the application that it completes. */
function draftsOn(id: string, caseId?: string): DraftStorage {
  return {
    load: async () => {
      const stored = settled(await call<{ drafts: Draft[] }>('GET', ofScheme('/api/drafts')));
      return stored.drafts.find((draft) => draft.id === id);
    },
    save: (answers, { revision, answers: _, ...draft }) => {
      const saved = call<DraftSaved | DraftConflict>('PUT', ofScheme(`/api/drafts/${encodeURIComponent(id)}`), { answers, draft, revision, ...(caseId === undefined ? {} : { caseId }) }).then(settled);
      saving = saved.catch(() => undefined);
      return saved;
    },
    remove: async () => { settled(await call('DELETE', `/api/drafts/${encodeURIComponent(id)}`)); },
  };
}

/** The element asks for a promise that fails where the server refused. */
function settled<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new Error(answer.problems.map(({ message }) => message).join(' '));
}

async function openCase(identity: Identity, id: string, kind: 'case' | 'progress'): Promise<void> {
  const answer = await call<CaseView>('GET', `/api/cases/${encodeURIComponent(id)}`);
  if (!answer.ok) return tellProblems(answer.problems);
  if (answer.value.problems.length > 0) tellProblems(answer.value.problems);
  if (kind === 'progress') return show(backTo(words.heading), progress(identity, answer.value));
  await showOwn(identity, answer.value);
}

/** The application with what its applicant has to do, or else how far it has come. */
async function showOwn(identity: Identity, view: CaseView): Promise<void> {
  const { state } = view;
  const running = await currentScheme(state.schemeHash);
  if (running === undefined) return;
  if (waitsForApplicant(view)) {
    const marks = keptMarks(`${state.id}-${state.sequence}`);
    const element = make<CobuildApplication>('cobuild-application', {
      scheme: running.scheme, applicant: applicantOf(identity), facts: { today: running.today }, value: state.answers, ...(state.returned === undefined ? {} : { returned: state.returned }), dealtWith: marks.read(), hosts: portalHosts(identity, undefined, state.schemeHash),
      // A second return begins with what was submitted last.
      drafts: draftsOn(`returned-${state.id}-${state.sequence}`, state.id),
    });
    void knowCounts(element, state.id);
    element.addEventListener('cobuild-dealt-with', (event) => marks.keep((event as CustomEvent<{ pointers: readonly string[] }>).detail.pointers));
    whenSubmitted(element, (answers) => call<CaseView>('POST', `/api/cases/${encodeURIComponent(state.id)}/actions`, { action: { type: 'submitted', data: { answers } }, sequence: state.sequence }, `case-${state.id}-${state.sequence}`));
    return show(backTo(words.heading), element, progressLink(view));
  }
  await showCase(running, identity, view, words.heading);
  page().append(hasTask(view) ? progressLink(view) : progress(identity, view));
}

/** Beside work to be done the progress has a page of its own. */
function progressLink({ state }: CaseView): HTMLElement {
  const line = make<HTMLParagraphElement>('p', { className: 'back' });
  line.append(make<HTMLAnchorElement>('a', { href: `#progress/${encodeURIComponent(state.id)}`, textContent: words.progress }));
  return line;
}

/** Where the application stands, with the way to take it back while it goes on. */
function progress(identity: Identity, view: CaseView): CobuildStatus {
  const element = make<CobuildStatus>('cobuild-status', { status: view.status, withdrawable: view.next.some(({ type }) => type === 'withdrawn') });
  handleActions([element], view, (current) => void showOwn(identity, current).then(() => tell(words.withdrawn)));
  return element;
}

/** The title as the server wrote it. */
const plainTitle = document.title;

function whenSubmitted(element: CobuildApplication, send: (answers: unknown) => Promise<Answer<CaseView>>): void {
  // A reader hears the title first when the page comes back.
  element.addEventListener('cobuild-problems', (event) => {
    document.title = `${(event as CustomEvent<{ problems: readonly unknown[] }>).detail.problems.length > 0 ? words.error : ''}${plainTitle}`;
  });
  element.addEventListener('cobuild-submit', (event) => {
    event.preventDefault();
    element.busy = true;
    void send((event as CustomEvent<{ value: unknown }>).detail.value).then((answer) => {
      element.busy = false;
      if (!answer.ok) {
        // What is about a field stands at the field; what is about the submission as a whole is no answer to mend.
        const atFields = answer.problems.filter(({ pointer }) => pointer !== '');
        element.problems = atFields;
        if (atFields.length < answer.problems.length) tellProblems(answer.problems.filter(({ pointer }) => pointer === ''));
        return;
      }
      tell('');
      element.problems = [];
      element.receipt = { caseId: answer.value.state.id, submittedAt: answer.value.state.submittedAt };
    });
  });
}

void main();
