import type { PGlite } from '@electric-sql/pglite';
import type { FormDefinition, Locale, Scheme } from '@cobuild/core';
import { applicationForm, dateInZone, formatDate } from '@cobuild/core';
import type { CaseService } from './case-service.js';
import type { PublishedSchemes } from './published-schemes.js';

/** What is under way in a scheme, as the editor's page that publishes asks for it (`SchemeUsage` of `@cobuild/components`). */
export interface SchemeUse {
  readonly usedVersions: readonly string[];
  readonly current?: { readonly version: string; readonly form?: FormDefinition; readonly forms: readonly FormDefinition[] };
  readonly drafts: number;
  readonly returned: number;
  readonly cases: readonly { readonly version: string; readonly count: number }[];
  readonly batches: readonly { readonly title: string; readonly version: string }[];
}

const words = {
  'zh-CN': (day: string): string => `${formatDate(day, 'zh-CN')}起受理的批次`,
  en: (day: string): string => `batch open since ${formatDate(day, 'en')}`,
};

/** Counts what meets a new version of a scheme. Nobody's answers are read for it. */
export class SchemeUses {
  constructor(private readonly database: PGlite, private readonly schemes: PublishedSchemes, private readonly cases: CaseService) {}

  async of(schemeId: string, locale: Locale): Promise<SchemeUse> {
    const [versions, all, current, drafts] = await Promise.all([this.schemes.list(schemeId), this.cases.all(schemeId), this.schemes.current(schemeId), this.#drafts(schemeId)]);
    const open = all.filter(({ state }) => state.status === 'open');
    const versionOf = (hash: string): string => versions.find((version) => version.hash === hash)?.version ?? '';
    const countOf = (hash: string): number => open.filter(({ running }) => running.hash === hash).length;
    const form = current === undefined ? undefined : formOf(current.scheme);
    return {
      usedVersions: versions.map(({ version }) => version),
      ...(current === undefined ? {} : { current: { version: versionOf(current.hash), ...(form === undefined ? {} : { form }), forms: current.scheme.forms } }),
      drafts: drafts.filter((draft) => draft.caseId === undefined).length,
      returned: drafts.filter((draft) => draft.caseId !== undefined).length,
      cases: versions.map(({ version, hash }) => ({ version, count: countOf(hash) })).filter(({ count }) => count > 0),
      batches: versions.filter(({ hash, active }) => active || countOf(hash) > 0).map(({ version, publishedAt }) => ({ version, title: words[locale](dateInZone(publishedAt)) })),
    };
  }

  /** What each draft of a scheme is about; one of an earlier portal names no scheme, and is of the first. */
  async #drafts(schemeId: string): Promise<readonly { readonly caseId?: string }[]> {
    const [{ rows }, first] = await Promise.all([this.database.query<{ details: string }>('select details from drafts'), this.schemes.current()]);
    return rows.map(({ details }) => JSON.parse(details) as { readonly scheme?: string; readonly caseId?: string }).filter(({ scheme = first?.scheme.id }) => scheme === schemeId);
  }
}

const formOf = (scheme: Scheme): FormDefinition | undefined => applicationForm(scheme)?.value as FormDefinition | undefined;
