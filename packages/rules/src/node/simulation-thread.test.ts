import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { simulationContract } from '../../test/simulation-contract.js';
import { createSimulationWorker } from '../simulation/index.js';

// A thread reads no TypeScript: its program is bundled from the sources first, each package by its modules where it has any.
const { outputFiles: [program] } = await build({
  entryPoints: [fileURLToPath(new URL('./simulation-worker.ts', import.meta.url))], bundle: true, write: false, format: 'esm', platform: 'node', target: 'es2020', conditions: ['@cobuild/source'], mainFields: ['module', 'main'], tsconfigRaw: '{}',
});
const url = new URL(`data:text/javascript;base64,${Buffer.from(program?.contents ?? '').toString('base64')}`);

simulationContract('createSimulationWorker with a thread of Node', (scheme, options) => createSimulationWorker(() => new Worker(url), scheme, options));
