import type { SchemeToCheck, SchemeVerdict } from './check-texts.js';
import { openWorker } from './worker-questions.js';

/** Checks schemes beside the page. */
export interface SchemeChecker {
  /** What {@link checkSchemeTexts} says, with the working days of China. */
  check(scheme: SchemeToCheck): Promise<SchemeVerdict>;
  /** Ends the worker. */
  close(): void;
}

/**
 * Checks schemes in a worker, so that whoever types in a large one never waits for the checks. The worker is that of the simulation.
 *
 * @param source - Address of `cobuild-simulation-worker.js` on the page's own origin (text, `URL` or a trusted script address), or a function that makes the worker.
 * @throws {TypeError} where an address is given and there are no workers.
 * @example await createSchemeChecker('/cobuild-simulation-worker.js').check({ texts: { 'scheme.json': '{ … }' } })
 */
export function createSchemeChecker(source: unknown): SchemeChecker {
  const worker = openWorker(source);
  return { check: (scheme) => worker.ask<SchemeVerdict>({ type: 'check', scheme }), close: () => worker.close('The checker is closed') };
}
