export type { PublicStatusOptions } from './public-status.js';
export { publicStatus } from './public-status.js';
export type { PublicDeadline, PublicStatus, PublicStep } from './types.js';
