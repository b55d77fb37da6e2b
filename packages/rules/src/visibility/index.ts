export type { CaseViewer } from './case-sight.js';
export { isApplicantOf, isToldOfDelay } from './case-sight.js';
export { visibleCase, visibleLog } from './visible-case.js';
export { visibleDecision } from './visible-decision.js';
