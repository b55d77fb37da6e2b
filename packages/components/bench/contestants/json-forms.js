/* global document */
// JSON Forms with its vanilla renderers, which are React components. It validates at each change; the sentences show after a submit, which is the page's own button.
import { buttonNamed, find, findAll, visibleControls } from '../page-tools.js';
import { JsonForms, createElement, createRoot, useState, vanillaCells, vanillaRenderers } from './json-forms.library.js';
import { jsonSchemaOf } from './json-schema.js';

let definition;
let latest;

const scopeOf = (path) => `#/properties/${path.join('/properties/')}`;
const OPTIONS = { textarea: { multi: true }, radio: { format: 'radio' } };

function elementOf({ kind, path, title, questions, shownWhen }) {
  if (kind === 'group') return { type: 'Group', label: title, elements: questions.map(elementOf) };
  return {
    type: 'Control', scope: scopeOf(path), label: title, ...(OPTIONS[kind] === undefined ? {} : { options: OPTIONS[kind] }),
    ...(shownWhen === undefined ? {} : { rule: { effect: 'SHOW', condition: { scope: scopeOf(shownWhen), schema: { const: true } } } }),
  };
}

export function prepare(form, value) {
  const sections = form.sections.map(({ title, items }) => ({ type: 'Group', label: title, elements: items.map(elementOf) }));
  definition = { schema: jsonSchemaOf(form), uischema: { type: 'VerticalLayout', elements: [...sections, { type: 'Control', scope: scopeOf(form.rows.path), label: form.rows.title }] } };
  latest = value;
}

const remember = ({ data }) => {
  latest = data;
};

/** Its documentation hands the data back at each change; letters that are typed fast get lost that way, and it would cost one more drawing a key. */
function Page({ schema, uischema, initial }) {
  const [{ data, validationMode }, show] = useState({ data: initial, validationMode: 'ValidateAndHide' });
  return createElement('div', {},
    createElement(JsonForms, { schema, uischema, data, renderers: vanillaRenderers, cells: vanillaCells, onChange: remember, validationMode }),
    createElement('button', { type: 'button', onClick: () => show({ data: latest, validationMode: 'ValidateAndShow' }) }, '提交'));
}

export function mount(root) {
  createRoot(root).render(createElement(Page, { ...definition, initial: latest }));
  definition = undefined;
}

export const controls = () => visibleControls();

/** Cells of the table have no ids, and radio buttons have the value for an id. */
export function control(path, option) {
  if (path[0] === 'rows') return find(`td:nth-child(${path[2] === 'name' ? 1 : 2}) input`, findAll('tbody tr')[path[1]]);
  const scope = scopeOf(path);
  return option !== undefined ? find(`[name="${scope}"][value="${option}"]`) : document.getElementById(`${scope}-input`) ?? find(`[id="${scope}"] :is(input, select, textarea)`);
}
export const addRow = () => find('header button');
export const submit = () => buttonNamed('提交');
export const errors = () => findAll('.validation_error').filter((error) => error.textContent !== '').length;
export const value = () => latest;
