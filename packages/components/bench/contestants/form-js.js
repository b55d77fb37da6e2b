// form-js of bpmn.io, the viewer. It checks each answer 300 ms after the last key.
import { buttonNamed, find, findAll, visibleControls } from '../page-tools.js';
import { createForm } from './form-js.library.js';

let given;
let form;

const idOf = (path) => path.join('_');

function componentOf(question) {
  const { kind, path, title, required, options, minimum, maximum, maxLength, shownWhen } = question;
  const common = { id: idOf(path), key: path.at(-1), label: title, ...(shownWhen === undefined ? {} : { conditional: { hide: `=not(${shownWhen.join('.')} = true)` } }) };
  const validate = { ...(required ? { required } : {}), ...(minimum === undefined ? {} : { min: minimum }), ...(maximum === undefined ? {} : { max: maximum }), ...(maxLength === undefined ? {} : { maxLength }) };
  const values = options?.map((option) => ({ label: option, value: option }));
  switch (kind) {
    case 'group': return { id: idOf(path), type: 'group', label: title, path: path.at(-1), showOutline: true, components: question.questions.map(componentOf) };
    case 'select': return { ...common, type: 'select', values, validate };
    case 'radio': return { ...common, type: 'radio', values, validate };
    case 'checkbox': return { ...common, type: 'checkbox' };
    case 'date': return { ...common, key: path.at(-1), type: 'datetime', subtype: 'date', dateLabel: title, validate };
    case 'textarea': return { ...common, type: 'textarea', validate };
    case 'number': case 'integer': return { ...common, type: 'number', ...(kind === 'integer' ? { decimalDigits: 0 } : {}), validate };
    default: return { ...common, type: 'textfield', validate };
  }
}

export function prepare({ sections, rows }, data) {
  given = {
    data,
    schema: {
      type: 'default', id: 'bench',
      components: [
        ...sections.map(({ name, title, items }) => ({ id: name, type: 'group', label: title, path: name, showOutline: false, components: items.map(componentOf) })),
        { id: 'rows', type: 'dynamiclist', label: rows.title, path: rows.path[0], allowAddRemove: true, disableCollapse: true, showOutline: true, components: rows.columns.map((column) => componentOf({ ...column, path: ['rows', ...column.path] })) },
        { id: 'submit', type: 'button', action: 'submit', label: '提交' },
      ],
    },
  };
}

export async function mount(container) {
  form = await createForm({ container, ...given });
  given = undefined;
}

export const controls = () => visibleControls();

/** Its lists and dates are its own: the box of a list that is clicked, the text field of a date; what is repeated has its place after the name. */
export function control(path, option) {
  const id = path[0] === 'rows' ? `rows_${path[2]}_${path[1]}` : idOf(path);
  if (option !== undefined) return findAll(`[name$="-${id}"]`).find((radio) => radio.labels[0].textContent.trim() === option);
  return find(`[id$="-${id}-display"], [id$="-${id}-date"], [id$="-${id}"]`);
}
export const addRow = () => find('.fjs-repeat-render-add');
export const submit = () => buttonNamed('提交');
export const errors = () => findAll('.fjs-form-field-error').filter((error) => error.textContent.trim() !== '').length;
export const value = () => form._getState().data;
