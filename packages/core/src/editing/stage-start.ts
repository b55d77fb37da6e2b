import { equalJson } from '../form/answers.js';
import { formatValue } from '../locales/format-words.js';
import { toPointer, valueAt } from '../problems/json-pointer.js';
import { NEEDS, OUTCOMES } from '../scheme/checks/stages.js';
import { isObject } from '../validation/instance.js';
import type { JsonChange } from './json-edits.js';
import { startValue } from './start-value.js';

interface Outcome { readonly id: string; readonly title: object; readonly kind: string; readonly to: string; readonly reason?: 'required' }

/** The kinds of outcome that a stage begins with, by its method: the way onward first. */
const KINDS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  application: ['submit'], approval: ['forward', 'return', 'reject'], checklist: ['forward', 'return', 'reject'], score: ['forward'], vote: ['passed', 'failed'], publicVote: ['passed', 'failed'],
  publicity: ['confirmed', 'reject'], rule: ['forward', 'reject'], record: ['forward'],
};
const ONWARD: readonly string[] = ['submit', 'forward', 'passed', 'confirmed'];
const IDS: Readonly<Record<string, string>> = { submit: 'submitted', forward: 'approved', return: 'returned', reject: 'rejected' };
const TITLES: Readonly<Record<string, string>> = { submit: '提交', forward: '通过', return: '退回补正', reject: '不予通过', confirmed: '公示无异议' };
/** Where the things stand that a method settles a stage with. */
const LISTS: Readonly<Record<string, string>> = { form: '/forms', threshold: '/thresholds', notice: '/publicity/notices' };

/**
 * What adds a stage to the way of a case: it stands behind another one, takes over where that one leads to, and is reviewed by whoever reviewed before.
 *
 * @param index - Where it is to stand, 1 or more: the application stays the first.
 * @example draft.change(stageInsertion(draft.document, 2)) // the review leads to the new stage, and that to where the review led
 */
export function stageInsertion(document: unknown, index: number): readonly JsonChange[] {
  const stage = { ...(startValue(document, `/stages/${index}`) as Readonly<Record<string, unknown>>), actor: { role: reviewerOf(document) }, method: index === 0 ? 'application' : 'approval' };
  const id = String((stage as { readonly id?: unknown }).id);
  const before = `/stages/${index - 1}`;
  const ways = outcomesAt(document, before).map((outcome, at) => ({ outcome, pointer: `${before}/outcomes/${at}/to` })).filter(({ outcome }) => ONWARD.includes(outcome.kind));
  const to = ways[0]?.outcome.to ?? 'approved';
  const insert: JsonChange = { kind: 'insert', pointer: '/stages', index, value: { ...stage, outcomes: outcomesFor(document, stage.method, to) } };
  // Only what led on together with the first way is led here: a way that somebody laid elsewhere stays.
  return [...ways.filter(({ outcome }) => outcome.to === to).map(({ pointer }): JsonChange => ({ kind: 'set', pointer, value: id })), insert];
}

/**
 * What gives a stage another method: with it the vote rule, the notice or the form that it needs (one that is there, else a new one, still undecided), and the outcomes without which
 * a case would stop. Outcomes that fit the new method stay as they are; what the former method brought along and nobody has touched goes: whoever steps through a list of methods leaves nothing behind.
 *
 * @param pointer - Of the stage: `/stages/2`.
 */
export function stageMethodChanges(document: unknown, pointer: string, method: string): readonly JsonChange[] {
  const changes: JsonChange[] = [{ kind: 'set', pointer: `${pointer}/method`, value: method }, ...withoutUntouched(document, pointer, method)];
  const need = NEEDS[method];
  if (need !== undefined && valueAt(document, `${pointer}/${need}`) === undefined) {
    const list = LISTS[need] ?? '';
    const first = valueAt(document, `${list}/0/id`);
    const made = typeof first === 'string' ? undefined : (startValue(document, `${list}/0`) as { readonly id: string } | undefined);
    if (made !== undefined) changes.push(...listWith(document, list, made));
    changes.push({ kind: 'set', pointer: `${pointer}/${need}`, value: first ?? made?.id ?? '' });
  }
  const present = outcomesAt(document, pointer);
  const kinds = KINDS[method] ?? ['forward'];
  const fitting = present.filter(({ kind }) => kinds.includes(kind) || kind === 'withdraw');
  const isWhole = fitting.length === present.length && fitting.some(({ kind }) => kind === kinds[0]) && (OUTCOMES[method] ?? []).every((kind) => fitting.some((outcome) => outcome.kind === kind));
  if (isWhole) return changes;
  const to = present.find(({ kind }) => ONWARD.includes(kind))?.to ?? nextOf(document, pointer);
  const started = outcomesFor(document, method, to).filter(({ kind }) => !fitting.some((outcome) => outcome.kind === kind));
  return [...changes, { kind: 'set', pointer: `${pointer}/outcomes`, value: [...fitting, ...started].sort((one, other) => place(kinds, one) - place(kinds, other)) }];
}

