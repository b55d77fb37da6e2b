import { it } from 'vitest';
import * as core from '@cobuild/core';
import * as rules from '@cobuild/rules';
import { readSchemeFolder } from '@cobuild/core/node';
it('probe', () => {
  const base = core.parseScheme(readSchemeFolder('examples/schemes/gaoming-demo')).scheme!;
  const text = JSON.stringify({ ...base, 'x-n': 1 }).replace('"x-n":1', '"x-n":1e999');
  const r = core.parseScheme({ read: (p) => p === 'scheme.json' ? text : undefined });
  console.log('1e999', r.scheme !== undefined, r.problems.map((p) => p.code + p.message).slice(0, 5));
  for (const f of [() => core.buildPublished(r.scheme!, { calendarVersion: '1' }), () => rules.publishScheme({ read: (p) => p === 'scheme.json' ? text : undefined }, { calendar: core.chinaCalendar }).problems.length, () => { const pub = core.buildPublished(base, { calendarVersion: '1' }); return core.readPublished(JSON.stringify({ ...pub, 'x-n': 1 }).replace('"x-n":1', '"x-n":1e999')).problems.map((p) => p.code); }]) {
    try { console.log(f()); } catch (e) { console.log('THROWS', (e as Error).message); }
  }
  console.log(core.readCases('{"id":"1","submittedAt":"2026-01-01T00:00:00Z","applicant":{"id":"a"},"answers":{"n":1e999}}').map((x) => 'case' in x ? x.case : x.problems));
  console.log(core.readCases('{"id":"1","submittedAt":"2026-01-01T00:00:00Z","applicant":{"id":"a"},"answers":{"n":12345678901234567890123}}').map((x) => 'case' in x ? x.case : x.problems));
});
