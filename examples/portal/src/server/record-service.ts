import type { Locale } from '@cobuild/core';
import type { CaseState, CaseStore, Identity, RecordedProject } from '@cobuild/rules';
import { exportCase, foldCase, readCaseRecord, stateAt, visibleCase } from '@cobuild/rules';
import type { Outcome } from './case-service.js';
import { actorOf, mayRead } from './case-service.js';
import { portalProblem } from './portal-problem.js';
import type { PublishedSchemes, RunningScheme } from './published-schemes.js';

export interface RecordServiceOptions {
  readonly store: CaseStore;
  readonly schemes: PublishedSchemes;
  /** The log after the approval of a case, where the portal keeps one. */
  readonly project?: (caseId: string) => Promise<RecordedProject | undefined>;
  /** Takes in the log of a project that came with a case. Without it a record that has one is refused. */
  readonly takeProject?: (caseId: string, project: RecordedProject) => Promise<void>;
}

interface Logged { readonly running: RunningScheme; readonly events: Awaited<ReturnType<CaseStore['events']>>; readonly state: CaseState }

/** Whole cases as files, and cases as they were. Whoever may read all of a case may take it out: to others a part of it is hidden. */
export class RecordService {
  readonly #options: RecordServiceOptions;

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

  /** Takes a case in that another portal, or this one, has given out: whole and unchanged, or not at all. */
  async take(identity: Identity, text: string, locale: Locale): Promise<Outcome<{ readonly caseId: string; readonly sequence: number }>> {
    const { store, schemes, takeProject } = this.#options;
    const first = readCaseRecord(text, { locale });
    if (first.record === undefined) return { problems: first.problems };
    const running = await schemes.byHash(first.record.scheme.hash);
    if (running === undefined) return { problems: [portalProblem('portal/record-scheme', locale)] };
    const { record, state, problems } = readCaseRecord(text, { published: running, locale });
    if (record === undefined || state === undefined) return { problems };
    if (!readsAll(identity, { running, state })) return { problems: [portalProblem('portal/not-allowed', locale)] };
    const { caseId, events, project } = record;
    if (project !== undefined && takeProject === undefined) return { problems: [portalProblem('portal/record-project', locale)] };
    const stored = await store.append(caseId, events);
    // An event of its first one on is refused where there is a log already; ids of events are unique too.
    if (!stored.ok) return { problems: [portalProblem('portal/record-known', locale)] };
    if (project !== undefined) await takeProject?.(caseId, project);
    return { value: { caseId, sequence: state.sequence } };
  }

  /** A case as it stood at the end of a day, as this person may see it. */
  async at(identity: Identity, caseId: string, day: string): Promise<CaseState | undefined> {
    const logged = await this.#log(caseId);
    if (logged === undefined || !mayRead(identity, logged)) return undefined;
    const { running, events } = logged;
    const { state } = stateAt(running.scheme, events, day);
    return state === undefined ? undefined : visibleCase(running.scheme, state, actorOf(identity));
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
