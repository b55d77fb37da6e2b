import type { FormDefinition, Scheme } from '@cobuild/core';

/** The form of the first stage: what an applicant fills in. */
export function applicationForm(scheme: Scheme): FormDefinition | undefined {
  const id = scheme.stages.find(({ method }) => method === 'application')?.form;
  return scheme.forms.find((form) => form.id === id);
}
