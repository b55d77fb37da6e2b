import type { Condition, FieldSettings } from '../generated/types.js';
import { pointerTokens, toPointer } from '../problems/json-pointer.js';
import { choiceName } from './choice-values.js';
import type { FieldSpec } from './field-spec.js';
import { readsItem } from './item-conditions.js';
import { own } from './json-schema.js';
import { branchPart, entryPart } from './parts/form-parts.js';
import type { LayoutPlan, SectionPlan, StepPlan } from './layout-plan.js';

/** What happens to the answer of a field while it is hidden. */
export type HiddenAnswer = NonNullable<FieldSettings['hiddenAnswer']>;

/** Where a field stands that a section shows by itself. */
export interface FieldPlace { readonly step: StepPlan; readonly section: SectionPlan; readonly index: number; readonly order: number;
  /** Conditions of what it stands in inside the section. */
  readonly within: readonly Condition[];
}

/** A field with everything about it that does not depend on answers and is asked at each change. */
export interface FieldPlan {
  readonly spec: FieldSpec;
  /** The field that this is one way to draw of; itself where there is one way. Its parent and its place are the same. */
  readonly base: FieldPlan;
  readonly parent: FieldPlan | undefined;
  /** Its index among the children of the parent; 0 for what each item of a list looks like. */
  readonly position: number;
  /** The last token of its pointers, `/name`; items have their index instead. */
  readonly token: string;
  /** What it is of its parent: a named answer, one of a list's items, a place of a tuple, an answer that the person named. */
  readonly role: 'field' | 'item' | 'position' | 'entry';
  /** One of several in an order: emptied it stays where it is. */
  readonly isItem: boolean;
  /** Whether a list is on the way to it, so that there is one for each item. */
  readonly inList: boolean;
  readonly children: readonly FieldPlan[];
  readonly positions: ReadonlyMap<string, number>;
  readonly item: FieldPlan | undefined;
  /** How many objects are around the item that it is or lies in: that item is the next one. */
  readonly itemAt: number;
  /** The field as it is once it is there, where its schema comes back to itself. */
  readonly expanded: (() => FieldPlan) | undefined;
  /** The field as it is while these schemas apply: see `spec.variants`. */
  readonly variant: ((held: string) => FieldPlan) | undefined;
  /** The answer under a name that is none of `positions`; `undefined` where the schema does not allow the name. */
  readonly entry: ((name: string) => FieldPlan | undefined) | undefined;
  /** It shows only where all of these are true. */
  readonly showsWhen: readonly Condition[];
  /** For each choice the condition on which it is offered; missing where all are offered always. */
  readonly offersWhen: readonly (Condition | undefined)[] | undefined;
  /** Depths of the objects that the schema's own conditions about this field, and about those inside it, are asked of. */
  readonly asksOf: readonly number[];
  /** Children with such conditions. */
  readonly asking: readonly number[];
  /** Children that are groups: these count even where nothing was answered. */
  readonly groups: readonly number[];
  readonly policy: HiddenAnswer;
  /** Whether hiding something may take an answer away, here or inside. */
  readonly mayClear: boolean;
  /** Whether the schema of a group refuses every name that it does not list. */
  readonly closed: boolean;
  /** Whether answers to questions that the form no longer has can be told apart, here or inside. */
  readonly mayHoldFormer: boolean;
  readonly place: FieldPlace | undefined;
  /** Children that are drawn inside it, not in a section of their own. */
  readonly drawn: readonly number[];
  /** The choices between alternatives of the whole form are drawn before it. */
  readonly startsForm: boolean;
}

/** The plan of the whole form. */
export interface FormPlan {
  readonly root: FieldPlan;
  /** Which fields a condition shows or requires. */
  readonly fieldsOf: ReadonlyMap<Condition, readonly FieldPlan[]>;
  /** The fields of each section. */
  readonly sections: ReadonlyMap<SectionPlan, readonly FieldPlan[]>;
}

const NONE: readonly never[] = [];
const NO_POSITIONS: ReadonlyMap<string, number> = new Map();

