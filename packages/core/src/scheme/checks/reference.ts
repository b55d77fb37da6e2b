import type { DocumentFinding } from '../finding.js';
import { nearestName } from '../nearest-name.js';
import type { SchemeCode } from '../problem-codes.js';

/** Reports a name that nothing in the scheme has, with the names that there are and the one that was probably meant. */
export function reportUnless(known: readonly string[], name: string | undefined, code: SchemeCode, pointer: string, report: (finding: DocumentFinding) => void, atKey = false): void {
  if (name === undefined || known.includes(name)) return;
  const nearest = nearestName(name, known);
  report({ code, severity: 'error', pointer, atKey, params: { id: name, known, ...(nearest === undefined ? {} : { nearest }) } });
}
