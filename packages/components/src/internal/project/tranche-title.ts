import type { Locale, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { FundedProject } from '@cobuild/rules';
import { tranchesOf } from '@cobuild/rules';

/** What a tranche is called: as the contract has it, which is Chinese; in another language as the scheme has it, where it knows the tranche. */
export function trancheTitle(scheme: Scheme, project: FundedProject, id: string, locale: Locale): string {
  const agreed = project.agreement.tranches.find((tranche) => tranche.id === id)?.title ?? '';
  const known = locale === 'zh-CN' ? '' : localize(tranchesOf(scheme, project).find((tranche) => tranche.id === id)?.title, locale);
  return known || agreed || id;
}
