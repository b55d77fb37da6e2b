export { applicationForm } from './application-form.js';
export type { PublicItem, PublicNotice } from './build-notice.js';
export { buildNotice } from './build-notice.js';
export type { NoticeNumbers } from './notice-numbers.js';
export { noticeNumbers } from './notice-numbers.js';
