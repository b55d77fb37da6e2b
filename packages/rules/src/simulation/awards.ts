import type { Case, Scheme } from '@cobuild/core';
import { parametersFact } from '@cobuild/core';
import type { AllocateBatchOptions, AwardLimit } from '../allocation/index.js';
import type { Turn } from '../allocation/allocate.js';
import type { MoneyDivision, Participant } from '../allocation/allocate-batch.js';
import { moneyDivider } from '../allocation/allocate-batch.js';
import { conditionFacts } from '../conditions/condition-facts.js';
import type { WholeFen } from '../money/fen.js';
import { inYuan, readFen } from '../money/fen.js';
import type { OwnOperator } from '../operators/index.js';
import type { ProjectAtLine, FundingLine } from './simulation-result.js';
import type { Steps } from './steps.js';

/** Money of a batch and what else is known of it. */
export type BatchMoney = Omit<AllocateBatchOptions, 'calendar' | 'today' | 'parameters'>;

/** Cases by batch, as they came: ranking and caps may read anything of them. `id` is `''` for cases that name none, `days` are those of the decisions. */
export interface BatchOfCases { readonly id: string; readonly money: BatchMoney; readonly rows: readonly number[]; readonly cases: readonly Case[]; readonly days: readonly string[] }

/** What the decision of a case found that the division of money reads. */
export type Standing = Pick<Participant, 'score' | 'votes'>;

/** What the cases of a table get under a policy. */
export interface Awards {
  /** Settings that money is divided by. */
  readonly key: string;
  /** By batch, in the order in which batches came up. */
  readonly batches: readonly BatchAwards[];
  /** Fen by row; 0 where nothing is given and while it is undecided. */
  readonly fen: Float64Array;
}

/** How the money of one batch was divided. */
export interface BatchAwards {
  readonly batch: string;
  readonly line: FundingLine;
  /** Places in the batch of the cases that took part, with their standing. Same settings and same participants, same awards. */
  readonly places: readonly number[];
  readonly standings: readonly Standing[];
  /** By place among those that took part. */
  readonly turns: readonly (Turn | undefined)[];
  /** Divides the money of the batch under these settings. */
  readonly divide: (participants: readonly Participant[]) => MoneyDivision;
}

export interface AwardSources { readonly rows: number; readonly batches: readonly BatchOfCases[]; readonly operators: readonly OwnOperator[] }

/**
 * Gives the money of every batch as `allocateBatch` does, without deciding its cases again: what their decisions found stands in columns.
 *
 * @param scheme - Resolved.
 * @param standingOf - Of a case that takes part; `undefined` for the others, which get nothing.
 * @param before - Batches whose settings and participants are the same are taken from it.
 */
export function* awardsOf({ rows, batches, operators }: AwardSources, scheme: Scheme, standingOf: (row: number) => Standing | undefined, before?: Awards): Steps<Awards> {
  const key = settingsKey(scheme);
  const given: BatchAwards[] = [];
  for (const [index, batch] of batches.entries()) {
    const places: number[] = [];
    const standings: Standing[] = [];
    batch.rows.forEach((row, place) => {
      const standing = standingOf(row);
      if (standing === undefined) return;
      places.push(place);
      standings.push(standing);
    });
    const known = before?.key === key ? before.batches[index] : undefined;
    given.push(known !== undefined && isSame(known, places, standings) ? known : divided(batch, known?.divide ?? moneyDivider(scheme, { operators, ...batch.money }), places, standings));
    yield;
  }
  if (before?.key === key && given.every((awards, index) => awards === before.batches[index])) return before;
  const fen = new Float64Array(rows);
  for (const [index, { places, turns }] of given.entries()) {
    const { rows: rowsOfBatch } = batches[index] as BatchOfCases;
    places.forEach((place, participant) => {
      fen[rowsOfBatch[place] as number] = Number(turns[participant]?.amount ?? 0n);
    });
  }
  return { key, batches: given, fen };
}

function isSame({ places, standings }: BatchAwards, now: readonly number[], standingsNow: readonly Standing[]): boolean {
  return places.length === now.length && places.every((place, index) => {
    const [then, { score, votes }] = [standings[index] as Standing, standingsNow[index] as Standing];
    return place === now[index] && then.score === score && then.votes === votes;
  });
}

