import { parseScheme } from '@cobuild/core';
import { checkScheme } from '@cobuild/rules';
import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { checkConditions } from '../check-conditions.js';
const base = JSON.parse(readFileSync('packages/rules/test/broken-schemes/base/scheme.json', 'utf8'));
base.tests[0].expect={outcome:'ineligible'};
const properties: Record<string, unknown> = {};
for (let i = 0; i < 500; i++) properties[`f${i}`] = i % 5 === 0 ? { type: 'string', enum: ['a', 'b', 'c', 'd'] } : i % 5 === 1 ? { type: 'string', format: 'date' } : i % 5 === 2 ? { type: 'boolean' } : i % 5 === 3 ? { type: 'number', format: 'money', minimum: 0, maximum: 1e8 } : { type: 'integer', minimum: 0, maximum: 100000 };
const cond = (i: number) => { const k = i % 500; switch (k % 5) { case 0: return { fact: `f${k}`, operator: 'in', value: ['a', 'b'] }; case 1: return { fact: `f${k}`, operator: 'lessThanInclusive', value: { fact: 'today' } }; case 2: return { fact: `f${k}`, operator: 'equal', value: true }; case 3: return { fact: `f${k}`, operator: 'greaterThan', value: 10 + (i % 7) }; default: return { fact: `f${k}`, operator: 'greaterThanInclusive', value: { fact: 'parameters', path: '$.minHouseholds' } }; } };
base.forms[0].schema = { type: 'object', properties, required: Object.keys(properties) };
base.forms[0].fields = { '/f3': { visibleWhen: { fact: 'f0', operator: 'equal', value: 'a' } } };
const text = (shared: boolean) => {
  base.eligibility = { conditions: {}, rules: Array.from({ length: 300 }, (_, i) => ({ id: `r${i}`, title: { 'zh-CN': 'x' }, reason: { 'zh-CN': 'x' }, conditions: { all: [cond(i), { any: [cond(i + 100), cond(i + 233), { not: cond(i + 77) }] }, ...(shared ? [{ fact: 'applicant', path: '$.level', operator: 'equal', value: 'village' }] : [])] } })) };
  return JSON.stringify(base);
};
it('speed', () => {
  for (const shared of [false, true]) {
    const t = text(shared);
    const files = { read: (p: string) => (p === 'scheme.json' ? t : undefined) };
    for (let k = 0; k < 6; k++) {
      const a = performance.now(); const core = parseScheme(files); const b = performance.now(); const r = checkScheme(files); const c = performance.now(); const f = checkConditions(core.draft, true); const d = performance.now(); const g = checkConditions(core.draft, false); const e = performance.now();
      console.log(shared, 'parse', (b - a).toFixed(0), 'check', (c - b).toFixed(0), 'conditions', (d - c).toFixed(0), 'defects', (e - d).toFixed(0), f.length + g.length, r.problems.length, JSON.stringify(r.problems.slice(0, 3).map((p) => p.code + p.pointer)));
    }
  }
}, 120000);
