import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Calendar, Locale, PublishedScheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { readSchemeFolder, watchSchemeFolders } from '@cobuild/core/node';
import type { SchemeReport } from '@cobuild/rules';
import { publishScheme } from '@cobuild/rules';
import { CheckedFolders } from './checked-folders.js';
import type { PublishedSchemes } from './published-schemes.js';

/**
 * The scheme folders that administrators edit, `DATA_DIR/schemes`. Saving a file there checks its scheme again and tells whoever
 * listens; what is published keeps running, whatever the folder holds.
 */
export class SchemeWorkspace {
  readonly #listeners = new Set<(reports: readonly SchemeReport[]) => void>();
  readonly #stopWatching: () => void;
  readonly #folders: CheckedFolders;

  constructor(
    private readonly folder: string,
    private readonly published: PublishedSchemes,
    private readonly calendar: Calendar,
    private readonly now: () => Date,
  ) {
    this.#folders = new CheckedFolders(calendar);
    this.#stopWatching = watchSchemeFolders([folder], () => void this.#tell());
  }

  /** Copies the example schemes that are not there yet; what an administrator changed is never overwritten. */
  static prepare(dataFolder: string, examples: string): string {
    const folder = join(dataFolder, 'schemes');
    mkdirSync(folder, { recursive: true });
    for (const { name } of readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
      if (!existsSync(join(folder, name))) cpSync(join(examples, name), join(folder, name), { recursive: true });
    }
    return folder;
  }

  async reports(locale: Locale = 'zh-CN'): Promise<readonly SchemeReport[]> {
    const names = readdirSync(this.folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && existsSync(join(this.folder, entry.name, 'scheme.json')));
    return Promise.all(names.map(({ name }) => name).sort().map((name) => this.#report(name, locale)));
  }

  /** Publishes a folder's scheme and opens a batch on it; the report says why where it cannot. */
  async publish(folder: string, locale: Locale): Promise<{ readonly published?: PublishedScheme; readonly report: SchemeReport } | undefined> {
    if (!/^[\w-]+$/.test(folder) || !existsSync(join(this.folder, folder, 'scheme.json'))) return undefined;
    const report = await this.#report(folder, locale);
    if (!report.publishable) return { report };
    const { published } = publishScheme(readSchemeFolder(join(this.folder, folder)), { calendar: this.calendar, locale });
    if (published === undefined || !(await this.published.add(published, this.now().toISOString()))) return { report };
    await this.#tell();
    return { published, report: await this.#report(folder, locale) };
  }

  /** Publishes a folder whose scheme was never published here; does nothing where it was, or where it cannot be. */
  async publishFirst(folder: string, locale: Locale): Promise<void> {
    const id = schemeId(join(this.folder, folder));
    if (id !== undefined && (await this.published.list(id)).length === 0) await this.publish(folder, locale);
  }

  subscribe(listener: (reports: readonly SchemeReport[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#stopWatching();
  }

  async #tell(): Promise<void> {
    if (this.#listeners.size === 0) return;
    const reports = await this.reports();
    for (const listener of this.#listeners) listener(reports);
  }

  async #report(folder: string, locale: Locale): Promise<SchemeReport> {
    const { scheme, problems, documents, tests, unpinned } = this.#folders.check(join(this.folder, folder), locale);
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
