import type { FieldSettings } from '../generated/types.js';
import type { Locale } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import { words } from '../locales/words.js';
import type { FieldSpec } from './field-spec.js';
import { isRecord, listAt, own, textAt } from './json-schema.js';

/** Part of an answer, by what it is for the widget. */
export type PartRole = 'from' | 'to' | 'amount' | 'unit' | 'area' | 'detail';

/** Widgets whose answer is one value even where it is an object, and what they call its parts. */
const WHOLE: Readonly<Record<string, readonly PartRole[]>> = {
  dateRange: ['from', 'to'],
  period: ['amount', 'unit'],
  address: ['area', 'detail'],
  areaPicker: [],
  organisationPicker: [],
  personPicker: [],
  lookUp: [],
};

const rolesOf = (widget: string | undefined): readonly PartRole[] | undefined => (own(WHOLE, widget ?? '') as readonly PartRole[] | undefined);

/** Whether the settings of a field name a widget that asks for an object as for one answer. */
export const isWhole = ({ widget }: FieldSettings): boolean => rolesOf(widget) !== undefined;

/** Names of the properties that hold the parts: what `widgetOptions` say, such as `{ "from": "startsOn" }`, else the word itself. */
export function partName(widgetOptions: unknown, role: PartRole): string {
  const named = own(widgetOptions, role);
  return typeof named === 'string' && named !== '' ? named : role;
}

/** Whether the schema of an object has the parts that a widget asks for. */
export function hasParts({ schema, settings }: Pick<FieldSpec, 'schema' | 'settings'>, widget: string): boolean {
  const properties = own(schema, 'properties');
  return (rolesOf(widget) ?? []).every((role) => isRecord(own(properties, partName(settings.widgetOptions, role))));
}

/** How the part of an answer is called: by the schema, or by what it is. `undefined` for a name that is no part. */
export function partLabel({ schema, settings, widget, shape }: FieldSpec, name: string, locale: Locale): string | undefined {
  if (shape !== 'leaf') return undefined;
  const property = own(own(schema, 'properties'), name);
  const set = own(own(settings.widgetOptions, 'titles'), name) as Parameters<typeof localize>[0];
  const role = rolesOf(widget)?.find((candidate) => partName(settings.widgetOptions, candidate) === name);
  return localize(set, locale) || (isRecord(property) ? textAt(property, 'title') : undefined) || (role === undefined ? undefined : words[locale].parts[role]);
}

/** What a widget has to know of the schema of an answer's parts: how they are called, and what may be chosen. */
export interface AnswerPart {
  readonly label: string;
  readonly choices: readonly unknown[];
}

/** The parts of an answer by what they are; `undefined` for a widget whose answer has none. */
export function answerParts(spec: FieldSpec, locale: Locale): Readonly<Record<string, AnswerPart>> | undefined {
  const roles = rolesOf(spec.widget);
  if (roles === undefined || roles.length === 0) return undefined;
  const parts: Record<string, AnswerPart> = {};
  for (const role of roles) {
    const name = partName(spec.settings.widgetOptions, role);
    const property = own(own(spec.schema, 'properties'), name);
    parts[role] = { label: partLabel(spec, name, locale) ?? name, choices: isRecord(property) ? listAt(property, 'enum') : [] };
  }
  return parts;
}
