/** Every keyword, those among them that lead to other schemas. */
export { keywords } from '../keywords/index.js';
export { withOwnRecord } from '../keywords/unevaluated.js';
