import { parentPort } from 'node:worker_threads';
import { serveSimulation } from '../simulation/index.js';
import type { SimulationPort } from '../simulation/index.js';

// The whole program of a simulation thread.
if (parentPort !== null) serveSimulation(parentPort as unknown as SimulationPort);
