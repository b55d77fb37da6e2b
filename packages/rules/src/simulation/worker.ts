import readExcelFile from 'read-excel-file/web-worker';
import { sheetOfCells } from '../tabular/sheet-of-cells.js';
import { ownPort } from './platform.js';
import { serveSimulation } from './serve-simulation.js';

// The whole program of a simulation worker in a page: a file of its own, served from the page's own origin.
serveSimulation(ownPort(), { readWorkbook: async (bytes) => sheetOfCells((await readExcelFile(bytes))[0]?.data ?? []) });
