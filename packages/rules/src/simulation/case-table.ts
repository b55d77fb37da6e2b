import type { Case, Locale, Problem, Scheme } from '@cobuild/core';
import { isMoney, parseYuan } from '@cobuild/core';
import type { FactReference } from '../conditions/read-condition.js';
import type { OwnOperator } from '../operators/index.js';
import { plainFen } from '../money/fen.js';
import { ruleProblem } from '../locales/rule-message.js';
import type { BatchMoney, BatchOfCases } from './awards.js';
import { batchesOf } from './awards.js';
import type { CaseFact, CaseFactReader } from './case-columns.js';
import { caseFact, caseFactReader, columnKey, factsReadBy, readsSheets } from './case-columns.js';
import type { Column } from './column.js';
import { ColumnBuilder, fitted, room } from './column.js';
import type { HeadCountColumns } from './head-count-columns.js';
import { HeadCountBuilder } from './head-count-columns.js';
import type { Journeys } from './journeys.js';
import { JourneyBuilder } from './journeys.js';
import { looksLikeCase } from './looks-like-case.js';
import type { SheetsOfCase } from './score-columns.js';
import { dayReader } from './submission-day.js';

export interface CaseTableOptions {
  /** Schemes whose facts are loaded too: those that the change may put in place of the scheme. */
  readonly also?: readonly Scheme[];
  /** Further facts to load, for rules that are still being written. */
  readonly facts?: readonly FactReference[];
  /** Day of all decisions; default the day of each submission. */
  readonly today?: string;
  /** What was asked for, in yuan; default the answer `amountRequested`. */
  readonly amount?: FactReference;
  /** What results are broken down by; default the applicant's town and the answer `category`. */
  readonly breakdown?: Readonly<Record<string, FactReference>>;
  /**
   * Money by id of the batch, `*` for every other batch. With it the money of a batch is divided again for each change, and the cases themselves are kept, because ranking
   * and caps may read anything of them. Without it an approved case counts with what it asked for.
   */
  readonly pools?: Readonly<Record<string, BatchMoney>>;
  /** Operators of the host's own that conditions use. */
  readonly operators?: readonly OwnOperator[];
  /** Language of the problems, default `zh-CN`. */
  readonly locale?: Locale;
}

/** Cases in columns: what a policy reads of them, and nothing else. */
export interface CaseTable {
  readonly scheme: Scheme;
  /** Number of cases. */
  readonly rows: number;
  readonly ids: readonly string[];
  /** Place of each case in what was handed in, from 0; another than its row where something before it was no case. */
  readonly places: Int32Array;
  /** By {@link columnKey}. */
  readonly columns: ReadonlyMap<string, Column>;
  readonly journeys: Journeys;
  readonly heads: HeadCountColumns;
  /** Sheets of reviewers by row, where a policy scores by them; the only part of a case that is kept as it came. */
  readonly sheets: ReadonlyMap<number, SheetsOfCase>;
  /** In fen; NaN where none was asked for or what stands there is no money. */
  readonly amounts: Float64Array;
  readonly breakdown: Readonly<Record<string, Column>>;
  /** Things that were handed in and are no cases; they are left out. */
  readonly problems: readonly Problem[];
  readonly operators: readonly OwnOperator[];
  /** Where money is divided: the cases by batch. */
  readonly batches?: readonly BatchOfCases[];
  readonly today: string | undefined;
}

/** Takes cases bit by bit and keeps none of them. */
export interface CaseTableBuilder {
  /** Number of cases so far. */
  readonly rows: number;
  readonly add: (cases: Iterable<Case>) => CaseTableBuilder;
  /** The table; the builder takes nothing afterwards. */
  readonly finish: () => CaseTable;
}

const AMOUNT: FactReference = { fact: 'amountRequested' };
const BREAKDOWN: Readonly<Record<string, FactReference>> = { town: { fact: 'applicant', path: '$.town' }, category: { fact: 'category' } };

/** @example loadCases(scheme, cases).rows // 17 */
export function loadCases(scheme: Scheme, cases: Iterable<Case>, options: CaseTableOptions = {}): CaseTable {
  return tableBuilder(scheme, options, Array.isArray(cases) ? cases.length : 0).add(cases).finish();
}

