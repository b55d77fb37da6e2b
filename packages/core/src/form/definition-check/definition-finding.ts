import type { Severity } from '../../problems/problem.js';

/** Something that an administrator most likely did not mean, before it is put into words. */
export interface DefinitionFinding {
  /** Behind `form/`. */
  readonly code: DefinitionCode;
  readonly severity: Severity;
  /** Into the definition. */
  readonly pointer: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What only the check of a definition says; a page that fills in forms does not load its sentences. */
export const definitionCodes = [
  'unknown-option', 'option-untitled', 'no-options', 'choice-type', 'default-unfit', 'unknown-keyword', 'unknown-format', 'unknown-message', 'mask-unused', 'null-unused', 'record-kinds', 'record-limits', 'record-place',
  'record-accept', 'computed-operand', 'computed-target', 'empty-section', 'opens-text', 'any-value', 'unknown-widget', 'unknown-widget-option', 'widget-option-value', 'overlapping-branches',
] as const;

export type DefinitionCode = (typeof definitionCodes)[number];
