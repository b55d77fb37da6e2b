/** A worker as seen from either side, in the browser (`addEventListener`) and in Node (`on`). */
export interface SimulationPort {
  /** What is named in `transfer` goes over without being copied. */
  readonly postMessage: (message: unknown, transfer?: readonly ArrayBuffer[]) => void;
  readonly addEventListener?: (type: 'message' | 'error', listener: (event: { readonly data?: unknown; readonly message?: string }) => void) => void;
  readonly on?: (type: 'message' | 'error', listener: (value: unknown) => void) => unknown;
  readonly terminate?: () => unknown;
}

/** A `File`, in the page, in its worker and in Node. */
export interface FileToRead extends Bytes { readonly name: string; readonly size: number; readonly slice: (from: number, to: number) => Bytes }
interface Bytes { readonly arrayBuffer?: () => Promise<ArrayBuffer> }

/** A `TextDecoder`. */
export interface TextReader { readonly decode: (bytes: ArrayBuffer | Uint8Array, options?: { readonly stream: boolean }) => string }

interface FileReading { onload: (() => void) | null; onerror: (() => void) | null; readonly result: unknown; readonly error: Error | null; readonly readAsArrayBuffer: (file: Bytes) => void }

interface Platform extends SimulationPort {
  readonly MessageChannel: new () => { readonly port1: { onmessage: (() => void) | null; readonly close: () => void }; readonly port2: { readonly postMessage: (message: unknown) => void } };
  readonly Date: { readonly now: () => number };
  readonly performance?: { readonly now: () => number };
  readonly Worker?: new (url: unknown, options: { readonly type: 'module' }) => SimulationPort;
  readonly trustedTypes?: { readonly createPolicy: (name: string, rules: { readonly createScriptURL: (url: string) => string }) => { readonly createScriptURL: (url: string) => unknown } };
  readonly TextDecoder: new (encoding: string, options?: { readonly fatal: boolean }) => TextReader;
  readonly TextEncoder: new () => { readonly encode: (text: string) => Uint8Array };
  readonly FileReader?: new () => FileReading;
  readonly location?: { readonly href: string; readonly origin: string };
  readonly URL: new (url: string, base?: string) => { readonly origin: string };
}

/** Channels, clocks, workers and files exist in every browser and in Node, but belong to neither the language nor its library types. */
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

let encoder: { readonly encode: (text: string) => Uint8Array } | undefined;
let decoder: TextReader | undefined;

export function bytesOfText(text: string): Uint8Array {
  encoder ??= new platform.TextEncoder();
  return encoder.encode(text);
}

export function textOfBytes(bytes: Uint8Array): string {
  decoder ??= new platform.TextDecoder('utf-8');
  return decoder.decode(bytes);
}

/** @throws {TypeError} from its `decode`, with `fatal`, where the bytes are of another encoding. */
export function textReader(encoding: string, options?: { readonly fatal: boolean }): TextReader {
  return new platform.TextDecoder(encoding, options);
}

/** `Blob.arrayBuffer` came later than some browsers of closed networks. */
export function bytesOf(file: Bytes): Promise<ArrayBuffer> {
  if (file.arrayBuffer !== undefined) return file.arrayBuffer();
  return new Promise((resolve, reject) => {
    const reader = new (platform.FileReader as NonNullable<Platform['FileReader']>)();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read'));
    reader.readAsArrayBuffer(file);
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
