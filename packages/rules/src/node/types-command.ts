import type { CommandIo, ExitCode } from './command-io.js';
import { loadSchemeOrPublished } from './load-scheme.js';
import type { CommandOptions } from './read-options.js';
import { onlyArgument } from './scheme-path.js';
import { schemeTypes } from './scheme-types.js';
import { writeWhole } from './write-whole.js';

/** `cobuild types PATH [-o FILE.d.ts]`: TypeScript types of the answers, parameters and ids of a scheme. */
export async function typesCommand(options: CommandOptions, io: CommandIo): Promise<ExitCode> {
  const { paths, output, json, locale } = options;
  const scheme = loadSchemeOrPublished(onlyArgument(paths), options, io);
  if (scheme === undefined) return 1;
  const text = await schemeTypes(scheme);
  if (output === undefined) io.out(json ? `${JSON.stringify({ types: text })}\n` : text);
  else {
    writeWhole(output, text);
    io.out(json ? `${JSON.stringify({ file: output, forms: scheme.forms.map(({ id }) => id) })}\n` : locale === 'en' ? `${output}: types of ${scheme.forms.length} forms.\n` : `${output}：已写入 ${scheme.forms.length} 张表单的类型。\n`);
  }
  return 0;
}
