import axe from 'axe-core';
import { render } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import '../../../src/define/editor.js';
import type { Deed } from '../specimen.js';
import { specimens } from '../specimens/specimens.js';
import { misplacedTexts, unturnedArrows } from './direction.js';
import { everyElement } from './dom.js';
import { focusStop, focusedName, forgetFocus, unreached } from './focus.js';
import { motions } from './motion.js';
import { dragsAlone, silentErrors } from './problems.js';
import { cutTexts, sideways, spaceOut } from './reflow.js';
import { edgeless, findMarks, hideMark, restoreMark, showMark } from './states.js';
import { smallTargets } from './targets.js';

const PATIENCE_MS = 8_000;
const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** The element of a selector, in whatever shadow root it stands, once it is there. */
async function findLate(root: ParentNode, selector: string): Promise<HTMLElement> {
  for (const end = performance.now() + PATIENCE_MS; ; await frame()) {
    const found = everyElement(root).find((element) => element.matches(selector));
    if (found) return found;
    if (performance.now() > end) throw new Error(`Nothing matches ${selector}`);
  }
}

async function perform(root: ParentNode, element: Element, deed: Deed): Promise<void> {
  if (deed[0] === 'check') (element as Element & { reportValidity(): boolean }).reportValidity();
  else {
    const found = await findLate(root, deed[1]);
    if (deed[0] === 'click') found.click();
    if (deed[0] === 'type') {
      (found as HTMLInputElement).value += deed[2];
      for (const type of ['input', 'change']) found.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }
  }
  await frame();
}

/** Puts one specimen on the page, as a host would, and brings it into its state. */
async function show(name: string): Promise<void> {
  const specimen = specimens.find((one) => one.name === name);
  const main = document.querySelector('main');
  if (!specimen || !main) throw new Error(`No specimen ${name}`);
  const element = document.createElement(specimen.tag);
  Object.assign(element, specimen.properties());
  forgetFocus();
  caught.length = 0;
  document.documentElement.dir = 'ltr';
  document.documentElement.removeAttribute('theme');
  main.replaceChildren(element);
  await frame();
  for (const deed of specimen.deeds ?? []) await perform(main, element, deed);
  // Widgets of first use, and what they say once they are there.
  for (const end = performance.now() + PATIENCE_MS; everyElement(main).some((one) => one.matches('output.late, .loading')) && performance.now() < end; ) await frame();
  await frame();
}

/** Puts plain markup and a sheet for it on the page, in place of what the last call put there. */
function put(markup: string, rules: string): void {
  forgetFocus();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [sheet];
  // Lit's policy for trusted types lets markup in; the page's own lets none.
  const body = document.createDocumentFragment();
  render(unsafeHTML(markup), body);
  document.querySelector('main')?.replaceChildren(body);
}

/** Violations that axe finds; with `only`, of these rules. */
async function violations(root: Element, only?: readonly string[]): Promise<string[]> {
  const rules = { region: { enabled: false }, 'target-size': { enabled: true } };
  const found = await axe.run(root, { preload: false, resultTypes: ['violations'], rules: only === undefined ? rules : {}, ...(only === undefined ? {} : { runOnly: { type: 'rule', values: [...only] } }) });
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}

const EVENTS = ['submit', 'action', 'open', 'create', 'identity', 'object', 'publish', 'remark', 'change'];
const caught: { readonly type: string; readonly detail: unknown }[] = [];
for (const name of EVENTS) addEventListener(`cobuild-${name}`, (event) => void caught.push({ type: event.type, detail: (event as CustomEvent).detail }));

/** What the specimen has told its host of a kind, the latest last. */
const heard = (type: string): unknown[] => caught.filter((event) => event.type === type).map(({ detail }) => JSON.parse(JSON.stringify(detail)) as unknown);

/** What a test asks of the page. */
const checks = { show, put, violations, sideways, cutTexts, spaceOut, smallTargets, focusStop, focusedName, heard, unreached, motions, misplacedTexts, unturnedArrows, silentErrors, dragsAlone, edgeless, findMarks, showMark, hideMark, restoreMark };

export type Access = typeof checks;

declare global {
  var access: Access;
}
globalThis.access = checks;
