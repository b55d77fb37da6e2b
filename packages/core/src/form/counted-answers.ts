import type { Answers } from './answers.js';
import { isEmpty } from './answers.js';
import { isUnanswered } from './choice-values.js';
import type { ChangedNames } from './changed-names.js';
import { copyOf, setOwn, withPrototype } from './copies.js';
import type { HiddenAnswer } from './field-plan.js';
import type { FieldStatus } from './field-status.js';
import { NOT_YET, childStatus, entryName } from './field-status.js';
import { isRecord, own } from './json-schema.js';
import { LONGEST_TEXT } from './limits.js';
import { asAnswers } from './root-answer.js';

/** One way of leaving out hidden answers; what it makes of a status is kept with the status. */
interface Reduction {
  readonly leavesOut: (policy: HiddenAnswer) => boolean;
  /** What a value of a field counts as. */
  readonly count: (status: FieldStatus, value: unknown) => unknown;
  readonly kept: 'counted' | 'kept';
  /** Whether only fields that say so can become something else than their value. */
  readonly onlyClearing: boolean;
}

const counting: Reduction = { leavesOut: (policy) => policy !== 'keep', count: counts, kept: 'counted', onlyClearing: false };
const keeping: Reduction = { leavesOut: (policy) => policy === 'clear', count: (_, value) => value, kept: 'kept', onlyClearing: true };

/**
 * The answers as they count, for conditions, validation and submission: hidden ones only where their policy is `keep`; blank
 * text, empty lists and empty optional groups are no answer; a required group is there even when nothing in it is answered,
 * so that its own fields are asked for.
 *
 * @param before - A tree that was counted before: what is the same in both is not looked at again.
 */
export function countedAnswers(root: FieldStatus, before: FieldStatus | undefined, names: ChangedNames): Answers {
  return asAnswers(root.plan.base.spec, reduce(root, before, { reduction: counting, names }));
}

/** The answers as they are kept: those of hidden fields with the policy `clear` are gone. The same object when there are none. */
export function keptAnswers(root: FieldStatus, before: FieldStatus | undefined, names: ChangedNames): Answers {
  return asAnswers(root.plan.base.spec, reduce(root, before, { reduction: keeping, names }));
}

function counts(status: FieldStatus, value: unknown): unknown {
  const { spec, plan } = status;
  if (typeof value === 'string' && value.length > LONGEST_TEXT) return undefined; // refused by the limit, nothing else looks at it
  if (spec.shape === 'group' && status.required && !isRecord(value) && !(value === null && spec.nullable)) return {};
  if (plan.isItem || plan.parent === undefined) return value; // dropping an item would move those after it
  const kept = value === null || (spec.optional === true && isRecord(value)) || (spec.shape === 'group' && status.required) || !isUnanswered(spec, value) || (isRecord(value) && status.children.some(holdsAdded));
  return kept ? value : undefined;
}

/** Whether a group that the person added is in it, perhaps not filled in yet. */
function holdsAdded({ spec, value, children }: FieldStatus): boolean {
  return isRecord(value) && (spec.optional === true || children.some(holdsAdded));
}

interface Work { readonly reduction: Reduction; readonly names: ChangedNames }

function reduce(status: FieldStatus, before: FieldStatus | undefined, work: Work): unknown {
  const { kept, onlyClearing } = work.reduction;
  const known = status[kept];
  if (known !== NOT_YET) return known;
  if (onlyClearing && !status.plan.mayClear) return status.value;
  const value = reduced(status, before, work);
  status[kept] = value;
  return value;
}

function reduced(status: FieldStatus, before: FieldStatus | undefined, work: Work): unknown {
  const { spec, plan, visible, value } = status;
  const { count, leavesOut } = work.reduction;
  const out = !visible && leavesOut(plan.policy);
  if (spec.shape === 'group') return count(status, isRecord(value) ? reducedGroup(status, value, out, before, work) : out ? undefined : value);
  if (out) return undefined;
  if ((spec.shape === 'list' || spec.shape === 'tuple') && Array.isArray(value)) {
    const items = Array.from(value as readonly unknown[], (item, index) => {
      const child = status.children[index];
      const after = child ? reduce(child, before?.children[index], work) : item;
      return after !== undefined ? after : isRecord(item) ? {} : '';
    });
    const counted = spec.shape === 'tuple' && !onlyStored(work) ? untilAnswered(items) : items;
    return count(status, counted.length === value.length && counted.every((item, index) => item === value[index]) ? value : counted);
  }
  return count(status, value);
}

