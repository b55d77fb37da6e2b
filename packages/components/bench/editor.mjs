/* global document, customElements, requestAnimationFrame, addEventListener, MessageChannel, performance, PerformanceObserver */
// npm run bench:editor -- [--json] [--rounds 3] [--fields 500] [--rules 300]: the editor of a large scheme, in Chromium under the policy of portals. How long it takes to open, and how long
// after each real key the page has been painted, for three kinds of edit. The exit code is 1 where a target is not reached. Reads the built bundle: build first. README.md says more.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { newSchemeTexts } from '@cobuild/core';
import { launch } from './page.mjs';

const TARGETS = { openMs: 1000, editP95Ms: 50 };
const STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; worker-src 'self'; img-src 'self' data:; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html cobuild 'allow-duplicates'";
const option = (name, otherwise) => (process.argv.includes(`--${name}`) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : otherwise);
const [FIELDS, RULES] = [Number(option('fields', 500)), Number(option('rules', 300))];

/** A scheme as districts write them, only large: sections of twenty questions, each rule about one of them. */
function largeTexts(fields, rules) {
  const texts = newSchemeTexts('large', '大方案');
  const [scheme, form] = [JSON.parse(texts['scheme.json']), JSON.parse(texts['forms/application.json'])];
  const numbers = Array.from({ length: fields - 1 }, (_, index) => index + 1);
  for (const number of numbers) {
    form.schema.properties[`field${number}`] = number % 2 === 0 ? { type: 'integer', minimum: 0, maximum: 100000 } : { type: 'string', maxLength: 200 };
    form.fields[`/field${number}`] = { title: { 'zh-CN': `问题${number}` } };
  }
  form.schema.required = [...form.schema.required, ...numbers.map((number) => `field${number}`)];
  const sections = Array.from({ length: Math.ceil(fields / 20) }, (_, index) => ({ id: `section${index}`, title: { 'zh-CN': `栏目${index + 1}` }, fields: numbers.slice(index * 20, index * 20 + 20).map((number) => `/field${number}`) }));
  form.layout.steps[0].sections = [...form.layout.steps[0].sections, ...sections.filter((section) => section.fields.length > 0)];
  scheme.eligibility.rules = Array.from({ length: rules }, (_, index) => {
    const number = 2 * (index % Math.floor((fields - 1) / 2)) + 2;
    return {
      id: `rule${index}`, title: { 'zh-CN': `条件${index + 1}` }, reason: { 'zh-CN': `问题${number}不符合要求。` },
      conditions: { all: [{ fact: `field${number}`, operator: 'greaterThanInclusive', value: index < 250 ? 1 : 2 }, { fact: `field${number}`, operator: 'lessThan', value: 90000 - index }] },
    };
  });
  return { 'scheme.json': `${JSON.stringify(scheme, undefined, 2)}\n`, 'forms/application.json': `${JSON.stringify(form, undefined, 2)}\n` };
}

