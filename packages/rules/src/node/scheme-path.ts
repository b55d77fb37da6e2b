import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Problem, SchemeFiles } from '@cobuild/core';
import { nearestName } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import { UsageError } from './command-io.js';
import { namesIn } from './read-bytes.js';

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
  if (kind === undefined) throw nothingThere(path);
  if (kind === 'file' && !/\.json$/i.test(path)) throw new UsageError({ 'zh-CN': `“${path}”不是方案：请写方案文件夹，或其中的 scheme.json。`, en: `"${path}" is no scheme: name a scheme folder, or the scheme.json in it.` });
  const folder = kind === 'folder' ? path : dirname(path);
  const entry = kind === 'folder' ? 'scheme.json' : basename(path);
  if (kindOf(join(folder, entry)) !== 'file') throw new UsageError({ 'zh-CN': `“${path}”不是方案文件夹：里面没有 scheme.json${schemesIn(folder, '；里面的方案有：', '、')}。`, en: `"${path}" is no scheme folder: it has no scheme.json${schemesIn(folder, '; schemes in it: ', ', ')}.` });
  return { path, folder, files: readSchemeFolder(folder), entry };
}

/** Whoever names the folder around the schemes learns their names. */
function schemesIn(folder: string, lead: string, separator: string): string {
  const found = namesIn(folder).filter((name) => kindOf(join(folder, name, 'scheme.json')) === 'file').slice(0, 8);
  return found.length === 0 ? '' : lead + found.join(separator);
}

function nothingThere(path: string): UsageError {
  const nearest = nearestName(basename(path), namesIn(dirname(path)));
  return new UsageError({
    'zh-CN': `找不到方案“${path}”。${nearest === undefined ? '' : `是否想写 ${join(dirname(path), nearest)}？`}`,
    en: `There is no scheme "${path}".${nearest === undefined ? '' : ` Did you mean ${join(dirname(path), nearest)}?`}`,
  });
}

/** For calls that work on what is still being written. */
function editablePath(path: string): SchemePath {
  if (publishedText(path) === undefined) return schemePath(path);
  throw new UsageError({ 'zh-CN': `“${path}”是已发布的文件，不再修改，测试在发布时已经通过。这里请写方案文件夹。`, en: `"${path}" is a published file: it is not edited any more, and its tests passed when it was published. Name the scheme folder here.` });
}

/** All paths of a call. @throws {UsageError} when there is none, or one leads nowhere. */
export function schemePaths(paths: readonly string[]): readonly SchemePath[] {
  if (paths.length === 0) throw new UsageError({ 'zh-CN': '请写明方案文件夹。', en: 'Name at least one scheme folder.' });
  return paths.map(editablePath);
}

/** The only path of a call that takes one. */
export function onlyPath(paths: readonly string[]): SchemePath {
  return editablePath(onlyArgument(paths));
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

/** The text of a published file; `undefined` for all else. */
export function publishedText(path: string): string | undefined {
  try {
    if (!statSync(path).isFile()) return undefined;
    const text = readFileSync(path, 'utf8');
    const value = JSON.parse(text) as unknown;
    return value !== null && typeof value === 'object' && 'hash' in value && 'scheme' in value ? text : undefined;
  } catch {
    // Not there or no JSON: whoever reads it as a scheme says so.
    return undefined;
  }
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    // Not there, or not ours to see.
    return undefined;
  }
}
