// A contestant's page script as a portal with a build step of its own would send it: bundled, minified, split where it imports on demand.
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rollup } from 'rollup';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const sibling = (id) => (id === '@cobuild/core' || id === '@cobuild/rules' ? here(`../../${id.slice('@cobuild/'.length)}/dist/index.js`) : null);

const production = {
  name: 'production',
  resolveId: sibling,
  transform(code, id) {
    if (id.endsWith('.json')) return { code: `module.exports = ${code};`, map: null };
    return code.includes('process.env.NODE_ENV') ? { code: code.replaceAll('process.env.NODE_ENV', '"production"'), map: null } : null;
  },
};

/** The first line that the README of the elements advises for a portal's own bundle: the browser makes code of all functions beside the page's main thread, while the file loads. All contestants have it. */
const COMPILE_HINT = '//# allFunctionsCalledOnLoad';

/**
 * Code by file name: `<name>.js` is what the bench does with the contestant, `<name>.library.js` and the chunks around it are what a page loads without any bench.
 */
export async function bundleOf(name) {
  const library = here(`contestants/${name}.library.js`);
  const input = { [name]: here(`contestants/${name}.js`), ...(existsSync(library) ? { [`${name}.library`]: library } : {}) };
  const bundle = await rollup({ input, plugins: [production, nodeResolve({ browser: true }), commonjs({ extensions: ['.js', '.cjs', '.json'] })], onwarn: () => undefined });
  const { output } = await bundle.generate({ format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[hash].js', plugins: [terser({ ecma: 2020, module: true, format: { preamble: COMPILE_HINT } })] });
  await bundle.close();
  return new Map(output.map(({ fileName, code }) => [fileName, code]));
}
