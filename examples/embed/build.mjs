// Bundles the pages of Vue 2 and React into examples/embed/build: `node examples/embed/build.mjs`, after `npm run build`.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const entries = { vue2: 'vue2/main.js', react: 'react/main.jsx' };

/**
 * The script of each page, `vue2.js` and `react.js`, and beside them the parts that load on first use.
 *
 * @param {{ outDir?: string, conditions?: readonly string[] }} [options] - `conditions`: which entry of our packages is taken; `@cobuild/source` takes their sources.
 */
export async function buildEmbed({ outDir = here('build'), conditions = [] } = {}) {
  for (const [name, path] of Object.entries(entries)) {
    await build({
      configFile: false,
      logLevel: 'warn',
      root: here('.'),
      mode: 'production',
      // Said outright: a test runner's NODE_ENV would ask for React's development calls.
      oxc: { jsx: { runtime: 'automatic', development: false } },
      define: { 'process.env.NODE_ENV': '"production"' },
      resolve: { conditions: [...conditions, 'module', 'browser', 'production'] },
      build: { outDir, emptyOutDir: false, target: 'es2020', lib: { entry: here(path), formats: ['es'], fileName: () => `${name}.js` } },
    });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildEmbed();
