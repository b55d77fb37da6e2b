/** Every keyword, those among them that lead to other schemas. */
export { keywords } from '../keywords/index.js';
export { withOwnRecord } from '../keywords/unevaluated.js';
export { furtherSentences } from '../../locales/zh-cn-further.js';
