// Who takes part, in the order of the columns. A contestant is a page script `contestants/<name>.js` with these functions:
//   prepare(form, value)   makes its own definition of the neutral form; not timed
//   mount(root)            shows the form; timed
//   control(path, option)  the element to type into, or the radio button of a choice
//   addRow(), submit()     the buttons to press
//   controls(), value(), errors()   how many controls are visible, the answers as { s0: { text0: … } }, how many questions complain: compared before anything is timed
import { readFileSync } from 'node:fs';

/** `styles`: sheets of its page, as paths of packages or files here; `strict`: its page is sent under the policy of portals; `quiet`: milliseconds after which a change has been dealt with; `dateText`: what a person types for `2026-03-05` where the field for it is not the browser's own. */
export const contestants = [
  { name: 'static-html', title: 'static HTML', styles: ['./contestants/plain.css'] },
  { name: 'cobuild-form', title: 'cobuild-form', styles: [], strict: true },
  { name: 'rjsf', title: 'rjsf', package: '@rjsf/core', styles: ['./contestants/plain.css'] },
  { name: 'json-forms', title: 'JSON Forms', package: '@jsonforms/vanilla-renderers', styles: ['./contestants/plain.css'] },
  { name: 'survey-js', title: 'SurveyJS', package: 'survey-js-ui', styles: ['survey-core/survey-core.fontless.min.css'] },
  // It waits for 300 ms before it takes what was typed.
  { name: 'form-js', title: 'form-js', package: '@bpmn-io/form-js-viewer', styles: ['@bpmn-io/form-js-viewer/dist/assets/form-js.css'], quiet: 400, dateText: (date) => date.replaceAll('-', '/') },
];

const here = (path) => new URL(path, import.meta.url);

/** Where a sheet or a package's manifest lies. */
export const fileOf = (path) => (path.startsWith('./') ? here(path) : here(`node_modules/${path}`));

export const versionOf = (contestant) => (contestant.package === undefined ? undefined : JSON.parse(readFileSync(fileOf(`${contestant.package}/package.json`), 'utf8')).version);
