export type { MessageCode } from './message-codes.js';
export { messageCodes } from './message-codes.js';
export type { MessageTable, Params, Sentence } from './message-table.js';
export type { MessageTables } from './message.js';
export { formMessages, message } from './message.js';
export type { Wording } from './terms.js';
export { currentTerms, inTermsOf, sayInTerms, wordingOf } from './terms.js';
export type { WordTables } from './word-tables.js';
export { wordIn, wordTables } from './word-tables.js';
