import type { Locale, Scheme, Stage } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { ADMINISTRATOR } from './demonstration-people.js';
import { languages, pageWords } from './page-words.js';
import { boardRoles, gradingOf, hasBoard, highestRoles, intakeRoles, projectRoles, recordRoles, registerRoles, scoreStages } from './page-roles.js';
import { givesMoney, hasProjects } from './project-opening.js';

export const paths = ['/', '/apply', '/board', '/intake', '/review', '/scores', '/committee', '/vote', '/public', '/progress', '/projects', '/register', '/statistics', '/records', '/admin', '/schemes'] as const;
export type PagePath = (typeof paths)[number];

/** A page of the portal: it places elements and holds nothing of its own that decides or is filled in. */
export interface Page {
  readonly path: PagePath;
  readonly title: string;
  readonly lead: string;
  /** What the door on the first page says. */
  readonly door: string;
  readonly script: string;
  /** Roles whose work is done here; empty: anybody's. */
  readonly roles: readonly string[];
}

const MEETING: readonly Stage['method'][] = ['vote', 'publicVote', 'publicity'];

/**
 * The pages that a scheme needs, in the order of its procedure.
 *
 * @param locale - Of the titles; what the scheme says in Chinese alone stays Chinese.
 */
export function pagesOf(scheme: Scheme | undefined, locale: Locale = 'zh-CN'): readonly Page[] {
  const words = pageWords[locale];
  const stages = scheme?.stages ?? [];
  const application = stages.filter(({ method }) => method === 'application');
  const meetings = stages.filter(({ method }) => MEETING.includes(method));
  const desks = stages.filter(({ method }) => method !== 'application' && !MEETING.includes(method));
  const rolesOf = (some: readonly Stage[]): readonly string[] => [...new Set(some.map(({ actor }) => actor.role))];
  const namesOf = (roles: readonly string[]): string => words.list(roles.map((id) => localize(scheme?.organisation.roles.find((role) => role.id === id)?.title, locale)));
  const page = (path: PagePath, { title, lead, door }: Pick<Page, 'title' | 'lead' | 'door'>, script: string, roles: readonly string[] = []): Page => ({ path, title, lead, door, script, roles });
  /** One stage gives the page its name, several have one in common. */
  const called = (some: readonly Stage[], common: Pick<Page, 'title' | 'lead' | 'door'>): Pick<Page, 'title' | 'lead' | 'door'> => {
    const [only, ...others] = some;
    return only === undefined || others.length > 0 ? common : { ...common, title: localize(only.title, locale) };
  };
  const grading = scheme === undefined ? undefined : gradingOf(scheme);
  return [
    page('/', { title: scheme === undefined ? words.portal : localize(scheme.title, locale), lead: words.list(stages.map(({ title }) => localize(title, locale))), door: '' }, 'home'),
    ...(application.length === 0 ? [] : [page('/apply', called(application, words.apply(namesOf(rolesOf(application)))), 'apply', rolesOf(application))]),
    ...(scheme === undefined || !hasBoard(scheme) ? [] : [page('/board', words.board, 'board', boardRoles(scheme))]),
    ...(scheme === undefined || intakeRoles(scheme).length === 0 ? [] : [page('/intake', words.intake, 'intake', intakeRoles(scheme))]),
    ...(desks.length === 0 ? [] : [page('/review', called(desks, words.review(namesOf(rolesOf(desks)))), 'work', rolesOf(desks))]),
    ...(scheme === undefined || scoreStages(scheme).length === 0 ? [] : [page('/scores', called(scoreStages(scheme), words.scores), 'scores', rolesOf(scoreStages(scheme)))]),
    ...(meetings.length === 0 ? [] : [page('/committee', called(meetings.filter(({ method }) => method === 'vote'), words.committee), 'work', [...new Set([...rolesOf(meetings), ...votersOf(scheme, meetings)])])]),
    ...((scheme?.publicVotes?.length ?? 0) === 0 ? [] : [page('/vote', words.vote, 'vote')]),
    ...((scheme?.publicity?.notices.length ?? 0) === 0 ? [] : [page('/public', words.public, 'public')]),
    ...(scheme === undefined || !hasProjects(scheme) ? [] : [...(scheme.supervision?.disclosure === undefined ? [] : [page('/progress', words.progress, 'progress')]), page('/projects', words.projects(givesMoney(scheme)), 'projects', projectRoles(scheme))]),
    ...(scheme === undefined || grading === undefined ? [] : [page('/register', { ...words.register, title: localize(grading.title, locale) || words.register.title }, 'register', registerRoles(scheme))]),
    ...(scheme === undefined || highestRoles(scheme).length === 0 ? [] : [page('/statistics', words.statistics, 'statistics', highestRoles(scheme))]),
    ...(scheme === undefined || recordRoles(scheme).length === 0 ? [] : [page('/records', words.records, 'records', recordRoles(scheme))]),
    page('/admin', words.admin, 'admin', [ADMINISTRATOR]),
    page('/schemes', words.scheme, 'scheme', [ADMINISTRATOR]),
  ];
}

/** The page of a path; one that the scheme does not need is shown as an empty one. */
export function pageAt(path: PagePath, scheme: Scheme | undefined, locale: Locale = 'zh-CN'): Page {
  return pagesOf(scheme, locale).find((page) => page.path === path) ?? { path, ...pageWords[locale].noStep, script: 'home', roles: [] };
}

