import type { FormDefinition } from '../generated/types.js';
import { inTermsOf } from '../locales/terms.js';
import { assertLocale } from '../problems/assert-locale.js';
import { pointerTokens, valueAt } from '../problems/json-pointer.js';
import type { Locale, Problem } from '../problems/problem.js';
import type { Answers, Named } from './answers.js';
import { equalJson } from './answers.js';
import { ChangedNames } from './changed-names.js';
import type { Choices } from './choices.js';
import { NO_CHOICES, choicesFrom, readChoiceKey } from './choices.js';
import type { CompiledForm } from './compiled-form.js';
import { compilePrepared } from './compiled-form.js';
import { definitionErrors } from './definition-errors.js';
import { Differences } from './differences.js';
import type { Edited } from './edit-answers.js';
import { itemsAt, movedPointer, newItem, withAnswer, withDefaults, withItemAdded, withItems } from './edit-answers.js';
import type { FieldPlan } from './field-plan.js';
import type { FieldSpec } from './field-spec.js';
import type { Stop } from './field-way.js';
import { stopsOnTheWay } from './field-way.js';
import type { Facts, Form, FormOptions, FormState } from './form-model.js';
import type { FilledIn } from './filled-in.js';
import { evaluateFilledIn } from './filled-in.js';
import type { Filled } from './history.js';
import { History } from './history.js';
import { branchPart, checkPart, entryPart } from './parts/form-parts.js';
import { readNullKey } from './null-answer.js';
import { sameItems } from './reuse.js';
import { isFixedField, withReplaced } from './replace-answers.js';
import { asAnswers, hasNamedAnswers } from './root-answer.js';
import { ShownProblems } from './shown-problems.js';
import { StateDrawing } from './state-drawing.js';
import type { ConditionContext } from './truths.js';
import { ConditionReads } from './truths.js';
import { typedValue } from './typed-value.js';

/**
 * The form that `createForm` makes, for a page that loads the model in parts: what the definition needs has to be there, see `prepareForm`. The
 * validator is one of the same kind, `createPreparedInterpreter`.
 */
export function createPreparedForm<Value = Answers>(definition: FormDefinition, options: FormOptions<Named<Value>>): Form<Value> {
  // Inside, answers are what the definition makes of them; what they are called outside changes nothing.
  return new AnswersForm(compilePrepared(definition, options.validator, options.widgetTesters), options as FormOptions) as Form<unknown> as Form<Value>;
}

/** What a form starts with: the schema's defaults where there is no answer yet. */
function startOf({ root }: CompiledForm, value: Answers | undefined): Answers {
  const given = asAnswers(root, value);
  const isBare = given === undefined || (typeof given === 'object' && given !== null && Object.keys(given).length === 0);
  return isBare ? asAnswers(root, withDefaults(root, hasNamedAnswers(root) ? {} : undefined)) : given;
}

/** What a change is about besides the answers. */
interface ChangeAbout {
  /** Changes of one group in a row are undone together. */
  readonly group?: string;
  /** Answers inside got other places, as it says; `undefined` for those that are gone. */
  readonly placeOf?: (token: string) => string | undefined;
  /** Without it who answers within a branch means it, whatever the answers look like from then on. */
  readonly choices?: (choices: Choices) => Choices;
}

