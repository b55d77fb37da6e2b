import type { Condition } from '../generated/types.js';
import { own } from '../form/json-schema.js';
import type { ConditionReading } from './conditions.js';
import { readCondition } from './conditions.js';
import type { UiSchema } from './ui-schema.js';

/** What the rule of an element makes of it here. */
export interface RuleSays { readonly visibleWhen?: Condition; readonly readonlyWhen?: Condition }

const NOTHING: RuleSays = {};

/**
 * Reads the rule of an element. Where an answer is missing, a condition of ours is open and JSON Forms' is settled: what comes of
 * that differs only where JSON Forms would show, or would lock, and is told.
 */
export function readRule(element: UiSchema, reading: ConditionReading): RuleSays {
  const rule = own(element, 'rule');
  const effect = own(rule, 'effect');
  if (rule === undefined) return NOTHING;
  const condition = own(rule, 'condition');
  const said = readCondition(condition, reading);
  if (said === undefined) return NOTHING;
  if ((effect === 'SHOW' || effect === 'DISABLE') === said.unanswered) reading.deviations.add('unanswered', reading.at, { scope: own(condition, 'scope') ?? '#' });
  switch (effect) {
    case 'SHOW': return { visibleWhen: said.holds };
    case 'HIDE': return { visibleWhen: said.fails };
    case 'ENABLE': return { readonlyWhen: said.fails };
    case 'DISABLE': return { readonlyWhen: said.holds };
    default: return NOTHING;
  }
}

/** Where the scopes of conditions begin: at the object around the element, which inside a list is reached from the item (the fact `item`). */
export function conditionBase(names: readonly string[]): readonly string[] {
  const item = names.lastIndexOf('*');
  return item < 0 ? names : ['item', ...names.slice(item + 1)];
}
