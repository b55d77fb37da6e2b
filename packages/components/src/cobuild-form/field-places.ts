import type { FormNode, FormState, FormStep, Problem } from '@cobuild/core';
import { pointerTokens, toPointer } from '@cobuild/core';
import { isRepeated } from '../internal/field/field-context.js';

interface Place {
  readonly step: FormStep;
  readonly node: FormNode;
  readonly visible: boolean;
}

/** Places by the pointer of the question that a section names; one table for all problems of a state. */
const tables = new WeakMap<readonly FormStep[], ReadonlyMap<string, Place>>();

function placesOf({ steps }: FormState): ReadonlyMap<string, Place> {
  const known = tables.get(steps);
  if (known) return known;
  const places = new Map<string, Place>();
  for (const step of steps) {
    for (const section of step.sections) {
      for (const node of section.fields) places.set(node.pointer, { step, node, visible: step.visible && section.visible && node.visible });
    }
  }
  tables.set(steps, places);
  return places;
}

/** The question of a section that a pointer is, or lies inside. */
function placeWith(state: FormState, pointer: string): Place | undefined {
  const places = placesOf(state);
  for (const candidate of pointersAround(pointer)) {
    const place = places.get(candidate);
    if (place) return place;
  }
  return undefined;
}

/** The visible step in which a pointer is drawn. */
export function stepWith(state: FormState, pointer: string): FormStep | undefined {
  const place = placeWith(state, pointer);
  return place?.visible === true ? place.step : undefined;
}

/** The innermost item of a repeated group that a pointer lies in: its group, 1-based position and title. */
export function itemWith(state: FormState, pointer: string): { readonly node: FormNode; readonly position: number; readonly title: string | undefined } | undefined {
  let found: { node: FormNode; position: number; title: string | undefined } | undefined;
  let at = placeWith(state, pointer)?.node;
  while (at && at.pointer !== pointer) {
    const [token = ''] = pointer.slice(at.pointer.length + 1).split('/');
    const inside: string = `${at.pointer}/${token}`;
    const next: FormNode | undefined = isRepeated(at) ? at.children[Number(token)] : at.children.find((child) => child.pointer === inside);
    if (next && isRepeated(at)) found = { node: at, position: Number(token) + 1, title: next.itemTitle };
    at = next;
  }
  return found;
}

/** Problems of something that is not there yet, and has no place among the answers, but one of its own on the page: a step of a register, a kind of document. */
const WITH_A_PLACE: readonly string[] = ['discussions/step-missing', 'attachments/kind-few', 'attachments/kind-many'];

/** Where a problem leads. */
export function placeToMend({ code, pointer, params }: Problem): string {
  return WITH_A_PLACE.includes(code) ? `${pointer}/#${String(params['id'])}` : pointer;
}

/** What the question at a pointer is called, `undefined` where none is drawn there. */
export function labelAt(state: FormState, pointer: string): string | undefined {
  let at = placeWith(state, pointer)?.node;
  while (at && at.pointer !== pointer) {
    at = at.children.find((child) => pointer === child.pointer || pointer.startsWith(`${child.pointer}/`));
  }
  return at?.label;
}

/** The pointer and those around it, innermost first: where a problem may be shown. */
export function pointersAround(pointer: string): string[] {
  const tokens = pointerTokens(pointer);
  return [...tokens.map((_, index) => toPointer(...tokens.slice(0, tokens.length - index))), ''];
}
