import type { Answers } from './answers.js';
import { isEmpty } from './answers.js';
import { isUnanswered } from './choice-values.js';
import { withPrototype } from './copies.js';
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
export function countedAnswers(root: FieldStatus, before?: FieldStatus): Answers {
  return asAnswers(root.plan.base.spec, reduce(root, before, counting));
}

/** The answers as they are kept: those of hidden fields with the policy `clear` are gone. The same object when there are none. */
export function keptAnswers(root: FieldStatus, before?: FieldStatus): Answers {
  return asAnswers(root.plan.base.spec, reduce(root, before, keeping));
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

function reduce(status: FieldStatus, before: FieldStatus | undefined, reduction: Reduction): unknown {
  const { kept, onlyClearing } = reduction;
  const known = status[kept];
  if (known !== NOT_YET) return known;
  if (onlyClearing && !status.plan.mayClear) return status.value;
  const value = reduced(status, before, reduction);
  status[kept] = value;
  return value;
}

function reduced(status: FieldStatus, before: FieldStatus | undefined, reduction: Reduction): unknown {
  const { spec, plan, visible, value } = status;
  const { count, leavesOut } = reduction;
  const out = !visible && leavesOut(plan.policy);
  if (spec.shape === 'group') return count(status, isRecord(value) ? reducedGroup(status, value, out, before, reduction) : out ? undefined : value);
  if (out) return undefined;
  if ((spec.shape === 'list' || spec.shape === 'tuple') && Array.isArray(value)) {
    const items = Array.from(value as readonly unknown[], (item, index) => {
      const child = status.children[index];
      const after = child ? reduce(child, before?.children[index], reduction) : item;
      return after !== undefined ? after : isRecord(item) ? {} : '';
    });
    const counted = spec.shape === 'tuple' && reduction !== keeping ? untilAnswered(items) : items;
    return count(status, counted.length === value.length && counted.every((item, index) => item === value[index]) ? value : counted);
  }
  return count(status, value);
}

/** Places at the end of a tuple that nobody answered are not there. */
function untilAnswered(items: readonly unknown[]): readonly unknown[] {
  let length = items.length;
  while (length > 0 && items[length - 1] !== null && isEmpty(items[length - 1])) length -= 1;
  return length === items.length ? items : items.slice(0, length);
}

function sameField(before: FieldStatus | undefined, child: FieldStatus): FieldStatus | undefined {
  return before && (child.plan.role === 'entry' ? childStatus(before, entryName(child)) : before.children[child.plan.position]);
}

/** A hidden group that is left out still keeps the answers of fields whose own policy says so. */
function reducedGroup(status: FieldStatus, value: Answers, out: boolean, before: FieldStatus | undefined, reduction: Reduction): unknown {
  const result = Object.create(null) as Record<string, unknown>;
  let changed = false;
  let size = 0;
  const take = (name: string, given: unknown, child: FieldStatus | undefined): void => {
    const after = child ? reduce(child, sameField(before, child), reduction) : out ? undefined : given;
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
  const old = before?.[reduction.kept];
  if (isRecord(old) && sameProperties(old, result)) return old;
  return withPrototype(result, size);
}

function sameProperties(left: Answers, right: Answers): boolean {
  const names = Object.keys(left);
  const others = Object.keys(right);
  return names.length === others.length && names.every((name, index) => name === others[index] && left[name] === right[name]);
}
