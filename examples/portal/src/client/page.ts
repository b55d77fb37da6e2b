import type { Problem, Scheme } from '@cobuild/core';
import type { CallNotice, Identity } from '@cobuild/rules';
import type { CobuildIdentitySwitch } from '@cobuild/components';
import { call } from './api.js';
import { wordsOf } from './language.js';
import { localize } from './localize.js';

const words = wordsOf({
  'zh-CN': {
    reading: '正在读取……',
    back: (list: string) => `返回${list}`,
    record: '下载案卷文件',
    demonstration: '这里有演示数据：项目名称取自公开报道，单位、人名、金额和过程均为虚构。',
    waiting: (count: number) => `${count}项待办`,
    wrongIdentity: (names: readonly string[]) => `这个页面由以下身份办理：${names.join('、')}。请在页面上方选择演示身份。`,
  },
  en: {
    reading: 'Reading…',
    back: (list) => `Back: ${list}`,
    record: 'Download the file of this case',
    demonstration: 'The data here are made up: names of projects come from public reports; organisations, people, amounts and events are fictional.',
    waiting: (count) => `${count} to do`,
    wrongIdentity: (names) => `These identities act on this page: ${names.join('; ')}. Choose one of them above.`,
  },
});

export interface Session { readonly identity: Identity | null; readonly identities: readonly Identity[]; /** Cases here are made up. */ readonly demonstration?: boolean }
export interface Running { readonly hash: string; readonly scheme: Scheme; readonly today: string; /** What applicants are told of the call; absent where it has no times. */ readonly call?: CallNotice }

export const view = (): HTMLElement => element('view');

/** The scheme whose pages are open; `null`: the first one. */
const chosen = new URLSearchParams(location.search).get('scheme');

/** An address of our own server, for the scheme whose pages are open. */
export const ofScheme = (path: string): string => (chosen === null ? path : `${path}?scheme=${encodeURIComponent(chosen)}`);

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element #${id}`);
  return found;
}

/** What is there sooner needs no word. */
const READING_AFTER_MS = 300;
let reading: ReturnType<typeof setTimeout> | undefined;

/** Says that the page is being read, until `show` or a word about something else ends it. What stands there meanwhile steps back. */
function beginReading(): void {
  endReading();
  reading = setTimeout(() => {
    document.getElementById('view')?.setAttribute('aria-busy', 'true');
    setStatus(words.reading, 'reading');
  }, READING_AFTER_MS);
}

function endReading(): void {
  clearTimeout(reading);
  document.getElementById('view')?.removeAttribute('aria-busy');
  if (element('status').className === 'reading') setStatus('', '');
}

function setStatus(message: string, className: string): void {
  const status = element('status');
  status.textContent = message;
  status.className = className;
}

/** Replaces what the page shows. Where focus was on what goes away, it comes to the beginning of what is there now. */
export function show(...nodes: readonly Node[]): void {
  // A page that is cleared for what is being read goes on reading.
  if (nodes.length > 0) endReading();
  const box = view();
  const hadFocus = box.contains(document.activeElement);
  box.replaceChildren(...nodes);
  if (hadFocus) element('main').focus();
}

/** The way back from one case to the list of all. */
export function backTo(list: string): HTMLElement {
  const line = make<HTMLParagraphElement>('p', { className: 'back' });
  line.append(make<HTMLAnchorElement>('a', { href: '#', textContent: words.back(list) }));
  return line;
}

/**
 * Links to the parts of something, each with an address of its own that can be kept and sent.
 *
 * @param parts - What stands behind `#` in the address, and the title.
 */
export function partsOf(label: string, parts: readonly (readonly [address: string, title: string])[], current: string): HTMLElement {
  const nav = make<HTMLElement>('nav', { className: 'parts' });
  nav.setAttribute('aria-label', label);
  const items = document.createElement('ul');
  for (const [address, title] of parts) {
    const link = make<HTMLAnchorElement>('a', { href: `#${address}`, textContent: title });
    if (address === current) link.setAttribute('aria-current', 'page');
    const item = document.createElement('li');
    item.append(link);
    items.append(item);
  }
  nav.append(items);
  return nav;
}

