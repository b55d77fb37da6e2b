import type { BallotCounts } from '@cobuild/core';

/** Numbers of a secret vote in the order in which tellers write them down. */
export const countNames = ['issued', 'returned', 'yes', 'no', 'abstain', 'void'] as const;
export type CountName = (typeof countNames)[number];
export type CountTexts = Readonly<Record<CountName, string>>;

export const emptyCounts: CountTexts = { issued: '', returned: '', yes: '', no: '', abstain: '', void: '' };

export function textsOf(counts: BallotCounts): CountTexts {
  return { issued: String(counts.issued), returned: String(counts.returned), yes: String(counts.yes), no: String(counts.no), abstain: String(counts.abstain), void: String(counts.void) };
}

export type CountFinding =
  | { readonly kind: 'notWhole'; readonly names: readonly CountName[] }
  | { readonly kind: 'sumDifferent'; readonly sum: number; readonly returned: number }
  | { readonly kind: 'issuedTooMany'; readonly issued: number; readonly present: number }
  | { readonly kind: 'returnedTooMany'; readonly issued: number; readonly returned: number };

export interface CountsReading {
  /** Absent while a number is missing or no whole number. */
  readonly counts?: Readonly<Record<CountName, number>>;
  readonly sum?: number;
  readonly findings: readonly CountFinding[];
  /** False for slips of the pen. More ballots returned than issued is a fact that makes the vote void, and may be recorded. */
  readonly recordable: boolean;
}

/** Reads the tellers' numbers and holds them against each other and those present. */
export function readCountTexts(texts: CountTexts, present: number): CountsReading {
  const unreadable = countNames.filter((name) => !/^\d{1,6}$/.test(texts[name].trim()));
  if (unreadable.length > 0) return { findings: [{ kind: 'notWhole', names: unreadable }], recordable: false };
  const number = (name: CountName): number => Number(texts[name].trim());
  const counts = { issued: number('issued'), returned: number('returned'), yes: number('yes'), no: number('no'), abstain: number('abstain'), void: number('void') };
  const sum = counts.yes + counts.no + counts.abstain + counts.void;
  const slips: CountFinding[] = [
    ...(counts.issued > present ? [{ kind: 'issuedTooMany' as const, issued: counts.issued, present }] : []),
    ...(sum === counts.returned ? [] : [{ kind: 'sumDifferent' as const, sum, returned: counts.returned }]),
  ];
  const void_: CountFinding[] = counts.returned > counts.issued ? [{ kind: 'returnedTooMany', issued: counts.issued, returned: counts.returned }] : [];
  return { counts, sum, findings: [...slips, ...void_], recordable: slips.length === 0 };
}
