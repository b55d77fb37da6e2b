import type { Scheme, Stage } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { ADMINISTRATOR } from './demonstration-people.js';
import { boardRoles, gradingOf, hasBoard, highestRoles, intakeRoles, projectRoles, recordRoles, registerRoles, scoreStages } from './page-roles.js';
import { givesMoney, hasProjects } from './project-opening.js';

export const paths = ['/', '/apply', '/board', '/intake', '/review', '/scores', '/committee', '/vote', '/public', '/projects', '/register', '/statistics', '/records', '/admin'] as const;
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

const PORTAL = '党群共建';
const MEETING: readonly Stage['method'][] = ['vote', 'publicVote', 'publicity'];

/** The pages that a scheme needs, in the order of its procedure. */
export function pagesOf(scheme: Scheme | undefined): readonly Page[] {
  const stages = scheme?.stages ?? [];
  const application = stages.filter(({ method }) => method === 'application');
  const meetings = stages.filter(({ method }) => MEETING.includes(method));
  const desks = stages.filter(({ method }) => method !== 'application' && !MEETING.includes(method));
  const rolesOf = (some: readonly Stage[]): readonly string[] => [...new Set(some.map(({ actor }) => actor.role))];
  const page = (path: PagePath, title: string, lead: string, door: string, script: string, roles: readonly string[] = []): Page => ({ path, title, lead, door, script, roles });
  return [
    page('/', scheme === undefined ? PORTAL : localize(scheme.title, 'zh-CN'), stages.map(({ title }) => localize(title, 'zh-CN')).join('、'), '', 'home'),
    ...(application.length === 0 ? [] : [page('/apply', titleOf(application, '申报'), '填写的内容会自动保存，可以随时离开，以后继续。', `${namesOf(scheme, rolesOf(application))}填写并提交`, 'apply', rolesOf(application))]),
    ...(scheme === undefined || !hasBoard(scheme) ? [] : [page('/board', '办理看板', '每一件走到哪一步、由谁办、什么时候到期，都在这里；到自己手里的直接办理。', '按步骤查看和办理', 'board', boardRoles(scheme))]),
    ...(scheme === undefined || intakeRoles(scheme).length === 0 ? [] : [page('/intake', '代为录入', '把纸质申报或者各单位报来的Excel表一次录入。合格的收下，不合格的逐行逐列说明原因。', '用Excel表代为录入申报', 'intake', intakeRoles(scheme))]),
    ...(desks.length === 0 ? [] : [page('/review', titleOf(desks, '审核办理'), '对照填写的内容逐项办理，每一步都留下记录。', `${namesOf(scheme, rolesOf(desks))}办理`, 'work', rolesOf(desks))]),
    ...(scheme === undefined || scoreStages(scheme).length === 0 ? [] : [page('/scores', titleOf(scoreStages(scheme), '评分'), '每位评委独立打分；全部交齐之前，看不到别人的分数。', '评委打分，查看排名', 'scores', rolesOf(scoreStages(scheme)))]),
    ...(meetings.length === 0 ? [] : [page('/committee', titleOf(meetings.filter(({ method }) => method === 'vote'), '表决和公示'), '签到、回避、表决和公示都在这里办理。', '签到、回避、表决、公示', 'work', [...new Set([...rolesOf(meetings), ...votersOf(scheme, meetings)])])]),
    ...((scheme?.publicVotes?.length ?? 0) === 0 ? [] : [page('/vote', '群众投票', '每人凭实名投票，选了谁只进票箱，任何人都看不到。', '群众投票、查看结果', 'vote')]),
    ...((scheme?.publicity?.notices.length ?? 0) === 0 ? [] : [page('/public', '结果公示', '公示期内，任何人都可以对公示的内容提出异议。', '党员群众查看结果、提出异议', 'public')]),
    ...(scheme === undefined || !hasProjects(scheme) ? [] : [page('/projects', '立项项目', '合同、资金、报告、监督和档案，一个项目一份。', givesMoney(scheme) ? '合同、拨付、报告、监督、档案' : '报告、监督、档案', 'projects', projectRoles(scheme))]),
    ...(scheme === undefined || gradingOf(scheme) === undefined ? [] : [page('/register', localize(gradingOf(scheme)?.title, 'zh-CN') || '名册和评定', '名册里每一条的得分、等次和奖励，按方案计算。', '名册、评分、定级、奖励', 'register', registerRoles(scheme))]),
    ...(scheme === undefined ? [] : [page('/statistics', '统计', '按层级、时间和类别统计，可以导出Excel。', '按层级、时间、类别统计', 'statistics', highestRoles(scheme))]),
    ...(scheme === undefined ? [] : [page('/records', '案卷导入', '把“下载案卷文件”得到的文件导入本系统。先核对，与本系统已有的案卷逐条对照；改动过的文件不能导入。', '核对、导入案卷文件', 'records', recordRoles(scheme))]),
    page('/admin', '方案管理', '保存方案文件后，问题和测试会自动更新；已发布的版本不受影响。', '查看方案、问题、测试，发布新版本', 'admin', [ADMINISTRATOR]),
  ];
}

