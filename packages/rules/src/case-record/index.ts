export type { CaseRecord, CaseRecordParts, RecordedFile, RecordedProject } from './case-record.js';
export { exportCase } from './case-record.js';
export type { ReadRecord, ReadRecordOptions } from './read-case-record.js';
export { readCaseRecord } from './read-case-record.js';
export { stateAt } from './state-at.js';
