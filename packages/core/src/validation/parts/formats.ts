/** Formats besides dates, and the codes that people type. */
export { codeChecks } from '../../codes/code-checks.js';
export { storedForm } from '../../codes/stored-form.js';
export { schemeFormats } from '../formats.js';
export * as formatWords from '../../locales/zh-cn-formats.js';
