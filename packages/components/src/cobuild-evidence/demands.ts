import type { EvidenceRecord, FormDefinition, Scheme, Text } from '@cobuild/core';
import { resolveParameters } from '@cobuild/core';
import type { CaseState, StageSheet } from '@cobuild/rules';
import { stageSheets } from '@cobuild/rules';

/** A record that the stage of a case asks for, and what there is of it. */
export interface EvidenceLine {
  /** Kind under which it is recorded. */
  readonly kind: string;
  readonly title: Text;
  readonly needed: number;
  readonly records: readonly EvidenceRecord[];
  /** Of the form of a voting stage: whose it is, and what it asks. */
  readonly sheet?: { readonly stage: string; readonly form: FormDefinition };
}

/**
 * What the present stage asks to have recorded, in the order of the scheme: its own evidence, and records that may stem from an earlier stage; then the forms of the
 * meetings held so far. A number that the scheme leaves open counts as one, as in the rules.
 */
export function evidenceLines(scheme: Scheme, state: CaseState): readonly EvidenceLine[] {
  const { stage: current, evidence = [] } = state;
  const resolved = resolveParameters(scheme);
  const stage = resolved.stages.find(({ id }) => id === current);
  const own = (stage?.evidence ?? []).map(({ id, title, minimum }): EvidenceLine => ({
    kind: id, title, needed: typeof minimum === 'number' ? minimum : 1, records: evidence.filter((record) => record.kind === id && record.stage === current && record.answers === undefined),
  }));
  const before = (stage?.requires ?? []).flatMap(({ record, title }): EvidenceLine[] => (record === undefined ? [] : [{ kind: record, title, needed: 1, records: evidence.filter(({ kind }) => kind === record) }]));
  const held = stageSheets(resolved, state);
  // The sheet of a meeting that has not begun is announced.
  const ahead = stage?.method === 'vote' && stage.form !== undefined && !held.some((sheet) => sheet.stage.id === current) ? [{ stage, form: stage.form }] : [];
  const sheets = [...held, ...ahead].flatMap(({ stage: { id, title }, form: kind, record }: StageSheet): EvidenceLine[] => {
    const form = resolved.forms.find((each) => each.id === kind);
    return form === undefined ? [] : [{ kind, title: form.title ?? title, needed: 1, records: record === undefined ? [] : [record], sheet: { stage: id, form } }];
  });
  return [...own, ...before, ...sheets];
}

/** How many are still missing. */
export const missingRecords = ({ needed, records }: EvidenceLine): number => Math.max(0, needed - records.length);