interface Context { readonly places: ReadonlyMap<string, FieldPlace>; readonly fieldsOf: Map<Condition, FieldPlan[]>; readonly sections: Map<SectionPlan, FieldPlan[]> }

/** Plans every field of a form once; what comes back to itself, or is drawn in several ways, when it is first met. */
export function planFields(root: FieldSpec, layout: LayoutPlan): FormPlan {
  const context: Context = { places: placesOf(layout), fieldsOf: new Map(), sections: new Map() };
  return { root: planField(root, { parent: undefined, position: 0, role: 'field' }, context), fieldsOf: context.fieldsOf, sections: context.sections };
}

function placesOf(layout: LayoutPlan): ReadonlyMap<string, FieldPlace> {
  const places = new Map<string, FieldPlace>();
  for (const step of layout.steps) {
    for (const section of step.sections) {
      section.fields.forEach((field, index) => places.set(field.template, { step, section, index, order: places.size, within: section.within[index] ?? NONE }));
    }
  }
  return places;
}

/** A plan that is being made. */
export type PlanDraft = Writable<FieldPlan>;
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What a field is to the one around it; `base` for one of several ways to draw it. */
interface Standing { readonly parent: FieldPlan | undefined; readonly position: number; readonly role: FieldPlan['role']; readonly base?: FieldPlan }

function planField(spec: FieldSpec, { parent, position, role, base }: Standing, context: Context): FieldPlan {
  const place = context.places.get(spec.template);
  const isItem = role !== 'field';
  const policy = spec.settings.hiddenAnswer ?? parent?.policy ?? 'keepButNotSubmit';
  const conditions = conditionsOf(spec, place);
  const offersWhen = offersOf(spec);
  const closed = spec.shape === 'group' && isClosed(spec);
  const isOpen = spec.expand !== undefined || spec.variants !== undefined || spec.entries !== undefined || spec.alternatives.length > 0;
  const plan: Writable<FieldPlan> = {
    spec,
    base: NOBODY,
    parent,
    position,
    token: toPointer(spec.name),
    role,
    isItem,
    inList: isItem || parent?.inList === true,
    children: NONE,
    positions: NO_POSITIONS,
    item: undefined,
    expanded: undefined,
    variant: undefined,
    entry: undefined,
    itemAt: isItem ? spec.depth + 1 : (parent?.itemAt ?? 0),
    showsWhen: conditions,
    offersWhen,
    asksOf: union([isOpen ? [spec.depth + 1] : NONE, branchPart.known?.gateDepths(spec) ?? NONE]),
    asking: NONE,
    groups: NONE,
    policy,
    mayClear: policy === 'clear' || spec.shape === 'list' || spec.shape === 'tuple' || isOpen,
    closed,
    mayHoldFormer: closed,
    place,
    drawn: NONE,
    startsForm: place?.order === 0,
  };
  plan.base = base ?? plan;
  const { requiredWhen, readonlyWhen } = spec.settings;
  const asked = [...conditions, requiredWhen, readonlyWhen, ...(offersWhen ?? NONE)].filter(isThere);
  if (plan.inList && asked.some(readsItem)) plan.asksOf = union([plan.asksOf, [plan.itemAt]]);
  for (const condition of asked) {
    const fields = context.fieldsOf.get(condition);
    if (fields) fields.push(plan);
    else context.fieldsOf.set(condition, [plan]);
  }
  if (place && base === undefined) {
    const fields = context.sections.get(place.section) ?? [];
    fields[place.index] = plan;
    context.sections.set(place.section, fields);
  }
  if (spec.item) plan.item = planField(spec.item, { parent: plan, position: 0, role: 'item' }, context);
  const inside = spec.shape === 'tuple' ? 'position' : 'field';
  if (spec.children.length > 0) takeChildren(plan, spec.children.map((child, index) => planField(child, { parent: plan, position: index, role: inside }, context)));
  else if (plan.item) plan.mayHoldFormer = plan.item.mayHoldFormer;
  if (plan.item) plan.asksOf = union([plan.asksOf, plan.item.asksOf]);
  if (spec.expand ?? spec.variants) branchPart.now.takeWays(plan, (way) => planField(way, { parent, position, role, base: plan.base }, context));
  if (spec.entries) plan.entry = entryPart.now.entriesOfPlan(plan, spec.entries, (entry) => planField(entry, { parent: plan, position: plan.children.length, role: 'entry' }, context));
  return plan;
}

