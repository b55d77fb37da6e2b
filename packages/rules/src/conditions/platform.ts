/** Just enough of an abort signal for a look-up to notice that nobody waits any more. */
interface SignalShape { readonly aborted: boolean }

/** The platform's own `AbortSignal` where the program that uses this package knows one (browser, Node), so that it fits `fetch`. */
export type HostSignal = typeof globalThis extends { readonly AbortSignal: { readonly prototype: infer Signal } } ? Signal : SignalShape;

interface Platform {
  readonly setTimeout: (callback: () => void, ms: number) => unknown;
  readonly clearTimeout: (timer: unknown) => void;
  readonly AbortController: new () => { readonly signal: HostSignal; abort(): void };
}

/** Timers and abort exist in every browser and in Node, but belong to neither the language nor its library types. */
const platform = globalThis as unknown as Platform;

export type Timed<T> = { readonly state: 'done'; readonly value: T } | { readonly state: 'failed'; readonly error: unknown } | { readonly state: 'timeout' };

/** Runs a task for at most so long; its signal is aborted when the time is over. A task that throws at once has failed too. */
export async function withTimeout<T>(task: (signal: HostSignal) => T | Promise<T>, timeoutMs: number): Promise<Timed<T>> {
  const controller = new platform.AbortController();
  let timer: unknown;
  const timeout = new Promise<Timed<T>>((resolve) => {
    timer = platform.setTimeout(() => {
      resolve({ state: 'timeout' });
      controller.abort();
    }, timeoutMs);
  });
  const run = async (): Promise<Timed<T>> => {
    try {
      return { state: 'done', value: await task(controller.signal) };
    } catch (error) {
      return { state: 'failed', error };
    }
  };
  try {
    return await Promise.race([run(), timeout]);
  } finally {
    platform.clearTimeout(timer);
  }
}
