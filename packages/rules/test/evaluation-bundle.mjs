// Bundles an entry that evaluates policies and nothing else, from what tsc wrote to dist, as a page without a build step of its own would get it.
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rollup } from 'rollup';

const dist = (name, path) => fileURLToPath(new URL(`../../${name}/dist/${path}`, import.meta.url));
const ENTRY = 'evaluation-entry';

/** What a page can evaluate with: a whole policy, or conditions alone. */
const ENTRIES = { compilePolicy: 'policy/index.js', compileCondition: 'conditions/compile-condition.js' };

const entry = (name) => ({
  name: 'entry',
  resolveId: (id) => (id === ENTRY ? id : id === '@cobuild/core' ? dist('core', 'index.js') : null),
  load: (id) => (id === ENTRY ? `export { ${name} } from ${JSON.stringify(dist('rules', ENTRIES[name]))};` : null),
});

const FORBIDDEN = { 'json-rules-engine': /json-rules-engine|almanac/i, 'jsonpath-plus': /jsonpath/i, 'eval(': /\beval\s*\(/, 'new Function': /\bnew\s+Function\b/ };

/** The bundle, its gzipped size, the modules that it holds, and what it must not hold but does. */
export async function bundleOf(name) {
  const bundle = await rollup({ input: ENTRY, plugins: [entry(name), nodeResolve()], onwarn: () => undefined });
  const { output: [{ code, modules }] } = await bundle.generate({ format: 'es', plugins: [terser({ ecma: 2020, module: true })] });
  await bundle.close();
  const used = Object.entries(modules).filter(([, { renderedLength }]) => renderedLength > 0);
  return {
    code,
    gzipBytes: gzipSync(code, { level: 9 }).length,
    modules: used.map(([id, { renderedLength }]) => ({ id, renderedLength })),
    forbidden: Object.entries(FORBIDDEN).flatMap(([name, pattern]) => (pattern.test(code) || (/^json/.test(name) && used.some(([id]) => id.includes(`node_modules/${name}/`))) ? [name] : [])),
  };
}
