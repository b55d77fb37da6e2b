import type { Scheme } from '@cobuild/core';
import type { CaseState } from '@cobuild/rules';
import { applicationForm } from '@cobuild/rules';

interface Answer { readonly enum?: unknown; readonly oneOf?: unknown; readonly format?: unknown }

/** What people call a case: the project's name, else the first answer of its form that is in words (a choice or a date names nothing), else its number. */
export function caseTitle(scheme: Scheme, { id, answers }: Pick<CaseState, 'id' | 'answers'>): string {
  const form = applicationForm(scheme);
  const { properties = {} } = (form?.schema ?? {}) as { readonly properties?: Readonly<Record<string, Answer>> };
  const placed = (form?.layout?.steps ?? []).flatMap(({ sections }) => (sections ?? []).flatMap(({ fields = [] }) => fields)).map((pointer) => pointer.replace(/^\//, ''));
  const inWords = [...placed, ...Object.keys(properties)].filter((name) => {
    const { enum: choices, oneOf, format } = properties[name] ?? {};
    return choices === undefined && oneOf === undefined && format === undefined;
  });
  return ['projectName', ...inWords].map((name) => answers[name]).find((answer): answer is string => typeof answer === 'string' && answer !== '') ?? id;
}