/**
 * A table to be filled in parts, so that a million cases need never exist as objects at once.
 *
 * @param scheme - As loaded; the policy that changes are compared with.
 * @throws {TypeError} when the scheme is missing.
 */
export function createCaseTable(scheme: Scheme, options: CaseTableOptions = {}): CaseTableBuilder {
  return tableBuilder(scheme, options, 0);
}

function tableBuilder(scheme: Scheme, options: CaseTableOptions, expected: number): CaseTableBuilder {
  if (scheme === null || typeof scheme !== 'object') throw new TypeError('createCaseTable: the scheme is missing or no object');
  const { also = [], facts = [], today, amount = AMOUNT, breakdown = BREAKDOWN, pools, operators = [], locale = 'zh-CN' } = options;
  const wanted = [scheme, ...also].flatMap((policy) => [...factsReadBy(policy), ...facts.map((fact) => caseFact(policy, fact))]);
  const columns = new Map(wanted.map((fact) => [columnKey(fact), filling(fact, expected)]));
  const groups = Object.keys(breakdown).map((name) => [name, filling(caseFact(scheme, breakdown[name] ?? { fact: name }), expected)] as const);
  const readAmount = caseFactReader(caseFact(scheme, amount));
  const day = dayReader(today);
  const all = [...columns.values(), ...groups.map(([, group]) => group)];
  const amounts = new ColumnBuilder(expected);
  const journeys = new JourneyBuilder(expected);
  const heads = new HeadCountBuilder(expected);
  const keepsSheets = [scheme, ...also].some(readsSheets);
  const sheets = new Map<number, SheetsOfCase>();
  const kept: Case[] = [];
  const ids: string[] = [];
  let places = room(undefined, 0, expected);
  const problems: Problem[] = [];
  let handedIn = 0;

  function put(caseData: Case): void {
    const row = ids.length;
    for (const { read, column } of all) column.set(row, read(caseData, day));
    amounts.set(row, fenOf(readAmount(caseData, day)));
    journeys.set(row, caseData);
    heads.set(row, caseData);
    const { id, applicant, scores } = caseData;
    if (keepsSheets && scores !== undefined) sheets.set(row, { id, applicant, scores });
    places = room(places, row);
    places[row] = handedIn;
    if (pools !== undefined) kept[row] = caseData;
    ids.push(caseData.id);
  }

  /** A row is only counted once everything of it is there; what a broken case left behind is overwritten by the next one. */
  function isPut(caseData: Case): boolean {
    if (!looksLikeCase(caseData)) return false;
    try {
      put(caseData);
      return true;
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  }

  const builder: CaseTableBuilder = {
    get rows() {
      return ids.length;
    },
    add(cases) {
      for (const caseData of cases) {
        if (!isPut(caseData)) problems.push(ruleProblem('simulation/not-a-case', { document: 'cases', pointer: `/${handedIn}`, params: { place: handedIn + 1 }, locale }));
        handedIn += 1;
      }
      return builder;
    },
    finish() {
      const rows = ids.length;
      return {
        scheme, rows, ids, problems, operators, today, places: fitted(room(places, rows - 1), rows),
        columns: new Map([...columns].map(([key, { column }]) => [key, column.finish(rows)])),
        journeys: journeys.finish(rows), heads: heads.finish(rows), sheets,
        ...(pools === undefined ? {} : { batches: batchesOf(kept.slice(0, rows), pools, day) }),
        amounts: amounts.finish(rows).numbers ?? new Float64Array(rows).fill(NaN),
        breakdown: Object.fromEntries(groups.map(([name, { column }]) => [name, column.finish(rows)])),
      };
    },
  };
  return builder;
}

function filling(fact: CaseFact, expected: number): { readonly read: CaseFactReader; readonly column: ColumnBuilder } {
  return { read: caseFactReader(fact), column: new ColumnBuilder(expected) };
}

function fenOf(value: unknown): number {
  return plainFen(value) ?? (isMoney(value) ? parseYuan(value as number) : NaN);
}
