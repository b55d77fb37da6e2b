import type { Case, SameFact } from '@cobuild/core';
import { resolvePath } from '../conditions/index.js';

/** An answer, or a detail of the applicant. */
export function factIn({ applicant, answers }: Pick<Case, 'applicant' | 'answers'>, { fact, path }: SameFact): unknown {
  const value = fact === 'applicant' ? applicant : Object.prototype.hasOwnProperty.call(answers, fact) ? answers[fact] : undefined;
  return path === undefined ? value : resolvePath(value, path);
}
