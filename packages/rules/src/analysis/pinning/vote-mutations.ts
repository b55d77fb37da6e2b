import type { Scheme, Threshold } from '@cobuild/core';
import { toPointer, valueAt, withValueAt } from '@cobuild/core';
import { resolvedScheme } from '../../decision/resolved-scheme.js';
import { readVoteRule } from '../../vote/vote-rule.js';
import type { VoteResult, VoteRule } from '../../results.js';
import { isSet } from './condition-mutations.js';
import type { Mutation, TestRun } from './mutation.js';

const BASES = ['appointed', 'entitled', 'present', 'valid'] as const;
/** A committee of this size stands for one where no test holds a vote. */
const SOME_MEMBERS = 24;

/** The settings of votes that decide: share, strictness, base, abstentions, tie, and the quorum's share, strictness and base. */
export function voteMutations(scheme: Scheme, runs: readonly TestRun[]): readonly Mutation[] {
  const resolved = resolvedScheme(scheme);
  return (resolved.thresholds ?? []).flatMap((threshold, index) => {
    const stages = scheme.stages.filter((stage) => stage.method === 'vote' && stage.threshold === threshold.id).map(({ id }) => id);
    const { rule } = readVoteRule(threshold);
    if (stages.length === 0 || rule === undefined) return [];
    const votes = (run: TestRun): readonly VoteResult[] => run.decision.trace.steps.flatMap(({ stage, vote }) => (vote === undefined || !stages.includes(stage) ? [] : [vote]));
    return mutantsOf(rule, runs.flatMap(votes)).flatMap(({ at, values }) => values.map((mutant) => mutation(scheme, index, at, mutant, threshold, (run) => votes(run).length > 0)));
  });
}

interface Mutants { readonly at: string; readonly values: readonly unknown[] }

function mutantsOf(rule: VoteRule, votes: readonly VoteResult[]): readonly Mutants[] {
  const flipped = (op: string): readonly string[] => [op === '>' ? '>=' : '>'];
  const { quorum } = rule;
  const bases = distinct(votes.map(({ counts }) => counts.base));
  const place = BASES.indexOf(rule.base);
  return [
    { at: '/ratio', values: ratiosBeside(rule.ratio, rule.op, bases) },
    { at: '/op', values: flipped(rule.op) },
    { at: '/base', values: [BASES[place - 1], BASES[place + 1]].filter((base) => base !== undefined) },
    { at: '/abstention', values: [rule.abstention === 'counts' ? 'excluded' : 'counts'] },
    { at: '/tie', values: [rule.tie === 'fail' ? 'revote' : 'fail'] },
    ...(quorum === 'none' ? [] : [
      { at: '/quorum/ratio', values: ratiosBeside(quorum.ratio, quorum.op, distinct(votes.map(({ counts }) => counts[quorum.base]))) },
      { at: '/quorum/op', values: flipped(quorum.op) },
      { at: '/quorum/base', values: [quorum.base === 'appointed' ? 'entitled' : 'appointed'] },
    ]),
  ];
}

function distinct(counts: readonly number[]): readonly number[] {
  const found = [...new Set(counts)].filter((count) => count > 0);
  return found.length === 0 ? [SOME_MEMBERS] : found;
}

/** Shares with which one vote fewer, or one more, is enough, for each size of the base that tests have: no smaller change could be seen there. */
function ratiosBeside({ p, q }: VoteRule['ratio'], op: '>' | '>=', bases: readonly number[]): readonly unknown[] {
  return ['down', 'up'].flatMap((way) => bases.flatMap((base) => {
    const needed = op === '>' ? Math.floor((base * p) / q) + 1 : Math.ceil((base * p) / q);
    const other = needed + (way === 'up' ? 1 : -1);
    return other < 1 || other > base ? [] : [{ p: op === '>' ? other - 1 : other, q: base }];
  }));
}

/** Where a parameter stands, its value is what is changed. */
function mutation(scheme: Scheme, index: number, at: string, mutant: unknown, resolved: Threshold, votes: (run: TestRun) => boolean): Mutation {
  const written = toPointer('thresholds', index);
  const holder = at.startsWith('/quorum/') ? '/quorum' : at;
  const reference: unknown = valueAt(scheme, `${written}${holder}/parameter`);
  const key = typeof reference === 'string' ? reference : undefined;
  const pointer = key === undefined ? `${written}${at}` : `${toPointer('parameters', key)}/value${at.slice(holder.length)}`;
  return {
    pointer, original: valueAt(resolved, at), mutant, scheme: withValueAt(scheme, pointer, mutant) as Scheme, rules: [],
    touches: (run) => votes(run) && (key === undefined || !isSet(run, key)),
  };
}
