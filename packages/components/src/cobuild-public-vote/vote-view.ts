import type { JuryMark, Locale, Problem, PublicVote, PublicVoteTally, Scheme } from '@cobuild/core';
import { localize, resolveParameters } from '@cobuild/core';
import type { CombinedResult, WinnersResult } from '@cobuild/rules';
import { acceptBallot, decidePublicVote } from '@cobuild/rules';

/** A count as it is published, with what separates equals and the jury's marks where there is a jury. */
export interface CountedTally { readonly tally: PublicVoteTally; readonly jury?: readonly JuryMark[]; readonly seed?: string }

/** What a page adds to a candidate of the scheme. */
export interface CandidateCard {
  readonly id: string;
  readonly text?: string;
  readonly town?: string;
  /** From the page's own origin, or a `data:` image. */
  readonly picture?: { readonly src: string; readonly alt: string };
}

/** A candidate as it is drawn. */
export interface CandidateView { readonly id: string; readonly title: string; readonly region: string; readonly regionTitle: string; readonly category: string; readonly card: CandidateCard | undefined }

export interface VoteView {
  readonly vote: PublicVote;
  readonly phase: 'notOpen' | 'open' | 'closed' | 'undecided';
  readonly candidates: readonly CandidateView[];
  readonly regions: readonly { readonly id: string; readonly title: string }[];
  /** Of the scheme: regions are among them. */
  readonly units: NonNullable<Scheme['organisation']['units']>;
  readonly categories: readonly { readonly id: string; readonly title: string }[];
  readonly minimum: number;
  readonly maximum: number | undefined;
}

export interface VoteInput { readonly scheme: Scheme; readonly vote: string | undefined; readonly cards: readonly CandidateCard[]; readonly now: string; readonly locale: Locale }

/** @returns `undefined` where the scheme has no such vote. */
export function voteView({ scheme, vote: id, cards, now, locale }: VoteInput): VoteView | undefined {
  const { publicVotes = [], organisation } = resolveParameters(scheme);
  const vote = id === undefined ? publicVotes[0] : publicVotes.find((item) => item.id === id);
  if (vote === undefined) return undefined;
  const title = (region: string): string => localize(organisation.units?.find((unit) => unit.id === region)?.title, locale) || region;
  const candidates = (vote.candidates ?? []).map((candidate): CandidateView => {
    const card = cards.find((item) => item.id === candidate.id);
    const region = candidate.region ?? '';
    return { id: candidate.id, title: localize(candidate.title, locale), region, regionTitle: region === '' ? '' : title(region), category: candidate.category ?? '', card };
  });
  const regions = [...new Set(candidates.map(({ region }) => region))].filter((region) => region !== '').map((region) => ({ id: region, title: title(region) }));
  const { exact, minimum, maximum } = vote.picks;
  const count = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
  return {
    vote, phase: phaseOf(vote, now), candidates, regions, units: organisation.units ?? [], categories: (vote.categories ?? []).map((category) => ({ id: category.id, title: localize(category.title, locale) })),
    minimum: count(exact) ?? count(minimum) ?? 1, maximum: count(exact) ?? count(maximum),
  };
}

/** Asked of the rules with a ballot that nobody casts. */
function phaseOf(vote: PublicVote, now: string): VoteView['phase'] {
  const receipt = acceptBallot(vote, { entries: [] }, { id: 'asked', voter: 'asked', picks: [] }, now);
  if (receipt.outcome === 'undecided') return 'undecided';
  const codes = receipt.problems.map(({ code }) => code);
  return codes.includes('public-vote/not-open') ? 'notOpen' : codes.includes('public-vote/closed') ? 'closed' : 'open';
}

/** What the rules of the ballot say of these picks; whether the person may vote is for the box. */
export function pickProblems(vote: PublicVote, picks: readonly string[], now: string, locale: Locale): readonly Problem[] {
  return acceptBallot(vote, { entries: [] }, { id: 'asked', voter: 'asked', picks }, now, { locale }).problems;
}

export interface VoteResultView { readonly tooEarly: boolean; readonly combined?: CombinedResult; readonly winners?: WinnersResult }

/** The choice from a count, which has to be of after the end. */
export function voteResult(vote: PublicVote, { tally, jury, seed }: CountedTally): VoteResultView {
  const candidate = tally.votes[0]?.candidate ?? '';
  const { outcome, combined, winners } = decidePublicVote(vote, { stage: '', candidate, tally, ...(jury === undefined ? {} : { jury: [...jury] }), ...(seed === undefined ? {} : { seed }) });
  return { tooEarly: outcome === 'tooEarly', ...(combined === undefined ? {} : { combined }), ...(winners === undefined ? {} : { winners }) };
}
