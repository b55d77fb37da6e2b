import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locale, LocalizedText, SchemeTexts } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { isRecord } from './route-tools.js';

/** A file inside its folder, with a plain name. */
const PATH = /^(?:[A-Za-z0-9_-]+\/){0,4}[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.json$/;
const FOLDER = /^[A-Za-z][A-Za-z0-9-]{0,79}$/;
/** How many schemes a scheme may stand on. */
const DEPTH = 8;

export interface SchemeFolder {
  readonly files: SchemeTexts;
  /** Files of the schemes that it extends, by their path from the folder. */
  readonly base: SchemeTexts;
}

/** What somebody saves: new texts by path, `null` for a file that goes, and what each file was when they opened it (`null`: not there). */
export interface SchemeFilesSave {
  readonly files: Readonly<Record<string, string | null>>;
  readonly before: Readonly<Record<string, string | null>>;
}

/** The JSON files of the scheme folders, read and written for the editor. */
export class SchemeFolders {
  constructor(private readonly folder: string) {}

  /** The folders that hold a scheme, with its title where it can be read. */
  list(locale: Locale): readonly { readonly folder: string; readonly title: string }[] {
    const names = readdirSync(this.folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && existsSync(join(this.folder, entry.name, 'scheme.json'))).map(({ name }) => name).sort();
    return names.map((folder) => ({ folder, title: titleOf(readFileSync(join(this.folder, folder, 'scheme.json'), 'utf8'), locale) || folder }));
  }

  /** The files of a folder that make its scheme, with the cases that its tests are about; who takes part in a demonstration is left out. `undefined` where there is no such scheme. */
  read(name: string): SchemeFolder | undefined {
    if (!FOLDER.test(name) || !existsSync(join(this.folder, name, 'scheme.json'))) return undefined;
    const base: Record<string, string> = {};
    let at: string | undefined = name;
    for (let depth = 0; depth < DEPTH && at !== undefined; depth += 1) {
      at = extendedBy(this.#texts(at)['scheme.json']);
      if (at === undefined || !existsSync(join(this.folder, at, 'scheme.json'))) break;
      for (const [path, text] of Object.entries(this.#texts(at))) base[`../${at}/${path}`] = text;
    }
    return { files: this.#texts(name), base };
  }

  /** What the scheme of a folder calls itself; `undefined` where there is none that can be read. */
  idOf(name: string): string | undefined {
    if (!FOLDER.test(name) || !existsSync(join(this.folder, name, 'scheme.json'))) return undefined;
    try {
      const { id } = JSON.parse(readFileSync(join(this.folder, name, 'scheme.json'), 'utf8')) as { id?: unknown };
      return typeof id === 'string' ? id : undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * Writes files, all or none: where one of them is not what it was when it was opened, nothing is written.
   *
   * @returns `'unknown'` for a path or folder that cannot be, `'changed'` where somebody else saved meanwhile.
   */
  save(name: string, { files, before }: SchemeFilesSave): 'saved' | 'changed' | 'unknown' {
    if (!FOLDER.test(name) || Object.keys(files).some((path) => !PATH.test(path))) return 'unknown';
    const at = (path: string): string => join(this.folder, name, path);
    const now = (path: string): string | null => (existsSync(at(path)) ? readFileSync(at(path), 'utf8') : null);
    if (Object.keys(files).some((path) => now(path) !== (before[path] ?? null))) return 'changed';
    const written = Object.entries(files).flatMap(([path, text]) => {
      if (text === null) return [];
      mkdirSync(dirname(at(path)), { recursive: true });
      // Whoever reads meanwhile finds the former file or the new one, never half of one.
      const half = `${at(path)}.saving`;
      writeFileSync(half, text);
      return [[half, at(path)] as const];
    });
    for (const [half, whole] of written) renameSync(half, whole);
    for (const [path, text] of Object.entries(files)) if (text === null) rmSync(at(path), { force: true });
    return 'saved';
  }

  #texts(name: string): SchemeTexts {
    const folder = join(this.folder, name);
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replace(/\\/g, '/'));
    return Object.fromEntries(paths.filter((path) => PATH.test(path) && !/^assets\/|^(?:story|committee|identities)\.json$/.test(path)).sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  }
}

/** What a page sends to be saved; `undefined` where it is of another shape. */
export function readSave(body: Readonly<Record<string, unknown>> | undefined): SchemeFilesSave | undefined {
  const isTexts = (value: unknown): value is Readonly<Record<string, string | null>> => isRecord(value) && Object.values(value).every((text) => text === null || typeof text === 'string');
  const { files, before } = body ?? {};
  return isTexts(files) && isTexts(before) ? { files, before } : undefined;
}

function titleOf(text: string, locale: Locale): string {
  try {
    return localize((JSON.parse(text) as { title?: LocalizedText }).title, locale);
  } catch {
    return '';
  }
}

/** The folder that a scheme says it extends. */
function extendedBy(text: string | undefined): string | undefined {
  try {
    const { extends: base } = JSON.parse(text ?? '{}') as { extends?: unknown };
    const name = typeof base === 'string' && base.startsWith('../') ? base.slice(3) : '';
    return FOLDER.test(name) ? name : undefined;
  } catch {
    // A file that is being mended: it opens without its base.
    return undefined;
  }
}
