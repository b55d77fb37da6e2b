import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { nearestName } from '@cobuild/core';
import { UsageError } from './command-io.js';

/** What is in a file. @throws {UsageError} that says what is there in its place, and the name that may have been meant. */
export function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw unreadable(path, (error as NodeJS.ErrnoException).code);
  }
}

/** The same as text. */
export function readText(path: string): string {
  return readBytes(path).toString('utf8');
}

function unreadable(path: string, code: string | undefined): UsageError {
  if (code === 'EISDIR') {
    const files = namesIn(path).filter((name) => /\.(jsonl|ndjson|xlsx|csv)$/i.test(name)).slice(0, 8);
    return new UsageError({
      'zh-CN': `“${path}”是文件夹，这里要写文件${files.length === 0 ? '' : `，例如 ${join(path, files[0] ?? '')}（里面有：${files.join('、')}）`}。`,
      en: `"${path}" is a folder; a file is needed here${files.length === 0 ? '' : `, such as ${join(path, files[0] ?? '')} (it holds ${files.join(', ')})`}.`,
    });
  }
  if (code !== 'ENOENT' && code !== 'ENOTDIR') return new UsageError({ 'zh-CN': `没有权限读取文件“${path}”，或者文件打不开（${code ?? '?'}）。`, en: `The file "${path}" cannot be opened (${code ?? '?'}).` });
  const nearest = nearestName(basename(path), namesIn(dirname(path)));
  return new UsageError({
    'zh-CN': `找不到文件“${path}”。${nearest === undefined ? '' : `是否想写 ${join(dirname(path), nearest)}？`}`,
    en: `There is no file "${path}".${nearest === undefined ? '' : ` Did you mean ${join(dirname(path), nearest)}?`}`,
  });
}

/** Names in a folder; none where it cannot be looked into. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Not there, no folder, or not ours to see.
    return [];
  }
}
