import type { FieldSettings } from '../generated/types.js';
import type { WidgetName } from './form-model.js';
import type { JsonSchema } from './json-schema.js';
import type { Choice, ValueType } from './merged-schema.js';
import type { Alternatives } from './schema-branches.js';
import type { Gate } from './schema-sources.js';

/** Why a field cannot be drawn; the sentence is made in the locale. */
export type UnsupportedReason = 'deep' | 'type' | 'open' | 'root';

/** The other ways to draw a field: by which of the schemas that describe it apply. */
export interface FieldVariants {
  /** What has to hold for each of these schemas to apply. */
  readonly gates: readonly (readonly Gate[])[];
  /**
   * The field as it is while these of them apply, compiled on first use.
   *
   * @param held - One character for each list of gates: `1` where it holds, `0` where not.
   */
  of(held: string): FieldSpec;
}

/** Properties beside those that are listed: the person gives them names. */
export interface FieldEntries {
  /** What the value under a name is like; `undefined` where the schema does not allow the name. Compiled on first use. */
  of(name: string): FieldSpec | undefined;
  /** Whether the schema allows the name, as far as patterns say. */
  readonly namePointers: readonly string[];
}

/** A field as the definition describes it, whatever the answers: the structure that is compiled once. */
export interface FieldSpec {
  readonly name: string;
  /** Pointer with `*` for items, as `fields` addresses it. */
  readonly template: string;
  /** Where the JSON Schema of the field stands, in the definition's `schema`. */
  readonly schemaPointer: string;
  /** Objects between the root and the object that holds this field. */
  readonly depth: number;
  /** A group has named answers, a list any number of items of one kind, a tuple fixed places (and perhaps items behind them). */
  readonly shape: 'group' | 'list' | 'tuple' | 'leaf';
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
  /** Fields of a group, in the order of the schema; the places of a tuple. */
  readonly children: readonly FieldSpec[];
  /** What each item of a list looks like, or each behind the places of a tuple. */
  readonly item?: FieldSpec;
  /** Of a group whose answers may have other names. */
  readonly entries?: FieldEntries;
  /** Between which the person chooses. */
  readonly alternatives: readonly Alternatives[];
  readonly variants?: FieldVariants;
  /**
   * The whole field, where the schema comes back to itself: it is there once it has an answer, or else it would never end. Compiled on first use.
   */
  readonly expand?: () => FieldSpec;
  /** It was expanded: that it is there is an answer, even where nothing in it is answered. */
  readonly optional?: boolean;
}
