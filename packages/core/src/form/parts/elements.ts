/** Sections whose questions stand in groups and tabs, or beside each other. */
export { drawElements } from '../element-view.js';
export { arrangeElements } from '../element-plans.js';
