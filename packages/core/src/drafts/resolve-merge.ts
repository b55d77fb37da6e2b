import { pointerTokens, toPointer, valueAt } from '../problems/json-pointer.js';
import { withValueAt } from '../problems/with-value-at.js';
import type { DraftAnswers } from './form-draft.js';
import type { MergedAnswers } from './merge-answers.js';

/** Whose value holds, by the pointer of the conflict. */
export type MergeChoices = Readonly<Record<string, 'mine' | 'theirs'>>;

/**
 * The merged answers with what was chosen. A conflict that nobody chose for keeps what the merged answers hold.
 *
 * @example resolveMerge(merged, { '/projectName': 'theirs' })
 */
export function resolveMerge({ answers, conflicts }: MergedAnswers, choices: MergeChoices): DraftAnswers {
  // From the last to the first: taking an item out of a list moves the places of those behind it.
  return [...conflicts].reverse().reduce<DraftAnswers>((resolved, { pointer, mine, theirs }) => {
    if (!Object.prototype.hasOwnProperty.call(choices, pointer)) return resolved;
    const value = choices[pointer] === 'mine' ? mine : theirs;
    return withValueAt(resolved, pointer, value) as DraftAnswers;
  }, answers);
}

/** The merged answers as one side would have them everywhere, with the items that it removed still in their places: for showing both. */
export function asSide({ answers, conflicts }: MergedAnswers, side: 'base' | 'mine' | 'theirs'): DraftAnswers {
  return conflicts.reduce<DraftAnswers>((shown, { pointer, [side]: value }) => {
    if (value === undefined && isItem(answers, pointer)) return shown;
    return withValueAt(shown, pointer, value) as DraftAnswers;
  }, answers);
}

/** Whether a place is an item of a list. */
export function isItem(answers: DraftAnswers, pointer: string): boolean {
  return Array.isArray(valueAt(answers, toPointer(...pointerTokens(pointer).slice(0, -1))));
}
