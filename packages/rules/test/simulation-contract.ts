import { afterEach, describe, expect, it } from 'vitest';
import type { Case, Scheme } from '@cobuild/core';
import type { PolicyChange, Simulation, SimulationOptions } from '../src/simulation/index.js';
import { FactsNotLoadedError, loadCases, simulate } from '../src/simulation/index.js';
import { members, scheme } from './case-scheme.js';

export function pastCases(count: number): Case[] {
  return Array.from({ length: count }, (_, index): Case => ({
    id: `c${index}`, submittedAt: '2026-03-01T10:00:00+08:00', applicant: { id: 'v', town: index % 2 === 0 ? 'hecheng' : 'yanghe' },
    answers: { households: index % 40, amountRequested: 1000 + index, category: 'road' },
    reviews: [{ stage: 'preliminary', outcome: 'forward' }, { stage: 'officeCheck', outcome: 'accept' }, { stage: 'publicity', outcome: 'confirm' }],
    meeting: { members, present: members.map(({ id }) => id), ballots: members.slice(0, 2 + (index % 5)).map(({ id }) => ({ member: id, choice: 'yes' })) },
  }));
}

const stricter: PolicyChange = { parameters: { minHouseholds: 30 } };
const reading: Scheme = { ...scheme, eligibility: { rules: scheme.eligibility.rules.map((rule) => ({ ...rule, conditions: { all: [{ fact: 'shops', operator: 'greaterThan', value: 1 }] } })) } };

/** What every way of running a simulation has to do, wherever the work is done. */
export function simulationContract(name: string, create: (scheme: Scheme, options?: SimulationOptions) => Simulation): void {
  describe(name, () => {
    let open: Simulation[] = [];
    const start = (options?: SimulationOptions): Simulation => {
      const simulation = create(scheme, options);
      open.push(simulation);
      return simulation;
    };
    afterEach(() => {
      for (const simulation of open) simulation.close();
      open = [];
    });

    it('gives the result of simulate, after telling how far the loading has come', async () => {
      const simulation = start({ sliceMs: 0 });
      const cases = pastCases(3000);
      const progress: number[] = [];

      const loaded = await simulation.load(cases, { onProgress: (count) => progress.push(count) });
      const result = await simulation.change(stricter, { flips: { limit: 2 } });

      expect(loaded).toEqual({ cases: 3000, problems: [] });
      expect(progress[progress.length - 1]).toBe(3000);
      expect(progress.length).toBeGreaterThan(2);
      expect([...progress].sort((a, b) => a - b)).toEqual(progress);
      expect(result).toEqual(simulate(loadCases(scheme, cases), stricter, { flips: { limit: 2 } }));
      expect(result?.flips.total).toBeGreaterThan(2);
    });

    it('takes cases in parts as they arrive', async () => {
      async function* arriving(): AsyncGenerator<readonly Case[]> {
        for (const start of [0, 20]) yield await Promise.resolve(pastCases(40).slice(start, start + 20));
      }
      const simulation = start();

      expect(await simulation.load(arriving())).toMatchObject({ cases: 40 });
      expect(await simulation.change(stricter)).toEqual(simulate(loadCases(scheme, pastCases(40)), stricter));
    });

    it('lets the latest change take the place of those still being worked on', async () => {
      const simulation = start({ sliceMs: 0 });
      await simulation.load(pastCases(2000));

      const results = await Promise.all([10, 15, 30].map((minHouseholds) => simulation.change({ parameters: { minHouseholds } })));

      expect(results.slice(0, 2)).toEqual([undefined, undefined]);
      expect(results[2]?.flips.total).toBeGreaterThan(0);
    });

    it('gives further flips of the last change, page by page', async () => {
      const simulation = start();
      await simulation.load(pastCases(400));
      const result = await simulation.change(stricter, { flips: { limit: 1 } });

      const page = await simulation.flips({ offset: 1, limit: 3, direction: 'worse' });

      expect(page.total).toBe(result?.flips.worse);
      expect(page.items).toHaveLength(3);
    });

    it('explains one case before and after', async () => {
      const simulation = start();
      const { before, after } = await simulation.explain(pastCases(26)[25] as Case, stricter, 'zh-CN');

      expect([before.decision.outcome, after.decision.outcome]).toEqual(['notApproved', 'ineligible']);
      expect(JSON.stringify(after.explanation)).toContain('受益户数');
    });

    it('names a fact that was not loaded, and loads again with the scheme that reads it', async () => {
      const simulation = start();
      await simulation.load(pastCases(3));

      await expect(simulation.change({ scheme: reading })).rejects.toMatchObject({ name: 'FactsNotLoadedError', fact: 'shops' });
      await expect(simulation.change({ scheme: reading })).rejects.toBeInstanceOf(FactsNotLoadedError);
      const prepared = start({ also: [reading] });
      await prepared.load(pastCases(3));
      expect((await prepared.change({ scheme: reading }))?.after.outcomes.undetermined).toBe(3);
    });

    it('takes new cases in place of the old ones', async () => {
      const simulation = start();
      await simulation.load(pastCases(30));
      await simulation.load(pastCases(7));

      expect((await simulation.change(stricter))?.cases).toBe(7);
    });

    it('refuses a change before there are cases', async () => {
      await expect(start().change(stricter)).rejects.toThrow(TypeError);
    });
  });
}
