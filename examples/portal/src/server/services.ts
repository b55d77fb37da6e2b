import type { PGlite } from '@electric-sql/pglite';
import type { Calendar } from '@cobuild/core';
import type { CaseStore, PostHolding } from '@cobuild/rules';
import { foldHoldings } from '@cobuild/rules';
import { CaseService } from './case-service.js';
import { FundBook } from './fund-book.js';
import { IntakeService } from './intake-service.js';
import type { JointOutcome, Logs } from './joint-act.js';
import { JointAct } from './joint-act.js';
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
  /** Begins an act over several logs, with services that write into it; its `commit` writes all down, or nothing. */
  readonly jointly: () => Jointly;
}

/** What belongs to one act over several logs. */
export interface Jointly { readonly cases: CaseService; readonly projects: ProjectService; readonly commit: () => Promise<JointOutcome> }

/** What the portal does, on one database and by one clock. */
export function createServices({ database, store, schemes, uploads, calendar, now }: ServiceParts): Services {
  const book = new FundBook(database);
  const logs: Logs = { store, projects: createSqlProjectStore(database), book };
  const register = new RegisterService(database, now);
  const holdingsIn = ({ projects }: Logs) => async (id: string): Promise<readonly PostHolding[]> => {
    const log = await projects.log(id);
    return log === undefined ? [] : foldHoldings(log.opening, log.events);
  };
  const servicesOn = (on: Logs): Pick<Services, 'cases' | 'projects'> => {
    const cases = new CaseService({ store: on.store, schemes, calendar, now, uploads, overdueReports: (id) => projects.overdueReports(id), holdings: holdingsIn(on) });
    const projects: ProjectService = new ProjectService({ projects: on.projects, book: on.book, cases, schemes, uploads, calendar, now, grades: (scheme) => register.settledGrades(scheme) });
    return { cases, projects };
  };
  const { cases, projects } = servicesOn(logs);
  const holdings = holdingsIn(logs);
  return {
    cases, projects,
    jointly() {
      const act = new JointAct(database, logs, book);
      return { ...servicesOn(act.logs), commit: () => act.commit() };
    },
    records: new RecordService({ calendar, store, schemes, project: (id) => projects.record(id), holdings, takeIn: (running, record, state) => takeRecord(database, book, running, record, state) }),
    intake: new IntakeService({ database, store, cases, calendar, now }),
    votes: new VoteService(database, now),
    register,
    ledgers: createSqlLedger(database),
    uses: new SchemeUses(database, schemes, cases),
  };
}