/** Roles that no stage names, at the level of a vote: those who sit on its committee. */
function votersOf(scheme: Scheme | undefined, meetings: readonly Stage[]): readonly string[] {
  const roles = scheme?.organisation.roles ?? [];
  const acting = new Set(scheme?.stages.map(({ actor }) => actor.role));
  const levels = new Set(roles.filter(({ id }) => meetings.some(({ method, actor }) => method === 'vote' && actor.role === id)).map(({ level }) => level));
  return roles.filter(({ id, level }) => levels.has(level) && !acting.has(id) && ![ADMINISTRATOR, 'supervisor', 'resident'].includes(id)).map(({ id }) => id);
}

/** What somebody of this role finds in the navigation: their own work and what is for everybody. Who has not said who they are sees all there is. */
export function pagesFor(scheme: Scheme | undefined, role: string | undefined, locale: Locale = 'zh-CN'): readonly Page[] {
  const pages = pagesOf(scheme, locale).filter(({ roles }) => role === undefined || roles.length === 0 || roles.includes(role));
  // Whoever has a board does everything there; the list of the same matters leads nowhere else.
  return role !== undefined && pages.some(({ path }) => path === '/board') ? pages.filter(({ path }) => path !== '/review') : pages;
}

export interface PageReader {
  /** Role of whoever asks for the page. */
  readonly role?: string | undefined;
  /** Language of the page. */
  readonly locale?: Locale;
}

/** A page as HTML, in the portal's frame. */
export function pageHtml(page: Page, scheme: Scheme | undefined, schemes: readonly Scheme[], { role, locale = 'zh-CN' }: PageReader = {}): string {
  const words = pageWords[locale];
  const pages = pagesFor(scheme, role, locale);
  const first = schemes[0]?.id;
  // The first scheme needs no name in its addresses.
  const address = (path: string, id: string | undefined): string => `${path}${id === undefined || id === first ? '' : `?scheme=${encodeURIComponent(id)}`}`;
  const links = pages.map(({ path, title }) => `<li><a href="${address(path, scheme?.id)}"${path === page.path ? ' aria-current="page"' : ''}>${path === '/' ? words.first : text(title)}</a></li>`).join('');
  const title = scheme === undefined ? words.portal : localize(scheme.title, locale);
  const main = page.path === '/' ? home(pages, scheme, schemes, address, locale) : `<div id="view" data-roles="${page.roles.map(text).join(' ')}"${page.path === '/committee' ? ` data-methods="${MEETING.join(' ')}"` : ''}></div>`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(page.title)}${page.path === '/' ? '' : ` · ${text(title)}`}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/portal.css">
<script type="module" src="/assets/${page.path === '/schemes' ? 'cobuild-editor.js' : 'cobuild.js'}"></script>
<script type="module" src="/assets/client/${page.script}.js"></script>
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="masthead">
<div class="bar"><a class="brand" href="${address('/', scheme?.id)}">${words.portal}<span>${text(title)}</span></a>${languageLinks(address(page.path, scheme?.id), locale)}<cobuild-identity-switch id="identity"></cobuild-identity-switch></div>
<nav aria-label="${words.navigation}"><ul>${links}</ul></nav>
</header>
<main id="main" tabindex="-1">
<h1>${text(page.title)}</h1>
<p class="lead">${text(page.lead)}</p>
<div id="status" role="status"></div>
${main}
</main>
<footer><p>${words.about}</p></footer>
</body>
</html>
`;
}

/** The same page in each language, by the name that its readers know it by. */
function languageLinks(address: string, locale: Locale): string {
  const link = (each: Locale): string => `<li><a href="${address}${address.includes('?') ? '&amp;' : '?'}language=${each}" lang="${each}" hreflang="${each}"${each === locale ? ' aria-current="true"' : ''}>${languages[each]}</a></li>`;
  return `<ul class="languages" aria-label="${pageWords[locale].languages}">${(Object.keys(languages) as Locale[]).map(link).join('')}</ul>`;
}

/** Doors to the pages of the scheme, and the other schemes that run here. */
function home(pages: readonly Page[], scheme: Scheme | undefined, schemes: readonly Scheme[], address: (path: string, id: string | undefined) => string, locale: Locale): string {
  const words = pageWords[locale];
  const doors = pages.filter(({ path }) => path !== '/').map(({ path, title, door }) => `<li><a href="${address(path, scheme?.id)}"><strong>${text(title)}</strong><span>${text(door)}</span></a></li>`);
  const others = schemes.filter((other) => other !== scheme).map(({ id, title, stages }) => `<li><a href="${address('/', id)}"><strong>${text(localize(title, locale))}</strong><span>${text(words.list(stages.map((stage) => localize(stage.title, locale))))}</span></a></li>`);
  return `<nav class="doors" aria-label="${words.doors}"><ul>${doors.join('')}</ul></nav>${others.length === 0 ? '' : `
<h2>${words.others}</h2>
<nav class="doors" aria-label="${words.others}"><ul>${others.join('')}</ul></nav>`}`;
}

/** Texts of a scheme are shown as texts. */
const text = (value: string): string => value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
