import type { Problem } from '@cobuild/core';
import { ruleProblem } from '../locales/rule-message.js';
import type { ProblemCode } from '../locales/rule-message.js';
import { readFen } from '../money/fen.js';
import type { Agreement, AgreementResult, ChangeDecision, ChangeRecord, ChangeRequest, ChangeRoute } from './contract-types.js';

/**
 * Puts a change on file and, where it was granted or needs nobody's leave, into the contract. A refused change stays on file; nothing is ever taken off it.
 *
 * @param route - From `routeChange`, on the same agreement and request.
 * @param decision - Of the role that `route` names. A new payee always needs one, whatever the rules say.
 */
export function amendAgreement(agreement: Agreement, request: ChangeRequest, route: ChangeRoute, decision?: ChangeDecision): AgreementResult {
  const wrong = wrongDecision(agreement, request, route, decision);
  if (wrong !== undefined) return { ok: false, problems: [wrong] };
  const change = decision?.granted === false ? {} : changeOf(request, decision);
  const before = Object.fromEntries(Object.keys(change).map((key) => [key, agreement[key as keyof Agreement] ?? null]));
  const record: ChangeRecord = { request, route, ...(decision === undefined ? {} : { decision }), before };
  return { ok: true, agreement: { ...agreement, ...change, changes: [...(agreement.changes ?? []), record] } };
}

function wrongDecision({ changes = [], amount, applicant }: Agreement, request: ChangeRequest, route: ChangeRoute, decision: ChangeDecision | undefined): Problem | undefined {
  const problem = (code: ProblemCode, params: Problem['params'] = {}): Problem => ruleProblem(code, { document: 'change', pointer: '', params: { change: request.id, ...params } });
  if (changes.some((record) => record.request.id === request.id)) return problem('contract/change-on-file');
  if (request.reason === '') return problem('contract/change-reason-missing');
  if (route.outcome === 'undecided') return problem('contract/change-rule-undecided', { rules: route.holes });
  const otherPayee = request.kind === 'payee' && request.payee.name !== applicant;
  if (decision === undefined) return route.outcome === 'needsDecision' || route.outcome === 'noRule' || otherPayee ? problem(otherPayee ? 'contract/payee-change-needs-approval' : 'contract/change-needs-decision', { role: route.decidedBy }) : undefined;
  if (route.decidedBy !== undefined && decision.role !== route.decidedBy) return problem('contract/change-decided-by-other', { role: route.decidedBy, found: decision.role });
  if (decision.granted && request.kind === 'money') {
    const sum = request.budget.reduce((total, line) => total + (readFen(line.amount) ?? 0n), 0n);
    if (sum < (readFen(amount) ?? 0n)) return problem('contract/change-below-award', { sum: Number(sum) / 100, amount });
  }
  return undefined;
}

function changeOf(request: ChangeRequest, decision: ChangeDecision | undefined): Partial<Agreement> {
  switch (request.kind) {
    case 'money': return { budget: request.budget };
    case 'time': return { milestones: request.milestones };
    case 'content': return { ...(request.milestones === undefined ? {} : { milestones: request.milestones }), ...(request.indicators === undefined ? {} : { indicators: request.indicators }) };
    case 'payee': return { payee: request.payee, ...(decision === undefined ? {} : { payeeApproval: { by: decision.by, on: decision.on, ...(decision.role === undefined ? {} : { role: decision.role }) } }) };
    case 'executor': return { executor: request.executor };
  }
}
