import { hasOwn, setOwn } from './own-values.js';
import type { RuleConditionResult } from './rule-format.js';

/** A condition of a run while it is filled in; its own properties are those of the rule's condition. */
export type ConditionNode = { -readonly [K in keyof Omit<RuleConditionResult, 'all' | 'any' | 'not'>]: RuleConditionResult[K] } & {
  [group in GroupOperator]?: ConditionNode | readonly ConditionNode[];
};

export type GroupOperator = 'all' | 'any' | 'not';

const GROUPS: readonly GroupOperator[] = ['any', 'all', 'not'];

/** The group that a condition is; of several `any` wins, then `all`. */
export function groupOperator(condition: unknown): GroupOperator | undefined {
  return GROUPS.find((name) => hasOwn(condition, name));
}

const shared = {
  toJSON(this: ConditionNode, stringify: unknown = true): unknown {
    const plain = toPlain(this);
    return stringify === true ? JSON.stringify(plain) : plain;
  },
};

/** A node without content. `toJSON` is inherited, so that only what was found is its own. */
export function newConditionNode(): ConditionNode {
  return Object.create(shared) as ConditionNode;
}

function toPlain(node: ConditionNode): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  if (node.priority) plain['priority'] = node.priority;
  if (node.name) plain['name'] = node.name;
  const group = groupOperator(node);
  if (group !== undefined) {
    const content: unknown = node[group];
    plain[group] = Array.isArray(content) ? content.map(partToPlain) : partToPlain(content);
  } else if (hasOwn(node, 'condition')) plain['condition'] = node.condition;
  else {
    plain['operator'] = node.operator;
    plain['value'] = node.value;
    plain['fact'] = node.fact;
    for (const key of ['factResult', 'valueResult', 'result'] as const) if (node[key] !== undefined) plain[key] = node[key];
    for (const key of ['params', 'path'] as const) if (node[key]) plain[key] = node[key];
  }
  return plain;
}

/** Groups that were ignored, beside one that counts, have stayed as the rule has them. */
function partToPlain(part: unknown): unknown {
  return isNode(part) ? toPlain(part) : part;
}

function isNode(value: unknown): value is ConditionNode {
  return value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === shared;
}

/** Lays one condition over another, as happens when a name is replaced by what it stands for. */
export function layOver(node: ConditionNode, other: ConditionNode): void {
  for (const key of Object.keys(other)) setOwn(node, key, (other as Readonly<Record<string, unknown>>)[key]);
}
