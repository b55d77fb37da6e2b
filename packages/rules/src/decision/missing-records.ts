import type { EvidenceRecord, Outcome, Stage } from '@cobuild/core';
import type { MissingRecord } from '../results.js';

/** What has been recorded and settled so far. */
export interface RecordsSoFar {
  readonly evidence: readonly EvidenceRecord[];
  /** Ids of stages that were settled in favour. */
  readonly settled: readonly string[];
}

/** What a stage asks to be on record and is not there. A number that the scheme leaves open counts as one. */
export function missingRecords(stage: Stage, { evidence, settled }: RecordsSoFar): MissingRecord[] {
  const own = (stage.evidence ?? []).map(({ id, minimum }): MissingRecord => ({
    kind: 'evidence', id, needed: Number.isSafeInteger(minimum) ? (minimum as number) : 1, found: evidence.filter((record) => record.kind === id && record.stage === stage.id && record.answers === undefined).length,
  }));
  const gates = (stage.requires ?? []).flatMap((gate): MissingRecord[] => [
    ...(gate.record === undefined ? [] : [{ kind: 'record' as const, id: gate.id, needed: 1, found: evidence.filter(({ kind }) => kind === gate.record).length }]),
    ...(gate.stage === undefined ? [] : [{ kind: 'stage' as const, id: gate.id, needed: 1, found: settled.filter((id) => id === gate.stage).length }]),
  ]);
  return [...own, ...gates].filter(({ found, needed }) => found < needed);
}

/**
 * What keeps a stage from this kind of outcome. Nothing keeps an application from being returned or withdrawn; what others have to record first does not keep a stage
 * from refusing.
 */
export function standsInTheWay(missing: readonly MissingRecord[], kind: Outcome['kind']): readonly MissingRecord[] {
  if (kind === 'return' || kind === 'withdraw') return [];
  return kind === 'reject' ? missing.filter((record) => record.kind === 'evidence') : missing;
}
