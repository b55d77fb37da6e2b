import { pointerTokens } from '../problems/json-pointer.js';
import type { Locale, Problem } from '../problems/problem.js';
import type { Choices } from './choices.js';
import type { CompiledForm } from './compiled-form.js';
import { definitionErrors } from './definition-errors.js';
import type { FilledIn } from './filled-in.js';
import type { Evaluation } from './evaluate-answers.js';
import type { FormState, StepStatus } from './form-model.js';
import { planAt } from './field-plan.js';
import { nearestStatus } from './field-status.js';
import { FormView } from './form-view.js';
import { sumOf } from './form-progress.js';
import { lastStep, stepAt } from './layout-rank.js';
import { ProblemBook } from './problem-book.js';
import { isOneAnswer } from './one-answer.js';
import type { RecordChecking } from './record-checking.js';
import { ARRIVING } from './record-checking.js';
import { reuse, sameItems } from './reuse.js';
import type { ShownProblems } from './shown-problems.js';
import { UnshownAnswers } from './unshown-answers.js';

/** What a state says besides what follows from the evaluation. */
export interface StateMarks { readonly dirty: boolean; readonly submitted: boolean; readonly canUndo: boolean; readonly canRedo: boolean; readonly choices: Choices }

const NO_PROBLEMS: readonly Problem[] = [];

/** Draws states one after the other; what did not change since the last one is the same object in the next. */
export class StateDrawing {
  private readonly book: ProblemBook;
  private readonly view: FormView;
  private readonly unshown: UnshownAnswers;
  private state: FormState | undefined;
  private told: { readonly choices: Choices; readonly branches: FormState['choices'] } | undefined;
  private broken: { readonly problems: readonly Problem[]; readonly locale: Locale } | undefined;
  private wrong: { readonly steps: WrongSteps; readonly problems: readonly Problem[]; readonly broken: readonly Problem[]; readonly shown: number } | undefined;
  /** The problems from outside with their steps. */
  private outside: { readonly problems: readonly Problem[]; readonly steps: ReadonlyMap<Problem, string | undefined> } = { problems: NO_PROBLEMS, steps: new Map() };

  constructor(private readonly form: CompiledForm, readonly: boolean, private readonly shown: ShownProblems) {
    this.book = new ProblemBook(form);
    this.view = new FormView(form, readonly);
    this.unshown = new UnshownAnswers(form);
  }

  /** The next answers may be objects of before that a host changed inside. */
  startAnew(): void {
    this.book.startAnew();
  }

  draw(evaluation: FilledIn, locale: Locale, checking: RecordChecking, marks: StateMarks): FormState {
    const { book, state } = this;
    const marked = this.markedFields(book.update(evaluation, locale, checking), evaluation);
    this.readOutside();
    const broken = this.brokenIn(locale);
    const wrong = this.wrongSteps(broken);
    const steps = this.view.draw({ evaluation, locale, marked, shownAt: (pointer) => this.shownAt(pointer), stepStatus: (id, isAnswered) => this.stepStatus(id, isAnswered, wrong), isWrong: (id) => wrong.any.has(id) });
    const outside = this.outside.problems;
    const all = broken.length + outside.length === 0 ? book.problems : [...broken, ...book.problems, ...outside];
    const problems = sameOr(state?.problems, all);
    const next: FormState = {
      value: evaluation.answers,
      steps,
      show: this.form.layout.show,
      progress: steps === state?.steps ? state.progress : sumOf(steps.filter((step) => step.visible).map((step) => step.progress)),
      problems,
      unshown: this.unshown.problems(evaluation, locale),
      summary: sameOr(state?.summary, this.summary(broken)),
      valid: problems === state?.problems ? state.valid : !problems.some((problem) => this.blocks(problem)),
      ...marks,
      choices: this.choicesOf(marks.choices),
    };
    this.state = reuse(state, next);
    return this.state;
  }

  private choicesOf(choices: Choices): FormState['choices'] {
    if (this.told?.choices !== choices) this.told = { choices, branches: asRecord(choices.branches) };
    return this.told.branches;
  }

  /** Whether a problem stands in the way of going on, from one step or from the whole form. */
  isBlocked(stepId: string | undefined): boolean {
    const blocks = (problem: Problem, step: string | undefined): boolean => (stepId === undefined || step === stepId) && this.blocks(problem);
    const last = lastStep(this.form.layout)?.id;
    return (
      (this.broken?.problems.some((problem) => blocks(problem, last)) ?? false) ||
      this.book.fields.some((field) => field.problems.some((problem) => blocks(problem, field.stepId))) ||
      [...this.outside.steps].some(([problem, step]) => blocks(problem, step))
    );
  }

  /** A problem from outside about the whole form (a server that did not answer) cannot be mended in a field and blocks nothing. */
  private blocks(problem: Problem): boolean {
    return isError(problem) && !(problem.pointer === '' && this.outside.steps.has(problem));
  }

