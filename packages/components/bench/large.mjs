/* global getSelection, window */
// 10,000 fields in sections, as no peer shows them: opens, takes keys, and a person finds every label with the browser's own search.
import { controlCount, formOf, initialValue, questionsOf } from './form.mjs';
import { interleave, mean, mediansOf } from './interleave.mjs';
import { withPage } from './page.mjs';
import { againstFloor, rowOf } from './rows.mjs';

const SIZE = 10_000;
const KEYS = 6;
const SEARCHED = 40;
const KEY_LIMIT = 16;

export async function measure({ quick, say, browser, site, contestants }) {
  say(`  ${SIZE} fields`);
  const form = formOf(SIZE);
  const shown = contestants.filter(({ name }) => name === 'static-html' || name === 'cobuild-form');
  const samples = await interleave(shown, quick ? 1 : 3, (contestant) => withPage({ browser, site, contestant }, (page) => sample(page, form)));
  const of = (number) => mediansOf(samples, (one) => one[number]);
  const opened = of('controls')['cobuild-form'];
  const missed = samples.get('cobuild-form')?.flatMap(({ notFound }) => notFound) ?? [];
  return [
    { ...againstFloor(`mount, ${SIZE} fields`, 'ms', of('mount')), ...(opened === undefined ? {} : { target: 'opens', reached: opened === controlCount(form) }) },
    rowOf(`key press, ${SIZE} fields`, 'ms', of('key'), { limit: KEY_LIMIT, note: `the first one: ${Object.entries(of('firstKey')).map(([name, value]) => `${name} ${value.toFixed(1)} ms`).join(', ')}` }),
    { ...rowOf(`labels found of ${SEARCHED} searched, ${SIZE} fields`, '', of('found')), ...(opened === undefined ? {} : { target: 'all', reached: missed.length === 0 }), ...(missed.length === 0 ? {} : { note: `not found: ${missed.join(', ')}` }) },
  ];
}

async function sample(page, form) {
  await page.prepare(form, initialValue(form));
  const before = await page.idle();
  const mount = (await page.cost(() => page.mount())) - before;
  const controls = await page.ask('controls');
  await page.focusQuietly('control', ['s0', 'text0']);
  const idle = await page.idle();
  const keys = [];
  for (let key = 0; key <= KEYS; key += 1) keys.push((await page.cost(() => page.press('a'))) - idle);
  const notFound = await search(page, form);
  return { mount, controls, firstKey: keys[0], key: mean(keys.slice(1)), notFound, found: SEARCHED - notFound.length };
}

/** Labels from all parts of the form, the last one among them; a label that is not there must not be found. */
async function search(page, form) {
  const labels = questionsOf(form).filter(({ shownWhen }) => shownWhen === undefined).map(({ title }) => title);
  const chosen = Array.from({ length: SEARCHED }, (_, index) => labels[Math.round((index * (labels.length - 1)) / (SEARCHED - 1))]);
  const results = await page.page.evaluate((texts) => texts.map((text) => {
    getSelection().removeAllRanges();
    return window.find(text, true, false, true);
  }), [...chosen, '项目名称 0-0']);
  if (results.pop() === true) throw new Error('the search of the browser finds a label that is not there');
  return chosen.filter((_, index) => results[index] !== true);
}
