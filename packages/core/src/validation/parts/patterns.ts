/** Regular expressions that will not hang. */
export { compilePattern } from '../patterns/pattern.js';
export { furtherSentences } from '../../locales/zh-cn-further.js';
