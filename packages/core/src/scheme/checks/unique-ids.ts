import { escapeToken } from '../../problems/json-pointer.js';
import { isObject } from '../../validation/instance.js';
import type { SchemeCheck } from '../finding.js';
import { walkFormat } from '../format-schema.js';

/** Things of one list have different ids: others refer to them, and overlays merge by them. */
export const uniqueIds: SchemeCheck = (document, report) => {
  walkFormat(document, (value, pointer) => {
    if (!Array.isArray(value)) return;
    const seen = new Set<string>();
    for (const [index, item] of (value as unknown[]).entries()) {
      const id = isObject(item) ? item['id'] : undefined;
      if (typeof id !== 'string') continue;
      if (seen.has(id)) report({ code: 'scheme/duplicate-id', severity: 'error', pointer: `${pointer}/${escapeToken(index)}/id`, params: { id } });
      seen.add(id);
    }
  });
};
