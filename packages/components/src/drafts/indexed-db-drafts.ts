import type { FormDraft } from '@cobuild/core';
import { readDraft } from '@cobuild/core';
import { DraftStorageError } from './draft-storage.js';
import type { DraftConflict, DraftSaved, DraftStorage } from './draft-storage.js';
import { openDatabase, transact } from './indexed-db.js';

export interface IndexedDbDraftsOptions {
  /** Name of the draft, unique for what is filled in and by whom: `gaoming/application/village-1`. */
  readonly key: string;
  /** Name of the database. Default `cobuild-drafts`. */
  readonly database?: string;
  /** Who fills in; another window names them in a conflict. */
  readonly author?: FormDraft['author'];
  /** Default: the clock of the computer. */
  readonly now?: () => Date;
}

/**
 * Keeps one draft in the browser, on plain http too. Saves are counted: of two windows the one that saves later learns of the other's answers.
 * Windows tell each other through a BroadcastChannel where the browser has one. In a window in which nothing may be stored there is no draft to
 * load, and saving fails with the reason.
 *
 * @example
 * element.drafts = createIndexedDbDrafts({ key: 'gaoming/application/village-1' });
 */
export function createIndexedDbDrafts({ key, database: name = 'cobuild-drafts', author, now = () => new Date() }: IndexedDbDraftsOptions): DraftStorage {
  if (typeof key !== 'string' || key === '') throw new TypeError('createIndexedDbDrafts needs a `key`, such as "gaoming/application/village-1"');
  const database = connection(name);
  const channel = windows(`${name}/${key}`);
  return {
    async load() {
      try {
        const stored = await transact<unknown>(await database.open(), 'readonly', (store, done) => {
          const request = store.get(key);
          request.onsuccess = () => done(request.result);
        });
        const draft = readDraft(stored);
        if (stored !== undefined && draft === undefined) throw new DraftStorageError('failed', 'The stored draft is of a format that this version does not know');
        return draft;
      } catch (error) {
        database.forget();
        if (error instanceof DraftStorageError && error.reason === 'unavailable') return undefined;
        throw error;
      }
    },
    async save(answers, draft) {
      const savedAt = now().toISOString();
      try {
        const result = await transact<DraftSaved | DraftConflict>(await database.open(), 'readwrite', (store, done) => {
          const request = store.get(key) as IDBRequest<unknown>;
          request.onsuccess = () => {
            const stored = readDraft(request.result);
            // What this version cannot read is not overwritten.
            if (stored === undefined && request.result !== undefined) return store.transaction.abort();
            if (stored !== undefined && stored.revision !== draft.revision) return done({ conflict: stored });
            const revision = draft.revision + 1;
            store.put({ ...draft, answers, savedAt, revision, ...(author === undefined ? {} : { author }) }, key);
            done({ savedAt, revision });
          };
        });
        if (!('conflict' in result)) channel.tell();
        return result;
      } catch (error) {
        database.forget();
        throw error;
      }
    },
    async remove() {
      await transact<true>(await database.open(), 'readwrite', (store, done) => {
        store.delete(key);
        done(true);
      });
    },
    watch: (changed) => channel.listen(changed),
  };
}

/** One connection, opened when it is first wanted and again after it failed or was closed. */
function connection(name: string): { readonly open: () => Promise<IDBDatabase>; readonly forget: () => void } {
  let opened: Promise<IDBDatabase> | undefined;
  const forget = (): void => {
    opened?.then((database) => database.close(), () => undefined);
    opened = undefined;
  };
  return { open: () => (opened ??= openDatabase(name)), forget };
}

/** Word between windows of one origin; a channel does not hear itself. */
function windows(name: string): { readonly tell: () => void; readonly listen: (changed: () => void) => () => void } {
  let channel: BroadcastChannel | undefined;
  return {
    tell() {
      if (typeof BroadcastChannel === 'undefined') return;
      const speaker = channel ?? new BroadcastChannel(name);
      speaker.postMessage('saved');
      if (speaker !== channel) speaker.close();
    },
    listen(changed) {
      if (typeof BroadcastChannel === 'undefined') return () => undefined;
      channel ??= new BroadcastChannel(name);
      const heard = channel;
      heard.addEventListener('message', changed);
      return () => {
        heard.removeEventListener('message', changed);
        heard.close();
        if (channel === heard) channel = undefined;
      };
    },
  };
}
