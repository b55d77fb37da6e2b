/** The way through the steps of a form: tabs, the list of all, steps that are closed, the page to look through. */
export { elementStyles } from '../../internal/field/elements/elements.styles.js';
export { closedStep, closedSteps } from './closed-steps.js';
export { reviewPage } from './review-page.js';
export { shellStyles } from './shell.styles.js';
export { progressText } from './step-status.js';
export { stepTabs } from './step-tabs.js';
export { taskList } from './task-list.js';
