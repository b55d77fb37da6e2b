import type { FieldSettings } from '../generated/types.js';
import { isRecord, own } from './json-schema.js';

const KINDS = ['budget', 'opinions', 'discussions', 'applicants', 'indicators', 'attachments', 'pledge'] as const;

/** Records that an answer can be. */
export type RecordKind = (typeof KINDS)[number];

export const recordKinds: readonly RecordKind[] = KINDS;

/** Which record the answer of a field is, where its settings name one: such an answer is one value with a model of its own. */
export function recordKind({ record }: FieldSettings): RecordKind | undefined {
  return isRecord(record) ? KINDS.find((kind) => own(record, kind) !== undefined) : undefined;
}
