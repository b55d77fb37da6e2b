import type { Condition } from '../generated/types.js';
import type { ChangedNames } from './changed-names.js';
import type { FieldPlan, FormPlan } from './field-plan.js';
import type { FieldSpec } from './field-spec.js';
import type { GateTests } from './gates.js';
import { own } from './json-schema.js';
import { sameItems } from './reuse.js';
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
    readonly children: readonly FieldStatus[],
  ) {}

  get spec(): FieldSpec {
    return this.plan.spec;
  }
}

/** What statuses are worked out from. */
export interface StatusInputs {
  readonly form: { readonly plan: FormPlan; readonly gateTests: GateTests };
  /** As filled in. */
  readonly answers: unknown;
  /** As they count: without hidden answers. */
  readonly counted: unknown;
  readonly truths: Truths;
  readonly names: ChangedNames;
}

/** A tree worked out before, from which everything is taken over that the new answers do not touch. */
export interface StatusBase { readonly root: FieldStatus; readonly counted: unknown }

/**
 * Works out the tree of fields for some answers. A status is the same object as in `base`, or as in `twin`, where it says the same.
 *
 * @param base - A tree for other answers; `truths.flipped` says which conditions have another answer than there.
 * @param twin - The tree of the round before this one.
 */
export function statusTree(inputs: StatusInputs, base?: StatusBase, twin?: FieldStatus): FieldStatus {
  const walk = new StatusWalk(inputs);
  const at: Surroundings = { visible: true, visibilityMoved: false, objects: [], moved: [] };
  return walk.statusOf(inputs.form.plan.root, { pointer: '', value: inputs.answers, counted: inputs.counted, countedBefore: base?.counted, before: base?.root, twin }, at);
}

/** What surrounds a field: whether its parent shows, and the counted objects on the way, each with whether it is another than before. */
interface Surroundings { readonly visible: boolean; readonly visibilityMoved: boolean; readonly objects: readonly unknown[]; readonly moved: readonly boolean[] }

interface Subject {
  readonly pointer: string;
  readonly value: unknown;
  readonly counted: unknown;
  readonly countedBefore: unknown;
  readonly before: FieldStatus | undefined;
  readonly twin: FieldStatus | undefined;
}

const NO_CHILDREN: readonly FieldStatus[] = [];

class StatusWalk {
  /** Fields whose own conditions have another answer than before, and those around them; with the children to look at. */
  private readonly stale = new Map<FieldPlan, Set<number>>();

  constructor(private readonly inputs: StatusInputs) {
    for (const condition of inputs.truths.flipped) this.markStale(condition);
  }

  private markStale(condition: Condition): void {
    for (let plan of this.inputs.form.plan.fieldsOf.get(condition) ?? []) {
      if (!this.stale.has(plan)) this.stale.set(plan, new Set());
      for (let parent = plan.parent; parent; plan = parent, parent = parent.parent) {
        const children = this.stale.get(parent);
        if (children?.has(plan.position)) break;
        if (children) children.add(plan.position);
        else this.stale.set(parent, new Set([plan.position]));
      }
    }
  }

  statusOf(plan: FieldPlan, subject: Subject, at: Surroundings): FieldStatus {
    const { before, twin, value } = subject;
    const countedMoved = subject.counted !== subject.countedBefore;
    if (before !== undefined && before.value === value && !at.visibilityMoved && !this.stale.has(plan) && !asksMoved(plan, at.moved, countedMoved)) return before;
    const visible = this.isVisible(plan, at);
    const required = visible && this.isRequired(plan, at);
    const children = this.children(plan, subject, visible, at, countedMoved);
    if (before !== undefined && says(before, subject, visible, required, children)) return before;
    if (twin !== undefined && says(twin, subject, visible, required, children)) return twin;
    return new FieldStatus(plan, subject.pointer, value, visible, required, children);
  }

