import type { Sheet } from '../tabular/index.js';
import { checkSchemeTexts } from './check-texts.js';
import type { SentError, SimulationReply, SimulationRequest } from './messages.js';
import type { SimulationPort } from './platform.js';
import { listen } from './platform.js';
import { FactsNotLoadedError } from './policy-context.js';
import { SimulationSession } from './simulation.js';

export interface ServeOptions {
  /** Reads the first sheet of an Excel workbook. Without it such a question is answered with an error. */
  readonly readWorkbook?: (bytes: ArrayBuffer) => Promise<Sheet>;
}

/** The side of the worker: answers the questions that come through the port. */
export function serveSimulation(port: SimulationPort, { readWorkbook }: ServeOptions = {}): void {
  let sheet: Sheet = [];
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
      case 'workbook':
        if (readWorkbook === undefined) throw new TypeError('This worker does not read workbooks');
        sheet = await readWorkbook(request.bytes);
        return sheet.length;
      case 'rows': return sheet.slice(request.from, request.from + request.count);
      case 'explain': return opened().explain(request.caseData, request.change, request.locale);
    }
  }

  listen(port, (message) => {
    const request = message as SimulationRequest;
    const reply = (content: { readonly value: unknown } | { readonly error: SentError }): void => port.postMessage({ id: request.id, ...content } satisfies SimulationReply);
    answer(request).then((value) => reply({ value }), (error: unknown) => reply({ error: sentError(error) }));
  }, () => undefined);
}

function sentError(error: unknown): SentError {
  if (error instanceof FactsNotLoadedError) return { name: error.name, message: error.message, fact: error.fact, path: error.path };
  return error instanceof Error ? { name: error.name, message: error.message } : { name: 'Error', message: String(error) };
}
