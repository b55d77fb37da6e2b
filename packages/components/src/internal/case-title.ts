import type { Scheme } from '@cobuild/core';
import type { CaseState } from '@cobuild/rules';
import { applicationForm } from '@cobuild/rules';

/** What people call a case: the project's name, else the first answer of its form, else its number. */
export function caseTitle(scheme: Scheme, { id, answers }: Pick<CaseState, 'id' | 'answers'>): string {
  const first = applicationForm(scheme)?.layout?.steps?.[0]?.sections?.[0]?.fields?.[0]?.replace(/^\//, '') ?? 'projectName';
  return [answers['projectName'], answers[first]].find((answer): answer is string => typeof answer === 'string' && answer !== '') ?? id;
}
