import type { SchemeCheck } from '../finding.js';
import { partsAt } from '../parts.js';
import { settled } from './settled.js';

/** A call for applications stands where applications begin, closes after it opens, and takes paper after that. */
export const calls: SchemeCheck = (document, report) => {
  for (const { value, pointer } of partsAt(document, '/stages')) {
    if (value['call'] === undefined) continue;
    if (pointer !== '/stages/0') report({ code: 'scheme/call-misplaced', severity: 'error', pointer: `${pointer}/call`, atKey: true, params: {} });
    const [opens, closes, paper] = [settled(document, `${pointer}/call/opensAt`), settled(document, `${pointer}/call/closesAt`), settled(document, `${pointer}/call/paperUntil`)];
    // What comes on paper is entered after the closing; without one there is nothing to wait for.
    const isClosed = typeof value['call'] === 'object' && value['call'] !== null && 'closesAt' in value['call'];
    if (paper !== undefined && (!isClosed || timeOf(paper.value) <= timeOf(closes?.value))) report({ code: 'scheme/call-paper-first', severity: 'error', pointer: paper.pointer, params: { paperUntil: paper.value } });
    if (closes !== undefined && timeOf(closes.value) <= timeOf(opens?.value)) report({ code: 'scheme/call-closes-first', severity: 'error', pointer: closes.pointer, params: { opensAt: opens?.value, closesAt: closes.value } });
  }
};

/** Not a number for what is no instant: such a value is the format's to report, and comes neither before nor after another. */
const timeOf = (value: unknown): number => (typeof value === 'string' ? Date.parse(value) : NaN);
