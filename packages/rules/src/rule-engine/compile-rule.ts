import type { CompiledRuleCondition, ConditionRun } from './compile-rule-condition.js';
import { compileRuleCondition, valueQuestion } from './compile-rule-condition.js';
import { groupOperator } from './condition-result.js';
import type { FactQuestion } from './fact-store.js';
import { copier, copyValue, hasOwn, setOwn } from './own-values.js';
import { RuleEngineError } from './rule-engine-error.js';
import type { RuleEvent, RuleHandler, RulePathResolver } from './rule-format.js';
import { RuleRunRecord } from './rule-result.js';

export interface CompiledRule {
  readonly priority: number;
  readonly condition: CompiledRuleCondition;
  /** Questions that the parameters of the event ask; none unless they are to be replaced. */
  readonly questions: readonly FactQuestion[];
  readonly evaluate: (run: ConditionRun) => RuleRunRecord;
  readonly onSuccess: RuleHandler<RuleEvent> | undefined;
  readonly onFailure: RuleHandler<RuleEvent> | undefined;
}

export interface CompileRuleOptions { readonly pathResolver: RulePathResolver | undefined; readonly replaceFactsInEventParams: boolean }

/**
 * Compiles a rule. What it is given stays as it is, and later changes to it have no effect.
 *
 * @throws {RuleEngineError} with the message of json-rules-engine for what is no rule.
 */
export function compileRule(rule: unknown, options: CompileRuleOptions): CompiledRule {
  if (!rule) throw new RuleEngineError('Engine: addRule() requires options');
  for (const key of ['event', 'conditions']) {
    if (!hasOwn(rule, key)) throw new RuleEngineError(`Engine: addRule() argument requires "${key}" property`);
  }
  const { conditions, event, name, priority, onSuccess, onFailure } = rule as Record<string, unknown>;
  const condition = compileRoot(conditions, options.pathResolver);
  const rank = rulePriority(priority);
  const ruleEvent = readEvent(event);
  const questions = options.replaceFactsInEventParams ? eventQuestions(ruleEvent, options.pathResolver) : [];
  const copyParams = copier(ruleEvent.params);
  const ruleName = (name || name === 0 ? copyValue(name) : undefined) as string | number | undefined;
  const copyName = copier(ruleName);
  return {
    priority: rank, condition, onSuccess: readHandler(onSuccess), onFailure: readHandler(onFailure), questions: questions.map(([, question]) => question),
    evaluate: (run) => {
      const node = condition.build();
      const result = condition.evaluateRoot(run, node);
      const told = ruleEvent.params === undefined ? { type: ruleEvent.type } : { type: ruleEvent.type, params: copyParams() };
      for (const [key, question] of questions) setOwn(told.params as object, key, run.facts.ask(question));
      return new RuleRunRecord(node, told, rank, copyName(), result);
    },
  };
}

/** Compiles what may stand at the root of a rule or under a name. */
export function compileRoot(conditions: unknown, pathResolver: RulePathResolver | undefined): CompiledRuleCondition {
  if (conditions === null || conditions === undefined || (groupOperator(conditions) === undefined && !hasOwn(conditions, 'condition'))) {
    throw new RuleEngineError('"conditions" root must contain a single instance of "all", "any", "not", or "condition"');
  }
  return compileRuleCondition(conditions, pathResolver);
}

function rulePriority(priority: unknown): number {
  const rank = parseInt((priority || 1) as string, 10);
  if (rank <= 0) throw new RuleEngineError('Priority must be greater than zero');
  return rank;
}

function readEvent(event: unknown): RuleEvent {
  const given = event || { type: 'unknown' };
  if (!hasOwn(given, 'type')) throw new RuleEngineError('Rule: setEvent() requires event object with "type" property');
  const { type, params } = given as RuleEvent;
  return copyValue(params ? { type, params } : { type });
}

/** Only the parameters themselves are looked at, not what is inside them. */
function eventQuestions({ params }: RuleEvent, resolver: RulePathResolver | undefined): readonly (readonly [string, FactQuestion])[] {
  if (params === null || typeof params !== 'object') return [];
  return Object.entries(params).flatMap(([key, value]) => {
    const question = valueQuestion(value, resolver);
    return question === undefined ? [] : [[key, question] as const];
  });
}

function readHandler(handler: unknown): RuleHandler<RuleEvent> | undefined {
  if (!handler) return undefined;
  if (typeof handler !== 'function') throw new RuleEngineError('on only accepts instances of Function');
  return handler as RuleHandler<RuleEvent>;
}
