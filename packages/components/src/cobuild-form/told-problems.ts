import type { Form, Problem } from '@cobuild/core';
import type { CobuildProblemsDetail } from './form-events.js';

/** Problems of the answers in the summary; those of the definition are told to the administrator above the form. */
export const summaryOf = (model: Form): readonly Problem[] => model.state.summary.filter((problem) => !model.definitionErrors.includes(problem));

/** Tells the page when the list of problems shows others than before. */
export class ToldProblems {
  private told: readonly Problem[] = [];

  constructor(private readonly emit: (detail: CobuildProblemsDetail) => void) {}

  /** @param isShown - Whether there is a list at all now. */
  tell(model: Form | undefined, isShown = true): void {
    const problems = model && isShown ? summaryOf(model) : [];
    if (problems.length === this.told.length && problems.every((problem, index) => problem === this.told[index])) return;
    this.told = problems;
    this.emit({ problems });
  }
}
