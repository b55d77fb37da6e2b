import type { PGlite } from '@electric-sql/pglite';
import type { Case, Grading, Locale, Scheme, Scoring } from '@cobuild/core';
import { createInterpreter, dateInZone, decimalToNumber, resolveParameters, roundRational } from '@cobuild/core';
import type { CaseState, EnteredMark, Identity, RegisterEntry, SettledGrade } from '@cobuild/rules';
import { applicationForm, assessRegister, caseFromState, collectMarks, projectApproval, readExact } from '@cobuild/rules';
import { gradingOf, highestRoles, inputsOf, registerRoles } from './page-roles.js';
import { answersCheck, quickVisibleAnswers } from './quick-answers.js';
import { isRecord } from './route-tools.js';

/** An entry with its marks, as a page reads it. */
export interface RegisterLine { readonly entry: Case; readonly marks: Readonly<Record<string, number>>; readonly result?: { readonly place?: number; readonly grade?: string; readonly reward?: number; readonly paidAt?: string } }

/** How far an assessment has come. In the end all that was granted and paid. */
export interface AssessmentReport {
  readonly done: number;
  readonly of: number;
  /** Yuan that were paid in this run. */
  readonly paid: number;
  readonly payees: number;
  /** Entries of which a mark is missing; their unit is not paid. */
  readonly missing: number;
  /** Units whose rewards are over their pot: nothing is paid there. */
  readonly over: number;
}

/** Entries that are read at once. */
const SLICE = 1000;
/** Units whose entries are assessed at once; entries of one unit share a pot and belong together. */
const UNITS = 20;
/** What a mark may be where the grading does not say. */
const USUAL = { lowest: 0, highest: 100 };

type Scope = readonly [column: 'unit' | 'town' | '', value: string];

/**
 * The register of a scheme: tens of thousands of entries, marked by town and village, assessed and paid once a year. Reads and writes in slices, so that neither
 * memory nor the other people of the portal feel how long it is.
 */
export class RegisterService {
  readonly #validator = createInterpreter();

  constructor(private readonly database: PGlite, private readonly now: () => Date) {}

  mayRead({ role }: Identity, scheme: Scheme): boolean {
    return registerRoles(scheme).includes(role);
  }

  /** Who keeps the register: takes entries in, has the year assessed and pays. */
  mayKeep({ role }: Identity, scheme: Scheme): boolean {
    const highest = highestRoles(scheme);
    const acting = highest.filter((each) => scheme.stages.some(({ actor, method }) => actor.role === each && method !== 'score'));
    return (acting.length === 0 ? highest : acting).includes(role);
  }

  /** Whether entries and marks come from cases, so that nobody takes them in. */
  isCollected(scheme: Scheme): boolean {
    return gradingOf(scheme)?.inputs?.some(({ from }) => from !== undefined) === true;
  }

  /** Writes down what the projects of a scheme have been given so far; what was paid for the year stays as it is. */
  async collect(scheme: Scheme, states: readonly CaseState[]): Promise<void> {
    const grading = gradingOf(scheme);
    if (grading === undefined || !this.isCollected(scheme)) return;
    const projects = states.filter((state) => projectApproval(scheme, state) !== undefined).map(caseFromState);
    const rounding = resolveParameters(scheme).scoring?.rounding;
    const marks = collectMarks(scheme, grading, projects).flatMap(({ id, marks: found = {} }) => Object.entries(found).map(([input, mark]) => ({ id, input, mark: markNumber(mark, rounding) })));
    const rows = JSON.stringify(marks.filter(({ mark }) => mark !== undefined));
    const entries = projects.map((entry) => ({ id: entry.id, body: JSON.stringify({ id: entry.id, submittedAt: entry.submittedAt, applicant: entry.applicant, answers: entry.answers }) }));
    const unpaid = `not exists (select 1 from register_rewards r where r.scheme = $1 and r.entry = row.id and r.year = ${this.#year()} and r.paid_at is not null)`;
    await this.database.transaction(async (sql) => {
      // All share one pot, whoever they belong to.
      await sql.query('insert into register_entries (scheme, id, town, unit, body) select $1, id, $1, $1, body from json_to_recordset($2::json) as row(id text, body text) on conflict (scheme, id) do update set body = excluded.body', [scheme.id, JSON.stringify(entries)]);
      await sql.query(`delete from register_marks m using json_to_recordset($2::json) as row(id text, input text) where m.scheme = $1 and m.entry = row.id and m.input = row.input and ${unpaid}`, [scheme.id, rows]);
      await sql.query(`insert into register_marks (scheme, entry, input, mark, by, at) select $1, id, input, mark, 'cases', $3 from json_to_recordset($2::json) as row(id text, input text, mark double precision) where ${unpaid} on conflict do nothing`, [scheme.id, rows, this.now().toISOString()]);
    });
  }

