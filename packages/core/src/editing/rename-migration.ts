import { hasPlace } from '../drafts/answer-place.js';
import { renamed } from '../drafts/migrate-answers.js';
import { targetTemplates } from '../drafts/check-migrations.js';
import type { FormDefinition, FormMigration, MigrationStep } from '../generated/types.js';
import type { JsonChange } from './json-edits.js';

/**
 * The changes of `version` and `migrations` by which drafts of a form that is in use follow when one of its fields gets another name. None where the form in use does not ask for the field.
 *
 * @param form - The form that is edited. @param at - Where it stands in the scheme: `/forms/0`. @param published - The form in use.
 */
export function renameMigration(form: unknown, at: string, field: string, name: string, published: FormDefinition): readonly JsonChange[] {
  const { version = 1, migrations = [] } = form as Partial<FormDefinition>;
  const { version: used = 1 } = published;
  const pending = migrations.filter(({ to }) => to > used).flatMap(({ steps }) => steps);
  if (!hasPlace(published, originOf(field, pending))) return [];
  const to = Math.max(version, used + 1);
  const counted: readonly JsonChange[] = version === to ? [] : [{ kind: 'set', pointer: `${at}/version`, value: to }];
  const place = migrations.findIndex((migration) => migration.to === to);
  if (place >= 0) return [...counted, { kind: 'set', pointer: `${at}/migrations/${place}/steps`, value: withRename(migrations[place]?.steps ?? [], field, name) }];
  const added: FormMigration = { to, steps: [{ op: 'rename', from: field, name }] };
  return [...counted, migrations.length === 0 ? { kind: 'set', pointer: `${at}/migrations`, value: [added] } : { kind: 'insert', pointer: `${at}/migrations`, index: migrations.length, value: added }];
}

/** Where the form in use has the answer that the steps bring to a field. */
function originOf(field: string, steps: readonly MigrationStep[]): string {
  return [...steps].reverse().reduce((place, step) => {
    const target = targetTemplates(step).find((each) => `${place}/`.startsWith(`${each}/`));
    return target === undefined ? place : step.from + place.slice(target.length);
  }, field);
}

/** Whoever changes the same name again means one new name; whoever changes it back means none. */
function withRename(steps: readonly MigrationStep[], field: string, name: string): readonly MigrationStep[] {
  const last = steps[steps.length - 1];
  if (last?.op !== 'rename' || renamed(last.from, last.name) !== field) return [...steps, { op: 'rename', from: field, name }];
  const others = steps.slice(0, -1);
  return renamed(last.from, name) === last.from ? others : [...others, { ...last, name }];
}
