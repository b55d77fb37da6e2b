import type { Case, Locale, Problem, Scheme } from '@cobuild/core';
import type { CaseTableOptions, ExplainedChange, Flip, FlipPage, FlipQuery, PolicyChange, Simulation, SimulationResult } from '@cobuild/rules';
import { FactsNotLoadedError, PackedCases, createSimulation, createSimulationWorker } from '@cobuild/rules';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { warnOnce } from '../internal/warn-once.js';

/** Flips that are put into words for a file before the page has its turn. */
const EXPORTED_AT_ONCE = 200;

/** Those that the host handed in, or those of a file. */
export type PastCases = readonly Case[] | PackedCases;

/** A change that was tried out, with what it does. */
export interface TriedChange { readonly change: PolicyChange; readonly result: SimulationResult }

export interface LoadRequest {
  readonly scheme: Scheme;
  readonly cases: PastCases;
  readonly options: CaseTableOptions;
  /** Address of the worker's file; without one the work is done in slices on the page. */
  readonly workerUrl: string | undefined;
}

/**
 * Holds the simulation of an element: loads, asks, and keeps the newest answer. One question is under way at a time; of those that come meanwhile only the newest is
 * asked next, so that the picture follows a slider however fast it is moved.
 */
export class SimulationDesk implements ReactiveController {
  phase: 'empty' | 'loading' | 'ready' | 'failed' = 'empty';
  /** Cases taken in so far, and how many there are. */
  progress = { done: 0, of: 0 };
  cases: PastCases = [];
  /** What was handed in and is no case. */
  problems: readonly Problem[] = [];
  tried: TriedChange | undefined;
  page: FlipPage | undefined;
  /** Why nothing can be shown. */
  failure: string | undefined;
  private simulation: Simulation | undefined;
  private latest = 0;
  private wanted: { readonly change: PolicyChange; readonly flips: FlipQuery } | undefined;
  private isAsking = false;
  private frame: number | undefined;
  private places: Map<string, number> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** A newer question than the one whose answer is shown is under way. */
  get isBusy(): boolean {
    return this.phase === 'loading' || this.isAsking;
  }

  hostDisconnected(): void {
    this.close();
  }

  close(): void {
    this.latest += 1;
    this.simulation?.close();
    this.simulation = undefined;
    this.phase = 'empty';
    this.tried = undefined;
    this.page = undefined;
    this.failure = undefined;
    this.isAsking = false;
    this.wanted = undefined;
  }

  async load({ scheme, cases, options, workerUrl }: LoadRequest): Promise<void> {
    this.close();
    const mine = this.latest;
    this.cases = cases;
    this.places = undefined;
    this.phase = 'loading';
    const onProgress = (done: number): void => {
      if (mine !== this.latest) return;
      this.progress = { done, of: cases.length };
      this.drawSoon();
    };
    onProgress(0);
    const take = async (simulation: Simulation): Promise<void> => {
      this.simulation = simulation;
      const { problems } = await simulation.load(cases, { onProgress });
      if (mine !== this.latest) return;
      this.show({ phase: 'ready', problems });
      const { wanted } = this;
      if (wanted !== undefined) this.ask(wanted.change, wanted.flips);
    };
    try {
      await (workerUrl === undefined ? take(createSimulation(scheme, options)) : take(createSimulationWorker(workerUrl, scheme, options)).catch((error: unknown) => {
        if (mine !== this.latest) return undefined;
        warnOnce('element/no-worker', `The simulation worker ${workerUrl} cannot be used: ${messageOf(error)}; the page does its work`);
        this.simulation?.close();
        return take(createSimulation(scheme, options));
      }));
    } catch (error) {
      if (mine === this.latest) this.show({ phase: 'failed', failure: messageOf(error) });
    }
  }

  /** Tries a change; while the cases are loading or another one is under way it waits, and a newer one takes its place. */
  ask(change: PolicyChange, flips: FlipQuery): void {
    this.wanted = { change, flips };
    if (this.phase === 'ready' && !this.isAsking) void this.next();
  }

  private async next(): Promise<void> {
    const mine = this.latest;
    this.isAsking = true;
    this.host.requestUpdate();
    while (this.wanted !== undefined && this.simulation !== undefined) {
      const { change, flips } = this.wanted;
      this.wanted = undefined;
      try {
        const result = await this.simulation.change(change, { flips });
        if (mine !== this.latest) return;
        if (result !== undefined) this.show({ tried: { change, result }, page: result.flips.page, failure: undefined });
      } catch (error) {
        if (mine !== this.latest) return;
        this.show({ failure: error instanceof FactsNotLoadedError ? error.fact : messageOf(error) });
      }
    }
    this.isAsking = false;
    this.host.requestUpdate();
  }

  /** Turns to other flips of the change that is shown. */
  async turnTo(query: FlipQuery): Promise<void> {
    const { tried } = this;
    const page = await this.flips(query);
    if (page !== undefined && tried === this.tried && !this.isAsking) this.show({ page });
  }

  /** Flips of the change that is shown; `undefined` where it was overtaken. */
  async flips(query: FlipQuery): Promise<FlipPage | undefined> {
    const { tried, simulation } = this;
    if (simulation === undefined || tried === undefined || this.isAsking) return undefined;
    const page = await simulation.flips(query);
    return tried === this.tried ? page : undefined;
  }

  /** A case by its number. */
  caseOf(id: string): Case | undefined {
    const place = this.placeOf(id);
    return place === undefined ? undefined : this.caseAt(place);
  }

  /** A case by its place among what was handed in. */
  caseAt(place: number): Case | undefined {
    const { cases } = this;
    return cases instanceof PackedCases ? cases.at(place) : cases[place];
  }

  /** Its place among what was handed in. Looked up in an index that is made once for the cases. */
  placeOf(id: string): number | undefined {
    const { cases } = this;
    if (cases instanceof PackedCases) return cases.placeOf(id);
    this.places ??= new Map(cases.map((each, place) => [each.id, place] as const));
    return this.places.get(id);
  }

  /** All flips of the change that is shown, a part at a time; it ends early where another change takes its place. */
  async *allFlips(): AsyncGenerator<readonly Flip[], void, undefined> {
    for (let offset = 0; ;) {
      const page = await this.flips({ offset, limit: EXPORTED_AT_ONCE });
      if (page === undefined) return;
      yield page.items;
      offset += page.items.length;
      if (offset >= page.total || page.items.length === 0) return;
    }
  }

  /** Both verdicts of a case in words; `undefined` where another simulation has taken its place meanwhile. */
  async explain(place: number, change: PolicyChange, locale: Locale): Promise<ExplainedChange | undefined> {
    const { simulation, latest } = this;
    const found = this.caseAt(place);
    if (simulation === undefined || found === undefined) return undefined;
    const explained = await simulation.explain(found, change, locale);
    return latest === this.latest ? explained : undefined;
  }

  /** Progress is told hundreds of times a second; it is drawn once a frame. */
  private drawSoon(): void {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.host.requestUpdate();
    });
  }

  private show(part: Partial<Pick<SimulationDesk, 'phase' | 'progress' | 'problems' | 'tried' | 'page' | 'failure'>>): void {
    Object.assign(this, part);
    this.host.requestUpdate();
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
