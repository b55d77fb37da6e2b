import type { CompiledRule } from './compile-rule.js';
import type { ConditionRun } from './compile-rule-condition.js';
import { prioritySets } from './priority-sets.js';
import { RuleEngineError } from './rule-engine-error.js';
import type { RuleHandler, RuleRunResult } from './rule-format.js';
import type { RuleRunRecord } from './rule-result.js';

/** One run of an engine: everything that changes while the rules are asked. */
export interface RuleRun extends ConditionRun {
  /** Set by `stop()`: the set that runs is finished, later ones are not begun. */
  stopped: boolean;
  readonly handlers: ReadonlyMap<unknown, readonly RuleHandler[]>;
}

/**
 * Asks the rules set by set, highest priority first. Of a set all rules are asked before the first handler is called, so what a
 * handler adds serves later sets; handlers are called in the order of the rules.
 *
 * @throws what a fact, an operator or a handler throws; nothing is asked after that.
 */
export function runRules(rules: readonly CompiledRule[], run: RuleRun): RuleRunResult {
  for (const set of prioritySets(rules, ({ priority }) => priority)) {
    if (run.stopped) break;
    const found = set.map((index) => rules[index] as CompiledRule).map((rule) => ({ rule, record: rule.evaluate(run) }));
    for (const { rule, record } of found) tell(rule, record, run);
  }
  const { facts } = run;
  return {
    almanac: facts,
    results: facts.results.filter(({ result }) => result),
    failureResults: facts.results.filter(({ result }) => !result),
    events: facts.events.success,
    failureEvents: facts.events.failure,
  };
}

/** The rule's own handler first, then the result is on record, then the engine's handlers. */
function tell(rule: CompiledRule, record: RuleRunRecord, run: RuleRun): void {
  const { facts } = run;
  const outcome = record.result ? 'success' : 'failure';
  (record.result ? rule.onSuccess : rule.onFailure)?.(record.event, facts, record);
  facts.results.push(record);
  facts.events[outcome].push(record.event);
  emit(outcome, record.event, record, run);
  if (record.result) emit(record.event.type, record.event.params, record, run);
}

function emit(type: string, detail: unknown, record: RuleRunRecord, run: RuleRun): void {
  const handlers = run.handlers.get(type) ?? [];
  // As every emitter of events has it: an error that nobody listens to is thrown.
  if (handlers.length === 0 && type === 'error') throw detail instanceof Error ? detail : new RuleEngineError("Uncaught, unspecified 'error' event.");
  for (const handler of [...handlers]) handler(detail, run.facts, record);
}
