import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case, Scheme } from '@cobuild/core';
import { chinaCalendar, readCases } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import { describe, expect, it } from 'vitest';
import { decide, decisionSummary } from '../decision/index.js';
import { isCaseTest } from '../scheme-tests/index.js';
import { decideWithJsonRulesEngine } from './decide-with-json-rules-engine.js';

const folder = (name: string): string => fileURLToPath(new URL(`../../../../examples/schemes/${name}`, import.meta.url));

function load(name: string): { readonly scheme: Scheme; readonly cases: readonly { readonly case: Case; readonly today?: string; readonly set?: Readonly<Record<string, unknown>> }[] } {
  const { scheme } = loadSchemeFolder(folder(name));
  if (scheme === undefined) throw new Error(`${name} does not load`);
  const fromFile = readCases(readFileSync(`${folder(name)}/cases.jsonl`, 'utf8')).flatMap((read) => ('case' in read ? [{ case: read.case }] : []));
  return { scheme, cases: [...fromFile, ...(scheme.tests ?? []).filter(isCaseTest)] };
}

describe('decideWithJsonRulesEngine', () => {
  it.each(['gaoming', 'gaoming-demo', 'sanshui-xinan'])('gives the verdict of decide on every complete case of %s', async (name) => {
    const { scheme, cases } = load(name);
    let compared = 0;
    for (const { case: caseData, today, set } of cases) {
      const options = { calendar: chinaCalendar, ...(today === undefined ? {} : { today }), ...(set === undefined ? {} : { parameters: set }) };
      const own = decide(scheme, caseData, options);
      if (own.eligibility === 'undetermined') continue;
      compared += 1;
      expect(decisionSummary(await decideWithJsonRulesEngine(scheme, caseData, options))).toEqual(decisionSummary(own));
    }
    expect(compared).toBeGreaterThan(name === 'gaoming' ? 20 : 15);
  });

  it('takes a missing answer for one that is not met, as json-rules-engine does', async () => {
    const { scheme, cases } = load('gaoming-demo');
    const incomplete = cases.find(({ case: { id } }) => id === 'draft-incomplete');
    if (incomplete === undefined) throw new Error('The example with missing answers is gone');
    expect(decide(scheme, incomplete.case, { calendar: chinaCalendar }).outcome).toBe('undetermined');
    expect((await decideWithJsonRulesEngine(scheme, incomplete.case, { calendar: chinaCalendar })).outcome).toBe('ineligible');
  });
});
