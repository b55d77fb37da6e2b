import type { PublicVote } from '@cobuild/core';
import { createSettingReader } from '../evaluation/settings.js';
import type { SettingReader } from '../evaluation/settings.js';
import { rank, settleTies } from '../ranking/index.js';
import type { RankGroup, RankItem, TieEvidence, TieSettlement } from '../ranking/index.js';
import type { CombinedResult, PublicVoteCount, WinnersResult, WinnerStep } from './public-vote-types.js';

interface Limits { readonly places: number; readonly regionCap?: number; readonly minimumVotes?: number; readonly categories: ReadonlyMap<string, number> }
interface Runner { readonly id: string; readonly votes: number; readonly region?: string; readonly category?: string; readonly score?: string }

/**
 * Chooses winners from the top down: whoever has too few votes or comes from a region or class whose places are taken is skipped, and the next one
 * moves up. Equals are separated only where their order changes who is chosen.
 *
 * @param combined - The mark with the jury; required where the vote has a jury, as its order then decides.
 * @param tie - What is known for separating equals.
 */
export function chooseWinners(vote: Pick<PublicVote, 'candidates' | 'categories' | 'jury' | 'winners'>, count: Pick<PublicVoteCount, 'votes'>, { combined, tie = {} }: { readonly combined?: CombinedResult; readonly tie?: TieEvidence } = {}): WinnersResult {
  const read = createSettingReader();
  const by = vote.jury === undefined ? 'votes' : 'score';
  const limits = readLimits(vote, read);
  const blank = { by, winners: [], steps: [], settlements: [] } as const;
  if (vote.jury !== undefined && (combined?.table === undefined || combined.outcome !== 'combined')) {
    return { outcome: combined?.outcome === 'undecided' ? 'undecided' : 'incomplete', ...blank, holes: [...read.holes, ...(combined?.holes ?? [])] };
  }
  if (limits === undefined) return { outcome: 'undecided', ...blank, holes: read.holes };
  const runners = runnersOf(vote, count, combined);
  const groups = combined?.table === undefined || by === 'votes' ? rank([...runners.values()].map(({ id, votes }) => ({ id, votes })), [{ by: 'votes' }]).groups : combined.table.groups;
  const items = [...runners.values()].map((runner): RankItem => itemOf(runner, combined));
  const run = new Selection(limits, runners);
  for (const group of groups) run.take(group, (ids, cut) => settleTies([{ ...group, ids }], vote.winners.tie, cut, { items, ...tie }), vote.winners.tie);
  if (run.undecided) read.open('/winners/tie');
  return { outcome: run.undecided ? 'undecided' : run.open ? 'tieOpen' : 'chosen', by, winners: run.winners, steps: run.steps, ...shown(limits), free: limits.places - run.winners.length, settlements: run.settlements, holes: read.holes };
}

function readLimits({ winners, categories = [] }: Pick<PublicVote, 'categories' | 'winners'>, read: SettingReader): Limits | undefined {
  const places = read.count(winners.count, '/winners/count');
  const regionCap = winners.regionCap === undefined ? undefined : read.count(winners.regionCap, '/winners/regionCap');
  const minimumVotes = winners.minimumVotes === undefined ? undefined : read.count(winners.minimumVotes, '/winners/minimumVotes');
  const caps = categories.flatMap(({ id, winners: cap }, index): [string, number][] => {
    const most = cap === undefined ? undefined : read.count(cap, `/categories/${index}/winners`);
    return most === undefined ? [] : [[id, most]];
  });
  if (places === undefined || read.holes.length > 0) return undefined;
  return { places, ...(regionCap === undefined ? {} : { regionCap }), ...(minimumVotes === undefined ? {} : { minimumVotes }), categories: new Map(caps) };
}

function shown({ categories, ...limits }: Limits): Pick<WinnersResult, 'places' | 'regionCap' | 'minimumVotes' | 'categories'> {
  return { ...limits, ...(categories.size === 0 ? {} : { categories: [...categories].map(([category, winners]) => ({ category, winners })) }) };
}

function runnersOf(vote: Pick<PublicVote, 'candidates'>, { votes }: Pick<PublicVoteCount, 'votes'>, combined: CombinedResult | undefined): ReadonlyMap<string, Runner> {
  const candidates = new Map((vote.candidates ?? []).map((candidate) => [candidate.id, candidate]));
  const scores = new Map((combined?.table?.standings ?? []).map(({ candidate, score, rounded }) => [candidate, rounded ?? score]));
  return new Map(votes.map(({ candidate: id, votes: number }): [string, Runner] => {
    const { region, category } = candidates.get(id) ?? {};
    const score = scores.get(id);
    return [id, { id, votes: number, ...(region === undefined ? {} : { region }), ...(category === undefined ? {} : { category }), ...(score === undefined ? {} : { score }) }];
  }));
}

function itemOf({ id, votes }: Runner, combined: CombinedResult | undefined): RankItem {
  const standing = combined?.table?.standings.find(({ candidate }) => candidate === id);
  return { id, votes, facts: { ...(standing?.juryMark === undefined ? {} : { jury: standing.juryMark }), ...(standing?.publicMark === undefined ? {} : { public: standing.publicMark }) } };
}

