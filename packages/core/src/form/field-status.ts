import type { Condition } from '../generated/types.js';
import { pointerTokens } from '../problems/json-pointer.js';
import type { ChangedNames } from './changed-names.js';
import type { FieldPlan, FormPlan } from './field-plan.js';
import type { FieldSpec } from './field-spec.js';
import type { Choices } from './choices.js';
import type { ChosenBranches, GateTests } from './gates.js';
import { readsItem } from './item-conditions.js';
import { own } from './json-schema.js';
import { branchPart, entryPart } from './parts/form-parts.js';
import { sameItems } from './reuse.js';
import { offersNull } from './null-offer.js';
import type { Truths } from './truths.js';

/** In place of what was not worked out yet. */
export const NOT_YET: unique symbol = Symbol('not yet');

/** A field as it stands with these answers. */
export class FieldStatus {
  /** What `countedAnswers` and `keptAnswers` made of it; both follow from the status alone. */
  counted: unknown = NOT_YET;
  kept: unknown = NOT_YET;

  constructor(
    readonly plan: FieldPlan,
    readonly pointer: string,
    /** As filled in, also where it is hidden. */
    readonly value: unknown,
    readonly visible: boolean,
    readonly required: boolean,
    /** The fields of `plan.children` in their order, and behind them what else is there: items, named entries. */
    readonly children: readonly FieldStatus[],
    /** The branch of each of the spec's alternatives; -1 where it is not asked about. */
    readonly chosen: readonly number[],
    /** Whether a condition keeps the answer as it is, here or around it. */
    readonly locked: boolean = false,
    /** Indexes of the choices that are not offered now, `1,3`. */
    readonly withheld: string = '',
  ) {}

  get spec(): FieldSpec {
    return this.plan.spec;
  }
}

/** The status inside another one that a token leads to. */
export function childStatus({ plan, children }: FieldStatus, token: string): FieldStatus | undefined {
  const position = plan.positions.get(token);
  if (position !== undefined) return children[position];
  if (plan.spec.shape === 'list' || plan.spec.shape === 'tuple') return /^(0|[1-9]\d*)$/.test(token) ? children[Number(token)] : undefined;
  return plan.entry === undefined ? undefined : entryPart.now.entryStatus(children, plan.children.length, token);
}

/** The name of an answer that the person named. */
export const entryName = ({ pointer }: Pick<FieldStatus, 'pointer'>): string => pointerTokens(pointer).pop() ?? '';

/** What statuses are worked out from. */
export interface StatusInputs {
  readonly form: { readonly plan: FormPlan; readonly gateTests: GateTests };
  /** As filled in. */
  readonly answers: unknown;
  /** As they count: without hidden answers. */
  readonly counted: unknown;
  readonly truths: Truths;
  /** What the person decided between alternatives. */
  readonly choices: Choices;
  readonly names: ChangedNames;
}

/** A tree worked out before, from which everything is taken over that the new answers do not touch. */
export interface StatusBase { readonly root: FieldStatus; readonly counted: unknown; readonly choices: Choices }

/**
 * Works out the tree of fields for some answers. A status is the same object as in `base`, or as in `twin`, where it says the same.
 *
 * @param base - A tree for other answers; `truths.flipped` says which conditions have another answer than there.
 * @param twin - The tree of the round before this one.
 */
export function statusTree(inputs: StatusInputs, base?: StatusBase, twin?: FieldStatus): FieldStatus {
  const walk = new StatusWalk(inputs, base?.choices);
  const at: Surroundings = { visible: true, locked: false, visibilityMoved: false, objects: [], moved: [], chosen: [], index: 0 };
  return walk.statusOf(inputs.form.plan.root, { pointer: '', value: inputs.answers, counted: inputs.counted, countedBefore: base?.counted, before: base?.root, twin }, at);
}

/**
 * What surrounds a field: whether its parent shows and is locked, the counted objects on the way, each with whether it is another than before, and
 * with the branches that are chosen there, and the index of the item around.
 */
