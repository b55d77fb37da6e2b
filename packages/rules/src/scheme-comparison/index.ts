export type { ComparedPart, SchemeComparison } from './compare-schemes.js';
export { compareSchemes } from './compare-schemes.js';
