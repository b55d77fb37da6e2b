import { Worker } from 'node:worker_threads';
import type { Scheme } from '@cobuild/core';
import { createSimulationWorker } from '../simulation/index.js';
import type { Simulation, SimulationOptions } from '../simulation/index.js';

/** A simulation in a thread of its own, so that a server goes on answering. The thread ends with `close`. */
export function createSimulationThread(scheme: Scheme, options: SimulationOptions = {}): Simulation {
  return createSimulationWorker(() => new Worker(new URL('./simulation-worker.js', import.meta.url)), scheme, options);
}
