/** Regular expressions that will not hang. */
export { compilePattern } from '../patterns/pattern.js';
