// npm run bench:simulator [-- --cases 100000] [-- --json]: how closely the picture of cobuild-simulator follows a slider, from the built bundles, in a page under the policy of portals.
// A long task of the page is told twice: as long as it took, and with the processor time that it used, which does not grow while other programs want the processors.
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
/** Frames that a slider is moved in, a place in each of them. */
const FRAMES = 120;
const LIMITS = { work: 25, block: 50 };
/** Where money is divided: cases, and the batches that they are in. */
const DIVIDED = [{ cases: 20_000, batches: 10, limit: 100 }, { cases: 100_000, batches: 10 }];

/** The worker says with each answer how long it was at work. */
const clock = `{ const add = self.addEventListener.bind(self), post = self.postMessage.bind(self); let began = 0;
  self.addEventListener = (type, listener) => add(type, type === 'message' ? (event) => { began = performance.now(); listener(event); } : listener);
  self.postMessage = (message) => post({ ...message, workMs: performance.now() - began }); }\n`;
const page = `import { cases, dividingScheme, inBatches, poolsFor, scheme, tableOptions } from './simulation-cases.mjs';
  const Plain = Worker;
  globalThis.work = [];
  /** Of the places for which money was divided again. */
  globalThis.dividing = [];
  globalThis.Worker = class extends Plain { constructor(...given) { super(...given); this.addEventListener('message', ({ data }) => { if (data?.value !== undefined) globalThis.work.push(data.workMs); if (data?.value?.recomputed?.allocation === true) globalThis.dividing.push(data.workMs); }); } };
  globalThis.tasks = [];
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) globalThis.tasks.push(duration); }).observe({ type: 'longtask' });
  globalThis.prepare = (count) => { globalThis.made = cases(count); };
  /** The cases as a file that the person chooses. */
  globalThis.choose = () => {
    const lines = [];
    // The policy asks members of the applicant that the format of cases does not know; in a file they stand under names of one's own.
    for (const { applicant: { registered, sponsored, ...applicant }, ...each } of globalThis.made) lines.push(JSON.stringify({ ...each, applicant: { ...applicant, 'x-registered': registered, 'x-sponsored': sponsored } }) + '\\n');
    const files = new DataTransfer();
    files.items.add(new File(lines, 'past.jsonl'));
    globalThis.made = undefined;
    const input = globalThis.element.renderRoot.querySelector('input[type=file]');
    input.files = files.files;
    return () => input.dispatchEvent(new Event('change'));
  };
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  /** Moves a slider on in every frame; gives the times between frames, and how many pictures were seen. */
  globalThis.slide = async (key, frames) => {
    const { element } = globalThis;
    const slider = element.renderRoot.querySelector('[data-parameter="' + key + '"] .slider');
    const times = [];
    let last = await frame();
    let pictures = 0;
    let shown = element.desk.tried;
    for (let place = 1; place <= frames; place += 1) {
      slider.value = String(Math.round((Number(slider.max) * place) / (frames + 1)));
      slider.dispatchEvent(new Event('input'));
      const now = await frame();
      times.push(now - last);
      last = now;
      if (element.desk.tried !== shown) pictures += 1;
      shown = element.desk.tried;
    }
    return { times, pictures };
  };
  globalThis.begin = (workerUrl, batches) => {
    const element = document.createElement('cobuild-simulator');
    const policy = batches === undefined ? scheme : dividingScheme;
    const money = batches === undefined ? {} : { pools: poolsFor(globalThis.made.length, batches) };
    if (batches !== undefined) globalThis.made = inBatches(globalThis.made, batches);
    Object.assign(element, { scheme: policy, cases: globalThis.made, settings: { ...tableOptions, ...money, parameters: Object.keys(policy.parameters) }, ...(workerUrl ? { workerUrl } : {}) });
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
      while (element.desk.tried === before || element.desk.isBusy) await new Promise((resolve) => { setTimeout(resolve, 1); });
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
  '/': ['text/html', '<!doctype html><html lang="zh-CN"><title>bench</title><p>政策试算 <strong>改动后</strong> 100,000.00 元</p><main></main><script type="module" src="/cobuild-editor.js"></script><script type="module" src="/page.js"></script>'],
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
async function openPage() {
  const tab = await browser.newPage();
  tab.setDefaultTimeout(60_000);
  tab.on('pageerror', ({ message }) => process.stderr.write(`${message}\n`));
  tab.on('console', (message) => { if (message.type() === 'error') process.stderr.write(`${message.text()}\n`); });
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  await tab.waitForFunction(() => globalThis.turn !== undefined && globalThis.customElements.get('cobuild-simulator') !== undefined);
  return tab;
}

const turnedBy = (tab) => tab.evaluate(() => [...globalThis.element.renderRoot.querySelectorAll('[data-parameter]')].filter((box) => box.querySelector('.slider') !== null).map((box) => box.dataset.parameter));

/** Records the page's tasks; gives the most processor time that one of them used. */
async function tasksOf(tab) {
  await browser.startTracing(tab, { categories: ['toplevel', '__metadata'] });
  return async () => {
    const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
    const page = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`));
    return most(traceEvents.filter(({ ph, name, pid, tid, tdur }) => ph === 'X' && name.endsWith('RunTask') && tdur !== undefined && page.has(`${pid} ${tid}`)).map(({ tdur }) => tdur / 1000));
  };
}