  private markedFields(changed: ReadonlySet<string>, { root }: Evaluation): ReadonlySet<string> {
    const { pointers, lists, all } = this.shown.takeChanges();
    if (!all && pointers.size + lists.size === 0) return changed;
    const inLists = [...lists].map((list) => `${list}/`);
    const isConcerned = ({ pointer }: { readonly pointer: string }): boolean => all || inLists.some((list) => pointer.startsWith(list));
    const concerned = all || lists.size > 0 ? [...this.book.fields, ...this.shown.external].filter(isConcerned).map(({ pointer }) => pointer) : [];
    // A problem from outside may be about a cell of a record, which is one question.
    const around = [...pointers, ...concerned].map((pointer) => nearestStatus(root, pointerTokens(pointer)).status.pointer);
    return new Set([...changed, ...around]);
  }

  private readOutside(): void {
    const { external } = this.shown;
    if (external === this.outside.problems) return;
    this.outside = { problems: external, steps: new Map(external.map((problem) => [problem, stepAt(this.form, problem.pointer)?.id])) };
  }

  private brokenIn(locale: Locale): readonly Problem[] {
    if (this.broken?.locale !== locale) this.broken = { problems: definitionErrors(this.form, locale), locale };
    return this.broken.problems;
  }

  private shownAt(pointer: string): readonly Problem[] {
    const own = this.book.fieldAt(pointer);
    const isHere = (problem: Problem): boolean => this.placeOf(problem, pointer) === pointer;
    const mine = own?.problems.filter((problem) => isHere(problem) && this.isTold(problem, pointer, own.stepId)) ?? NO_PROBLEMS;
    const outside = this.outside.problems.filter(isHere);
    return outside.length > 0 ? [...mine, ...outside] : mine;
  }

  /** Who goes on while a file is on its way did nothing wrong; it stands in the way of a submit only. */
  private isTold({ code }: Problem, pointer: string, stepId: string | undefined): boolean {
    return code === ARRIVING ? this.shown.isStepShown(stepId) : this.shown.isShown(pointer, stepId);
  }

  /** Where a problem of a field is told: what is wrong inside a record is told by the record's own screen. */
  private placeOf(problem: Problem, field: string): string {
    return problem.pointer.startsWith(`${field}/`) && isOneAnswer(planAt(this.form.plan.root, field).spec) ? field : problem.pointer;
  }

  private summary(broken: readonly Problem[]): readonly Problem[] {
    const { shown } = this;
    const outside = this.outside.problems.filter(isError);
    if (!shown.anyStep) return outside;
    const ofLast = shown.isStepShown(lastStep(this.form.layout)?.id) ? broken : NO_PROBLEMS;
    const own = this.book.fields.filter((field) => shown.isStepShown(field.stepId)).flatMap((field) => field.problems.filter(isError));
    return [...ofLast, ...own, ...outside];
  }

  /** Steps with errors: any, and such as are shown. Most key presses change neither. */
  private wrongSteps(broken: readonly Problem[]): WrongSteps {
    const { problems } = this.book;
    const { version } = this.shown;
    if (this.wrong?.problems !== problems || this.wrong.broken !== broken || this.wrong.shown !== version) this.wrong = { steps: this.findWrongSteps(broken), problems, broken, shown: version };
    return this.wrong.steps;
  }

  private findWrongSteps(broken: readonly Problem[]): WrongSteps {
    const { shown } = this;
    const any = new Set<string | undefined>();
    const told = new Set<string | undefined>();
    const last = lastStep(this.form.layout)?.id;
    if (broken.length > 0) {
      any.add(last);
      if (shown.isStepShown(last)) told.add(last);
    }
    for (const { pointer, stepId, problems } of this.book.fields) {
      // One error says that a step is wrong; the others say more only where some are shown.
      if (told.has(stepId) || (shown.none && any.has(stepId))) continue;
      for (const problem of problems) {
        if (!isError(problem)) continue;
        any.add(stepId);
        if (this.isTold(problem, this.placeOf(problem, pointer), stepId)) told.add(stepId);
      }
    }
    for (const [problem, stepId] of this.outside.steps) if (isError(problem)) told.add(stepId);
    return { any, told };
  }

  /** An error is told only once it is shown; a step is done when nothing is wrong and it was filled in or looked through. */
  private stepStatus(stepId: string, isAnswered: boolean, { any, told }: WrongSteps): StepStatus {
    if (told.has(stepId)) return 'error';
    if (!any.has(stepId) && (isAnswered || this.shown.isStepShown(stepId))) return 'complete';
    return isAnswered ? 'inProgress' : 'notStarted';
  }
}

interface WrongSteps { readonly any: ReadonlySet<string | undefined>; readonly told: ReadonlySet<string | undefined> }

function asRecord(branches: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  const record: Record<string, number> = {};
  for (const [key, branch] of branches) record[key] = branch;
  return record;
}

/** What nobody has decided stands in the way as an error does. */
const isError = ({ severity }: Problem): boolean => severity === 'error' || severity === 'undecided';

function sameOr(before: readonly Problem[] | undefined, next: readonly Problem[]): readonly Problem[] {
  return before !== undefined && sameItems(before, next) ? before : next;
}
