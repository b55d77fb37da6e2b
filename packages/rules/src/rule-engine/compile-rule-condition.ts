import type { ConditionNode, GroupOperator } from './condition-result.js';
import { groupOperator, layOver, newConditionNode } from './condition-result.js';
import type { FactQuestion, FactStore } from './fact-store.js';
import { factKey } from './fact-key.js';
import { compilePath } from './json-path.js';
import type { OperatorRegistry } from './operator-registry.js';
import { copier, copyValue, hasOwn, setOwn } from './own-values.js';
import { prioritySets } from './priority-sets.js';
import { present, RuleEngineError } from './rule-engine-error.js';
import type { RulePathResolver } from './rule-format.js';

/** What a condition needs while it runs. */
export interface ConditionRun {
  readonly facts: FactStore;
  readonly operators: OperatorRegistry;
  readonly conditions: ReadonlyMap<unknown, CompiledRuleCondition>;
  readonly allowUndefinedConditions: boolean;
  /** Priority of a fact of the engine; absent when all have the same. */
  readonly factPriority?: (id: unknown) => number | undefined;
  /** Names that are being followed, outermost first. */
  readonly following: unknown[];
  /** Parts that names have been replaced by. */
  replaced: number;
}

/** A condition of a rule, ready to run any number of times. */
export interface CompiledRuleCondition {
  /** A fresh condition without results. */
  readonly build: () => ConditionNode;
  /** Fills in what is found and gives the answer. */
  readonly evaluate: (run: ConditionRun, node: ConditionNode) => boolean;
  /** The same for the root of a rule, which gets no `result`: the rule has it. */
  readonly evaluateRoot: (run: ConditionRun, node: ConditionNode) => boolean;
  readonly properties: Readonly<Record<string, unknown>>;
  /** How many conditions stand in it, itself included; named ones count one. */
  readonly size: number;
  /** Questions for facts in it, without those of named conditions. */
  readonly questions: readonly FactQuestion[];
  /** Names of conditions in it. */
  readonly names: readonly unknown[];
}

/** Names that double each other grow without end; a run stops at this many parts put in for names. */
export const MAX_REPLACED = 1_000_000;
const MAX_NESTING = 500;

/**
 * Compiles a condition to closures.
 *
 * @throws {RuleEngineError} with the message of json-rules-engine for what is no condition; `REFUSED_PATH`; `TOO_LARGE` when groups stand
 *   in groups more than 500 deep.
 */
export function compileRuleCondition(condition: unknown, resolver: RulePathResolver | undefined, depth = 0): CompiledRuleCondition {
  if (!condition) throw new RuleEngineError('Condition: constructor options required');
  if (depth > MAX_NESTING) throw new RuleEngineError(`Conditions stand in each other more than ${MAX_NESTING} deep`, 'TOO_LARGE');
  const group = groupOperator(condition);
  if (group !== undefined) return compileGroup(condition, group, resolver, depth);
  const properties = ownCopy(condition, []);
  if (hasOwn(condition, 'condition')) return { ...reference(properties), properties, build: builder(properties), size: 1, questions: [], names: [properties['condition']] };
  return compileComparison(properties, resolver);
}

function compileGroup(condition: unknown, operator: GroupOperator, resolver: RulePathResolver | undefined, depth: number): CompiledRuleCondition {
  const content = (condition as Record<string, unknown>)[operator];
  if (operator !== 'not' && !Array.isArray(content)) throw new RuleEngineError(`"${operator}" must be an array`);
  if (operator === 'not' && Array.isArray(content)) throw new RuleEngineError('"not" cannot be an array');
  const parts = (Array.isArray(content) ? content : [content]).map((part) => compileRuleCondition(part, resolver, depth + 1));
  const rest = ownCopy(condition, [operator]);
  const properties = { ...rest, operator, priority: parseInt(String(rest['priority']), 10) || 1 };
  const buildProperties = builder(properties);
  const build = (): ConditionNode => {
    const node = buildProperties();
    const nodes = parts.map((part) => part.build());
    node[operator] = operator === 'not' ? nodes[0] : nodes;
    return node;
  };
  const decide = groupDecision(operator, parts);
  // Beside a group the name of a condition is ignored at the root, and wins elsewhere.
  const named = hasOwn(condition, 'condition');
  const evaluate = named ? reference(properties).evaluate : (run: ConditionRun, node: ConditionNode): boolean => (node.result = decide(run, node));
  return {
    properties, build, evaluate, evaluateRoot: decide,
    size: parts.reduce((sum, part) => sum + part.size, 1),
    questions: parts.flatMap((part) => part.questions),
    names: [...(named ? [properties['condition' as keyof typeof properties]] : []), ...parts.flatMap((part) => part.names)],
  };
}

