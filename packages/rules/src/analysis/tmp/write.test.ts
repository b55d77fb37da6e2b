import { readFileSync, writeFileSync } from 'node:fs';
import { readSchemeFolder } from '@cobuild/core/node';
import { it } from 'vitest';
import { chinaCalendar } from '@cobuild/core';
import { checkScheme } from '../check-scheme.js';
import { pinningProblems } from '../pinning/pinning-problems.js';
it('x', () => {
  const root = '/work/main/packages/rules/test/broken-schemes/';
  for (const name of JSON.parse(readFileSync('/tmp/i3/k/names.json', 'utf8')) as string[]) {
    const l = checkScheme(readSchemeFolder(root + name));
    const line = (p: (typeof l.problems)[number]) => `  ${JSON.stringify({ code: p.code, severity: p.severity, place: `${p.document}:${String(p.line)}:${String(p.column)}`, pointer: p.pointer, ...(p.params['nearest'] === undefined ? {} : { nearest: p.params['nearest'] }) }).replace(/":/g, '": ').replace(/,"/g, ', "').replace(/^\{/, '{ ').replace(/\}$/, ' }')}`;
    const ps = l.problems.filter((p) => p.code !== 'scheme/not-executed-yet');
    writeFileSync(`${root}${name}/expected.json`, `[\n${ps.map(line).join(',\n')}\n]\n`.replace('[\n\n]', '[]'));
    console.log(`## ${name}`);
    for (const p of ps) console.log('  ', p.severity, p.code, p.line, p.pointer, '|', p.message, '|', JSON.stringify(p.counterExample ?? null)?.slice(0, 200));
    if (name.startsWith('unpinned')) {
      const us = pinningProblems(l, { calendar: chinaCalendar });
      writeFileSync(`${root}${name}/unpinned.json`, `[\n${us.map(line).join(',\n')}\n]\n`.replace('[\n\n]', '[]'));
      for (const p of us) console.log('   U', p.severity, p.code, p.line, p.pointer, '|', p.message, '|', p.remedy);
    }
  }
});
