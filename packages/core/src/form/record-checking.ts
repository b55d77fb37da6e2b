import type { Facts } from './form-model.js';
import type { RecordRules } from './record-rules.js';

/** How a form's records are checked; `awaited` where the check is still on its way to the page: until then none of them counts as right. */
export interface RecordChecking {
  readonly rules: RecordRules | 'awaited' | undefined;
  readonly facts: Facts;
  /** Names of files on their way, by the pointer of their record. */
  readonly arriving?: ReadonlyMap<string, readonly string[]>;
}

/** Said of a file that is on its way. */
export const ARRIVING = 'form/file-arriving';
