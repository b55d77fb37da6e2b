import type { CriterionMark, Facts, Problem, Rational, Scoring } from '@cobuild/core';
import { ruleProblem } from '../locales/rule-message.js';
import { scoreCriterion } from './criterion-mark.js';
import { Holes } from './read-scoring.js';
import { problemsInto } from './report-problem.js';
import { policyTotal } from './policy-total.js';
import type { SheetScore } from './score-types.js';
import { settleSheet } from './settle-sheet.js';

export interface SheetOptions {
  /** For criteria that are marked by fact. */
  readonly facts?: Facts;
  /** Name of the sheet in problems; default `sheet`. */
  readonly document?: string;
  /** Where the sheet stands in the document, in problems; default its root. */
  readonly pointer?: string;
}

/** A sheet's score and the exact number behind it, for a panel to go on with. */
export interface SheetReading { readonly score: SheetScore; readonly raw?: Rational }

/**
 * The score of one reviewer's marks: every criterion's mark / maximum × weight, what is not applicable by the scheme's policy, bonus and
 * deductions, limits of the total; rounded once at the end.
 *
 * @param scoring - With parameters resolved.
 * @example scoreSheet(scoring, [{ criterion: 'effect', mark: 8 }]).score
 */
export function scoreSheet(scoring: Scoring, marks: readonly CriterionMark[], options: SheetOptions = {}): SheetScore {
  return readSheet(scoring, marks, options).score;
}

/** The score of a card whose criteria all follow from facts. A criterion that a reviewer has to mark leaves it incomplete. */
export function scoreByFacts(scoring: Scoring, facts: Facts): SheetScore {
  return scoreSheet(scoring, [], { facts, document: 'case' });
}

export function readSheet(scoring: Scoring, marks: readonly CriterionMark[], { facts = {}, document = 'sheet', pointer = '' }: SheetOptions): SheetReading {
  const holes = new Holes();
  const problems: Problem[] = [];
  const known = new Set(scoring.criteria.filter(({ byFact }) => byFact === undefined).map(({ id }) => id));
  const byCriterion = new Map<string, CriterionMark>();
  let refused = false;
  for (const [index, mark] of readMarks(marks).entries()) {
    const code = !known.has(mark.criterion) ? 'score/unknown-criterion' : byCriterion.has(mark.criterion) ? 'score/second-mark' : undefined;
    if (code === undefined) byCriterion.set(mark.criterion, mark);
    else problems.push(ruleProblem(code, { document, pointer: `${pointer}/marks/${index}`, params: { criterion: mark.criterion } }));
    refused ||= code !== undefined;
  }
  const report = problemsInto(problems);
  const results = scoring.criteria.map((criterion) => scoreCriterion(criterion, { marks: byCriterion, facts, document, pointer, holes, report }));
  if (refused) {
    const criteria = results.map(({ score }) => score);
    const missing = criteria.filter(({ state }) => state === 'missing').map(({ criterion }) => criterion);
    return { score: { criteria, missing, outcome: 'invalid', score: null, holes: holes.names, problems } };
  }
  const settled = settleSheet(scoring, results, holes, report, policyTotal);
  return { ...settled, score: { ...settled.score, problems } };
}

/** What is no list of marks is a sheet without any: it comes from people, and the missing marks are named. */
function readMarks(marks: unknown): readonly CriterionMark[] {
  return Array.isArray(marks) ? marks.filter((mark): mark is CriterionMark => typeof mark === 'object' && mark !== null) : [];
}
