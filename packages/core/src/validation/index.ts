export { createInterpreter } from './interpreter.js';
export type { InterpretedSchema, Interpreter, InterpreterOptions } from './interpreter.js';
export type { Formats } from './site.js';
export { SchemaError } from './validator.js';
export type { BranchMatch, CompiledSchema, ValidationIssue, ValidationSession, Validator } from './validator.js';
export { metaschemas } from './metaschemas.js';
export { namedFormats, schemeFormats, standardFormats } from './formats.js';
export { findDisagreements } from './disagreements.js';
export type { Disagreement } from './disagreements.js';