  /** Takes entries in, all of a slice or none; one that is known already is replaced. `undefined` where one is no entry that the form allows. */
  async load(scheme: Scheme, entries: readonly unknown[]): Promise<number | undefined> {
    const isAnswered = answersCheck(applicationForm(scheme), this.#validator);
    const isEntry = (value: unknown): value is Case => {
      if (!isRecord(value) || typeof value['id'] !== 'string' || value['id'] === '' || !isRecord(value['applicant']) || typeof value['submittedAt'] !== 'string') return false;
      const { id, unit, town } = value['applicant'];
      return typeof id === 'string' && [unit, town].every((part) => part === undefined || typeof part === 'string') && isAnswered(value['answers']);
    };
    if (!entries.every(isEntry)) return undefined;
    const rows = entries.map((entry) => ({ id: entry.id, town: entry.applicant.town ?? '', unit: entry.applicant.unit ?? entry.applicant.id, body: JSON.stringify(entry) }));
    await this.database.query(
      `insert into register_entries (scheme, id, town, unit, body) select $1, id, town, unit, body from json_to_recordset($2::json) as row(id text, town text, unit text, body text)
       on conflict (scheme, id) do update set town = excluded.town, unit = excluded.unit, body = excluded.body`,
      [scheme.id, JSON.stringify(rows)],
    );
    return rows.length;
  }

  async count(scheme: Scheme, identity: Identity): Promise<number> {
    const { where, values } = this.#scope(scheme, identity);
    const { rows } = await this.database.query<{ count: number }>(`select count(*)::integer as count from register_entries e where ${where}`, values);
    return rows[0]?.count ?? 0;
  }

  /** Entries that this person may see, in slices, with what they may read of them. */
  async *lines(scheme: Scheme, identity: Identity): AsyncGenerator<readonly RegisterLine[], void> {
    const form = applicationForm(scheme);
    const seen = form === undefined ? undefined : quickVisibleAnswers(form, identity.role);
    const { where, values } = this.#scope(scheme, identity);
    const year = this.#year();
    for (let after = ''; ; ) {
      const { rows } = await this.database.query<{ id: string; body: string; marks: Record<string, number> | null; place: number | null; grade: string | null; reward: number | null; paid_at: string | null }>(
        `select e.id, e.body, (select json_object_agg(m.input, m.mark) from register_marks m where m.scheme = e.scheme and m.entry = e.id) as marks, r.place, r.grade, r.reward, r.paid_at
         from register_entries e left join register_rewards r on r.scheme = e.scheme and r.entry = e.id and r.year = ${year}
         where ${where} and e.id > $${values.length + 1} order by e.id limit ${SLICE}`,
        [...values, after],
      );
      if (rows.length === 0) return;
      yield rows.map(({ body, marks, place, grade, reward, paid_at: paidAt }): RegisterLine => {
        const entry = JSON.parse(body) as Case;
        const result = { ...(place === null ? {} : { place }), ...(grade === null ? {} : { grade }), ...(reward === null ? {} : { reward }), ...(paidAt === null ? {} : { paidAt }) };
        return { entry: seen === undefined ? entry : { ...entry, answers: seen(entry.answers) }, marks: marks ?? {}, ...(Object.keys(result).length === 0 ? {} : { result }) };
      });
      after = rows[rows.length - 1]?.id ?? '';
    }
  }

  /** Keeps marks, all or none; `undefined` where one is not theirs to give, out of range, of no entry, or of one that was paid for the year already. */
  async mark(scheme: Scheme, identity: Identity, marks: readonly EnteredMark[]): Promise<number | undefined> {
    const inputs = inputsOf(scheme, identity.role);
    const { lowest, highest } = markRange(resolveParameters(scheme));
    const isGood = ({ id, input, mark }: EnteredMark): boolean => typeof id === 'string' && inputs.includes(input) && (mark === null || (typeof mark === 'number' && mark >= lowest && mark <= highest));
    if (!marks.every(isGood)) return undefined;
    const { where, values } = this.#scope(scheme, identity);
    const ids = [...new Set(marks.map(({ id }) => id))];
    return this.database.transaction(async (sql) => {
      const known = await sql.query<{ count: number }>(
        `select count(*)::integer as count from register_entries e where ${where} and e.id = any($${values.length + 1}) and not exists (select 1 from register_rewards r where r.scheme = e.scheme and r.entry = e.id and r.year = ${this.#year()} and r.paid_at is not null)`,
        [...values, ids],
      );
      if (known.rows[0]?.count !== ids.length) return undefined;
      const rows = JSON.stringify(marks);
      await sql.query('delete from register_marks m using json_to_recordset($2::json) as row(id text, input text) where m.scheme = $1 and m.entry = row.id and m.input = row.input', [scheme.id, rows]);
      await sql.query('insert into register_marks (scheme, entry, input, mark, by, at) select $1, id, input, mark, $3, $4 from json_to_recordset($2::json) as row(id text, input text, mark double precision) where mark is not null', [scheme.id, rows, identity.id, this.now().toISOString()]);
      return marks.length;
    });
  }

  /**
   * Assesses the year unit by unit, ranks, and pays what each unit's pot allows. A unit that was paid this year is left as it is: running it again pays nobody twice.
   * Told after each slice.
   */
  async *assess(scheme: Scheme, locale: Locale): AsyncGenerator<AssessmentReport> {
    const grading = gradingOf(resolveParameters(scheme));
    if (grading === undefined) return;
    const year = this.#year();
    // Asked as a set: a join would compare every entry with every reward, as long as the database has not counted the rows that a year's assessment has just written.
    const units = await this.database.query<{ unit: string; count: number; paid: boolean }>(
      `select unit, count(*)::integer as count, bool_or(id in (select entry from register_rewards where scheme = $1 and year = ${year} and paid_at is not null)) as paid
       from register_entries where scheme = $1 group by unit order by unit`,
      [scheme.id],
    );
    const of = units.rows.reduce((sum, { count }) => sum + count, 0);
    const open = units.rows.filter(({ paid }) => !paid);
    let report: AssessmentReport = { done: of - open.reduce((sum, { count }) => sum + count, 0), of, paid: 0, payees: 0, missing: 0, over: 0 };
    yield report;
    for (let start = 0; start < open.length; start += UNITS) {
      report = await this.#assessUnits(scheme, grading, open.slice(start, start + UNITS).map(({ unit }) => unit), year, report, locale);
      yield report;
      // Others of the portal get their turn between two slices.
      await new Promise(setImmediate);
    }
  }

  async #assessUnits(scheme: Scheme, grading: Grading, units: readonly string[], year: number, before: AssessmentReport, locale: Locale): Promise<AssessmentReport> {
    const { rows } = await this.database.query<{ id: string; unit: string; marks: Record<string, number> | null }>(
      'select e.id, e.unit, json_object_agg(m.input, m.mark) filter (where m.input is not null) as marks from register_entries e left join register_marks m on m.scheme = e.scheme and m.entry = e.id where e.scheme = $1 and e.unit = any($2) group by e.id, e.unit order by e.unit, e.id',
      [scheme.id, units],
    );
    const entries = rows.map(({ id, unit, marks }): RegisterEntry => ({ id, group: unit, marks: marks ?? {} }));
    const { items, groups } = assessRegister(grading, entries, { locale });
    const settled = new Set(groups.filter(({ outcome, reward }) => outcome === 'graded' && reward.outcome === 'within').map(({ group }) => group));
    const paidAt = this.now().toISOString();
    const results = entries.flatMap(({ id, group = '' }) => {
      const item = items.get(id);
      return item === undefined ? [] : [{ entry: id, place: item.rank ?? null, grade: item.grade ?? null, score: item.score ?? null, reward: item.reward ?? null, paid_at: settled.has(group) && item.reward !== undefined ? paidAt : null }];
    });
    await this.database.query(
      `insert into register_rewards (scheme, year, entry, place, grade, score, reward, paid_at) select $1, ${year}, entry, place, grade, score, reward, paid_at
       from json_to_recordset($2::json) as row(entry text, place integer, grade text, score text, reward double precision, paid_at text)
       on conflict (scheme, year, entry) do update set place = excluded.place, grade = excluded.grade, score = excluded.score, reward = excluded.reward, paid_at = excluded.paid_at where register_rewards.paid_at is null`,
      [scheme.id, JSON.stringify(results)],
    );
    const paid = results.filter(({ paid_at: at }) => at !== null);
    return {
      done: before.done + entries.length, of: before.of, paid: before.paid + paid.reduce((sum, { reward }) => sum + (reward ?? 0), 0), payees: before.payees + paid.length,
      missing: before.missing + groups.reduce((sum, { missing }) => sum + missing, 0), over: before.over + groups.filter(({ reward }) => reward.outcome === 'over').length,
    };
  }

