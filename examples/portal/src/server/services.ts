import type { PGlite } from '@electric-sql/pglite';
import type { Calendar } from '@cobuild/core';
import type { CaseStore, PostHolding } from '@cobuild/rules';
import { foldHoldings } from '@cobuild/rules';
import { CaseService } from './case-service.js';
import { FundBook } from './fund-book.js';
import { IntakeService } from './intake-service.js';
import { createSqlLedger } from './ledger-store.js';
import type { LedgerStore } from './ledger-store.js';
import { ProjectService } from './project-service.js';
import { createSqlProjectStore } from './project-store.js';
import type { PublishedSchemes } from './published-schemes.js';
import { RecordService } from './record-service.js';
import { RegisterService } from './register-service.js';
import { SchemeUses } from './scheme-use.js';
import { takeRecord } from './take-record.js';
import type { Uploads } from './uploads.js';
import { VoteService } from './vote-service.js';

export interface ServiceParts {
  readonly database: PGlite;
  readonly store: CaseStore;
  readonly schemes: PublishedSchemes;
  readonly uploads: Uploads;
  readonly calendar: Calendar;
  /** The clock, so that tests can set it. */
  readonly now: () => Date;
}

export interface Services {
  readonly cases: CaseService;
  readonly projects: ProjectService;
  readonly intake: IntakeService;
  readonly votes: VoteService;
  readonly register: RegisterService;
  readonly records: RecordService;
  readonly ledgers: LedgerStore;
  readonly uses: SchemeUses;
}

/** What the portal does, on one database and by one clock. */
export function createServices({ database, store, schemes, uploads, calendar, now }: ServiceParts): Services {
  const logs = createSqlProjectStore(database);
  const holdings = async (id: string): Promise<readonly PostHolding[]> => {
    const log = await logs.log(id);
    return log === undefined ? [] : foldHoldings(log.opening, log.events);
  };
  const cases = new CaseService({ store, schemes, calendar, now, uploads, overdueReports: (id) => projects.overdueReports(id), holdings });
  const book = new FundBook(database);
  const register = new RegisterService(database, now);
  const projects: ProjectService = new ProjectService({ projects: logs, book, cases, schemes, uploads, calendar, now, grades: (scheme) => register.settledGrades(scheme) });
  return {
    cases, projects,
    records: new RecordService({ store, schemes, project: (id) => projects.record(id), holdings, takeIn: (running, record, state) => takeRecord(database, book, running, record, state) }),
    intake: new IntakeService({ database, store, cases, calendar, now }),
    votes: new VoteService(database, now),
    register,
    ledgers: createSqlLedger(database),
    uses: new SchemeUses(database, schemes, cases),
  };
}
