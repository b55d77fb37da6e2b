export type { JsonChange, TextEdit } from './json-edits.js';
export { applyTextEdits, editJson } from './json-edits.js';
export type { ChangeOptions, SchemeDraft, SchemeTexts } from './scheme-draft.js';
export { createSchemeDraft } from './scheme-draft.js';
export type { FormatKind, FormatMember, FormatPlace } from './format-place.js';
export { describePlace, isParameterReference } from './format-place.js';
export type { Reference } from './references.js';
export { referencedPlace, referenceTitle } from './references.js';
export { startValue } from './start-value.js';
