import type { SchemeCheck } from '../finding.js';
import { partsAt } from '../parts.js';

/** Parts of the file into which nothing comes by itself. */
export const archive: SchemeCheck = (document, report) => {
  for (const { value, pointer } of partsAt(document, '/archive/index')) {
    const { holds } = value;
    if (holds === undefined || (Array.isArray(holds) && holds.length === 0)) report({ code: 'scheme/archive-part-empty', severity: 'info', pointer, params: {} });
  }
};
