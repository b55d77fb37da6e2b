import type { Locale, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { FundedProject } from '@cobuild/rules';
import { trancheTitle as titleOf } from '@cobuild/rules';

/** What a tranche is called in the language of the page. */
export function trancheTitle(scheme: Scheme, project: FundedProject, id: string, locale: Locale): string {
  return localize(titleOf(scheme, project, id), locale);
}
