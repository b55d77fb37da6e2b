import type { Text } from '@cobuild/core';

/** A part of the way as applicants know it. */
export interface PublicStep {
  readonly title: Text;
  /** `ended`: the application ended here without approval. */
  readonly state: 'done' | 'current' | 'ahead' | 'ended';
}

export interface PublicDeadline {
  /** Last day, `YYYY-MM-DD`. */
  readonly date: string;
  /** Time of that day at which it is over, `14:30`, where working hours are counted. */
  readonly time?: string;
  /** Days off in between are not announced yet: the day may move. */
  readonly provisional: boolean;
  /** The length, where all of it is counted in the same days. */
  readonly amount?: number;
  readonly unit?: 'workingDay' | 'calendarDay' | 'workingHour';
  /** From the day on which the status is read; negative after the last day. */
  readonly workingDaysLeft: number;
  /** The last day is over. */
  readonly passed: boolean;
}

/** What an applicant may know of an application; JSON, all that a page of the applicant needs. */
export interface PublicStatus {
  /** Number of the application. */
  readonly caseId: string;
  readonly scheme: Text;
  /** `withApplicant`: it waits for the applicant's own step. `returned`: the same, for correction. `unknown`: the scheme has no such stage. */
  readonly kind: 'withApplicant' | 'returned' | 'inProgress' | 'approved' | 'rejected' | 'notApproved' | 'withdrawn' | 'unknown';
  readonly steps: readonly PublicStep[];
  readonly submittedOn: string;
  /** Day on which it came to the step where it stands. */
  readonly since?: string;
  readonly deadline?: PublicDeadline;
  /** Why and when it was sent back, while it waits for the correction. */
  readonly returned?: { readonly reason: string; readonly on?: string };
  /** Why it was refused. */
  readonly reason?: string;
  readonly notice?: { readonly postedOn: string; readonly until: string; readonly provisional: boolean; readonly running: boolean };
}
