import type { MessagesLike } from '../../locale.js';
import type { ItemWords } from './words.js';
import { inBrackets } from './words.js';

export const itemEnglish: MessagesLike<ItemWords> = {
  copyItem: ({ label, position }) => `Copy ${label} ${position}`,
  itemCopied: ({ label, position }) => `Copied to ${label} ${position}.`,
  undo: 'Undo',
  redo: 'Redo',
  undoAndRedo: 'Undo and redo',
  undone: ({ label }) => `Undone${inBrackets(label, ': ', '')}.`,
  redone: ({ label }) => `Redone${inBrackets(label, ': ', '')}.`,
};
