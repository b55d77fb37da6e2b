import type { Case, Scheme } from '@cobuild/core';
import type { SentError, SimulationReply, SimulationRequest } from './messages.js';
import type { SimulationPort } from './platform.js';
import { listen, startWorker } from './platform.js';
import { FactsNotLoadedError } from './policy-context.js';
import type { ExplainedChange, LoadedCases, Simulation, SimulationOptions } from './simulation.js';
import { partsOf } from './simulation.js';
import type { FlipPage, SimulationResult } from './simulation-result.js';

/** The same questions without their numbers. */
type Question = SimulationRequest extends infer Request ? (Request extends { readonly id: number } ? Omit<Request, 'id'> : never) : never;

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
  const port = typeof source === 'function' ? (source as () => SimulationPort)() : startWorker(source);
  const waiting = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }>();
  let count = 0;
  let failure: Error | undefined;

  const fail = (error: Error): void => {
    failure = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  listen(port, (message) => {
    const reply = message as SimulationReply;
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('error' in reply) asked?.reject(receivedError(reply.error));
    else asked?.resolve(reply.value);
  }, (reason) => fail(new Error(`The simulation worker has failed: ${reason}`)));

  function ask<Value>(question: Question): Promise<Value> {
    if (failure !== undefined) return Promise.reject(failure);
    count += 1;
    const id = count;
    return new Promise<Value>((resolve, reject) => {
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      port.postMessage({ id, ...question });
    });
  }

  const opened = ask<undefined>({ type: 'open', scheme, options: plain });
  // Whoever asks something is told; until then nobody waits for it.
  opened.catch(() => undefined);

  return {
    load: async (cases, { onProgress = () => undefined } = {}) => {
      await opened;
      await ask<undefined>({ type: 'begin' });
      for await (const part of partsOf(cases)) {
        for (const some of inParts(part)) onProgress(await ask<number>({ type: 'add', cases: some }));
      }
      return ask<LoadedCases>({ type: 'finish' });
    },
    change: (change, simulate) => ask<SimulationResult | undefined>({ type: 'change', change, options: simulate }),
    flips: (query) => ask<FlipPage>({ type: 'flips', query }),
    explain: (caseData, change, locale) => ask<ExplainedChange>({ type: 'explain', caseData, change, locale }),
    close: () => {
      fail(new Error('The simulation is closed'));
      port.terminate?.();
    },
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

function receivedError({ name, message, fact, path }: SentError): Error {
  if (fact !== undefined) return new FactsNotLoadedError(fact, path);
  return name === 'TypeError' ? new TypeError(message) : new Error(message);
}
