// SurveyJS, the build for pages without a framework. It takes each key and checks each answer as it changes; at a submit everything.
import { buttonNamed, controlIn, find, findAll, nested, visibleControls } from '../page-tools.js';
import { Model } from './survey-js.library.js';

let survey;

const nameOf = (path) => path.join('_');

function elementOf(question) {
  const { kind, path, title, required, options, minimum, maximum, maxLength, shownWhen } = question;
  if (kind === 'group') return { type: 'panel', name: nameOf(path), title, elements: question.questions.map(elementOf) };
  const common = { name: nameOf(path), title, isRequired: required, ...(shownWhen === undefined ? {} : { visibleIf: `{${nameOf(shownWhen)}} = true` }) };
  switch (kind) {
    case 'select': return { ...common, type: 'dropdown', renderAs: 'select', choices: options };
    case 'radio': return { ...common, type: 'radiogroup', choices: options };
    case 'checkbox': return { ...common, type: 'boolean', renderAs: 'checkbox' };
    case 'textarea': return { ...common, type: 'comment', maxLength };
    default: return { ...common, type: 'text', ...inputOf(kind, minimum, maximum, maxLength) };
  }
}

const inputOf = (kind, min, max, maxLength) => (kind === 'text' ? { inputType: 'text', maxLength } : kind === 'date' ? { inputType: 'date' } : { inputType: 'number', min, max });

export function prepare(form, answers) {
  const { rows } = form;
  const columns = rows.columns.map(({ kind, path, title, required, minimum, maximum, maxLength }) => ({ name: path[0], title, cellType: 'text', isRequired: required, ...inputOf(kind, minimum, maximum, maxLength) }));
  const sections = form.sections.map(({ name, title, items }) => ({ type: 'panel', name, title, elements: items.map(elementOf) }));
  survey = new Model({
    textUpdateMode: 'onTyping', checkErrorsMode: 'onValueChanged', showCompletedPage: false, completeText: '提交',
    elements: [...sections, { type: 'matrixdynamic', name: rows.path[0], title: rows.title, rowCount: 0, columns }],
  });
  survey.data = { [rows.path[0]]: answers[rows.path[0]] };
}

export const mount = (root) => survey.render(root);

export const controls = () => visibleControls();
export function control(path, option) {
  if (path[0] === 'rows') return controlIn(findAll('tbody tr', find('[data-name="rows"]')).filter((row) => row.querySelector('input') !== null)[path[1]].querySelectorAll('td:has(input)')[path[2] === 'name' ? 0 : 1]);
  return controlIn(find(`[data-name="${nameOf(path)}"]`), option);
}
export const addRow = () => find('.sd-matrixdynamic__add-btn');
export const submit = () => buttonNamed('提交');
export const errors = () => findAll('.sd-question__erbox').filter((error) => error.checkVisibility() && error.textContent.trim() !== '').length;

/** Answers lie side by side, named `s0_place0_address`. */
export const value = () => nested(Object.entries(survey.data).map(([name, answer]) => [name.split('_'), answer]));
