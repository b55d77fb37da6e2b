/** A worker as seen from either side, in the browser (`addEventListener`) and in Node (`on`). */
export interface SimulationPort {
  readonly postMessage: (message: unknown) => void;
  readonly addEventListener?: (type: 'message' | 'error', listener: (event: { readonly data?: unknown; readonly message?: string }) => void) => void;
  readonly on?: (type: 'message' | 'error', listener: (value: unknown) => void) => unknown;
  readonly terminate?: () => unknown;
}

interface Platform extends SimulationPort {
  readonly MessageChannel: new () => { readonly port1: { onmessage: (() => void) | null; readonly close: () => void }; readonly port2: { readonly postMessage: (message: unknown) => void } };
  readonly Date: { readonly now: () => number };
  readonly performance?: { readonly now: () => number };
  readonly Worker?: new (url: unknown, options: { readonly type: 'module' }) => SimulationPort;
  readonly trustedTypes?: { readonly createPolicy: (name: string, rules: { readonly createScriptURL: (url: string) => string }) => { readonly createScriptURL: (url: string) => unknown } };
  readonly location?: { readonly href: string; readonly origin: string };
  readonly URL: new (url: string, base?: string) => { readonly origin: string };
}

/** Channels, clocks and workers exist in every browser and in Node, but belong to neither the language nor its library types. */
const platform = globalThis as unknown as Platform;

/** This thread as a worker's own side sees it: what it posts goes to the page. */
export function ownPort(): SimulationPort {
  return platform;
}

/** Milliseconds since some moment; only says when to pause and decides nothing. */
export function now(): number {
  return platform.performance?.now() ?? platform.Date.now();
}

/** Lets everything else have its turn: input, drawing, messages. A message to oneself, because timers that follow each other are held back by four milliseconds each. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new platform.MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}

/** @throws {TypeError} where there are no workers. */
export function startWorker(url: unknown): SimulationPort {
  if (platform.Worker === undefined) throw new TypeError('createSimulationWorker: this platform has no Worker; hand in a function that makes one');
  return new platform.Worker(typeof url === 'string' ? trusted(url) : url, { type: 'module' });
}

/** Pages that ask for Trusted Types take a worker's address from a policy only; ours lets through what the page's own origin serves. */
function trusted(url: string): unknown {
  const { trustedTypes, location } = platform;
  if (trustedTypes === undefined || location === undefined) return url;
  const createScriptURL = (address: string): string => {
    if (new platform.URL(address, location.href).origin !== location.origin) throw new TypeError('createSimulationWorker: the worker has to come from the origin of the page');
    return address;
  };
  return trustedTypes.createPolicy('cobuild', { createScriptURL }).createScriptURL(url);
}

/** Listens to a port of either kind. */
export function listen(port: SimulationPort, onMessage: (message: unknown) => void, onError: (reason: string) => void): void {
  if (port.on !== undefined) {
    port.on('message', onMessage);
    port.on('error', (error) => onError(error instanceof Error ? error.message : String(error)));
    return;
  }
  port.addEventListener?.('message', ({ data }) => onMessage(data));
  port.addEventListener?.('error', ({ message }) => onError(message ?? 'the worker failed'));
}
