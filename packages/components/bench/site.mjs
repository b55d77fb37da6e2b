// Pages of the contestants on loopback. Ours is sent under the policy of portals; the others may do what they do, but reach nobody else.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { bundleOf } from './bundle.mjs';
import { fileOf } from './contestants.mjs';

const STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html cobuild 'allow-duplicates'";
const LOOSE = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data:";
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

/** @returns `{ origin, files, close }`: `files` are the texts by path, `/rjsf/page.html`, `/rjsf/rjsf.js`. `/empty/page.html` has no script. */
export async function startSite(contestants, say) {
  const files = new Map([['/favicon.ico', ''], ['/empty/page.html', pageOf([], undefined)]]);
  for (const { name, styles } of contestants) {
    say(`  bundling ${name}`);
    for (const [file, code] of await bundleOf(name)) files.set(`/${name}/${file}`, code);
    const sheets = styles.map((path, index) => [`/${name}/${index}.css`, readFileSync(fileOf(path), 'utf8')]);
    for (const [path, text] of sheets) files.set(path, text);
    // The functions of the page script are handed to the bench by a script of the page's own: the policy lets nothing else in.
    files.set(`/${name}/bench.js`, `import * as contestant from './${name}.js'; globalThis.contestant = contestant;`);
    files.set(`/${name}/page.html`, pageOf(sheets.map(([path]) => path), `/${name}/bench.js`));
  }
  const strict = new Set(contestants.filter((one) => one.strict === true).map(({ name }) => name));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const text = files.get(pathname);
    if (text === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Security-Policy', strict.has(pathname.split('/')[1]) ? STRICT : LOOSE);
    response.setHeader('Content-Type', `${TYPES[pathname.slice(pathname.lastIndexOf('.') + 1)] ?? 'text/plain'}; charset=utf-8`).end(text);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    files,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

function pageOf(sheets, script) {
  const head = [...sheets.map((path) => `<link rel="stylesheet" href="${path}">`), ...(script === undefined ? [] : [`<script type="module" src="${script}"></script>`])].join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>申报</title>${head}</head><body><main id="root"></main></body></html>`;
}
