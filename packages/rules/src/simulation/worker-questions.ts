import type { SentError, SimulationReply, SimulationRequest } from './messages.js';
import type { SimulationPort } from './platform.js';
import { listen, startWorker } from './platform.js';
import { FactsNotLoadedError } from './policy-context.js';

/** The questions without their numbers. */
export type Question = SimulationRequest extends infer Request ? (Request extends { readonly id: number } ? Omit<Request, 'id'> : never) : never;

/** The page's side of a worker: each question gets the reply with its number. */
export interface WorkerQuestions {
  ask<Value>(question: Question): Promise<Value>;
  /** Ends the worker; whoever still waits is told why. */
  close(reason: string): void;
}

/**
 * Starts a worker.
 *
 * @param source - Address of `cobuild-simulation-worker.js` on the page's own origin (text, `URL` or a trusted script address), or a function that makes the worker.
 * @throws {TypeError} where an address is given and there are no workers.
 */
export function openWorker(source: unknown): WorkerQuestions {
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

  return {
    ask: <Value>(question: Question): Promise<Value> => {
      if (failure !== undefined) return Promise.reject(failure);
      count += 1;
      const id = count;
      return new Promise<Value>((resolve, reject) => {
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
        port.postMessage({ id, ...question });
      });
    },
    close: (reason) => {
      fail(new Error(reason));
      port.terminate?.();
    },
  };
}

function receivedError({ name, message, fact, path }: SentError): Error {
  if (fact !== undefined) return new FactsNotLoadedError(fact, path);
  return name === 'TypeError' ? new TypeError(message) : new Error(message);
}
