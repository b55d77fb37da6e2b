import type { Problem, Scheme } from '@cobuild/core';
import { ruleProblem } from '../locales/rule-message.js';
import type { ProblemCode } from '../locales/rule-message.js';
import { readFen } from '../money/fen.js';
import type { PostResult } from '../ledger/index.js';
import { amountProblem, changesPayments, postAmendment } from './amend-amount.js';
import type { AmendmentBook, MoneyChange } from './amend-amount.js';
import type { Agreement, AgreementResult, ChangeDecision, ChangeRecord, ChangeRequest, ChangeRoute } from './contract-types.js';
import { changeRuleName, roleName } from './names.js';

/**
 * Puts a change on file and, where it was granted or needs nobody's leave, into the contract. A refused change stays on file; nothing is ever taken off it.
 *
 * A new amount changes its tranches and the ledger with it, or nothing: what is added is committed, what is taken away is given back, and what has been paid stays agreed.
 *
 * @param route - From `routeChange`, on the same agreement and request.
 * @param decision - Of the role that `route` names. A new payee, amount or tranche always needs one, whatever the rules say.
 * @param book - Where the award is committed; needed for a granted change of the amount or the tranches.
 * @param scheme - Names tranches, roles and rules in the sentences of problems, in each of its languages; without it a sentence has the contract's own words and ids.
 * @throws {TypeError} when the amount or the tranches are to change and the book is missing.
 */
export function amendAgreement(agreement: Agreement, request: ChangeRequest, route: ChangeRoute, decision?: ChangeDecision, book?: AmendmentBook, scheme?: Scheme): AgreementResult {
  const wrong = wrongDecision(agreement, request, route, decision, scheme);
  if (wrong !== undefined) return { ok: false, problems: [wrong] };
  const posted = decision?.granted === true && request.kind === 'money' && changesPayments(request) ? withBook(agreement, request, decision, book, scheme) : undefined;
  if (posted?.ok === false) return posted;
  const change = decision?.granted === false ? {} : changeOf(request, decision);
  const before = Object.fromEntries(Object.keys(change).map((key) => [key, agreement[key as keyof Agreement] ?? null]));
  const record: ChangeRecord = { request, route, ...(decision === undefined ? {} : { decision }), before };
  return { ok: true, agreement: { ...agreement, ...change, changes: [...(agreement.changes ?? []), record] }, ...(posted === undefined ? {} : { ledger: posted.ledger }) };
}

function withBook(agreement: Agreement, request: MoneyChange, decision: ChangeDecision, book: AmendmentBook | undefined, scheme: Scheme | undefined): PostResult {
  if (book === undefined) throw new TypeError('amendAgreement: the amount and its tranches change with the ledger; hand in the book');
  const wrong = amountProblem(agreement, request, book.ledger.entries, scheme);
  return wrong === undefined ? postAmendment(agreement, request, decision, book) : { ok: false, problems: [wrong] };
}

function wrongDecision({ changes = [], amount, applicant }: Agreement, request: ChangeRequest, route: ChangeRoute, decision: ChangeDecision | undefined, scheme: Scheme | undefined): Problem | undefined {
  const problem = (code: ProblemCode, params: Problem['params'] = {}): Problem => ruleProblem(code, { document: 'change', pointer: '', params: { change: request.id, ...params } });
  if (changes.some((record) => record.request.id === request.id)) return problem('contract/change-on-file');
  if (request.reason === '') return problem('contract/change-reason-missing');
  if (route.outcome === 'undecided') return problem('contract/change-rule-undecided', { rules: route.holes.map((id) => changeRuleName(scheme, id)) });
  const otherPayee = request.kind === 'payee' && request.payee.name !== applicant;
  const payments = request.kind === 'money' && changesPayments(request);
  if (decision === undefined) return route.outcome === 'needsDecision' || route.outcome === 'noRule' || otherPayee || payments ? problem(otherPayee ? 'contract/payee-change-needs-approval' : 'contract/change-needs-decision', { role: roleName(scheme, route.decidedBy) }) : undefined;
  if (route.decidedBy !== undefined && decision.role !== route.decidedBy) return problem('contract/change-decided-by-other', { role: roleName(scheme, route.decidedBy), found: roleName(scheme, decision.role) });
  if (decision.granted && request.kind === 'money' && request.budget !== undefined && !payments) {
    const sum = request.budget.reduce((total, line) => total + (readFen(line.amount) ?? 0n), 0n);
    if (sum < (readFen(amount) ?? 0n)) return problem('contract/change-below-award', { sum: Number(sum) / 100, amount });
  }
  return undefined;
}

function changeOf(request: ChangeRequest, decision: ChangeDecision | undefined): Partial<Agreement> {
  switch (request.kind) {
    case 'money': return { ...(request.budget === undefined ? {} : { budget: request.budget }), ...(request.amount === undefined ? {} : { amount: request.amount }), ...(request.tranches === undefined ? {} : { tranches: request.tranches }) };
    case 'time': return { milestones: request.milestones };
    case 'content': return { ...(request.milestones === undefined ? {} : { milestones: request.milestones }), ...(request.indicators === undefined ? {} : { indicators: request.indicators }) };
    case 'payee': return { payee: request.payee, ...(decision === undefined ? {} : { payeeApproval: { by: decision.by, on: decision.on, ...(decision.role === undefined ? {} : { role: decision.role }) } }) };
    case 'executor': return { executor: request.executor };
  }
}
