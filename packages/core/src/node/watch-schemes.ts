import { existsSync, readdirSync, statSync, watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { loadSchemeFolder } from './scheme-folder.js';

/** Settings of `watchSchemeFolders`. */
export interface WatchOptions {
  /** Quiet time after a change before it is told, so that an editor's several writes are one. Default 100 ms. */
  readonly debounceMs?: number;
  /**
   * How often files are compared without being told of a change: some file systems (network drives, containers) tell of
   * none. Default 1000 ms.
   */
  readonly pollMs?: number;
}

/**
 * Watches scheme folders and those that they extend.
 *
 * @param paths - Scheme folders. One that does not exist yet is noticed when it appears.
 * @param onChange - Called with those of `paths` whose files, or whose base's files, have changed.
 * @returns Ends the watching.
 * @example const close = watchSchemeFolders(['schemes/gaoming-demo'], (changed) => changed.forEach(check));
 */
export function watchSchemeFolders(paths: readonly string[], onChange: (changed: readonly string[]) => void, options: WatchOptions = {}): () => void {
  const { debounceMs = 100, pollMs = 1000 } = options;
  const watched = new Map(paths.map((path) => [path, stateOf(path)]));
  const watchers = new Map<string, FSWatcher>();
  let waiting: NodeJS.Timeout | undefined;

  const compare = (): void => {
    const changed = paths.filter((path) => {
      const before = watched.get(path);
      const signature = signatureOf(before?.folders ?? []);
      if (signature === before?.signature) return false;
      watched.set(path, stateOf(path));
      return true;
    });
    if (changed.length === 0) return;
    listen();
    onChange(changed);
  };
  const soon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(compare, debounceMs);
  };
  const listen = (): void => {
    const folders = new Set([...watched.values()].flatMap(({ folders: roots }) => roots.flatMap(withSubfolders)));
    for (const [folder, watcher] of watchers) if (!folders.has(folder)) stop(watchers, folder, watcher);
    for (const folder of folders) if (!watchers.has(folder)) start(watchers, folder, soon);
  };

  listen();
  const polling = setInterval(compare, pollMs);
  return () => {
    clearTimeout(waiting);
    clearInterval(polling);
    for (const [folder, watcher] of watchers) stop(watchers, folder, watcher);
  };
}

interface WatchedScheme {
  /** The scheme's folder and those of its bases. */
  readonly folders: readonly string[];
  /** Names, sizes and times of all their files. */
  readonly signature: string;
}

function stateOf(path: string): WatchedScheme {
  const root = resolve(path);
  const { documents } = loadSchemeFolder(root);
  const bases = documents.filter((document) => document.startsWith('../')).map((document) => join(dirname(root), document.split('/')[1] ?? ''));
  const folders = [...new Set([root, ...bases])];
  return { folders, signature: signatureOf(folders) };
}

function signatureOf(folders: readonly string[]): string {
  return folders.flatMap(withSubfolders).flatMap((folder) => [folder, ...filesOf(folder)]).join('\n');
}

function filesOf(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => {
    if (!entry.isFile()) return [];
    try {
      const { size, mtimeMs, ino } = statSync(join(folder, entry.name));
      return [`${entry.name} ${size} ${mtimeMs} ${ino}`];
    } catch {
      return [];
    }
  });
}

function withSubfolders(folder: string): string[] {
  const inner = entriesOf(folder).filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'));
  return existsSync(folder) ? [folder, ...inner.flatMap((entry) => withSubfolders(join(folder, entry.name)))] : [];
}

function entriesOf(folder: string): { name: string; isDirectory(): boolean; isFile(): boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A folder that cannot be watched is left to the polling. */
function start(watchers: Map<string, FSWatcher>, folder: string, soon: () => void): void {
  try {
    const watcher = watch(folder, soon);
    watcher.on('error', () => stop(watchers, folder, watcher));
    watchers.set(folder, watcher);
  } catch {
    watchers.delete(folder);
  }
}

function stop(watchers: Map<string, FSWatcher>, folder: string, watcher: FSWatcher): void {
  watcher.close();
  watchers.delete(folder);
}
