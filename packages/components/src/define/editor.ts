// Registers every element and those for whoever makes schemes: the entry of `cobuild-editor.js`, which an administrator's page loads in place of `cobuild.js`.
import './all.js';
import './cobuild-scheme-editor.js';
import './cobuild-simulator.js';

export * from '../index.js';
export type { CobuildSchemeFilesDetail, CobuildSchemePublishDetail, SchemeTemplate, SchemeVersion } from '../cobuild-scheme-editor/cobuild-scheme-editor.js';
export type { SchemeUsage } from '../cobuild-scheme-editor/publish/scheme-usage.js';
export { CobuildSchemeEditor } from '../cobuild-scheme-editor/cobuild-scheme-editor.js';
export type { CobuildKeepRunDetail, CobuildMakeTestDetail, SimulatorRun, SimulatorSettings } from '../cobuild-simulator/cobuild-simulator.js';
export { CobuildSimulator } from '../cobuild-simulator/cobuild-simulator.js';
