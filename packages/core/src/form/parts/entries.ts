/** Answers to which the person gives names. */
export { entryProblem, renamedPointer, withEntryAdded, withEntryRemoved, withEntryRenamed } from '../edit-entries.js';
export { entriesBy } from '../field-entries.js';
export { furtherSentences } from '../../locales/zh-cn-further.js';
