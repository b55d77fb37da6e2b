import type { Condition, FormDefinition } from '../../src/generated/types.js';
import { valueAt } from '../../src/problems/json-pointer.js';
import { createInterpreter, schemeFormats } from '../../src/validation/index.js';
import { isEmpty } from '../../src/form/answers.js';
import { createForm } from '../../src/form/whole-form.js';
import type { Facts, Form, FormNode, FormOptions, Truth } from '../../src/form/form-model.js';

export const validator = createInterpreter({ formats: schemeFormats });

/** A small evaluator for these tests: `equal` and `greaterThan` on one fact, `all`, `any`, `not`. */
export function evaluateCondition(condition: Condition, facts: Facts): Truth {
  if ('all' in condition) {
    const truths = condition.all.map((part) => evaluateCondition(part, facts));
    return truths.includes(false) ? false : truths.includes('unknown') ? 'unknown' : true;
  }
  if ('any' in condition) {
    const truths = condition.any.map((part) => evaluateCondition(part, facts));
    return truths.includes(true) ? true : truths.includes('unknown') ? 'unknown' : false;
  }
  if ('not' in condition) {
    const truth = evaluateCondition(condition.not, facts);
    return truth === 'unknown' ? truth : !truth;
  }
  if (!('fact' in condition)) throw new Error('No named conditions here');
  const fact = valueAt(facts[condition.fact], (condition.path ?? '$').slice(1).replace(/\./g, '/'));
  if (isEmpty(fact)) return 'unknown';
  return condition.operator === 'greaterThan' ? (fact as number) > (condition.value as number) : fact === condition.value;
}

export const when = (fact: string, value: string | number | boolean, operator = 'equal'): Condition => ({ fact, operator, value });

/** A definition around a few properties. */
export function define(schema: Record<string, unknown>, rest: Partial<FormDefinition> = {}): FormDefinition {
  return { id: 'test', title: { 'zh-CN': '项目申报表', en: 'Application' }, schema: { type: 'object', ...schema }, ...rest };
}

export function open(definition: FormDefinition, options: Partial<FormOptions> = {}): Form {
  return createForm(definition, { validator, evaluateCondition, ...options });
}

/** All nodes of a form by pointer. */
export function nodesOf(form: Form): Record<string, FormNode> {
  const found: Record<string, FormNode> = {};
  const visit = (node: FormNode): void => {
    found[node.pointer] = node;
    node.children.forEach(visit);
  };
  form.state.steps.forEach((step) => step.sections.forEach((section) => section.fields.forEach(visit)));
  return found;
}

export function nodeAt(form: Form, pointer: string): FormNode {
  const node = nodesOf(form)[pointer];
  if (!node) throw new Error(`No node at ${pointer}; there are ${Object.keys(nodesOf(form)).join(' ')}`);
  return node;
}

/** `/name required 请填写…` per problem. */
export const told = (form: Form): string[] => form.state.problems.map((problem) => `${problem.pointer} ${problem.code}`);
