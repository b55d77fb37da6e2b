import type { Condition } from '../generated/types.js';
import type { JsonSchema } from '../form/json-schema.js';
import type { Deviations } from './deviations.js';
import type { ItemOrder } from './item-order.js';
import type { Labels } from './labels.js';
import type { SettingsBook } from './settings-book.js';
import type { RegisteredUiSchema } from './ui-schema.js';

/** What elements are converted with. */
export interface Conversion {
  /** The schema of the answers; a wrapped one where the data is no object. */
  readonly root: JsonSchema;
  readonly base: readonly string[];
  readonly labels: Labels;
  readonly book: SettingsBook;
  readonly deviations: Deviations;
  /** Filled while elements are converted. */
  readonly itemOrders: ItemOrder[];
  readonly config: Readonly<Record<string, unknown>>;
  readonly uischemas: readonly RegisteredUiSchema[];
}

/** Where an element stands: the answers that its scopes begin at, and what the layouts around it say. */
export interface Surroundings {
  /** Names from the root of the answers, `*` for items. */
  readonly names: readonly string[];
  readonly schema: JsonSchema;
  /** Place in the UI schema. */
  readonly at: string;
  readonly lock?: Condition;
  readonly isConditional: boolean;
  /** It stands in the items of a list, where the layout has no elements and fields carry the conditions of what they stand in. */
  readonly isItem: boolean;
  readonly itemShows: readonly Condition[];
}
