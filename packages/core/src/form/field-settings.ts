import type { FieldSettings, FormDefinition } from '../generated/types.js';
import { isRecord, own } from './json-schema.js';
import type { SchemaSource } from './schema-sources.js';

const NO_SETTINGS: FieldSettings = {};

/** Whether some settings are said of places in the schema. */
export function hasPlaceSettings({ fields }: FormDefinition): boolean {
  return isRecord(fields) && Object.keys(fields).some((key) => key.startsWith('#'));
}

/** The settings of a field: what is said by its pointer, above what is said of the places in the schema from which it is drawn, the nearest one first. */
export function fieldSettings({ definition, hasPlaceSettings: inPlaces }: { readonly definition: FormDefinition; readonly hasPlaceSettings: boolean }, template: string, sources: readonly SchemaSource[]): FieldSettings {
  const settings = own(definition.fields, template);
  const byPointer = isRecord(settings) ? (settings as FieldSettings) : NO_SETTINGS;
  if (!inPlaces) return byPointer;
  const places = sources.map(({ pointer }) => own(definition.fields, `#${pointer}`)).filter(isRecord);
  return places.length === 0 ? byPointer : Object.assign({}, ...[...places].reverse(), byPointer) as FieldSettings;
}
