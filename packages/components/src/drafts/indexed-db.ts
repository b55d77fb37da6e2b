import { DraftStorageError } from './draft-storage.js';
import type { DraftStorageFault } from './draft-storage.js';

const STORE = 'drafts';

/** Opens the database, made with its one store where it is not there. */
export function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise<IDBDatabase>((resolve, reject) => {
    // Reading the name throws where a browser has none, opening where storing is not allowed.
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      if (!request.result.objectStoreNames.contains(STORE)) request.result.createObjectStore(STORE);
    };
    request.onblocked = () => reject(new DraftStorageError('blocked', `Another window holds an older "${name}" open`));
    request.onerror = () => reject(request.error ?? new DraftStorageError('failed', 'The database cannot be opened'));
    request.onsuccess = () => {
      const database = request.result;
      // A window with a newer version of the page may go on.
      database.onversionchange = () => database.close();
      resolve(database);
    };
  }).catch((error: unknown) => Promise.reject(asStorageError(error, notAllowed)));
}

/** Runs one transaction; what `work` says in the end counts only once everything is written. */
export function transact<T>(database: IDBDatabase, mode: IDBTransactionMode, work: (store: IDBObjectStore, done: (result: T) => void) => void): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    let result: { readonly value: T } | undefined;
    transaction.oncomplete = () => (result ? resolve(result.value) : reject(new DraftStorageError('failed', 'The transaction ended without a result')));
    transaction.onabort = () => reject(transaction.error ?? new DraftStorageError('failed', 'The transaction was given up'));
    work(transaction.objectStore(STORE), (value) => (result = { value }));
  }).catch((error: unknown) => Promise.reject(asStorageError(error)));
}

const full: Faults = { QuotaExceededError: 'quota' };

/** How browsers say at the opening that storing is not allowed: by settings, in private windows, in a frame of another site, or that they have none. */
const notAllowed: Faults = { ...full, SecurityError: 'unavailable', ReferenceError: 'unavailable', TypeError: 'unavailable', InvalidStateError: 'unavailable' };

type Faults = Readonly<Record<string, DraftStorageFault>>;

function asStorageError(error: unknown, faults: Faults = full): DraftStorageError {
  if (error instanceof DraftStorageError) return error;
  const { name = '', message = '' } = (error ?? {}) as { readonly name?: string; readonly message?: string };
  return new DraftStorageError(faults[name] ?? 'failed', `${name} ${message}`.trim());
}
