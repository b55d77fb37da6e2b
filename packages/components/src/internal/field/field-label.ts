import type { FormNode } from '@cobuild/core';
import type { Messages } from '../../locales/messages.js';
import { make, setText } from './dom.js';

/** Answers are required unless the label says otherwise: most are, and a star would need a legend of its own. */
export const markOf = (node: FormNode, words: Messages): string => (node.computed || node.readonly || node.required ? '' : node.recommended ? words.recommended : words.optional);

/** The inside of a label: its text, and the mark behind it. A title that the surroundings say already is read out and not shown; what stands beside it is shown all the same. */
const drawLabel = (mark: string, isHidden = false): Node[] => [isHidden ? make('span', { class: 'visually-hidden' }, '') : document.createTextNode(''), ...drawMark(mark)];

const drawMark = (mark: string): HTMLElement[] => (mark === '' ? [] : [make('span', { class: 'mark' }, mark)]);

/** The head of a column, which says the name of its questions. */
export const drawHead = (text: string, mark: string): Node[] => [document.createTextNode(text), ...drawMark(mark)];

/** The label of one control. One without a tag beside it needs no line of its own around it. */
export function drawControlLabel(node: FormNode, mark: string, words: Messages): HTMLElement {
  const tags = drawTags(node, words);
  const label = make('label', { class: `label${tags.length === 0 ? ' alone' : ''}` }, ...drawLabel(mark, node.labelHidden));
  hideWithoutMark(label, mark);
  return tags.length === 0 ? label : make('div', { class: 'label-line' }, label, ...tags);
}

/** The label of a control in a cell; `behind` follows its text. */
export const drawCellLabel = (mark: string, ...behind: readonly Node[]): HTMLElement => make('label', { class: 'cell-label label' }, ...drawLabel(mark), ...behind);

/** The legend of several controls: their title, and tags beside it. */
export function drawLegend(node: FormNode, mark: string, words: Messages, kind = ''): HTMLElement {
  const tags = drawTags(node, words);
  const label = make(tags.length === 0 ? 'legend' : 'span', { class: `label${tags.length === 0 ? ' alone' : ''}${kind}` }, ...drawLabel(mark, node.labelHidden));
  hideWithoutMark(label, mark);
  return tags.length === 0 ? label : make('legend', { class: 'label-line' }, label, ...tags);
}

const isTitleHidden = (label: Element): boolean => label.firstChild !== null && label.firstChild === label.firstElementChild;

/** A title that is read out only takes no room where nothing stands beside it. */
function hideWithoutMark(label: Element, mark: string): void {
  if (isTitleHidden(label)) label.classList.toggle('visually-hidden', mark === '');
}

/** Writes the text of a label, shown or read out only. */
export function writeTitle(label: Element, title: string): void {
  setText(isTitleHidden(label) ? (label.firstElementChild as Element) : label, title);
}

/** Writes the mark behind the text of a label. */
export function patchMark(label: Element, mark: string): void {
  label.querySelector('.mark')?.remove();
  if (mark !== '') label.insertBefore(make('span', { class: 'mark' }, mark), label.firstChild?.nextSibling ?? null);
  hideWithoutMark(label, mark);
}

/**
 * A question that is calculated, or that the source text does not state, says so beside its label.
 *
 * @param isAlone - No title is seen in front of it: it says itself what it is about.
 */
export function drawTags({ computed, provenance, labelHidden }: FormNode, words: Messages, isAlone = labelHidden === true): HTMLElement[] {
  if (computed) return [make('span', { class: 'tag neutral' }, words.computed)];
  if (provenance === undefined) return [];
  const isInvented = provenance === 'invented';
  const [name, explanation] = isInvented ? [words.provenanceInvented, words.provenanceInventedHelp] : [words.provenanceInferred, words.provenanceInferredHelp];
  const said = !isAlone ? name : isInvented ? words.questionInvented : words.questionInferred;
  return [make('span', { class: 'tag neutral provenance', title: explanation }, said), make('span', { class: 'visually-hidden' }, explanation)];
}
