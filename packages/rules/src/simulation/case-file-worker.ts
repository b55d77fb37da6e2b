import type { CaseFileOptions, CaseFilePart } from './read-case-file.js';
import type { FileToRead } from './platform.js';
import { openWorker } from './worker-questions.js';

/** The reading of a file in a worker. */
export interface CaseFileReading {
  /** One after the other, and `undefined` after the last. */
  readonly next: () => Promise<CaseFilePart | undefined>;
  /** Ends the worker. Whoever waits for a part is told that the reading was closed. */
  readonly close: () => void;
}

/**
 * Reads past cases from a file in a worker: JSON Lines, JSON, CSV or Excel. The file itself stays where it is, and what was read comes over without being copied.
 *
 * @param source - As for `createSimulationWorker`.
 * @throws {TypeError} where an address is given and there are no workers.
 * @example
 * const [reading, cases] = [readCaseFileInWorker('/cobuild-simulation-worker.js', file, { scheme }), new PackedCases()];
 * for (let part = await reading.next(); part !== undefined; part = await reading.next()) cases.add(part.cases);
 * reading.close();
 */
export function readCaseFileInWorker(source: unknown, file: FileToRead, { scheme, locale }: CaseFileOptions): CaseFileReading {
  const worker = openWorker(source);
  const begun = worker.ask<undefined>({ type: 'readFile', file, options: { scheme, locale } });
  // Whoever asks for a part is told.
  begun.catch(() => undefined);
  return {
    next: async () => {
      await begun;
      return worker.ask<CaseFilePart | undefined>({ type: 'readOn' });
    },
    close: () => worker.close('The reading is closed'),
  };
}
