import type { LocalizedText, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import type { AgreedTranche } from './contract-types.js';

/** What a tranche is called: as the contract has it, which is Chinese; in another language as the scheme has it, where it knows the tranche. */
export function agreedTrancheTitle(scheme: Scheme, { id, title }: Pick<AgreedTranche, 'id' | 'title'>): LocalizedText {
  const { tranches } = resolvedScheme(scheme).allocation ?? {};
  const known = Array.isArray(tranches) ? tranches.find((tranche) => tranche.id === id)?.title : undefined;
  return { ...(typeof known === 'object' ? known : {}), 'zh-CN': title || localize(known, 'zh-CN') || id };
}

/** A role in the words of the scheme; its id where there is no scheme, or none of that name in it. */
export function roleName(scheme: Scheme | undefined, id: string | undefined): LocalizedText | string | undefined {
  return scheme?.organisation.roles.find((role) => role.id === id)?.title ?? id;
}

/** A rule about changes in the words of the scheme. */
export function changeRuleName(scheme: Scheme | undefined, id: string): LocalizedText | string {
  return scheme?.supervision?.changes?.find((rule) => rule.id === id)?.title ?? id;
}
