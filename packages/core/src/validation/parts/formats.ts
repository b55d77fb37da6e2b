/** Formats besides dates, and the codes that people type. */
export { codeChecks } from '../../codes/code-checks.js';
export { storedForm } from '../../codes/stored-form.js';
export { schemeFormats } from '../formats.js';
