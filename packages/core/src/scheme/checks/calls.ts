import type { SchemeCheck } from '../finding.js';
import { partsAt } from '../parts.js';
import { settled } from './settled.js';

/** A call for applications stands where applications begin, and closes after it opens. */
export const calls: SchemeCheck = (document, report) => {
  for (const { value, pointer } of partsAt(document, '/stages')) {
    if (value['call'] === undefined) continue;
    if (pointer !== '/stages/0') report({ code: 'scheme/call-misplaced', severity: 'error', pointer: `${pointer}/call`, atKey: true, params: {} });
    const [opens, closes] = [settled(document, `${pointer}/call/opensAt`), settled(document, `${pointer}/call/closesAt`)];
    if (closes !== undefined && timeOf(closes.value) <= timeOf(opens?.value)) report({ code: 'scheme/call-closes-first', severity: 'error', pointer: closes.pointer, params: { opensAt: opens?.value, closesAt: closes.value } });
  }
};

/** Not a number for what is no instant: such a value is the format's to report, and comes neither before nor after another. */
const timeOf = (value: unknown): number => (typeof value === 'string' ? Date.parse(value) : NaN);
