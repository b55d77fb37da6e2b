import type { ConvertedForm } from '@cobuild/core/jsonforms';
import type { JsonFormsState } from '@jsonforms/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import '../../src/define/cobuild-form.js';
import type { CobuildForm } from '../../src/cobuild-form/cobuild-form.js';
import { mount } from '../mount.js';
import { allExamples } from './list-examples.js';
import { editsAt, pairOf, pointerOf } from './headless-differences.js';
import { addItem, fillIn, findByLabel, nodeAt, turnTo, turnToBranch } from './person.js';
import type { Edit } from './reference.js';
import { coreOf, edited } from './reference.js';
import type { ReferenceControl } from './reference-controls.js';
import { visibleControls } from './reference-controls.js';
import { sameData } from './same-data.js';
import { isUnsupported } from './unsupported.js';

beforeEach(() => page.viewport(1280, 800));

/** Real keys at three hundred questions take half a minute, and a multiple of it on a machine that does much else. */
const LONGEST_MS = 900_000;

/** What is wrong with one control in the page. */
async function wrongWith(form: CobuildForm, control: ReferenceControl, converted: ConvertedForm, reference: JsonFormsState): Promise<string | undefined> {
  const pointer = pointerOf(converted, control.path);
  form.value = converted.value;
  await form.updateComplete;
  await turnTo(form, pointer);
  for (const branch of control.branches) await turnToBranch(form, pointerOf(converted, branch.path), branch.index);
  const label = control.label === '' ? (nodeAt(form, pointer)?.label ?? '') : control.label;
  const question = findByLabel(form, label, pointer);
  if (question === undefined) return `${pointer} is not found as "${label}"`;
  const edits = editsAt(reference, control);
  if (edits.length === 0) return undefined;
  for (const edit of edits) await perform(form, control, question, edit, converted);
  const data = converted.wrapped ? form.value['value'] : form.value;
  const expected = coreOf(edited(reference, edits)).data as unknown;
  return sameData(data, expected) ? undefined : `${pointer}: the data is ${JSON.stringify(data)} and not ${JSON.stringify(expected)}`;
}

async function perform(form: CobuildForm, control: ReferenceControl, question: HTMLElement, { path, value }: Edit, converted: ConvertedForm): Promise<void> {
  const isList = control.kind === 'list';
  if (isList && path.length === control.path.length) await addItem(question);
  else {
    const pointer = pointerOf(converted, path);
    const node = nodeAt(form, pointer);
    const target = isList ? findByLabel(form, node?.label ?? '', pointer) : question;
    if (target === undefined) throw new Error(`Nothing to fill in at ${pointer}`);
    await fillIn(target, value, node);
  }
  await form.updateComplete;
}

/** Controls of the same answer under the same label are one question. */
function different(controls: readonly ReferenceControl[]): readonly ReferenceControl[] {
  const keyOf = ({ kind, path, label }: ReferenceControl): string => JSON.stringify([kind, path, label]);
  return [...new Map(controls.map((control) => [keyOf(control), control] as const)).values()];
}

describe('the examples of JSON Forms in cobuild-form', () => {
  it.each(allExamples.filter(({ name }) => !isUnsupported(name)))('$name: each question is found by its label, and an edit makes the same data', async (example) => {
    const { reference, converted } = pairOf(example);
    const form = await mount<CobuildForm>('cobuild-form', { definition: converted.definition, value: converted.value, lang: 'en' });

    const wrong: string[] = [];
    for (const control of different(visibleControls(reference))) {
      const find = (): Promise<string | undefined> => wrongWith(form, control, converted, reference).catch((error: unknown) => `${pointerOf(converted, control.path)}: ${String(error).slice(0, 300)}`);
      // A key that comes while a view is still on its way may go beside the question; what is really wrong is wrong again.
      const found = (await find()) === undefined ? undefined : await find();
      if (found !== undefined) wrong.push(found);
    }

    expect(wrong).toEqual([]);
  }, LONGEST_MS);
});
