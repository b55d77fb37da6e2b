import type { Case, Grading, Scheme } from '@cobuild/core';
import { valueAt } from '@cobuild/core';
import { caseFacts, decisionDay } from '../decision/case-facts.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { scoreCase } from '../decision/score-case.js';
import { harmonisePanels } from '../scoring/index.js';
import type { ExactText, PanelItem } from '../scoring/index.js';
import type { GradedProject } from './grading-types.js';

type Marks = Record<string, number | ExactText | null>;

/**
 * The marks of cases for a grading, from what was decided on the way: scores of panels, and numbers that offices wrote into the forms of stages. Where several panels scored, their
 * scores are put on one scale as `scoring.panels` says, which is why all cases are asked for at once.
 *
 * @param cases - As `caseFromState` gives them. Sheets of a panel that is still open are not among them.
 * @returns The cases in their order. A mark that is not there yet is absent; inputs without `from` are left to whoever enters them.
 * @example grade(grading, collectMarks(scheme, grading, states.map(caseFromState)))
 */
export function collectMarks(given: Scheme, { inputs = [] }: Pick<Grading, 'inputs'>, cases: readonly Case[]): readonly GradedProject[] {
  const scheme = resolvedScheme(given);
  const marks = new Map<string, Marks>(cases.map(({ id }) => [id, {}]));
  for (const { id: input, from } of inputs) {
    if (from === undefined) continue;
    const found = from.answer === undefined ? panelMarks(scheme, from.stage, cases) : answerMarks(from.stage, from.answer, cases);
    for (const [id, mark] of found) Object.assign(marks.get(id) ?? {}, { [input]: mark });
  }
  return cases.map(({ id }) => ({ id, marks: marks.get(id) ?? {} }));
}

function answerMarks(stage: string, answer: string, cases: readonly Case[]): ReadonlyMap<string, number> {
  return new Map(cases.flatMap(({ id, reviews = [] }): [string, number][] => {
    const review = reviews.filter((each) => each.stage === stage && each.answers !== undefined).slice(-1)[0];
    const mark = review === undefined ? undefined : valueAt(review.answers, answer);
    return typeof mark === 'number' ? [[id, mark]] : [];
  }));
}

function panelMarks(scheme: Scheme, stage: string, cases: readonly Case[]): ReadonlyMap<string, ExactText> {
  const items = cases.flatMap((item): PanelItem[] => {
    const score = scoreCase(scheme, item, () => caseFacts(scheme, item, decisionDay(item)), stage);
    if (score === undefined || !score.settled || score.result.raw === undefined) return [];
    const sheet = item.scores?.find((each) => each.panel !== undefined && (each.stage === undefined || each.stage === stage));
    return [{ id: item.id, panel: sheet?.panel ?? '', score: score.result.raw }];
  });
  const isOne = new Set(items.map(({ panel }) => panel)).size < 2 || scheme.scoring?.panels === undefined;
  if (isOne) return new Map(items.map(({ id, score }) => [id, String(score)]));
  return new Map(harmonisePanels(items, scheme.scoring?.panels ?? { method: 'asScored' }).items.map(({ id, after }) => [id, after]));
}
