import type { FormDefinition } from '../generated/types.js';
import { valueAt } from '../problems/json-pointer.js';
import type { Locale, Problem } from '../problems/problem.js';
import { answerProblems } from './answer-problems.js';
import type { Answers } from './answers.js';
import { equalJson } from './answers.js';
import type { CompiledForm } from './compiled-form.js';
import { compileForm } from './compiled-form.js';
import { definitionProblems } from './definition-problems.js';
import { withAnswer, withDefaults, withItemAdded, withItemMoved, withItemRemoved } from './edit-answers.js';
import type { Evaluation } from './evaluate-answers.js';
import type { Facts, Form, FormOptions, FormState } from './form-model.js';
import { evaluateFilledIn } from './former-answers.js';
import { FormView } from './form-view.js';
import { History } from './history.js';
import { own } from './json-schema.js';
import { specAt, specsOnTheWay } from './labels.js';
import { stepOf } from './layout-order.js';
import { assertFormCall } from './misuse.js';
import { reuse } from './reuse.js';
import { ShownProblems } from './shown-problems.js';
import { typedValue } from './typed-value.js';

/**
 * Makes a form without a screen. Never throws on what a definition or answers say: what is wrong with the definition stands in
 * `form.definitionProblems`, fields that cannot be drawn have the widget `unsupported`.
 *
 * The schema's defaults fill a form that starts without answers, and new items of lists. A draft is taken as it is: an answer
 * that somebody removed does not come back. Answers that the form has no question for any more are kept and not submitted.
 *
 * @throws {TypeError} when the definition is no object, or the validator or the evaluator of conditions is missing.
 */
export function createForm(definition: FormDefinition, options: FormOptions): Form {
  assertFormCall('createForm', definition, options, ['validator', 'evaluateCondition']);
  return new AnswersForm(compileForm(definition, options.validator), options);
}

const startOf = (form: CompiledForm, value: Answers | undefined): Answers =>
  value === undefined || Object.keys(value).length === 0 ? ((withDefaults(form.root, {}) as Answers | undefined) ?? {}) : value;

