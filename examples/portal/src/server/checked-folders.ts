import type { Locale, SchemeFiles } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import type { CheckedFolder, FolderCheck, FolderWork } from './check-folder.js';
import { listOf } from './check-folder.js';

const MOST_ROUNDS = 3;

/**
 * Checks scheme folders, and again only those of which a file says something else than at the last check: checking a scheme takes
 * a few tenths of a second, and a workspace has dozens, of which somebody edits one.
 */
export class CheckedFolders {
  private readonly kept = new Map<string, FolderCheck>();
  /** Checks that go on: whoever asks meanwhile gets the same. */
  private readonly going = new Map<string, Promise<FolderCheck>>();

  constructor(private readonly work: Pick<FolderWork, 'check'>) {}

  async check(folder: string, locale: Locale): Promise<CheckedFolder> {
    const key = `${locale} ${folder}`;
    let found = this.kept.get(key);
    // A file may have been saved while it was checked: then what was found holds no longer. Whoever saves without end is told next time.
    for (let round = 0; round < MOST_ROUNDS && !(found && isSame(readSchemeFolder(folder), found)); round += 1) {
      found = await this.checkOnce(key, folder, locale);
      this.kept.set(key, found);
    }
    return (found ?? (await this.checkOnce(key, folder, locale))).checked;
  }

  private checkOnce(key: string, folder: string, locale: Locale): Promise<FolderCheck> {
    const found = this.going.get(key) ?? this.work.check(folder, locale).finally(() => this.going.delete(key));
    this.going.set(key, found);
    return found;
  }
}

/** Also a file that was asked for and was not there may be there now. */
const isSame = (files: SchemeFiles, { read, listed }: FolderCheck): boolean => listOf(files) === listed && [...read].every(([path, text]) => files.read(path) === text);
