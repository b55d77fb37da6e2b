import type { FormDefinition, MigrationStep } from '../generated/types.js';
import { nestQuotesIn } from '../locales/nested-quotes.js';
import { toPointer } from '../problems/json-pointer.js';
import type { Locale, Problem } from '../problems/problem.js';
import { hasPlace } from './answer-place.js';
import { gatheredAt, lastItem, renamed } from './migrate-answers.js';

interface Sentence { readonly message: string; readonly remedy: string }

const sentences: Readonly<Record<Locale, Readonly<Record<'version' | 'target' | 'item', (params: { readonly [name: string]: string | number }) => Sentence>>>> = {
  'zh-CN': {
    version: ({ to, version }) => ({ message: `草稿迁移要到第 ${to} 版，而表单现在是第 ${version} 版。`, remedy: '请把表单的 version 改成迁移到的最高一版。' }),
    target: ({ to }) => ({ message: `草稿迁移的新位置 ${to} 在表单里没有对应的问题。`, remedy: '请改成表单里有的问题，或者在后一版里继续迁移它。' }),
    item: ({ from, to }) => ({ message: `草稿迁移不能把 ${from} 移到另一张明细里的 ${to}。`, remedy: '请让两处在同一张明细的同一项里。' }),
  },
  en: {
    version: ({ to, version }) => ({ message: `A migration of drafts leads to version ${to}, and the form is version ${version}.`, remedy: 'Set `version` of the form to the highest version that a migration leads to.' }),
    target: ({ to }) => ({ message: `The form has no question at ${to}, where a migration moves an answer.`, remedy: 'Name a question of the form, or move it on in a later version.' }),
    item: ({ from, to }) => ({ message: `A migration cannot move ${from} to ${to} of another list.`, remedy: 'Keep both in the same item of the same list.' }),
  },
};

/**
 * What is wrong with the `migrations` of a form: a version beyond the form's own, an answer that would be moved to where nobody asks, out of
 * the item of a list. Places are pointers into the definition.
 */
export function checkMigrations(definition: FormDefinition, locale: Locale = 'zh-CN'): readonly Problem[] {
  const { version = 1, migrations = [] } = definition;
  const problem = (code: 'version' | 'target' | 'item', place: readonly (string | number)[], params: Readonly<Record<string, string | number>>): Problem => ({
    code: `form/migration-${code}`, severity: 'error', document: definition.id, pointer: toPointer('migrations', ...place), params, ...nestQuotesIn(sentences[locale][code](params)),
  });
  const movedOn = migrations.flatMap(({ steps }) => steps.map(({ from }) => from));
  return migrations.flatMap(({ to: reached, steps }, index) => [
    ...(reached > version ? [problem('version', [index, 'to'], { to: reached, version })] : []),
    ...steps.flatMap((step, position) =>
      targetTemplates(step).flatMap((to) => {
        const place = [index, 'steps', position];
        // A gathered answer becomes an item: the list has to be reached, not the item.
        if (lastItem(step.from) !== lastItem(step.op === 'gather' ? step.to : to)) return [problem('item', place, { from: step.from, to })];
        return hasPlace(definition, to) || movedOn.some((from) => `${to}/`.startsWith(`${from}/`)) ? [] : [problem('target', place, { to })];
      }),
    ),
  ]);
}

/** Where a step takes an answer; nowhere where it drops it. */
export function targetTemplates(step: MigrationStep): readonly string[] {
  if (step.op === 'rename') return [renamed(step.from, step.name)];
  if (step.op === 'drop') return [];
  if (step.op === 'gather') return [gatheredAt(step)];
  return step.op === 'move' ? [step.to] : step.to;
}
