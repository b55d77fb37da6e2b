import type { Locale, LocalizedText } from '@cobuild/core';
import { formatValue, isParameterReference, localize, valueAt } from '@cobuild/core';
import { stageWords } from './stage-words.js';

/** Where a case can end. */
export const ENDS = ['approved', 'rejected', 'notApproved', 'withdrawn'] as const;

/** A stage as it is drawn; `kind` decides its shape. */
export interface StageNode {
  readonly id: string;
  /** Absent for ends, and for stages that outcomes name and nobody has written. */
  readonly pointer?: string;
  readonly title: string;
  readonly kind: 'stage' | 'wait' | 'rule' | 'end' | 'missing';
  /** Several persons approve. */
  readonly isStacked: boolean;
  /** Method, time limit and the like, a line each. */
  readonly notes: readonly string[];
}

/** A way out of a stage. */
export interface StageEdge {
  /** Of the outcome: `/stages/0/outcomes/1`. */
  readonly pointer: string;
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly line: 'onward' | 'return' | 'ending';
}

export interface StageGraph { readonly nodes: readonly StageNode[]; readonly edges: readonly StageEdge[] }

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);
export const titleOr = (thing: unknown, locale: Locale): string => localize(valueAt(thing, '/title') as LocalizedText | undefined, locale) || textOf(valueAt(thing, '/id'));

/** The stages of a scheme, right or wrong, with the ends that they lead to. */
export function stageGraph(document: unknown, locale: Locale): StageGraph {
  const words = stageWords(locale);
  const stages = listOf(valueAt(document, '/stages')).map((stage, index) => ({ stage, pointer: `/stages/${index}`, id: textOf(valueAt(stage, '/id')) }));
  const edges = stages.flatMap(({ stage, pointer, id }) => listOf(valueAt(stage, '/outcomes')).map((outcome, index): StageEdge => ({ pointer: `${pointer}/outcomes/${index}`, from: id, to: textOf(valueAt(outcome, '/to')), title: titleOr(outcome, locale), line: lineOf(textOf(valueAt(outcome, '/kind')), textOf(valueAt(outcome, '/to'))) })));
  const ids = new Set(stages.map(({ id }) => id));
  const others = [...new Set(edges.map(({ to }) => to))].filter((to) => !ids.has(to) && to !== '');
  return {
    nodes: [
      ...stages.map(({ stage, pointer, id }): StageNode => ({ id, pointer, title: titleOr(stage, locale), kind: kindOf(stage), isStacked: valueAt(stage, '/approvals') !== undefined, notes: notesOf(document, stage, locale) })),
      ...[...ENDS.filter((end) => others.includes(end)), ...others.filter((id) => !isEnd(id))].map((id): StageNode => (isEnd(id) ? { id, title: formatValue('to', id, locale), kind: 'end', isStacked: false, notes: [] } : { id, title: words.unknown(id), kind: 'missing', isStacked: false, notes: [] })),
    ],
    edges: edges.filter(({ from, to }) => from !== '' && to !== ''),
  };
}

export const isEnd = (id: string): boolean => (ENDS as readonly string[]).includes(id);

const lineOf = (kind: string, to: string): StageEdge['line'] => (kind === 'return' ? 'return' : kind === 'reject' || kind === 'withdraw' || kind === 'failed' || to === 'rejected' || to === 'notApproved' || to === 'withdrawn' ? 'ending' : 'onward');

function kindOf(stage: unknown): StageNode['kind'] {
  const method = valueAt(stage, '/method');
  return method === 'publicity' ? 'wait' : method === 'rule' ? 'rule' : 'stage';
}

function notesOf(document: unknown, stage: unknown, locale: Locale): readonly string[] {
  const words = stageWords(locale);
  const method = textOf(valueAt(stage, '/method'));
  const role = listOf(valueAt(document, '/organisation/roles')).find((each) => valueAt(each, '/id') === valueAt(stage, '/actor/role'));
  const approvals = valueAt(stage, '/approvals');
  const minimum = valueAt(approvals, '/minimum');
  const count = typeof minimum === 'number' ? String(minimum) : '…';
  const limit = limitText(document, valueAt(stage, '/deadline'), locale);
  return [
    [method === '' ? '' : formatValue('method', method, locale), role === undefined ? '' : titleOr(role, locale)].filter((part) => part !== '').join(' · '),
    ...(approvals === undefined ? [] : [valueAt(approvals, '/order') === 'sequence' ? words.sequence(count) : words.parallel(count)]),
    ...(method === 'publicity' ? [words.waits] : []), ...(limit === '' ? [] : [words.limit(limit)]),
  ].filter((note) => note !== '');
}

function limitText(document: unknown, limit: unknown, locale: Locale): string {
  if (limit === 'UNDECIDED') return formatValue('', 'UNDECIDED', locale);
  const value = isParameterReference(limit) ? valueAt(document, `/parameters/${limit.parameter}/value`) : limit;
  if (value === 'UNDECIDED') return formatValue('', 'UNDECIDED', locale);
  const [amount, unit] = [valueAt(value, '/amount'), textOf(valueAt(value, '/unit'))];
  return typeof amount === 'number' ? `${amount} ${formatValue('unit', unit, locale)}` : '';
}
