import type { ConflictGround } from '@cobuild/core';
import type { VoteCounts, VoteResult } from '../results.js';

/** What is known of the meeting apart from its items. */
export interface MeetingHead {
  /** Stage whose vote it was. */
  readonly stage: string;
  /** Which meeting of the stage, where an item had several; default the last one. */
  readonly session?: number;
  /** Day, `2026-05-01`. */
  readonly heldOn: string;
  readonly place?: string;
  /** Names. */
  readonly chair?: string;
  readonly recorder?: string;
  readonly tellers?: readonly string[];
}

export interface MinutesMember { readonly id: string; readonly name: string; readonly present: boolean }

/** A member who left, or voted with a relation on record; who voted what is never told. */
export interface MinutesRecusal { readonly member: string; readonly name: string; readonly kind: 'automatic' | 'declared'; readonly reason: string; readonly ground?: ConflictGround }

export interface MinutesItem {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly applicant: string;
  readonly recused: readonly MinutesRecusal[];
  readonly conflicts: readonly MinutesRecusal[];
  readonly issued: number;
  readonly counts: VoteCounts;
  /** The rule in words; absent while the scheme leaves it open. */
  readonly rule?: string;
  /** The meeting broke off before its vote: why, and until when. */
  readonly adjourned?: string;
  readonly outcome: VoteResult['outcome'];
  /** The result with its sum. */
  readonly sentence: string;
  /** Automatic results of the case that were set aside, in words. */
  readonly overrides: readonly string[];
}

/** The minutes of a meeting as data; every number is the one of the votes. */
export interface Minutes {
  readonly title: string;
  readonly basis: string;
  readonly head: MeetingHead;
  readonly stageTitle: string;
  readonly roster: { readonly appointed: number; readonly present: number; readonly absent: number; readonly members: readonly MinutesMember[] };
  readonly items: readonly MinutesItem[];
  readonly totals: { readonly items: number; readonly passed: number; readonly failed: number; readonly open: number };
  /** Who signs: names, or an empty text where nobody was named. */
  readonly signatures: { readonly chair: string; readonly recorder: string; readonly tellers: readonly string[]; readonly members: readonly string[] };
}
