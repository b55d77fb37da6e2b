export type { MessageParams, RuleMessageCode } from './rule-message.js';
export { inLanguage, ruleMessage } from './rule-message.js';
