import type { FieldSettings } from '../generated/types.js';
import type { JsonSchema } from '../form/json-schema.js';
import { isRecord, listAt, numberAt, own, textAt } from '../form/json-schema.js';
import { TIME_OF_DAY, hasType } from './answers-schema.js';
import type { Deviations } from './deviations.js';

type Options = Readonly<Record<string, unknown>>;

/** Read elsewhere: the layout of items and objects, and whether the answer can be changed. */
const ELSEWHERE = ['detail', 'readonly', 'readOnly'];
/** Formats that JSON Forms saves as JSON Schema writes them. */
const SAVED_AS: Readonly<Record<string, string>> = { date: 'YYYY-MM-DD', time: 'HH:mm:ss', 'date-time': '' };

/** Widget and its options for a control; what has no equal is told. */
export function controlSettings(options: Options, given: Options, schema: JsonSchema, deviations: Deviations, at: string): FieldSettings {
  const settings: FieldSettings = { ...widgetOf(options, schema), ...(options['trim'] === true ? { width: 'short' as const } : {}) };
  const format = unusualFormat(options);
  if (format !== undefined) deviations.add('date-format', at, { format });
  for (const option of Object.keys(given)) {
    if (!ELSEWHERE.includes(option) && !isUnderstood(option, given[option], settings)) deviations.add('option', `${at}/options/${option}`, { option });
  }
  return settings;
}

/** Options that settle something here, or ask for what is done anyway. */
function isUnderstood(option: string, value: unknown, { widget }: FieldSettings): boolean {
  switch (option) {
    case 'trim': case 'showSortButtons': case 'showUnfocusedDescription': case 'dateSaveFormat': case 'dateTimeSaveFormat': case 'timeSaveFormat': return true;
    case 'multi': return widget === 'textarea' || value === false;
    case 'slider': case 'toggle': return widget === option || value === false;
    case 'suggestion': return widget === 'suggestions';
    case 'autocomplete': return widget === 'combobox' || value === false;
    case 'format': return value !== 'radio' || widget === 'radio';
    default: return value === false;
  }
}

function widgetOf(options: Options, schema: JsonSchema): FieldSettings {
  const isChoice = listAt(schema, 'enum').length > 0 || listAt(schema, 'oneOf').length > 0;
  if (options['multi'] === true && hasType(schema, 'string') && !isChoice) return { widget: 'textarea' };
  if (options['format'] === 'radio' && isChoice) return { widget: 'radio' };
  if (options['format'] === 'date' && hasType(schema, 'string') && textAt(schema, 'format') === undefined && unusualFormat(options) === undefined) return { widget: 'date' };
  if (own(schema, 'pattern') === TIME_OF_DAY) return { widget: 'time' };
  if (options['toggle'] === true && hasType(schema, 'boolean')) return { widget: 'toggle' };
  if (options['slider'] === true && isBetween(schema)) return { widget: 'slider' };
  if (options['autocomplete'] === true && isChoice) return { widget: 'combobox' };
  const suggestion = suggestionsOf(options['suggestion']);
  if (suggestion.length > 0 && hasType(schema, 'string') && !isChoice) return { widget: 'suggestions', widgetOptions: { suggestions: suggestion } };
  return mayComeTwice(schema) ? { widget: 'cards' } : {};
}

const isBetween = (schema: JsonSchema): boolean =>
  (hasType(schema, 'number') || hasType(schema, 'integer')) && numberAt(schema, 'minimum') !== undefined && numberAt(schema, 'maximum') !== undefined;

const suggestionsOf = (given: unknown): readonly string[] => (Array.isArray(given) ? given.filter((each): each is string => typeof each === 'string') : []);

/** Choices that nothing forbids to choose twice are a list of choices, one for each item. */
function mayComeTwice(schema: JsonSchema): boolean {
  const items = own(schema, 'items');
  return hasType(schema, 'array') && own(schema, 'uniqueItems') !== true && isRecord(items) && (listAt(items, 'enum').length > 0 || listAt(items, 'oneOf').some((branch) => own(branch, 'const') !== undefined));
}

/** A format other than that of JSON Schema in which the control saves dates or times. */
function unusualFormat(options: Options): string | undefined {
  const formats = [['date', 'dateSaveFormat'], ['time', 'timeSaveFormat'], ['date-time', 'dateTimeSaveFormat']] as const;
  for (const [format, option] of formats) {
    const saved = options[option];
    if (options['format'] === format && typeof saved === 'string' && saved !== SAVED_AS[format]) return saved;
  }
  return undefined;
}

/** The UI schema that a control carries for what is inside it. */
export function inlineDetail(options: Options): unknown {
  const detail = own(options, 'detail');
  return isRecord(detail) ? detail : undefined;
}
