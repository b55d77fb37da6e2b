import { describe, expect, it } from 'vitest';
import { scheme } from '../../test/case-scheme.js';
import { pastCases, simulationContract } from '../../test/simulation-contract.js';
import { createSimulation, createSimulationWorker } from './index.js';

simulationContract('createSimulation', createSimulation);

describe('createSimulation', () => {
  it('lets others have their turn while it works', async () => {
    const simulation = createSimulation(scheme, { sliceMs: 0 });
    let turns = 0;
    const timer = setInterval(() => { turns += 1; }, 0);

    await simulation.load(pastCases(3000));
    clearInterval(timer);

    expect(turns).toBeGreaterThan(5);
  });
});

describe('createSimulationWorker', () => {
  it('refuses own operators, which cannot go to another thread', () => {
    const near = { name: 'near', accepts: ['number'] as const, wants: 'same' as const, compare: () => true };
    expect(() => createSimulationWorker('worker.js', scheme, { operators: [near] })).toThrow(TypeError);
  });

  it('throws where an address is given and there are no workers', () => {
    expect(() => createSimulationWorker('worker.js', scheme)).toThrow(TypeError);
  });

  it('rejects what is still waiting when the worker fails, and everything after', async () => {
    const listeners = new Map<string, (value: unknown) => void>();
    const simulation = createSimulationWorker(() => ({ postMessage: () => undefined, on: (type: string, listener: (value: unknown) => void) => listeners.set(type, listener) }), scheme);
    const waiting = simulation.change({});
    listeners.get('error')?.(new Error('out of memory'));

    await expect(waiting).rejects.toThrow('out of memory');
    await expect(simulation.change({})).rejects.toThrow('out of memory');
  });
});
