import type { Scheme } from '../generated/types.js';
import type { Problem } from '../problems/problem.js';

/** Where text comes from: paths are relative to the scheme folder, with `/`; an overlay reads `../gaoming/scheme.json`. */
export interface SchemeFiles {
  /** The text of a file, or `undefined` where there is none. */
  read(path: string): string | undefined;
  /** Paths of the JSON files that are there, so that a missing one can be answered with the nearest name. */
  list?(): readonly string[];
}

/** A place in a source file. */
export interface SourcePlace { readonly document: string; readonly pointer: string; readonly line: number; readonly column: number }

/** What loading yields: a typed scheme, or all that is wrong with it; never half of one. */
export interface LoadResult {
  /** Present when no problem of severity `error` was found: base and overlay merged, includes resolved. */
  readonly scheme?: Scheme;
  /** The merged document as far as it could be read, for tools that show broken schemes. */
  readonly draft: unknown;
  readonly problems: readonly Problem[];
  /** Files that were read, so that a watcher knows what to watch. */
  readonly documents: readonly string[];
  /** The source place of a pointer into the merged document (nearest one that exists). */
  locate(pointer: string): SourcePlace;
}
