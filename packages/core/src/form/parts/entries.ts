/** Answers to which the person gives names. */
export { entryProblem, withEntryAdded, withEntryRenamed } from '../edit-entries.js';
export { entryStatus, entryStatuses } from '../entry-statuses.js';
export { entriesOfPlan } from '../plan-ways.js';
export { entriesBy } from '../field-entries.js';
export { furtherSentences } from '../../locales/zh-cn-further.js';
