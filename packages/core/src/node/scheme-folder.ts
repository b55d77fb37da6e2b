import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseScheme, schemeLimits } from '../scheme/index.js';
import type { LoadResult, ParseSchemeOptions, SchemeFiles } from '../scheme/index.js';

/** Bytes that are read of one file: enough to tell that it is larger than a scheme file may be. */
const MOST_BYTES = schemeLimits.fileLength * 4 + 4;
/** Names that are listed, so that a mistaken folder does not send us through a whole disk. */
const MOST_LISTED = 2000;

/**
 * The files of a scheme folder. Nothing outside the folder's parent is read, symbolic links followed: overlays reach
 * sibling folders and no further.
 *
 * @param folder - A folder with `scheme.json`, absolute or relative to the working directory.
 */
export function readSchemeFolder(folder: string): SchemeFiles {
  const root = resolve(folder);
  return {
    read: (path) => {
      const target = resolve(root, path);
      return isInside(dirname(root), target) ? readText(dirname(root), target) : undefined;
    },
    list: () => listJson(root),
  };
}

/** Reads and checks a scheme folder; see `parseScheme`. */
export function loadSchemeFolder(folder: string, options: ParseSchemeOptions = {}): LoadResult {
  return parseScheme(readSchemeFolder(folder), options);
}

function isInside(folder: string, target: string): boolean {
  const way = relative(folder, target);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === target;
}

function readText(parent: string, target: string): string | undefined {
  try {
    if (!isInside(realpathSync(parent), realpathSync(target)) || !statSync(target).isFile()) return undefined;
    const file = openSync(target, 'r');
    try {
      const bytes = Buffer.alloc(Math.min(statSync(target).size, MOST_BYTES));
      let length = 0;
      for (let read = -1; read !== 0 && length < bytes.length; length += read) read = readSync(file, bytes, length, bytes.length - length, length);
      return bytes.toString('utf8', 0, length);
    } finally {
      closeSync(file);
    }
  } catch {
    // Not there, not readable, or gone while we looked: for a scheme all the same.
    return undefined;
  }
}

function listJson(root: string): string[] {
  const found: string[] = [];
  const folders = [''];
  for (let folder = folders.shift(); folder !== undefined && found.length < MOST_LISTED; folder = folders.shift()) {
    for (const entry of entriesOf(join(root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')) folders.push(path);
      else if (entry.isFile() && entry.name.endsWith('.json')) found.push(path);
    }
  }
  return found;
}

function entriesOf(folder: string): { name: string; isDirectory(): boolean; isFile(): boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
