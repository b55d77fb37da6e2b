import type { Case, Scheme } from '@cobuild/core';
import type { ExplainedChange, LoadedCases, Simulation, SimulationOptions } from './simulation.js';
import { partsOf } from './simulation.js';
import type { FlipPage, SimulationResult } from './simulation-result.js';
import { openWorker } from './worker-questions.js';

/** Cases that go to the worker in one message: copying more of them at once would hold up the page. */
const PART = 250;

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
      for await (const part of partsOf(cases)) {
        for (const some of inParts(part)) onProgress(await worker.ask<number>({ type: 'add', cases: some }));
      }
      return worker.ask<LoadedCases>({ type: 'finish' });
    },
    change: (change, simulate) => worker.ask<SimulationResult | undefined>({ type: 'change', change, options: simulate }),
    flips: (query) => worker.ask<FlipPage>({ type: 'flips', query }),
    explain: (caseData, change, locale) => worker.ask<ExplainedChange>({ type: 'explain', caseData, change, locale }),
    close: () => worker.close('The simulation is closed'),
  };
}

function* inParts(cases: Iterable<Case>): Generator<readonly Case[], void, undefined> {
  let part: Case[] = [];
  for (const caseData of cases) {
    part.push(caseData);
    if (part.length < PART) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
