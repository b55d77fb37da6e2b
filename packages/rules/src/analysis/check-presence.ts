import type { Condition } from '@cobuild/core';
import { conditionFacts } from '../conditions/index.js';
import type { FactUse } from '../conditions/index.js';
import type { FieldPresence } from './form-visibility.js';
import type { Formula } from './logic/formula.js';
import { FALSE, allOf, anyOf, negate } from './logic/formula.js';
import type { Reasoner } from './logic/reasoner.js';
import type { LogicFinding } from './logic-finding.js';
import type { Requirement } from './check-requirements.js';

/**
 * Requirements that wait for an answer which may never come: of a field that is hidden just then, or of one that need not be answered. Such
 * an application stays undetermined.
 *
 * @param fields - The application form; see `fieldPresence`.
 */
export function checkPresence(requirements: readonly Requirement[], fields: ReadonlyMap<string, FieldPresence>, reasoner: Reasoner): readonly LogicFinding[] {
  const told = new Set<string>();
  return requirements.flatMap((requirement) =>
    conditionFacts(requirement.condition as Condition, reasoner.named).flatMap((use): LogicFinding[] => {
      const field = fields.get(use.fact);
      const key = `${requirement.pointer} ${use.fact}`;
      if (field === undefined || told.has(key)) return [];
      told.add(key);
      const hidden = whileHidden(requirement, use, field, reasoner);
      if (hidden !== undefined) return [hidden];
      if (!field.mayBeEmpty || told.has(use.fact)) return [];
      told.add(use.fact);
      return whileEmpty(requirement, use, reasoner);
    }));
}

/** From the root of the scheme. */
function placeOf(requirement: Requirement, { pointer, condition }: FactUse): string {
  return condition === undefined ? `${requirement.pointer}${pointer}/fact` : requirement.pointer;
}

function whileHidden(requirement: Requirement, use: FactUse, { visibleWhen, keepsHidden }: FieldPresence, reasoner: Reasoner): LogicFinding | undefined {
  if (visibleWhen.length === 0 || keepsHidden) return undefined;
  for (const visible of visibleWhen) {
    const counterExample = reasoner.exampleOf(
      [negate(reasoner.now(visible.condition)), ...openWithout(requirement, use.fact, reasoner)],
      [{ ...visible, gives: false }, { pointer: requirement.pointer, condition: requirement.condition, gives: 'unknown' }],
    );
    if (counterExample !== undefined) return { code: 'scheme/hidden-field-needed', severity: 'warning', pointer: placeOf(requirement, use), params: { fact: use.fact, rule: requirement.id, visibleWhen: visible.pointer }, counterExample };
  }
  return undefined;
}

function whileEmpty(requirement: Requirement, use: FactUse, reasoner: Reasoner): LogicFinding[] {
  const counterExample = reasoner.exampleOf(openWithout(requirement, use.fact, reasoner), [{ pointer: requirement.pointer, condition: requirement.condition, gives: 'unknown' }]);
  return counterExample === undefined ? [] : [{ code: 'scheme/answer-may-be-missing', severity: 'info', pointer: placeOf(requirement, use), params: { fact: use.fact, rule: requirement.id }, counterExample }];
}

/** What has to hold for a requirement to be neither met nor missed while one fact is not there. */
function openWithout({ condition }: Requirement, fact: string, { now }: Reasoner): readonly Formula[] {
  const formula = now(condition);
  return [negate(without(formula, fact)), negate(without(negate(formula), fact))];
}

/** The formula where nothing that is asked of the fact holds. */
function without(formula: Formula, fact: string): Formula {
  if (formula.kind !== 'literal') return (formula.kind === 'all' ? allOf : anyOf)(formula.items.map((item) => without(item, fact)));
  const { literal } = formula;
  switch (literal.kind) {
    case 'in': return literal.variable.fact === fact ? FALSE : formula;
    case 'some': case 'every': return literal.list.fact === fact ? FALSE : formula;
    case 'less': case 'same': case 'different': return literal.left.fact === fact || literal.right.fact === fact ? FALSE : formula;
    // Whether it reads the fact is not known; taken as it is, the example has to show.
    case 'opaque': return formula;
  }
}
