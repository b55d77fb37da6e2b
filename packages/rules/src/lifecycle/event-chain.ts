import type { CaseEvent, Problem } from '@cobuild/core';
import { CanonicalJsonError, hashDocument } from '@cobuild/core';
import { ruleProblem } from '../locales/rule-message.js';
import type { ProblemCode } from '../locales/rule-message.js';
import { eventDefect } from './event-shapes.js';

/**
 * Hash of an event: SHA-256 of its canonical JSON without `hash`. It covers `previousHash`, so a change anywhere shows at that event.
 * @throws {CanonicalJsonError} where the data are no JSON.
 */
export function eventHash(event: CaseEvent | Omit<CaseEvent, 'hash'>): string {
  return hashDocument(Object.fromEntries(Object.entries(event).filter(([key]) => key !== 'hash')));
}

/** What is wrong with an event as a link of the chain, before asking what it means; `undefined` where it fits. */
export function chainProblem(event: CaseEvent, index: number, previous: CaseEvent | undefined): Problem | undefined {
  const found = (code: ProblemCode, params: Readonly<Record<string, unknown>> = {}): Problem =>
    ruleProblem(code, { document: 'events', pointer: `/${index}`, params: { index: index + 1, ...params } });
  const defect = eventDefect(event);
  if (defect !== undefined) return found('case/malformed-event', { detail: defect });
  if (event.sequence !== index + 1) return found('case/wrong-sequence', { found: event.sequence, expected: index + 1 });
  if (previous !== undefined && event.caseId !== previous.caseId) return found('case/other-case');
  // A case keeps the version of the scheme under which it was submitted.
  if (previous !== undefined && event.schemeHash !== previous.schemeHash) return found('case/mixed-schemes');
  return event.previousHash === (previous?.hash ?? '') && isOwnHash(event) ? undefined : found('case/broken-chain');
}

function isOwnHash(event: CaseEvent): boolean {
  try {
    return eventHash(event) === event.hash;
  } catch (error) {
    if (error instanceof CanonicalJsonError) return false;
    throw error;
  }
}
