export type { JsonChange, TextEdit } from './json-edits.js';
export { applyTextEdits, editJson } from './json-edits.js';
export type { ChangeOptions, SchemeDraft, SchemeTexts } from './scheme-draft.js';
export { createSchemeDraft } from './scheme-draft.js';
