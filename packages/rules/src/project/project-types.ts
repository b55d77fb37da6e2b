import type { Applicant, EventActor, Problem } from '@cobuild/core';
import type { Agreement, AgreedTranche, ChangeRequest } from '../contracts/index.js';

/** Where the money of a project's account comes from: the fund, the unit's own means, or what it collected. */
export type FundSource = 'fund' | 'own' | 'raised';

/** A file that the host keeps; never its content. */
export interface KeptFile { readonly id: string; readonly name: string; readonly size?: number; readonly type?: string; readonly hash?: string }

interface EntryHead {
  /** 1, 2, 3, …, without a gap. */
  readonly sequence: number;
  /** Day of the payment, `2026-06-03`. */
  readonly on: string;
  /** Yuan, more than 0. */
  readonly amount: number;
  readonly voucher?: string;
  readonly files?: readonly KeptFile[];
  /** When and by whom it was entered. */
  readonly at: string;
  readonly by: EventActor;
}

/** A line of the dedicated account of a project (专账). Nothing is ever taken off; a mistake is reversed by an entry of its own. */
export type AccountEntry =
  | EntryHead & { readonly kind: 'received'; readonly source: FundSource; readonly tranche?: string }
  | EntryHead & { readonly kind: 'spent'; readonly line: string; readonly payee: string; readonly purpose?: string }
  | EntryHead & { readonly kind: 'returned'; readonly tranche: string; readonly reason: string }
  | EntryHead & { readonly kind: 'reversed'; /** Sequence of the entry that is taken back. */ readonly reverses: number; readonly reason: string };

/** A report of a project for a period of its duty. A report that was returned stays in `earlier`. */
export interface ProjectReport {
  readonly id: string;
  readonly duty: string;
  /** First and last day, `2026-04-01/2026-06-30`. */
  readonly period: string;
  readonly status: 'submitted' | 'returned' | 'accepted';
  readonly answers: Readonly<Record<string, unknown>>;
  readonly at: string;
  readonly by: EventActor;
  readonly decision?: { readonly at: string; readonly by: EventActor; readonly reason?: string };
  readonly earlier: readonly { readonly at: string; readonly answers: Readonly<Record<string, unknown>>; readonly reason: string; readonly returnedAt: string }[];
}

/** A period of a duty in which nothing is asked for. */
export interface SkippedReport { readonly duty: string; readonly period: string; readonly reason: string; readonly at: string; readonly by: EventActor }

export type FindingKind = 'money' | 'progress' | 'quality' | 'papers' | 'other';
export type FindingSeverity = 'minor' | 'serious' | 'grave';

/** What a finding is about. `id`: tranche, report, number of an account entry. */
export interface FindingItem { readonly kind: 'project' | 'tranche' | 'report' | 'entry' | 'contract'; readonly id?: string }

export interface FindingStep { readonly kind: 'raised' | 'answered' | 'closed' | 'reopened'; readonly text: string; readonly files?: readonly KeptFile[]; readonly at: string; readonly by: EventActor }

/** A finding of a supervision body (监督发现的问题). Open until the body closes it. */
export interface ProjectFinding {
  readonly id: string;
  readonly body: string;
  readonly kind: FindingKind;
  readonly severity: FindingSeverity;
  readonly text: string;
  readonly item: FindingItem;
  /** Day by which it has to be put right. */
  readonly dueOn: string;
  readonly status: 'open' | 'answered' | 'closed';
  readonly steps: readonly FindingStep[];
}

/** A change somebody asked for, not decided yet. */
export interface OpenChange { readonly request: ChangeRequest; readonly at: string; readonly by: EventActor }

/** Money of a tranche that is not paid for now: all that was left of it, or a part. */
export interface WithheldMoney { readonly id: string; readonly tranche: string; /** Yuan. */ readonly amount: number; readonly reason: string; /** Finding that it is about. */ readonly finding?: string; readonly at: string; readonly by: EventActor }

/** How a project is paid for, in yuan. */
export interface ProjectFunding { readonly own: number; readonly raised: number; readonly requested: number }

/** Who holds a post: a person or a team as the host knows them. Without `id` somebody whom the application names, bound to nobody who signs in. */
export interface PostHolder { readonly id?: string; readonly name: string; readonly role?: string; readonly unit?: string; readonly town?: string }

/** A holder of a post, from a day on. It stays in the list when it has ended: what was done before stays under that name. */
export interface PostHolding {
  /** `holding-1`, `holding-2`, …, in the order in which they began. */
  readonly id: string;
  /** Id in `supervision.posts`. */
  readonly post: string;
  readonly holder: PostHolder;
  /** First day, `2026-03-05`; absent for those whom the application names. */
  readonly since?: string;
  readonly appointed?: { readonly at: string; readonly by: EventActor; readonly reason?: string };
  /** Day from which it is no longer theirs. */
  readonly until?: string;
  readonly ended?: { readonly at: string; readonly by: EventActor; readonly reason: string; /** Id of the holding that followed. */ readonly successor?: string };
}

/** What somebody said of a project in public. Shown when it is released; one that is refused stays in the log with the reason. */
export interface ProjectComment {
  readonly id: string;
  readonly text: string;
  /** As the person gave it; see `comments.names` of the scheme for who is shown it. */
  readonly name?: string;
  readonly at: string;
  readonly status: 'waiting' | 'released' | 'refused';
  readonly decision?: { readonly at: string; readonly by: EventActor; readonly reason?: string };
  readonly answer?: { readonly at: string; readonly by: EventActor; readonly text: string };
}

