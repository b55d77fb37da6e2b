import type { ChangeClass, Locale, SchemeChange } from '@cobuild/core';
import { diffSchemes } from '@cobuild/core';
import type { CommandIo, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import { loadSchemeOrPublished } from './load-scheme.js';
import type { CommandOptions } from './read-options.js';

const HEADINGS: Readonly<Record<ChangeClass, Readonly<Record<Locale, string>>>> = {
  breaking: { 'zh-CN': '影响正在填写的草稿', en: 'Breaks drafts that are open' },
  attention: { 'zh-CN': '可能改变结果，发布前请用以往申报模拟', en: 'May change outcomes; simulate on past applications before publishing' },
  harmless: { 'zh-CN': '不影响结果', en: 'Harmless' },
};

/** `cobuild diff OLD NEW`: what changed, by what it does. Exit 1 where open drafts break. */
export function diffCommand(options: CommandOptions, io: CommandIo): ExitCode {
  const { paths, json, locale } = options;
  const [before, after] = paths;
  if (before === undefined || after === undefined || paths.length > 2) throw new UsageError({ 'zh-CN': '请写明旧、新两个方案（文件夹或已发布的文件）。', en: 'Name two schemes, the old and the new one: folders or published files.' });
  const [old, edited] = [loadSchemeOrPublished(before, options, io), loadSchemeOrPublished(after, options, io)];
  if (old === undefined || edited === undefined) return 1;
  const changes = diffSchemes(old, edited, locale);
  io.out(json ? `${JSON.stringify({ changes })}\n` : changesText(changes, locale));
  return changes.some((change) => change.class === 'breaking') ? 1 : 0;
}

function changesText(changes: readonly SchemeChange[], locale: Locale): string {
  if (changes.length === 0) return locale === 'en' ? 'No differences.\n' : '两个方案内容相同。\n';
  const classes = (['breaking', 'attention', 'harmless'] as const).filter((name) => changes.some((change) => change.class === name));
  return classes.map((name) => {
    const own = changes.filter((change) => change.class === name);
    const heading = locale === 'en' ? `${HEADINGS[name].en} (${own.length})` : `${HEADINGS[name]['zh-CN']}（${own.length} 处）`;
    return `${heading}\n${own.map(({ sentence, pointer }) => `  - ${sentence}  ${pointer}\n`).join('')}`;
  }).join('\n');
}
