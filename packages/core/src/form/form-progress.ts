import type { FormNode, FormProgress } from './form-model.js';
import { isUnansweredNode } from './null-answer.js';

const NOTHING: FormProgress = { required: 0, answered: 0 };
const OPEN: FormProgress = { required: 1, answered: 0 };
const DONE: FormProgress = { required: 1, answered: 1 };

/** Adds up shares. */
export function sumOf(shares: readonly FormProgress[]): FormProgress {
  let required = 0;
  let answered = 0;
  for (const share of shares) {
    required += share.required;
    answered += share.answered;
  }
  return required === 0 ? NOTHING : { required, answered };
}

/** A promise counts once it is given. */
const isAnswered = (node: FormNode): boolean => (node.widget === 'confirmation' ? node.value === true : !isUnansweredNode(node));

/** Counts required questions; what a node said before is not counted again. */
export class ProgressCounter {
  private readonly known = new WeakMap<FormNode, FormProgress>();

  of(node: FormNode): FormProgress {
    if (!node.visible) return NOTHING;
    const isGroup = node.widget === 'group';
    const own = isGroup || !node.required || node.computed || node.readonly ? NOTHING : isAnswered(node) ? DONE : OPEN;
    if (node.children.length === 0) return own;
    let found = this.known.get(node);
    if (found === undefined) this.known.set(node, (found = sumOf([own, ...node.children.map((child) => this.of(child))])));
    return found;
  }
}
