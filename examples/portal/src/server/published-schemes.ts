import type { PGlite } from '@electric-sql/pglite';
import type { PublishedScheme, Scheme } from '@cobuild/core';
import { readPublished } from '@cobuild/core';
import type { PublishedVersion } from '@cobuild/rules';

/** A published version that runs, by its hash. */
export interface RunningScheme { readonly hash: string; readonly scheme: Scheme }

/**
 * Published versions and the batches that are pinned to them. Nothing here is ever changed or deleted: a case is decided by the
 * version that was in force when it was submitted.
 */
export interface PublishedSchemes {
  /** The version that new applications go to: of this scheme, or of the one that the portal began with. */
  current(schemeId?: string): Promise<RunningScheme | undefined>;
  /** The current version of each scheme, in the order in which they were published first. */
  running(): Promise<readonly RunningScheme[]>;
  byHash(hash: string): Promise<RunningScheme | undefined>;
  list(schemeId: string): Promise<readonly PublishedVersion[]>;
  /** Stores a version and opens a batch on it; `false` when its number is used already. `by` is the name of whoever published it. */
  add(published: PublishedScheme, at: string, by?: string): Promise<boolean>;
}

export function createPublishedSchemes(database: PGlite): PublishedSchemes {
  const loaded = new Map<string, RunningScheme>();
  const load = (hash: string, document: string): RunningScheme => {
    const known = loaded.get(hash);
    if (known !== undefined) return known;
    const { published } = readPublished(document);
    if (published === undefined) throw new Error(`The stored scheme ${hash} does not match its hash: the database was changed by hand.`);
    const running = { hash, scheme: published.scheme };
    loaded.set(hash, running);
    return running;
  };
  /** Batches in the order in which they were opened; the last one of a scheme is in force. */
  const currentHashes = async (): Promise<ReadonlyMap<string, string>> => {
    const { rows } = await database.query<{ scheme_id: string; hash: string }>('select p.scheme_id, p.hash from batches b join published_schemes p on p.hash = b.scheme_hash order by b.opened_at, b.id');
    return new Map(rows.map(({ scheme_id, hash }) => [scheme_id, hash]));
  };
  const byHash = async (hash: string): Promise<RunningScheme | undefined> => {
    const known = loaded.get(hash);
    if (known !== undefined) return known;
    const { rows } = await database.query<{ document: string }>('select document from published_schemes where hash = $1', [hash]);
    return rows[0] === undefined ? undefined : load(hash, rows[0].document);
  };
  return {
    byHash,
    async current(schemeId) {
      const hashes = await currentHashes();
      const hash = schemeId === undefined ? [...hashes.values()][0] : hashes.get(schemeId);
      return hash === undefined ? undefined : byHash(hash);
    },
    async running() {
      const all = await Promise.all([...(await currentHashes()).values()].map(byHash));
      return all.filter((item) => item !== undefined);
    },
    async list(schemeId) {
      const active = (await currentHashes()).get(schemeId);
      const { rows } = await database.query<{ hash: string; version: string; published_at: string; published_by: string | null }>('select hash, version, published_at, published_by from published_schemes where scheme_id = $1 order by published_at desc', [schemeId]);
      return rows.map(({ hash, version, published_at, published_by }) => ({ id: schemeId, version, hash, publishedAt: published_at, ...(published_by === null ? {} : { publishedBy: published_by }), active: hash === active }));
    },
    async add(published, at, by) {
      try {
        await database.transaction(async (sql) => {
          await sql.query('insert into published_schemes (hash, scheme_id, version, published_at, document, published_by) values ($1, $2, $3, $4, $5, $6)', [published.hash, published.id, published.version, at, JSON.stringify(published), by ?? null]);
          await sql.query('insert into batches values ($1, $2, $3)', [`${published.id}@${published.version}`, published.hash, at]);
        });
        return true;
      } catch (error) {
        if ((error as { code?: string }).code === '23505') return false;
        throw error;
      }
    },
  };
}