export interface Surroundings {
  readonly visible: boolean;
  readonly locked: boolean;
  /** Whether one of the two is not as before. */
  readonly visibilityMoved: boolean;
  readonly objects: readonly unknown[];
  readonly moved: readonly boolean[];
  readonly chosen: readonly ChosenBranches[];
  readonly index: number;
}

export interface Subject {
  readonly pointer: string;
  readonly value: unknown;
  readonly counted: unknown;
  readonly countedBefore: unknown;
  readonly before: FieldStatus | undefined;
  readonly twin: FieldStatus | undefined;
}

const NO_CHILDREN: readonly FieldStatus[] = [];
const NO_BRANCHES: readonly number[] = [];
const NONE_CHOSEN: ChosenBranches = new Map();
const NOWHERE: ReadonlyMap<string, ReadonlySet<string>> = new Map();

/** Whether a condition about a field holds. */
type Holds = (condition: Condition) => boolean;

class StatusWalk {
  /** Fields whose own conditions have another answer than before, and those around them; with the children to look at. */
  private readonly stale = new Map<FieldPlan, Set<number>>();
  /** Where somebody decided otherwise than before, with the tokens of what is to be looked at inside. */
  private readonly decided: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(private readonly inputs: StatusInputs, choicesBefore: Choices | undefined) {
    for (const condition of inputs.truths.flipped) this.markStale(condition);
    this.decided = branchPart.known?.changedChoices(choicesBefore ?? inputs.choices, inputs.choices) ?? NOWHERE;
  }

  private markStale(condition: Condition): void {
    for (const marked of this.inputs.form.plan.fieldsOf.get(condition) ?? []) {
      let plan = marked.base;
      if (!this.stale.has(plan)) this.stale.set(plan, new Set());
      for (let parent = plan.parent?.base; parent; plan = parent, parent = parent.parent?.base) {
        const children = this.stale.get(parent);
        if (children?.has(plan.position)) break;
        if (children) children.add(plan.position);
        else this.stale.set(parent, new Set([plan.position]));
      }
    }
  }

  /** @param given - The field as planned; how it is drawn may depend on what applies now. */
  statusOf(given: FieldPlan, subject: Subject, at: Surroundings): FieldStatus {
    const { before, twin, value } = subject;
    const countedMoved = subject.counted !== subject.countedBefore;
    const isAsBefore = before !== undefined && before.plan.base === given.base && before.value === value && before.pointer === subject.pointer;
    if (isAsBefore && !at.visibilityMoved && !this.stale.has(given.base) && !asksMoved(given, at.moved, countedMoved) && !asksMoved(before.plan, at.moved, countedMoved) && !this.decided.has(subject.pointer)) return before;
    const { plan, chosen, own: ownChosen } = isPlain(given) ? { plan: given, chosen: NO_BRANCHES, own: NONE_CHOSEN } : branchPart.now.drawnPlan(given, subject, at, this.inputs);
    const holds = this.truthsAt(plan, subject, at);
    const visible = this.isVisible(plan, at, holds);
    const required = visible && this.isRequired(plan, at, holds);
    const { readonlyWhen } = plan.spec.settings;
    const locked = at.locked || (readonlyWhen !== undefined && holds(readonlyWhen));
    const withheld = plan.offersWhen === undefined ? '' : plan.offersWhen.flatMap((condition, index) => (condition === undefined || holds(condition) ? [] : [index])).join();
    let children = NO_CHILDREN;
    if (plan.children.length > 0 || plan.item !== undefined || plan.entry !== undefined) {
      // Children of another way to draw the field are other fields.
      const inner: Subject = before !== undefined && !sameChildren(before.plan, plan) ? { ...subject, before: undefined, countedBefore: undefined } : subject;
      // A branch may be another one although what counts is the same.
      const isMoved = countedMoved || (inner.before !== undefined && !sameItems(inner.before.chosen, chosen));
      // Where there is nothing to say nothing in it is asked.
      const isAsked = visible && !(value === null && offersNull(plan, required));
      children = this.children(plan, inner, { ...at, visible: isAsked, locked }, { chosen: ownChosen, isMoved });
    }
    const saysSame = (status: FieldStatus): boolean => status.locked === locked && status.withheld === withheld && says(status, subject, plan, visible, required, children, chosen);
    if (before !== undefined && saysSame(before)) return before;
    if (twin !== undefined && saysSame(twin)) return twin;
    return new FieldStatus(plan, subject.pointer, value, visible, required, children, before !== undefined && sameItems(before.chosen, chosen) ? before.chosen : chosen, locked, withheld);
  }

