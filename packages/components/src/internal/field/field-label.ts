import type { FormNode } from '@cobuild/core';
import type { Messages } from '../../locales/messages.js';
import { make } from './dom.js';

/** Answers are required unless the label says otherwise: most are, and a star would need a legend of its own. */
export const markOf = (node: FormNode, words: Messages): string => (node.computed || node.readonly || node.required ? '' : node.recommended ? words.recommended : words.optional);

/** The inside of a label: its text, and the mark behind it. */
export const drawLabel = (text: string, mark: string): Node[] => [document.createTextNode(text), ...(mark === '' ? [] : [make('span', { class: 'mark' }, mark)])];

/** A title that the surroundings say already is read out and not shown; what stands beside it is shown all the same. */
export const hiddenClass = ({ labelHidden }: FormNode): string => (labelHidden === true ? ' visually-hidden' : '');

/** The legend of several controls: their title, and tags beside it. */
export function drawLegend(node: FormNode, mark: string, words: Messages, kind = ''): HTMLElement {
  const tags = drawTags(node, words);
  const hidden = hiddenClass(node);
  return make('legend', { class: `label-line${tags.length === 0 ? hidden : ''}` }, make('span', { class: `label${kind}${hidden}` }, ...drawLabel('', mark)), ...tags);
}

/** Writes the mark behind the text of a label. */
export function patchMark(label: Element, mark: string): void {
  label.querySelector('.mark')?.remove();
  if (mark !== '') label.insertBefore(make('span', { class: 'mark' }, mark), label.firstChild?.nextSibling ?? null);
}

/** A question that is calculated, or that the source text does not state, says so beside its label. */
export function drawTags({ computed, provenance }: FormNode, words: Messages): HTMLElement[] {
  if (computed) return [make('span', { class: 'tag neutral' }, words.computed)];
  if (provenance === undefined) return [];
  const [name, explanation] = provenance === 'invented' ? [words.provenanceInvented, words.provenanceInventedHelp] : [words.provenanceInferred, words.provenanceInferredHelp];
  return [make('span', { class: 'tag neutral provenance', title: explanation }, name), make('span', { class: 'visually-hidden' }, explanation)];
}
