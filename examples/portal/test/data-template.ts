import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder whose name begins so; whoever asks removes it. */
export const newFolder = (name: string): string => mkdtempSync(join(tmpdir(), `cobuild-${name}-`));

/**
 * Hands out copies of a folder that is filled once. A first start of the portal makes a database and publishes a scheme, which
 * takes seconds; copying what it left takes a third of one. What is about the first start itself starts in an empty folder.
 */
export function folderTemplate(fill: (folder: string) => Promise<void>): (name: string) => Promise<string> {
  let filled: Promise<string> | undefined;
  const make = async (): Promise<string> => {
    const folder = newFolder('template');
    process.once('exit', () => { rmSync(folder, { recursive: true, force: true }); });
    await fill(folder);
    return folder;
  };
  return async (name) => {
    const copy = newFolder(name);
    cpSync(await (filled ??= make()), copy, { recursive: true });
    return copy;
  };
}