  /** Asks conditions about a field: one that reads the item around it is asked for that item. */
  private truthsAt({ inList, itemAt }: FieldPlan, { counted }: Subject, { objects, index }: Surroundings): Holds {
    const { truths } = this.inputs;
    if (!inList) return (condition) => truths.of(condition) === true;
    const item = itemAt < objects.length ? objects[itemAt] : counted;
    return (condition) => (readsItem(condition) ? truths.ofItem(condition, { item, index }) : truths.of(condition)) === true;
  }

  private isVisible({ spec, showsWhen }: FieldPlan, { visible, objects, chosen }: Surroundings, holds: Holds): boolean {
    const { form } = this.inputs;
    // A condition that is not answered yet leaves its field hidden: a question that may not apply is not asked.
    return visible && spec.presentWhen.some((gates) => form.gateTests.hold(gates, objects, chosen)) && showsWhen.every(holds);
  }

  private isRequired({ spec }: FieldPlan, { objects, chosen }: Surroundings, holds: Holds): boolean {
    const { form } = this.inputs;
    const { requiredWhen } = spec.settings;
    return spec.requiredWhen.some((gates) => form.gateTests.hold(gates, objects, chosen)) || (requiredWhen !== undefined && holds(requiredWhen));
  }

  private children(plan: FieldPlan, subject: Subject, at: Surroundings, own: { readonly chosen: ChosenBranches; readonly isMoved: boolean }): readonly FieldStatus[] {
    const { visible, locked } = at;
    const visibilityMoved = subject.before?.visible !== visible || subject.before.locked !== locked || subject.before.value === null;
    const { shape } = plan.spec;
    if (shape === 'list' || shape === 'tuple') return this.items(plan, subject, { ...at, visibilityMoved });
    const inside: Surroundings = { visible, locked, visibilityMoved, index: at.index, objects: [...at.objects, subject.counted], moved: [...at.moved, own.isMoved], chosen: [...at.chosen, own.chosen] };
    const fields = this.fields(plan, subject, inside);
    if (plan.entry === undefined) return fields;
    const entries = entryPart.now.entryStatuses(plan, subject, (entry, each) => this.statusOf(entry, each, inside));
    return sameOr(subject.before?.children, sameOr(subject.twin?.children, [...fields.slice(0, plan.children.length), ...entries]));
  }

  private fields(plan: FieldPlan, subject: Subject, inside: Surroundings): readonly FieldStatus[] {
    const { before } = subject;
    if (before === undefined || inside.visibilityMoved) return plan.children.map((child) => this.child(child, subject, inside));
    let children: FieldStatus[] | undefined;
    for (const index of this.childrenToAsk(plan, subject, inside)) {
      const child = plan.children[index];
      const status = child && this.child(child, subject, inside);
      if (status === undefined || status === before.children[index]) continue;
      children ??= [...before.children];
      children[index] = status;
    }
    return children === undefined ? before.children : sameOr(subject.twin?.children, children);
  }

  /** Those whose answers, conditions or surroundings are not as before. */
  private childrenToAsk(plan: FieldPlan, { pointer, before, value }: Subject, inside: Surroundings): Iterable<number> {
    const indexes = new Set(this.stale.get(plan.base));
    const add = (name: string): void => {
      const index = plan.positions.get(name);
      if (index !== undefined) indexes.add(index);
    };
    this.inputs.names.between(before?.value, value).forEach(add);
    this.decided.get(pointer)?.forEach(add);
    if (inside.moved.includes(true)) for (const index of plan.asking) indexes.add(index);
    return indexes;
  }

