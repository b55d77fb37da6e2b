import type { ChangeRule, Facts, NamedConditions, Problem, Ratio } from '@cobuild/core';
import type { Ledger } from '../ledger/index.js';
import type { OwnOperator } from '../operators/index.js';

/** Somebody who is paid. */
export interface Payee { readonly name: string; readonly account: string; readonly bank?: string }

/** Leave that somebody gave, with the role that had to give it. */
export interface Approval { readonly by: string; readonly role?: string; readonly on: string }

export interface Milestone { readonly task: string; readonly dueOn: string }

/** A tranche of one award. */
export interface AgreedTranche { readonly id: string; readonly title: string; readonly amount: number; readonly condition?: string }

/** Contract or task book (任务书) of an approved project. Amounts in yuan. */
export interface Agreement {
  readonly id: string;
  readonly project: { readonly id: string; readonly title: string };
  readonly scheme: { readonly id: string; readonly version: string; readonly title: string };
  readonly funder: string;
  readonly applicant: string;
  readonly amount: number;
  readonly executor?: string;
  readonly payee?: Payee;
  /** Needed where the payee is not the applicant. */
  readonly payeeApproval?: Approval;
  readonly startsOn?: string;
  readonly milestones?: readonly Milestone[];
  readonly tranches?: readonly AgreedTranche[];
  readonly budget?: readonly { readonly id: string; readonly title?: string; readonly amount: number }[];
  readonly indicators?: readonly { readonly name: string; readonly target: string }[];
  readonly signedOn?: string;
  /** Changes that were decided, the oldest first; refused ones too. */
  readonly changes?: readonly ChangeRecord[];
}

/** A change that somebody asks for. Exactly what belongs to its kind is there. */
export type ChangeRequest = {
  readonly id: string;
  readonly askedOn: string;
  readonly by: string;
  readonly reason: string;
} & (
  | {
    readonly kind: 'money';
    /** Lines as they are to be; absent where they stay. */
    readonly budget?: readonly { readonly id: string; readonly title?: string; readonly amount: number }[];
    /** The new amount of the contract, and all its tranches as they are to be: they change together. */
    readonly amount?: number;
    readonly tranches?: readonly AgreedTranche[];
  }
  | { readonly kind: 'time'; readonly milestones: readonly Milestone[] }
  | { readonly kind: 'content'; readonly content: string; /** Yuan of the award that it concerns. */ readonly affects?: number; readonly milestones?: readonly Milestone[]; readonly indicators?: Agreement['indicators'] }
  | { readonly kind: 'payee'; readonly payee: Payee }
  | { readonly kind: 'executor'; readonly executor: string }
);

/** How large a change is. Amounts in yuan; `share` of the award, or of the planned days. */
export interface ChangeMeasure { readonly amount?: number; readonly days?: number; readonly share?: Ratio }

/** Who decides a change, by which rule. `noRule`: the scheme says nothing of such changes. */
export interface ChangeRoute {
  readonly outcome: 'needsDecision' | 'noticeOnly' | 'noRule' | 'undecided';
  readonly decidedBy?: string;
  readonly rule?: ChangeRule;
  readonly measure: ChangeMeasure;
  /** Ids of all rules that hold, the last is the one that counts. */
  readonly holding: readonly string[];
  /** Ids of rules whose threshold is open. */
  readonly holes: readonly string[];
}

export interface ChangeDecision extends Approval { readonly granted: boolean; readonly reason?: string }

/** A change on file. */
export interface ChangeRecord {
  readonly request: ChangeRequest;
  readonly route: ChangeRoute;
  readonly decision?: ChangeDecision;
  /** What stood there before, for the properties that changed. */
  readonly before: Readonly<Record<string, unknown>>;
}

export type AgreementResult = { readonly ok: true; readonly agreement: Agreement; /** Where the amount changed with its book. */ readonly ledger?: Ledger } | { readonly ok: false; readonly problems: readonly Problem[] };

/** What is known when it is asked whether a tranche may be paid. */
export interface TrancheEvidence {
  readonly today: string;
  readonly contractSignedOn?: string;
  /** Reports by id of their duty. */
  readonly reports?: readonly { readonly report: string; readonly accepted: boolean }[];
  readonly acceptance?: 'passed' | 'failed';
  readonly evaluation?: 'passed' | 'failed';
  readonly findings?: readonly { readonly id: string; readonly open: boolean }[];
  /** Payments and returns of this project, such as the ledger's entries. */
  readonly payments?: readonly { readonly kind: string; readonly tranche?: string; readonly amount?: number }[];
  /** What somebody decided not to pay: `amount` of a tranche in yuan, or all that is left of it. */
  readonly withheld?: readonly { readonly tranche: string; readonly reason: string; readonly amount?: number }[];
  /** What went back to the pool unpaid, in yuan. */
  readonly released?: readonly { readonly tranche: string; readonly amount: number }[];
  readonly facts?: Facts;
  readonly conditions?: NamedConditions;
  /** Own operators of conditions. */
  readonly operators?: readonly OwnOperator[];
}

/** Why a tranche is not paid yet. */
export interface TrancheReason {
  readonly kind: 'contractSigned' | 'reportAccepted' | 'acceptancePassed' | 'evaluationPassed' | 'noOpenFinding' | 'date' | 'condition' | 'earlierTranche' | 'withheld';
  /** Report, date, tranche or finding that it is about, or the reason given. */
  readonly about?: string;
}

/**
 * `due`: may be paid; `held`: something is not there yet; `paid` in full, or all but what was withheld or given back; `withheld`: somebody decided not to pay what is left of it; `returned`: all that was paid came back;
 * `undecided`: a setting is open or a condition cannot be answered.
 */
export interface TrancheState {
  readonly id: string;
  readonly amount: number;
  readonly paid: number;
  readonly returned: number;
  /** Yuan of it that are not paid for now, and that went back to the pool unpaid; absent where there are none. */
  readonly withheld?: number;
  readonly released?: number;
  readonly status: 'due' | 'held' | 'paid' | 'withheld' | 'returned' | 'undecided';
  readonly reasons: readonly TrancheReason[];
}
