import type { FormNode } from '@cobuild/core';
import { page, userEvent } from 'vitest/browser';
import { chooserOf } from './headless-differences.js';
import type { CobuildForm } from '../../src/cobuild-form/cobuild-form.js';

/** What a person does at a form: turns to where a question is, finds it by its label, and fills it in. */

const INPUTS = 'input, textarea, select, output, [role=combobox], [role=switch], [role=slider]';

/** A name that begins with the label; behind it may stand what a form adds: "(optional)", the row of a table. */
const named = (label: string): RegExp => new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=$|[\\s(（])`);

const pointerOf = (element: Element): string | null | undefined => element.closest('[data-pointer]')?.getAttribute('data-pointer');

/** The question of an answer, if its accessible name is this label. */
export function findByLabel(form: CobuildForm, label: string, pointer: string): HTMLElement | undefined {
  const name = named(label);
  const inputs = page.getByLabelText(name).elements().filter((element) => element.matches(INPUTS));
  const groups = (['group', 'radiogroup'] as const).flatMap((role) => page.getByRole(role, { name }).elements());
  return [...inputs, ...groups].find((element) => pointerOf(element) === pointer && element.getRootNode() === form.renderRoot) as HTMLElement | undefined;
}

/** The question as the form's model has it. */
export function nodeAt(form: CobuildForm, pointer: string): FormNode | undefined {
  const find = (nodes: readonly FormNode[]): FormNode | undefined =>
    nodes.reduce<FormNode | undefined>((found, node) => found ?? (node.pointer === pointer ? node : find(node.children)), undefined);
  return find(form.model?.state.steps.flatMap((step) => step.sections.flatMap((section) => section.fields)) ?? []);
}

/** Turns to the step and the tabs in which a question stands. */
export async function turnTo(form: CobuildForm, pointer: string): Promise<void> {
  const step = form.model?.state.steps.find(({ sections }) => sections.some(({ fields }) => fields.some((node) => pointer === node.pointer || pointer.startsWith(`${node.pointer}/`))));
  const tab = step && form.renderRoot.querySelector<HTMLElement>(`#step-tab-${step.id}`);
  if (tab && tab.getAttribute('aria-selected') !== 'true') await userEvent.click(tab);
  else if (step !== undefined) form.step = step.id;
  await form.updateComplete;
  const box = form.renderRoot.querySelector(`[data-pointer="${CSS.escape(pointer)}"]`);
  for (const panel of panelsAround(box)) if (!panel.checkVisibility()) await userEvent.click(form.renderRoot.querySelector(`#${panel.getAttribute('aria-labelledby') ?? ''}`) as Element);
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
function panelsAround(element: Element | null | undefined): readonly HTMLElement[] {
  const panel = element?.parentElement?.closest<HTMLElement>('[role=tabpanel]');
  return panel ? [...panelsAround(panel), panel] : [];
}

/** Fills in a question with a value, as hands do it. */
export async function fillIn(question: HTMLElement, value: unknown, node: FormNode | undefined): Promise<void> {
  const wanted = (Array.isArray(value) ? (value as unknown[]) : [value]).map((each) => labelOf(each, node));
  if (question instanceof HTMLSelectElement) return userEvent.selectOptions(question, wanted[0] ?? '');
  if (question.matches('fieldset, [role=group], [role=radiogroup]')) {
    for (const label of wanted) await choose(question, label);
    return;
  }
  if (question.matches('input[type=checkbox], [role=switch]')) return userEvent.click(question);
  // Day and time are chosen on the wall of the place.
  await userEvent.fill(question, question.matches('[type=datetime-local]') ? String(value).slice(0, 16) : String(value));
  await userEvent.tab();
}

function labelOf(value: unknown, node: FormNode | undefined): string {
  const option = node?.options.find((each) => each.value === value);
  return option?.label ?? (value === true ? 'Yes' : value === false ? 'No' : String(value));
}

async function choose(question: HTMLElement, label: string): Promise<void> {
  const choice = Array.from(question.querySelectorAll<HTMLInputElement>('input')).find((input) => Array.from(input.labels ?? []).some((each) => each.textContent.trim() === label));
  if (choice === undefined) throw new Error(`There is no choice "${label}"`);
  if (!choice.checked) await userEvent.click(choice);
}

/** Adds an item to a list. */
export async function addItem(list: HTMLElement): Promise<void> {
  const button = Array.from(list.querySelectorAll<HTMLButtonElement>('button')).find((each) => each.textContent.trim().startsWith('Add to ') && pointerOf(each) === pointerOf(list));
  if (button === undefined) throw new Error('There is nothing to add an item with');
  await userEvent.click(button);
}