  private isVisible({ spec, showsWhen }: FieldPlan, { visible, objects }: Surroundings): boolean {
    const { form, truths } = this.inputs;
    // A condition that is not answered yet leaves its field hidden: a question that may not apply is not asked.
    return visible && spec.presentWhen.some((gates) => form.gateTests.hold(gates, objects)) && showsWhen.every((condition) => truths.of(condition) === true);
  }

  private isRequired({ spec }: FieldPlan, { objects }: Surroundings): boolean {
    const { form, truths } = this.inputs;
    const { requiredWhen } = spec.settings;
    return spec.requiredWhen.some((gates) => form.gateTests.hold(gates, objects)) || (requiredWhen !== undefined && truths.of(requiredWhen) === true);
  }

  private children(plan: FieldPlan, subject: Subject, visible: boolean, at: Surroundings, countedMoved: boolean): readonly FieldStatus[] {
    const visibilityMoved = subject.before?.visible !== visible;
    if (plan.item) return this.items(plan.item, subject, { ...at, visible, visibilityMoved });
    if (plan.children.length === 0) return NO_CHILDREN;
    const inside: Surroundings = { visible, visibilityMoved, objects: [...at.objects, subject.counted], moved: [...at.moved, countedMoved] };
    const { before } = subject;
    if (before === undefined || visibilityMoved) return plan.children.map((child) => this.child(child, subject, inside));
    let children: FieldStatus[] | undefined;
    for (const index of this.childrenToAsk(plan, subject, inside)) {
      const child = plan.children[index] as FieldPlan;
      const status = this.child(child, subject, inside);
      if (status === before.children[index]) continue;
      children ??= [...before.children];
      children[index] = status;
    }
    return children === undefined ? before.children : sameOr(subject.twin?.children, children);
  }

  /** Those whose answers, conditions or surroundings are not as before. */
  private childrenToAsk(plan: FieldPlan, { before, value }: Subject, inside: Surroundings): Iterable<number> {
    const indexes = new Set(this.stale.get(plan));
    for (const name of this.inputs.names.between(before?.value, value)) {
      const index = plan.positions.get(name);
      if (index !== undefined) indexes.add(index);
    }
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

  private items(item: FieldPlan, { pointer, value, counted, countedBefore, before, twin }: Subject, at: Surroundings): readonly FieldStatus[] {
    const values = listOf(value);
    const countedItems = listOf(counted);
    const countedItemsBefore = listOf(countedBefore);
    if (values.length === 0) return NO_CHILDREN;
    const children = Array.from(values, (each, index) => {
      const old = before?.children[index];
      return this.statusOf(
        item,
        { pointer: old?.pointer ?? `${pointer}/${index}`, value: each, counted: countedItems[index], countedBefore: countedItemsBefore[index], before: old, twin: twin?.children[index] },
        at,
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

function says(status: FieldStatus, { pointer, value }: Subject, visible: boolean, required: boolean, children: readonly FieldStatus[]): boolean {
  return status.value === value && status.visible === visible && status.required === required && status.children === children && status.pointer === pointer;
}

/** The status at a pointer's tokens, or the nearest one above it; `depth` is how many of the tokens led there. */
export function nearestStatus(root: FieldStatus, tokens: readonly string[]): { readonly status: FieldStatus; readonly depth: number } {
  let status = root;
  for (let depth = 0; depth < tokens.length; depth += 1) {
    const token = tokens[depth] as string;
    const position = status.plan.item ? (/^(0|[1-9]\d*)$/.test(token) ? Number(token) : undefined) : status.plan.positions.get(token);
    const next = position === undefined ? undefined : status.children[position];
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
  changed(now, before);
  const olds = before?.children ?? NO_CHILDREN;
  const news = now?.children ?? NO_CHILDREN;
  if (olds === news) return;
  const count = Math.max(olds.length, news.length);
  for (let index = 0; index < count; index += 1) if (olds[index] !== news[index]) eachChangedStatus(olds[index], news[index], changed);
}
