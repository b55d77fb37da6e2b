import { equalJson, isEmpty } from '../form/answers.js';
import { isRecord, own } from '../form/json-schema.js';
import type { FormMigration, GatherStep, MigrationStep } from '../generated/types.js';
import { pointerTokens, toPointer, valueAt } from '../problems/json-pointer.js';
import { withValueAt } from '../problems/with-value-at.js';
import type { AsideAnswer, AsideReason, DraftAnswers } from './form-draft.js';
import type { Titles } from './question-titles.js';
import { pathOf } from './question-titles.js';
import { placesOf, pointerOf, without } from './template-places.js';

/** Answers at their new places, and those that found none. */
export interface MigratedAnswers {
  readonly answers: DraftAnswers;
  readonly aside: readonly AsideAnswer[];
  /** Templates of what was moved: `{ from: '/phone', to: ['/contact/phone'] }`. */
  readonly moved: readonly { readonly from: string; readonly to: readonly string[] }[];
}

/**
 * Takes answers from one version of a form to another, step by step as the form declares. An answer whose new place is taken by another
 * one, or that is dropped, stands in `aside`: no step loses anything.
 *
 * @param from - Version that the answers were filled in with; steps that lead to it or below are done already.
 * @param to - Version to end with.
 * @example migrateAnswers({ phone: '139…' }, [{ to: 2, steps: [{ op: 'move', from: '/phone', to: '/contact/phone' }] }], 1, 2, {}).answers // { contact: { phone: '139…' } }
 */
export function migrateAnswers(answers: DraftAnswers, migrations: readonly FormMigration[], from: number, to: number, titles: Titles): MigratedAnswers {
  const due = migrations.filter((migration) => migration.to > from && migration.to <= to).sort((left, right) => left.to - right.to);
  let migrated: MigratedAnswers = { answers, aside: [], moved: [] };
  for (const step of due.flatMap(({ steps }) => steps)) migrated = migrate(migrated, step, titles);
  return migrated;
}

/** Where an answer goes: values by the template of their new place. None: it is dropped. */
function targetsOf(step: MigrationStep, value: unknown, answers: DraftAnswers, indexes: readonly number[]): readonly (readonly [string, unknown])[] {
  switch (step.op) {
    case 'rename':
      return [[renamed(step.from, step.name), value]];
    case 'move':
      return [[step.to, value]];
    case 'split':
      return typeof value === 'string' ? splitText(value, step.separator, step.to) : [];
    case 'gather':
      return gathered(step, value, valueAt(answers, pointerOf(step.to, indexes)));
    case 'drop':
      return [];
  }
}

/** Into the item that is this one already, or a new one behind the others. */
function gathered({ to, name, with: known }: GatherStep, value: unknown, list: unknown): readonly (readonly [string, unknown])[] {
  const item = withValueAt(known, toPointer(name), value);
  if (!Array.isArray(list)) return [[to, [item]]];
  const items = list as readonly unknown[];
  const index = items.findIndex((each) => isRecord(each) && Object.keys(known).every((key) => equalJson(own(each, key), known[key])));
  return index < 0 ? [[`${to}/${items.length}`, item]] : [[`${to}/${index}${toPointer(name)}`, value]];
}

export function renamed(from: string, name: string): string {
  return toPointer(...pointerTokens(from).slice(0, -1), name);
}

/** Template of where a gathered answer stands. */
export function gatheredAt({ to, name }: GatherStep): string {
  return `${to}/*${toPointer(name)}`;
}

function splitText(text: string, separator: string, to: readonly string[]): readonly (readonly [string, string])[] {
  const parts = text.split(separator);
  const last = to.length - 1;
  return to
    .map((template, index) => [template, (index < last ? (parts[index] ?? '') : parts.slice(last).join(separator)).trim()] as const)
    .filter(([, part]) => part !== '');
}

function migrate(before: MigratedAnswers, step: MigrationStep, titles: Titles): MigratedAnswers {
  let { answers } = before;
  const aside: AsideAnswer[] = [];
  const moved = new Set<string>();
  // From the last to the first: taking an item out of a list moves those behind it.
  for (const { pointer, indexes } of [...placesOf(answers, step.from)].reverse()) {
    const value = valueAt(answers, pointer);
    const path = step.op === 'drop' && step.title !== undefined ? [...pathOf(titles, answers, pointer).slice(0, -1), step.title] : pathOf(titles, answers, pointer);
    const keepAside = (reason: AsideReason): void => void aside.unshift({ pointer, value, path, reason });
    const rest = without(answers, pointer);
    const targets = targetsOf(step, value, rest, indexes);
    if (targets.length === 0) {
      if (!isEmpty(value)) keepAside(step.op === 'drop' ? 'dropped' : 'other-kind');
      answers = rest;
    } else if (targets.every(([to]) => isFree(rest, step.from, to, indexes))) {
      for (const [to] of targets) moved.add(step.op === 'gather' ? gatheredAt(step) : to);
      answers = targets.reduce<DraftAnswers>((filled, [to, part]) => withValueAt(filled, pointerOf(to, indexes), part) as DraftAnswers, rest);
    } else {
      if (!isEmpty(value)) keepAside('occupied');
      answers = rest;
    }
  }
  return { answers, aside: [...before.aside, ...aside], moved: moved.size === 0 ? before.moved : [...before.moved, { from: step.from, to: [...moved] }] };
}

/** Whether the way to the new place runs through the same items, through groups only after them, and ends where nothing was answered. */
function isFree(answers: DraftAnswers, from: string, to: string, indexes: readonly number[]): boolean {
  if (lastItem(from) !== lastItem(to)) return false;
  const tokens = pointerTokens(pointerOf(to, indexes));
  const around = tokens.map((_, index) => valueAt(answers, toPointer(...tokens.slice(0, index))));
  const isContainer = (value: unknown): boolean => value === undefined || (typeof value === 'object' && value !== null);
  return around.every(isContainer) && isEmpty(valueAt(answers, pointerOf(to, indexes)));
}

/** The part of a template up to its last `*`. */
export function lastItem(template: string): string {
  const tokens = pointerTokens(template);
  return toPointer(...tokens.slice(0, tokens.lastIndexOf('*') + 1));
}
