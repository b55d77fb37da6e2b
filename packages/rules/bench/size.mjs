// What a page loads that evaluates a policy and does nothing else.
import { bundleOf } from '../test/evaluation-bundle.mjs';

const LIMIT = 10;

export async function measure() {
  const { code, gzipBytes, forbidden } = await bundleOf('compilePolicy');
  const conditions = await bundleOf('compileCondition');
  const kilobytes = gzipBytes / 1024;
  return [
    { what: 'evaluation only, minified and gzipped', measured: `${kilobytes.toFixed(1)} kB`, target: `<= ${LIMIT} kB`, reached: kilobytes <= LIMIT, note: `${(code.length / 1024).toFixed(1)} kB before gzip` },
    { what: '  of conditions alone, without score card and tables', measured: `${(conditions.gzipBytes / 1024).toFixed(1)} kB` },
    { what: '  json-rules-engine, jsonpath-plus, eval( or new Function in it', measured: forbidden.length === 0 ? 'none' : forbidden.join(', '), target: 'none', reached: forbidden.length === 0 },
  ];
}
