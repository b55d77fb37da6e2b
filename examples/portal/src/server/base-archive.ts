import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scheme } from '@cobuild/core';
import { baseHash, buildPublished, chinaCalendar, createSchemeDraft, valueAt } from '@cobuild/core';
import type { SchemeFolder } from './scheme-files.js';

const HASH = /^[0-9a-f]{64}$/;

/**
 * Base schemes as they were when somebody opened, saved or published a scheme that extends them, by their hash: once a base changes, whoever keeps the overlay is shown what has changed since.
 */
export class BaseArchive {
  /** @param folder - Made with the first base that is kept. */
  constructor(private readonly folder: string) {}

  /**
   * Keeps the base of a scheme as it is now; nothing where the scheme extends none, or cannot be read.
   *
   * @param published - Hash of the version that runs: where it says what the files say, it was published with this base.
   */
  keep(files: SchemeFolder, published?: string): void {
    const { base, document } = draftOf(files);
    const hash = baseHash(base);
    if (hash === undefined) return;
    if (!existsSync(this.#at(hash))) this.#write(this.#at(hash), JSON.stringify(base));
    if (published === undefined || existsSync(this.#withVersion(published))) return;
    if (publishedHash(document) === published) this.#write(this.#withVersion(published), hash);
  }

  /**
   * The base of a scheme as it was reviewed, as the scheme records it, or as it was published last; `undefined` where it still says the same, or nobody knows what it said.
   *
   * @param published - Hash of the version that runs.
   */
  reviewed(files: SchemeFolder, published: string | undefined): unknown {
    const { base, document } = draftOf(files);
    const recorded = valueAt(document, '/baseHash');
    const hash = typeof recorded === 'string' ? recorded : published === undefined || !existsSync(this.#withVersion(published)) ? undefined : readFileSync(this.#withVersion(published), 'utf8');
    if (hash === undefined || !HASH.test(hash) || hash === baseHash(base) || !existsSync(this.#at(hash))) return undefined;
    return JSON.parse(readFileSync(this.#at(hash), 'utf8')) as unknown;
  }

  #at(hash: string): string {
    return join(this.folder, `${hash}.json`);
  }

  #withVersion(published: string): string {
    return join(this.folder, `published-${published}`);
  }

  /** Whole or not at all. */
  #write(path: string, text: string): void {
    mkdirSync(this.folder, { recursive: true });
    const half = `${path}.saving`;
    writeFileSync(half, text);
    renameSync(half, path);
  }
}

/** What a version would be called that says what the files say; `undefined` where they say nothing that can be published. */
function publishedHash(document: unknown): string | undefined {
  try {
    return buildPublished(document as Scheme, { calendarVersion: chinaCalendar.version }).hash;
  } catch {
    return undefined;
  }
}

const draftOf = ({ files, base }: SchemeFolder): ReturnType<typeof createSchemeDraft> => createSchemeDraft(files, { base: { read: (path) => base[path] } });
