import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Locale, PublishedScheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { watchSchemeFolders } from '@cobuild/core/node';
import type { SchemeReport } from '@cobuild/rules';
import type { CheckedFolder, FolderWork } from './check-folder.js';
import { CheckedFolders } from './checked-folders.js';
import { BaseArchive } from './base-archive.js';
import { SchemeFolders } from './scheme-files.js';
import type { PublishedSchemes } from './published-schemes.js';

/** What a listener hears: which folders there are, then one report after the other. */
export type WorkspaceNews = { readonly folders: readonly string[] } | { readonly report: SchemeReport };

interface Listener {
  readonly locale: Locale;
  readonly hear: (news: WorkspaceNews) => void;
  /** What it was told of each folder last. */
  readonly told: Map<string, CheckedFolder>;
}

/**
 * The scheme folders that administrators edit, `DATA_DIR/schemes`. Saving a file there checks its scheme again and tells whoever
 * listens; what is published keeps running, whatever the folder holds.
 */
export class SchemeWorkspace {
  readonly #listeners = new Set<Listener>();
  readonly #stopWatching: () => void;
  readonly #folders: CheckedFolders;
  /** What the editor reads and writes. */
  readonly files: SchemeFolders;
  /** Base schemes as they were. */
  readonly bases: BaseArchive;

  constructor(
    private readonly folder: string,
    private readonly published: PublishedSchemes,
    private readonly work: FolderWork,
    private readonly now: () => Date,
  ) {
    this.#folders = new CheckedFolders(work);
    this.files = new SchemeFolders(folder);
    this.bases = new BaseArchive(join(folder, '..', 'bases'));
    this.#stopWatching = watchSchemeFolders([folder], () => void this.#tell());
  }

  /** Copies the example schemes that are not there yet, each whole or not at all; what an administrator changed is never overwritten. */
  static prepare(dataFolder: string, examples: string): string {
    const folder = join(dataFolder, 'schemes');
    mkdirSync(folder, { recursive: true });
    for (const { name } of readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
      const place = join(folder, name);
      if (existsSync(place)) continue;
      // A start that is killed in between leaves no folder with half of its files, which would count as there.
      const coming = join(dataFolder, 'scheme.coming');
      rmSync(coming, { recursive: true, force: true });
      cpSync(join(examples, name), coming, { recursive: true });
      renameSync(coming, place);
    }
    return folder;
  }

  async reports(locale: Locale = 'zh-CN'): Promise<readonly SchemeReport[]> {
    const reports: SchemeReport[] = [];
    for (const folder of await this.#folderNames()) {
      // Whoever asks the portal for something else does not wait for all of them, wherever they are checked.
      await setImmediate();
      reports.push(await this.#report(folder, await this.#check(folder, locale), locale));
    }
    return reports.sort((left, right) => (left.folder < right.folder ? -1 : 1));
  }

  /** Publishes a folder's scheme and opens a batch on it; the report says why where it cannot. */
  async publish(folder: string, locale: Locale, publishedBy?: string): Promise<{ readonly published?: PublishedScheme; readonly report: SchemeReport } | undefined> {
    if (!/^[\w-]+$/.test(folder) || !existsSync(join(this.folder, folder, 'scheme.json'))) return undefined;
    const report = await this.#report(folder, await this.#check(folder, locale), locale);
    if (!report.publishable) return { report };
    const { published } = await this.work.publish(join(this.folder, folder), locale);
    if (published === undefined || !(await this.published.add(published, this.now().toISOString(), publishedBy))) return { report };
    const files = this.files.read(folder);
    if (files !== undefined) this.bases.keep(files, published.hash);
    for (const { told } of this.#listeners) told.delete(folder);
    // Nobody who publishes waits for what is checked for others.
    void this.#tell();
    return { published, report: await this.#report(folder, await this.#check(folder, locale), locale) };
  }

  /** What the scheme of a folder calls itself; `undefined` where there is none that can be read. */
  idOf(folder: string): string | undefined {
    return /^[\w-]+$/.test(folder) ? schemeId(join(this.folder, folder)) : undefined;
  }

  /** Publishes a folder whose scheme was never published here; does nothing where it was, or where it cannot be. */
  async publishFirst(folder: string, locale: Locale): Promise<void> {
    const id = schemeId(join(this.folder, folder));
    if (id !== undefined && (await this.published.list(id)).length === 0) await this.publish(folder, locale);
  }

  /** Tells which folders there are and what is found in each, and goes on with those that change. Returns what ends it. */
  subscribe(locale: Locale, hear: Listener['hear']): () => void {
    const listener: Listener = { locale, hear, told: new Map() };
    this.#listeners.add(listener);
    void this.#tellOne(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#stopWatching();
  }

  async #tell(): Promise<void> {
    await Promise.all([...this.#listeners].map((listener) => this.#tellOne(listener)));
  }

  async #tellOne(listener: Listener): Promise<void> {
    const { locale, hear, told } = listener;
    const folders = await this.#folderNames();
    hear({ folders: [...folders].sort() });
    for (const folder of folders) {
      await setImmediate();
      if (!this.#listeners.has(listener)) return;
      const checked = await this.#check(folder, locale);
      if (told.get(folder) === checked) continue;
      told.set(folder, checked);
      hear({ report: await this.#report(folder, checked, locale) });
    }
  }

  /** Those in use first: they are asked for most, and were checked when they were published. */
  async #folderNames(): Promise<readonly string[]> {
    const names = readdirSync(this.folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && existsSync(join(this.folder, entry.name, 'scheme.json'))).map(({ name }) => name).sort();
    const inUse = await Promise.all(names.map(async (name) => {
      const id = schemeId(join(this.folder, name));
      return id !== undefined && (await this.published.list(id)).length > 0;
    }));
    return [...names.filter((_, index) => inUse[index]), ...names.filter((_, index) => !inUse[index])];
  }

  #check(folder: string, locale: Locale): Promise<CheckedFolder> {
    return this.#folders.check(join(this.folder, folder), locale);
  }

  async #report(folder: string, { scheme, problems, documents, tests, unpinned }: CheckedFolder, locale: Locale): Promise<SchemeReport> {
    const published = scheme === undefined ? [] : await this.published.list(scheme.id);
    const blocked = problems.some(({ severity }) => severity === 'error' || severity === 'undecided');
    return {
      folder,
      ...(scheme === undefined ? {} : { id: scheme.id, title: localize(scheme.title, locale), version: scheme.version }),
      problems,
      tests,
      ...(unpinned === undefined ? {} : { unpinned }),
      documents,
      checkedAt: this.now().toISOString(),
      published,
      publishable: scheme !== undefined && !blocked && tests.every(({ passed }) => passed) && !published.some(({ version }) => version === scheme.version),
      parameters: Object.entries(scheme?.parameters ?? {}).map(([key, { title, value, unit, provenance }]) => ({
        key,
        title: localize(title, locale),
        value: value === 'UNDECIDED' ? 'UNDECIDED' : `${typeof value === 'string' ? value : JSON.stringify(value)} ${localize(unit, locale)}`.trim(),
        ...(provenance === undefined ? {} : { provenance: provenance.kind }),
      })),
    };
  }
}

/** What the folder's scheme calls itself; `undefined` where there is none that can be read. */
function schemeId(folder: string): string | undefined {
  try {
    const { id } = JSON.parse(readFileSync(join(folder, 'scheme.json'), 'utf8')) as { id?: unknown };
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
