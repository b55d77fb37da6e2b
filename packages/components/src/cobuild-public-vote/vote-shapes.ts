import type { PublicVoteTally } from '@cobuild/core';
import type { PublicTotals } from '@cobuild/rules';
import { caseStateShape } from '../internal/document-shapes.js';
import { list, number, object, oneOf, optional, text } from '../internal/shape.js';
import type { CountedCase } from './record-view.js';
import type { CandidateCard, CountedTally } from './vote-view.js';

const line = object<{ candidate: string; votes: number }>({ candidate: text, votes: number });
const tally = object<PublicVoteTally>({
  asOf: text, votes: list(line), voters: number, ballots: object<PublicVoteTally['ballots']>({ cast: number, counted: number, replaced: number, revoked: number, void: number }),
  channels: object<PublicVoteTally['channels']>({ online: number, onSite: number, paper: number }),
});

export const countedTallyShape = object<CountedTally>({ tally, jury: optional(list(object<{ candidate: string; mark: number }>({ candidate: text, mark: number }))), seed: optional(text) });
export const candidateCardShape = object<CandidateCard>({ id: text, text: optional(text), town: optional(text), picture: optional(object<{ src: string; alt: string }>({ src: text, alt: text })) });
export const countedCaseShape = object<CountedCase>({ candidate: text, state: caseStateShape });
export const publicTotalsShape = object<PublicTotals & { asOf: string; votes: unknown; ballots: number }>({ outcome: oneOf('hidden', 'undecided', 'shown'), next: optional(text), asOf: optional(text), votes: optional(list(line)), ballots: optional(number) });
