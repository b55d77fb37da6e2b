import type { Calendar, Locale, Problem } from '@cobuild/core';
import { createInterpreter } from '@cobuild/core';
import type { CaseRecord, CaseState, CaseStore, Identity, PostHolding, RecordedProject } from '@cobuild/rules';
import { exportCase, foldCase, readCaseRecord, stateAt, visibleCase } from '@cobuild/rules';
import { recordedAnswersCheck } from './append-context.js';
import type { Outcome } from './case-service.js';
import { actorOf, mayRead, viewerOf } from './case-service.js';
import { portalProblem } from './portal-problem.js';
import { projectTitle } from './project-opening.js';
import type { PublishedSchemes, RunningScheme } from './published-schemes.js';

export interface RecordServiceOptions {
  readonly calendar: Calendar;
  readonly store: CaseStore;
  readonly schemes: PublishedSchemes;
  /** The log after the approval of a case, where the portal keeps one. */
  readonly project?: (caseId: string) => Promise<RecordedProject | undefined>;
  /** Who holds and held the posts of the project of a case: whoever left one no longer sees it. */
  readonly holdings?: (caseId: string) => Promise<readonly PostHolding[]>;
  /** Writes a case down with the log of its project, all or nothing; says why not. */
  readonly takeIn: (running: RunningScheme, record: Pick<CaseRecord, 'caseId' | 'events' | 'project'>, state: CaseState) => Promise<TakenIn>;
}

/** Taken in; or a log of this number is here already; or refused for problems of its own. */
export type TakenIn = 'done' | 'known' | { readonly problems: readonly Problem[] };

/** A file of a case as it was looked at. Nothing is wrong with it in itself. */
export interface CheckedRecord {
  readonly caseId: string;
  readonly title: string;
  /** Records of the case and of its project. */
  readonly events: number;
  readonly projectEvents?: number;
  /** What is here of the same number: how many records, and which is the first that differs (`undefined`: none, one is the beginning of the other). */
  readonly here?: { readonly events: number; readonly differsFrom?: number };
}

interface Logged { readonly running: RunningScheme; readonly events: Awaited<ReturnType<CaseStore['events']>>; readonly state: CaseState }

/** Whole cases as files, and cases as they were. Whoever may read all of a case may take it out: to others a part of it is hidden. */
export class RecordService {
  readonly #options: RecordServiceOptions;
  readonly #validator = createInterpreter();

  constructor(options: RecordServiceOptions) {
    this.#options = options;
  }

  /** The file of a case; `undefined` where the case is not known, or not wholly theirs to read. A log that was changed is not exported. */
  async record(identity: Identity, caseId: string): Promise<string | undefined> {
    const logged = await this.#log(caseId);
    if (logged === undefined || !readsAll(identity, logged)) return undefined;
    const { running, events } = logged;
    const project = await this.#options.project?.(caseId);
    return exportCase({ ...running, events, ...(project === undefined ? {} : { project }) });
  }

  /** What a file holds and how it compares with what is here; refused where it is not whole, or not wholly theirs to read. */
  async check(identity: Identity, text: string, locale: Locale): Promise<Outcome<CheckedRecord>> {
    const read = await this.#read(identity, text, locale);
    if ('problems' in read) return { problems: read.problems };
    const { record: { caseId, events, project }, running, state } = read;
    const stored = await this.#options.store.events(caseId);
    const differs = events.findIndex((event, index) => stored[index] !== undefined && stored[index]?.hash !== event.hash);
    return {
      value: {
        caseId, title: projectTitle(running.scheme, state), events: events.length, ...(project === undefined ? {} : { projectEvents: project.events.length }),
        ...(stored.length === 0 ? {} : { here: { events: stored.length, ...(differs < 0 ? {} : { differsFrom: differs + 1 }) } }),
      },
    };
  }

  /** Takes a case in that another portal, or this one, has given out: whole and unchanged, with its project, or not at all. */
  async take(identity: Identity, text: string, locale: Locale): Promise<Outcome<{ readonly caseId: string; readonly sequence: number }>> {
    const read = await this.#read(identity, text, locale);
    if ('problems' in read) return { problems: read.problems };
    const { record, running, state } = read;
    const taken = await this.#options.takeIn(running, record, state);
    if (taken === 'known') return { problems: [portalProblem('portal/record-known', locale)] };
    return taken === 'done' ? { value: { caseId: record.caseId, sequence: state.sequence } } : { problems: taken.problems };
  }

  async #read(identity: Identity, text: string, locale: Locale): Promise<{ readonly problems: readonly Problem[] } | { readonly record: CaseRecord; readonly running: RunningScheme; readonly state: CaseState }> {
    const { calendar } = this.#options;
    const first = readCaseRecord(text, { locale });
    if (first.record === undefined) return { problems: first.problems };
    const running = await this.#options.schemes.byHash(first.record.scheme.hash);
    if (running === undefined) return { problems: [portalProblem('portal/record-scheme', locale)] };
    const { record, state, problems } = readCaseRecord(text, { published: running, calendar, locale, validateAnswers: recordedAnswersCheck(running, { calendar, validator: this.#validator, locale }) });
    if (record === undefined || state === undefined) return { problems };
    return readsAll(identity, { running, state }) ? { record, running, state } : { problems: [portalProblem('portal/not-allowed', locale)] };
  }

  /** A case as it stood at the end of a day, as this person may see it. */
  async at(identity: Identity, caseId: string, day: string): Promise<{ readonly state?: CaseState } | undefined> {
    const logged = await this.#log(caseId);
    const holdings = logged === undefined ? [] : ((await this.#options.holdings?.(caseId)) ?? []);
    if (logged === undefined || !mayRead(identity, { ...logged, holdings })) return undefined;
    const { running, events } = logged;
    const { state } = stateAt(running.scheme, events, day);
    return state === undefined ? {} : { state: visibleCase(running.scheme, state, viewerOf(identity, { running, state, holdings })) };
  }

  async #log(caseId: string): Promise<Logged | undefined> {
    const events = await this.#options.store.events(caseId);
    const running = events[0] === undefined ? undefined : await this.#options.schemes.byHash(events[0].schemeHash);
    if (running === undefined) return undefined;
    const { state, problems } = foldCase(running.scheme, events);
    return state === undefined || problems.length > 0 ? undefined : { running, events, state };
  }
}

/** Nothing is hidden where the last hash is shown. */
function readsAll(identity: Identity, about: Pick<Logged, 'running' | 'state'>): boolean {
  return mayRead(identity, about) && visibleCase(about.running.scheme, about.state, actorOf(identity))?.lastHash === about.state.lastHash;
}
