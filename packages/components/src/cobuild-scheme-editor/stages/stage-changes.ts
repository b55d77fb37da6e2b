import type { JsonChange } from '@cobuild/core';
import { describePlace, formatValue, toPointer, valueAt } from '@cobuild/core';
import { plainText } from '../editor-context.js';
import { isEnd } from './stage-graph.js';

type Thing = Readonly<Record<string, unknown>>;

const listAt = (document: unknown, pointer: string): readonly Thing[] => {
  const value = valueAt(document, pointer);
  return Array.isArray(value) ? (value as readonly Thing[]) : [];
};
const isThing = (value: unknown): value is Thing => value !== null && typeof value === 'object' && !Array.isArray(value);
const wordsFor = (kind: string): object => Object.fromEntries((['zh-CN', 'en'] as const).map((locale) => [locale, formatValue('kind', kind, locale)]));
const ONWARD = ['forward', 'submit', 'passed', 'confirmed'];

/** The outcome by which a case usually goes on, as its place in the list; -1 where there is none. */
export function mainOutcome(stage: unknown): number {
  const outcomes = listAt(stage, '/outcomes');
  return outcomes.findIndex(({ kind }) => ONWARD.includes(String(kind)));
}

/** Another way out: of the first kind that the stage has not yet and its method knows. */
export function outcomeAdded(document: unknown, stage: string): JsonChange {
  const outcomes = listAt(document, `${stage}/outcomes`);
  const method = String(valueAt(document, `${stage}/method`));
  const kinds = method === 'application' ? ['submit', 'withdraw'] : method === 'vote' || method === 'publicVote' ? ['passed', 'failed', 'return'] : method === 'publicity' ? ['confirmed', 'return'] : ['forward', 'return', 'reject'];
  const taken = outcomes.map(({ kind }) => kind);
  const kind = kinds.find((each) => !taken.includes(each)) ?? 'forward';
  const ids = outcomes.map(({ id }) => id);
  let [id, number] = [kind, 2];
  while (ids.includes(id)) { id = `${kind}-${number}`; number += 1; }
  const stages = listAt(document, '/stages');
  const index = Number(stage.split('/').pop());
  const to = kind === 'return' ? String(stages[Math.max(0, index - 1)]?.['id']) : kind === 'withdraw' ? 'withdrawn' : kind === 'reject' || kind === 'failed' ? 'rejected' : (plainText(stages[index + 1]?.['id']) || 'approved');
  const value = { id, title: wordsFor(kind), kind, to };
  return outcomes.length === 0 ? { kind: 'set', pointer: `${stage}/outcomes`, value: [value] } : { kind: 'insert', pointer: `${stage}/outcomes`, index: outcomes.length, value };
}

/** What names a stage. */
export interface StageMentions {
  /** Outcomes of other stages that lead to it. */
  readonly outcomes: readonly string[];
  /** Entries of lists that are about nothing without it: gates of other stages, stages whose approvals survive. */
  readonly entries: readonly string[];
  /** What has to be mended by hand. */
  readonly others: readonly string[];
  /** Tests that name it. */
  readonly tests: number;
}

export function mentionsOf(document: unknown, index: number): StageMentions {
  const id = listAt(document, '/stages')[index]?.['id'];
  const own = `/stages/${index}`;
  const [outcomes, entries, others]: [string[], string[], string[]] = [[], [], []];
  const visit = (value: unknown, pointer: string): void => {
    if (pointer === own || pointer === '/tests') return;
    if (value === id) {
      if (describePlace(document, pointer)?.refersTo?.pointer !== '/stages') return;
      const gate = /^(\/stages\/\d+\/requires\/\d+)\/stage$/.exec(pointer)?.[1];
      if (/^\/stages\/\d+\/outcomes\/\d+\/to$/.test(pointer)) outcomes.push(pointer);
      else if (gate !== undefined) entries.push(gate);
      else if (/\/survivesReturn\/\d+$/.test(pointer)) entries.push(pointer);
      else others.push(pointer);
    } else if (value !== null && typeof value === 'object') {
      for (const [key, member] of Object.entries(value)) visit(member, `${pointer}${toPointer(key)}`);
    }
  };
  visit(document, '');
  return { outcomes, entries, others, tests: listAt(document, '/tests').filter((test) => namesStage(test, id)).length };
}

function namesStage(value: unknown, id: unknown): boolean {
  if (Array.isArray(value)) return value.some((each) => namesStage(each, id));
  return isThing(value) && Object.entries(value).some(([key, member]) => (key === 'stage' && member === id) || namesStage(member, id));
}

/** Takes a stage away in one step: what led to it leads on, and entries about nothing go with it. */
export function stageRemoved(index: number, { outcomes, entries }: StageMentions, target: string): readonly JsonChange[] {
  const later = [...entries].sort((one, other) => lastIndex(other) - lastIndex(one));
  return [...outcomes.map((pointer): JsonChange => ({ kind: 'set', pointer, value: target })), ...later.map((pointer): JsonChange => ({ kind: 'remove', pointer })), { kind: 'remove', pointer: `/stages/${index}` }];
}

const lastIndex = (pointer: string): number => Number(pointer.split('/').pop());

/** Where the cases of a removed stage go on by default: where it led itself. */
export function targetWithout(document: unknown, index: number): string {
  const stage = listAt(document, '/stages')[index];
  const to = valueAt(stage, `/outcomes/${mainOutcome(stage)}/to`);
  return typeof to === 'string' && (isEnd(to) || to !== stage?.['id']) ? to : 'approved';
}
