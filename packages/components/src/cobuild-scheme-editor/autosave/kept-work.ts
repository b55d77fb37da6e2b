import type { SchemeDraft, SchemeTexts } from '@cobuild/core';
import { openDatabase, transact } from '../../drafts/indexed-db.js';

/** A file that was changed and not saved; `null` where there is none. */
export interface FileChange { readonly before: string | null; readonly after: string | null }

/** What somebody was typing and had not left yet: only the field knows it. */
export interface Typing { readonly label: string; readonly text: string }

/** What was changed in an editor and not saved, as the browser keeps it. */
export interface KeptWork {
  readonly format: 1;
  /** Whose it is, as the host says: the attribute `autosave`. */
  readonly owner: string;
  /** Of the scheme when it was opened; `''` for one that was begun in the editor. */
  readonly schemeId: string;
  /** Of one opening of an editor: two windows on one scheme do not overwrite each other. */
  readonly id: string;
  /** Instant. */
  readonly keptAt: string;
  readonly files: Readonly<Record<string, FileChange>>;
  /** Files of the schemes that a scheme begun in the editor extends. */
  readonly base: SchemeTexts;
  /** The page that was open. */
  readonly place: string;
  readonly typing?: Typing;
}

/** What an editor has that its host has not. */
export function unsavedFiles({ changedFiles, texts, savedTexts }: Pick<SchemeDraft, 'changedFiles' | 'texts' | 'savedTexts'>): KeptWork['files'] {
  return Object.fromEntries(changedFiles.map((path) => [path, { before: savedTexts[path] ?? null, after: texts[path] ?? null }]));
}

/** Of kept work, what the files do not say already. */
export function unsavedSince(work: KeptWork, files: SchemeTexts): KeptWork['files'] {
  return Object.fromEntries(Object.entries(work.files).filter(([path, { after }]) => (files[path] ?? null) !== after));
}

/** Paths that somebody else saved in another way since: work on them would take the place of theirs. */
export function savedByOthers(work: KeptWork, files: SchemeTexts): readonly string[] {
  return Object.entries(unsavedSince(work, files)).filter(([path, { before }]) => (files[path] ?? null) !== before).map(([path]) => path);
}

/** The files with one side of changes written into them. */
export function withSide(files: SchemeTexts, changes: KeptWork['files'], side: keyof FileChange): SchemeTexts {
  const next: Record<string, string> = { ...files };
  for (const [path, change] of Object.entries(changes)) {
    const text = change[side];
    if (text === null) Reflect.deleteProperty(next, path);
    else next[path] = text;
  }
  return next;
}

/** The scheme's id as its file says it, also where that cannot be read as a whole. */
export function schemeIdOf(files: SchemeTexts): string {
  return /"id"\s*:\s*"([^"\\]*)"/.exec(files['scheme.json'] ?? '')?.[1] ?? '';
}

const key = ({ owner, schemeId, id }: Pick<KeptWork, 'owner' | 'schemeId' | 'id'>): string[] => [owner, schemeId, id];

/** Keeps unsaved work in the browser, on plain http too. Fails with a `DraftStorageError` where nothing may be stored. */
export class KeptWorkStore {
  private opened: Promise<IDBDatabase> | undefined;

  constructor(private readonly name = 'cobuild-scheme-work') {}

  /** All that is kept of a scheme, the newest first. */
  async list(owner: string, schemeId: string): Promise<readonly KeptWork[]> {
    const found = await this.within('readonly', (store, done: (result: readonly unknown[]) => void) => {
      // After every text comes a list: the range holds each id.
      const request = store.getAll(IDBKeyRange.bound([owner, schemeId], [owner, schemeId, []]));
      request.onsuccess = () => done(request.result as readonly unknown[]);
    });
    return found.filter(isKeptWork).sort((one, other) => (one.keptAt < other.keptAt ? 1 : -1));
  }

  put(work: KeptWork): Promise<true> {
    return this.within('readwrite', (store, done) => {
      store.put(work, key(work));
      done(true);
    });
  }

  remove(work: Pick<KeptWork, 'owner' | 'schemeId' | 'id'>): Promise<true> {
    return this.within('readwrite', (store, done) => {
      store.delete(key(work));
      done(true);
    });
  }

  private async within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore, done: (result: T) => void) => void): Promise<T> {
    try {
      return await transact<T>(await (this.opened ??= openDatabase(this.name)), mode, work);
    } catch (error) {
      this.opened?.then((database) => database.close(), () => undefined);
      this.opened = undefined;
      throw error;
    }
  }
}

/** What another version of the editor wrote is left where it is. */
function isKeptWork(value: unknown): value is KeptWork {
  return value !== null && typeof value === 'object' && (value as { format?: unknown }).format === 1;
}
