import type { CommandIo, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import { loadSchemeOrPublished } from './load-scheme.js';
import type { CommandOptions } from './read-options.js';
import { onlyArgument } from './scheme-path.js';
import { standaloneValidators } from './standalone-validators.js';
import { writeWhole } from './write-whole.js';

/** `cobuild validators PATH -o FILE.js`: checks of all forms as one module that needs no compiler in the page. */
export async function validatorsCommand(options: CommandOptions, io: CommandIo): Promise<ExitCode> {
  const { paths, output, json, locale } = options;
  if (output === undefined) throw new UsageError({ 'zh-CN': '请用 -o 写明要写入的文件。', en: 'Name the file to write with -o FILE.js.' });
  const scheme = loadSchemeOrPublished(onlyArgument(paths), options, io);
  if (scheme === undefined) return 1;
  const text = await standaloneValidators(scheme);
  writeWhole(output, text);
  const bytes = Buffer.byteLength(text);
  const size = Math.ceil(bytes / 1024);
  io.out(json ? `${JSON.stringify({ file: output, bytes, forms: scheme.forms.map(({ id }) => id) })}\n` : locale === 'en' ? `${output}: ${scheme.forms.length} forms, ${size} KiB.\n` : `${output}：已写入 ${scheme.forms.length} 张表单的校验代码，${size} KiB。\n`);
  return 0;
}
