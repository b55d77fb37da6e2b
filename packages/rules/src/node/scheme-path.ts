import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Problem } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import type { SchemeFiles } from '@cobuild/core';
import { UsageError } from './command-io.js';

/** A scheme folder as the person named it. */
export interface SchemePath { readonly folder: string; readonly files: SchemeFiles }

/** Takes the folder of a scheme, or its `scheme.json`. @throws {UsageError} when nothing is there. */
export function schemePath(path: string): SchemePath {
  if (!existsSync(path)) throw new UsageError(`There is no file or folder "${path}".`);
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  if (!existsSync(join(folder, 'scheme.json'))) throw new UsageError(`"${path}" is no scheme folder: it has no scheme.json.`);
  return { folder, files: readSchemeFolder(folder) };
}

/** The only path of a call that takes one. */
export function onlyPath(paths: readonly string[], command: string): SchemePath {
  const [path] = paths;
  if (path === undefined || paths.length > 1) throw new UsageError(`cobuild ${command} takes one scheme folder.`);
  return schemePath(path);
}

/** A problem with its document as a path from here, so that a terminal can open it. */
export function withPath(problem: Problem, folder: string): Problem {
  return { ...problem, document: relative('.', join(folder, problem.document)) || problem.document };
}
