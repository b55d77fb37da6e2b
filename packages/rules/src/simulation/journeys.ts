import type { Case, EvidenceRecord, Override, PublicVoteRecord, Review } from '@cobuild/core';
import { fitted, room } from './column.js';

/** What people have done about a case apart from its vote, as far as stages are settled by it. Many cases share one. */
export interface Journey {
  readonly reviews: readonly Review[];
  readonly evidence: readonly EvidenceRecord[];
  readonly overrides: readonly Override[];
  readonly publicVoteCounts?: readonly PublicVoteRecord[];
  readonly withdrawn: boolean;
  /** Two persons have set aside that the requirements are not met. */
  readonly exempt: boolean;
}

/** The journey of every case, as place in a list of the different ones. */
export interface Journeys { readonly codes: Int32Array; readonly list: readonly Journey[] }

/**
 * Collects journeys case by case. Who did something counts only as the same person or another, so people are called by numbers; otherwise every village secretary would
 * make journeys of their own.
 */
export class JourneyBuilder {
  private codes: Int32Array;
  private readonly list: Journey[] = [];
  private readonly codeOf = new Map<string, number>();

  constructor(expected = 0) {
    this.codes = room(undefined, 0, expected);
  }

  set(row: number, caseData: Case): void {
    const key = keyOf(caseData);
    let code = this.codeOf.get(key);
    if (code === undefined) {
      code = this.list.push(journeyOf(caseData)) - 1;
      this.codeOf.set(key, code);
    }
    this.codes = room(this.codes, row);
    this.codes[row] = code;
  }

  finish(rows: number): Journeys {
    return { codes: fitted(room(this.codes, rows - 1), rows), list: this.list };
  }
}

const NOTHING: readonly never[] = [];

function isWithdrawn({ events }: Case): boolean {
  return events?.some(({ type }) => type === 'withdrawn') === true;
}

function keyOf(caseData: Case): string {
  const { reviews = NOTHING, evidence = NOTHING, overrides = NOTHING, publicVoteCounts } = caseData;
  let key = isWithdrawn(caseData) ? 'withdrawn' : '';
  let people: (string | undefined)[] | undefined;
  for (const { stage, outcome, by, role } of reviews) {
    key += `\n${stage}\t${outcome}`;
    if (by !== undefined) key += `\t${numberOf(people ?? (people = []), by)}`;
    if (role !== undefined) key += `\t=${role}`;
  }
  for (const { kind, stage } of evidence) key += `\n+${kind}\t${stage}`;
  for (const { stage, outcome, by, second } of overrides) key += `\n!${stage === undefined ? '' : `=${stage}`}\t${outcome}\t${by === second ? 1 : 2}`;
  if (publicVoteCounts !== undefined) key += `\n#${JSON.stringify(publicVoteCounts)}`;
  return key;
}

/** The first person is 1, the next other one 2; 0 is nobody in particular. */
function numberOf(people: (string | undefined)[], by: string | undefined): number {
  if (by === undefined) return 0;
  const at = people.indexOf(by);
  return at === -1 ? people.push(by) : at + 1;
}

function journeyOf(caseData: Case): Journey {
  const { reviews = [], evidence = [], overrides = [], publicVoteCounts } = caseData;
  const people: (string | undefined)[] = [];
  return {
    withdrawn: isWithdrawn(caseData), ...(publicVoteCounts === undefined ? {} : { publicVoteCounts }),
    exempt: overrides.some(({ stage, outcome, by, second }) => stage === undefined && outcome === 'eligible' && by !== second),
    reviews: reviews.map(({ stage, outcome, by, role }) => ({ stage, outcome, ...(by === undefined ? {} : { by: `${numberOf(people, by)}` }), ...(role === undefined ? {} : { role }) })),
    evidence: evidence.map(({ kind, stage }) => ({ kind, stage })),
    overrides: overrides.map(({ stage, outcome, by, second }) => ({ ...(stage === undefined ? {} : { stage }), outcome, reason: '', by: '1', second: by === second ? '1' : '2' })),
  };
}
