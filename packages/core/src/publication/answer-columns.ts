import type { FormDefinition } from '../generated/types.js';
import { answerText } from '../form/answer-text.js';
import { isEmpty } from '../form/answers.js';
import type { Answers } from '../form/answers.js';
import { buildFieldTree } from '../form/whole-form.js';
import type { FieldSpec } from '../form/field-spec.js';
import { fieldLabel } from '../form/labels.js';
import { specsOnTheWay } from '../form/spec-at.js';
import { valueAt } from '../problems/json-pointer.js';
import type { Locale } from '../problems/problem.js';
import { mask } from './mask.js';
import { publicCell } from './public-view.js';
import type { Viewer } from './visibility.js';
import { isFieldVisibleTo } from './visibility.js';

/** A column of a list of many answers, as one viewer may read it. */
export interface AnswerColumnReader {
  readonly pointer: string;
  readonly label: string;
  /** Figures stand to the right and are put in order by value. */
  readonly isNumber: boolean;
  /** Some or all of each answer is hidden. */
  readonly isMasked: boolean;
  /** In words; `''` where nothing was answered. */
  readonly text: (answers: Answers) => string;
}

/**
 * Columns of a list, made once and read for as many answers as there are: what the viewer may see as it is, what they may not see masked where the field
 * says how, and no column at all otherwise. The public sees what `publish` says.
 *
 * @param pointers - Questions of the form, in order; what the form does not have is left out.
 * @param viewer - Role and stage, or `public`.
 * @example answerColumns(registration, ['/memberName'], 'public', 'zh-CN')[0]?.text({ memberName: '冯海生' }) // '冯**'
 */
export function answerColumns(definition: FormDefinition, pointers: readonly string[], viewer: Viewer | 'public', locale: Locale): readonly AnswerColumnReader[] {
  const { root } = buildFieldTree(definition);
  return pointers.flatMap((pointer) => columnAt(root, pointer, viewer, locale) ?? []);
}

function columnAt(root: FieldSpec, pointer: string, viewer: Viewer | 'public', locale: Locale): AnswerColumnReader | undefined {
  const way = specsOnTheWay(root, pointer);
  const field = way[way.length - 1];
  if (field === undefined || way.length !== pointer.split('/').length) return undefined;
  const label = fieldLabel(field, locale);
  const isNumber = field.type === 'number' || field.type === 'integer';
  if (viewer === 'public') {
    const { publish } = field.settings;
    if (publish !== 'plain' && publish !== 'masked') return undefined;
    return { pointer, label, isNumber, isMasked: publish === 'masked', text: (answers) => publicCell(field, pointer, answers, locale)?.cell.text ?? '' };
  }
  if (way.every((on) => isFieldVisibleTo(on, viewer))) {
    const text = (answers: Answers): string => {
      const value = valueAt(answers, pointer);
      return isEmpty(value) ? '' : answerText(field, value, locale, (inner) => !isFieldVisibleTo(inner, viewer));
    };
    return { pointer, label, isNumber, isMasked: false, text };
  }
  const kind = field.settings.mask;
  // A group that is not seen hides all it holds, masks too.
  if (kind === undefined || !way.slice(0, -1).every((on) => isFieldVisibleTo(on, viewer))) return undefined;
  return { pointer, label, isNumber: false, isMasked: true, text: (answers) => mask(valueAt(answers, pointer), kind) };
}
