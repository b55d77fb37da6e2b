/* global document */
// The floor: the same fields as HTML with native validation, and the few lines that a programmer writes by hand for this one form: show and hide,
// one more row, and at submit the browser's own sentence under every field that it finds invalid.
import { buttonNamed, find, findAll, nested, visibleControls } from '../page-tools.js';

let html = '';
let columns = [];

const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const idOf = (path) => path.join('/');

const attributes = ({ required, minimum, maximum, maxLength }) => `${required ? ' required' : ''}${minimum === undefined ? '' : ` min="${minimum}"`}${maximum === undefined ? '' : ` max="${maximum}"`}${maxLength === undefined ? '' : ` maxlength="${maxLength}"`}`;

function fieldControl(question, id) {
  const named = `id="${id}" name="${id}"${attributes(question)}`;
  switch (question.kind) {
    case 'number': return `<input type="number" step="any" ${named}>`;
    case 'integer': return `<input type="number" ${named}>`;
    case 'date': return `<input type="date" ${named}>`;
    case 'textarea': return `<textarea rows="4" ${named}></textarea>`;
    case 'select': return `<select ${named}><option></option>${question.options.map((option) => `<option>${escape(option)}</option>`).join('')}</select>`;
    default: return `<input type="text" ${named}>`;
  }
}

function field(question) {
  const id = idOf(question.path);
  const title = escape(question.title);
  const hidden = question.shownWhen === undefined ? '' : ` hidden data-shown-when="${idOf(question.shownWhen)}"`;
  if (question.kind === 'group') return `<fieldset class="place"><legend>${title}</legend>${question.questions.map(field).join('')}</fieldset>`;
  if (question.kind === 'checkbox') return `<div class="field"><label><input type="checkbox" id="${id}" name="${id}"> ${title}</label></div>`;
  if (question.kind === 'radio') return `<fieldset class="field"><legend>${title}</legend>${question.options.map((option) => `<label><input type="radio" name="${id}" value="${escape(option)}"${question.required ? ' required' : ''}> ${escape(option)}</label>`).join('')}</fieldset>`;
  return `<div class="field"${hidden}><label for="${id}">${title}</label>${fieldControl(question, id)}</div>`;
}

const row = (index) => `<tr>${columns.map((column) => `<td><label for="rows/${index}/${column.path[0]}">${escape(column.title)}</label>${fieldControl(column, `rows/${index}/${column.path[0]}`)}</td>`).join('')}</tr>`;

export function prepare(form, value) {
  ({ columns } = form.rows);
  const rows = value.rows.map((_, index) => row(index)).join('');
  html = `<form>${form.sections.map(({ title, items }) => `<section><h3>${escape(title)}</h3>${items.map(field).join('')}</section>`).join('')}<section><h3>${escape(form.rows.title)}</h3><table><tbody>${rows}</tbody></table><button type="button" id="add">加一行</button></section><button type="submit" formnovalidate>提交</button></form>`;
  // The answers that are there at the start belong into the HTML, as a server would write them.
  for (const [index, answers] of value.rows.entries()) for (const [key, answer] of Object.entries(answers)) html = html.replace(`id="rows/${index}/${key}"`, `$& value="${escape(String(answer))}"`);
}

export function mount(root) {
  root.innerHTML = html;
  html = '';
  const form = root.firstElementChild;
  form.addEventListener('change', ({ target }) => {
    if (target.type !== 'checkbox') return;
    for (const box of form.querySelectorAll(`[data-shown-when="${target.id}"]`)) box.hidden = !target.checked;
  });
  form.querySelector('#add').addEventListener('click', () => {
    const body = form.querySelector('tbody');
    body.insertAdjacentHTML('beforeend', row(body.rows.length));
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    showErrors(form);
  });
}

function showErrors(form) {
  const told = new Set();
  let first;
  for (const element of form.elements) {
    if (!element.willValidate || element.validity.valid || told.has(element.name)) continue;
    told.add(element.name);
    first ??= element;
    const error = document.createElement('p');
    error.className = 'error';
    error.textContent = element.validationMessage;
    element.closest('.field, td').append(error);
  }
  first?.focus();
}

export const controls = () => visibleControls();
export const control = (path, option) => find(`[name="${idOf(path)}"]${option === undefined ? '' : `[value="${option}"]`}`);
export const addRow = () => buttonNamed('加一行');
export const submit = () => buttonNamed('提交');
export const errors = () => findAll('.error').length;

/** What the fields hold, in the types of the questions. */
export function value() {
  const filled = [...find('form').elements].filter(({ name, type, checked, value: text }) => name !== '' && (type === 'radio' || type === 'checkbox' ? checked : text !== ''));
  return nested(filled.map(({ name, type, value: text }) => [name.split('/'), type === 'number' ? Number(text) : type === 'checkbox' ? true : text]));
}
