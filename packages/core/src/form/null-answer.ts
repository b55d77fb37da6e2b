import { words } from '../locales/words.js';
import type { Locale } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import { equalJson, isEmpty } from './answers.js';
import type { FieldSpec } from './field-spec.js';
import type { FieldStatus } from './field-status.js';
import type { FormNode } from './form-model.js';
import { nodeLabel } from './form-nodes.js';
import { own } from './json-schema.js';
import { offersNull } from './null-offer.js';

const MARK = '?null';

/** The pointer of the question whether there is nothing to say; no pointer of an answer begins so. */
export const nullKey = (pointer: string): string => `${MARK}${pointer}`;

/** The place that such a pointer is about; `undefined` for any other. */
export const readNullKey = (key: string): string | undefined => (key === MARK || key.startsWith(`${MARK}/`) ? key.slice(MARK.length) : undefined);

/** What null is called: among the titles of choices, else 无此项. */
export const nullTitle = ({ settings }: Pick<FieldSpec, 'settings'>, locale: Locale): string =>
  localize(titleOf({ settings }), locale) || words[locale].nothingToSay;

const titleOf = ({ settings }: Pick<FieldSpec, 'settings'>): Parameters<typeof localize>[0] => own(settings.options, 'null') as Parameters<typeof localize>[0];

const NONE: readonly never[] = [];

/** The question whether there is nothing to say, drawn behind the one that it is about. */
export function nullNode(status: FieldStatus, locale: Locale, readonly: boolean): FormNode | undefined {
  const { plan, spec, pointer, required, visible, locked, value } = status;
  const isFixed = readonly || locked || own(spec.schema, 'readOnly') === true;
  if (!offersNull(plan, required) || (isFixed && value !== null)) return undefined;
  return {
    pointer: nullKey(pointer),
    template: nullKey(spec.template),
    widget: 'nothingToSay',
    label: localize(titleOf(spec), locale) || words[locale].nothingToSayOf(nodeLabel(status, locale)),
    help: '',
    placeholder: '',
    unit: '',
    width: 'full',
    required: false,
    recommended: false,
    readonly: isFixed,
    computed: false,
    visible,
    value: value === null,
    options: NONE,
    children: NONE,
    problems: NONE,
  };
}

/** The question by which a person said that there is nothing to say. */
export const saidNothing = ({ choosers }: Pick<FormNode, 'choosers'>): FormNode | undefined => choosers?.find(({ pointer, value }) => value === true && readNullKey(pointer) !== undefined);

/** Whether nothing was answered to a question, not even that there is nothing to say. An empty list or object that was chosen is an answer. */
export const isUnansweredNode = (node: FormNode): boolean =>
  isEmpty(node.value) && saidNothing(node) === undefined && !(typeof node.value === 'object' && node.value !== null && !isMany(node) && node.options.some((option) => equalJson(option.value, node.value)));

const isMany = ({ widget }: FormNode): boolean => widget === 'checkboxes' || widget === 'multiCombobox';
