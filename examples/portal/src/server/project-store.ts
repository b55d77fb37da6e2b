import type { DossierSeal, ProjectEvent, ProjectOpening } from '@cobuild/rules';
import type { Sql } from './sql-database.js';

/** How an approved project began, and all that happened since. */
export interface ProjectLog {
  readonly opening: ProjectOpening;
  readonly events: readonly ProjectEvent[];
  /** Written down when its file was closed. */
  readonly seal?: DossierSeal;
}

/** Where the logs of approved projects are kept, beside those of their cases. What was acknowledged is never changed. */
export interface ProjectStore {
  /** Writes the beginning of a project down, once; answers with the one that stands. */
  open(opening: ProjectOpening): Promise<ProjectOpening>;
  log(id: string): Promise<ProjectLog | undefined>;
  /** Appends an event; `false` where somebody else was first. */
  append(id: string, event: ProjectEvent): Promise<boolean>;
  seal(id: string, seal: DossierSeal): Promise<void>;
}

/** The project store on PostgreSQL; the primary key decides between simultaneous writers. Bodies are texts, for they are hashed as written. */
export function createSqlProjectStore(database: Sql): ProjectStore {
  const openingOf = async (id: string): Promise<ProjectOpening | undefined> => {
    const { rows } = await database.query<{ body: string }>('select body from projects where id = $1', [id]);
    return rows[0] === undefined ? undefined : (JSON.parse(rows[0].body) as ProjectOpening);
  };
  return {
    async open(opening) {
      await database.query('insert into projects (id, body) values ($1, $2) on conflict (id) do nothing', [opening.id, JSON.stringify(opening)]);
      return (await openingOf(opening.id)) ?? opening;
    },
    async log(id) {
      const opening = await openingOf(id);
      if (opening === undefined) return undefined;
      const events = await database.query<{ body: string }>('select body from project_events where project_id = $1 order by sequence', [id]);
      const seals = await database.query<DossierSeal>('select hash, at from project_seals where project_id = $1', [id]);
      return { opening, events: events.rows.map(({ body }) => JSON.parse(body) as ProjectEvent), ...(seals.rows[0] === undefined ? {} : { seal: seals.rows[0] }) };
    },
    async append(id, event) {
      const { rows } = await database.query(
        'insert into project_events (project_id, sequence, body) select $1, $2::integer, $3 where $2::integer = (select coalesce(max(sequence), 0) + 1 from project_events where project_id = $1) on conflict do nothing returning sequence',
        [id, event.sequence, JSON.stringify(event)],
      );
      return rows.length === 1;
    },
    async seal(id, { hash, at }) {
      await database.query('insert into project_seals (project_id, hash, at) values ($1, $2, $3) on conflict (project_id) do update set hash = $2, at = $3', [id, hash, at]);
    },
  };
}
