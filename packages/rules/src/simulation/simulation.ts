import type { Case, Locale, Problem, Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { decide, decisionSummary } from '../decision/index.js';
import type { DecisionSummary } from '../decision/index.js';
import { explainDecision } from '../explanation/index.js';
import type { Explanation } from '../explanation/index.js';
import type { CaseTable, CaseTableBuilder, CaseTableOptions } from './case-table.js';
import { createCaseTable } from './case-table.js';
import { now, pause } from './platform.js';
import type { SimulateOptions, SimulationRun } from './simulate.js';
import { baselineSteps, simulationSteps } from './simulate.js';
import type { FlipPage, FlipQuery, PolicyChange, SimulationResult } from './simulation-result.js';
import type { Steps } from './steps.js';

/** Cases one by one, or in parts as they arrive from somewhere. */
export type CaseSource = Iterable<Case> | AsyncIterable<readonly Case[]>;

export interface LoadOptions { /** Told of the number of cases taken so far. */ readonly onProgress?: (loaded: number) => void }

export interface LoadedCases { readonly cases: number; /** What was no case and is left out. */ readonly problems: readonly Problem[] }

/** One case under the policy as it was and as changed, in words. */
export interface ExplainedChange { readonly before: ExplainedVerdict; readonly after: ExplainedVerdict }
export interface ExplainedVerdict { readonly decision: DecisionSummary; readonly explanation: Explanation }

/** Trying out changes of a policy on past cases without keeping anybody waiting; the same in a page, in a worker and in Node. */
export interface Simulation {
  /** Loads cases in place of any loaded before, and decides them under the policy as it is. */
  readonly load: (cases: CaseSource, options?: LoadOptions) => Promise<LoadedCases>;
  /** What a change does. A change that comes while another is still being worked on takes its place; the promise of the earlier one then gives `undefined`. */
  readonly change: (change: PolicyChange, options?: SimulateOptions) => Promise<SimulationResult | undefined>;
  /** Flips of the last change that was finished. */
  readonly flips: (query?: FlipQuery) => Promise<FlipPage>;
  /** Cases are not kept, so the host hands the one in question in again. */
  readonly explain: (caseData: Case, change: PolicyChange, locale?: Locale) => Promise<ExplainedChange>;
  /** Gives everything back; a worker ends. */
  readonly close: () => void;
}

export interface SimulationOptions extends CaseTableOptions {
  /** Longest time without a pause, in milliseconds; default 8, so that a page keeps drawing. */
  readonly sliceMs?: number;
}

/** Cases taken between two looks at the clock. */
const BATCH = 64;

/** The work behind a {@link Simulation}, in slices. */
export class SimulationSession {
  private builder: CaseTableBuilder | undefined;
  private table: CaseTable | undefined;
  private run: SimulationRun | undefined;
  private latest = 0;

  constructor(private readonly scheme: Scheme, private readonly options: SimulationOptions = {}) {}

  begin(): void {
    this.latest += 1;
    this.table = undefined;
    this.run = undefined;
    this.builder = createCaseTable(this.scheme, this.options);
  }

  /** @returns The number of cases so far. */
  async add(cases: Iterable<Case>, onProgress: (loaded: number) => void = () => undefined): Promise<number> {
    const { builder } = this;
    if (builder === undefined) throw new TypeError('Simulation: nothing is being loaded');
    let batch: Case[] = [];
    let until = this.sliceEnd();
    for (const caseData of cases) {
      batch.push(caseData);
      if (batch.length < BATCH) continue;
      builder.add(batch);
      batch = [];
      if (now() < until) continue;
      onProgress(builder.rows);
      await pause();
      until = this.sliceEnd();
    }
    builder.add(batch);
    return builder.rows;
  }

  async finish(): Promise<LoadedCases> {
    if (this.builder === undefined) throw new TypeError('Simulation: nothing is being loaded');
    const table = this.builder.finish();
    this.builder = undefined;
    await this.inSlices(baselineSteps(table), () => false);
    this.table = table;
    return { cases: table.rows, problems: table.problems };
  }

  async change(change: PolicyChange, options: SimulateOptions = {}): Promise<SimulationResult | undefined> {
    const { table } = this;
    if (table === undefined) throw new TypeError('Simulation: load cases first');
    this.latest += 1;
    const mine = this.latest;
    // Whoever asks twice in a row wants the second answer only.
    await Promise.resolve();
    const run = await this.inSlices(simulationSteps(table, change, options), () => this.latest !== mine);
    if (run === undefined) return undefined;
    this.run = run;
    return run.result;
  }

  flips(query: FlipQuery = {}): FlipPage {
    if (this.run === undefined) throw new TypeError('Simulation: no change has been tried yet');
    return this.run.flips(query);
  }

  explain(caseData: Case, change: PolicyChange, locale: Locale = this.options.locale ?? 'zh-CN'): ExplainedChange {
    const { today, operators } = this.options;
    const own = operators === undefined ? {} : { operators };
    const verdict = (scheme: Scheme, parameters: PolicyChange['parameters']): ExplainedVerdict => {
      const decision = decide(scheme, caseData, { calendar: chinaCalendar, ...own, ...(today === undefined ? {} : { today }), ...(parameters === undefined ? {} : { parameters }) });
      return { decision: decisionSummary(decision), explanation: explainDecision(scheme, decision, caseData, locale, own) };
    };
    return { before: verdict(this.scheme, undefined), after: verdict(change.scheme ?? this.scheme, change.parameters) };
  }

  close(): void {
    this.latest += 1;
    this.builder = undefined;
    this.table = undefined;
    this.run = undefined;
  }

  private sliceEnd(): number {
    return now() + (this.options.sliceMs ?? 8);
  }

  /** `undefined` once the work is no longer wanted. */
  private async inSlices<Result>(steps: Steps<Result>, isStale: () => boolean): Promise<Result | undefined> {
    let until = this.sliceEnd();
    while (!isStale()) {
      const step = steps.next();
      if (step.done === true) return step.value;
      if (now() < until) continue;
      await pause();
      until = this.sliceEnd();
    }
    return undefined;
  }
}

/**
 * A simulation on the thread that asks for it, in slices with pauses between them: what a page uses that has no worker.
 *
 * @example
 * const simulation = createSimulation(scheme);
 * await simulation.load(cases, { onProgress: (loaded) => show(loaded) });
 * const result = await simulation.change({ parameters: { passRatio: { p: 3, q: 5 } } });
 */
export function createSimulation(scheme: Scheme, options: SimulationOptions = {}): Simulation {
  const session = new SimulationSession(scheme, options);
  return {
    load: async (cases, { onProgress = () => undefined } = {}) => {
      session.begin();
      for await (const part of partsOf(cases)) {
        onProgress(await session.add(part, onProgress));
      }
      return session.finish();
    },
    change: (change, simulate) => session.change(change, simulate),
    flips: async (query) => Promise.resolve(session.flips(query)),
    explain: async (caseData, change, locale) => Promise.resolve(session.explain(caseData, change, locale)),
    close: () => session.close(),
  };
}

/** Cases that are there already are one part, however many. */
export async function* partsOf(cases: CaseSource): AsyncGenerator<Iterable<Case>, void, undefined> {
  if (Symbol.asyncIterator in cases) yield* cases;
  else yield await Promise.resolve(cases);
}
