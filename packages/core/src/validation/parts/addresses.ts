/** Addresses of schemas, and what they lead to. */
export { absolute, resolveIn } from '../addresses.js';
export { dialectOf } from '../vocabularies.js';
