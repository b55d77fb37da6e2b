import { createHash, randomBytes } from 'node:crypto';
import type { PGlite } from '@electric-sql/pglite';
import type { FileAdapter } from '@cobuild/rules';
import { isOfItsKind, mediaTypeOf } from './file-kinds.js';

export type ScanResult = 'clean' | 'infected';

/** What the portal knows of a file that it has whole. */
export interface StoredUpload {
  readonly id: string;
  /** Unit that sent it, or the person where there is none. */
  readonly owner: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly scan: ScanResult;
  readonly uploadedAt: string;
}

/** How much of a file is here, and the file once it is whole. */
export interface UploadProgress { readonly id: string; readonly received: number; readonly file?: StoredUpload }

export type UploadRefusal = 'portal/file-type' | 'portal/file-size' | 'portal/files-full' | 'portal/file-content' | 'portal/unknown-file' | 'portal/file-in-use';
export type Uploaded<T> = { readonly refused: UploadRefusal } | { readonly refused?: undefined; readonly value: T };

export interface UploadsOptions {
  readonly database: PGlite;
  /** Where whole files are kept. */
  readonly files: FileAdapter;
  readonly now: () => Date;
  /** The check for malicious content. */
  readonly scan: (content: Uint8Array) => Promise<ScanResult>;
}

/** Bytes of one file, and of all files of one unit. */
export const uploadLimits = { file: 20 * 1024 * 1024, unit: 300 * 1024 * 1024 } as const;
const forgottenAfterMs = 7 * 24 * 60 * 60 * 1000;

interface Row { readonly id: string; readonly owner: string; readonly name: string; readonly size: number; readonly hash: string | null; readonly scan: ScanResult | null; readonly uploaded_at: string | null }

/** Files on their way and what is known of those that came; pieces are in the database, so that an upload goes on after a restart. */
export class Uploads {
  readonly #options: UploadsOptions;

  constructor(options: UploadsOptions) {
    this.#options = options;
  }

  async begin(owner: string, name: string, size: number): Promise<Uploaded<UploadProgress>> {
    if (mediaTypeOf(name) === undefined || name.length > 255) return { refused: 'portal/file-type' };
    if (!Number.isSafeInteger(size) || size < 1 || size > uploadLimits.file) return { refused: 'portal/file-size' };
    const id = randomBytes(16).toString('hex');
    // Counted and inserted in one statement: two at once cannot both take the last place.
    const { affectedRows } = await this.#options.database.query(
      'insert into uploads (id, owner, name, size, begun_at) select $1, $2, $3, $4::integer, $5 where (select coalesce(sum(size), 0) from uploads where owner = $2) + $4::integer <= $6::integer',
      [id, owner, name, size, this.#options.now().toISOString(), uploadLimits.unit],
    );
    return affectedRows === 1 ? { value: { id, received: 0 } } : { refused: 'portal/files-full' };
  }

