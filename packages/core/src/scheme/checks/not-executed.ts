import { isObject } from '../../validation/instance.js';
import type { SchemeCheck } from '../finding.js';

/** Parts that the format describes and nothing executes yet. */
export const partsNotExecuted = ['supervision', 'archive'] as const;

export const notExecuted: SchemeCheck = (document, report) => {
  for (const part of partsNotExecuted) {
    if (isObject(document) && document[part] !== undefined) report({ code: 'scheme/not-executed-yet', severity: 'info', pointer: `/${part}`, atKey: true, params: { part } });
  }
};
