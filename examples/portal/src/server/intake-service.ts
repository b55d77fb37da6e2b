import { randomUUID } from 'node:crypto';
import type { PGlite } from '@electric-sql/pglite';
import type { Calendar, Case, Locale, Problem } from '@cobuild/core';
import { createInterpreter, dateInZone } from '@cobuild/core';
import type { AcceptedCase, AppendContext, CaseState, CaseStore, CaseToCount, Identity, Intake, RefusedRow, Sheet } from '@cobuild/rules';
import { appendEvent, caseFromState, decide, importCases } from '@cobuild/rules';
import { appendContext } from './append-context.js';
import type { CaseService } from './case-service.js';
import { actorOf } from './case-service.js';
import { highestRoles } from './page-roles.js';
import { portalProblem } from './portal-problem.js';
import type { RunningScheme } from './published-schemes.js';

export interface IntakeOptions {
  /** Name of the file, for problems and for the record. */
  readonly document: string;
  readonly locale: Locale;
  /** Stores what is good; without it the table is only looked at. */
  readonly store: boolean;
}

/** What became of a table: numbers of the applications that are good, and each row that is not, by row and column. */
export interface IntakeResult { readonly accepted: readonly string[]; readonly refused: readonly RefusedRow[]; readonly stored: boolean }

/**
 * Takes applications in from a table, on behalf of their applicants: by the same checks as when they fill in the form themselves. Each keeps who entered it, when, from which row
 * of which file, and from which paper. The same file sent twice makes nothing twice.
 */
export class IntakeService {
  readonly #validator = createInterpreter();

  constructor(private readonly options: { readonly database: PGlite; readonly store: CaseStore; readonly cases: CaseService; readonly calendar: Calendar; readonly now: () => Date }) {}

  takeIn(identity: Identity, running: RunningScheme, sheet: Sheet, options: IntakeOptions): Promise<IntakeResult> {
    // What is counted is counted in turn with those who submit for themselves.
    return this.options.cases.inTurn(running, () => this.#takeIn(identity, running, sheet, options));
  }

  async #takeIn(identity: Identity, running: RunningScheme, sheet: Sheet, { document, locale, store }: IntakeOptions): Promise<IntakeResult> {
    const { store: stored, cases, calendar, now } = this.options;
    const known = new Set(await stored.caseIds());
    const enteredAt = now().toISOString();
    const read = importCases(running.scheme, sheet, { enteredBy: actorOf(identity), enteredAt, document, locale, calendar, taken: (id) => known.has(id) });
    const accepted: string[] = [];
    const refused: RefusedRow[] = [...read.refused];
    // Each row is counted against those above it, also where the table is only looked at.
    const others: CaseToCount[] = [...(await cases.counted(running))];
    for (const entry of read.accepted) {
      const { state, problems } = await this.#enter(identity, running, entry, others, locale, store);
      if (state === undefined) {
        refused.push({ row: entry.intake.row, id: entry.case.id, problems });
        continue;
      }
      accepted.push(entry.case.id);
      others.push(state);
    }
    return { accepted, refused: refused.sort((one, other) => one.row - other.row), stored: store };
  }

  /** How cases came in that their applicants did not enter themselves, by id. */
  async intakes(): Promise<ReadonlyMap<string, Intake>> {
    const { rows } = await this.options.database.query<{ case_id: string; body: string }>('select case_id, body from intakes');
    return new Map(rows.map(({ case_id: id, body }) => [id, JSON.parse(body) as Intake]));
  }

  async #enter(identity: Identity, running: RunningScheme, { case: read, intake }: AcceptedCase, others: readonly CaseToCount[], locale: Locale, store: boolean): Promise<{ readonly state?: CaseState; readonly problems: readonly Problem[] }> {
    if (!this.#mayEnterFor(identity, running, read)) return { problems: [portalProblem('portal/other-area', locale)] };
    const { id, applicant, answers } = read;
    const role = running.scheme.stages.find(({ method }) => method === 'application')?.actor.role ?? identity.role;
    // The log asks who applies; who typed it stands beside it.
    const actor = { id: identity.id, name: identity.name, role, unit: applicant.unit ?? applicant.id, ...(applicant.town === undefined ? {} : { town: applicant.town }) };
    const action = { type: 'submitted' as const, data: { answers, applicant, ...(intake.paper === undefined ? {} : { paper: intake.paper }) } };
    const context = { ...this.#context(running, id, locale), ...this.options.cases.known(running, id, action, others) };
    const made = appendEvent(running.scheme, undefined, action, actor, intake.enteredAt, randomUUID(), context);
    if ('problems' in made) return { problems: made.problems };
    const unmet = decide(running.scheme, caseFromState(made.state), { calendar: this.options.calendar, today: this.#today() }).trace.eligibility.requirements.filter(({ met }) => met !== true);
    if (unmet.length > 0) return { problems: unmet.map(({ id: rule, met, pointer }) => portalProblem(met === false ? 'portal/requirement-not-met' : 'portal/requirement-unknown', locale, { rule: running.scheme.eligibility.rules.find((each) => each.id === rule), pointer })) };
    if (!store) return { state: made.state, problems: [] };
    // Written down first: no case is ever there without how it came in.
    await this.options.database.query('insert into intakes (case_id, body) values ($1, $2) on conflict (case_id) do update set body = $2', [id, JSON.stringify(intake)]);
    const stored = await this.options.store.append(id, [made.event], `intake/${running.scheme.id}/${id}`);
    return stored.ok ? { state: made.state, problems: [] } : { problems: [portalProblem('portal/conflict', locale)] };
  }

  /** A town enters for its own units; the highest level for all. */
  #mayEnterFor({ role, unit, town }: Identity, { scheme }: RunningScheme, { applicant }: Case): boolean {
    return highestRoles(scheme).includes(role) || (applicant.town ?? applicant.unit) === (town ?? unit);
  }

  #today(): string {
    return dateInZone(this.options.now().toISOString());
  }

  #context(running: RunningScheme, caseId: string, locale: Locale): AppendContext {
    return appendContext(running, caseId, { calendar: this.options.calendar, today: this.#today(), validator: this.#validator, locale });
  }
}
