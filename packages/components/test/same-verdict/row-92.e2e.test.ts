import { answersChecker, createInterpreter } from '@cobuild/core';
import { evaluateCondition } from '@cobuild/rules';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { launchChromium } from '../e2e/watched-page.js';
import { pageWith, startPortalSite } from '../e2e/portal-site.js';
import { bundle } from '../page-bundle.js';
import type { Sent } from './page.js';
import type { Subject } from './subjects.js';
import { decisionOn, linesOf, subjects } from './subjects.js';

const INPUTS = 10_000;
const validator = createInterpreter();

/** Where the server finds something else than the page said, of what the page sent. */
function differences(sent: readonly Sent[], on: readonly Subject[] = subjects): unknown[] {
  const checkers = on.map(({ definition }) => answersChecker(definition, { validator }));
  return sent.flatMap(({ subject: at, submission, ...shown }) => {
    const [subject, check] = [on[at], checkers[at]];
    if (subject === undefined || check === undefined) throw new RangeError(`No subject ${at}`);
    const answers = JSON.parse(submission) as Readonly<Record<string, unknown>>;
    const found = { problems: linesOf(check(answers, { evaluateCondition, facts: subject.facts }).problems), decision: decisionOn(subject, answers) };
    return JSON.stringify(found) === JSON.stringify(shown) ? [] : [{ submission, shown, found }];
  });
}

/** What is recommended, or not decided yet, does not make an input wrong. */
const isRight = ({ problems }: Sent): boolean => !problems.some((line) => line.startsWith('error '));

it(`row 92: of ${INPUTS} random inputs browser and server say the same, problem for problem, and the scheme decides the same`, async () => {
  const [site, browser, files] = await Promise.all([startPortalSite(), launchChromium(), bundle(fileURLToPath(new URL('page.ts', import.meta.url)), 'page.js')]);
  for (const [name, text] of files) site.serve(`/${name}`, text);
  site.serve('/page.html', pageWith('', '<script type="module" src="/page.js"></script>'));
  const page = await browser.newPage();
  await page.goto(`${site.origin}/page.html`);
  await page.waitForFunction(() => 'fillIn' in globalThis);
  const sent = await page.evaluate((count) => fillIn(92, count), INPUTS);
  await browser.close();
  await site.close();

  expect(sent).toHaveLength(INPUTS);
  expect(differences(sent)).toEqual([]);
  // Right and wrong inputs of each form are among them, and each form has its share.
  for (const at of subjects.keys()) {
    const ofOne = sent.filter(({ subject }) => subject === at);
    expect(ofOne.filter(isRight).length).toBeGreaterThan(100);
    expect(ofOne.filter((each) => !isRight(each)).length).toBeGreaterThan(1000);
  }
  // A server with another form would be noticed.
  const stricter = subjects.map((subject) => ({ ...subject, definition: { ...subject.definition, schema: { ...subject.definition.schema, required: [...((subject.definition.schema['required'] as string[] | undefined) ?? []), 'unheardOf'] } } }));
  expect(differences(sent.slice(0, 50), stricter)).toHaveLength(50);
}, 300_000);
