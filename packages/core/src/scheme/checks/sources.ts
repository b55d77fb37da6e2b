import type { SchemeCheck } from '../finding.js';
import { factIds, looksLikeFactId } from '../fact-ids.js';
import { partsAt, textIn } from '../parts.js';
import { listProvenance } from '../provenance.js';

/** A source that is written like a fact id names a fact that is known. */
export const sources: SchemeCheck = (document, report) => {
  const named = [
    ...listProvenance(document).map(({ pointer, source }) => ({ pointer: `${pointer}/source`, source })),
    ...partsAt(document, '/tests').map((test) => ({ pointer: `${test.pointer}/source`, source: textIn(test, 'source') })),
  ];
  for (const { pointer, source } of named) {
    if (source !== undefined && looksLikeFactId(source) && !factIds.has(source)) report({ code: 'scheme/unknown-fact-id', severity: 'warning', pointer, params: { source } });
  }
};
