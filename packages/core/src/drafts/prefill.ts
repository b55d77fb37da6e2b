import { equalJson, isEmpty } from '../form/answers.js';
import { valueAt } from '../problems/json-pointer.js';
import { withValueAt } from '../problems/with-value-at.js';
import type { LocalizedText } from '../problems/problem.js';
import type { DraftAnswers } from './form-draft.js';

/** An answer that a host already knows, with where it comes from. */
export interface PrefilledAnswer {
  readonly pointer: string;
  readonly value: unknown;
  /** `{ id: 'organisations', title: '组织机构库' }` */
  readonly source: { readonly id: string; readonly title: LocalizedText | string };
  /** When the source had it so: an instant, ISO 8601. */
  readonly at: string;
}

/** Where answers come from that nobody should have to give twice. A host asks its registers, or last year's application. */
export interface PrefillAdapter {
  /** @param form - Id of the form definition. */
  answersFor(form: string): Promise<readonly PrefilledAnswer[]>;
}

export interface Prefilled {
  readonly answers: DraftAnswers;
  /** What stands in the answers from a source, to be kept with the draft. */
  readonly prefilled: readonly PrefilledAnswer[];
}

/**
 * Fills in what a host knows, only where nothing is answered: what a person typed, and what they emptied on purpose after it was filled in
 * once, stays theirs. A value that a source filled in before and nobody changed follows the source.
 *
 * @param earlier - What was filled in before, as kept with the draft.
 * @example prefill({ name: '我写的' }, [{ pointer: '/name', value: '和顺社区', source, at }]).answers.name // '我写的'
 */
export function prefill(answers: DraftAnswers, known: readonly PrefilledAnswer[], earlier: readonly PrefilledAnswer[] = []): Prefilled {
  let filled = answers;
  const kept = new Map(earlier.map((answer) => [answer.pointer, answer]));
  for (const answer of known) {
    const now = valueAt(filled, answer.pointer);
    const before = kept.get(answer.pointer);
    const untouched = before === undefined ? isEmpty(now) : equalJson(now, before.value);
    if (!untouched || isEmpty(answer.value) || answer.pointer === '') continue;
    filled = withValueAt(filled, answer.pointer, answer.value) as DraftAnswers;
    kept.set(answer.pointer, answer);
  }
  return { answers: filled, prefilled: [...kept.values()] };
}
