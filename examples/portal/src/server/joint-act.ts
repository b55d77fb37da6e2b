import type { CaseEvent, Problem } from '@cobuild/core';
import type { CaseStore, ProjectEvent } from '@cobuild/rules';
import type { FundBook } from './fund-book.js';
import { bookedOf } from './fund-book.js';
import type { ProjectStore } from './project-store.js';
import type { Sql, SqlDatabase } from './sql-database.js';
import { isTaken, within } from './sql-database.js';
import { createSqlCaseStore } from './stores.js';

/** Where services read and write the logs of cases and projects. */
export interface Logs { readonly store: CaseStore; readonly projects: ProjectStore; readonly book: Pick<FundBook, 'open' | 'append' | 'ofProject'> }

/** Written down as a whole; or nothing of it, since somebody else went on in one of the logs, or for problems of the fund. */
export type JointOutcome = { readonly kind: 'done' } | { readonly kind: 'conflict' } | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Undoes the transaction: a log went on meanwhile. */
class Overtaken extends Error {}

/**
 * One act over the logs of several cases and projects: all of it or nothing. What services append to `logs` is kept here and read by them with what is stored; `commit` writes it
 * down in one transaction. Before that nobody else sees any of it and nobody waits for it.
 */
export class JointAct {
  readonly logs: Logs;
  readonly #cases = new Map<string, CaseEvent[]>();
  readonly #projects = new Map<string, ProjectEvent[]>();
  readonly #writes: ((sql: Sql) => Promise<void>)[] = [];

  constructor(private readonly database: SqlDatabase, { store, projects }: Pick<Logs, 'store' | 'projects'>, book: FundBook) {
    const ofCase = async (id: string): Promise<readonly CaseEvent[]> => [...(await store.events(id)), ...(this.#cases.get(id) ?? [])];
    this.logs = {
      store: {
        ...store,
        events: ofCase,
        append: async (id, events) => {
          const stored = (await ofCase(id)).length;
          if (events.some(({ sequence }, index) => sequence !== stored + index + 1)) return { ok: false, reason: 'conflict' };
          this.#cases.set(id, [...(this.#cases.get(id) ?? []), ...events]);
          this.#writes.push(async (sql) => {
            if (!(await createSqlCaseStore(within(sql)).append(id, events)).ok) throw new Overtaken();
          });
          return { ok: true };
        },
      },
      projects: {
        ...projects,
        log: async (id) => {
          const log = await projects.log(id);
          return log === undefined ? undefined : { ...log, events: [...log.events, ...(this.#projects.get(id) ?? [])] };
        },
      },
      book: {
        open: (...opening) => book.open(...opening),
        ofProject: (...project) => book.ofProject(...project),
        append: (scheme, before, event, after) => {
          this.#projects.set(before.id, [...(this.#projects.get(before.id) ?? []), event]);
          this.#writes.push((sql) => book.write(sql, scheme, before, event, after));
          return Promise.resolve({ kind: 'done' });
        },
      },
    };
  }

  async commit(): Promise<JointOutcome> {
    try {
      await this.database.transaction(async (sql) => {
        for (const write of this.#writes) await write(sql);
      });
      return { kind: 'done' };
    } catch (error) {
      if (error instanceof Overtaken || isTaken(error)) return { kind: 'conflict' };
      const booked = bookedOf(error);
      if (booked !== undefined) return booked;
      throw error;
    }
  }
}
