import type { FormDefinition } from '../generated/types.js';
import { pointerTokens, valueAt } from '../problems/json-pointer.js';
import type { Locale, Problem } from '../problems/problem.js';
import type { Answers } from './answers.js';
import { equalJson } from './answers.js';
import { ChangedNames } from './changed-names.js';
import type { CompiledForm } from './compiled-form.js';
import { compileForm } from './compiled-form.js';
import { definitionProblems } from './definition-problems.js';
import { Differences } from './differences.js';
import type { Edited } from './edit-answers.js';
import { withAnswer, withDefaults, withItemAdded, withItemMoved, withItemRemoved } from './edit-answers.js';
import { plansOnTheWay } from './field-plan.js';
import type { FieldSpec } from './field-spec.js';
import type { Facts, Form, FormOptions, FormState } from './form-model.js';
import type { FilledIn } from './former-answers.js';
import { evaluateFilledIn } from './former-answers.js';
import { History } from './history.js';
import { assertFormCall } from './misuse.js';
import { isFixedField, withReplaced } from './replace-answers.js';
import { ShownProblems } from './shown-problems.js';
import { StateDrawing } from './state-drawing.js';
import type { ConditionContext } from './truths.js';
import { ConditionReads } from './truths.js';
import { typedValue } from './typed-value.js';

/**
 * Makes a form without a screen. Never throws on what a definition or answers say: what is wrong with the definition stands in
 * `form.definitionProblems`, fields that cannot be drawn have the widget `unsupported`.
 *
 * The schema's defaults fill a form that starts without answers, and new items of lists. A draft is taken as it is: an answer
 * that somebody removed does not come back. Answers that the form has no question for any more are kept and not submitted.
 *
 * Each change works out only what it touches. Answers that were handed in are not to be changed in place; `load` takes them anew.
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
  private context: ConditionContext;
  private evaluation: FilledIn;
  private differences: Differences;
  private submitted = false;
  /** Found once per language. */
  private ownProblems: readonly Problem[] | undefined;
  private current: FormState;
  private readonly drawing: StateDrawing;
  private readonly history = new History();
  private readonly shown = new ShownProblems();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly form: CompiledForm, private readonly options: FormOptions) {
    this.locale = options.locale ?? 'zh-CN';
    this.context = { evaluateCondition: options.evaluateCondition, facts: { ...options.facts }, reads: new ConditionReads() };
    this.drawing = new StateDrawing(form, options.readonly === true, this.shown);
    this.evaluation = evaluateFilledIn(form, startOf(form, options.value), this.context);
    this.differences = new Differences(this.evaluation.answers);
    this.current = this.draw();
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
    const tokens = pointerTokens(pointer);
    const way = plansOnTheWay(this.form.plan.root, tokens);
    const plan = way.length === tokens.length + 1 ? way[tokens.length] : undefined;
    if (!plan && !way.some((on) => on.spec.unsupported !== undefined)) throw new RangeError(`The form has no field at "${pointer}"`);
    if (this.isFixed(pointer)) return;
    const typed = plan ? typedValue(plan.spec, value) : value;
    if (equalJson(typed, valueAt(this.evaluation.answers, pointer))) return;
    this.change((edited) => withAnswer(edited, pointer, typed), { pointer, group: pointer });
  }

  replace(value: Answers): void {
    if (this.options.readonly === true) return;
    this.change(({ root, answers, names }) => withReplaced(root, answers, value, names), { pointer: '' });
  }

  addItem(pointer: string): void {
    const list = this.listAt(pointer);
    if (this.isFixed(pointer)) return;
    this.change((edited) => withItemAdded(edited, pointer, list), { pointer });
  }

  removeItem(pointer: string, index: number): void {
    this.listAt(pointer);
    if (this.isFixed(pointer)) return;
    const places = (at: number): number | undefined => (at === index ? undefined : at > index ? at - 1 : at);
    this.change((edited) => withItemRemoved(edited, pointer, index), { moved: () => this.shown.moved(pointer, places) });
  }

  moveItem(pointer: string, from: number, to: number): void {
    this.listAt(pointer);
    if (this.isFixed(pointer)) return;
    const between = (at: number): number => (from < to && at > from && at <= to ? at - 1 : from > to && at >= to && at < from ? at + 1 : at);
    const places = (at: number): number => (at === from ? to : between(at));
    this.change((edited) => withItemMoved(edited, pointer, from, to), { moved: () => this.shown.moved(pointer, places) });
  }

  load(value: Answers): void {
    this.startFrom(startOf(this.form, value));
    this.differences = new Differences(this.evaluation.answers);
    this.update();
  }

  reset(): void {
    this.startFrom(this.differences.baseline);
    this.differences.update(this.evaluation.answers, new ChangedNames());
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
    return !this.drawing.isBlocked(stepId);
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
    this.context = { ...this.context, facts: { ...facts } };
    this.evaluate(this.evaluation.answers, new ChangedNames());
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

  private evaluate(answers: Answers, names: ChangedNames): void {
    this.evaluation = evaluateFilledIn(this.form, answers, this.context, this.evaluation, names);
    this.differences.update(this.evaluation.answers, names);
  }

  /** A host may hand in the objects of before with something changed inside, so nothing is taken over. */
  private startFrom(answers: Answers): void {
    this.history.clear();
    this.shown.clear();
    this.submitted = false;
    this.drawing.startAnew();
    this.evaluation = evaluateFilledIn(this.form, answers, this.context);
  }

  private goTo(answers: Answers | undefined): boolean {
    if (answers === undefined) return false;
    this.evaluate(answers, new ChangedNames());
    this.update();
    return true;
  }

  private change(edit: (edited: Edited) => Answers, about: { readonly pointer?: string; readonly group?: string; readonly moved?: () => void }): void {
    const { answers } = this.evaluation;
    const names = new ChangedNames();
    const after = edit({ root: this.form.plan.root, answers, names });
    if (after === answers) return;
    about.moved?.();
    this.history.record(answers, about.group);
    if (about.pointer !== undefined) this.shown.changed(about.pointer);
    this.evaluate(after, names);
    this.update();
  }

  /** Calculated and read-only fields, also by a group around them, keep what they have. */
  private isFixed(pointer: string): boolean {
    return this.options.readonly === true || plansOnTheWay(this.form.plan.root, pointerTokens(pointer)).some(isFixedField);
  }

  private listAt(pointer: string): FieldSpec {
    const tokens = pointerTokens(pointer);
    const way = plansOnTheWay(this.form.plan.root, tokens);
    const spec = way[tokens.length]?.spec;
    if (spec?.shape !== 'list') throw new RangeError(`The form has no list at "${pointer}"`);
    return spec;
  }

  private update(): void {
    this.current = this.draw();
    for (const listener of [...this.listeners]) listener();
  }

  private draw(): FormState {
    return this.drawing.draw(this.evaluation, this.locale, { dirty: this.differences.any, submitted: this.submitted });
  }
}