type Settle = (ids: readonly string[], cut: Parameters<typeof settleTies>[2]) => ReturnType<typeof settleTies>;

/** Who has been chosen so far, and what room is left. */
class Selection {
  readonly winners: string[] = [];
  readonly steps: WinnerStep[] = [];
  readonly settlements: TieSettlement[] = [];
  open = false;
  undecided = false;
  private taken = 0;
  private readonly regions = new Map<string, number>();
  private readonly classes = new Map<string, number>();

  constructor(private readonly limits: Limits, private readonly runners: ReadonlyMap<string, Runner>) {}

  take({ rank: place, ids }: RankGroup, settle: Settle, rule: unknown): void {
    const able = ids.filter((id) => this.reason(id) === undefined);
    const tried = this.tried(able);
    const contested = tried.length < able.length;
    if (!contested) return this.pass(ids, place);
    // Only the places behind the last free one are at stake, unless a region or class is: then it is the order itself.
    const room = this.limits.places - this.taken;
    const onlyPlaces = tried.length === room && !this.capped(able);
    const atStake = onlyPlaces || tried.length === room ? able : this.overfull(able);
    const settled = settle(atStake, onlyPlaces ? { places: place + room - 1 } : 'every');
    this.settlements.push(...settled.settlements);
    if (settled.outcome === 'settled') return this.pass([...settled.order, ...ids.filter((id) => !atStake.includes(id))], place);
    this.open = true;
    this.undecided = this.undecided || rule === 'UNDECIDED';
    this.pass(ids.filter((id) => !atStake.includes(id)), place);
    this.taken += this.tried(atStake).length;
    for (const id of atStake) this.note(id, place, 'open', 'tie');
  }

  /** Chooses one after another while there is room. */
  private pass(ids: readonly string[], place: number): void {
    for (const id of ids) {
      const reason = this.reason(id);
      if (reason !== undefined) this.note(id, place, reason === 'full' ? 'notChosen' : 'skipped', reason);
      // After an open tie it is not known what room is left in regions and classes.
      else if (this.open && (this.limits.regionCap !== undefined || this.limits.categories.size > 0)) this.note(id, place, 'open', 'tie');
      else this.choose(id, place);
    }
  }

  private choose(id: string, place: number): void {
    this.taken += 1;
    this.winners.push(id);
    this.occupy(id, this.regions, this.classes);
    this.note(id, place, 'chosen');
  }

  private reason(id: string, taken = this.taken, regions: ReadonlyMap<string, number> = this.regions, classes: ReadonlyMap<string, number> = this.classes): WinnerStep['reason'] {
    const runner = this.runners.get(id);
    const { places, regionCap, minimumVotes, categories } = this.limits;
    if (runner === undefined || (minimumVotes !== undefined && runner.votes < minimumVotes)) return 'belowMinimum';
    if (taken >= places) return 'full';
    if (regionCap !== undefined && runner.region !== undefined && (regions.get(runner.region) ?? 0) >= regionCap) return 'regionFull';
    const cap = runner.category === undefined ? undefined : categories.get(runner.category);
    return cap !== undefined && (classes.get(runner.category ?? '') ?? 0) >= cap ? 'categoryFull' : undefined;
  }

  private occupy(id: string, regions: Map<string, number>, classes: Map<string, number>): void {
    const { region, category } = this.runners.get(id) ?? {};
    if (region !== undefined) regions.set(region, (regions.get(region) ?? 0) + 1);
    if (category !== undefined) classes.set(category, (classes.get(category) ?? 0) + 1);
  }

  /** Who would be chosen in this order. Where somebody with room is left out, the order matters: coming first they would be in. */
  private tried(ids: readonly string[]): string[] {
    const [regions, classes] = [new Map(this.regions), new Map(this.classes)];
    const chosen: string[] = [];
    for (const id of ids) {
      if (this.reason(id, this.taken + chosen.length, regions, classes) !== undefined) continue;
      chosen.push(id);
      this.occupy(id, regions, classes);
    }
    return chosen;
  }

  private capped(ids: readonly string[]): boolean {
    return this.overfull(ids).length > 0;
  }

  /** Those whose region or class has not room for all of them. */
  private overfull(ids: readonly string[]): string[] {
    const { regionCap, categories } = this.limits;
    const count = (member: 'region' | 'category', value: string): number => ids.filter((id) => this.runners.get(id)?.[member] === value).length;
    return ids.filter((id) => {
      const { region, category } = this.runners.get(id) ?? {};
      const cap = category === undefined ? undefined : categories.get(category);
      return (region !== undefined && regionCap !== undefined && (this.regions.get(region) ?? 0) + count('region', region) > regionCap)
        || (category !== undefined && cap !== undefined && (this.classes.get(category) ?? 0) + count('category', category) > cap);
    });
  }

  private note(candidate: string, place: number, result: WinnerStep['result'], reason?: WinnerStep['reason']): void {
    const { votes = 0, region, category, score } = this.runners.get(candidate) ?? {};
    this.steps.push({
      candidate, rank: place, votes, ...(region === undefined ? {} : { region }), ...(category === undefined ? {} : { category }), ...(score === undefined ? {} : { score }),
      result, ...(reason === undefined ? {} : { reason }),
    });
  }
}
