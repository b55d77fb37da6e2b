export type { MessageParams, RuleMessageCode } from './rule-message.js';
export { ruleMessage } from './rule-message.js';
