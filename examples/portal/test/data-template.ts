import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { additions, openDatabase, tables } from '../src/server/database.js';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** A new folder whose name begins so; whoever asks removes it. */
export const newFolder = (name: string): string => mkdtempSync(join(tmpdir(), `cobuild-${name}-`));

/**
 * A new data folder with the database of a portal in which nothing has happened yet. Making one takes seconds, so it is made once and kept in
 * `.cache`, under a name that changes with its tables and with what reads it. What is about the first start itself begins with `newFolder`.
 */
export async function databaseFolder(name: string): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(repository, 'node_modules/@electric-sql/pglite/package.json'), 'utf8')) as { version: string };
  const kept = join(repository, '.cache', `database-${createHash('sha256').update(JSON.stringify([version, tables, additions])).digest('hex').slice(0, 16)}`);
  if (!existsSync(kept)) {
    mkdirSync(join(repository, '.cache'), { recursive: true });
    const made = mkdtempSync(`${kept}.new-`);
    await (await openDatabase(made)).close();
    try {
      renameSync(made, kept);
    } catch {
      // Another process of the tests was the first; both made the same.
      rmSync(made, { recursive: true });
    }
  }
  const folder = newFolder(name);
  cpSync(kept, folder, { recursive: true });
  return folder;
}

/**
 * Hands out copies of a data folder that is filled once: a portal that starts in it for the first time publishes a scheme, which
 * takes seconds; copying what it left takes a third of one.
 */
export function folderTemplate(fill: (folder: string) => Promise<void>): (name: string) => Promise<string> {
  let filled: Promise<string> | undefined;
  const make = async (): Promise<string> => {
    const folder = await databaseFolder('template');
    process.once('exit', () => { rmSync(folder, { recursive: true, force: true }); });
    await fill(folder);
    return folder;
  };
  return async (name) => {
    const copy = newFolder(name);
    // A second attempt makes another one: all files of a process share it.
    filled ??= make().catch((error: unknown) => { filled = undefined; throw error; });
    cpSync(await filled, copy, { recursive: true });
    return copy;
  };
}
