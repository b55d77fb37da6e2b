import type { Case, Scheme } from '@cobuild/core';
import type { ExplainedChange, LoadedCases, Simulation, SimulationOptions } from './simulation.js';
import { PackedCases } from './packed-cases.js';
import { now } from './platform.js';
import { partsOf } from './simulation.js';
import type { FlipPage, SimulationResult } from './simulation-result.js';
import { openWorker } from './worker-questions.js';

/** Cases in the first message to the worker. */
const FIRST_PART = 64;
/** How long handing over one message may take, in milliseconds: cases are copied on the page's own thread. */
const HAND_OVER_MS = 2;

/**
 * A simulation in a worker: the page stays free however many cases there are.
 *
 * @param source - Address of `cobuild-simulation-worker.js` on the page's own origin (text, `URL` or a trusted script address), or a function that makes the worker.
 * @throws {TypeError} for own operators, which are functions and cannot go to another thread; or where an address is given and there are no workers.
 */
export function createSimulationWorker(source: unknown, scheme: Scheme, options: SimulationOptions = {}): Simulation {
  const { operators, ...plain } = options;
  if (operators !== undefined && operators.length > 0) throw new TypeError('createSimulationWorker: own operators are functions and cannot go to a worker; use createSimulation');
  const worker = openWorker(source);
  const opened = worker.ask<undefined>({ type: 'open', scheme, options: plain });
  // Whoever asks something is told; until then nobody waits for it.
  opened.catch(() => undefined);

  return {
    load: async (cases, { onProgress = () => undefined } = {}) => {
      await opened;
      await worker.ask<undefined>({ type: 'begin' });
      if (cases instanceof PackedCases) {
        for (const pack of cases.packs) onProgress(await worker.ask<number>({ type: 'addPack', pack }));
        return worker.ask<LoadedCases>({ type: 'finish' });
      }
      let size = FIRST_PART;
      for await (const part of partsOf(cases)) {
        for (const some of inParts(part, () => size)) {
          const from = now();
          const taken = worker.ask<number>({ type: 'add', cases: some });
          size = Math.min(1024, Math.max(8, Math.round((some.length * HAND_OVER_MS) / Math.max(0.5, now() - from))));
          onProgress(await taken);
        }
      }
      return worker.ask<LoadedCases>({ type: 'finish' });
    },
    change: (change, simulate) => worker.ask<SimulationResult | undefined>({ type: 'change', change, options: simulate }),
    flips: (query) => worker.ask<FlipPage>({ type: 'flips', query }),
    explain: (caseData, change, locale) => worker.ask<ExplainedChange>({ type: 'explain', caseData, change, locale }),
    close: () => worker.close('The simulation is closed'),
  };
}

/** @param size - Asked before each part. */
function* inParts(cases: Iterable<Case>, size: () => number): Generator<readonly Case[], void, undefined> {
  let part: Case[] = [];
  let most = size();
  for (const caseData of cases) {
    part.push(caseData);
    if (part.length < most) continue;
    yield part;
    part = [];
    most = size();
  }
  if (part.length > 0) yield part;
}
