import type { Provenance } from '../generated/types.js';
import { escapeToken } from '../problems/json-pointer.js';
import { isObject } from '../validation/instance.js';

/** Where a part of the scheme comes from. */
export interface ProvenanceEntry {
  /** Of the `provenance` object itself; the part is its parent. */
  readonly pointer: string;
  readonly kind: Provenance['kind'];
  readonly source?: string;
}

/** Every `provenance` of a scheme, in document order. Works on drafts too. */
export function listProvenance(scheme: unknown): ProvenanceEntry[] {
  const entries: ProvenanceEntry[] = [];
  const walk = (value: unknown, pointer: string): void => {
    if (value === null || typeof value !== 'object') return;
    for (const [key, member] of Object.entries(value)) {
      const at = `${pointer}/${escapeToken(key)}`;
      const kind = key === 'provenance' && isObject(member) ? kindOf(member['kind']) : undefined;
      if (kind && isObject(member)) entries.push({ pointer: at, kind, ...(typeof member['source'] === 'string' ? { source: member['source'] } : {}) });
      else walk(member, at);
    }
  };
  walk(scheme, '');
  return entries;
}

function kindOf(kind: unknown): Provenance['kind'] | undefined {
  return kind === 'stated' || kind === 'inferred' || kind === 'invented' ? kind : undefined;
}
