import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleConditionResult } from '../src/rule-engine/index.js';
import type { Fault } from './json-rules-engine-agreement-cases.js';
import { agreementCases, brokenRules, DECORATORS, OPERATORS, PATHS } from './json-rules-engine-agreement-cases.js';
import { bothWaiting, ours, refusals, theirs } from './json-rules-engine-agreement-run.js';

/** How often each thing was seen, so that the agreement cannot be one about nothing. */
type Seen = Map<string, number>;
const count = (seen: Seen, what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);

function countCondition(seen: Seen, condition: RuleConditionResult): void {
  const { all, any, not, operator = '', result } = condition;
  const parts = all ?? any ?? (not === undefined ? [] : [not]);
  for (const part of parts) if (part !== null && typeof part === 'object') countCondition(seen, part);
  if (parts.length > 0) count(seen, `group ${operator} ${String(result)}`);
  if (condition.fact === undefined) return;
  const name = OPERATORS.find((known) => operator === known || operator.endsWith(`:${known}`)) ?? 'unknown';
  count(seen, result === undefined ? 'skipped' : `${name} ${result}`);
  for (const decorator of DECORATORS) if (operator.startsWith(`${decorator}:`)) count(seen, `${decorator} ${String(result)}`);
  if (result === undefined) return;
  if (typeof condition.path === 'string') count(seen, `path ${condition.path} ${condition.factResult === undefined ? 'nothing' : 'something'}`);
  if (condition.value !== null && typeof condition.value === 'object' && 'fact' in condition.value) count(seen, 'value of a fact');
}

/** Compares both engines on random cases and says what was seen. */
async function agree(fault: Fault, numRuns: number, seed: number): Promise<Seen> {
  const seen: Seen = new Map();
  const seedOfBuild = fc.readConfigureGlobal().seed;
  await fc.assert(fc.asyncProperty(agreementCases(fault), async (example) => {
    const { found, ...own } = ours(example);
    expect(own).toEqual(await theirs(example));
    count(seen, own.error === undefined ? 'success' : `error ${own.error}`);
    for (const { conditions, result } of found) {
      count(seen, `rule ${result}`);
      countCondition(seen, conditions);
    }
  }), { numRuns, ...(seedOfBuild === undefined ? {} : { seed: seedOfBuild + seed }) });
  return seen;
}

const times = (seen: Seen, what: string): number => seen.get(what) ?? 0;
const TIMEOUT = 60_000;

describe('createRuleEngine and json-rules-engine', () => {
  it.each([1, 2])('agree result for result on rules that do not fail (%i of 2)', async (part) => {
    const seen = await agree('nothing', 5000, part);
    expect([...seen.keys()].filter((key) => key.startsWith('error'))).toEqual([]);
    const wanted = [
      ...OPERATORS.flatMap((name) => [`${name} true`, `${name} false`]), ...DECORATORS.flatMap((name) => [`${name} true`, `${name} false`]), 'skipped', 'value of a fact', 'rule true', 'rule false',
      ...['all', 'any', 'not'].flatMap((name) => [`group ${name} true`, `group ${name} false`, `group ${name} undefined`]), ...PATHS.filter((path) => !path.includes('none')).map((path) => `path ${path} something`),
    ];
    expect(wanted.filter((what) => times(seen, what) < 20)).toEqual([]);
  }, TIMEOUT);

  it('agree on values that an operator cannot read', async () => {
    const seen = await agree('types', 4000, 3);
    expect(Math.min(times(seen, 'success'), times(seen, 'error TypeError'))).toBeGreaterThan(400);
  }, TIMEOUT);

  it('agree on when a fact that is not there ends the run', async () => {
    const seen = await agree('missing fact', 3500, 4);
    expect(Math.min(times(seen, 'success'), times(seen, 'error UNDEFINED_FACT Undefined fact: missing'))).toBeGreaterThan(400);
  }, TIMEOUT);

  it('agree on when an unknown operator ends the run', async () => {
    const seen = await agree('unknown operator', 2500, 5);
    expect(times(seen, 'success')).toBeGreaterThan(250);
    expect(['atLeast', 'not:', 'unknown:equal', ':equal', 'equal:not', 'not:not:toString', '__proto__'].filter((name) => times(seen, `error undefined Unknown operator: ${name}`) < 20)).toEqual([]);
  }, TIMEOUT);

  it('agree on when an unknown condition ends the run', async () => {
    const seen = await agree('unknown condition', 2500, 6);
    expect(Math.min(times(seen, 'success'), times(seen, 'error undefined No condition no such exists'))).toBeGreaterThan(100);
  }, TIMEOUT);

  it('agree when facts have to be waited for', async () => {
    const seen: Seen = new Map();
    await fc.assert(fc.asyncProperty(fc.oneof(agreementCases('nothing'), agreementCases('missing fact')), async (example) => {
      const both = await bothWaiting(example);
      expect(both.ours).toEqual(both.theirs);
      count(seen, both.ours.error ?? 'success');
    }), { numRuns: 2000 });
    expect(times(seen, 'success')).toBeGreaterThan(1000);
    expect(times(seen, 'UNDEFINED_FACT Undefined fact: missing')).toBeGreaterThan(100);
  }, TIMEOUT);

  it('refuse the same rules and named conditions, in the same words', () => {
    const seen: Seen = new Map();
    fc.assert(fc.property(brokenRules, (rule) => {
      const conditions = rule !== null && typeof rule === 'object' ? (rule as { readonly conditions?: unknown }).conditions : undefined;
      // A rule without conditions is taken there, and throws in every run.
      if (rule === null || typeof rule !== 'object' || !('conditions' in rule) || conditions) {
        const { theirs: told, ours: own } = refusals('rule', rule);
        expect(own).toBe(told);
        count(seen, String(told));
      }
      const { theirs: told, ours: own } = refusals('condition', conditions);
      expect(own).toBe(told);
      count(seen, String(told));
    }), { numRuns: 4000 });
    const wanted = [
      'undefined', 'Engine: addRule() requires options', 'Engine: addRule() argument requires "event" property', 'Engine: addRule() argument requires "conditions" property',
      '"conditions" root must contain a single instance of "all", "any", "not", or "condition"', '"all" must be an array', '"any" must be an array', '"not" cannot be an array',
      'Condition: constructor options required', 'Condition: constructor "fact" property required', 'Condition: constructor "operator" property required', 'Condition: constructor "value" property required',
      'Priority must be greater than zero', 'Rule: setEvent() requires event object with "type" property', 'Engine: setCondition() requires conditions',
    ];
    expect(wanted.filter((words) => times(seen, words) < 5)).toEqual([]);
  }, TIMEOUT);
});