/** Objects that the page holds on to, in MiB. */
async function heldBy(tab) {
  const session = await tab.context().newCDPSession(tab);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / (1 << 20);
}

/** How long the worker is at work for one place of a slider where the money of batches is divided again for each. */
async function measureDividing(tab, { cases, batches }) {
  await tab.evaluate((count) => globalThis.prepare(count), cases);
  await tab.evaluate(([url, number]) => globalThis.begin(url, number), ['/worker.js', batches]);
  await tab.locator('.summary').waitFor();
  const turned = await turnedBy(tab);
  for (const key of turned) await tab.evaluate(([name]) => globalThis.turn(name, 3), [key]);
  await tab.evaluate(() => { globalThis.dividing.length = 0; });
  for (const key of turned) await tab.evaluate(([name, places]) => globalThis.turn(name, places), [key, PLACES]);
  return tab.evaluate(() => ({ work: [...globalThis.dividing], takingPart: globalThis.element.desk.tried.result.funding.reduce((sum, { before }) => sum + before.takingPart, 0) }));
}

try {
  for (const worker of ['/worker.js', undefined]) {
    const way = worker === undefined ? 'in slices on the page' : 'in the worker';
    process.stderr.write(`measuring ${way} …\n`);
    const tab = await openPage();
    // Making the cases is no part of it; the browser tells of a long task a while after it.
    await tab.evaluate((cases) => globalThis.prepare(cases), count);
    await tab.waitForTimeout(500);
    const loadingTasks = await tasksOf(tab);
    await tab.evaluate((url) => globalThis.begin(url), worker);
    await tab.locator('.summary').waitFor();
    const loading = await tab.evaluate(() => ({ time: globalThis.performance.now() - globalThis.began, tasks: globalThis.tasks.splice(0) }));
    const loadingCpu = await loadingTasks();
    const turned = await turnedBy(tab);
    for (const key of turned) await tab.evaluate(([name]) => globalThis.turn(name, 3), [key]);
    const turningTasks = await tasksOf(tab);
    await tab.evaluate(() => { globalThis.work.length = 0; globalThis.tasks.length = 0; });
    const times = [];
    for (const key of turned) times.push(...await tab.evaluate(([name, places]) => globalThis.turn(name, places), [key, PLACES]));
    const turningCpu = await turningTasks();
    const { work, tasks } = await tab.evaluate(() => ({ work: [...globalThis.work], tasks: globalThis.tasks.splice(0) }));
    await tab.waitForTimeout(200);
    await tab.evaluate(() => { globalThis.tasks.length = 0; });
    const sliding = await tab.evaluate(([key, frames]) => globalThis.slide(key, frames), ['passRatio', FRAMES]);
    await tab.waitForTimeout(200);
    const slidingTasks = await tab.evaluate(() => globalThis.tasks.splice(0));
    await tab.evaluate(() => { globalThis.startReading = globalThis.choose(); });
    await tab.waitForTimeout(500);
    const readingCounted = await tasksOf(tab);
    const reading = await tab.evaluate(async () => {
      globalThis.tasks.length = 0;
      const began = globalThis.performance.now();
      globalThis.startReading();
      await new Promise((resolve) => { setTimeout(resolve, 100); });
      while (globalThis.element.reading !== undefined || globalThis.element.desk.phase === 'loading' || globalThis.element.desk.isBusy) await new Promise((resolve) => { setTimeout(resolve, 20); });
      return { time: globalThis.performance.now() - began, loaded: globalThis.element.chosen?.cases.length ?? 0, bytes: globalThis.element.chosen?.cases.packs.reduce((sum, { texts }) => sum + texts.length, 0) };
    });
    const readingCpu = await readingCounted();
    await tab.waitForTimeout(200);
    const readingTasks = await tab.evaluate(() => globalThis.tasks.splice(0));
    const held = await heldBy(tab);
    if (reading.loaded !== count) throw new Error(`${reading.loaded} of ${count} cases were read from the file`);
    const target = (value, limit) => ({ target: `<= ${limit} ms`, reached: value <= limit });
    rows.push({ what: `${count} cases loaded ${way}`, measured: ms(loading.time) });
    rows.push({ what: `longest task of the page while loading ${way}`, measured: ms(most(loading.tasks)), ...target(most(loading.tasks), LIMITS.block) });
    rows.push({ what: `most processor time of a task while loading ${way}`, measured: ms(loadingCpu), ...target(loadingCpu, LIMITS.block) });
    if (worker !== undefined) rows.push({ what: 'work in the worker for one place of a slider, median', measured: ms(median(work)), ...target(median(work), LIMITS.work), note: `slowest ${ms(most(work))}, ${work.length} places` });
    rows.push({ what: `from the slider to the picture ${way}, median`, measured: ms(median(times)), note: `slowest ${ms(most(times))}` });
    rows.push({ what: `longest task of the page while turning ${way}`, measured: ms(most(tasks)), ...target(most(tasks), LIMITS.block), note: 'tasks under 50 ms are not told by the browser' });
    rows.push({ what: `most processor time of a task while turning ${way}`, measured: ms(turningCpu), ...target(turningCpu, LIMITS.block) });
    rows.push({ what: `a frame while a slider moves in each, median ${way}`, measured: ms(median(sliding.times)), note: `longest ${ms(most(sliding.times))}, ${sliding.times.filter((time) => time < 25).length} of ${FRAMES} at 60 a second, ${sliding.pictures} pictures` });
    rows.push({ what: `longest task of the page while a slider moves ${way}`, measured: ms(most(slidingTasks)), ...target(most(slidingTasks), LIMITS.block) });
    rows.push({ what: `a file of ${count} cases read and loaded ${way}`, measured: ms(reading.time) });
    rows.push({ what: `objects held by the page once the file is loaded ${way}, with the cases that it was given before`, measured: `${held.toFixed(0)} MiB`, note: `and ${(reading.bytes / (1 << 20)).toFixed(0)} MiB of bytes` });
    rows.push({ what: `longest task of the page while a file is read and loaded ${way}`, measured: ms(most(readingTasks)), ...target(most(readingTasks), LIMITS.block) });
    rows.push({ what: `most processor time of a task while a file is read and loaded ${way}`, measured: ms(readingCpu), ...target(readingCpu, LIMITS.block) });
    await tab.close();
  }
  process.stderr.write('measuring where money is divided …\n');
  for (const each of DIVIDED) {
    const tab = await openPage();
    const { work, takingPart } = await measureDividing(tab, each);
    await tab.close();
    const reach = each.limit === undefined ? {} : { target: `<= ${each.limit} ms`, reached: median(work) <= each.limit };
    rows.push({ what: `work in the worker for one place where the money of ${each.cases} cases in ${each.batches} batches is divided again, median`, measured: ms(median(work)), ...reach, note: `slowest ${ms(most(work))}, ${work.length} places, ${takingPart} take part` });
  }
} finally {
  await browser.close();
  server.close();
}
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ node: process.version, cpu: (await import('node:os')).cpus()[0]?.model, rows }, null, 2)}\n`);
else printTable(rows);
process.exitCode = rows.some(({ reached }) => reached === false) ? 1 : 0;
