import type { FormDefinition } from '../generated/types.js';
import { draftForm } from './definition-form.js';
import type { FormDraft } from './form-draft.js';
import { DRAFT_FORMAT } from './form-draft.js';
import { titlesOf } from './question-titles.js';

/** What a draft is made of; lists that are empty are left out of it. */
export type DraftParts = Pick<FormDraft, 'answers' | 'base' | 'savedAt' | 'revision'> &
  Partial<Pick<FormDraft, 'author' | 'aside' | 'prefilled'>> & { readonly scheme?: { readonly id: string; readonly version: string } };

/** A draft of answers, with the form that they belong to and the titles of what was answered. The clock is the caller's. */
export function makeDraft(definition: FormDefinition, { scheme, author, aside = [], prefilled = [], ...parts }: DraftParts): FormDraft {
  return {
    formatVersion: DRAFT_FORMAT,
    form: draftForm(definition, scheme),
    answers: parts.answers,
    base: parts.base,
    savedAt: parts.savedAt,
    revision: parts.revision,
    titles: titlesOf(definition, parts.answers),
    ...(author === undefined ? {} : { author }),
    ...(aside.length === 0 ? {} : { aside }),
    ...(prefilled.length === 0 ? {} : { prefilled }),
  };
}
