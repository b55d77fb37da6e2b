import type { Scheme } from '../generated/types.js';
import type { Locale } from '../problems/problem.js';
import { schemeChecks } from './checks/index.js';
import { DocumentReader } from './document-reader.js';
import { withDefinitions } from './definitions.js';
import type { DocumentFinding } from './finding.js';
import { checkBaseHash } from './base-hash.js';
import { checkFormat } from './format-issues.js';
import { foldOverlays } from './fold-overlays.js';
import type { LoadResult, SchemeFiles, SourcePlace } from './loaded-scheme.js';
import { readChain } from './overlay-chain.js';
import { placedProblem, problemInDocument, sortProblems } from './scheme-problem.js';
import { findPlace, toValue } from './source-node.js';
import type { SourceNode } from './source-node.js';

/** Settings of `parseScheme`. */
export interface ParseSchemeOptions {
  /** The file to start with. Default `scheme.json`. */
  readonly entry?: string;
  /** Language of the problems. Default `zh-CN`. */
  readonly locale?: Locale;
  /** Sentences call things by their titles and settings by words alone, for whoever works in an editor. Default: they also name what stands in the files. */
  readonly titlesOnly?: boolean | undefined;
}

/**
 * Reads a scheme: its files, the schemes that it extends, the format, and what refers to what. Conditions are checked by
 * `checkScheme` of `@cobuild/rules`.
 *
 * - `{ "$file": "forms/application.json" }` puts another file in its place: relative to the file that holds it, inside the folder.
 * - `"extends": "../gaoming"` lays the scheme over another. `id`, `version` and `title` are not inherited; everything else is.
 *   Objects merge by key, arrays of things with an `id` by `id` (`"remove": true`, `"after": "id"`, `"after": null` for the
 *   front), other arrays are replaced, and so are objects that stand for one value: texts, ratios, periods, conditions,
 *   provenance. Base tests run too unless `replacesTests` names them. The merged scheme no longer says `extends`.
 * - `{ "$ref": "organisation/v1" }` in the schema of a form draws it from a shared definition of the scheme (`definitions`): the form gets its own copy with its settings.
 *
 * @throws {TypeError} when `files` has no function `read`.
 * @returns A typed scheme, or every problem there is, sorted by place. Never throws on any text.
 * @example parseScheme({ read: (path) => texts[path] }).problems
 */
export function parseScheme(files: SchemeFiles, options: ParseSchemeOptions = {}): LoadResult {
  if (typeof (files as Partial<SchemeFiles> | undefined)?.read !== 'function') throw new TypeError('parseScheme: the files are to be an object with a function "read"');
  const { entry = 'scheme.json', locale = 'zh-CN', titlesOnly } = options;
  const telling = { locale, titlesOnly };
  const reader = new DocumentReader(files);
  const merged = foldOverlays(readChain(reader, entry), reader, (overlay, base) => { checkBaseHash(overlay, base, reader); });
  const root = merged && withDefinitions(merged);
  const draft = root && toValue(root);
  const found = root ? checkDocument(draft, root, reader) : [];
  const problems = sortProblems(
    [...reader.findings.map((finding) => placedProblem(finding, telling)), ...(root ? found.map((finding) => problemInDocument(finding, root, draft, telling)) : [])],
    reader.documents,
  );
  const usable = root !== undefined && problems.every(({ severity }) => severity !== 'error');
  return { ...(usable ? { scheme: draft as Scheme } : {}), draft, problems, documents: reader.documents, locate: (pointer) => locate(root, entry, pointer) };
}

/** The source place of a pointer into the merged document, the nearest one that exists. */
export function locate(root: SourceNode | undefined, entry: string, pointer: string): SourcePlace {
  return root ? findPlace(root, pointer).place : { document: entry, pointer: '', line: 1, column: 1 };
}

/** What the format and the references say, as far as the files could be read. */
function checkDocument(draft: unknown, root: SourceNode, reader: DocumentReader): DocumentFinding[] {
  const version = formatVersion(draft);
  // A newer format may mean anything; what this one says of it would mislead.
  if (version?.code === 'scheme/format-version-newer') return [version];
  if (reader.headless) return [];
  const format = checkFormat(draft).filter(({ pointer }) => pointer !== '/formatVersion' && !reader.isDamaged(root, pointer));
  const found: DocumentFinding[] = version ? [version] : [];
  // A reference into a file that could not be read is not wrong.
  if (!reader.incomplete) for (const check of schemeChecks) check(draft, (finding) => found.push(finding));
  const notAllowed = new Set(found.filter(({ code }) => code === 'scheme/undecided-not-allowed').map(({ pointer }) => pointer));
  // A field that is not there is told by its name; how a pointer is written adds nothing.
  const unknown = new Set(found.filter(({ code }) => code === 'scheme/unknown-field').map(({ pointer }) => pointer));
  const isTold = ({ code, pointer }: DocumentFinding): boolean => (code === 'scheme/pattern' || code === 'scheme/propertyNames') && unknown.has(pointer);
  return [...format, ...found].filter((finding) => finding.code === 'scheme/undecided-not-allowed' || (!notAllowed.has(finding.pointer) && !isTold(finding)));
}

/** Version of the format that this package reads. */
const KNOWN_FORMAT = 1;

function formatVersion(draft: unknown): DocumentFinding | undefined {
  const version = (draft as { formatVersion?: unknown }).formatVersion;
  const made = { severity: 'error' as const, pointer: '/formatVersion', params: { version, known: KNOWN_FORMAT } };
  if (version === undefined) return { ...made, code: 'scheme/format-version-missing' };
  if (version === KNOWN_FORMAT) return undefined;
  return { ...made, code: typeof version === 'string' ? 'scheme/format-version-text' : 'scheme/format-version-newer' };
}
