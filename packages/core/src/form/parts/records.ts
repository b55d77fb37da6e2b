/** Answers that are records with a model of their own. */
export { RecordBook } from '../record-book.js';
export { recordErrors } from '../record-errors.js';
export { labelInRecord } from '../record-places.js';
export { withPreparedRecordSchemas as withRecordSchemas } from '../../records/with-record-schemas.js';
export { furtherSentences } from '../../locales/zh-cn-further.js';