/** The whole case as a file, for those to whom all of it is shown: then the hash of its last record is. */
export function recordLink(state: { readonly id: string; readonly lastHash: string }): readonly HTMLElement[] {
  if (state.lastHash === '') return [];
  const line = make<HTMLParagraphElement>('p', { className: 'back' });
  line.append(make<HTMLAnchorElement>('a', { href: `/api/cases/${encodeURIComponent(state.id)}/record`, download: `${state.id}.json`, textContent: words.record }));
  return [line];
}

/** One line above the content that a screen reader announces: what happened, what was kept, what to do. */
export function tell(message: string, kind: 'info' | 'error' = 'info'): void {
  endReading();
  setStatus(message, message === '' ? '' : kind);
}

/** Says why something was not done, a line each, and comes to the front: the button that was pressed may be far below. */
export function tellProblems(problems: readonly Problem[]): void {
  tell(problems.map(({ message, remedy }) => [message, remedy].filter(Boolean).join(' ')).join('\n'), 'error');
  const status = element('status');
  status.tabIndex = -1;
  status.focus();
}

/** Makes an element with its properties set. */
export function make<T extends HTMLElement>(tag: string, properties: Partial<T>): T {
  return Object.assign(document.createElement(tag) as T, properties);
}

export function paragraph(text: string): HTMLParagraphElement {
  return make<HTMLParagraphElement>('p', { textContent: text });
}

/** Signs in, wires the identity switch, and answers who is here. */
export async function startSession(): Promise<Session> {
  if (document.getElementById('view') !== null) beginReading();
  const answer = await call<Session>('GET', ofScheme('/api/session'));
  const session: Session = answer.ok ? answer.value : { identity: null, identities: [] };
  if (!answer.ok) tellProblems(answer.problems);
  const choose = element('identity') as CobuildIdentitySwitch;
  choose.identities = session.identities;
  choose.current = session.identity?.id ?? '';
  choose.addEventListener('cobuild-identity', (event) => {
    void call('POST', '/api/session', { identity: (event as CustomEvent<{ id: string }>).detail.id }).then((changed) => {
      if (changed.ok) location.reload();
      else tellProblems(changed.problems);
    });
  });
  // The place within the page goes along into the other language.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) link.addEventListener('click', () => { link.hash = location.hash; });
  if (session.demonstration === true) document.querySelector('.lead')?.after(make<HTMLParagraphElement>('p', { className: 'demonstration', textContent: words.demonstration }));
  if (session.identity !== null) void showWaiting();
  return session;
}

/** Says at each page in the navigation how much waits there for whoever is here. The name of the link stays what it is; a screen reader reads the count as its description. */
export async function showWaiting(): Promise<void> {
  const answer = await call<{ waiting: Readonly<Record<string, number>> }>('GET', ofScheme('/api/waiting'));
  if (!answer.ok) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.masthead nav a')) {
    const count = answer.value.waiting[new URL(link.href).pathname] ?? 0;
    link.querySelector('.count')?.remove();
    link.removeAttribute('aria-description');
    if (count === 0) continue;
    const badge = make<HTMLSpanElement>('span', { className: 'count', textContent: String(count) });
    badge.setAttribute('aria-hidden', 'true');
    link.setAttribute('aria-description', words.waiting(count));
    link.append(badge);
  }
}

/** What a page says to somebody whose identity has nothing to do here. */
export function wrongIdentity(session: Session): boolean {
  const roles = (view().dataset['roles'] ?? '').split(' ');
  if (session.identity !== null && roles.includes(session.identity.role)) return false;
  const names = session.identities.filter(({ role }) => roles.includes(role)).map(({ title, name }) => [localize(title), name].filter(Boolean).join(' '));
  show(paragraph(words.wrongIdentity(names)));
  return true;
}

export async function currentScheme(hash?: string): Promise<Running | undefined> {
  const answer = await call<Running>('GET', hash === undefined ? ofScheme('/api/scheme') : `/api/scheme?hash=${encodeURIComponent(hash)}`);
  if (answer.ok) return answer.value;
  tellProblems(answer.problems);
  return undefined;
}

/** Calls back with the part of the address behind `#`, now and on every change: `case/…`, `draft/…`, `project/…/reports`, `''`. */
export function onRoute(handle: (kind: string, id: string, part: string) => void): void {
  const read = (): void => {
    // What was said of the last one is not about this one.
    tell('');
    beginReading();
    const [kind = '', id = '', part = ''] = location.hash.slice(1).split('/');
    handle(kind, decodeURIComponent(id), part);
  };
  window.addEventListener('hashchange', read);
  read();
}
