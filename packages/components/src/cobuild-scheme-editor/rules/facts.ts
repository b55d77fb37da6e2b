import type { Locale } from '@cobuild/core';
import { valueAt, withOwnDefinitions } from '@cobuild/core';
import type { FactChoice } from '@cobuild/rules';
import { factChoices } from '@cobuild/rules';
import type { EditorContext } from '../editor-context.js';

/** Parts of a scheme that name no fact: editing them leaves the choices as they are. */
const NAMELESS = ['forms', 'tests', 'thresholds', 'publicity', 'title', 'version'];

interface Kept { key?: string; forms?: readonly unknown[]; locale?: Locale; choices?: readonly FactChoice[] }

/** The facts that a condition may compare, as `factChoices` says them; not looked for anew with each letter of a title while forms and all that names facts are the same. */
export function factsAt(context: EditorContext, pointer: string): readonly FactChoice[] {
  const { document, locale } = context;
  const forms = valueAt(document, '/forms');
  const list: readonly unknown[] = Array.isArray(forms) ? (forms as readonly unknown[]) : [];
  const parts = Object.entries((document ?? {}) as Readonly<Record<string, unknown>>).filter(([name]) => !NAMELESS.includes(name));
  const key = JSON.stringify([pointer.split('/').slice(0, 3), ...parts.map(([name, part]) => [name, name === 'eligibility' ? { ...(part as object), rules: [] } : part])]);
  const kept = context.keep<Kept>('facts', () => ({}));
  const isSame = kept.key === key && kept.locale === locale && kept.forms?.length === list.length && list.every((form, index) => form === kept.forms?.[index]);
  if (!isSame || kept.choices === undefined) Object.assign(kept, { key, forms: list, locale, choices: factChoices(withOwnDefinitions(document), pointer, locale) });
  return kept.choices ?? [];
}
