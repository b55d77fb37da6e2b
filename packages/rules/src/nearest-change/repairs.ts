import type { Computation, FormDefinition } from '@cobuild/core';
import { addDecimals, decimalToNumber, readDecimal, subtractDecimals, toPointer, valueAt } from '@cobuild/core';
import { parsePath } from '../conditions/index.js';
import type { OwnOperator } from '../operators/index.js';
import { isKnownOperator, resolveOperator } from '../operators/index.js';
import type { ConditionTrace } from '../results.js';
import { answerDomain } from './answer-domain.js';
import { nearestValues } from './nearest-values.js';

/** An answer that would have to be another. */
export interface Assignment { readonly pointer: string; readonly value: unknown }
/** Answers that would have to be others together. */
export type Repair = readonly Assignment[];

/** More ways than this to mend one requirement are not followed. */
const MOST_REPAIRS = 48;

/** What may be changed: the answers to the questions of a form, not what is calculated, known of the applicant or set by the scheme. */
export interface Mendable { readonly form: FormDefinition; readonly answers: unknown; readonly operators?: readonly OwnOperator[] }

/**
 * Ways to make a condition answer as it should, from what was found at each part of it. Each way names every answer that has to change; none where
 * only things outside the form could.
 */
export function repairsOf(trace: ConditionTrace, target: boolean, mendable: Mendable): readonly Repair[] {
  if (trace.result === target) return [[]];
  const children = trace.children ?? [];
  switch (trace.kind) {
    case 'comparison': return comparisonRepairs(trace, target, mendable);
    case 'not': return children.flatMap((child) => repairsOf(child, !target, mendable));
    case 'reference': return children.flatMap((child) => repairsOf(child, target, mendable));
    default: {
      const each = children.map((child) => repairsOf(child, target, mendable));
      // One part suffices where `any` shall hold or `all` shall not; otherwise every part has to be mended.
      return (trace.kind === 'any') === target ? each.flat().slice(0, MOST_REPAIRS) : each.reduce<readonly Repair[]>(combined, [[]]);
    }
  }
}

/**
 * Whether answers could mend a condition although no single one is known to: those of an operator of the host's own, of which nobody but the host knows what it takes, and
 * those of a list, where an item would have to be added or several changed.
 */
export function hangsOnAnswers(trace: ConditionTrace, target: boolean, mendable: Mendable): boolean {
  if (trace.result === target) return false;
  const inner = trace.kind === 'not' ? !target : target;
  if (trace.kind !== 'comparison') return (trace.children ?? []).some((child) => hangsOnAnswers(child, inner, mendable));
  const { fact, path, operator = '' } = trace;
  if (fact === undefined) return false;
  const pointer = answerPointer({ fact, path });
  if (readsItems(fact, pointer, mendable)) return true;
  return resolveOperator(operator) === undefined && isKnownOperator(operator, mendable.operators) && pointer !== undefined && answerDomain(mendable.form, pointer) !== undefined;
}

/** A path through the items of an answer, or an answer that is calculated from items. */
function readsItems(fact: string, pointer: string | undefined, { form }: Mendable): boolean {
  const computed = form.computed ?? {};
  if (pointer === undefined) return valueAt(form.schema, toPointer('properties', fact)) !== undefined;
  return Object.prototype.hasOwnProperty.call(computed, pointer) && operandPointers(computed[pointer] as Computation).some((operand) => operand.includes('/*'));
}

function operandPointers({ of }: Computation): readonly string[] {
  return of.flatMap((operand) => (typeof operand === 'string' ? [operand] : typeof operand === 'number' ? [] : operandPointers(operand)));
}

function combined(before: readonly Repair[], next: readonly Repair[]): readonly Repair[] {
  return before.flatMap((first) => next.map((second) => [...first, ...second])).slice(0, MOST_REPAIRS);
}

function comparisonRepairs(trace: ConditionTrace, target: boolean, mendable: Mendable): readonly Repair[] {
  const { fact, path, operator = '', found, wanted, wantedFrom } = trace;
  const own = fact === undefined || (wantedFrom !== undefined && !('wanted' in trace)) ? [] : valuesFor({ fact, path }, operator, found, wanted, target, mendable);
  const mirror = resolveOperator(operator);
  // A comparison of two answers can be mended from either side.
  const other = wantedFrom === undefined || mirror === undefined || mirror.decorators.length > 0 || !('found' in trace) ? [] : valuesFor(wantedFrom, mirror.operator.mirror, wanted, found, target, mendable);
  return [...own, ...other];
}

interface Place { readonly fact: string; readonly path?: string | undefined }

function valuesFor(place: Place, operator: string, found: unknown, wanted: unknown, target: boolean, mendable: Mendable): readonly Repair[] {
  const pointer = answerPointer(place);
  const domain = pointer === undefined ? undefined : answerDomain(mendable.form, pointer);
  if (pointer === undefined || domain === undefined) return [];
  return nearestValues(operator, found, wanted, target, domain, mendable.operators).flatMap((value) => assignments(pointer, value, mendable));
}

/** Only plain ways lead to one answer: `$.contact.phone`, `$[0].amount`. */
function answerPointer({ fact, path }: Place): string | undefined {
  if (path === undefined) return toPointer(fact);
  const parsed = parsePath(path);
  if (!parsed.ok || parsed.multiple) return undefined;
  return toPointer(fact, ...parsed.steps.flatMap((step) => (step.kind === 'property' ? [step.key] : [])));
}

/** A calculated answer cannot be typed in: the answers that it is made of have to give it. */
function assignments(pointer: string, value: unknown, mendable: Mendable): readonly Repair[] {
  const computed = mendable.form.computed ?? {};
  const computation = Object.prototype.hasOwnProperty.call(computed, pointer) ? computed[pointer] : undefined;
  return computation === undefined ? [[{ pointer, value }]] : operandsGiving(computation, pointer, value, mendable);
}

function operandsGiving(computation: Computation, pointer: string, value: unknown, mendable: Mendable): readonly Repair[] {
  const [wanted, current] = [readDecimal(value), readDecimal((valueAt(mendable.answers, pointer) ?? 0))];
  if (wanted === undefined || current === undefined || computation.round !== undefined || (computation.op !== 'sum' && computation.op !== 'difference')) return [];
  const delta = subtractDecimals(wanted, current);
  return computation.of.flatMap((operand, index): readonly Repair[] => {
    if (typeof operand !== 'string' || operand.includes('*')) return [];
    const present = readDecimal((valueAt(mendable.answers, operand) ?? 0));
    if (present === undefined) return [];
    const moved = computation.op === 'difference' && index > 0 ? subtractDecimals(present, delta) : addDecimals(present, delta);
    return assignments(operand, decimalToNumber(moved), mendable);
  });
}
