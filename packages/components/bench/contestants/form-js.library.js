// What a page loads that shows a form.
export { createForm } from '@bpmn-io/form-js-viewer';
