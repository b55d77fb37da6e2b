import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { expect } from 'vitest';

export const repository = fileURLToPath(new URL('../../../..', import.meta.url));

/** Text of a built file of this package, `cobuild.js`; says how to make it when it is missing. */
export function built(path: string): string {
  try {
    return readFileSync(new URL(`../../dist/${path}`, import.meta.url), 'utf8');
  } catch {
    throw new Error(`packages/components/dist/${path} is missing: run \`npm run build\` first`);
  }
}

/** Starts Chromium as the other browser tests do. */
export function launchChromium(...args: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_SHELL'] as string,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...args],
  });
}

/** A page, and everything about it that would give a strict host cause to complain. */
export interface WatchedPage {
  readonly page: Page;
  readonly requests: readonly string[];
  /** Violations of the policy, errors on the console, exceptions. */
  readonly complaints: readonly string[];
  /** Fails where there was a complaint (other than a console line that `except` names), or a request for anything but the files named. */
  expectQuiet(files: readonly string[], except?: RegExp): void;
  /** Forgets what was seen and what pages of this origin keep, so that the next document is read as by a new visitor. */
  startOver(origin: string): Promise<void>;
}

/** Opens a page and watches it from before its first byte. */
export async function watchPage(browser: Browser, viewport = { width: 1280, height: 900 }): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(5_000);
  const requests: string[] = [];
  const complaints: string[] = [];
  await page.exposeFunction('noteViolation', (text: string) => void complaints.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      (globalThis as unknown as { noteViolation(text: string): void }).noteViolation(`violation: ${violatedDirective} ${blockedURI} ${sample}`);
    }, true);
  });
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`);
  });
  return {
    page,
    requests,
    complaints,
    expectQuiet(files, except) {
      expect(complaints.filter((complaint) => except?.test(complaint) !== true)).toEqual([]);
      const origin = new URL(page.url()).origin;
      expect(requests.filter((url) => !files.some((file) => url === origin + file))).toEqual([]);
    },
    async startOver(origin) {
      // A file without scripts, so that nobody uses what is taken away. An empty page (`about:blank`) would end the browser's process.
      await page.goto(`${origin}/favicon.ico`);
      const protocol = await context.newCDPSession(page);
      await protocol.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
      await protocol.detach();
      requests.length = 0;
      complaints.length = 0;
    },
  };
}
