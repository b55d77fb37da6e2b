/** What whoever writes definitions is told of one. */
export { definitionWarnings } from '../definition-warnings.js';
