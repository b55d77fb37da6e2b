import type { Sheet } from '../tabular/index.js';
import { checkSchemeTexts } from './check-texts.js';
import type { SentError, SimulationReply, SimulationRequest } from './messages.js';
import { casesOfPack } from './packed-cases.js';
import type { SimulationPort } from './platform.js';
import { listen } from './platform.js';
import { FactsNotLoadedError } from './policy-context.js';
import type { CaseFilePart } from './read-case-file.js';
import { readCaseFile } from './read-case-file.js';
import { SimulationSession } from './simulation.js';

export interface ServeOptions {
  /** Reads the first sheet of an Excel workbook. Without it such a question is answered with an error. */
  readonly readWorkbook?: (bytes: ArrayBuffer) => Promise<Sheet>;
}

/** The side of the worker: answers the questions that come through the port. */
export function serveSimulation(port: SimulationPort, { readWorkbook = refuseWorkbook }: ServeOptions = {}): void {
  let reading: AsyncIterator<CaseFilePart, void, undefined> | undefined;
  let session: SimulationSession | undefined;
  const opened = (): SimulationSession => {
    if (session === undefined) throw new TypeError('The simulation worker has not been given a scheme');
    return session;
  };

  async function answer(request: SimulationRequest): Promise<unknown> {
    switch (request.type) {
      case 'open':
        session?.close();
        session = new SimulationSession(request.scheme, request.options);
        return undefined;
      case 'begin': return opened().begin();
      case 'add': return opened().add(request.cases);
      case 'finish': return opened().finish();
      case 'change': return opened().change(request.change, request.options);
      case 'flips': return opened().flips(request.query);
      case 'check': return checkSchemeTexts(request.scheme);
      case 'addPack': return opened().add(casesOfPack(request.pack));
      case 'readFile':
        reading = readCaseFile(request.file, { ...request.options, readWorkbook });
        return undefined;
      case 'readOn': {
        if (reading === undefined) throw new TypeError('The worker has been given no file');
        return (await reading.next()).value ?? undefined;
      }
      case 'explain': return opened().explain(request.caseData, request.change, request.locale);
    }
  }

  listen(port, (message) => {
    const request = message as SimulationRequest;
    const reply = (content: { readonly value: unknown } | { readonly error: SentError }, moved: readonly ArrayBuffer[] = []): void => port.postMessage({ id: request.id, ...content } satisfies SimulationReply, moved);
    answer(request).then((value) => reply({ value }, request.type === 'readOn' ? buffersOf(value as CaseFilePart | undefined) : []), (error: unknown) => reply({ error: sentError(error) }));
  }, () => undefined);
}

function buffersOf(part: CaseFilePart | undefined): readonly ArrayBuffer[] {
  return part === undefined ? [] : [part.cases.texts.buffer as ArrayBuffer, part.cases.ends.buffer as ArrayBuffer];
}

function refuseWorkbook(): Promise<Sheet> {
  return Promise.reject(new TypeError('This worker does not read workbooks'));
}

function sentError(error: unknown): SentError {
  if (error instanceof FactsNotLoadedError) return { name: error.name, message: error.message, fact: error.fact, path: error.path };
  return error instanceof Error ? { name: error.name, message: error.message } : { name: 'Error', message: String(error) };
}
