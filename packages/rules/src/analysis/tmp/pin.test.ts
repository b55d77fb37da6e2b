import { chinaCalendar } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import { it } from 'vitest';
import { checkScheme } from '../check-scheme.js';
import { pinningProblems } from '../pinning/pinning-problems.js';
it('x', () => {
  for (const dir of (process.env.DIRS ?? '').split(',')) {
    const l = checkScheme(readSchemeFolder(dir));
    const a = performance.now();
    const ps = pinningProblems(l, { calendar: chinaCalendar });
    console.log('#### ' + dir, (performance.now() - a).toFixed(0), 'ms', l.problems.filter((p) => p.severity === 'error').length);
    for (const p of ps) console.log(p.severity, p.code, `${p.document}:${p.line}`, p.pointer, '\n   ', p.message, '\n   ', p.remedy);
  }
});
