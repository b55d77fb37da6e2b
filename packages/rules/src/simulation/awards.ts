import type { Case, Scheme } from '@cobuild/core';
import { chinaCalendar, isMoney, parametersFact, parseYuan } from '@cobuild/core';
import type { AllocateBatchOptions, AllocationResult, Award, AwardLimit } from '../allocation/index.js';
import { allocateBatchSteps } from '../allocation/allocate-batch.js';
import type { ProjectAtLine, FundingLine } from './simulation-result.js';
import type { Steps } from './steps.js';

/** Money of a batch and what else is known of it. */
export type BatchMoney = Omit<AllocateBatchOptions, 'calendar' | 'today' | 'parameters'>;

/** Cases by batch, as they came: ranking and caps may read anything of them. `id` is `''` for cases that name none. */
export interface BatchOfCases { readonly id: string; readonly money: BatchMoney; readonly rows: readonly number[]; readonly cases: readonly Case[] }

/** What the cases of a table get under a policy. */
export interface Awards {
  /** Same settings and same cases taking part, same awards. */
  readonly key: string;
  readonly takingPart: Uint8Array;
  /** Fen by row; 0 where nothing is given and while it is undecided. */
  readonly fen: Float64Array;
  /** What bound the award, by row. */
  readonly binding: ReadonlyMap<number, AwardLimit>;
  /** By batch, in the order in which batches came up. */
  readonly lines: readonly { readonly batch: string; readonly line: FundingLine }[];
}

export interface AwardSources { readonly rows: number; readonly batches: readonly BatchOfCases[]; readonly today: string | undefined }

/**
 * Gives the money of every batch as `allocateBatch` does, to the cases that take part: only they can get any.
 *
 * @param scheme - Resolved.
 * @param before - Taken as it is where neither the settings nor the cases of a batch that take part are others.
 */
export function* awardsOf({ rows, batches, today }: AwardSources, scheme: Scheme, takingPart: Uint8Array, before?: Awards): Steps<Awards> {
  const key = settingsKey(scheme);
  if (before?.key === key && before.takingPart.every((takes, row) => takes === takingPart[row])) return before;
  const fen = new Float64Array(rows);
  const binding = new Map<number, AwardLimit>();
  const lines: Awards['lines'][number][] = [];
  for (const [place, batch] of batches.entries()) {
    if (before?.key === key && batch.rows.every((row) => before.takingPart[row] === takingPart[row])) {
      for (const row of batch.rows) {
        fen[row] = before.fen[row] as number;
        const limit = before.binding.get(row);
        if (limit !== undefined) binding.set(row, limit);
      }
      lines.push(before.lines[place] as Awards['lines'][number]);
      yield;
      continue;
    }
    const members = batch.rows.map((row, index) => ({ row, caseData: batch.cases[index] as Case })).filter(({ row }) => takingPart[row] === 1);
    const { decisions, allocation } = yield* allocateBatchSteps(scheme, members.map(({ caseData }) => caseData), { calendar: chinaCalendar, ...(today === undefined ? {} : { today }), ...batch.money });
    const bound = new Map(allocation.awards.map((award) => [award.id, award.binding]));
    members.forEach(({ row }, index) => {
      const { id, award = null } = decisions[index] ?? { id: '' };
      fen[row] = award !== null && isMoney(award) ? parseYuan(award) : 0;
      const limit = bound.get(id);
      if (limit !== undefined) binding.set(row, limit);
    });
    lines.push({ batch: batch.id, line: fundingLineOf(allocation) });
    yield;
  }
  return { key, takingPart, fen, binding, lines };
}

/** Where the money of a batch runs out. */
function fundingLineOf({ outcome, awards, pool, allocated, remainder }: AllocationResult): FundingLine {
  const isFunded = ({ amount }: Award): boolean => amount > 0;
  const place = (award: Award, index: number): ProjectAtLine => ({ id: award.id, place: index + 1, amount: award.amount, ...(award.due === undefined ? {} : { due: award.due }), ...(award.binding === undefined ? {} : { limit: award.binding.kind }) });
  const placed = awards.map((award, index) => ({ award, index }));
  const lastIn = [...placed].reverse().find(({ award }) => isFunded(award));
  // What asks for nothing, or may get nothing by its own limits, is not kept out by the line.
  const firstOut = placed.find(({ award }) => !isFunded(award) && award.status !== 'undecided' && award.due !== 0);
  return {
    pool, allocated, remainder, isSettled: outcome === 'allocated', takingPart: awards.length, funded: awards.filter(isFunded).length, undecided: awards.filter(({ status }) => status === 'undecided').length,
    ...(lastIn === undefined ? {} : { lastIn: place(lastIn.award, lastIn.index) }), ...(firstOut === undefined ? {} : { firstOut: place(firstOut.award, firstOut.index) }),
  };
}

/** Everything of a scheme that awards hang on once it is known who takes part. Parameters count where a condition may read them. */
function settingsKey(scheme: Scheme): string {
  const { allocation, scoring, thresholds, eligibility: { conditions }, decisionTables } = scheme;
  const settings = JSON.stringify([allocation, scoring, thresholds, conditions, decisionTables]);
  return settings.indexOf('"parameters"') === -1 ? settings : settings + JSON.stringify(parametersFact(scheme));
}

/** Sorts cases into batches by the id of their batch; `pools['*']` is the money of each batch that has none of its own. Cases without money for their batch get none. */
export function batchesOf(cases: readonly Case[], pools: Readonly<Record<string, BatchMoney>>): BatchOfCases[] {
  const batches = new Map<string, { readonly id: string; readonly money: BatchMoney; readonly rows: number[]; readonly cases: Case[] }>();
  cases.forEach((caseData, row) => {
    const id = caseData.batch?.['id'];
    const name = typeof id === 'string' ? id : '';
    const money = own(pools, name) ?? own(pools, '*');
    if (money === undefined) return;
    const batch = batches.get(name) ?? { id: name, money, rows: [], cases: [] };
    batch.rows.push(row);
    batch.cases.push(caseData);
    batches.set(name, batch);
  });
  return [...batches.values()];
}

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined;
}