/** What a host knows when an approved project begins; everything after it is in the log. */
export interface ProjectOpening {
  /** Id of the case that was approved. */
  readonly id: string;
  readonly title: string;
  readonly applicant: Applicant;
  readonly schemeHash: string;
  /** The contract as it was drawn up; `signedOn` only where it is signed already. */
  readonly agreement: Agreement & { readonly tranches: readonly AgreedTranche[] };
  readonly funding: ProjectFunding;
  /** First holders of the posts, as the application names them. */
  readonly holders?: readonly { readonly post: string; readonly holder: PostHolder }[];
}

/** Where an approved project stands. A fold over its log. */
export interface FundedProject extends ProjectOpening {
  /** As it began; what is known now stands beside it. */
  readonly opening: ProjectOpening;
  readonly account: readonly AccountEntry[];
  readonly reports: readonly ProjectReport[];
  /** Periods that were let pass, with the reason. */
  readonly skipped?: readonly SkippedReport[];
  readonly findings: readonly ProjectFinding[];
  readonly openChanges: readonly OpenChange[];
  /** Who holds and who held its posts of responsibility. */
  readonly holdings?: readonly PostHolding[];
  /** What residents said of it, in the order in which it came. */
  readonly comments?: readonly ProjectComment[];
  /** What is withheld of tranches, by whom and why; lifted again it is not listed. */
  readonly withheld?: readonly WithheldMoney[];
  /** What was given back to the pool without having been paid; nothing more is paid then. */
  readonly released?: readonly { readonly tranche: string; readonly amount: number; readonly at: string }[];
  readonly acceptance?: { readonly outcome: 'passed' | 'failed'; readonly on: string; readonly text?: string; readonly by: EventActor };
  /** Day on which its case ended, where the case went on after it had become a project; see `projectEnd`. Not in the log of the project: the host adds it. */
  readonly endedOn?: string;
  readonly sequence: number;
  readonly lastHash: string;
  readonly history: readonly ProjectEvent[];
}

type Omitted<T> = T extends unknown ? Omit<T, 'id' | 'askedOn' | 'by'> : never;

/** What can be done with an approved project, by what it is about. Numbers of entries, reports, findings and changes are given by the log. */
export interface ProjectActions {
  readonly contractSigned: { readonly on: string };
  readonly tranchePaid: { readonly tranche: string; readonly amount: number; readonly on: string; readonly voucher?: string; readonly files?: readonly KeptFile[] };
  /** A part of a tranche, or all that is left of it, is not paid for now. */
  readonly trancheWithheld: { readonly tranche: string; readonly amount: number; readonly reason: string; readonly finding?: string };
  /** What was withheld may be paid again. */
  readonly withholdingLifted: { readonly withheld: string; readonly reason: string };
  /** The project pays money of a tranche back to the fund. */
  readonly fundsReturned: { readonly tranche: string; readonly amount: number; readonly on: string; readonly reason: string; readonly voucher?: string; readonly files?: readonly KeptFile[] };
  /** What is not paid goes back to the pool, withheld or not. The last word on the money of the award. */
  readonly remainderReleased: { readonly reason: string };
  readonly fundsReceived: { readonly source: 'own' | 'raised'; readonly amount: number; readonly on: string; readonly voucher?: string; readonly files?: readonly KeptFile[] };
  readonly expenseRecorded: { readonly line: string; readonly amount: number; readonly on: string; readonly payee: string; readonly purpose?: string; readonly voucher?: string; readonly files?: readonly KeptFile[] };
  readonly entryReversed: { readonly entry: number; readonly reason: string };
  readonly changeRequested: { readonly request: Omitted<ChangeRequest> };
  readonly changeDecided: { readonly change: string; readonly granted: boolean; readonly reason?: string };
  readonly reportSubmitted: { readonly duty: string; readonly period: string; readonly answers: Readonly<Record<string, unknown>> };
  readonly reportReturned: { readonly report: string; readonly reason: string };
  readonly reportAccepted: { readonly report: string };
  readonly reportSkipped: { readonly duty: string; readonly period: string; readonly reason: string };
  readonly findingRaised: { readonly body: string; readonly kind: FindingKind; readonly severity: FindingSeverity; readonly text: string; readonly item: FindingItem; readonly dueOn: string; readonly files?: readonly KeptFile[] };
  readonly findingAnswered: { readonly finding: string; readonly text: string; readonly files?: readonly KeptFile[] };
  readonly findingClosed: { readonly finding: string; readonly text: string };
  readonly findingReopened: { readonly finding: string; readonly text: string };
  readonly holderAppointed: { readonly post: string; readonly holder: PostHolder; readonly on: string; readonly reason?: string };
  /** A hand-over: one holder ends and another begins on the same day. */
  readonly holderReplaced: { readonly holding: string; readonly holder: PostHolder; readonly on: string; readonly reason: string };
  /** Somebody leaves a post, which is vacant then. */
  readonly holderReleased: { readonly holding: string; readonly on: string; readonly reason: string };
  readonly commentMade: { readonly text: string; readonly name?: string };
  readonly commentReleased: { readonly comment: string };
  readonly commentRefused: { readonly comment: string; readonly reason: string };
  readonly commentAnswered: { readonly comment: string; readonly text: string };
  readonly acceptanceRecorded: { readonly outcome: 'passed' | 'failed'; readonly on: string; readonly text?: string };
}

export type ProjectActionType = keyof ProjectActions;
export type ProjectAction = { readonly [Type in ProjectActionType]: { readonly type: Type; readonly data: ProjectActions[Type] } }[ProjectActionType];

/** An entry of the append-only log of a project. `hash` covers the entry before. */
export type ProjectEvent = ProjectAction & { readonly sequence: number; readonly at: string; readonly actor: EventActor; readonly schemeHash: string; readonly previousHash: string; readonly hash: string };

export type ProjectOutcome = { readonly event: ProjectEvent; readonly project: FundedProject } | { readonly problems: readonly Problem[] };
