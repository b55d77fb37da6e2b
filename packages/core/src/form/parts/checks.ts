/** What whoever writes definitions is told of one. */
export { definitionWarnings } from '../definition-warnings.js';
export { furtherSentences } from '../../locales/zh-cn-further.js';