const NOBODY = undefined as unknown as FieldPlan;

const isThere = (condition: Condition | undefined): condition is Condition => condition !== undefined;

function offersOf({ settings, choices }: FieldSpec): FieldPlan['offersWhen'] {
  const offers = choices.map(({ value }) => own(settings.optionsWhen, choiceName(value)) as Condition | undefined);
  return offers.some(isThere) ? offers : undefined;
}

function conditionsOf({ settings }: FieldSpec, place: FieldPlace | undefined): readonly Condition[] {
  const { visibleWhen: own } = settings;
  const section = place?.section.visibleWhen;
  const step = place?.step.visibleWhen;
  const within = place?.within ?? NONE;
  if (own === undefined && section === undefined && step === undefined && within.length === 0) return NONE;
  return [own, ...within, section, step].filter(isThere);
}

function takeChildren(plan: Writable<FieldPlan>, children: readonly FieldPlan[]): void {
  const where = (test: (child: FieldPlan) => boolean): readonly number[] => children.flatMap((child, index) => (test(child) ? [index] : []));
  plan.children = children;
  plan.positions = new Map(children.map((child, index) => [child.spec.name, index]));
  plan.asking = where((child) => child.asksOf.length > 0);
  plan.groups = where((child) => child.spec.shape === 'group' || child.expanded !== undefined || child.variant !== undefined);
  plan.drawn = where((child) => child.place === undefined);
  plan.mayClear = plan.mayClear || children.some((child) => child.mayClear);
  plan.mayHoldFormer = plan.closed || children.some((child) => child.mayHoldFormer);
  if (plan.asking.length > 0) plan.asksOf = union([plan.asksOf, ...children.map((child) => child.asksOf)]);
}

/** Keywords by which a name may be known to the schema without being a field. */
const MAY_KNOW_MORE = ['oneOf', 'anyOf', 'if', 'dependentSchemas', 'dependencies', '$dynamicRef', '$recursiveRef'];

function isClosed({ schema }: FieldSpec): boolean {
  if (own(schema, 'patternProperties') !== undefined) return false;
  if (own(schema, 'additionalProperties') === false) return true;
  return own(schema, 'unevaluatedProperties') === false && MAY_KNOW_MORE.every((keyword) => own(schema, keyword) === undefined);
}

function union(lists: readonly (readonly number[])[]): readonly number[] {
  const all = lists.flat();
  return all.length > 0 ? [...new Set(all)] : NONE;
}

/** The field that a token leads to, whatever the answers are; `*` leads to items as any index does. Of several ways to draw a field the first is meant. */
export function childPlan(given: FieldPlan, token: string): FieldPlan | undefined {
  const plan = given.expanded?.() ?? given;
  const position = plan.positions.get(token);
  if (position !== undefined) return plan.children[position];
  if (plan.item && /^(\d+|\*)$/.test(token)) return plan.item;
  return plan.entry?.(token);
}

/** The fields on the way to a pointer, the root first; ends early where the form has no such field. */
export function plansOnTheWay(root: FieldPlan, tokens: readonly string[]): readonly FieldPlan[] {
  const way = [root];
  for (const token of tokens) {
    const next = childPlan(way[way.length - 1] as FieldPlan, token);
    if (next === undefined) break;
    way.push(next);
  }
  return way;
}

/** The field at a pointer, or the nearest one around it. */
export function planAt(root: FieldPlan, pointer: string): FieldPlan {
  const way = plansOnTheWay(root, pointerTokens(pointer));
  return way[way.length - 1] as FieldPlan;
}