  /** The latest grade of each entry whose unit was paid for the year: such a year is assessed no more. */
  async settledGrades(scheme: Scheme): Promise<ReadonlyMap<string, SettledGrade>> {
    const grading = gradingOf(scheme)?.id;
    if (grading === undefined) return new Map();
    const { rows } = await this.database.query<{ entry: string; grade: string; at: string }>(
      `with settled as (select e.unit, r.year, max(r.paid_at) as at from register_rewards r join register_entries e on e.scheme = r.scheme and e.id = r.entry where r.scheme = $1 and r.paid_at is not null group by e.unit, r.year)
       select r.entry, r.grade, s.at from register_rewards r join register_entries e on e.scheme = r.scheme and e.id = r.entry join settled s on s.unit = e.unit and s.year = r.year
       where r.scheme = $1 and r.grade is not null order by r.year`,
      [scheme.id],
    );
    return new Map(rows.map(({ entry, grade, at }) => [entry, { grading, grade, on: dateInZone(at) }]));
  }

  #today(): string {
    return dateInZone(this.now().toISOString());
  }

  #year(): number {
    return Number(this.#today().slice(0, 4));
  }

  /** Which entries somebody reads: all, those of their own unit, or those that belong to their unit. */
  #scope(scheme: Scheme, identity: Identity): { readonly where: string; readonly values: string[] } {
    const [column, value] = scopeOf(scheme, identity);
    return column === '' ? { where: 'e.scheme = $1', values: [scheme.id] } : { where: `e.scheme = $1 and e.${column} = $2`, values: [scheme.id, value] };
  }
}

