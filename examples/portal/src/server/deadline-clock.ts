import { randomUUID } from 'node:crypto';
import type { Calendar, CaseEvent } from '@cobuild/core';
import type { CaseStore, MessageAdapter } from '@cobuild/rules';
import { appendDueEvents, foldCase } from '@cobuild/rules';
import type { PublishedSchemes } from './published-schemes.js';

export interface DeadlineClockParts {
  readonly store: Pick<CaseStore, 'caseIds' | 'events' | 'append'>;
  readonly schemes: Pick<PublishedSchemes, 'byHash'>;
  readonly calendar: Calendar;
  readonly messages: Pick<MessageAdapter, 'send'>;
  /** The clock, so that tests can set it. */
  readonly now: () => Date;
}

/** What one run did. */
export interface DeadlineRun { readonly cases: number; readonly events: readonly CaseEvent[] }

/** Carries out what time does by itself: reminders, escalations, outcomes of deadlines. A case that changes meanwhile is left to the next run. */
export class DeadlineClock {
  readonly #parts: DeadlineClockParts;
  #timer: ReturnType<typeof setInterval> | undefined;
  #running: Promise<DeadlineRun> | undefined;

  constructor(parts: DeadlineClockParts) {
    this.#parts = parts;
  }

  /** Runs now and then at an interval. An error of one run is told and does not end the timer. */
  start(everyMs: number): void {
    const run = (): void => void this.run().catch((error: unknown) => { console.error(error); });
    run();
    this.#timer = setInterval(run, everyMs);
    this.#timer.unref();
  }

  /** No further run begins; one that is under way is waited for. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running?.catch(() => undefined);
  }

  /** One run over all cases; asked for while another is under way, it is that one. */
  run(): Promise<DeadlineRun> {
    this.#running ??= this.#runOnce().finally(() => { this.#running = undefined; });
    return this.#running;
  }

  async #runOnce(): Promise<DeadlineRun> {
    const ids = await this.#parts.store.caseIds();
    const events: CaseEvent[] = [];
    for (const id of ids) events.push(...(await this.#runCase(id)));
    return { cases: ids.length, events };
  }

  async #runCase(caseId: string): Promise<readonly CaseEvent[]> {
    const { store, schemes, calendar, messages, now } = this.#parts;
    const log = await store.events(caseId);
    const running = log[0] === undefined ? undefined : await schemes.byHash(log[0].schemeHash);
    if (running === undefined) return [];
    const { state, problems } = foldCase(running.scheme, log);
    // Nothing is added to a log that was changed by somebody.
    if (state === undefined || problems.length > 0) return [];
    const due = appendDueEvents(running.scheme, state, now().toISOString(), randomUUID, { calendar, schemeHash: running.hash });
    if (due.events.length === 0 || !(await store.append(caseId, due.events)).ok) return [];
    for (const event of due.events) {
      const text = event.type === 'deadlinePassed' ? (event.data.reason ?? '') : '';
      const reminded = event.type === 'deadlineReminded' || event.type === 'cycleDutyReminded' ? event.data.to : undefined;
      const concerned = event.type === 'deadlinePassed' || (reminded !== undefined && reminded === running.scheme.stages[0]?.actor.role);
      if (concerned) await messages.send({ to: state.applicant.id, subject: event.type, text, caseId });
    }
    return due.events;
  }
}
