/* global document, requestAnimationFrame, requestIdleCallback, addEventListener */
// One contestant in a fresh browser context: open, show the form, do something with it, and know what the page's main thread spent on that.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { initialValue } from './form.mjs';
import { median } from './interleave.mjs';

const QUIET = 60;

export function launch() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) throw new Error('No Chromium: install the package chromium, or name one in CHROMIUM');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
}

/** Two frames, the contestant's own waiting, and nothing left to do. */
const untilQuiet = (quiet) => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => requestIdleCallback(() => done(), { timeout: 10_000 }), quiet))));

/**
 * Opens a contestant's page and closes it after `use(page)`.
 *
 * Anything that the page complains about (an exception, for ours also a violation of the policy) ends the measurement: what does not work has no time.
 */
export async function withPage({ browser, site, contestant }, use) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(300_000);
    const complaints = [];
    const requests = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    if (contestant?.strict === true) {
      await page.exposeFunction('noteViolation', (text) => void complaints.push(text));
      await page.addInitScript(() => addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => globalThis.noteViolation(`${violatedDirective} ${blockedURI}`), true));
    }
    await page.goto(`${site.origin}/${contestant?.name ?? 'empty'}/page.html`);
    if (contestant !== undefined) await page.waitForFunction(() => globalThis.contestant !== undefined);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const measured = new MeasuredPage(page, cdp, contestant, requests);
    await measured.settle();
    const result = await use(measured);
    if (complaints.length > 0) throw new Error(`${contestant?.name} complains: ${complaints.join('; ')}`);
    return result;
  } finally {
    await context.close();
  }
}

class MeasuredPage {
  constructor(page, cdp, contestant, requests) {
    Object.assign(this, { page, cdp, contestant, requests });
  }

  settle() {
    return this.page.evaluate(untilQuiet, this.contestant?.quiet ?? QUIET);
  }

  /** Milliseconds of processor time that the page's main thread has had so far. */
  async spent() {
    const { metrics } = await this.cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ThreadTime').value * 1000;
  }

  /** What the main thread spends on `act` until the page is quiet again; waiting itself costs `idle()` and is in it. */
  async cost(act) {
    const before = await this.spent();
    await act();
    await this.settle();
    return (await this.spent()) - before;
  }

  /** What waiting costs on this page while nothing happens. */
  async idle(times = 3) {
    const costs = [];
    for (let time = 0; time < times; time += 1) costs.push(await this.cost(() => undefined));
    return median(costs);
  }

  prepare(form, value) {
    return this.page.evaluate(([one, answers]) => globalThis.contestant.prepare(one, answers), [form, value]);
  }

  mount() {
    return this.page.evaluate(() => globalThis.contestant.mount(document.getElementById('root')));
  }

  /** The form with the answers that are there at the start, shown and quiet; nothing is timed. */
  async show(form) {
    await this.prepare(form, initialValue(form));
    await this.mount();
    await this.settle();
  }

  /** What a function of the contestant's page script gives, as data. */
  ask(name) {
    return this.page.evaluate((one) => globalThis.contestant[one](), name);
  }

  /** An element of the form, `control`, `addRow` or `submit`, with the focus in it. */
  async focus(name, ...args) {
    const handle = await this.page.evaluateHandle(([one, rest]) => globalThis.contestant[one](...rest), [name, args]);
    await handle.evaluate((element) => element.focus());
    return handle;
  }

  /** The same, and quiet before anything is timed: what moving there costs is not what is asked. */
  async focusQuietly(name, ...args) {
    await this.focus(name, ...args);
    await this.settle();
  }

  press(key) {
    return this.page.keyboard.press(key);
  }

  type(text) {
    return this.page.keyboard.type(text);
  }

  /** A date as `2026-03-05`; a contestant without the browser's own field for dates says how it reads one. */
  async enterDate(handle, date) {
    if (await handle.evaluate((element) => element.type === 'date')) return handle.fill(date);
    await this.type(this.contestant.dateText(date));
    return this.press('Enter');
  }

  /** An option of a list; a contestant without the browser's own list shows its options after a click. */
  async choose(handle, option) {
    if (await handle.evaluate((element) => element.localName === 'select')) return handle.selectOption({ label: option });
    await handle.click();
    return this.page.getByText(option, { exact: true }).filter({ visible: true }).last().click();
  }
}