class AnswersForm implements Form {
  private locale: Locale;
  private context: ConditionContext;
  private records: FormOptions['records'];
  private arriving: ReadonlyMap<string, readonly string[]> = new Map();
  private evaluation: FilledIn;
  private differences: Differences;
  private submitted = false;
  /** Found once per language. */
  private ownProblems: readonly Problem[] | undefined;
  private ownErrors: readonly Problem[] | undefined;
  private current: FormState;
  private readonly drawing: StateDrawing;
  private readonly history = new History();
  private readonly shown = new ShownProblems();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly form: CompiledForm, private readonly options: FormOptions) {
    this.locale = options.locale ?? 'zh-CN';
    this.records = options.records;
    this.context = { evaluateCondition: options.evaluateCondition, facts: { ...options.facts }, choices: choicesFrom(options.choices), reads: new ConditionReads() };
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
    const checks = checkPart.known;
    if (checks === undefined) this.bringChecks();
    return (this.ownProblems ??= inTermsOf(this.options.terms, () => [...definitionErrors(this.form, this.locale), ...(checks?.definitionWarnings(this.form, this.locale) ?? [])]));
  }
  get definitionErrors(): readonly Problem[] {
    return this.ownErrors ??= inTermsOf(this.options.terms, () => definitionErrors(this.form, this.locale));
  }

  setValue(pointer: string, value: unknown): void {
    const choice = readChoiceKey(pointer);
    if (choice) {
      this.choose(choice, value);
      return;
    }
    const place = readNullKey(pointer);
    if (place !== undefined) {
      this.setValue(place, value === true ? null : undefined);
      return;
    }
    const tokens = pointerTokens(pointer);
    const way = this.wayTo(tokens);
    const plan = way.length === tokens.length + 1 ? way[tokens.length]?.plan : undefined;
    if (!plan && !way.some((on) => on.plan.spec.unsupported !== undefined)) throw new RangeError(`The form has no field at "${pointer}"${this.placesAround(way)}`);
    const typed = plan ? typedValue(plan.spec, value) : value;
    if (equalJson(typed, valueAt(this.evaluation.answers, pointer))) return;
    this.change(pointer, (edited) => withAnswer(edited, pointer, typed), { group: pointer, choices: (choices) => branchPart.known?.afterAnswer(choices, way, pointer) ?? choices });
  }

  replace(value: Answers): void {
    this.change('', ({ root, answers, names }) => withReplaced(root, answers, value, names), { choices: () => NO_CHOICES });
  }

  addItem(pointer: string): void {
    const plan = this.stopAt(pointer)?.plan;
    if (plan?.expanded) {
      this.change(pointer, (edited) => withAnswer(edited, pointer, newItem(plan.spec)));
      return;
    }
    const list = this.listAt(pointer);
    this.change(pointer, (edited) => withItemAdded(edited, pointer, list));
  }

  copyItem(pointer: string, index: number): void {
    this.arrange(pointer, [index], (places) => [...places.slice(0, index + 1), ...places.slice(index)]);
  }

  removeItem(pointer: string, index: number): void {
    this.arrange(pointer, [index], (places) => places.filter((place) => place !== index));
  }

  moveItem(pointer: string, from: number, to: number): void {
    this.arrange(pointer, [from, to], (places) => {
      const others = places.filter((place) => place !== from);
      return [...others.slice(0, to), from, ...others.slice(to)];
    });
  }

  addEntry(pointer: string, name: string): Problem | undefined {
    const map = this.mapAt(pointer);
    const problem = this.entryProblem(map, pointer, name);
    if (problem) return problem;
    const entry = map.entry?.(name);
    this.change(pointer, (edited) => entryPart.now.withEntryAdded(edited, pointer, name, entry ? newItem(entry.spec) : ''));
    return undefined;
  }

  renameEntry(pointer: string, name: string, to: string): Problem | undefined {
    const map = this.mapAt(pointer);
    if (name === to || this.isFixed(pointer)) return undefined;
    const problem = this.entryProblem(map, pointer, to);
    if (!problem) this.rename(pointer, name, to);
    return problem;
  }

  removeEntry(pointer: string, name: string): void {
    this.mapAt(pointer);
    this.rename(pointer, name, undefined);
  }

  load(value: Answers | undefined): void {
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
    assertLocale('setLocale', locale);
    this.locale = locale;
    this.ownProblems = undefined;
    this.ownErrors = undefined;
    this.update();
  }

  setFacts(facts: Facts): void {
    this.context = { ...this.context, facts: { ...facts } };
    this.evaluate(this.evaluation.answers, new ChangedNames());
    this.update();
  }

  setRecords(records: FormOptions['records']): void {
    this.records = records;
    this.update();
  }

  setArriving(pointer: string, names: readonly string[]): void {
    const before = this.arriving.get(pointer) ?? [];
    if (before.length === names.length && before.every((name, index) => name === names[index])) return;
    const arriving = new Map(this.arriving);
    if (names.length === 0) arriving.delete(pointer);
    else arriving.set(pointer, [...names]);
    this.arriving = arriving;
    this.update();
  }

  submission(): Answers {
    return this.evaluation.counted;
  }

  undo(): boolean {
    return this.goTo(this.history.undo(this.filled));
  }

  redo(): boolean {
    return this.goTo(this.history.redo(this.filled));
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Whoever asked for warnings on a page without them is told when they are there. */
  private bringChecks(): void {
    const told = (): void => {
      this.ownProblems = undefined;
      this.update();
    };
    checkPart.missing()?.then(told, () => undefined);
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
    this.choices = NO_CHOICES;
    this.evaluation = evaluateFilledIn(this.form, answers, this.context);
  }

  private get filled(): Filled {
    return { answers: this.evaluation.answers, choices: this.choices };
  }

  private get choices(): Choices {
    return this.context.choices ?? NO_CHOICES;
  }

  private set choices(choices: Choices) {
    if (choices !== this.context.choices) this.context = { ...this.context, choices };
  }

  private goTo(filled: Filled | undefined): boolean {
    if (filled === undefined) return false;
    this.choices = filled.choices;
    this.evaluate(filled.answers, new ChangedNames());
    this.update();
    return true;
  }

  /** Changes something at a place, unless what stands there is to stay as it is. */
  private change(pointer: string, edit: (edited: Edited) => Answers, { group, placeOf, choices: choosing }: ChangeAbout = {}): void {
    if (this.isFixed(pointer)) return;
    const { answers, root } = this.evaluation;
    const names = new ChangedNames();
    const after = edit({ root: this.form.plan.root, status: root, answers, names });
    const moved = placeOf && ((each: string): string | undefined => movedPointer(each, pointer, placeOf));
    // Nothing that could be moved was: what was chosen and shown stays where it is too.
    if (moved && after === answers) return;
    const choices = moved ? (branchPart.known?.withMovedChoices(this.choices, moved) ?? this.choices) : choosing ? choosing(this.choices) : this.decidedOn(pointer);
    if (after === answers && choices === this.choices) return;
    if (moved) this.shown.moved(pointer, moved);
    else this.shown.changed(pointer);
    this.history.record(this.filled, group);
    this.choices = choices;
    this.evaluate(after, names);
    this.update();
  }

  /**
   * Puts the items of a list in another order.
   *
   * @param named - Places that have to be there.
   * @param order - From the places of the items those of the new list, in which one may stand twice or not at all.
   */
  private arrange(pointer: string, named: readonly number[], order: (places: readonly number[]) => readonly number[]): void {
    this.listAt(pointer);
    const items = itemsAt(this.evaluation.answers, pointer);
    if (!named.every((place) => place in items)) return;
    const places = [...items.keys()];
    const after = order(places);
    if (sameItems(places, after)) return;
    // Answers are never changed in place, so a copy may be the same object until one of the two is edited.
    const placeOf = (token: string): string | undefined => (after.includes(Number(token)) ? String(after.indexOf(Number(token))) : undefined);
    this.change(pointer, (edited) => withItems(edited, pointer, after.map((place) => items[place])), { placeOf });
  }

  private rename(pointer: string, name: string, to: string | undefined): void {
    this.change(pointer, (edited) => entryPart.now.withEntryRenamed(edited, pointer, name, to), { placeOf: (each) => (each === name ? to : each) });
  }

  private entryProblem(map: FieldPlan, pointer: string, name: string): Problem | undefined {
    return entryPart.now.entryProblem({ form: this.form, map, pointer, answers: this.evaluation.answers, locale: this.locale }, name);
  }

  private choose(choice: { readonly pointer: string; readonly index: number }, value: unknown): void {
    const { pointer, index } = choice;
    const status = this.stopAt(pointer)?.status;
    const alternatives = status?.spec.alternatives[index];
    const branch = alternatives?.branches.find((each) => each.index === value);
    if (status === undefined || branch === undefined) throw new RangeError(`The form has no such choice at "${pointer}"`);
    if (this.isFixed(pointer) || status.chosen[index] === branch.index) return;
    const switched = branchPart.now.switchBranch(status, index, branch, this.decidedOn(pointer));
    this.change(pointer, (edited) => (switched.value === status.value ? edited.answers : withAnswer(edited, pointer, switched.value)), { choices: () => switched.choices });
  }

  private wayTo(tokens: readonly string[]): readonly Stop[] {
    return stopsOnTheWay({ plan: this.evaluation.root.plan, status: this.evaluation.root }, tokens);
  }

  private decidedOn(pointer: string): Choices {
    return branchPart.known?.withBranchesOf(this.choices, this.wayTo(pointerTokens(pointer))) ?? this.choices;
  }

  /** Calculated and read-only fields, also while a condition makes them so and by a group around them, keep what they have. */
  private isFixed(pointer: string): boolean {
    return this.options.readonly === true || this.wayTo(pointerTokens(pointer)).some(({ plan, status }) => isFixedField(plan) || status?.locked === true);
  }

  /** For somebody who wrote a wrong pointer: where it could have led. */
  private placesAround(way: readonly Stop[]): string {
    const names = (way[way.length - 1]?.status?.children ?? []).map((child) => `"${child.pointer}"`);
    return names.length === 0 ? '' : `; here are ${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}`;
  }

  private stopAt(pointer: string): Stop | undefined {
    const tokens = pointerTokens(pointer);
    return this.wayTo(tokens)[tokens.length];
  }

  private listAt(pointer: string): FieldSpec {
    const spec = this.stopAt(pointer)?.plan.spec;
    if (spec === undefined || !(spec.shape === 'list' || (spec.shape === 'tuple' && spec.item))) throw new RangeError(`The form has no list at "${pointer}"`);
    return spec;
  }

  private mapAt(pointer: string): FieldPlan {
    const plan = this.stopAt(pointer)?.plan;
    if (plan?.entry === undefined) throw new RangeError(`The form has no names to give at "${pointer}"`);
    return plan;
  }

  private update(): void {
    this.current = this.draw();
    for (const listener of [...this.listeners]) listener();
  }

  private draw(): FormState {
    const { evaluation, history, locale, records: rules, arriving, context: { facts } } = this;
    const marks = { dirty: this.differences.any, submitted: this.submitted, canUndo: history.canUndo, canRedo: history.canRedo, choices: this.choices };
    return inTermsOf(this.options.terms, () => this.drawing.draw(evaluation, locale, { rules, facts, arriving }, marks));
  }
}
