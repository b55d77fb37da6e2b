import type { Case, Locale, Scheme } from '@cobuild/core';
import { chinaCalendar, localize, valueAt } from '@cobuild/core';
import type { AwardWords, BatchAllocation } from '@cobuild/rules';
import { allocateBatch } from '@cobuild/rules';

type Result = BatchAllocation['allocation'];

/** What a batch is given by, as `cobuild allocate --context` reads it: `{ pool: 5000000, yearFund?, batchNumber?, spent?, consents?, tieEvidence? }`. Money in yuan. */
export interface RankingBatch {
  readonly pool: number;
  readonly yearFund?: number;
  readonly batchNumber?: number;
  readonly spent?: readonly { readonly amount: number; readonly within?: 'batch' | 'year'; readonly applicant?: string; readonly category?: string; readonly unit?: string; readonly town?: string }[];
  readonly consents?: Readonly<Record<string, boolean>>;
  readonly tieEvidence?: { readonly seed?: string; readonly revote?: Readonly<Record<string, number>>; readonly decided?: readonly string[] };
}

/** One project in the order of the money. */
export interface RankedProject {
  readonly id: string;
  readonly title: string;
  readonly applicant: string;
  readonly rank: number | undefined;
  readonly isShared: boolean;
  readonly requested: number | undefined;
  readonly award: Result['awards'][number];
}

/** A batch with all that is shown of it. */
export interface RankedBatch {
  readonly made: BatchAllocation;
  readonly projects: readonly RankedProject[];
  readonly others: readonly { readonly id: string; readonly title: string; readonly applicant: string; readonly outcome: BatchAllocation['decisions'][number]['outcome'] }[];
  readonly words: AwardWords;
}

/** Decides, ranks and gives the money, unless that was done elsewhere. */
export function rankBatch(scheme: Scheme, cases: readonly Case[], batch: RankingBatch, given: BatchAllocation | undefined, { locale, today }: { readonly locale: Locale; readonly today: string | undefined }): RankedBatch {
  const made = given ?? allocateBatch(scheme, cases, { calendar: chinaCalendar, ...batch, ...(today === undefined ? {} : { today }) });
  const known = new Map(cases.map((each) => [each.id, each]));
  const titles = titlesOf(cases);
  const applicantOf = (id: string): string => known.get(id)?.applicant.name ?? known.get(id)?.applicant.id ?? '';
  const ranks = new Map(made.ranking?.places.map(({ id, rank, tiedWith }) => [id, { rank, isShared: tiedWith.length > 0 }]));
  const requestedAt = scheme.allocation?.reads?.requested ?? '/amountRequested';
  const inAllocation = new Set(made.allocation.awards.map(({ id }) => id));
  return {
    made,
    words: { locale, titles, groups: groupTitles(scheme, locale), ...(scheme.allocation === undefined ? {} : { allocation: scheme.allocation }) },
    projects: made.allocation.awards.map((award) => {
      const { id } = award;
      const requested = valueAt(known.get(id)?.answers ?? {}, requestedAt);
      return { id, title: titles.get(id) ?? id, applicant: applicantOf(id), rank: ranks.get(id)?.rank, isShared: ranks.get(id)?.isShared === true, requested: typeof requested === 'number' ? requested : undefined, award };
    }),
    others: made.decisions.filter(({ id }) => !inAllocation.has(id)).map(({ id, outcome }) => ({ id, title: titles.get(id) ?? id, applicant: applicantOf(id), outcome })),
  };
}

/** Names of the projects by id; applications without one are known by their number, and equal names are told apart by it. */
function titlesOf(cases: readonly Case[]): ReadonlyMap<string, string> {
  const named = cases.map(({ id, answers: { projectName: name } }) => ({ id, name: typeof name === 'string' && name !== '' ? name : id }));
  const isTwice = (name: string): boolean => named.filter((each) => each.name === name).length > 1;
  return new Map(named.map(({ id, name }) => [id, name !== id && isTwice(name) ? `${name}（${id}）` : name]));
}

const groupTitles = ({ organisation }: Scheme, locale: Locale): ReadonlyMap<string, string> => new Map((organisation?.units ?? []).map(({ id, title }) => [id, localize(title, locale)]));
