import type { Calendar, Locale, SchemeFiles } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import type { SchemeReport } from '@cobuild/rules';
import { checkScheme, pinningProblems, publishScheme, runSchemeTests, unpinnedWords } from '@cobuild/rules';

/** What is found in the files of a scheme, whoever asks and whenever. */
export interface CheckedFolder extends Pick<SchemeReport, 'problems' | 'tests' | 'documents' | 'unpinned'> {
  readonly scheme: ReturnType<typeof checkScheme>['scheme'];
}

/** A check with the files that it read, so that it can be told whether it still holds. Plain data: it may come from another thread. */
export interface FolderCheck {
  readonly checked: CheckedFolder;
  readonly read: ReadonlyMap<string, string | undefined>;
  readonly listed: string;
}

/** The published file of a folder, or why there is none. */
export type PublishResult = ReturnType<typeof publishScheme>;

/** The work on a scheme folder that takes a few tenths of a second and more: checking it and making its published file. */
export interface FolderWork {
  check(folder: string, locale: Locale): Promise<FolderCheck>;
  publish(folder: string, locale: Locale): Promise<PublishResult>;
}

/** The work done at once, where it is asked for. */
export function folderWork(calendar: Calendar): FolderWork {
  return {
    check: (folder, locale) => Promise.resolve(checkFolder(folder, locale, calendar)),
    publish: (folder, locale) => Promise.resolve(publishScheme(readSchemeFolder(folder), { calendar, locale })),
  };
}

function checkFolder(folder: string, locale: Locale, calendar: Calendar): FolderCheck {
  const files = readSchemeFolder(folder);
  const read = new Map<string, string | undefined>();
  const watched: SchemeFiles = {
    ...(files.list === undefined ? {} : { list: () => files.list?.() ?? [] }),
    read: (path) => {
      const text = files.read(path);
      read.set(path, text);
      return text;
    },
  };
  return { checked: checkFiles(watched, locale, calendar), read, listed: listOf(files) };
}

function checkFiles(files: SchemeFiles, locale: Locale, calendar: Calendar): CheckedFolder {
  const loaded = checkScheme(files, { locale });
  const { scheme, problems, documents } = loaded;
  if (scheme === undefined) return { scheme, problems, documents, tests: [] };
  const unpinned = pinningProblems(loaded, { calendar, locale }).map((problem) => ({ ...problem, ...unpinnedWords(scheme, problem.params, locale) }));
  return { scheme, problems, documents, tests: runSchemeTests(scheme, { calendar }), unpinned };
}

/** The files of a folder by their names, one a line. */
export const listOf = (files: SchemeFiles): string => (files.list?.() ?? []).join('\n');