const onlyStored = ({ reduction }: Work): boolean => reduction === keeping;

/** Places at the end of a tuple that nobody answered are not there. */
function untilAnswered(items: readonly unknown[]): readonly unknown[] {
  let length = items.length;
  while (length > 0 && items[length - 1] !== null && isEmpty(items[length - 1])) length -= 1;
  return length === items.length ? items : items.slice(0, length);
}

function reducedGroup(status: FieldStatus, value: Answers, out: boolean, before: FieldStatus | undefined, work: Work): unknown {
  if (work.reduction.onlyClearing && !out && isUntouched(status, value, before, work)) return value;
  return patchedGroup(status, value, out, before, work) ?? wholeGroup(status, value, out, before, work);
}

/** Whether nothing in a group that shows is cleared. */
function isUntouched({ plan, children }: FieldStatus, value: Answers, before: FieldStatus | undefined, work: Work): boolean {
  return plan.entry === undefined && plan.clearing.every((index) => {
    const child = children[index];
    return child === undefined || reduce(child, before?.children[index], work) === own(value, child.spec.name);
  });
}


/** The group of before with what changed in it, where the same names are in it in the same order; `undefined` where it is to be made anew. */
function patchedGroup(status: FieldStatus, value: Answers, out: boolean, before: FieldStatus | undefined, work: Work): Answers | undefined {
  const old = before?.[work.reduction.kept];
  if (before === undefined || !isRecord(old) || !isRecord(before.value) || before.visible !== status.visible || !work.names.keepOrder(before.value, value)) return undefined;
  const changes: (readonly [string, unknown])[] = [];
  let asIs = old === before.value;
  const names = new Set(work.names.between(before.value, value));
  const { children } = status;
  if (children !== before.children) children.forEach((child, index) => { if (child !== before.children[index]) names.add(nameOf(child)); });
  for (const name of names) {
    const child = childStatus(status, name);
    const given = own(value, name);
    const after = child ? reduce(child, sameField(before, child), work) : out ? undefined : given;
    if ((after === undefined) !== (own(old, name) === undefined)) return undefined;
    asIs = asIs && after === given;
    if (after !== own(old, name)) changes.push([name, after]);
  }
  if (asIs) return value;
  if (changes.length === 0) return old;
  const copy = copyOf(old);
  for (const [name, after] of changes) {
    setOwn(copy, name, after);
    work.names.note(old, copy, name, true);
  }
  return copy;
}

const nameOf = (child: FieldStatus): string => (child.plan.role === 'entry' ? entryName(child) : child.spec.name);

function sameField(before: FieldStatus | undefined, child: FieldStatus): FieldStatus | undefined {
  return before && (child.plan.role === 'entry' ? childStatus(before, entryName(child)) : before.children[child.plan.position]);
}

/** A hidden group that is left out still keeps the answers of fields whose own policy says so. */
function wholeGroup(status: FieldStatus, value: Answers, out: boolean, before: FieldStatus | undefined, work: Work): unknown {
  const result = Object.create(null) as Record<string, unknown>;
  let changed = false;
  let size = 0;
  const take = (name: string, given: unknown, child: FieldStatus | undefined): void => {
    const after = child ? reduce(child, sameField(before, child), work) : out ? undefined : given;
    changed = changed || after !== given;
    if (after === undefined) return;
    result[name] = after;
    size += 1;
  };
  for (const name of Object.keys(value)) take(name, value[name], childStatus(status, name));
  // Of the fields without an answer only groups may count.
  for (const index of status.plan.groups) {
    const child = status.children[index];
    if (child && own(value, child.spec.name) === undefined) take(child.spec.name, undefined, child);
  }
  if (!changed) return value;
  if (out && size === 0) return undefined;
  const old = before?.[work.reduction.kept];
  if (isRecord(old) && sameProperties(old, result)) return old;
  return withPrototype(result, size);
}

function sameProperties(left: Answers, right: Answers): boolean {
  const names = Object.keys(left);
  const others = Object.keys(right);
  return names.length === others.length && names.every((name, index) => name === others[index] && left[name] === right[name]);
}
