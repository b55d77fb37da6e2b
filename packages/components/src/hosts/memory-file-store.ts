import { sha256Hex } from '@cobuild/core';
import type { FileStore, FileUpload, StoredFile } from './file-store.js';

export interface MemoryFileStoreOptions {
  /** Bytes that are taken at a time. Default 65,536. */
  readonly chunkSize?: number;
  /** Milliseconds that each piece takes. Default 0. */
  readonly delayMs?: number;
  /** Whether the connection breaks before the piece that begins at `sent`. Asked anew when the upload is resumed. Default: never. */
  readonly fails?: (file: File, sent: number) => boolean;
  /** What the check says when a file has come. Default `clean`. */
  readonly scan?: (file: File) => StoredFile['scan'];
  /** What it says when it is asked again. Default `clean`. */
  readonly scanLater?: (file: File) => StoredFile['scan'];
  /** Blank documents by id. */
  readonly templates?: Readonly<Record<string, Blob>>;
  /** The clock: an instant with its offset. Default: that of the machine. */
  readonly now?: () => string;
}

export interface MemoryFileStore extends FileStore {
  /** What is kept, by id. */
  readonly files: ReadonlyMap<string, File>;
}

/**
 * A place for files in the memory of the page: for demonstrations, stories and tests. Everything is gone when the page is.
 *
 * @example form.hosts = { files: createMemoryFileStore({ delayMs: 50 }) };
 */
export function createMemoryFileStore(options: MemoryFileStoreOptions = {}): MemoryFileStore {
  const files = new Map<string, File>();
  const links = new Map<string, string>();
  const now = options.now ?? (() => new Date().toISOString());
  const contentOf = (id: string): Blob | undefined => files.get(id) ?? (Object.keys(options.templates ?? {}).includes(id) ? options.templates?.[id] : undefined);
  let count = 0;

  const keep = (file: File, content: Uint8Array): StoredFile => {
    const id = `memory-${(count += 1)}`;
    files.set(id, file);
    return { id, hash: sha256Hex(content), scan: options.scan?.(file) ?? 'clean', uploadedAt: now() };
  };

  return {
    files,
    upload: (file) => new MemoryUpload(file, keep, options),
    state: (id) => {
      const file = files.get(id);
      return file ? Promise.resolve({ id, scan: options.scanLater?.(file) ?? 'clean' }) : Promise.reject(new Error(`There is no file ${id}`));
    },
    link: (id) => {
      const content = contentOf(id);
      if (!content) return undefined;
      const known = links.get(id) ?? URL.createObjectURL(content);
      links.set(id, known);
      return known;
    },
    remove: (id) => {
      files.delete(id);
      URL.revokeObjectURL(links.get(id) ?? '');
      links.delete(id);
      return Promise.resolve();
    },
  };
}

class MemoryUpload implements FileUpload {
  private sent = 0;
  private pieces: Uint8Array[] = [];
  private isStopped = false;

  constructor(private readonly file: File, private readonly keep: (file: File, content: Uint8Array) => StoredFile, private readonly options: MemoryFileStoreOptions) {}

  async resume(progress: (sent: number, total: number) => void): Promise<StoredFile> {
    const { chunkSize = 65_536, delayMs = 0, fails } = this.options;
    const { file } = this;
    this.isStopped = false;
    while (this.sent < file.size) {
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      if (this.isStopped) throw new Error('The upload was stopped');
      if (fails?.(file, this.sent) === true) throw new Error('The connection broke');
      const piece = new Uint8Array(await file.slice(this.sent, this.sent + chunkSize).arrayBuffer());
      this.pieces.push(piece);
      this.sent += piece.length;
      progress(this.sent, file.size);
    }
    return this.keep(file, new Uint8Array(await new Blob(this.pieces as BlobPart[]).arrayBuffer()));
  }

  pause(): void {
    this.isStopped = true;
  }

  cancel(): void {
    this.isStopped = true;
    this.pieces = [];
    this.sent = 0;
  }
}
