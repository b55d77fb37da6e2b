/** Where statements are sent: a database, or a transaction in it. */
export interface Sql {
  query<T>(text: string, params?: readonly unknown[]): Promise<{ readonly rows: readonly T[] }>;
}

/** What the stores need of PostgreSQL: the embedded one fits, and so does a pool of connections to a server. */
export interface SqlDatabase extends Sql {
  /** All of it or nothing; an error of `work` undoes what it did and is thrown on. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
}

/** A transaction that is going on, for stores that begin one of their own. */
export const within = (sql: Sql): SqlDatabase => ({ query: (text, params) => sql.query(text, params), transaction: (work) => work(sql) });

/** Whether a statement failed because somebody else had taken its key. */
export function isTaken(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as { readonly code?: unknown }).code === '23505';
}