function divided({ id, money, cases, days }: BatchOfCases, divide: BatchAwards['divide'], places: readonly number[], standings: readonly Standing[]): BatchAwards {
  const participants = places.map((place, index): Participant => ({ caseData: cases[place] as Case, today: days[place] as string, ...standings[index] }));
  const { turns } = divide(participants);
  const turnOf = new Map(turns.map((turn) => [turn.id, turn]));
  return { batch: id, line: fundingLineOf(readFen(money.pool) ?? 0n, turns), places, standings, divide, turns: participants.map(({ caseData }) => turnOf.get(caseData.id)) };
}

/** What bound the award of a case. */
export function bindingAt(batches: readonly BatchOfCases[], awards: Awards, row: number): AwardLimit | undefined {
  for (const [index, { places, turns }] of awards.batches.entries()) {
    const place = batches[index]?.rows.indexOf(row) ?? -1;
    if (place !== -1) return turns[places.indexOf(place)]?.award().binding;
  }
  return undefined;
}

/** Where the money of a batch runs out. */
function fundingLineOf(pool: WholeFen, turns: readonly Turn[]): FundingLine {
  const projectAt = (index: number): ProjectAtLine | undefined => {
    const award = turns[index]?.award();
    return award && { id: award.id, place: index + 1, amount: award.amount, ...(award.due === undefined ? {} : { due: award.due }), ...(award.binding === undefined ? {} : { limit: award.binding.kind }) };
  };
  let allocated = 0n;
  let [funded, undecided, lastInAt] = [0, 0, -1];
  turns.forEach(({ status, amount }, index) => {
    if (status === 'undecided') undecided += 1;
    if (amount === 0n) return;
    allocated += amount;
    funded += 1;
    lastInAt = index;
  });
  const lastIn = projectAt(lastInAt);
  // What asks for nothing, or may get nothing by its own limits, is not kept out by the line.
  const firstOut = projectAt(turns.findIndex(({ status, amount, award }) => amount === 0n && status !== 'undecided' && award().due !== 0));
  return {
    pool: inYuan(pool), allocated: inYuan(allocated), remainder: inYuan(pool - allocated), isSettled: undecided === 0, takingPart: turns.length, funded, undecided,
    ...(lastIn === undefined ? {} : { lastIn }), ...(firstOut === undefined ? {} : { firstOut }),
  };
}

/** Everything of a scheme that awards hang on once it is known who takes part, with which score and how many votes. Parameters count where a cap or a key reads them as a fact. */
function settingsKey(scheme: Scheme): string {
  const { allocation, eligibility: { conditions, hostFacts } } = scheme;
  const whens = (allocation?.caps ?? []).flatMap(({ when }) => (when === undefined ? [] : [when]));
  const settings = JSON.stringify([allocation, whens.length === 0 ? undefined : conditions, hostFacts?.map(({ id }) => id)]);
  const readsParameters = JSON.stringify(allocation ?? {}).includes('parameters') || whens.some((when) => conditionFacts(when, conditions).some(({ fact }) => fact === 'parameters'));
  return readsParameters ? settings + JSON.stringify(parametersFact(scheme)) : settings;
}

/** Sorts cases into batches by the id of their batch; `pools['*']` is the money of each batch that has none of its own. Cases without money for their batch get none. */
export function batchesOf(cases: readonly Case[], pools: Readonly<Record<string, BatchMoney>>, day: (caseData: Case) => string): BatchOfCases[] {
  const batches = new Map<string, { readonly id: string; readonly money: BatchMoney; readonly rows: number[]; readonly cases: Case[]; readonly days: string[] }>();
  cases.forEach((caseData, row) => {
    const id = caseData.batch?.['id'];
    const name = typeof id === 'string' ? id : '';
    const money = own(pools, name) ?? own(pools, '*');
    if (money === undefined) return;
    const batch = batches.get(name) ?? { id: name, money, rows: [], cases: [], days: [] };
    batch.rows.push(row);
    batch.cases.push(caseData);
    batch.days.push(day(caseData));
    batches.set(name, batch);
  });
  return [...batches.values()];
}

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined;
}
