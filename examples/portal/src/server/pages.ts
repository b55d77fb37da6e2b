/** A page of the portal: it places elements and holds nothing of its own that decides or is filled in. */
export interface Page { readonly path: string; readonly title: string; readonly lead: string; readonly script: string; readonly main: string }

export const pages: readonly Page[] = [
  {
    path: '/', title: '农村党群共建专项资金', lead: '项目申报、镇街初审、区级会审、结果公示', script: 'home',
    main: `<nav class="doors" aria-label="办事入口"><ul>
      <li><a href="/apply"><strong>申报</strong><span>村（社区）党组织填写并提交项目</span></a></li>
      <li><a href="/review"><strong>初审</strong><span>镇（街道）审核、退回补正、推荐</span></a></li>
      <li><a href="/committee"><strong>会审</strong><span>区评审委员会签到、表决、公示</span></a></li>
      <li><a href="/public"><strong>公示</strong><span>党员群众查看结果、提出异议</span></a></li>
      <li><a href="/admin"><strong>方案管理</strong><span>查看方案、问题、测试，发布新版本</span></a></li>
    </ul></nav>`,
  },
  { path: '/apply', title: '项目申报', lead: '填写的内容会自动保存，可以随时离开，以后继续。', script: 'apply', main: '<div id="view"></div>' },
  { path: '/review', title: '镇街初审', lead: '对照答复逐项审核，可以通过、退回补正或不予推荐。', script: 'review', main: '<div id="view"></div>' },
  { path: '/committee', title: '区级会审', lead: '签到、回避、表决和公示都在这里办理。', script: 'committee', main: '<div id="view"></div>' },
  { path: '/public', title: '结果公示', lead: '公示期内，任何人都可以对公示的项目提出异议。', script: 'public', main: '<div id="view"></div>' },
  { path: '/admin', title: '方案管理', lead: '保存方案文件后，问题和测试会自动更新；已发布的版本不受影响。', script: 'admin', main: '<div id="view"></div>' },
];

export function pageHtml({ title, lead, script, main, path }: Page): string {
  const links = pages.map((page) => `<li><a href="${page.path}"${page.path === path ? ' aria-current="page"' : ''}>${page.path === '/' ? '首页' : page.title}</a></li>`).join('');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}${path === '/' ? '' : ' · 农村党群共建专项资金'}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/portal.css">
<script type="module" src="/assets/cobuild.js"></script>
<script type="module" src="/assets/client/${script}.js"></script>
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="masthead">
<div class="bar"><a class="brand" href="/">党群共建<span>专项资金申报平台（演示）</span></a><cobuild-identity-switch id="identity"></cobuild-identity-switch></div>
<nav aria-label="主导航"><ul>${links}</ul></nav>
</header>
<main id="main" tabindex="-1">
<h1>${title}</h1>
<p class="lead">${lead}</p>
<div id="status" role="status"></div>
${main}
</main>
<footer><p>这是CoBuild的演示门户。方案来自公开报道，标有“虚构”的内容是为演示补充的，不是实际规定。</p></footer>
</body>
</html>
`;
}
