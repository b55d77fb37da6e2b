import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PublishedScheme } from '@cobuild/core';
import { chinaCalendar, readPublished } from '@cobuild/core';
import { publishScheme } from '../publish/index.js';
import type { CommandIo, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import { ownOperators } from './load-scheme.js';
import { isError, isHole, printProblem } from './print-problems.js';
import type { CommandOptions } from './read-options.js';
import { onlyPath, withPath } from './scheme-path.js';
import { writeWhole } from './write-whole.js';

/**
 * `cobuild publish PATH -o FILE`: one self-contained, hashed, pinned document; nothing is written when it is refused. A version
 * counts as used when a published file beside FILE has it.
 */
export function publishCommand({ paths, output, json, locale, own }: CommandOptions, io: CommandIo): ExitCode {
  if (output === undefined) throw new UsageError({ 'zh-CN': '请用 -o 写明要写入的文件。', en: 'Name the file to write with -o FILE.' });
  const path = onlyPath(paths);
  const replaced = existsSync(output) ? publishedIn(output) : undefined;
  if (existsSync(output) && replaced === undefined) throw new UsageError({ 'zh-CN': `“${output}”已经存在，而且不是已发布的方案，不会覆盖。`, en: `"${output}" exists and is no published scheme; it is not overwritten.` });
  const earlier = publishedBeside(output);
  const { published, problems } = publishScheme(path.files, { calendar: chinaCalendar, locale, entry: path.entry, ...ownOperators(own), publishedAt: new Date().toISOString(), usedVersions: (id) => earlier.filter((other) => other.id === id).map(({ version }) => version) });
  if (published === undefined) {
    const blocking = problems.filter((problem) => isError(problem) || isHole(problem)).map((problem) => withPath(problem, path));
    if (json) io.out(`${JSON.stringify({ problems: blocking })}\n`);
    else for (const problem of blocking) io.error(`${printProblem(problem, locale)}\n`);
    io.error(locale === 'en' ? `${path.path}: not published, ${blocking.length} ${blocking.length === 1 ? 'reason' : 'reasons'}.\n` : `${path.path}：没有发布，有 ${blocking.length} 处问题。\n`);
    return 1;
  }
  if (replaced !== undefined && replaced.id !== published.id) throw new UsageError({ 'zh-CN': `“${output}”是另一个方案“${replaced.id}”，不会覆盖。`, en: `"${output}" holds another scheme, "${replaced.id}"; it is not overwritten.` });
  writeWhole(output, `${JSON.stringify(published, null, 2)}\n`);
  const { id, version, hash } = published;
  io.out(json ? `${JSON.stringify({ id, version, hash })}\n` : locale === 'en' ? `Published ${id} ${version} as ${output}\n${hash}\n` : `已发布 ${id} ${version}：${output}\n${hash}\n`);
  return 0;
}

function publishedBeside(path: string): readonly PublishedScheme[] {
  const folder = dirname(path);
  if (!existsSync(folder)) throw new UsageError({ 'zh-CN': `没有文件夹“${folder}”。`, en: `There is no folder "${folder}".` });
  return readdirSync(folder).filter((name) => name.endsWith('.json')).flatMap((name) => publishedIn(join(folder, name)) ?? []);
}

function publishedIn(path: string): PublishedScheme | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    return text.includes('"calendarVersion"') ? readPublished(text).published : undefined;
  } catch {
    // A folder, or a file that is not ours to read.
    return undefined;
  }
}
