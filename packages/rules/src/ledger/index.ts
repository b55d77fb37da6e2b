export type { AuditExport, AuditRow } from './audit-rows.js';
export { auditRows } from './audit-rows.js';
export type { BudgetLine, BudgetReport, BudgetRow } from './budget-actual.js';
export { budgetVersusActual } from './budget-actual.js';
export type { LedgerSelection } from './ledger-balance.js';
export { ledgerAccounts, ledgerBalance, projectBalance } from './ledger-balance.js';
export type { EntryDraft, EntryKind, Ledger, LedgerAccount, LedgerBalance, LedgerEntry, PostOptions, PostResult } from './ledger-types.js';
export { emptyLedger, postEntries, postEntry, readLedger } from './post-entry.js';
