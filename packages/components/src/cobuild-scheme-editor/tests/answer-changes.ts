import type { JsonChange } from '@cobuild/core';
import { escapeToken } from '@cobuild/core';

type Answers = Readonly<Record<string, unknown>>;

/**
 * What makes the answers of a case those that a form would hand in now, with as little as that takes: what stays the same keeps its place and its writing.
 *
 * @param pointer - Where the answers stand: `/tests/3/case/answers`.
 * @param before - Answers of the case. @param after - Those that the form hands in.
 * @param changed - Name of the answer that somebody changed. Others are taken over where the case has them already: a sum follows what it adds up, what became hidden goes.
 * @param isAsked - Whether the form asks for an answer of the name; others are none of its business and stay.
 * @example answerChanges('/tests/0/case/answers', { households: 19 }, { households: 20, total: 5 }, 'households', () => true) // [{ kind: 'set', pointer: '/tests/0/case/answers/households', value: 20 }]
 */
export function answerChanges(pointer: string, before: Answers, after: Answers, changed: string, isAsked: (name: string) => boolean): readonly JsonChange[] {
  const names = new Set([...Object.keys(before).filter(isAsked), ...(changed === '' ? [] : [changed])]);
  return [...names].flatMap((name) => differences(`${pointer}/${escapeToken(name)}`, before[name], after[name]));
}

function differences(pointer: string, before: unknown, after: unknown): readonly JsonChange[] {
  if (before === after) return [];
  if (after === undefined) return [{ kind: 'remove', pointer }];
  if (isRecord(before) && isRecord(after)) return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => differences(`${pointer}/${escapeToken(name)}`, before[name], after[name]));
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) return after.flatMap((item, index) => differences(`${pointer}/${index}`, before[index], item));
  return [{ kind: 'set', pointer, value: after }];
}

const isRecord = (value: unknown): value is Answers => value !== null && typeof value === 'object' && !Array.isArray(value);
