import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { pageWith, startPortalSite } from '../e2e/portal-site.js';
import { launchChromium } from '../e2e/watched-page.js';
import { bundle } from '../page-bundle.js';

/** A page under the policy of portals that can show every specimen, and the checks that run in it; made of the sources, so that it is never stale. */
export interface GallerySite {
  readonly origin: string;
  readonly browser: Browser;
  /** A page with nothing but `body` in its main part and a sheet of its own, in a window of 1280 × 900 px. */
  open(body?: string, sheet?: string): Promise<Page>;
  /** Puts another body and another sheet in place of those of a page, as `open` has them: reading all elements anew takes seconds. */
  put(page: Page, body: string, sheet: string): Promise<void>;
  /** Shows a specimen in place of what the page showed, as at the beginning: 1280 px wide, light, from left to right. */
  turnTo(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

/** Made once for all files of tests that a process runs. */
let script: ReturnType<typeof bundle> | undefined;
const galleryScript = (): ReturnType<typeof bundle> => (script ??= bundle(fileURLToPath(new URL('page/gallery.ts', import.meta.url)), 'gallery.js'));

const own = 'body { margin: 16px } .stop { position: absolute; clip-path: inset(50%) }';
const heading = '<h1 class="stop">门户</h1>';

export async function startGallery(): Promise<GallerySite> {
  const [site, browser, files] = await Promise.all([startPortalSite(), launchChromium(), galleryScript()]);
  for (const [name, text] of files) site.serve(`/${name}`, text);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' });
  const reset = async (page: Page): Promise<void> => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  };
  const open = async (body = '', sheet = ''): Promise<Page> => {
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await reset(page);
    site.serve('/page.css', `${own} ${sheet}`);
    site.serve('/page.html', pageWith(`<a class="stop" id="start" href="#">开始</a><main>${heading}${body}</main><a class="stop" id="end" href="#">结束</a>`, '<link rel="stylesheet" href="/page.css"><script type="module" src="/gallery.js"></script>'));
    await page.goto(`${site.origin}/page.html`);
    await page.waitForFunction(() => 'access' in globalThis);
    return page;
  };
  return {
    origin: site.origin,
    browser,
    open,
    async put(page, body, sheet) {
      await reset(page);
      await page.evaluate(([markup, rules]) => { access.put(markup, rules); }, [heading + body, sheet] as const);
    },
    async turnTo(page, name) {
      await reset(page);
      await page.evaluate((specimen) => access.show(specimen), name);
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}
