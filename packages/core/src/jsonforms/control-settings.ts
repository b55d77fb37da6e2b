import type { FieldSettings } from '../generated/types.js';
import { toPointer } from '../problems/json-pointer.js';
import { own } from '../form/json-schema.js';
import { hasType } from './answers-schema.js';
import { ALWAYS } from './conditions.js';
import { controlSettings, inlineDetail } from './control-options.js';
import type { Conversion, Surroundings } from './conversion.js';
import type { Label } from './labels.js';
import { asText, plainLabel } from './labels.js';
import type { RuleSays } from './rules.js';
import { propertyNames, schemaAt } from './scopes.js';
import { hiddenWhile } from './settings-book.js';
import type { UiSchema } from './ui-schema.js';
import { isUiSchema, optionsOf } from './ui-schema.js';

/** The layout inside an object or an item: the control's own, else the one that the host registered for it. */
export function detailOf(control: UiSchema, options: Readonly<Record<string, unknown>>, { names, schema }: Surroundings, on: Conversion): UiSchema | undefined {
  const inline = inlineDetail(options);
  if (isUiSchema(inline)) return inline;
  if (own(options, 'detail') === 'GENERATE') return undefined;
  const subject = hasType(schema, 'array') ? (schemaAt(on.root, schema, ['*']) ?? schema) : schema;
  const scope = own(control, 'scope');
  const path = names.slice(on.base.length).join('.');
  const ranked = on.uischemas.map(({ tester, uischema }) => ({ uischema, rank: tester(subject as never, typeof scope === 'string' ? scope : '#', path) }));
  const best = ranked.reduce<(typeof ranked)[number] | undefined>((before, next) => (next.rank >= 0 && next.rank > (before?.rank ?? -1) ? next : before), undefined);
  return best?.uischema;
}

/** What a control calls its field. */
export function labelSettings(control: UiSchema, title: Label, { names, schema }: Surroundings, on: Conversion): FieldSettings {
  const path = names.slice(on.base.length);
  const plain = plainLabel(names[names.length - 1] ?? '', schema);
  const help = on.labels.description(control, schema, path);
  const choices = on.labels.choices(control, schema, path);
  return {
    ...(title.text !== '' && title.text !== plain ? { title: asText(title.text) } : {}),
    ...(title.isShown && title.text !== '' ? {} : { titleHidden: true }),
    ...(help === undefined || help === '' || help === own(schema, 'description') ? {} : { help: asText(help) }),
    ...(choices === undefined ? {} : { options: choices }),
  };
}

/** How the answer of a control is given, and whether it can be. */
export function answerSettings(control: UiSchema, options: Readonly<Record<string, unknown>>, { schema, at, lock, isConditional, itemShows }: Surroundings, { visibleWhen, readonlyWhen }: RuleSays, on: Conversion): FieldSettings {
  const said = options['readonly'] ?? options['readOnly'];
  const locked = readonlyWhen ?? (said === true ? ALWAYS : said === false ? undefined : lock);
  const isList = control.type === 'ListWithDetail';
  return {
    ...controlSettings(options, optionsOf(control, {}), schema, on.deviations, at),
    ...(isList ? { widget: 'listDetail' } : {}),
    ...hiddenWhile(itemShows.length > 1 ? { all: [...itemShows] } : (itemShows[0] ?? visibleWhen), isConditional),
    ...(locked === undefined ? {} : { readonlyWhen: locked }),
  };
}

/** How deep names inside a field are translated one by one. */
const DEEPEST_TRANSLATED = 4;

/** Translated titles of what is inside a field that is shown whole. */
export function translateInside(template: string, { names, schema }: Surroundings, on: Conversion, depth = 0): void {
  if (!on.labels.isTranslated || depth > DEEPEST_TRANSLATED) return;
  const inner = hasType(schema, 'array') ? ['*'] : propertyNames(on.root, schema);
  for (const name of inner) {
    const there = schemaAt(on.root, schema, [name]);
    const inside = `${template}${toPointer(name)}`;
    if (there === undefined) continue;
    const path = [...names, name];
    if (name !== '*' && on.book.at(inside).title === undefined) {
      const text = on.labels.ofField(name, there, path.slice(on.base.length));
      const choices = on.labels.choices(undefined, there, path.slice(on.base.length));
      on.book.add(inside, { ...(text === plainLabel(name, there) ? {} : { title: asText(text) }), ...(choices === undefined ? {} : { options: choices }) });
    }
    translateInside(inside, { names: path, schema: there, at: '', isConditional: false, isItem: false, itemShows: [] }, on, depth + 1);
  }
}
