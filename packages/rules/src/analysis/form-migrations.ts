import type { FormDefinition, LoadResult, Locale, Problem } from '@cobuild/core';
import { checkMigrations } from '@cobuild/core';
import { listAt } from './fact-shapes.js';
import type { SoundParts } from './sound-parts.js';

/** What is wrong with how the drafts of each form are carried over into its next version. */
export function migrationProblems({ scheme, isSound }: SoundParts, locate: LoadResult['locate'], locale: Locale): readonly Problem[] {
  return (listAt(scheme, '/forms') as readonly FormDefinition[]).flatMap((form, index) => {
    const at = `/forms/${index}`;
    // The questions that answers are moved to stand in the schema.
    if (!isSound(`${at}/migrations`) || !isSound(`${at}/schema`) || !isSound(`${at}/version`) || form.migrations === undefined) return [];
    return checkMigrations(form, locale).map((problem): Problem => ({ ...problem, ...locate(`${at}${problem.pointer}`) }));
  });
}
