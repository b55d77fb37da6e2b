export type { AgreementPart } from './agreement-problems.js';
export { agreementProblems } from './agreement-problems.js';
export { amendAgreement } from './amend-agreement.js';
export type { AmendmentBook } from './amend-amount.js';
export { checkSupervision } from './check-supervision.js';
export type { ContractSection } from './contract-text.js';
export { contractText } from './contract-text.js';
export type {
  AgreedTranche, Agreement, AgreementResult, Approval, ChangeDecision, ChangeMeasure, ChangeRecord, ChangeRequest, ChangeRoute, Milestone, Payee, TrancheEvidence, TrancheReason, TrancheState,
} from './contract-types.js';
export { measureChange, routeChange } from './route-change.js';
export type { AwardSplit } from './split-award.js';
export { splitAward } from './split-award.js';
export { trancheStatus } from './tranche-status.js';