/** A panel's mean may have no last decimal: it is kept as the scheme rounds scores. */
function markNumber(mark: number | string | null, rounding: Scoring['rounding'] | undefined): number | undefined {
  const exact = mark === null ? undefined : readExact(mark);
  if (exact === undefined) return undefined;
  return decimalToNumber(roundRational(exact, typeof rounding?.step === 'number' ? rounding.step : 0.01, rounding?.mode === 'down' || rounding?.mode === 'up' ? rounding.mode : 'half-up'));
}

function scopeOf(scheme: Scheme, { role, unit, town, id }: Identity): Scope {
  if (highestRoles(scheme).includes(role)) return ['', ''];
  const levelOf = (wanted: string | undefined): string | undefined => scheme.organisation.roles.find((each) => each.id === wanted)?.level;
  const applicants = scheme.stages.filter(({ method }) => method === 'application').map(({ actor }) => levelOf(actor.role));
  return applicants.includes(levelOf(role)) ? ['unit', unit ?? id] : ['town', unit ?? town ?? id];
}

/** What a mark of the register may be, both ends included. */
export function markRange(scheme: Scheme): { readonly lowest: number; readonly highest: number } {
  const { minimum, maximum } = gradingOf(scheme)?.marks ?? {};
  return { lowest: typeof minimum === 'number' ? minimum : USUAL.lowest, highest: typeof maximum === 'number' ? maximum : USUAL.highest };
}
