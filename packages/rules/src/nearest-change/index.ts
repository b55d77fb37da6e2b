export type { AnswerChange, NearestChange, NearestChangeOptions } from './nearest-change.js';
export { nearestChange } from './nearest-change.js';