/** The page of a path; one that the scheme does not need is shown as an empty one. */
export function pageAt(path: PagePath, scheme: Scheme | undefined): Page {
  return pagesOf(scheme).find((page) => page.path === path) ?? { path, title: '这个方案没有这一步', lead: '请从首页选择要办理的事项。', door: '', script: 'home', roles: [] };
}

/** One stage gives its name, several have one in common. */
function titleOf(stages: readonly Stage[], common: string): string {
  const [only, ...others] = stages;
  return only === undefined || others.length > 0 ? common : localize(only.title, 'zh-CN');
}

const namesOf = (scheme: Scheme | undefined, roles: readonly string[]): string => roles.map((id) => localize(scheme?.organisation.roles.find((role) => role.id === id)?.title, 'zh-CN')).join('、');

/** Roles that no stage names, at the level of a vote: those who sit on its committee. */
function votersOf(scheme: Scheme | undefined, meetings: readonly Stage[]): readonly string[] {
  const roles = scheme?.organisation.roles ?? [];
  const acting = new Set(scheme?.stages.map(({ actor }) => actor.role));
  const levels = new Set(roles.filter(({ id }) => meetings.some(({ method, actor }) => method === 'vote' && actor.role === id)).map(({ level }) => level));
  return roles.filter(({ id, level }) => levels.has(level) && !acting.has(id) && ![ADMINISTRATOR, 'supervisor', 'resident'].includes(id)).map(({ id }) => id);
}

/** What somebody of this role finds in the navigation: their own work and what is for everybody. Who has not said who they are sees all there is. */
export function pagesFor(scheme: Scheme | undefined, role: string | undefined): readonly Page[] {
  return pagesOf(scheme).filter(({ roles }) => role === undefined || roles.length === 0 || roles.includes(role));
}

/**
 * A page as HTML, in the portal's frame.
 *
 * @param role - Of whoever asks for it.
 */
export function pageHtml(page: Page, scheme: Scheme | undefined, schemes: readonly Scheme[], role?: string): string {
  const pages = pagesFor(scheme, role);
  const first = schemes[0]?.id;
  // The first scheme needs no name in its addresses.
  const address = (path: string, id: string | undefined): string => `${path}${id === undefined || id === first ? '' : `?scheme=${encodeURIComponent(id)}`}`;
  const links = pages.map(({ path, title }) => `<li><a href="${address(path, scheme?.id)}"${path === page.path ? ' aria-current="page"' : ''}>${path === '/' ? '首页' : text(title)}</a></li>`).join('');
  const title = scheme === undefined ? PORTAL : localize(scheme.title, 'zh-CN');
  const main = page.path === '/' ? home(pages, scheme, schemes, address) : `<div id="view" data-roles="${page.roles.map(text).join(' ')}"${page.path === '/committee' ? ` data-methods="${MEETING.join(' ')}"` : ''}></div>`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(page.title)}${page.path === '/' ? '' : ` · ${text(title)}`}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/portal.css">
<script type="module" src="/assets/cobuild.js"></script>
<script type="module" src="/assets/client/${page.script}.js"></script>
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="masthead">
<div class="bar"><a class="brand" href="${address('/', scheme?.id)}">${PORTAL}<span>${text(title)}</span></a><cobuild-identity-switch id="identity"></cobuild-identity-switch></div>
<nav aria-label="主导航"><ul>${links}</ul></nav>
</header>
<main id="main" tabindex="-1">
<h1>${text(page.title)}</h1>
<p class="lead">${text(page.lead)}</p>
<div id="status" role="status"></div>
${main}
</main>
<footer><p>这是CoBuild的演示门户。方案来自公开报道，标有“虚构”的内容是为演示补充的，不是实际规定。</p></footer>
</body>
</html>
`;
}

/** Doors to the pages of the scheme, and the other schemes that run here. */
function home(pages: readonly Page[], scheme: Scheme | undefined, schemes: readonly Scheme[], address: (path: string, id: string | undefined) => string): string {
  const doors = pages.filter(({ path }) => path !== '/').map(({ path, title, door }) => `<li><a href="${address(path, scheme?.id)}"><strong>${text(title)}</strong><span>${text(door)}</span></a></li>`);
  const others = schemes.filter((other) => other !== scheme).map(({ id, title, stages }) => `<li><a href="${address('/', id)}"><strong>${text(localize(title, 'zh-CN'))}</strong><span>${text(stages.map((stage) => localize(stage.title, 'zh-CN')).join('、'))}</span></a></li>`);
  return `<nav class="doors" aria-label="办事入口"><ul>${doors.join('')}</ul></nav>${others.length === 0 ? '' : `
<h2>其他方案</h2>
<nav class="doors" aria-label="其他方案"><ul>${others.join('')}</ul></nav>`}`;
}

/** Texts of a scheme are shown as texts. */
const text = (value: string): string => value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
