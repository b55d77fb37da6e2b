import type { Locale } from '@cobuild/core';
import type { CaseRecord, CaseState } from '@cobuild/rules';
import { foldProject } from '@cobuild/rules';
import type { FundBook } from './fund-book.js';
import { bookedOf } from './fund-book.js';
import { portalProblem } from './portal-problem.js';
import { approvedBy } from './project-opening.js';
import { createSqlProjectStore } from './project-store.js';
import type { RunningScheme } from './published-schemes.js';
import type { TakenIn } from './record-service.js';
import type { SqlDatabase } from './sql-database.js';
import { within } from './sql-database.js';
import { createSqlCaseStore } from './stores.js';

/** Ends the transaction: what was written so far is undone. */
class NotTaken extends Error {
  constructor(readonly taken: TakenIn) { super(); }
}

/**
 * Writes a case that came as a file down, with its project and what that means for the fund, in one transaction: where the last of it does not fit, nothing of it is kept.
 *
 * @param record - Checked and whole.
 */
export async function takeRecord(database: SqlDatabase, book: FundBook, { scheme }: RunningScheme, { caseId, events, project }: Pick<CaseRecord, 'caseId' | 'events' | 'project'>, state: CaseState, locale: Locale = 'zh-CN'): Promise<TakenIn> {
  try {
    await database.transaction(async (sql) => {
      if (!(await createSqlCaseStore(within(sql)).append(caseId, events)).ok) throw new NotTaken('known');
      if (project === undefined) return;
      const store = createSqlProjectStore(sql);
      const stands = await store.open(project.opening);
      const folded = foldProject(scheme, stands, project.events);
      if (folded.problems.length > 0) throw new NotTaken({ problems: folded.problems });
      for (const event of project.events) if (!(await store.append(caseId, event))) throw new NotTaken({ problems: [portalProblem('portal/record-project-known', locale)] });
      await book.feed(sql, scheme, folded.project, approvedBy(scheme, state));
    });
    return 'done';
  } catch (error) {
    if (error instanceof NotTaken) return error.taken;
    const booked = bookedOf(error);
    if (booked?.kind === 'refused') return { problems: booked.problems };
    throw error;
  }
}