/** Asks the parts set by set, each set as a whole; only a later set is skipped, once the answer stands. Empty groups are true. */
function groupDecision(operator: GroupOperator, parts: readonly CompiledRuleCondition[]): (run: ConditionRun, node: ConditionNode) => boolean {
  const [only] = parts;
  if (operator === 'not') return (run, node) => !only?.evaluate(run, node.not as ConditionNode);
  if (only === undefined) return () => true;
  if (parts.length === 1) return (run, node) => only.evaluate(run, (node[operator] as readonly ConditionNode[])[0] as ConditionNode);
  const settles = operator === 'any';
  const setsBy = (factPriority: ConditionRun['factPriority']): readonly (readonly number[])[] =>
    prioritySets(parts, ({ properties }) => properties['priority'] || factPriority?.(properties['fact']) || 1);
  const usualSets = setsBy(undefined);
  return (run, node) => {
    const nodes = node[operator] as readonly ConditionNode[];
    for (const set of run.factPriority === undefined ? usualSets : setsBy(run.factPriority)) {
      let settled = false;
      for (const index of set) {
        const part = parts[index] as CompiledRuleCondition;
        if (part.evaluate(run, nodes[index] as ConditionNode) === settles) settled = true;
      }
      if (settled) return settles;
    }
    return !settles;
  };
}

function compileComparison(properties: Readonly<Record<string, unknown>>, resolver: RulePathResolver | undefined): CompiledRuleCondition {
  for (const key of ['fact', 'operator', 'value']) {
    if (!hasOwn(properties, key)) throw new RuleEngineError(`Condition: constructor "${key}" property required`);
  }
  const left = factQuestion(properties, resolver);
  const right = valueQuestion(properties['value'], resolver);
  const evaluate = (run: ConditionRun, node: ConditionNode): boolean => {
    const compare = run.operators.get(node.operator);
    // The value first: of two missing facts it is the one that is told.
    const valueResult = right === undefined ? node.value : run.facts.ask(right);
    const factResult = run.facts.ask(left);
    const result = Boolean(present(compare(factResult, valueResult), `The answer of operator "${String(node.operator)}"`));
    node.factResult = factResult;
    node.valueResult = valueResult;
    node.result = result;
    return result;
  };
  return { properties, build: builder(properties), evaluate, evaluateRoot: evaluate, size: 1, questions: right === undefined ? [left] : [right, left], names: [] };
}

/** What a value, or a parameter of an event, asks for; `undefined` for a literal. Whatever owns `fact` is a reference. */
export function valueQuestion(value: unknown, resolver: RulePathResolver | undefined): FactQuestion | undefined {
  return value !== null && typeof value === 'object' && hasOwn(value, 'fact') ? factQuestion(value as Record<string, unknown>, resolver) : undefined;
}

function factQuestion(holder: Readonly<Record<string, unknown>>, resolver: RulePathResolver | undefined): FactQuestion {
  const id = holder['fact'];
  const params = holder['params'] === undefined ? {} : holder['params'];
  return { id, params, key: factKey(id, params), follow: compilePath(hasOwn(holder, 'path') ? holder['path'] : undefined, resolver) };
}

/** Replaces the name by a copy of the condition it stands for, which overwrites what both have, and asks that. */
function reference(properties: Readonly<Record<string, unknown>>): Pick<CompiledRuleCondition, 'evaluate' | 'evaluateRoot'> {
  const name = properties['condition'];
  const evaluate = (run: ConditionRun, node: ConditionNode): boolean => {
    const target = run.conditions.get(name);
    if (target === undefined) {
      if (!run.allowUndefinedConditions) throw new RuleEngineError(`No condition ${String(name)} exists`);
      node.result = false;
      return false;
    }
    if (run.following.includes(name)) throw new RuleEngineError(`Condition ${[...run.following, name].map(String).join(' → ')} refers to itself`, 'CONDITION_CYCLE');
    run.replaced += target.size;
    if (run.replaced > MAX_REPLACED) throw new RuleEngineError(`Named conditions stand for more than ${MAX_REPLACED} parts`, 'TOO_LARGE');
    delete node.condition;
    layOver(node, target.build());
    run.following.push(name);
    const result = target.evaluate(run, node);
    run.following.pop();
    return result;
  };
  return { evaluate, evaluateRoot: evaluate };
}

function ownCopy(condition: unknown, without: readonly string[]): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  const source = Object(condition) as Record<string, unknown>;
  for (const key of Object.keys(source)) if (!without.includes(key)) setOwn(copy, key, copyValue(source[key]));
  return copy;
}

/** A closure that makes copies; what cannot change hands is copied by reference, which is most of it. */
function builder(properties: Readonly<Record<string, unknown>>): () => ConditionNode {
  const copied = Object.entries(properties).filter(([key, value]) => key === '__proto__' || (value !== null && typeof value === 'object')).map(([key, value]) => [key, copier(value)] as const);
  const rest = ownCopy(properties, copied.map(([key]) => key));
  return () => {
    const node = Object.assign(newConditionNode(), rest);
    for (const [key, copy] of copied) setOwn(node, key, copy());
    return node;
  };
}
