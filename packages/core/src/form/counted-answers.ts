import type { FieldSettings } from '../generated/types.js';
import type { Answers } from './answers.js';
import { isEmpty } from './answers.js';
import type { FieldStatus } from './field-status.js';
import { define, isRecord, own } from './json-schema.js';
import { LONGEST_TEXT } from './limits.js';

type HiddenAnswer = NonNullable<FieldSettings['hiddenAnswer']>;

/** Which hidden answers a view of the answers leaves out. */
type LeaveOut = (policy: HiddenAnswer) => boolean;

/**
 * The answers as they count, for conditions, validation and submission: hidden ones only where their policy is `keep`; blank
 * text, empty lists and empty optional groups are no answer; a required group is there even when nothing in it is answered,
 * so that its own fields are asked for.
 */
export function countedAnswers(root: FieldStatus): Answers {
  const value = reduced(root, root.value, 'keepButNotSubmit', (policy) => policy !== 'keep', counts);
  return isRecord(value) ? value : {};
}

/** The answers as they are kept: those of hidden fields with the policy `clear` are gone. The same object when there are none. */
export function keptAnswers(root: FieldStatus): Answers {
  const value = reduced(root, root.value, 'keepButNotSubmit', (policy) => policy === 'clear', (_, value) => value);
  return isRecord(value) ? value : {};
}

/** What a value of a field counts as. */
type Count = (status: FieldStatus, value: unknown) => unknown;

function counts(status: FieldStatus, value: unknown): unknown {
  const { spec } = status;
  if (typeof value === 'string' && value.length > LONGEST_TEXT) return undefined; // refused by the limit, nothing else looks at it
  if (spec.shape === 'group' && status.required && !isRecord(value)) return {};
  if (spec.name === '*' || spec.template === '') return value; // dropping an item would move those after it
  const kept = value === null || (spec.shape === 'group' && status.required) || !isEmpty(value);
  return kept ? value : undefined;
}

function reduced(status: FieldStatus, value: unknown, inherited: HiddenAnswer, leaveOut: LeaveOut, count: Count): unknown {
  const { spec, visible } = status;
  const policy = spec.settings.hiddenAnswer ?? inherited;
  const out = !visible && leaveOut(policy);
  if (spec.shape === 'group') return count(status, isRecord(value) ? reducedGroup(status, value, policy, out, leaveOut, count) : out ? undefined : value);
  if (out) return undefined;
  if (spec.shape === 'list' && Array.isArray(value)) {
    const items = value.map((item: unknown, index) => {
      const child = status.children[index];
      const after = child ? reduced(child, item, policy, leaveOut, count) : item;
      return after !== undefined ? after : isRecord(item) ? {} : '';
    });
    return count(status, items.every((item, index) => item === value[index]) ? value : items);
  }
  return count(status, value);
}

/** A hidden group that is left out still keeps the answers of fields whose own policy says so. */
function reducedGroup(status: FieldStatus, value: Answers, policy: HiddenAnswer, out: boolean, leaveOut: LeaveOut, count: Count): unknown {
  const children = new Map(status.children.map((child) => [child.spec.name, child]));
  const names = new Set([...Object.keys(value), ...children.keys()]);
  const result: Record<string, unknown> = {};
  let changed = false;
  for (const name of names) {
    const before = own(value, name);
    const child = children.get(name);
    const after = child ? reduced(child, before, policy, leaveOut, count) : out ? undefined : before;
    if (after !== undefined) define(result, name, after);
    changed = changed || after !== before;
  }
  if (!changed) return value;
  return out && Object.keys(result).length === 0 ? undefined : result;
}
