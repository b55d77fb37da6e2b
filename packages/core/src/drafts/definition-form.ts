import type { FormDefinition } from '../generated/types.js';
import { hashDocument } from '../hash/index.js';
import type { DraftForm } from './form-draft.js';

const known = new WeakMap<FormDefinition, Pick<DraftForm, 'hash'>>();

/**
 * How a draft names the form that it belongs to. The hash is worked out once for each definition object.
 *
 * @example draftForm(definition, scheme) // { id: 'application', version: 1, hash: '5f0c…', scheme: { id: 'gaoming', version: '1.2.0' } }
 */
export function draftForm(definition: FormDefinition, scheme?: { readonly id: string; readonly version: string }): DraftForm {
  let found = known.get(definition);
  // Through JSON: a definition made by a script may hold `undefined`, which has no canonical text.
  if (found === undefined) known.set(definition, (found = { hash: hashDocument(JSON.parse(JSON.stringify(definition))) }));
  return {
    id: definition.id,
    version: definition.version ?? 1,
    hash: found.hash,
    ...(scheme === undefined ? {} : { scheme: { id: scheme.id, version: scheme.version } }),
  };
}
