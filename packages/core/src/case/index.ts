export type { ReadCase, ReadCasesOptions } from './read-cases.js';
export { readCases } from './read-cases.js';
