// npm run bench:simulator [-- --cases 100000] [-- --json]: how closely the picture of cobuild-simulator follows a slider, from the built bundles, in a page under the policy of portals.
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { printTable } from '../../rules/bench/table.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const valueOf = (name) => (process.argv.includes(`--${name}`) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : undefined);
const count = Number(valueOf('cases') ?? 100_000);
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html cobuild 'allow-duplicates'";
const WORKER = here('../../rules/dist/cobuild-simulation-worker.js');
const EDITOR = here('../dist/cobuild-editor.js');
/** Every parameter that has a slider is turned over this many places of it. */
const PLACES = 20;
const LIMITS = { work: 25, block: 50 };

/** The worker says with each answer how long it was at work. */
const clock = `{ const add = self.addEventListener.bind(self), post = self.postMessage.bind(self); let began = 0;
  self.addEventListener = (type, listener) => add(type, type === 'message' ? (event) => { began = performance.now(); listener(event); } : listener);
  self.postMessage = (message) => post({ ...message, workMs: performance.now() - began }); }\n`;
const page = `import { cases, scheme, tableOptions } from './simulation-cases.mjs';
  const Plain = Worker;
  globalThis.work = [];
  globalThis.Worker = class extends Plain { constructor(...given) { super(...given); this.addEventListener('message', ({ data }) => { if (data?.value !== undefined) globalThis.work.push(data.workMs); }); } };
  globalThis.tasks = [];
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) globalThis.tasks.push(duration); }).observe({ type: 'longtask' });
  globalThis.prepare = (count) => { globalThis.made = cases(count); };
  globalThis.begin = (workerUrl) => {
    const element = document.createElement('cobuild-simulator');
    Object.assign(element, { scheme, cases: globalThis.made, settings: { ...tableOptions, parameters: Object.keys(scheme.parameters) }, ...(workerUrl ? { workerUrl } : {}) });
    globalThis.tasks.length = 0;
    globalThis.element = element;
    globalThis.began = performance.now();
    document.querySelector('main').append(element);
  };
  globalThis.turn = async (key, places) => {
    const { element } = globalThis;
    const slider = element.renderRoot.querySelector('[data-parameter="' + key + '"] .slider');
    const times = [];
    for (let place = 1; place <= places; place += 1) {
      const before = element.desk.tried;
      const from = performance.now();
      slider.value = String(Math.round((Number(slider.max || 100) * place) / (places + 1)));
      slider.dispatchEvent(new Event('input'));
      while (element.desk.tried === before || element.desk.isBusy) await new Promise((resolve) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = resolve; port2.postMessage(0); });
      await element.updateComplete;
      times.push(performance.now() - from);
    }
    return times;
  };`;

const median = (values) => [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;
const most = (values) => Math.max(0, ...values);
const ms = (value) => `${value.toFixed(1)} ms`;

for (const built of [WORKER, EDITOR]) if (!existsSync(built)) throw new Error(`${built} is missing: run \`npm run build\` first`);
const files = {
  '/': ['text/html', '<!doctype html><html lang="zh-CN"><title>bench</title><main></main><script type="module" src="/cobuild-editor.js"></script><script type="module" src="/page.js"></script>'],
  '/cobuild-editor.js': ['text/javascript', readFileSync(EDITOR)], '/page.js': ['text/javascript', page],
  ...Object.fromEntries(['simulation-cases', 'applications', 'policy'].map((name) => [`/${name}.mjs`, ['text/javascript', readFileSync(here(`../../rules/bench/${name}.mjs`))]])), '/worker.js': ['text/javascript', clock + readFileSync(WORKER, 'utf8')],
};
const server = createServer((request, response) => {
  const [type, body] = files[request.url] ?? [];
  if (type === undefined) { response.writeHead(404).end(); return; }
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': POLICY }).end(body);
});
await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_SHELL ?? process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const rows = [];
try {
  for (const worker of ['/worker.js', undefined]) {
    const way = worker === undefined ? 'in slices on the page' : 'in the worker';
    process.stderr.write(`measuring ${way} …\n`);
    const tab = await browser.newPage();
    tab.setDefaultTimeout(60_000);
    tab.on('pageerror', ({ message }) => process.stderr.write(`${message}\n`));
    tab.on('console', (message) => { if (message.type() === 'error') process.stderr.write(`${message.text()}\n`); });
    await tab.goto(`http://127.0.0.1:${server.address().port}/`);
    await tab.waitForFunction(() => globalThis.turn !== undefined && globalThis.customElements.get('cobuild-simulator') !== undefined);
    // Making the cases is no part of it; the browser tells of a long task a while after it.
    await tab.evaluate((cases) => globalThis.prepare(cases), count);
    await tab.waitForTimeout(500);
    await tab.evaluate((url) => globalThis.begin(url), worker);
    await tab.locator('.summary').waitFor();
    const loading = await tab.evaluate(() => ({ time: globalThis.performance.now() - globalThis.began, tasks: globalThis.tasks.splice(0) }));
    const turned = await tab.evaluate(() => [...globalThis.element.renderRoot.querySelectorAll('[data-parameter]')].filter((box) => box.querySelector('.slider') !== null).map((box) => box.dataset.parameter));
    for (const key of turned) await tab.evaluate(([name]) => globalThis.turn(name, 3), [key]);
    await tab.evaluate(() => { globalThis.work.length = 0; globalThis.tasks.length = 0; });
    const times = [];
    for (const key of turned) times.push(...await tab.evaluate(([name, places]) => globalThis.turn(name, places), [key, PLACES]));
    const { work, tasks } = await tab.evaluate(() => ({ work: [...globalThis.work], tasks: globalThis.tasks.splice(0) }));
    const target = (value, limit) => ({ target: `<= ${limit} ms`, reached: value <= limit });
    rows.push({ what: `${count} cases loaded ${way}`, measured: ms(loading.time) });
    rows.push({ what: `longest task of the page while loading ${way}`, measured: ms(most(loading.tasks)), ...target(most(loading.tasks), LIMITS.block) });
    if (worker !== undefined) rows.push({ what: 'work in the worker for one place of a slider, median', measured: ms(median(work)), ...target(median(work), LIMITS.work), note: `slowest ${ms(most(work))}, ${work.length} places` });
    rows.push({ what: `from the slider to the picture ${way}, median`, measured: ms(median(times)), note: `slowest ${ms(most(times))}` });
    rows.push({ what: `longest task of the page while turning ${way}`, measured: ms(most(tasks)), ...target(most(tasks), LIMITS.block), note: 'tasks under 50 ms are not told by the browser' });
    await tab.close();
  }
} finally {
  await browser.close();
  server.close();
}
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ node: process.version, cpu: (await import('node:os')).cpus()[0]?.model, rows }, null, 2)}\n`);
else printTable(rows);
process.exitCode = rows.some(({ reached }) => reached === false) ? 1 : 0;
