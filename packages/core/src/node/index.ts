export { loadSchemeFolder, readSchemeFolder } from './scheme-folder.js';
export type { WatchOptions } from './watch-schemes.js';
export { watchSchemeFolders } from './watch-schemes.js';
