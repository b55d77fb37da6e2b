export type { DueItem, DueSource, DueState } from './due-items.js';
export { dueItems } from './due-items.js';
export type { SchemeCadence } from './scheme-cadence.js';
export { schemeCadence } from './scheme-cadence.js';
