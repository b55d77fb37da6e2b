/* global document */
// The element as a portal places it: registered, given a definition and answers. It validates everything at each change.
import { buttonNamed, controlIn, find, findAll, visibleControls } from '../page-tools.js';
import { jsonSchemaOf } from './json-schema.js';
import './cobuild-form.library.js';

let definition;
let answers;

const text = (sentence) => ({ 'zh-CN': sentence });
const pointer = (path) => `/${path.join('/')}`;

function settingsOf(question) {
  const { kind, path, shownWhen } = question;
  if (kind === 'group') return question.questions.flatMap(settingsOf);
  // Left alone, a yes or no is two radio buttons, and eight choices are a list anyway.
  const settings = kind === 'checkbox' ? { widget: 'confirmation' } : kind === 'select' || kind === 'radio' || kind === 'textarea' ? { widget: kind } : {};
  const shown = shownWhen === undefined ? {} : { visibleWhen: { fact: shownWhen[0], path: `$.${shownWhen.slice(1).join('.')}`, operator: 'equal', value: true } };
  const all = { ...settings, ...shown };
  return Object.keys(all).length === 0 ? [] : [[pointer(path), all]];
}

export function prepare(form, value) {
  const sections = form.sections.map(({ name, title, items }) => ({ id: name, title: text(title), fields: items.map(({ path }) => pointer(path)) }));
  definition = {
    id: 'bench', title: text('共建项目申报'), schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', ...jsonSchemaOf(form) },
    layout: { steps: [{ id: 'all', title: text('申报'), sections: [...sections, { id: 'rows', title: text(form.rows.title), fields: [pointer(form.rows.path)] }] }] },
    fields: { ...Object.fromEntries(form.sections.flatMap(({ items }) => items.flatMap(settingsOf))), [pointer(form.rows.path)]: { widget: 'table' } },
  };
  answers = value;
}

export function mount(root) {
  const element = document.createElement('cobuild-form');
  element.definition = definition;
  element.value = answers;
  definition = answers = undefined;
  root.append(element);
}

const box = (path) => find(`[data-pointer="${pointer(path)}"]`);

export const controls = () => visibleControls();
export const control = (path, option) => controlIn(box(path), option);
export const addRow = () => findAll('button', box(['rows'])).find((button) => button.textContent.trim().startsWith('添加'));
export const submit = () => buttonNamed('提交');
export const errors = () => findAll('.field-error').filter((error) => error.checkVisibility() && error.textContent.trim() !== '').length;
export const value = () => find('cobuild-form').value;
