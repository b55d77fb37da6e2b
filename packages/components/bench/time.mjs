// What a person waits for, at three sizes: showing the form, keys, a question that appears, one more row, a submit that finds everything missing.
import { compare } from './compare.mjs';
import { controlCount, formOf, initialValue, missingCount } from './form.mjs';
import { interleave, mean, mediansOf } from './interleave.mjs';
import { withPage } from './page.mjs';
import { againstFloor, rowOf } from './rows.mjs';

const SIZES = [20, 200, 1000];
const LATER_KEYS = 8;
const TOGGLES = 4;
const ADDED = 3;

export async function measure({ quick, sizes = SIZES, say, browser, site, contestants }) {
  const rows = [];
  for (const size of sizes) {
    const form = formOf(size);
    for (const contestant of contestants) {
      say(`  the same form of ${size} fields: ${contestant.name}`);
      await compare({ browser, site, contestant }, form);
    }
    say(`  ${size} fields in turns`);
    rows.push(...rowsOf(size, await interleave(contestants, quick ? 3 : 7, (contestant) => sample({ browser, site, contestant }, form))));
  }
  return rows;
}

/** Two fresh pages: one for filling in, one whose form is submitted untouched. What waiting costs is taken off. */
async function sample(setting, form) {
  return { ...(await withPage(setting, (page) => fillIn(page, form))), ...(await withPage(setting, (page) => submitUntouched(page, form))) };
}

async function fillIn(page, form) {
  await page.prepare(form, initialValue(form));
  const idleBefore = await page.idle();
  const mount = (await page.cost(() => page.mount())) - idleBefore;
  await expectControls(page, controlCount(form));

  await page.focusQuietly('control', ['s0', 'text0']);
  const idle = await page.idle();
  const costs = async (times, key) => {
    const all = [];
    for (let time = 0; time < times; time += 1) all.push((await page.cost(() => page.press(key))) - idle);
    return all;
  };
  const [firstKey] = await costs(1, 'a');
  const laterKeys = await costs(LATER_KEYS, 'a');
  await page.focusQuietly('control', ['s0', 'check0']);
  const toggles = await costs(TOGGLES, 'Space');
  const added = [];
  for (let time = 0; time < ADDED; time += 1) {
    await page.focusQuietly('addRow');
    added.push(...await costs(1, 'Enter'));
  }
  await expectControls(page, controlCount(form) + ADDED * form.rows.columns.length);
  return { mount, firstKey, key: mean(laterKeys), toggle: mean(toggles), addRow: mean(added), idle };
}

/** What is drawn later than it is timed has no time. */
async function expectControls(page, expected) {
  const controls = await page.ask('controls');
  if (controls !== expected) throw new Error(`${page.contestant.name} did not do what was timed: ${controls} controls in place of ${expected}`);
}

async function submitUntouched(page, form) {
  await page.show(form);
  await page.focusQuietly('submit');
  const idle = await page.idle();
  const submit = (await page.cost(() => page.press('Enter'))) - idle;
  const errors = await page.ask('errors');
  if (errors !== missingCount(form)) throw new Error(`${page.contestant.name} shows ${errors} errors`);
  return { submit };
}

/** The targets of the table: how many times the floor, by size. */
const TARGETS = {
  mount: { 200: 2.2, 1000: 1.6 },
  key: { 200: 1.1, 1000: 0.8 },
  toggle: { 1000: 2 },
  addRow: { 1000: 2 },
  submit: { 1000: 3 },
};
const FIRST_KEY = { 1000: 2 };

function rowsOf(size, samples) {
  const of = (number) => mediansOf(samples, (one) => one[number]);
  const row = (what, number) => againstFloor(`${what}, ${size} fields`, 'ms', of(number), TARGETS[number]?.[size]);
  const first = of('firstKey');
  const ratios = Object.fromEntries(Object.entries(of('key')).map(([name, later]) => [name, first[name] / later]));
  return [
    row('mount', 'mount'),
    row('key press with validation on', 'key'),
    rowOf(`the very first key press, against later ones, ${size} fields`, '×', ratios, { limit: FIRST_KEY[size], note: `milliseconds of the first one: ${Object.entries(first).map(([name, value]) => `${name} ${value.toFixed(1)}`).join(', ')}` }),
    row('conditional toggle', 'toggle'),
    row('adding a row', 'addRow'),
    row('submit of an untouched form, all errors shown', 'submit'),
  ];
}
