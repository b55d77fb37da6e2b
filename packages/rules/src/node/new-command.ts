import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Locale, Scheme } from '@cobuild/core';
import { localize, nearestName } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import type { CommandIo, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import type { Preset } from './presets.js';
import { presets } from './presets.js';
import type { CommandOptions } from './read-options.js';
import { onlyArgument } from './scheme-path.js';
import { schemeFiles } from './scheme-files.js';
import { writeWhole } from './write-whole.js';

/**
 * `cobuild new DIR --from PRESET [--title NAME]`: a scheme folder of one's own. An overlay comes as one whole scheme: what it extends is merged in, so that
 * the folder stands alone.
 */
export function newCommand({ paths, from = 'blank', title, locale, json }: CommandOptions, io: CommandIo): ExitCode {
  const folder = onlyArgument(paths);
  const id = schemeId(folder);
  assertEmpty(folder);
  const preset = presetNamed(from);
  const { scheme } = loadSchemeFolder(preset.folder, { locale });
  if (scheme === undefined) throw new UsageError({ 'zh-CN': `样板“${from}”无法读取。`, en: `The preset "${from}" cannot be read.` });
  const made = withHead(scheme, id, title);
  const files = [...schemeFiles(made)].map(([path, content]): [string, string] => [path, `${JSON.stringify(content, null, 2)}\n`]);
  files.push(['README.md', readme(made, preset)], ['.vscode/settings.json', `${JSON.stringify(editorSettings(folder), null, 2)}\n`]);
  for (const [path, text] of files) writeWhole(join(folder, path), text);
  io.out(json ? `${JSON.stringify({ folder, id, from, files: files.map(([path]) => path) })}\n` : summary(folder, made, files.length, locale));
  return 0;
}

/** The folder's name is the scheme's id: ids are Latin letters, digits and hyphens. */
function schemeId(folder: string): string {
  const name = basename(resolve(folder));
  if (!/^[A-Za-z][\w-]*$/.test(name)) {
    throw new UsageError({ 'zh-CN': `文件夹名“${name}”要作方案代号：请以英文字母开头，只用字母、数字、连字符，例如 my-district。`, en: `The folder's name "${name}" becomes the id of the scheme: begin with a letter and use letters, digits and hyphens only, such as my-district.` });
  }
  return name;
}

function assertEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new UsageError({ 'zh-CN': `“${folder}”里已经有文件，不会覆盖。`, en: `"${folder}" is not empty; nothing is overwritten.` });
}

function presetNamed(name: string): Preset {
  const known = presets();
  const found = known.find((preset) => preset.name === name);
  if (found !== undefined) return found;
  const names = known.map((preset) => preset.name);
  // A preset is named, not pointed to: whoever writes the way to one is told its name.
  const nearest = names.find((each) => each === basename(name)) ?? nearestName(name, names);
  throw new UsageError({
    'zh-CN': `没有样板“${name}”。${nearest === undefined ? '' : `是否想写 ${nearest}？`}可以用的有：${names.join('、')}。`,
    en: `There is no preset "${name}".${nearest === undefined ? '' : ` Did you mean ${nearest}?`} Known: ${names.join(', ')}.`,
  });
}

function withHead(scheme: Scheme, id: string, title: string | undefined): Scheme {
  // The forms of a scheme that was read are whole: definitions beside them would look shared, and changing them would change no form.
  const { $schema: _schema, replacesTests: _replaced, definitions: _definitions, ...rest } = scheme;
  return { ...rest, id, version: '0.1.0', title: title === undefined ? scheme.title : { 'zh-CN': title } };
}

/** Completion and checks while writing, from the schemas that came with the packages: nothing is fetched. */
function editorSettings(folder: string): unknown {
  const schemas = join(dirname(createRequire(import.meta.url).resolve('@cobuild/core/package.json')), 'src/schemas');
  const url = (name: string): string => `./${relative(resolve(folder), join(schemas, `${name}.schema.json`)).split(sep).join('/')}`;
  const match: Readonly<Record<string, readonly string[]>> = {
    scheme: ['/scheme.json'], form: ['/forms/*.json'], eligibility: ['/eligibility.json'], stages: ['/stages.json'], threshold: ['/thresholds/*.json'],
    'decision-table': ['/tables/*.json'], case: ['/cases/*.json'],
  };
  return { 'json.schemas': Object.entries(match).map(([name, fileMatch]) => ({ fileMatch, url: url(name) })) };
}

function readme({ id, title }: Scheme, preset: Preset): string {
  return [
    `# ${localize(title, 'zh-CN')}`, '',
    `由样板 \`${preset.name}\` 生成（代号 \`${id}\`）。参数、条件、环节都写在 JSON 文件里，改完保存即可检查。`, '',
    `Made from the preset \`${preset.name}\`. Parameters, requirements and stages are JSON files; check them after each change.`, '',
    '```sh', 'npx --no-install cobuild check .', 'npx --no-install cobuild test .', `npx --no-install cobuild publish . -o ../${id}.json`, '```', '',
  ].join('\n');
}

function summary(folder: string, scheme: Scheme, count: number, locale: Locale): string {
  const title = localize(scheme.title, locale);
  return locale === 'en'
    ? `${folder}: “${title}”, ${count} files. Next: cobuild check ${folder}\n`
    : `${folder}：已生成“${title}”，共 ${count} 个文件。接下来请运行 cobuild check ${folder}\n`;
}
