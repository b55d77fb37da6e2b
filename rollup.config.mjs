// The two single-file bundles for pages without a build step, from what tsc wrote to packages/*/dist.
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { fileURLToPath } from 'node:url';

const dist = (name, path) => fileURLToPath(new URL(`packages/${name}/dist/${path}`, import.meta.url));

/** Sibling packages come from their built files, never from sources. */
const siblings = {
  name: 'siblings',
  resolveId: (id) => (id === '@cobuild/core' || id === '@cobuild/rules' ? dist(id.slice('@cobuild/'.length), 'index.js') : null),
};

function bundle(file, output) {
  return {
    input: dist('components', 'define/all.js'),
    output: { file: dist('components', file), sourcemap: true, ...output },
    plugins: [siblings, nodeResolve({ browser: true }), commonjs()],
  };
}

export default [
  bundle('cobuild.js', { format: 'es', plugins: [terser({ ecma: 2020, module: true })] }),
  // `module: false`, or terser drops the global that nothing in the file reads.
  bundle('cobuild.iife.js', { format: 'iife', name: 'CoBuild', plugins: [terser({ ecma: 2020, module: false })] }),
];
