export type { PublishOptions } from './publish-scheme.js';
export { publishScheme } from './publish-scheme.js';
