import axe from 'axe-core';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const screens = fileURLToPath(new URL('../../../.cache/screens/', import.meta.url));

/** The two widths at which every state of a page is looked at: a desk and a phone. */
export const widths = [1280, 390] as const;
const height = 900;

/** Chromium without windows. */
export const launchChromium = (...args: readonly string[]): Promise<Browser> => launch(process.env['CHROMIUM_SHELL'] as string, args);

/** Chromium as people have it, which takes twice the time. */
export const launchWholeChromium = (): Promise<Browser> => launch(process.env['CHROMIUM'] ?? '/usr/bin/chromium', []);

function launch(executablePath: string, args: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...args],
  });
}

/** A page that is watched from before its first byte: nothing that a strict host would complain about stays unseen. */
export interface WatchedPage {
  readonly page: Page;
  /** Checks the state that is reached with axe and for sideways scrolling; at the page's own width or at those given. With SCREENS=1 it keeps a picture in `.cache/screens`, which takes as long as the checks. */
  readonly look: (name: string, at?: readonly number[]) => Promise<void>;
  /** All text of the page, through the shadow roots. */
  readonly text: () => Promise<string>;
  /** Keeps a picture in `.cache/screens`. */
  readonly photograph: (name: string) => Promise<void>;
  /** Fails where the policy was violated, the console has an error, a script failed, or something was asked of another origin. `except` names console lines that a test provokes. */
  readonly expectQuiet: (except?: RegExp) => void;
}

interface AxeWindow { axe: { run(options: object): Promise<{ violations: readonly { id: string; help: string; nodes: readonly { target: unknown; failureSummary?: string }[] }[] }> } }

export async function watchPage(browser: Browser, origin: string, width: number = widths[0]): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  await page.exposeFunction('noteViolation', (text: string) => void complaints.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      (globalThis as unknown as { noteViolation(text: string): void }).noteViolation(`policy: ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && new URL(url).origin !== origin) elsewhere.push(url);
  });

  const violations = async (): Promise<readonly string[]> => {
    // Once a document: half a megabyte of script is not sent for every look at it.
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
    const result = await page.evaluate(() => (globalThis as unknown as AxeWindow).axe.run({ preload: false, resultTypes: ['violations'] }));
    return result.violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${JSON.stringify(target)}: ${failureSummary ?? ''}`));
  };

  const photograph = async (name: string): Promise<void> => {
    mkdirSync(screens, { recursive: true });
    await page.screenshot({ path: join(screens, `${name}-${page.viewportSize()?.width ?? 0}.png`), fullPage: true });
  };

  return {
    page,
    photograph,
    text: () => page.evaluate(() => {
      const textOf = (node: Node): string => {
        if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
        const inside = node instanceof Element && node.shadowRoot !== null ? node.shadowRoot : node;
        return node instanceof Element && ['SCRIPT', 'STYLE'].includes(node.tagName) ? '' : [...inside.childNodes].map(textOf).join('');
      };
      return textOf(document.body).replace(/\s+/g, ' ');
    }),
    async look(name, at = [width]) {
      for (const other of at) {
        if (page.viewportSize()?.width !== other) await page.setViewportSize({ width: other, height });
        if (process.env['SCREENS'] !== undefined) await photograph(name);
        expect.soft({ at: `${name}, ${other} px`, violations: await violations() }).toEqual({ at: `${name}, ${other} px`, violations: [] });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect.soft({ at: `${name}, ${other} px`, overflow }).toEqual({ at: `${name}, ${other} px`, overflow: 0 });
      }
      if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height });
    },
    expectQuiet(except) {
      expect(complaints.filter((complaint) => except?.test(complaint) !== true)).toEqual([]);
      expect(elsewhere).toEqual([]);
    },
  };
}
