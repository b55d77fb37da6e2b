import type { FieldSettings } from '../generated/types.js';
import type { WidgetName } from './form-model.js';
import type { JsonSchema } from './json-schema.js';
import type { Choice, ValueType } from './merged-schema.js';
import type { Gate } from './schema-sources.js';

/** Why a field cannot be drawn; the sentence is made in the locale. */
export type UnsupportedReason = 'recursion' | 'type' | 'alternatives' | 'tuple' | 'open';

/** A field as the definition describes it, whatever the answers: the structure that is compiled once. */
export interface FieldSpec {
  readonly name: string;
  /** Pointer with `*` for items, as `fields` addresses it. */
  readonly template: string;
  /** Where the JSON Schema of the field stands, in the definition's `schema`. */
  readonly schemaPointer: string;
  /** Objects between the root and the object that holds this field. */
  readonly depth: number;
  readonly shape: 'group' | 'list' | 'leaf';
  readonly type?: ValueType;
  readonly nullable: boolean;
  /** Everything that always describes it, merged. */
  readonly schema: JsonSchema;
  readonly settings: FieldSettings;
  readonly widget: WidgetName;
  readonly unsupported?: UnsupportedReason;
  readonly choices: readonly Choice[];
  readonly computed: boolean;
  /** The field exists when all gates of one of these lists hold. */
  readonly presentWhen: readonly (readonly Gate[])[];
  /** The JSON Schema requires it when all gates of one of these lists hold; none: never. */
  readonly requiredWhen: readonly (readonly Gate[])[];
  /** Fields of a group, in the order of the schema. */
  readonly children: readonly FieldSpec[];
  /** What each item of a list looks like. */
  readonly item?: FieldSpec;
}
