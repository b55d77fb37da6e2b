import type { ConditionNode } from './condition-result.js';
import type { RuleConditionResult, RuleEvent, RuleResult } from './rule-format.js';

/** Result of a rule; `toJSON` gives text when it is called, and an object to `JSON.stringify`, which hands over the member's name. */
export class RuleRunRecord implements RuleResult {
  readonly conditions: RuleConditionResult;

  constructor(conditions: ConditionNode, readonly event: RuleEvent, readonly priority: number, readonly name: string | number | undefined, readonly result: boolean) {
    this.conditions = conditions as RuleConditionResult;
  }

  toJSON(stringify: unknown = true): unknown {
    const { conditions, event, priority, name, result } = this;
    const plain = { conditions: conditions.toJSON(false), event, priority, name, result };
    return stringify === true ? JSON.stringify(plain) : plain;
  }
}
