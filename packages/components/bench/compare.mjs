// The same form first: as many controls, the same answers after the same edits, as many complaints. One difference ends the run.
import { isDeepStrictEqual } from 'node:util';
import { KINDS, TOWNS, controlCount, initialValue, missingCount } from './form.mjs';
import { withPage } from './page.mjs';

/** What a person does in the first and in the last section, each kind of control once, then a row more. */
function editsOf(form) {
  return [...new Set([form.sections[0], form.sections.at(-1)])].flatMap(({ name }) => [
    { kind: 'text', path: [name, 'text0'], answer: 'road repair' },
    { kind: 'text', path: [name, 'number0'], answer: 12.5 },
    { kind: 'text', path: [name, 'integer0'], answer: 30 },
    { kind: 'select', path: [name, 'select0'], answer: TOWNS[2] },
    { kind: 'radio', path: [name, 'radio0'], answer: KINDS[1] },
    { kind: 'checkbox', path: [name, 'check0'], answer: true },
    { kind: 'text', path: [name, 'detail'], answer: 'beside the school' },
    { kind: 'date', path: [name, 'date0'], answer: '2026-03-05' },
    { kind: 'text', path: [name, 'area0'], answer: 'long ago' },
    { kind: 'text', path: [name, 'place0', 'address'], answer: 'lane 4' },
  ]);
}

const newRow = (form) => [
  { kind: 'text', path: ['rows', form.rows.count, 'name'], answer: 'paint' },
  { kind: 'text', path: ['rows', form.rows.count, 'amount'], answer: 250 },
];

export async function compare(setting, form) {
  const { name } = setting.contestant;
  const shown = controlCount(form);
  await withPage(setting, async (page) => {
    await page.show(form);
    same(name, 'visible controls', await page.ask('controls'), shown);
    const edits = editsOf(form);
    for (const edit of edits) await perform(page, edit);
    await page.focus('addRow');
    await page.press('Enter');
    await page.settle();
    for (const edit of newRow(form)) await perform(page, edit);
    await page.settle();
    same(name, 'visible controls after the edits', await page.ask('controls'), shown + edits.filter(({ kind }) => kind === 'checkbox').length + form.rows.columns.length);
    same(name, 'answers', filled(await page.ask('value')), filled(expected(form, [...edits, ...newRow(form)])));
  });
  await withPage(setting, async (page) => {
    await page.show(form);
    await page.focus('submit');
    await page.press('Enter');
    await page.settle();
    same(name, 'complaints about an untouched form', await page.ask('errors'), missingCount(form));
  });
}

async function perform(page, { kind, path, answer }) {
  const handle = await page.focus('control', path, ...(kind === 'radio' ? [answer] : []));
  if (kind === 'text') await page.type(String(answer));
  else if (kind === 'date') await page.enterDate(handle, answer);
  else if (kind === 'select') await page.choose(handle, answer);
  else await page.press('Space');
  await page.settle();
}

function expected(form, edits) {
  const value = initialValue(form);
  for (const { path, answer } of edits) {
    const at = path.slice(0, -1).reduce((object, key) => (object[key] ??= {}), value);
    at[path.at(-1)] = answer;
  }
  return value;
}

/** What is empty has as many spellings as contestants: left out here, and so is a box that is not ticked. */
function filled(value) {
  if (Array.isArray(value)) return value.map((item) => filled(item) ?? {});
  if (value === null || typeof value !== 'object') return value === '' || value === false || value === null ? undefined : value;
  const entries = Object.entries(value).flatMap(([key, item]) => {
    const rest = filled(item);
    return rest === undefined ? [] : [[key, rest]];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function same(name, what, found, wanted) {
  if (!isDeepStrictEqual(found, wanted)) throw new Error(`${name}, ${what}: ${JSON.stringify(found)} in place of ${JSON.stringify(wanted)}`);
}
