import type { EvidenceRecord, LocalizedText, Scheme } from '@cobuild/core';
import { resolveParameters } from '@cobuild/core';
import type { CaseState } from '@cobuild/rules';

/** A record that the stage of a case asks for, and what there is of it. */
export interface EvidenceLine {
  /** Kind under which it is recorded. */
  readonly kind: string;
  readonly title: LocalizedText;
  readonly needed: number;
  readonly records: readonly EvidenceRecord[];
}

/**
 * What the present stage asks to have recorded, in the order of the scheme: its own evidence, and records that may stem from an earlier stage. A number that the
 * scheme leaves open counts as one, as in the rules.
 */
export function evidenceLines(scheme: Scheme, { stage: current, evidence = [] }: CaseState): readonly EvidenceLine[] {
  const stage = resolveParameters(scheme).stages.find(({ id }) => id === current);
  const own = (stage?.evidence ?? []).map(({ id, title, minimum }): EvidenceLine => ({
    kind: id, title, needed: typeof minimum === 'number' ? minimum : 1, records: evidence.filter((record) => record.kind === id && record.stage === current),
  }));
  const before = (stage?.requires ?? []).flatMap(({ record, title }): EvidenceLine[] => (record === undefined ? [] : [{ kind: record, title, needed: 1, records: evidence.filter(({ kind }) => kind === record) }]));
  return [...own, ...before];
}

/** How many are still missing. */
export const missingRecords = ({ needed, records }: EvidenceLine): number => Math.max(0, needed - records.length);
