import type { Tranche, TrancheCondition, Truth } from '@cobuild/core';
import { isDate } from '@cobuild/core';
import { evaluateCondition } from '../conditions/index.js';
import type { WholeFen } from '../money/fen.js';
import { inYuan, readFen } from '../money/fen.js';
import type { TrancheEvidence, TrancheReason, TrancheState } from './contract-types.js';

/**
 * Where each tranche of an award stands: paid, due, or held and why. A tranche waits for the one before it, for all that its `after` names, and while a
 * finding of a supervision body is open.
 *
 * @param tranches - Of the scheme, parameter references resolved.
 * @param amounts - Yuan by tranche, see `splitAward`.
 */
export function trancheStatus(tranches: readonly Tranche[], amounts: readonly { readonly id: string; readonly amount: number }[], evidence: TrancheEvidence): readonly TrancheState[] {
  const states: TrancheState[] = [];
  for (const tranche of tranches) {
    const amount = readFen(amounts.find(({ id }) => id === tranche.id)?.amount) ?? 0n;
    const paid = moved(evidence, tranche.id, 'paid');
    const returned = moved(evidence, tranche.id, 'returned');
    const earlier = states.find(({ status }) => status === 'due' || status === 'held' || status === 'undecided');
    const released = sumOf((evidence.released ?? []).filter((item) => item.tranche === tranche.id));
    const withheld = withheldFen(evidence, tranche.id, amount - paid - released);
    states.push({
      id: tranche.id, amount: inYuan(amount), paid: inYuan(paid), returned: inYuan(returned), ...(withheld === 0n ? {} : { withheld: inYuan(withheld) }), ...(released === 0n ? {} : { released: inYuan(released) }),
      ...statusOf(tranche, { amount: amount - released, paid, returned, withheld }, evidence, earlier?.id),
    });
  }
  return states;
}

function moved({ payments = [] }: TrancheEvidence, tranche: string, kind: 'paid' | 'returned'): WholeFen {
  return payments.reduce((sum, payment) => (payment.kind === kind && payment.tranche === tranche ? sum + (readFen(payment.amount) ?? 0n) : sum), 0n);
}

function sumOf(items: readonly { readonly amount: number }[]): WholeFen {
  return items.reduce((sum, { amount }) => sum + (readFen(amount) ?? 0n), 0n);
}

/** Without an amount all that is left is meant; never more than that. */
function withheldFen({ withheld = [] }: TrancheEvidence, tranche: string, left: WholeFen): WholeFen {
  const own = withheld.filter((item) => item.tranche === tranche);
  const sum = own.reduce((total, { amount }) => total + (amount === undefined ? left : (readFen(amount) ?? 0n)), 0n);
  return sum > left ? left : sum;
}

function withholdings({ withheld = [] }: TrancheEvidence, tranche: string): readonly TrancheReason[] {
  return withheld.filter((item) => item.tranche === tranche).map(({ reason }) => ({ kind: 'withheld', about: reason }));
}

/** `amount` is what can be paid at all. */
interface Money { readonly amount: WholeFen; readonly paid: WholeFen; readonly returned: WholeFen; readonly withheld: WholeFen }

function statusOf(tranche: Tranche, { amount, paid, returned, withheld }: Money, evidence: TrancheEvidence, earlier: string | undefined): Pick<TrancheState, 'status' | 'reasons'> {
  if (paid > 0n && returned >= paid) return { status: 'returned', reasons: [] };
  if (paid >= amount && (paid > 0n || amount === 0n)) return { status: 'paid', reasons: [] };
  const findings = (evidence.findings ?? []).filter(({ open }) => open);
  const waits = (tranche.after ?? []).filter(({ kind }) => kind !== 'noOpenFinding').map((condition) => ({ reason: reasonOf(condition), met: isMet(condition, evidence) }));
  const reasons: TrancheReason[] = [
    ...(earlier === undefined ? [] : [{ kind: 'earlierTranche' as const, about: earlier }]),
    ...findings.map(({ id }): TrancheReason => ({ kind: 'noOpenFinding', about: id })),
    ...waits.filter(({ met }) => met !== true).map(({ reason }) => reason),
  ];
  // Whoever frees what is withheld has to know what else it waits for.
  if (withheld > 0n && paid + withheld >= amount) return { status: 'withheld', reasons: [...withholdings(evidence, tranche.id), ...reasons] };
  if (reasons.length === 0) return { status: 'due', reasons };
  const onlyUnknown = earlier === undefined && findings.length === 0 && waits.every(({ met }) => met !== false);
  return { status: onlyUnknown ? 'undecided' : 'held', reasons };
}

function reasonOf({ kind, report, date }: TrancheCondition): TrancheReason {
  const about = kind === 'reportAccepted' ? report : kind === 'date' ? date : undefined;
  return { kind, ...(about === undefined ? {} : { about }) };
}

/** Unknown is what the scheme leaves open, or a condition that cannot be answered; what has simply not happened yet is false. */
function isMet({ kind, report, date, condition }: TrancheCondition, evidence: TrancheEvidence): Truth {
  const { today, contractSignedOn, reports = [], acceptance, evaluation, facts = {}, conditions, operators } = evidence;
  switch (kind) {
    case 'contractSigned': return contractSignedOn !== undefined && contractSignedOn <= today;
    case 'reportAccepted': return reports.some((item) => item.accepted && (report === undefined || item.report === report));
    case 'acceptancePassed': return acceptance === 'passed';
    case 'evaluationPassed': return evaluation === 'passed';
    case 'date': return date !== undefined && isDate(date) ? date <= today : 'unknown';
    case 'condition': return condition === undefined ? 'unknown' : evaluateCondition(condition, facts, conditions, operators);
    default: return true;
  }
}