  private child(child: FieldPlan, { pointer, value, counted, countedBefore, before, twin }: Subject, inside: Surroundings): FieldStatus {
    const { name } = child.spec;
    const subject: Subject = {
      pointer: child.inList ? `${pointer}${child.token}` : child.spec.template,
      value: own(value, name),
      counted: own(counted, name),
      countedBefore: own(countedBefore, name),
      before: before?.children[child.position],
      twin: twin?.children[child.position],
    };
    return this.statusOf(child, subject, inside);
  }

  /** The places of a tuple are there without answers, items are there with theirs. */
  private items(plan: FieldPlan, { pointer, value, counted, countedBefore, before, twin }: Subject, at: Surroundings): readonly FieldStatus[] {
    const values = listOf(value);
    const countedItems = listOf(counted);
    const countedItemsBefore = listOf(countedBefore);
    const places = plan.children.length;
    const length = plan.item === undefined ? places : Math.max(places, values.length);
    if (length === 0) return NO_CHILDREN;
    const children = Array.from({ length }, (_, index) => {
      const old = before?.children[index];
      return this.statusOf(
        plan.children[index] ?? (plan.item as FieldPlan),
        { pointer: old?.pointer ?? `${pointer}/${index}`, value: values[index], counted: countedItems[index], countedBefore: countedItemsBefore[index], before: old, twin: twin?.children[index] },
        { ...at, index },
      );
    });
    return sameOr(before?.children, sameOr(twin?.children, children));
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : NO_CHILDREN;
}

function sameOr<T>(before: readonly T[] | undefined, next: readonly T[]): readonly T[] {
  return before !== undefined && sameItems(before, next) ? before : next;
}

function asksMoved({ asksOf }: FieldPlan, moved: readonly boolean[], countedMoved: boolean): boolean {
  for (const depth of asksOf) if (depth < moved.length ? moved[depth] : countedMoved) return true;
  return false;
}

/** Whether a field is drawn in one way. */
const isPlain = ({ expanded, variant, spec }: FieldPlan): boolean => expanded === undefined && variant === undefined && spec.alternatives.length === 0;

/** Whether two ways to draw a field have the same fields inside. */
function sameChildren(left: FieldPlan, right: FieldPlan): boolean {
  return left === right || (left.children === right.children && left.item === right.item && left.entry === right.entry && left.spec.shape === right.spec.shape);
}

function says(status: FieldStatus, { pointer, value }: Subject, plan: FieldPlan, visible: boolean, required: boolean, children: readonly FieldStatus[], chosen: readonly number[]): boolean {
  return (
    status.plan === plan && status.value === value && status.visible === visible && status.required === required && status.children === children && status.pointer === pointer && sameItems(status.chosen, chosen)
  );
}

/** The status at a pointer's tokens, or the nearest one above it; `depth` is how many of the tokens led there. */
export function nearestStatus(root: FieldStatus, tokens: readonly string[]): { readonly status: FieldStatus; readonly depth: number } {
  let status = root;
  for (let depth = 0; depth < tokens.length; depth += 1) {
    const next = childStatus(status, tokens[depth] as string);
    if (next === undefined) return { status, depth };
    status = next;
  }
  return { status, depth: tokens.length };
}

/**
 * Calls back for each status that is not the same object as before, those around it first, and for each that is gone.
 *
 * @param changed - `now` is missing where the field is gone, `before` where it is new.
 */
export function eachChangedStatus(before: FieldStatus | undefined, now: FieldStatus | undefined, changed: (now: FieldStatus | undefined, before: FieldStatus | undefined) => void): void {
  if (before === now) return;
  if (before !== undefined && now !== undefined && before.pointer !== now.pointer) {
    // Answers with names stand at other places once one of them is gone.
    eachChangedStatus(before, undefined, changed);
    eachChangedStatus(undefined, now, changed);
    return;
  }
  changed(now, before);
  const olds = before?.children ?? NO_CHILDREN;
  const news = now?.children ?? NO_CHILDREN;
  if (olds === news) return;
  const count = Math.max(olds.length, news.length);
  for (let index = 0; index < count; index += 1) if (olds[index] !== news[index]) eachChangedStatus(olds[index], news[index], changed);
}
