import { statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Problem, SchemeFiles } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import { UsageError } from './command-io.js';

/** A scheme as the person named it. */
export interface SchemePath {
  /** As it was written. */
  readonly path: string;
  readonly folder: string;
  readonly files: SchemeFiles;
  /** File to start from, inside the folder. */
  readonly entry: string;
}

/** Takes the folder of a scheme, or a scheme file. @throws {UsageError} when nothing is there. */
export function schemePath(path: string): SchemePath {
  const kind = kindOf(path);
  if (kind === undefined) throw new UsageError({ 'zh-CN': `找不到“${path}”。`, en: `There is no file or folder "${path}".` });
  const folder = kind === 'folder' ? path : dirname(path);
  const entry = kind === 'folder' ? 'scheme.json' : basename(path);
  if (kindOf(join(folder, entry)) !== 'file') throw new UsageError({ 'zh-CN': `“${path}”不是方案文件夹：里面没有 scheme.json。`, en: `"${path}" is no scheme folder: it has no scheme.json.` });
  return { path, folder, files: readSchemeFolder(folder), entry };
}

/** All paths of a call. @throws {UsageError} when there is none, or one leads nowhere. */
export function schemePaths(paths: readonly string[]): readonly SchemePath[] {
  if (paths.length === 0) throw new UsageError({ 'zh-CN': '请写明方案文件夹。', en: 'Name at least one scheme folder.' });
  return paths.map(schemePath);
}

/** The only path of a call that takes one. */
export function onlyPath(paths: readonly string[]): SchemePath {
  return schemePath(onlyArgument(paths));
}

/** The same as it was written, for calls that take a published file too. */
export function onlyArgument(paths: readonly string[]): string {
  const [path] = paths;
  if (path === undefined || paths.length > 1) throw new UsageError({ 'zh-CN': '请写明一个方案文件夹。', en: 'Name one scheme folder.' });
  return path;
}

/** A problem with its document as a path from here, so that a terminal can open it. */
export function withPath(problem: Problem, { folder }: SchemePath): Problem {
  return { ...problem, document: relative('.', join(folder, problem.document)) || problem.document };
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    // Not there, or not ours to see.
    return undefined;
  }
}