const percentile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)];
const bundle = readFileSync(fileURLToPath(new URL('../dist/cobuild-editor.js', import.meta.url)));
const worker = readFileSync(fileURLToPath(new URL('../../rules/dist/cobuild-simulation-worker.js', import.meta.url)));
const html = '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>方案</title><link rel="icon" href="data:,"><script type="module" src="/cobuild-editor.js"></script></head><body><main></main></body></html>';
const server = createServer(({ url }, response) => {
  response.setHeader('Content-Security-Policy', STRICT);
  response.setHeader('Content-Type', url === '/' ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8').end(url === '/' ? html : url === '/worker.js' ? worker : bundle);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const browser = await launch();

/** Opens the editor; the time until it has been painted, then what measures each key. */
async function open(place) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await page.addInitScript(() => addEventListener('securitypolicyviolation', ({ violatedDirective }) => { throw new Error(`policy: ${violatedDirective}`); }));
  page.setDefaultTimeout(60_000);
  page.on('pageerror', (error) => { throw error; });
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.evaluate(() => customElements.whenDefined('cobuild-scheme-editor').then(() => undefined));
  const openMs = await page.evaluate(async ({ files, place: at }) => {
    const painted = () => new Promise((done) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => done(performance.now()); port2.postMessage(0); }));
    const begun = performance.now();
    const editor = Object.assign(document.createElement('cobuild-scheme-editor'), { files, place: at, workerUrl: '/worker.js' });
    document.querySelector('main').append(editor);
    await editor.updateComplete;
    const ended = await painted();
    globalThis.keyTimes = [];
    globalThis.longTasks = [];
    new PerformanceObserver((list) => globalThis.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    // From when the key came in, which is before a busy page hears of it.
    addEventListener('keydown', ({ timeStamp }) => void painted().then((time) => globalThis.keyTimes.push(time - timeStamp)), true);
    return ended - begun;
  }, { files: largeTexts(FIELDS, RULES), place });
  return { page, openMs };
}

/** Tells the processor time of the page's main thread so far: what it worked, however long it had to wait for a processor. */
async function threadClock(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ThreadTime').value * 1000;
}

/** Types with the pauses of a person: some shorter than what the checks wait for, some longer. */
async function type(page, text) {
  for (const [index, letter] of [...text].entries()) {
    await page.keyboard.press(letter);
    await page.waitForTimeout(index % 8 === 7 ? 450 : 90);
  }
}

/** What is edited is looked for once: looking for a name among thousands of elements is work of the browser driver in the page, and no part of an edit. */
const edits = {
  'a letter in the title of a rule': { count: 40, place: '/eligibility/rules/150', act: async (page) => { await page.getByRole('textbox', { name: /^中文.*名称$/ }).focus(); await type(page, 'abcdefghijklmnopqrstuvwxyzabcdefghijklmn'); } },
  'a number that a rule compares with': {
    count: 20, place: '/eligibility/rules/150',
    act: async (page) => {
      const value = await page.getByRole('textbox', { name: '与什么比较' }).first().elementHandle();
      for (let round = 0; round < 20; round += 1) {
        await value.focus();
        await page.keyboard.press('Control+a');
        await page.keyboard.press(String((round % 9) + 1));
        await page.keyboard.press('Tab');
        await page.waitForTimeout(round % 3 === 2 ? 450 : 120);
      }
    },
  },
  'a question added to the form': {
    count: 20, place: '/forms/0',
    act: async (page) => {
      const title = await page.getByRole('textbox', { name: '添加字段' }).elementHandle();
      const add = await page.getByRole('button', { name: /^添加.?添加字段$/ }).elementHandle();
      for (let round = 0; round < 20; round += 1) {
        await title.fill(`新问题${round}`);
        await add.focus();
        await page.keyboard.press('Enter');
        await page.waitForTimeout(round % 3 === 2 ? 450 : 150);
      }
    },
  },
};

const rounds = Number(option('rounds', 3));
const rows = [];
const opened = [];
for (const [name, { count, place, act }] of Object.entries(edits)) {
  const times = [];
  const tasks = [];
  const work = [];
  for (let round = 0; round < rounds; round += 1) {
    const { page, openMs } = await open(place);
    opened.push(openMs);
    await page.waitForTimeout(600);
    const threadMs = await threadClock(page);
    const before = await threadMs();
    await act(page);
    await page.waitForTimeout(300);
    work.push(((await threadMs()) - before) / count);
    times.push(...(await page.evaluate(() => globalThis.keyTimes)));
    tasks.push(...(await page.evaluate(() => globalThis.longTasks)));
    await page.context().close();
  }
  process.stderr.write(`${name}: opened in ${opened.map(Math.round).join(', ')} ms; keys ${times.map(Math.round).join(', ')} ms\n`);
  rows.push({ what: name, keys: times.length, medianMs: Math.round(percentile(times, 0.5)), p95Ms: Math.round(percentile(times, 0.95)), longestMs: Math.round(Math.max(...times)), longestTaskMs: Math.round(Math.max(0, ...tasks)), workMs: Math.round(percentile(work, 0.5)), target: TARGETS.editP95Ms, reached: percentile(times, 0.95) <= TARGETS.editP95Ms });
}
const slowest = percentile(opened, 0.5);
rows.unshift({ what: `opening ${FIELDS} questions and ${RULES} rules`, keys: opened.length, medianMs: Math.round(slowest), p95Ms: Math.round(percentile(opened, 0.95)), longestMs: Math.round(Math.max(...opened)), target: TARGETS.openMs, reached: slowest < TARGETS.openMs });
await browser.close();
server.close();
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ chromium: browser.version(), rows }, undefined, 2)}\n`);
else console.table(rows);
process.exitCode = rows.every(({ reached }) => reached) ? 0 : 1;