/** Takes out the thing that the former method brought along, where it is as it was made and no other stage names it. */
function withoutUntouched(document: unknown, pointer: string, method: string): readonly JsonChange[] {
  const need = NEEDS[String(valueAt(document, `${pointer}/method`))];
  const id = need === undefined || need === NEEDS[method] ? undefined : valueAt(document, `${pointer}/${need}`);
  const list = LISTS[need ?? ''] ?? '';
  const things = valueAt(document, list);
  const stages = valueAt(document, '/stages');
  if (need === undefined || typeof id !== 'string' || !Array.isArray(things) || !Array.isArray(stages)) return [];
  const index = (things as unknown[]).findIndex((thing) => valueAt(thing, '/id') === id);
  // Nobody is asked to fill in the application once more.
  if (need === 'form') return (stages as unknown[]).some((stage, at) => `/stages/${at}` !== pointer && valueAt(stage, '/form') === id) ? [{ kind: 'remove', pointer: `${pointer}/form` }] : [];
  const isUntouched = index >= 0 && equalJson((things as unknown[])[index], { ...(startValue(document, `${list}/${index}`) as object), id });
  if (!isUntouched || (stages as unknown[]).filter((stage) => valueAt(stage, `/${need}`) === id).length > 1) return [];
  return [{ kind: 'remove', pointer: `${pointer}/${need}` }, { kind: 'remove', pointer: `${list}/${index}` }];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const place = (kinds: readonly string[], { kind }: Outcome): number => (kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length);

const outcomesFor = (document: unknown, method: string, to: string): readonly Outcome[] => (KINDS[method] ?? ['forward']).map((kind) => ({
  id: IDS[kind] ?? kind, title: { 'zh-CN': TITLES[kind] ?? formatValue('kind', kind, 'zh-CN') }, kind,
  to: ONWARD.includes(kind) ? to : kind === 'return' ? textOf(valueAt(document, '/stages/0/id')) : 'notApproved',
  ...(kind === 'return' || kind === 'reject' ? { reason: 'required' as const } : {}),
}));

function outcomesAt(document: unknown, pointer: string): readonly Outcome[] {
  const outcomes = valueAt(document, `${pointer}/outcomes`);
  return Array.isArray(outcomes) ? (outcomes as unknown[]).filter(isObject).map((outcome) => outcome as unknown as Outcome) : [];
}

/** Where a stage leads that led nowhere yet: to the one after it, or to the end. */
function nextOf(document: unknown, pointer: string): string {
  const next = valueAt(document, `/stages/${Number(pointer.split('/')[2]) + 1}/id`);
  return typeof next === 'string' ? next : 'approved';
}

/** Who reviewed last; else whoever is no applicant. */
function reviewerOf(document: unknown): string {
  const stages = valueAt(document, '/stages');
  const roles = Array.isArray(stages) ? (stages as unknown[]).filter((stage) => valueAt(stage, '/method') !== 'application').map((stage) => valueAt(stage, '/actor/role')) : [];
  const applicant = valueAt(document, '/stages/0/actor/role');
  const known = valueAt(document, '/organisation/roles');
  const others = Array.isArray(known) ? (known as unknown[]).map((role) => valueAt(role, '/id')).filter((id) => id !== applicant) : [];
  return textOf(roles[roles.length - 1] ?? others[0] ?? applicant);
}

/** A list with one thing in it, and what has to be there around it. */
function listWith(document: unknown, list: string, thing: unknown): readonly JsonChange[] {
  if (Array.isArray(valueAt(document, list))) return [{ kind: 'insert', pointer: list, index: 0, value: thing }];
  const [part = '', ...rest] = list.split('/').slice(1);
  return valueAt(document, toPointer(part)) === undefined && rest.length > 0 ? [{ kind: 'set', pointer: toPointer(part), value: { [rest.join('/')]: [thing] } }] : [{ kind: 'set', pointer: list, value: [thing] }];
}
