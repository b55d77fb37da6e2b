export * from './generated/types.js';
export { formatSchemas } from './generated/schemas.js';
export type { Locale, LocalizedText, Problem, Severity } from './problems/problem.js';
export { localize } from './problems/problem.js';
export { escapeToken, pointerTokens, toPointer, valueAt, withValueAt } from './problems/json-pointer.js';
export type { CompiledSchema, ValidationIssue, Validator } from './validation/validator.js';
export { SchemaError } from './validation/validator.js';
export type * from './form/form-model.js';
export type * from './scheme/loaded-scheme.js';
