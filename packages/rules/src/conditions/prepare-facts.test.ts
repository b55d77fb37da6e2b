import { describe, expect, it, vi } from 'vitest';
import type { Case, Condition, HostFact, Scheme } from '@cobuild/core';
import { checkEligibility } from '../eligibility/index.js';
import { evaluateCondition } from './evaluate-condition.js';
import { buildFacts } from './facts.js';
import type { FactHost } from './prepare-facts.js';
import { prepareFacts } from './prepare-facts.js';

const application: Case = { id: 'c1', submittedAt: '2026-05-01T08:00:00Z', applicant: { id: 'v1' }, answers: {} };
const scheme = (...hostFacts: readonly (readonly [id: string, type: HostFact['type']])[]): Pick<Scheme, 'eligibility'> => ({
  eligibility: { rules: [], hostFacts: hostFacts.map(([id, type]) => ({ id, type, title: { 'zh-CN': '信用等级', en: 'Credit rating' } })) },
});

describe('prepareFacts', () => {
  it('puts what the look-ups answer into a copy of the case', async () => {
    const { case: ready, problems } = await prepareFacts(scheme(['credit', 'text'], ['debt', 'number']), application, {
      credit: ({ applicant }) => Promise.resolve(`A of ${applicant.id}`), debt: () => 0,
    });
    expect(ready).toEqual({ ...application, facts: { credit: 'A of v1', debt: 0 } });
    expect(problems).toEqual([]);
    expect(application).not.toHaveProperty('facts');
  });

  it('looks up side by side', async () => {
    let open = (): void => undefined;
    const second = new Promise<void>((resolve) => { open = resolve; });
    const { problems } = await prepareFacts(scheme(['first', 'text'], ['second', 'text']), application, { first: () => second.then(() => 'a'), second: () => { open(); return 'b'; } });
    expect(problems).toEqual([]);
  });

  it('names each look-up that throws, rejects or is not there, and keeps the others', async () => {
    const { case: ready, problems } = await prepareFacts(scheme(['a', 'text'], ['b', 'text'], ['constructor', 'text'], ['d', 'text']), application, {
      a: () => { throw new Error('no route to register'); }, b: () => Promise.reject(new Error('503')), d: () => 'fine',
    });
    expect(ready.facts).toEqual({ d: 'fine' });
    expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([['facts/failed', '/facts/a'], ['facts/failed', '/facts/b'], ['facts/no-host', '/facts/constructor']]);
    expect(problems[0]).toEqual({
      code: 'facts/failed', severity: 'error', document: 'case', pointer: '/facts/a', params: { fact: 'a', cause: 'no route to register' },
      message: '“信用等级”查询失败，没有取得结果。', remedy: '请稍后再查一次；仍然失败的，请联系系统管理员。',
    });
  });

  it('stops waiting after the time-out and tells the look-up', async () => {
    vi.useFakeTimers();
    try {
      let stopped = false;
      const waiting = prepareFacts(scheme(['slow', 'text'], ['quick', 'text']), application, {
        slow: (_, signal) => new Promise((resolve) => { signal?.addEventListener('abort', () => { stopped = true; resolve('late'); }); }),
        quick: () => 'now',
      }, { timeoutMs: 5000, locale: 'en' });
      await vi.advanceTimersByTimeAsync(4999);
      expect(stopped).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      const { case: ready, problems } = await waiting;
      expect(stopped).toBe(true);
      expect(ready.facts).toEqual({ quick: 'now' });
      expect(problems).toMatchObject([{ code: 'facts/timeout', params: { fact: 'slow', timeoutMs: 5000 }, message: 'Looking up “Credit rating” took longer than 5 seconds.' }]);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it.each<[HostFact['type'], unknown]>([['number', '5'], ['number', NaN], ['text', 5], ['boolean', 1], ['date', '2026-02-30'], ['list', {}], ['object', []], ['object', (): number => 1]])('refuses a result that is not %s: %j', async (type, value) => {
    const { case: ready, problems } = await prepareFacts(scheme(['x', type]), application, { x: () => value });
    expect(problems).toMatchObject([{ code: 'facts/wrong-type', params: { expected: type } }]);
    expect(ready.facts).toEqual({});
  });

  it('leaves a fact missing without a problem when the register does not know', async () => {
    const { case: ready, problems } = await prepareFacts(scheme(['x', 'number']), application, { x: () => null });
    expect([ready.facts, problems]).toEqual([{}, []]);
  });

  it('keeps the value of the case where there is no look-up, and drops it where the look-up fails', async () => {
    const before: Case = { ...application, facts: { x: 1 } };
    expect((await prepareFacts(scheme(['x', 'number']), before, {})).case.facts).toEqual({ x: 1 });
    expect((await prepareFacts(scheme(['x', 'number']), before, { x: () => Promise.reject(new Error()) })).case.facts).toEqual({});
  });

  describe('with requirements that ask with params', () => {
    const title = { 'zh-CN': '信用' };
    const asks = (params: Record<string, unknown> | undefined, value = 'A'): Condition => ({ fact: 'credit', operator: 'equal', value, ...(params === undefined ? {} : { params }) });
    const withRules = (...conditions: readonly Condition[]): Pick<Scheme, 'eligibility'> => ({
      eligibility: { hostFacts: [{ id: 'credit', type: 'text', title }], rules: conditions.map((condition, index) => ({ id: `r${index}`, title, reason: title, conditions: condition })) },
    });

    it('asks the host once for each fact and its params, and tells it both', async () => {
      const host = vi.fn<FactHost>((_, __, request) => (request?.params['year'] === 2025 ? 'A' : 'B'));
      const { eligibility } = withRules({ all: [asks({ year: 2025, kind: 'x' }), asks({ kind: 'x', year: 2025 }, 'B')] }, asks({ year: 2026 }, 'B'), { any: [asks(undefined), asks({}, 'B')] });
      const { case: ready, problems } = await prepareFacts({ eligibility }, application, { credit: host });
      expect(host.mock.calls.map((call) => call[2])).toEqual([{ fact: 'credit', params: { kind: 'x', year: 2025 } }, { fact: 'credit', params: { year: 2026 } }, { fact: 'credit', params: {} }]);
      expect(problems).toEqual([]);
      const facts = buildFacts({ answers: {}, hostFacts: ready.facts ?? {}, hostFactIds: ['credit'] });
      expect(checkEligibility(eligibility, facts).requirements.map(({ met }) => met)).toEqual([false, true, true]);
      expect(evaluateCondition(asks({ year: 2025, kind: 'x' }), facts)).toBe(true);
    });

    it('leaves a condition unknown whose look-up failed, though the fact without params is there', async () => {
      const { eligibility } = withRules(asks({ year: 2025 }), asks(undefined));
      const { case: ready, problems } = await prepareFacts({ eligibility }, application, { credit: (_, __, request) => (request?.params['year'] === undefined ? 'A' : Promise.reject(new Error('503'))) });
      expect(problems).toMatchObject([{ code: 'facts/failed', pointer: '/facts/credit({"year":2025})', params: { fact: 'credit', params: { year: 2025 }, cause: '503' } }]);
      const facts = buildFacts({ answers: {}, hostFacts: ready.facts ?? {}, hostFactIds: ['credit'] });
      expect(checkEligibility(eligibility, facts).requirements.map(({ met }) => met)).toEqual(['unknown', true]);
    });

    it('takes no answer of a form for that of a look-up', () => {
      const facts = buildFacts({ answers: { 'credit({"year":2025})': 'A', 'credit': 'A', 'note (a)': 1 }, hostFactIds: ['credit'] });
      expect(facts).toEqual({ 'note (a)': 1 });
    });
  });
});
