// What a page transfers to show a form: every script and sheet that it asks for until the form stands there, minified and gzipped one by one.
import { gzipSync } from 'node:zlib';
import { formOf } from './form.mjs';
import { withPage } from './page.mjs';
import { rowOf } from './rows.mjs';

const LIMIT = 45;
const kilobytes = (bytes) => bytes / 1024;

export async function measure({ say, browser, site, contestants }) {
  say('  size of a page');
  const values = {};
  const minified = [];
  for (const contestant of contestants) {
    const { name } = contestant;
    // Static HTML has no script to speak of.
    if (name === 'static-html') continue;
    const requests = await withPage({ browser, site, contestant }, async (page) => {
      await page.show(formOf(20));
      return page.requests;
    });
    const bench = [`/${name}/bench.js`, `/${name}/${name}.js`, `/${name}/page.html`, '/favicon.ico'];
    const texts = [...new Set(requests)].filter((path) => !bench.includes(path)).map((path) => site.files.get(path));
    values[name] = kilobytes(texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0));
    minified.push(`${name} ${kilobytes(texts.reduce((sum, text) => sum + text.length, 0)).toFixed(0)} in ${texts.length}`);
  }
  return [rowOf('size of a page that shows a form, minified and gzipped', 'kB', values, { limit: LIMIT, note: `kB before gzip, in so many files: ${minified.join(', ')}` })];
}
