import { equalJson, isEmpty } from '../form/answers.js';
import type { DraftAnswers } from './form-draft.js';
import type { MergeOptions, MergedAnswers } from './merge-answers.js';
import { mergeAnswers } from './merge-answers.js';
import type { OpenedDraft } from './open-draft.js';

/**
 * Joins the draft of a file with the answers at hand. Both are compared with what they last had in common; where the file does not go back to
 * the same exchange as these answers, every difference is a conflict, so that neither side can undo what the other never had.
 *
 * @param shared - The answers as they last left or came in a file here (`base` of the draft at hand).
 */
export function mergeImported(answers: DraftAnswers, shared: DraftAnswers, file: Pick<OpenedDraft, 'answers' | 'base'>, options: MergeOptions = {}): MergedAnswers {
  if (isEmpty(answers)) return { answers: file.answers, conflicts: [] };
  return mergeAnswers(equalJson(file.base, shared) ? shared : {}, answers, file.answers, options);
}
