import type { Page } from 'playwright';
import { unnamed } from './accessibility-tree.js';

/** More stops than any specimen has: something would hold the focus. */
const MOST_STOPS = 250;

/** Windows as wide as 100, 200 and 400 % of 1280 px leave. */
export const ZOOMS = [['100 %', 1280], ['200 %', 640], ['400 %', 320]] as const;

/** A window of another width, once what follows it (an open list) has found its place. */
async function turnWide(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** What is wrong with the layout at a width, with usual and with wide text: WCAG 1.4.4, 1.4.10, 1.4.12, 2.5.8, and all that axe knows. */
export async function layoutFindings(page: Page, width: number): Promise<string[]> {
  await turnWide(page, width);
  return page.evaluate(async () => {
    const main = document.querySelector('main') as HTMLElement;
    const usual = [...access.sideways(main), ...access.cutTexts(main), ...access.smallTargets(main)];
    const undo = access.spaceOut(main);
    const wide = [...access.sideways(main), ...access.cutTexts(main)].map((finding) => `with wide text ${finding}`);
    undo();
    return [...(await access.violations(main)), ...usual, ...wide];
  });
}

/** Goes through everything with Tab in a window of 1280 × 900 px at 200 %. */
export async function focusFindings(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 640, height: 450 });
  await page.locator('#start').focus();
  const findings: string[] = [];
  for (let stops = 0; stops <= MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => (document.activeElement?.id === 'end' ? undefined : access.focusStop().findings));
    if (found === undefined) return [...findings, ...(await page.evaluate(() => access.unreached(document.querySelector('main') as HTMLElement)))];
    findings.push(...found);
  }
  return [...findings, 'the focus does not come out'];
}

/** States and edges that nobody sees in forced colours. `compared` collects kinds of elements that have been looked at. */
export async function forcedColourFindings(page: Page, compared: Set<string>): Promise<string[]> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ forcedColors: 'active' });
  const edgeless = await page.evaluate(() => access.edgeless(document.querySelector('main') as HTMLElement));
  const marks = await page.evaluate((known) => access.findMarks(document.querySelector('main') as HTMLElement, known), [...compared]);
  const unseen: string[] = [];
  for (const [index, { signature, name }] of marks.entries()) {
    compared.add(signature);
    const clip = await page.evaluate((at) => access.showMark(at), index);
    if (clip === undefined || clip.width <= 0 || clip.height <= 0) continue;
    const shown = await page.screenshot({ clip });
    await page.evaluate((at) => { access.hideMark(at); }, index);
    const hidden = await page.screenshot({ clip });
    await page.evaluate((at) => { access.restoreMark(at); }, index);
    if (shown.equals(hidden)) unseen.push(`cannot be seen in forced colours: ${name}`);
  }
  await page.emulateMedia({ forcedColors: 'none' });
  return [...edgeless, ...unseen];
}

/** What still moves where somebody asked for less motion. */
export async function motionFindings(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const findings = await page.evaluate(() => access.motions(document.querySelector('main') as HTMLElement));
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  return findings;
}

/** What is out of place in a page from right to left, at both ends of the zoom. */
export async function mirroredFindings(page: Page): Promise<string[]> {
  const findings: string[] = [];
  await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
  for (const width of [1280, 320]) {
    await turnWide(page, width);
    findings.push(...(await page.evaluate(() => {
      const main = document.querySelector('main') as HTMLElement;
      return [...access.sideways(main), ...access.cutTexts(main), ...access.misplacedTexts(main)];
    })));
  }
  await page.evaluate(() => { document.documentElement.dir = 'ltr'; });
  return findings;
}

/** Contrast in the dark theme. */
export async function darkFindings(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    document.documentElement.setAttribute('theme', 'dark');
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const findings = await access.violations(document.querySelector('main') as HTMLElement, ['color-contrast']);
    document.documentElement.removeAttribute('theme');
    return findings;
  });
}

/** Names and roles, what is said of errors, and what can be dragged: WCAG 4.1.2, 3.3.1, 4.1.3, 2.5.7. */
export async function meaningFindings(page: Page): Promise<string[]> {
  const silent = await page.evaluate(() => {
    const main = document.querySelector('main') as HTMLElement;
    return [...access.silentErrors(main), ...access.dragsAlone(main)];
  });
  return [...silent, ...(await unnamed(page))];
}
