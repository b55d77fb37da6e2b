import type { Locale, Problem } from '../problems/problem.js';
import type { CompiledForm } from './compiled-form.js';
import type { Evaluation } from './evaluate-answers.js';
import type { RecordChecking } from './record-checking.js';
import { ProblemBook } from './problem-book.js';

/** Every problem of evaluated answers, in the order of the layout. The same for page and server. */
export function answerProblems(form: CompiledForm, evaluation: Evaluation, locale: Locale, checking: RecordChecking): readonly Problem[] {
  const book = new ProblemBook(form);
  book.update(evaluation, locale, checking);
  return book.problems;
}
