export type { CaseToCount } from './count-facts.js';
export { countFacts } from './count-facts.js';
