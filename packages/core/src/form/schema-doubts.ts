import { findDisagreements } from '../validation/disagreements.js';
import type { Disagreement } from '../validation/disagreements.js';

/** Words without which no construct is in doubt: most schemas have none of them, and are not looked through. */
const DOUBTFUL = /"(?:unevaluatedItems|unevaluatedProperties|\$dynamicRef|multipleOf|__proto__)"\s*:|"enum"\s*:\s*\[\s*\]|"\$id"/;

/** Where the validator of the page and ajv, which servers use, would read a schema differently. A schema that cannot be used has other problems. */
export function schemaDoubts(schema: unknown): readonly Disagreement[] {
  try {
    return DOUBTFUL.test(JSON.stringify(schema)) ? findDisagreements(schema) : [];
  } catch {
    return [];
  }
}
