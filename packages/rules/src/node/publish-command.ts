import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chinaCalendar, readPublished } from '@cobuild/core';
import { publishScheme } from '../publish/index.js';
import type { CommandIo, CommandOptions, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import { printProblem } from './print-problems.js';
import { onlyPath, withPath } from './scheme-path.js';

/** `cobuild publish PATH -o FILE`: one self-contained, hashed, pinned document; nothing is written when it is refused. */
export function publishCommand({ paths, output, json, locale }: CommandOptions, io: CommandIo): ExitCode {
  if (output === undefined) throw new UsageError('cobuild publish takes -o FILE.');
  const { folder, files } = onlyPath(paths, 'publish');
  const { published, problems } = publishScheme(files, { calendar: chinaCalendar, locale, usedVersions: usedVersion(output) });
  const blocking = problems.filter(({ severity }) => severity === 'error' || severity === 'undecided').map((problem) => withPath(problem, folder));
  if (published === undefined) {
    if (json) io.out(`${JSON.stringify({ problems: blocking })}\n`);
    else for (const problem of blocking) io.error(printProblem(problem, locale));
    io.error(locale === 'en' ? `Not published: ${blocking.length} reasons above.\n` : `没有发布：有以上 ${blocking.length} 处问题。\n`);
    return 1;
  }
  writeFileSync(output, `${JSON.stringify(published, null, 2)}\n`);
  const { id, version, hash } = published;
  io.out(json ? `${JSON.stringify({ id, version, hash })}\n` : locale === 'en' ? `Published ${id} ${version} as ${output}\n${hash}\n` : `已发布 ${id} ${version}：${output}\n${hash}\n`);
  return 0;
}

/** The version that the file holds already: it is never replaced by another content of the same number. */
function usedVersion(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  const { published } = readPublished(readFileSync(path, 'utf8'));
  return published === undefined ? [] : [published.version];
}
