import type { FormNode } from '@cobuild/core';
import { expect } from 'vitest';
import { userEvent } from 'vitest/browser';
import { chooserOf } from './headless-differences.js';
import type { CobuildForm } from '../../src/cobuild-form/cobuild-form.js';

/** What a person does at a form: turns to where a question is, finds it by its label, and fills it in. */

const QUESTIONS = ['input', 'textarea', 'select', 'output', '[role=combobox]', '[role=switch]', '[role=slider]', 'fieldset', '[role=group]', '[role=radiogroup]'];

/** A name that begins with the label; behind it may stand what a form adds: "(optional)", the row of a table. */
const named = (label: string): RegExp => new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=$|[\\s(（])`);

const pointerOf = (element: Element): string | null | undefined => element.closest('[data-pointer]')?.getAttribute('data-pointer');

/**
 * The question of an answer, if it can be seen and its accessible name is this label. Only what belongs to the answer is
 * asked for its name: the names of a whole page take as long as filling it in.
 */
export function findByLabel(form: CobuildForm, label: string, pointer: string): HTMLElement | undefined {
  const within = `[data-pointer="${CSS.escape(pointer)}"]`;
  const elements = Array.from(form.renderRoot.querySelectorAll<HTMLElement>(QUESTIONS.flatMap((one) => [`${one}${within}`, `${within} ${one}`]).join(', ')));
  const name = named(label);
  return elements.find((element) => pointerOf(element) === pointer && element.checkVisibility() && isNamed(element, name));
}

function isNamed(element: HTMLElement, name: RegExp): boolean {
  try {
    expect(element).toHaveAccessibleName(name);
    return true;
  } catch {
    return false;
  }
}

/** The question as the form's model has it. */
export function nodeAt(form: CobuildForm, pointer: string): FormNode | undefined {
  const find = (nodes: readonly FormNode[]): FormNode | undefined =>
    nodes.reduce<FormNode | undefined>((found, node) => found ?? (node.pointer === pointer ? node : find(node.children)), undefined);
  return find(form.model?.state.steps.flatMap((step) => step.sections.flatMap((section) => section.fields)) ?? []);
}

/** Turns to the step, the tabs and the items of lists in which a question stands. */
export async function turnTo(form: CobuildForm, pointer: string): Promise<void> {
  const step = form.model?.state.steps.find(({ sections }) => sections.some(({ fields }) => fields.some((node) => pointer === node.pointer || pointer.startsWith(`${node.pointer}/`))));
  const tab = step && form.renderRoot.querySelector<HTMLElement>(`#step-tab-${step.id}`);
  if (tab && tab.getAttribute('aria-selected') !== 'true') await userEvent.click(tab);
  else if (step !== undefined) form.step = step.id;
  await form.updateComplete;
  const box = form.renderRoot.querySelector(`[data-pointer="${CSS.escape(pointer)}"]`);
  for (const list of around(box, '.list-detail')) {
    const [index] = pointer.slice((pointerOf(list) ?? '').length + 1).split('/');
    const item = list.querySelectorAll<HTMLElement>(':scope > .detail-names .detail-open')[Number(index)];
    if (item && item.getAttribute('aria-current') !== 'true') await press(item, '{Enter}');
  }
  for (const panel of around(box, '[role=tabpanel]')) if (!panel.checkVisibility()) await userEvent.click(form.renderRoot.querySelector(`#${panel.getAttribute('aria-labelledby') ?? ''}`) as Element);
}

/** Where another of several alternatives is in front, chooses this one. */
export async function turnToBranch(form: CobuildForm, pointer: string, index: number): Promise<void> {
  const chooser = chooserOf(nodeAt(form, pointer));
  const option = chooser?.options[index];
  if (chooser === undefined || option === undefined || option.value === chooser.value) return;
  const question = form.renderRoot.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(chooser.pointer)}"]`);
  if (question === null) throw new Error(`Nothing chooses at ${pointer}`);
  await fillIn(question.querySelector('select') ?? question, option.value, chooser);
  await form.updateComplete;
}

/** Outermost first. */
function around(element: Element | null | undefined, selector: string): readonly HTMLElement[] {
  const found = element?.parentElement?.closest<HTMLElement>(selector);
  return found ? [...around(found, selector), found] : [];
}

/** Fills in a question with a value, as hands do it. */
export async function fillIn(question: HTMLElement, value: unknown, node: FormNode | undefined): Promise<void> {
  const wanted = (Array.isArray(value) ? (value as unknown[]) : [value]).map((each) => labelOf(each, node));
  if (question instanceof HTMLSelectElement) return userEvent.selectOptions(question, wanted[0] ?? '');
  if (question.matches('fieldset, [role=group], [role=radiogroup]')) {
    for (const label of wanted) await choose(question, label);
    return;
  }
  if (question.matches('input[type=checkbox], [role=switch]')) return press(question, ' ');
  // Day and time are chosen on the wall of the place.
  if (question.matches('[type=datetime-local]')) await userEvent.fill(question, String(value).slice(0, 16));
  else if (question.matches('[type=date], [type=time], [type=range], [type=color]')) await userEvent.fill(question, String(value));
  else await type(question as HTMLInputElement | HTMLTextAreaElement, String(value));
  await userEvent.tab();
}

/** Keys go to where the focus is: on a page of hundreds of questions that takes a tenth of the time of pointing at one. */
async function press(element: HTMLElement, keys: string): Promise<void> {
  element.focus();
  await userEvent.keyboard(keys);
}

/** Types in place of what stands there. */
async function type(input: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  input.focus();
  input.select();
  // These begin the name of a key.
  await userEvent.keyboard(text === '' ? '{Delete}' : text.replace(/[{[]/g, '$&$&'));
}

function labelOf(value: unknown, node: FormNode | undefined): string {
  const option = node?.options.find((each) => each.value === value);
  return option?.label ?? (value === true ? 'Yes' : value === false ? 'No' : String(value));
}

async function choose(question: HTMLElement, label: string): Promise<void> {
  const choice = Array.from(question.querySelectorAll<HTMLInputElement>('input')).find((input) => Array.from(input.labels ?? []).some((each) => each.textContent.trim() === label));
  if (choice === undefined) throw new Error(`There is no choice "${label}"`);
  if (!choice.checked) await press(choice, ' ');
}

/** Adds an item to a list. */
export async function addItem(list: HTMLElement): Promise<void> {
  const button = Array.from(list.querySelectorAll<HTMLButtonElement>('button')).find((each) => each.textContent.trim().startsWith('Add to ') && pointerOf(each) === pointerOf(list));
  if (button === undefined) throw new Error('There is nothing to add an item with');
  await press(button, '{Enter}');
  // The focus goes to what was added, once that is drawn.
  await expect.poll(() => (button.getRootNode() as ShadowRoot).activeElement).not.toBe(button);
}