class AnswersForm implements Form {
  private locale: Locale;
  private facts: Facts;
  private evaluation: Evaluation;
  private baseline: Answers;
  private submitted = false;
  /** Found once per language. */
  private ownProblems: readonly Problem[] | undefined;
  private current: FormState;
  private problemsByKey = new Map<string, Problem>();
  private readonly view = new FormView();
  private readonly history = new History();
  private readonly shown = new ShownProblems();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly form: CompiledForm, private readonly options: FormOptions) {
    this.locale = options.locale ?? 'zh-CN';
    this.facts = options.facts ?? {};
    this.evaluation = this.evaluate(startOf(form, options.value));
    this.baseline = this.evaluation.answers;
    this.current = this.draw(undefined);
  }

  get definition(): FormDefinition {
    return this.form.definition;
  }
  get state(): FormState {
    return this.current;
  }
  get definitionProblems(): readonly Problem[] {
    return (this.ownProblems ??= definitionProblems(this.form, this.locale));
  }

  setValue(pointer: string, value: unknown): void {
    const spec = specAt(this.form.root, pointer);
    if (!spec && !specsOnTheWay(this.form.root, pointer).some((on) => on.unsupported !== undefined)) {
      throw new RangeError(`The form has no field at "${pointer}"`);
    }
    if (this.isFixed(pointer)) return;
    const typed = spec ? typedValue(spec, value) : value;
    if (equalJson(typed, valueAt(this.evaluation.answers, pointer))) return;
    this.change(withAnswer(this.form.root, this.evaluation.answers, pointer, typed), pointer, pointer);
  }

  addItem(pointer: string): void {
    const list = this.listAt(pointer);
    if (this.isFixed(pointer)) return;
    this.change(withItemAdded(this.form.root, this.evaluation.answers, pointer, list), pointer);
  }

  removeItem(pointer: string, index: number): void {
    this.listAt(pointer);
    if (this.isFixed(pointer)) return;
    const answers = withItemRemoved(this.form.root, this.evaluation.answers, pointer, index);
    if (answers === this.evaluation.answers) return;
    this.shown.moved(pointer, (at) => (at === index ? undefined : at > index ? at - 1 : at));
    this.change(answers);
  }

  moveItem(pointer: string, from: number, to: number): void {
    this.listAt(pointer);
    if (this.isFixed(pointer)) return;
    const answers = withItemMoved(this.form.root, this.evaluation.answers, pointer, from, to);
    if (answers === this.evaluation.answers) return;
    const between = (at: number): number => (from < to && at > from && at <= to ? at - 1 : from > to && at >= to && at < from ? at + 1 : at);
    this.shown.moved(pointer, (at) => (at === from ? to : between(at)));
    this.change(answers);
  }

  load(value: Answers): void {
    this.startFrom(startOf(this.form, value));
    this.baseline = this.evaluation.answers;
    this.update();
  }

  reset(): void {
    this.startFrom(this.baseline);
    this.update();
  }

  touch(pointer: string): void {
    this.history.endGroup();
    if (this.shown.touch(pointer)) this.update();
  }

  showProblems(stepId?: string): boolean {
    this.shown.show(stepId);
    this.submitted = this.submitted || stepId === undefined;
    this.update();
    return !this.current.problems.some((problem) => this.blocks(problem) && (stepId === undefined || stepOf(this.form, problem.pointer) === stepId));
  }

  setExternalProblems(problems: readonly Problem[]): void {
    this.shown.setExternal(problems);
    this.update();
  }

  setLocale(locale: Locale): void {
    this.locale = locale;
    this.ownProblems = undefined;
    this.update();
  }

  setFacts(facts: Facts): void {
    this.facts = facts;
    this.evaluation = this.evaluate(this.evaluation.answers);
    this.update();
  }

  submission(): Answers {
    return this.evaluation.counted;
  }

  undo(): boolean {
    return this.goTo(this.history.undo(this.evaluation.answers));
  }

  redo(): boolean {
    return this.goTo(this.history.redo(this.evaluation.answers));
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private evaluate(answers: Answers): Evaluation {
    return evaluateFilledIn(this.form, answers, { evaluateCondition: this.options.evaluateCondition, facts: this.facts });
  }

  private startFrom(answers: Answers): void {
    this.history.clear();
    this.shown.clear();
    this.submitted = false;
    this.evaluation = this.evaluate(answers);
  }

  private goTo(answers: Answers | undefined): boolean {
    if (answers === undefined) return false;
    this.evaluation = this.evaluate(answers);
    this.update();
    return true;
  }

  private change(answers: Answers, pointer?: string, group?: string): void {
    if (answers === this.evaluation.answers) return;
    this.history.record(this.evaluation.answers, group);
    if (pointer !== undefined) this.shown.changed(pointer);
    this.evaluation = this.evaluate(answers);
    this.update();
  }

  /** Calculated and read-only fields, also by a group around them, keep what they have. */
  private isFixed(pointer: string): boolean {
    return this.options.readonly === true || specsOnTheWay(this.form.root, pointer).some((spec) => spec.computed || own(spec.schema, 'readOnly') === true);
  }

  private listAt(pointer: string): NonNullable<ReturnType<typeof specAt>> {
    const spec = specAt(this.form.root, pointer);
    if (spec?.shape !== 'list') throw new RangeError(`The form has no list at "${pointer}"`);
    return spec;
  }

  private update(): void {
    this.current = this.draw(this.current);
    for (const listener of [...this.listeners]) listener();
  }

  private draw(before: FormState | undefined): FormState {
    const { form, evaluation, locale, shown } = this;
    const broken = this.definitionProblems.filter((problem) => problem.severity === 'error');
    const found = [...broken, ...answerProblems(form, evaluation, locale)];
    const problems = this.remembered([...found, ...shown.external]);
    const visible = problems.filter((problem) => shown.external.includes(problem) || shown.isShown(problem.pointer, stepOf(form, problem.pointer)));
    const steps = this.view.draw({
      form,
      evaluation,
      locale,
      readonly: this.options.readonly === true,
      shown: visible,
      isStepShown: (stepId) => shown.isStepShown(stepId),
      problems,
    });
    const inSummary = problems.filter(
      (problem) => problem.severity === 'error' && (shown.external.includes(problem) || shown.isStepShown(stepOf(form, problem.pointer))),
    );
    const next: FormState = {
      value: evaluation.answers,
      steps,
      problems,
      summary: inSummary,
      valid: !problems.some((problem) => this.blocks(problem)),
      dirty: !equalJson(evaluation.answers, this.baseline),
      submitted: this.submitted,
    };
    return reuse(before, next);
  }

  /** A problem from outside about the whole form (a server that did not answer) cannot be mended in a field and blocks nothing. */
  private blocks(problem: Problem): boolean {
    return problem.severity === 'error' && !(problem.pointer === '' && this.shown.external.includes(problem));
  }

  /** The problem objects of before, where they say the same, so that nodes that hold them stay the same too. */
  private remembered(problems: readonly Problem[]): readonly Problem[] {
    const byKey = new Map<string, Problem>();
    const result = problems.map((problem) => {
      const key = JSON.stringify([problem.document, problem.pointer, problem.code, problem.message]);
      const same = this.shown.external.includes(problem) ? problem : (this.problemsByKey.get(key) ?? problem);
      byKey.set(key, same);
      return same;
    });
    this.problemsByKey = byKey;
    return result;
  }
}