  /** Takes a piece that goes on where the last one ended. Any other is left, and the answer says where to go on: so a piece may be sent twice. */
  async append(owner: string, id: string, start: number, content: Uint8Array): Promise<Uploaded<UploadProgress>> {
    const upload = await this.#row(id);
    if (upload?.owner !== owner) return { refused: 'portal/unknown-file' };
    const known = stored(upload);
    if (known) return { value: { id, received: upload.size, file: known } };
    const received = await this.#options.database.transaction(async (sql) => {
      const { rows } = await sql.query<{ received: number }>('select coalesce(sum(octet_length(content)), 0)::integer as received from upload_pieces where upload_id = $1', [id]);
      const before = rows[0]?.received ?? 0;
      if (start !== before || content.length === 0 || before + content.length > upload.size) return before;
      await sql.query('insert into upload_pieces values ($1, $2, $3)', [id, start, content]);
      return before + content.length;
    });
    return received === upload.size ? this.#complete(upload) : { value: { id, received } };
  }

  /** The file with this id, once it is whole. */
  async find(id: string): Promise<StoredUpload | undefined> {
    const upload = await this.#row(id);
    return upload && stored(upload);
  }

  async content(id: string): Promise<Uint8Array | undefined> {
    return (await this.#options.files.get(id))?.content;
  }

  /** Removes a file of this owner, or stops one on its way. What was submitted with an application stays. */
  async remove(owner: string, id: string): Promise<Uploaded<undefined>> {
    const upload = await this.#row(id);
    if (upload?.owner !== owner) return { refused: 'portal/unknown-file' };
    // Ids are random: no other text holds one.
    const { rows } = await this.#options.database.query('select 1 where exists (select 1 from events where position($1 in body) > 0) or exists (select 1 from project_events where position($1 in body) > 0)', [id]);
    if (rows.length > 0) return { refused: 'portal/file-in-use' };
    await this.#forget(id);
    return { value: undefined };
  }

  /** Forgets files of a week ago that stand in no draft and no application: those taken out of a form, and those that never came whole. */
  async sweep(): Promise<number> {
    const before = new Date(this.#options.now().getTime() - forgottenAfterMs).toISOString();
    const { rows } = await this.#options.database.query<{ id: string }>(
      `select id from uploads where begun_at < $1 and not exists (select 1 from events where position(uploads.id in body) > 0) and not exists (select 1 from project_events where position(uploads.id in body) > 0)
       and not exists (select 1 from drafts where position(uploads.id in answers) > 0 or position(uploads.id in details) > 0)`,
      [before],
    );
    for (const { id } of rows) await this.#forget(id);
    return rows.length;
  }

  async #complete(upload: Row): Promise<Uploaded<UploadProgress>> {
    const { database, files, scan, now } = this.#options;
    const { id, name, size } = upload;
    const { rows } = await database.query<{ content: Uint8Array }>('select content from upload_pieces where upload_id = $1 order by start', [id]);
    const content = new Uint8Array(Buffer.concat(rows.map((piece) => piece.content)));
    if (content.length !== size) {
      // Another request made it whole between our look at the pieces and our reading of them.
      const known = await this.find(id);
      return known === undefined ? { refused: 'portal/unknown-file' } : { value: { id, received: size, file: known } };
    }
    if (!isOfItsKind(name, content)) {
      await this.#forget(id);
      return { refused: 'portal/file-content' };
    }
    const row: Row = { ...upload, hash: createHash('sha256').update(content).digest('hex'), scan: await scan(content), uploaded_at: now().toISOString() };
    await files.put(id, content, mediaTypeOf(name) ?? '');
    // The file counts as whole only from here: a kill before leaves the pieces, from which the next request makes it again.
    await database.transaction(async (sql) => {
      await sql.query('update uploads set hash = $2, scan = $3, uploaded_at = $4 where id = $1', [id, row.hash, row.scan, row.uploaded_at]);
      await sql.query('delete from upload_pieces where upload_id = $1', [id]);
    });
    const file = stored(row);
    return { value: { id, received: size, ...(file === undefined ? {} : { file }) } };
  }

  async #row(id: string): Promise<Row | undefined> {
    return (await this.#options.database.query<Row>('select id, owner, name, size, hash, scan, uploaded_at from uploads where id = $1', [id])).rows[0];
  }

  async #forget(id: string): Promise<void> {
    await this.#options.database.query('delete from uploads where id = $1', [id]);
    await this.#options.files.remove(id);
  }
}

function stored({ id, owner, name, size, hash, scan, uploaded_at: uploadedAt }: Row): StoredUpload | undefined {
  return hash === null || scan === null || uploadedAt === null ? undefined : { id, owner, name, size, hash, scan, uploadedAt };
}

const eicar = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE';

/** Stands where an office puts its virus scanner: knows nothing but the test file that all scanners find, so that a quarantine can be shown. */
export const demonstrationScan = (content: Uint8Array): Promise<ScanResult> => Promise.resolve(Buffer.from(content).includes(eicar) ? 'infected' : 'clean');
