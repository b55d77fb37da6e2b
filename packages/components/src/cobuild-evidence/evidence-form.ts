import type { FormDefinition } from '@cobuild/core';
import type { CaseAction } from '@cobuild/rules';
import { dayQuestion, enteredText, filesQuestion, shortForm, textQuestion } from '../internal/project/form-parts.js';
import type { EvidenceWords } from './words.js';

/** What is asked of a record, as the event of the log can hold it; files only where the page keeps them. */
export function evidenceForm(title: string, text: EvidenceWords, keepsFiles: boolean): FormDefinition {
  return shortForm('evidence', title, {
    on: dayQuestion(text.on, text.onHelp),
    participants: textQuestion(text.participants, { required: false, help: text.participantsHelp, most: 400 }),
    text: textQuestion(text.text, { required: false, long: true, help: text.textHelp }),
    files: keepsFiles ? filesQuestion(text.files) : undefined,
  });
}

export function evidenceAction(kind: string, answers: Readonly<Record<string, unknown>>): CaseAction {
  const participants = enteredText(answers, 'participants').split(/[、,，;；]/).map((name) => name.trim()).filter((name) => name !== '');
  const text = enteredText(answers, 'text');
  const { files } = answers;
  const ids = Array.isArray(files) ? (files as readonly { readonly id: string }[]).map(({ id }) => id) : [];
  return { type: 'evidenceRecorded', data: { kind, on: answers['on'], ...(text === '' ? {} : { text }), ...(participants.length === 0 ? {} : { participants }), ...(ids.length === 0 ? {} : { files: ids }) } };
}
