import type { CaseEvent } from '@cobuild/core';
import { canonicalJson, hashDocument } from '@cobuild/core';
import type { ProjectEvent, ProjectOpening } from '../project/index.js';

/** A file that the logs name; its content stays with the host. */
export interface RecordedFile { readonly id: string; /** SHA-256 of the content, 64 hexadecimal digits. */ readonly hash: string; readonly name?: string; /** Bytes. */ readonly size?: number }

/** The log of the project after its approval. */
export interface RecordedProject { readonly opening: ProjectOpening; readonly events: readonly ProjectEvent[] }

/** A whole case in one document: everything that its state follows from, and what shows that nothing was changed. */
export interface CaseRecord {
  readonly format: 'cobuild-case';
  readonly formatVersion: 1;
  readonly caseId: string;
  /** The published scheme under which the case was submitted, by the hash that its events carry. */
  readonly scheme: { readonly id: string; readonly version: string; readonly hash: string };
  readonly events: readonly CaseEvent[];
  readonly project?: RecordedProject;
  /** Files that answers and entries name, by id. */
  readonly files: readonly RecordedFile[];
  /** SHA-256 of the canonical JSON of this document without `hash`. */
  readonly hash: string;
}

/** What a record is made of. */
export interface CaseRecordParts {
  /** As published: `{ hash, scheme: { id, version } }`. */
  readonly hash: string;
  readonly scheme: { readonly id: string; readonly version: string };
  readonly events: readonly CaseEvent[];
  readonly project?: RecordedProject;
}

/**
 * The whole case as one JSON text. The same case always gives the same bytes: members are sorted, nothing of the time or place of the export is in it.
 * Import it with `readCaseRecord`. It holds all that was ever filled in and cast, so that it is for archives, not for showing.
 *
 * @throws {RangeError} where there is no event, or events are of several cases or of another scheme than the one named.
 * @example writeFileSync('case-1.json', exportCase({ hash: published.hash, scheme: published.scheme, events: await store.events('case-1') }))
 */
export function exportCase({ hash, scheme: { id, version }, events, project }: CaseRecordParts): string {
  const [first] = events;
  if (first === undefined) throw new RangeError('A case without an event has no record');
  const stranger = events.find(({ caseId, schemeHash }) => caseId !== first.caseId || schemeHash !== hash);
  if (stranger !== undefined) throw new RangeError(`Event ${stranger.id} belongs to another case or another version of the scheme`);
  const content = {
    format: 'cobuild-case' as const, formatVersion: 1 as const, caseId: first.caseId, scheme: { id, version, hash }, events, ...(project === undefined ? {} : { project: { opening: project.opening, events: project.events } }),
    files: filesIn([events, project]),
  };
  return recordText({ ...content, hash: hashDocument(content) });
}

/** The one text of a record: its members sorted, two spaces to a level, a line break at the end. */
export function recordText(record: CaseRecord): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(record)), null, 2)}\n`;
}

/** Every file that is named with the hash of its content, wherever it stands; the same one once. */
export function filesIn(value: unknown): readonly RecordedFile[] {
  const found = new Map<string, RecordedFile>();
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { id, hash, name, size } = part as Readonly<Record<string, unknown>>;
    // An event has an id and a hash too, but it is no file: it belongs to a chain.
    if (typeof id === 'string' && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) && !('previousHash' in part)) {
      found.set(`${id} ${hash}`, { id, hash, ...(typeof name === 'string' ? { name } : {}), ...(typeof size === 'number' ? { size } : {}) });
    }
    Object.values(part).forEach(look);
  };
  look(value);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
}
