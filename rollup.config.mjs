// The single-file bundles for pages without a build step, from what tsc wrote to packages/*/dist: the elements, the same with the editor of schemes, and the worker that simulates.
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const dist = (name, path) => fileURLToPath(new URL(`packages/${name}/dist/${path}`, import.meta.url));

/** Sibling packages come from their built files, never from sources. */
const siblings = {
  name: 'siblings',
  resolveId: (id) => (id === '@cobuild/core' || id === '@cobuild/rules' ? dist(id.slice('@cobuild/'.length), 'index.js') : null),
};

/** Hands on the maps that tsc wrote, so that the bundles' maps lead to the TypeScript sources. */
const sourceMaps = {
  name: 'source-maps',
  async load(id) {
    if (!/packages\/(core|rules|components)\/dist\//.test(id)) return null;
    const [code, map] = await Promise.all([readFile(id, 'utf8'), readFile(`${id}.map`, 'utf8')]);
    return { code, map: JSON.parse(map) };
  },
};

/** Lit and @noble publish newer syntax than the ES2020 that the browsers of closed networks read. */
const olderSyntax = {
  name: 'older-syntax',
  transform(code, id) {
    if (!/\/node_modules\/.*\.m?js$/.test(id)) return null;
    const { outputText, sourceMapText } = ts.transpileModule(code, {
      fileName: id,
      compilerOptions: { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ESNext, allowJs: true, sourceMap: true, useDefineForClassFields: true },
    });
    return { code: outputText.replace(/\n\/\/# sourceMappingURL=.*\s*$/, ''), map: JSON.parse(sourceMapText) };
  },
};

const plugins = [siblings, sourceMaps, nodeResolve({ browser: true }), olderSyntax, commonjs()];

/** What loads on first use elsewhere stands in the one file here. */
const single = { inlineDynamicImports: true, sourcemap: true };

const elements = {
  input: dist('components', 'define/all.js'),
  plugins,
  output: [
    { ...single, file: dist('components', 'cobuild.js'), format: 'es', plugins: [terser({ ecma: 2020, module: true })] },
    // `module: false`, or terser drops the global that nothing in the file reads.
    { ...single, file: dist('components', 'cobuild.iife.js'), format: 'iife', name: 'CoBuild', plugins: [terser({ ecma: 2020, module: false })] },
  ],
};

/** The same with what only those who make schemes load: the editor. */
const editing = {
  input: dist('components', 'define/editor.js'),
  plugins,
  output: { ...single, file: dist('components', 'cobuild-editor.js'), format: 'es', plugins: [terser({ ecma: 2020, module: true })] },
};

const worker = {
  input: dist('rules', 'simulation/worker.js'),
  plugins,
  output: { ...single, file: dist('rules', 'cobuild-simulation-worker.js'), format: 'es', plugins: [terser({ ecma: 2020, module: true })] },
};

export default [elements, editing, worker];
