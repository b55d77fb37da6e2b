/* global document */
// @rjsf/core with AJV, as its documentation shows; it validates at each change and lists all errors above the form.
import { controlIn, find, findAll, visibleControls } from '../page-tools.js';
import { jsonSchemaOf } from './json-schema.js';
import { Form, createElement, createRoot, validator } from './rjsf.library.js';

let props;
let latest;

const widgets = { radio: 'radio', textarea: 'textarea' };
/** Its way to show a question when another has an answer: the schema of the section says so. */
const conditional = (shown, named) => {
  const [box] = shown.map(({ shownWhen }) => shownWhen.at(-1));
  return { if: { properties: { [box]: { const: true } }, required: [box] }, then: { properties: named(shown) } };
};

export function prepare(form, value) {
  const uiSchema = Object.fromEntries(form.sections.map(({ name, items }) => [name, {
    'ui:order': items.map(({ path }) => path.at(-1)),
    ...Object.fromEntries(items.filter(({ kind }) => kind in widgets).map(({ path, kind }) => [path.at(-1), { 'ui:widget': widgets[kind] }])),
  }]));
  props = { schema: jsonSchemaOf(form, conditional), uiSchema, formData: value, validator, liveValidate: 'onChange', noHtml5Validate: true, onChange: ({ formData }) => { latest = formData; } };
  latest = value;
}

export function mount(root) {
  createRoot(root).render(createElement(Form, props));
  props = undefined;
}

const idOf = (path) => `root_${path.join('_')}`;

export const controls = () => visibleControls();
export function control(path, option) {
  const found = document.getElementById(idOf(path));
  if (found === null) throw new Error(`no control ${idOf(path)}`);
  return found.matches('[role=radiogroup]') ? controlIn(found, option) : found;
}
export const addRow = () => find('.rjsf-array-item-add button, .btn-add');
export const submit = () => find('button[type=submit], input[type=submit]');
export const errors = () => findAll('.error-detail li').length;
export const value = () => latest;
