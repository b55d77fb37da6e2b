import type { Facts, Scheme, ScoreSheet, Stage } from '@cobuild/core';
import { traceCondition } from '../conditions/evaluate-condition.js';
import { traceDecisionTable } from '../decision-tables/index.js';
import type { OwnOperator } from '../operators/index.js';
import type { ScoreTrace, StageTrace, StageWay } from '../results.js';
import { AGAINST, IN_FAVOUR, wayOfKind } from './ways.js';

/** What an automatic stage found, and the way out that follows; no way while something is unknown or open. */
export interface AutomaticResult {
  readonly found: Pick<StageTrace, 'condition' | 'table' | 'output' | 'score' | 'holes'>;
  readonly way?: StageWay;
}

/** What automatic stages read of a case. */
export interface AutomaticSources {
  readonly facts: () => Facts;
  readonly sheets: readonly ScoreSheet[];
  readonly score: (stage: Stage) => ScoreTrace | undefined;
  /** Own operators of conditions. */
  readonly operators?: readonly OwnOperator[];
}

/**
 * Settles a stage that needs nobody: `rule` by its condition or decision table, `score` by the pass mark. `undefined` for stages that people settle, among them a
 * `rule` without condition and table and a `score` without pass mark or sheets.
 */
export function settleAutomatically(scheme: Scheme, stage: Stage, ways: readonly StageWay[], sources: AutomaticSources): AutomaticResult | undefined {
  if (stage.method === 'score') return byScore(stage, ways, sources);
  if (stage.method !== 'rule') return undefined;
  if (stage.condition !== undefined) {
    const condition = traceCondition(stage.condition, sources.facts(), scheme.eligibility.conditions, sources.operators);
    return { found: { condition }, ...wayOf(ways, condition.result) };
  }
  return stage.table === undefined ? undefined : byTable(scheme, stage, ways, sources);
}

function wayOf(ways: readonly StageWay[], holds: boolean | 'unknown' | undefined): { readonly way?: StageWay } {
  const way = typeof holds === 'boolean' ? wayOfKind(ways, holds ? IN_FAVOUR : AGAINST) : undefined;
  return way === undefined ? {} : { way };
}

function byTable(scheme: Scheme, stage: Stage, ways: readonly StageWay[], { facts }: AutomaticSources): AutomaticResult {
  const definition = scheme.decisionTables?.find(({ id }) => id === stage.table);
  if (definition === undefined) return { found: {} };
  const table = traceDecisionTable(definition, facts());
  const output = stage.output ?? 'outcome';
  const outputs = table.outcome === 'matched' ? table.outputs : undefined;
  const named = outputs !== undefined && Object.prototype.hasOwnProperty.call(outputs, output) ? outputs[output] : undefined;
  const way = ways.find(({ outcome }) => outcome === named);
  return { found: { table, output, ...(table.outcome === 'undecided' ? { holes: ['table'] } : {}) }, ...(way === undefined ? {} : { way }) };
}

function byScore(stage: Stage, ways: readonly StageWay[], { score }: AutomaticSources): AutomaticResult | undefined {
  const trace = score(stage);
  if (trace === undefined || trace.passMark === undefined) return undefined;
  return { found: { score: trace, ...(trace.result.outcome === 'undecided' ? { holes: ['scoring'] } : {}) }, ...wayOf(ways, trace.settled ? trace.result.passed : undefined) };
}
