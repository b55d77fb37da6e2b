export type { RuleEngine, RuleEngineOptions } from './create-rule-engine.js';
export { createRuleEngine } from './create-rule-engine.js';
export type { RuleEngineErrorCode } from './rule-engine-error.js';
export { RuleEngineError, UndefinedFactError } from './rule-engine-error.js';
export type {
  RuleAlmanac, RuleComparison, RuleCondition, RuleConditionResult, RuleDefinition, RuleEvent, RuleFactOptions, RuleHandler,
  RulePathResolver, RuleResult, RuleRoot, RuleRunResult,
} from './rule-format.js';
