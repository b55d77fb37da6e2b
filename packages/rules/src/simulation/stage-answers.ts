import type { DecisionTable, Stage } from '@cobuild/core';
import { compileDecisionTable } from '../decision-tables/index.js';
import type { DecisionTableResult } from '../decision-tables/index.js';
import type { AutomaticResult } from '../decision/automatic.js';
import { AGAINST, IN_FAVOUR, wayOfKind, waysOf } from '../decision/ways.js';
import type { ScoreTrace } from '../results.js';
import type { FactReaders } from '../conditions/index.js';
import type { Answers } from './answers.js';
import type { ScoreColumn } from './score-columns.js';
import type { Steps } from './steps.js';
import { BLOCK } from './steps.js';
import type { Truths } from './truths.js';
import { truthAt } from './truths.js';

/**
 * What an automatic stage finds for each case, as place in the list of the different answers. As far as the walk through the stages and its verdict read them: whether
 * something was found, what is open, and the way out. `undefined` where people settle the stage.
 */
export interface StageAnswers extends Answers {
  /** Same key and source, same answers. */
  readonly key: string;
  readonly source: unknown;
  readonly answers: readonly (AutomaticResult | undefined)[];
}

/** Cases that a decision table is asked about before others have their turn. */
const TABLES_AT_ONCE = 1 << 9;

const FOUND = { kind: 'comparison', result: 'unknown', pointer: '' } as const;

/** `settleAutomatically` for a `rule` with a condition. */
export function* conditionAnswers(stage: Stage, truths: Truths, rows: number, before?: StageAnswers): Steps<StageAnswers> {
  const key = `condition ${JSON.stringify(stage.outcomes)}`;
  if (before?.key === key && before.source === truths) return before;
  const answers = (['unknown', true, false] as const).map((truth): AutomaticResult => ({ found: { condition: FOUND }, ...wayWhere(stage, truth === 'unknown' ? undefined : truth) }));
  const codes = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    if (row % BLOCK === 0) yield;
    const truth = truthAt(truths, row);
    codes[row] = truth === 'unknown' ? 0 : truth ? 1 : 2;
  }
  return { key, source: truths, codes, answerOf: Uint8Array.of(0, 1, 2), answers };
}

/** `settleAutomatically` for a `rule` with a decision table. */
export function* tableAnswers(stage: Stage, definition: DecisionTable | undefined, readers: (row: { at: number }) => FactReaders, rows: number, before?: StageAnswers): Steps<StageAnswers> {
  const key = `table ${stage.output ?? ''} ${JSON.stringify([stage.outcomes, definition ?? null])}`;
  if (before?.key === key) return before;
  const row = { at: 0 };
  const compiled = definition === undefined ? undefined : compileDecisionTable(definition, readers(row));
  const codeOf = new Map<string, number>();
  const answers: AutomaticResult[] = [];
  const codes = new Int32Array(rows);
  for (row.at = 0; row.at < rows; row.at += 1) {
    if (row.at % TABLES_AT_ONCE === 0) yield;
    const result = compiled?.evaluate({});
    const named = result === undefined ? undefined : namedOutcome(stage, result);
    const answerKey = `${result?.outcome ?? ''} ${typeof named === 'string' ? named : ''}`;
    let code = codeOf.get(answerKey);
    if (code === undefined) {
      code = answers.push(tableAnswer(stage, result, named)) - 1;
      codeOf.set(answerKey, code);
    }
    codes[row.at] = code;
  }
  return { key, source: undefined, codes, answerOf: Uint8Array.from(answers, (_, code) => code), answers };
}

function namedOutcome({ output = 'outcome' }: Stage, { outcome, outputs }: DecisionTableResult): unknown {
  return outcome === 'matched' && outputs !== undefined && Object.prototype.hasOwnProperty.call(outputs, output) ? outputs[output] : undefined;
}

function tableAnswer(stage: Stage, result: DecisionTableResult | undefined, named: unknown): AutomaticResult {
  if (result === undefined) return { found: {} };
  const way = waysOf(stage).find(({ outcome }) => outcome === named);
  return { found: { table: { ...result, table: '', hitPolicy: 'first', trace: [] }, ...(result.outcome === 'undecided' ? { holes: ['table'] } : {}) }, ...(way === undefined ? {} : { way }) };
}

/** `settleAutomatically` for a `score` with a pass mark. */
export function scoreAnswers(stage: Stage, score: ScoreColumn, before?: StageAnswers): StageAnswers {
  const key = `score ${JSON.stringify(stage.outcomes)}`;
  if (before?.key === key && before.source === score) return before;
  const answers: (AutomaticResult | undefined)[] = [];
  const places = new Map<string, number>();
  const answerOf = Uint8Array.from(score.finals, ({ trace }) => {
    const answer = scoreAnswer(stage, trace);
    const answerKey = answer === undefined ? '' : JSON.stringify([answer.way?.outcome ?? null, answer.found.holes ?? null]);
    const place = places.get(answerKey) ?? answers.push(answer) - 1;
    places.set(answerKey, place);
    return place;
  });
  return { key, source: score, codes: score.codes, answerOf, answers };
}

function scoreAnswer(stage: Stage, trace: ScoreTrace | undefined): AutomaticResult | undefined {
  if (trace === undefined || trace.passMark === undefined) return undefined;
  return { found: { score: trace, ...(trace.result.outcome === 'undecided' ? { holes: ['scoring'] } : {}) }, ...wayWhere(stage, trace.settled ? trace.result.passed : undefined) };
}

function wayWhere(stage: Stage, holds: boolean | undefined): Pick<AutomaticResult, 'way'> {
  const way = holds === undefined ? undefined : wayOfKind(waysOf(stage), holds ? IN_FAVOUR : AGAINST);
  return way === undefined ? {} : { way };
}
