import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { standaloneCode } from '@cobuild/core/ajv';
import { build } from 'esbuild';

/**
 * One ES module with a check function per form, made by ajv ahead of time: for pages whose policy forbids making code, and for servers without a schema
 * compiler. It imports nothing and makes no code from text.
 *
 * @returns `validate.<formId>(answers)` gives `true`, or `false` with ajv's `errors` on the function; formats `money` and the codes are asserted.
 */
export async function standaloneValidators(scheme: Scheme): Promise<string> {
  const entry = standaloneCode(Object.fromEntries(scheme.forms.map((form) => [form.id, form.schema])));
  const result = await build({
    stdin: { contents: entry, resolveDir: coreFolder(), loader: 'js', sourcefile: 'validators.js' },
    bundle: true, minify: true, format: 'esm', target: 'es2020', platform: 'neutral', mainFields: ['module', 'main'], write: false, legalComments: 'inline', logLevel: 'silent',
  });
  const text = result.outputFiles[0]?.text ?? '';
  return `// ${localize(scheme.title, 'zh-CN')} (${scheme.id} ${scheme.version}). Made by \`cobuild validators\`; change the scheme and make it again.\n${text}`;
}

/** ajv's helpers are looked up from core, whose dependency it is. */
function coreFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('@cobuild/core/package.json'));
}
