/** What people add one by one. */
export { AbsentView } from '../absent-view.js';
export { AddedView } from '../added-view.js';
