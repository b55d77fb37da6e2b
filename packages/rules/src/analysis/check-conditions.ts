import { applicationForm, toPointer, valueAt } from '@cobuild/core';
import type { CheckedCondition } from './blocking-values.js';
import { blockingValues } from './blocking-values.js';
import { checkCondition } from './check-condition.js';
import { checkLogic } from './check-logic.js';
import type { LogicSubject } from './check-logic.js';
import { checkParameterRange } from './check-parameter-range.js';
import { checkPresence } from './check-presence.js';
import type { Requirement } from './check-requirements.js';
import { checkRequirements } from './check-requirements.js';
import type { Part } from './condition-parts.js';
import { structureOf } from './condition-parts.js';
import type { ConditionFinding } from './condition-finding.js';
import { decidedParameters } from './decided-parameters.js';
import type { FactShapes } from './fact-shapes.js';
import { listAt } from './fact-shapes.js';
import { fieldPresence } from './form-visibility.js';
import type { LogicFinding } from './logic-finding.js';
import type { OwnOperator } from '../operators/index.js';
import type { Reasoner } from './logic/reasoner.js';
import { createReasoner } from './logic/reasoner.js';
import type { PlacedCondition } from './scheme-conditions.js';
import { schemeConditions } from './scheme-conditions.js';

/** An application that shows a requirement to be out of reach meets the others, where they are not too many to be told. */
const MOST_OTHERS = 30;

/** Findings that leave what a condition asks for in no doubt, or out of what is reckoned. */
const SLIPS: readonly string[] = ['scheme/value-not-an-option', 'scheme/value-is-text'];

/**
 * What is wrong with the conditions of a merged scheme: defects first, and where a condition has none, what can be reasoned about it.
 *
 * @param isSound - Whether nothing is wrong at a place; of a condition in which the format finds a mistake nothing more is concluded.
 * @param operators - Own operators of the host.
 */
export function checkConditions(scheme: unknown, isSound: (pointer: string) => boolean, operators?: readonly OwnOperator[]): readonly LogicFinding[] {
  const conditions = schemeConditions(scheme).map((placed) => ({ placed, defects: checkCondition(placed.condition, placed.named, placed.facts, operators).flatMap((finding) => inContext(finding, placed, scheme)) }));
  const parameters = decidedParameters(scheme);
  const withoutBroken = (isFine: (each: CheckedCondition) => boolean): CheckedCondition[] => {
    const fine = conditions.filter((each) => isSound(each.placed.pointer) && isFine(each));
    const kept = new Set(fine);
    const broken = new Set(conditions.filter((each) => each.placed.owner === 'named' && !kept.has(each)).map(({ placed }) => placed.pointer));
    return fine.filter(({ placed }) => !refersTo(placed, broken));
  };
  const blocking = blockingValues(withoutBroken(({ defects }) => defects.every(({ code }) => SLIPS.includes(code))), referredBy, parameters);
  const defects = conditions.flatMap((each) => each.defects).map((finding): LogicFinding => {
    const blocks = blocking.get(finding);
    return blocks === undefined ? finding : { ...finding, severity: 'error', params: { ...finding.params, blocks } };
  });
  const sound = withoutBroken((each) => each.defects.every(({ code }) => code === 'scheme/value-is-text')).map(({ placed }) => placed);
  return [...defects, ...checkSound(scheme, isSound, sound, operators)];
}

function checkSound(scheme: unknown, isSound: (pointer: string) => boolean, sound: readonly PlacedCondition[], operators: readonly OwnOperator[] | undefined): readonly LogicFinding[] {
  const parameters = decidedParameters(scheme);
  const reasoners = new Map<FactShapes, Reasoner>();
  const reasonerOf = ({ facts, named }: PlacedCondition): Reasoner => {
    const known = reasoners.get(facts) ?? createReasoner(facts, named, parameters, operators);
    reasoners.set(facts, known);
    return known;
  };
  const rules = sound.filter(({ owner }) => owner === 'requirement');
  const fates = sound.map((placed) => {
    const others = rules.length <= MOST_OTHERS && placed.owner === 'requirement' ? rules.filter((rule) => rule !== placed) : [];
    const subject: LogicSubject = { pointer: placed.pointer, condition: placed.condition, owner: placed.owner, others };
    return { placed, ...checkLogic(subject, reasonerOf(placed)) };
  });
  const open = fates.filter(({ placed, fate }) => placed.owner === 'requirement' && fate === 'open').map(({ placed }): Requirement => ({ pointer: placed.pointer, condition: placed.condition, id: idOf(scheme, placed.pointer) }));
  const found = unique(fates.flatMap(({ findings }) => findings));
  const [first] = rules;
  if (first === undefined) return found;
  const reasoner = reasonerOf(first);
  const together = checkRequirements(open, reasoner);
  const isPossible = !together.some(({ severity }) => severity === 'error');
  return [...found, ...together, ...(isSound(formPointer(scheme)) ? checkPresence(open, fieldPresence(scheme), reasoner) : []), ...(isPossible ? checkParameterRange(scheme, open, reasoner) : [])];
}

/** A cycle is told where it lies, not by every requirement that refers to it; a form cannot refer to named conditions at all. */
function inContext(finding: ConditionFinding, { owner, pointer }: PlacedCondition, scheme: unknown): LogicFinding[] {
  if (finding.code === 'scheme/condition-cycle' && owner === 'requirement') return [];
  const placed = { ...finding, pointer: pointer + finding.pointer };
  if (finding.code === 'scheme/unknown-condition' && owner === 'form') return [{ ...placed, code: 'scheme/condition-in-form' }];
  const form = finding.code === 'scheme/unknown-fact' && owner !== 'form' ? formWith(scheme, finding.params['fact']) : undefined;
  return [form === undefined ? placed : { ...placed, code: 'scheme/fact-of-other-form', params: { fact: finding.params['fact'], form } }];
}

/** The form that has a field of the name; the application form has none, or the name would be known. */
function formWith(scheme: unknown, fact: unknown): unknown {
  const form = listAt(scheme, '/forms').find((each) => typeof fact === 'string' && valueAt(each, `/schema/properties${toPointer(fact)}`) !== undefined);
  return valueAt(form, '/id');
}

/** Whether a condition refers to one of these named conditions, itself or by way of others. */
function refersTo(placed: PlacedCondition, broken: ReadonlySet<string>): boolean {
  return broken.size > 0 && [...referredBy(placed)].some((pointer) => broken.has(pointer));
}

/** Pointers of the named conditions that a condition refers to, itself or by way of others. */
function referredBy({ condition, named }: PlacedCondition): ReadonlySet<string> {
  const seen = new Set<string>();
  const open: Part[] = [{ pointer: '', condition }];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const structure = structureOf(part, named);
    if ('parts' in structure) open.push(...structure.parts);
    else if (structure.kind === 'not') open.push(structure.part);
    else if (structure.kind === 'reference' && !seen.has(structure.part.pointer)) {
      seen.add(structure.part.pointer);
      open.push(structure.part);
    }
  }
  return seen;
}

/** Where the application form stands. */
function formPointer(scheme: unknown): string {
  return applicationForm(scheme)?.pointer ?? '/forms';
}

function idOf(scheme: unknown, pointer: string): string {
  const id = valueAt(scheme, pointer.replace(/\/conditions$/, '/id'));
  return typeof id === 'string' ? id : '';
}

/** A named condition that several refer to is blamed once. */
function unique(findings: readonly LogicFinding[]): readonly LogicFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, pointer }) => {
    const key = `${code} ${pointer}`;
    return !seen.has(key) && seen.add(key);
  });
}
