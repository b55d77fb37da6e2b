// Registers every element and the editor of schemes: the entry of `cobuild-editor.js`, which an administrator's page loads in place of `cobuild.js`.
import './all.js';
import './cobuild-scheme-editor.js';

export * from '../index.js';
export type { CobuildSchemeFilesDetail, SchemeTemplate } from '../cobuild-scheme-editor/cobuild-scheme-editor.js';
export { CobuildSchemeEditor } from '../cobuild-scheme-editor/cobuild-scheme-editor.js';
