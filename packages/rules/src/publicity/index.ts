export type { PublicItem, PublicNotice } from './build-notice.js';
export { applicationForm, buildNotice } from './build-notice.js';
