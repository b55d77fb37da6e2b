import type { Facts, FormDefinition, Scheme } from '@cobuild/core';
import { parametersFact } from '@cobuild/core';
import type { CaseAction, CaseState } from '@cobuild/rules';
import { applicationForm, meetingsOf } from '@cobuild/rules';

type Answers = Readonly<Record<string, unknown>>;

/** A register of discussions in answers: the steps that were entered under its field. */
const stepsOf = (value: unknown): readonly Answers[] => {
  const steps = (value as { readonly steps?: unknown } | undefined)?.steps;
  return Array.isArray(steps) ? (steps as readonly Answers[]) : [];
};

const registers = (form: FormDefinition | undefined): readonly (readonly [key: string, steps: readonly { readonly id: string }[]])[] =>
  Object.entries(form?.fields ?? {}).flatMap(([pointer, { record }]) => (record?.discussions === undefined ? [] : [[pointer.slice(1), record.discussions.steps] as const]));

/**
 * What a sheet begins with: as it was filled in last, else heads and votes of its meeting, and matter and source as the application has them, in its register of discussions. A person
 * checks it and adds the rest.
 */
export function sheetStart(scheme: Scheme, state: CaseState, stage: string, form: FormDefinition, today: string): Answers {
  const filled = (state.evidence ?? []).filter((record) => record.stage === stage && record.kind === form.id && record.answers !== undefined).pop();
  if (filled?.answers !== undefined) return filled.answers;
  const meeting = meetingsOf(state).filter((held) => held.stage === stage).pop();
  if (meeting === undefined) return {};
  const counts = (state.meeting === meeting ? state.vote : state.meetings?.find((held) => held === meeting)?.vote)?.counts;
  const recused = new Set((meeting.recused ?? []).map(({ member }) => member));
  const [said] = registers(applicationForm(scheme)).flatMap(([key]) => stepsOf(state.answers[key]));
  const step = {
    date: today, entitled: meeting.members.length - recused.size, present: meeting.present.filter((member) => !recused.has(member)).length,
    ...(counts === undefined ? {} : { for: counts.yes, against: counts.no, abstain: counts.abstain }),
    ...(said?.['source'] === undefined ? {} : { source: said['source'] }), ...(said?.['motion'] === undefined ? {} : { motion: said['motion'] }),
  };
  return Object.fromEntries(registers(form).map(([key, steps]) => [key, { steps: steps.slice(0, 1).map(({ id }) => ({ step: id, ...step })) }]));
}

export const sheetAction = (stage: string, form: string, on: string, answers: Answers): CaseAction => ({ type: 'evidenceRecorded', data: { kind: form, on, stage, answers } });

/** What the form of a sheet is judged by, beside its own answers. */
export const sheetFacts = (scheme: Scheme, { applicant }: CaseState, today: string): Facts => ({ applicant, today, parameters: parametersFact(scheme) });
