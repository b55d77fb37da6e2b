import type { FormDefinition } from '../generated/types.js';
import { words } from '../locales/words.js';
import { furtherWords } from '../locales/further-words.js';
import type { Locale, LocalizedText } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import { choiceKey } from './choices.js';
import type { FieldStatus } from './field-status.js';
import type { FieldOption, FormNode } from './form-model.js';
import { own, textAt } from './json-schema.js';
import { fieldLabel } from './labels.js';
import type { Alternatives, Branch } from './schema-branches.js';

/** More ways than this are a drop-down list. */
const MOST_RADIOS = 5;
const NONE: readonly never[] = [];

/** The questions between the ways to answer, for a field as it stands; they are drawn before it. */
export function chooserNodes(status: FieldStatus, definition: FormDefinition, locale: Locale, readonly: boolean): readonly FormNode[] {
  const { spec, pointer, chosen } = status;
  const label = furtherWords[locale].howToAnswer(status.plan.isItem || spec.name === '' ? '' : fieldLabel(spec, locale));
  return spec.alternatives.flatMap((alternatives, index): FormNode[] => {
    const branch = chosen[index] ?? -1;
    if (branch < 0 || alternatives.branches.length < 2) return [];
    const key = choiceKey(pointer, index);
    return [
      {
        pointer: key,
        template: choiceKey(spec.template, index),
        widget: alternatives.branches.length > MOST_RADIOS ? 'select' : 'radio',
        label,
        help: '',
        placeholder: '',
        unit: '',
        width: 'full',
        required: true,
        recommended: false,
        readonly,
        computed: false,
        visible: status.visible,
        value: branch,
        options: branchOptions(alternatives, definition, locale),
        children: NONE,
        problems: NONE,
      },
    ];
  });
}

const known = new WeakMap<Alternatives, Map<Locale, readonly FieldOption[]>>();

/** One list for each language lets views compare by identity. */
function branchOptions(alternatives: Alternatives, definition: FormDefinition, locale: Locale): readonly FieldOption[] {
  const lists = known.get(alternatives) ?? new Map<Locale, readonly FieldOption[]>();
  known.set(alternatives, lists);
  let list = lists.get(locale);
  if (list === undefined) lists.set(locale, (list = alternatives.branches.map((branch) => ({ value: branch.index, label: branchLabel(branch, definition, locale) }))));
  return list;
}

/** A way to answer by its name in the settings, its title, the definition that it is drawn from, what it asks for, or its kind of answer. */
function branchLabel(branch: Branch, { fields }: FormDefinition, locale: Locale): string {
  const outline = branch.outline();
  const set = own(own(fields, `#${branch.pointer}`), 'title') as LocalizedText | undefined;
  const named = localize(set, locale) || (textAt(outline.schema, 'title') ?? outline.definition);
  if (named !== undefined) return named;
  const asked = [...outline.properties].slice(0, 3).map(([name, schema]) => (own(schema, 'title') as string | undefined) ?? name);
  if (asked.length > 0) return asked.join(words[locale].separator);
  const constant = own(outline.schema, 'const');
  if (typeof constant === 'string') return constant;
  return (own(furtherWords[locale].kinds, outline.type ?? '') as string | undefined) ?? furtherWords[locale].way(branch.index + 1);
}
