import { isEmpty } from '../form/answers.js';
import { isRecord } from '../form/json-schema.js';
import type { FormDefinition } from '../generated/types.js';
import { toPointer } from '../problems/json-pointer.js';
import { nothingIn, withoutPlaceless } from './answers-without-place.js';
import { draftForm } from './definition-form.js';
import type { AsideAnswer, DraftAnswers, StoredDraft } from './form-draft.js';
import type { MigratedAnswers } from './migrate-answers.js';
import { migrateAnswers } from './migrate-answers.js';
import { pathOf } from './question-titles.js';

/**
 * What a draft is to a form: filled in with the `same` definition; with an earlier or otherwise `changed` one; with a `newer` version than the
 * page has; with an `other-form`; or `unnamed`, from a storage that does not keep it.
 */
export type DraftMatch = 'same' | 'changed' | 'newer' | 'other-form' | 'unnamed';

/** A draft made ready for a form. */
export interface OpenedDraft {
  readonly match: DraftMatch;
  readonly answers: DraftAnswers;
  /** The shared answers, taken the same way, so that a merge compares like with like. */
  readonly base: DraftAnswers;
  /** All answers beside the form: those that the draft brought and those that found no place now. */
  readonly aside: readonly AsideAnswer[];
  /** Those of them that found no place now. */
  readonly newlyAside: readonly AsideAnswer[];
  readonly moved: MigratedAnswers['moved'];
}

/** Compares the definition that a draft was filled in with to the one at hand. */
export function matchDraft(draft: StoredDraft, definition: FormDefinition): DraftMatch {
  const { form } = draft;
  if (form === undefined) return 'unnamed';
  const now = draftForm(definition);
  if (form.id !== now.id) return 'other-form';
  if (form.hash === now.hash) return 'same';
  return form.version > now.version ? 'newer' : 'changed';
}

/**
 * Makes a draft ready for the form as it is now: moves answers as the form's `migrations` declare, and sets those aside that have no place any
 * more. Nothing is lost: what is not in `answers` is in `aside`, with its name.
 *
 * @example
 * const { match, answers, aside } = openDraft(stored, definition);
 * aside.map((answer) => asideLabel(answer, 'zh-CN')) // ['旧联系电话']
 */
export function openDraft(draft: StoredDraft, definition: FormDefinition): OpenedDraft {
  const match = matchDraft(draft, definition);
  const base = draft.base ?? {};
  const before = draft.aside ?? [];
  if (match === 'same' || match === 'unnamed') return { match, answers: draft.answers, base, aside: before, newlyAside: [], moved: [] };
  if (match === 'other-form') {
    const all = everything(draft);
    return { match, answers: nothingIn(definition), base: {}, aside: [...before, ...all], newlyAside: all, moved: [] };
  }
  const taken = take(draft, draft.answers, definition);
  return { match, answers: taken.answers, base: take(draft, base, definition).answers, aside: [...before, ...taken.aside], newlyAside: taken.aside, moved: taken.moved };
}

/** All answers of a draft, beside a form that it does not belong to: name by name, or the one outermost answer. */
function everything({ answers, titles = {} }: StoredDraft): readonly AsideAnswer[] {
  const given: unknown = answers;
  const aside = (pointer: string, value: unknown): AsideAnswer => ({ pointer, value, path: pathOf(titles, answers, pointer), reason: 'other-form' });
  if (isRecord(given)) return Object.keys(given).map((name) => aside(toPointer(name), given[name]));
  return isEmpty(given) ? [] : [aside('', given)];
}

function take({ form, titles = {} }: StoredDraft, answers: DraftAnswers, definition: FormDefinition): MigratedAnswers {
  const migrated = migrateAnswers(answers, definition.migrations ?? [], form?.version ?? 1, definition.version ?? 1, titles);
  const placed = withoutPlaceless(definition, migrated.answers, titles);
  return { answers: placed.answers, aside: [...migrated.aside, ...placed.aside], moved: migrated.moved };
}
