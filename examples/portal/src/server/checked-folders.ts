import type { Calendar, Locale, SchemeFiles } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import type { SchemeReport } from '@cobuild/rules';
import { checkScheme, pinningProblems, runSchemeTests, unpinnedWords } from '@cobuild/rules';

/** What is found in the files of a scheme, whoever asks and whenever. */
export interface CheckedFolder extends Pick<SchemeReport, 'problems' | 'tests' | 'documents' | 'unpinned'> {
  readonly scheme: ReturnType<typeof checkScheme>['scheme'];
}

interface Kept { readonly checked: CheckedFolder; readonly read: ReadonlyMap<string, string | undefined>; readonly listed: string }

/**
 * Checks scheme folders, and again only those of which a file says something else than at the last check: checking a scheme takes
 * a few tenths of a second, and a workspace has dozens, of which somebody edits one.
 */
export class CheckedFolders {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly calendar: Calendar) {}

  check(folder: string, locale: Locale): CheckedFolder {
    const key = `${locale} ${folder}`;
    const files = readSchemeFolder(folder);
    const before = this.kept.get(key);
    if (before && isSame(files, before)) return before.checked;
    const read = new Map<string, string | undefined>();
    const watched: SchemeFiles = {
      ...(files.list === undefined ? {} : { list: () => files.list?.() ?? [] }),
      read: (path) => {
        const text = files.read(path);
        read.set(path, text);
        return text;
      },
    };
    const checked = this.checkNow(watched, locale);
    this.kept.set(key, { checked, read, listed: listOf(files) });
    return checked;
  }

  private checkNow(files: SchemeFiles, locale: Locale): CheckedFolder {
    const { calendar } = this;
    const loaded = checkScheme(files, { locale });
    const { scheme, problems, documents } = loaded;
    if (scheme === undefined) return { scheme, problems, documents, tests: [] };
    const unpinned = pinningProblems(loaded, { calendar, locale }).map((problem) => ({ ...problem, ...unpinnedWords(scheme, problem.params, locale) }));
    return { scheme, problems, documents, tests: runSchemeTests(scheme, { calendar }), unpinned };
  }
}

const listOf = (files: SchemeFiles): string => (files.list?.() ?? []).join('\n');

/** Also a file that was asked for and was not there may be there now. */
const isSame = (files: SchemeFiles, { read, listed }: Kept): boolean => listOf(files) === listed && [...read].every(([path, text]) => files.read(path) === text);
