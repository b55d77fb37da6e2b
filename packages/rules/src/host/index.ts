export type { PublishedVersion, SchemeReport, SchemeTestResult } from './scheme-report.js';
export type { AppendResult, CaseStore, Draft, SaveDraftResult } from './case-store.js';
export { createMemoryCaseStore } from './case-store.js';
export type { FileAdapter, Identity, IdentityAdapter, Message, MessageAdapter, RegistryAdapter } from './adapters.js';
export { createMemoryFiles, createMemoryIdentities, createMemoryMessages, createMemoryPrefill, createMemoryRegistry } from './adapters.js';
export type { RegisterAdapter, RegisterItem, RegisterNode, RegisterPage, RegisterRequest } from './registers.js';
export { createMemoryRegisters } from './registers.js';
