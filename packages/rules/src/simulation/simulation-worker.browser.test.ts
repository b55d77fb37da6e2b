import { describe, expect, it } from 'vitest';
import { scheme } from '../../test/case-scheme.js';
import { pastCases, simulationContract } from '../../test/simulation-contract.js';
import { createSimulation, createSimulationWorker } from './index.js';

const address = new URL('./worker.ts', import.meta.url);

simulationContract('createSimulationWorker with a worker of the page', (policy, options) => createSimulationWorker(address, policy, options));
simulationContract('createSimulation in the page', createSimulation);

describe('createSimulationWorker', () => {
  it('leaves the page free while it loads and decides', async () => {
    const simulation = createSimulationWorker(() => new Worker(address, { type: 'module' }), scheme);
    let longest = 0;
    let before = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - before);
      before = performance.now();
    }, 1);

    await simulation.load(pastCases(20_000));
    const result = await simulation.change({ parameters: { minHouseholds: 30 } });
    clearInterval(timer);
    simulation.close();

    expect(result?.flips.total).toBeGreaterThan(0);
    expect(longest).toBeLessThan(500);
  });

  it('says so when there is no worker at the address', async () => {
    const simulation = createSimulationWorker(new URL('./nowhere.js', import.meta.url), scheme);

    await expect(simulation.load(pastCases(1))).rejects.toThrow(/worker/);
  });
});
