import type { Form, FormNode } from '@cobuild/core';
import { createForm, createInterpreter, toPointer } from '@cobuild/core';
import type { ConvertedForm } from '@cobuild/core/jsonforms';
import { fromJsonForms } from '@cobuild/core/jsonforms';
import { evaluateCondition } from '@cobuild/rules';
import type { ExampleDescription } from '@jsonforms/examples';
import type { JsonFormsState } from '@jsonforms/core';
import type { Edit } from './reference.js';
import { coreOf, dataAt, edited, startReference } from './reference.js';
import type { ReferenceControl } from './reference-controls.js';
import { newItem, visibleControls } from './reference-controls.js';
import { anotherValue } from './reference-values.js';
import { sameData } from './same-data.js';

/** An example as JSON Forms and as our form start it. */
export interface Pair { readonly reference: JsonFormsState; readonly converted: ConvertedForm }

export function pairOf(example: ExampleDescription): Pair {
  return { reference: startReference(example), converted: fromJsonForms({ ...example, locale: 'en' }) };
}

/** Where the answer at a path of the data stands in the form. */
export const pointerOf = ({ wrapped }: ConvertedForm, path: readonly string[]): string => `${wrapped ? '/value' : ''}${toPointer(...path)}`;

/** What a person does at a control to make another answer: the edits in the data. */
export function editsAt(reference: JsonFormsState, control: ReferenceControl): readonly Edit[] {
  if (!control.enabled || control.kind === 'group' || control.kind === 'alternatives') return [];
  return control.kind === 'list' ? newItem(reference, control) : [{ path: control.path, value: anotherValue(control.schema, dataAt(reference, control.path)) }];
}

/** In what our form differs from JSON Forms, without a screen: questions, labels, what can be changed, the data after one edit of each. */
export function differences(example: ExampleDescription): readonly string[] {
  const { reference, converted } = pairOf(example);
  const form = createForm(converted.definition, { validator: createInterpreter(), evaluateCondition, value: converted.value, locale: 'en' });
  // A function cannot be said: what it would hide shows.
  const hasRules = JSON.stringify(example.uischema ?? {}).includes('"rule"') && !converted.problems.some(({ code }) => code === 'json-forms/condition-function');
  const shown = visibleControls(reference);
  turnToBranches(form, converted, shown);
  return [
    ...shownDifferences(form, converted, shown),
    ...shown.flatMap((control) => {
      const edits = editsAt(reference, control);
      if (edits.length === 0) return [];
      const after = edited(reference, edits);
      const found = dataDifferences(form, converted, control, edits, after);
      return hasRules && found.length === 0 ? shownDifferences(form, converted, visibleControls(after)).map((text) => `after ${toPointer(...control.path)}: ${text}`) : found;
    }),
  ];
}

function shownDifferences(form: Form, converted: ConvertedForm, controls: readonly ReferenceControl[]): readonly string[] {
  const nodes = shownNodes(form);
  const expected = new Set(controls.map(({ path }) => pointerOf(converted, path)));
  const extra = [...nodes.values()].filter((node) => node.children.length === 0 && !isInside(node.pointer, expected) && !isNamedByPerson(node, nodes)).map((node) => `${node.pointer} shows only here`);
  return [...extra, ...controls.flatMap((control) => {
    const pointer = pointerOf(converted, control.path);
    const node = nodes.get(pointer);
    if (node === undefined) return [`${pointer} does not show`];
    return [
      ...(node.label === control.label || isWithoutLabel(control, node) ? [] : [`${pointer} is called "${node.label}" and not "${control.label}"`]),
      ...(node.widget === 'unsupported' ? [`${pointer} cannot be drawn`] : []),
      ...(node.readonly === control.enabled ? [`${pointer} is ${node.readonly ? 'locked' : 'open'}`] : []),
    ];
  })];
}

/** Answers under names that nobody listed are no controls for the core of JSON Forms; its renderers show them with the whole object. */
const isNamedByPerson = ({ pointer }: FormNode, nodes: ReadonlyMap<string, FormNode>): boolean => nodes.get(pointer.slice(0, (pointer.indexOf('/', 1) + 1 || pointer.length + 1) - 1))?.added === 'entry';

/** What stands in a group, a list or alternatives that JSON Forms shows as well is looked at where JSON Forms names it. */
const isInside = (pointer: string, expected: ReadonlySet<string>): boolean => expected.has(pointer) || (pointer !== '' && isInside(pointer.slice(0, pointer.lastIndexOf('/')), expected));

/** JSON Forms shows no label: ours is read out only, or says which item it is. */
const isWithoutLabel = ({ label, path }: ReferenceControl, node: FormNode): boolean => label === '' && (node.labelHidden === true || /^\d+$/.test(path[path.length - 1] ?? ''));

function shownNodes(form: Form): ReadonlyMap<string, FormNode> {
  const found = new Map<string, FormNode>();
  const visit = (node: FormNode): void => {
    if (!node.visible) return;
    found.set(node.pointer, node);
    node.children.forEach(visit);
  };
  for (const step of form.state.steps) for (const section of step.sections) section.fields.forEach(visit);
  return found;
}

function dataDifferences(form: Form, converted: ConvertedForm, control: ReferenceControl, edits: readonly Edit[], after: JsonFormsState): readonly string[] {
  const pointer = pointerOf(converted, control.path);
  form.reset();
  turnToBranches(form, converted, [control]);
  try {
    for (const edit of edits) perform(form, converted, control, edit);
  } catch (error) {
    return [`${pointer}: ${String(error)}`];
  }
  const data = converted.wrapped ? form.state.value['value'] : form.state.value;
  const expected = coreOf(after).data as unknown;
  return sameData(data, expected) ? [] : [`${pointer}: the data is ${JSON.stringify(data)} and not ${JSON.stringify(expected)}`];
}

function perform(form: Form, converted: ConvertedForm, control: ReferenceControl, { path, value }: Edit): void {
  if (control.kind === 'list' && path.length === control.path.length) form.addItem(pointerOf(converted, path));
  else form.setValue(pointerOf(converted, path), value);
}

/** Where another of several alternatives is in front than in JSON Forms, a person turns to that one. */
function turnToBranches(form: Form, converted: ConvertedForm, controls: readonly ReferenceControl[]): void {
  for (const { branches } of controls) {
    for (const { path, index } of branches) {
      const chooser = chooserOf(shownNodes(form).get(pointerOf(converted, path)));
      const wanted = chooser?.options[index]?.value;
      if (chooser !== undefined && wanted !== chooser.value) form.setValue(chooser.pointer, wanted);
    }
  }
}

/** The question between alternatives. */
export function chooserOf(node: { readonly pointer: string; readonly choosers?: readonly FormNode[] } | undefined): FormNode | undefined {
  return node?.choosers?.[0];
}
