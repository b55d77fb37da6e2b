import type { Cell, Sheet } from '../tabular/index.js';
import { openWorker } from './worker-questions.js';

/** Rows of one message from the worker: what is copied is copied on the page's own thread. */
const ROWS = 256;

/**
 * Reads the first sheet of an Excel workbook in a worker, so that the page stays free.
 *
 * @param source - As for `createSimulationWorker`.
 * @param bytes - The file; they go over to the worker.
 * @throws {Error} where it is no workbook, or the worker cannot be had.
 * @example await readWorkbookInWorker('/cobuild-simulation-worker.js', await file.arrayBuffer()) // [['编号', …], ['a-1', …]]
 */
export async function readWorkbookInWorker(source: unknown, bytes: ArrayBuffer): Promise<Sheet> {
  const worker = openWorker(source);
  try {
    const count = await worker.ask<number>({ type: 'workbook', bytes });
    const rows: (readonly Cell[])[] = [];
    while (rows.length < count) rows.push(...await worker.ask<Sheet>({ type: 'rows', from: rows.length, count: ROWS }));
    return rows;
  } finally {
    worker.close('The workbook is read');
  }
}
