export { applicationForm } from './application-form.js';
export type { PublicItem, PublicNotice } from './build-notice.js';
export { buildNotice } from './build-notice.js';
export type { NoticedCase } from './notice-content.js';
export { listNumbers, noticeHash, noticeText } from './notice-content.js';
export type { NoticeNumbers } from './notice-numbers.js';
export { noticeNumbers } from './notice-numbers.js';
