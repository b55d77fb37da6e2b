import { pointerTokens, toPointer } from '../problems/json-pointer.js';
import type { Locale, Problem } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import { equalJson, isEmpty } from './answers.js';
import { chooserNodes } from './chooser-nodes.js';
import type { CompiledForm } from './compiled-form.js';
import type { Evaluation } from './evaluate-answers.js';
import type { FieldPlan } from './field-plan.js';
import type { FieldStatus } from './field-status.js';
import { childStatus, eachChangedStatus, entryName, nearestStatus } from './field-status.js';
import type { FixedPart } from './form-nodes.js';
import { fixedPart, nodeLabel, nodeOf } from './form-nodes.js';
import type { FormNode, FormSection, FormStep, StepStatus } from './form-model.js';
import { placeOf } from './layout-rank.js';
import type { SectionPlan, StepPlan } from './layout-plan.js';
import { reuse, sameItems } from './reuse.js';

/** What the screen shows besides the answers. */
export interface ViewInputs {
  readonly evaluation: Evaluation;
  readonly locale: Locale;
  /** Pointers whose problems to show may be others than before. */
  readonly marked: ReadonlySet<string>;
  /** The problems to show at a field now. */
  readonly shownAt: (pointer: string) => readonly Problem[];
  readonly stepStatus: (stepId: string, isAnswered: boolean) => StepStatus;
}

interface DrawnSection { section: FormSection; answered: boolean }

/** Every empty list of a node. */
const NOTHING: readonly never[] = [];

/**
 * Draws steps, sections and nodes, and remembers them: what neither its status nor its problems changed keeps its identity and is
 * not looked at.
 */
export class FormView {
  private steps: readonly FormStep[] = [];
  private readonly sections = new Map<SectionPlan, DrawnSection>();
  /** Fixed parts of fields that there are many of. */
  private fixedParts = new Map<FieldPlan, FixedPart>();
  private before: { readonly root: FieldStatus; readonly locale: Locale } | undefined;

  constructor(private readonly form: CompiledForm, private readonly readonly: boolean) {}

  draw(inputs: ViewInputs): readonly FormStep[] {
    const { evaluation, locale } = inputs;
    const isAnew = this.before?.locale !== locale;
    if (isAnew) this.fixedParts = new Map();
    const stale = this.staleFields(inputs);
    const drawing: Drawing = { inputs, isAnew, stale, root: evaluation.root, rootBefore: this.before?.root };
    this.before = { root: evaluation.root, locale };
    const steps = this.form.layout.steps.map((plan, index) => {
      const before = this.steps[index];
      const sections = plan.sections.map((section) => this.drawSection(section, drawing));
      return reuse(before, this.stepWith(plan, before && sameItems(before.sections, sections) ? before.sections : sections, inputs));
    });
    this.steps = sameItems(this.steps, steps) ? this.steps : steps;
    return this.steps;
  }

  /** What is to be drawn again: fields of sections by index, and the pointers that lead to problems inside them. */
  private staleFields({ evaluation, marked }: ViewInputs): Stale {
    const sections = new Map<SectionPlan, Set<number>>();
    const pointers = new Set<string>();
    const add = (plan: FieldPlan): void => {
      const place = placeOf(plan);
      if (!place) return;
      const fields = sections.get(place.section);
      if (fields) fields.add(place.index);
      else sections.set(place.section, new Set([place.index]));
    };
    if (this.before) {
      eachChangedStatus(this.before.root, evaluation.root, (now) => { if (now?.plan.place) add(now.plan); });
      // The choices of the whole form are drawn with its first field.
      if (this.before.root.chosen !== evaluation.root.chosen) this.form.plan.sections.forEach((plans) => plans.filter((plan) => plan.startsForm).forEach(add));
    }
    for (const pointer of marked) {
      const tokens = pointerTokens(pointer);
      add(nearestStatus(evaluation.root, tokens).status.plan);
      for (let length = tokens.length; length > 0; length -= 1) pointers.add(toPointer(...tokens.slice(0, length)));
    }
    return { sections, pointers };
  }

  private drawSection(plan: SectionPlan, drawing: Drawing): FormSection {
    const before = this.sections.get(plan);
    const stale = drawing.stale.sections.get(plan);
    if (before && !drawing.isAnew && stale === undefined && plan.fields.length > 0) return before.section;
    const plans = this.form.plan.sections.get(plan) ?? NOTHING;
    const redrawn = (field: FieldPlan, node: FormNode | undefined): FormNode =>
      this.drawNode(statusOf(drawing.root, field), drawing.rootBefore && statusOf(drawing.rootBefore, field), node, drawing);
    let fields: readonly FormNode[];
    if (before === undefined || drawing.isAnew) fields = plans.map((field, index) => redrawn(field, before?.section.fields[index]));
    else {
      const patched = [...before.section.fields];
      for (const index of stale ?? NOTHING) patched[index] = redrawn(plans[index] as FieldPlan, patched[index]);
      fields = patched;
    }
    const section = reuse(before?.section, this.sectionWith(plan, fields, drawing.inputs));
    this.sections.set(plan, { section, answered: before?.section.fields === section.fields ? before.answered : section.fields.some((node) => isAnswered(node, this.readonly)) });
    return section;
  }

  private sectionWith(plan: SectionPlan, fields: readonly FormNode[], { locale, evaluation }: ViewInputs): FormSection {
    const onlyText = fields.length === 0 && (plan.visibleWhen === undefined || evaluation.truthOf(plan.visibleWhen) === true);
    const visible = onlyText || fields.some((node) => node.visible);
    return { id: plan.id, title: localize(plan.title, locale), description: localize(plan.description, locale), visible, fields };
  }

  private stepWith(plan: StepPlan, sections: readonly FormSection[], { evaluation, locale, stepStatus }: ViewInputs): FormStep {
    const shows = plan.visibleWhen === undefined || evaluation.truthOf(plan.visibleWhen) === true;
    return {
      id: plan.id,
      title: localize(plan.title, locale),
      description: localize(plan.description, locale),
      visible: shows && sections.some((section) => section.visible),
      sections,
      status: stepStatus(plan.id, plan.sections.some((section) => this.sections.get(section)?.answered === true)),
    };
  }

  private drawNode(status: FieldStatus, statusBefore: FieldStatus | undefined, before: FormNode | undefined, drawing: Drawing): FormNode {
    const { inputs, isAnew, stale } = drawing;
    const isMarked = stale.pointers.has(status.pointer);
    if (before !== undefined && status === statusBefore && !isMarked && !isAnew && !(status.plan.startsForm && drawing.root.chosen !== drawing.rootBefore?.chosen)) return before;
    const children = this.drawChildren(status, statusBefore, before, drawing);
    const problems = isMarked || before === undefined ? sameOr(before?.problems, inputs.shownAt(status.pointer)) : before.problems;
    const choosers = this.drawChoosers(status, before?.choosers, drawing);
    if (before !== undefined && !isAnew && statusBefore?.plan === status.plan) {
      const isSame = before.value === status.value && before.visible === status.visible && before.required === status.required && before.children === children && before.problems === problems && (before.choosers ?? NOTHING) === choosers;
      return isSame ? before : nodeOf(before, before.label, status, children, problems, choosers);
    }
    const node = reuse(before, nodeOf(this.fixed(status.plan, inputs.locale), nodeLabel(status, inputs.locale), status, children, problems, choosers));
    // Another way to draw a field may look the same.
    return before !== undefined && node !== before && statusBefore?.plan !== status.plan && equalJson(node, before) ? before : node;
  }

  private drawChoosers(status: FieldStatus, before: readonly FormNode[] | undefined, { inputs, root }: Drawing): readonly FormNode[] {
    const places = status.plan.startsForm ? [root, status] : [status];
    if (places.every(({ chosen }) => chosen.length === 0)) return NOTHING;
    const { definition } = this.form;
    const nodes = places.flatMap((place) => chooserNodes(place, definition, inputs.locale, this.readonly));
    return sameOr(before, nodes.map((node) => reuse(before?.find(({ pointer }) => pointer === node.pointer), node)));
  }

  private drawChildren(status: FieldStatus, statusBefore: FieldStatus | undefined, before: FormNode | undefined, drawing: Drawing): readonly FormNode[] {
    const { children, plan } = status;
    if (children.length === 0) return NOTHING;
    const draw = (child: FieldStatus, index: number, at: number): FormNode => this.drawNode(child, statusBefore?.children[index], before?.children[at], drawing);
    const fields = plan.drawn.map((index, at) => draw(children[index] as FieldStatus, index, at));
    const first = plan.children.length;
    const others = children.slice(first).map((child, at) => {
      const old = before?.children[fields.length + at];
      if (plan.entry === undefined || old?.pointer === child.pointer) return draw(child, first + at, fields.length + at);
      // Answers with names are found by them, wherever they stood.
      return this.drawNode(child, statusBefore && childStatus(statusBefore, entryName(child)), before?.children.find(({ pointer }) => pointer === child.pointer), drawing);
    });
    return sameOr(before?.children, others.length === 0 ? fields : [...fields, ...others]);
  }

  private fixed(plan: FieldPlan, locale: Locale): FixedPart {
    if (!plan.inList) return fixedPart(plan, locale, this.readonly);
    let fixed = this.fixedParts.get(plan);
    if (fixed === undefined) this.fixedParts.set(plan, (fixed = fixedPart(plan, locale, this.readonly)));
    return fixed;
  }
}

interface Stale { readonly sections: ReadonlyMap<SectionPlan, ReadonlySet<number>>; readonly pointers: ReadonlySet<string> }

interface Drawing {
  readonly inputs: ViewInputs;
  /** Everything is drawn again: for the first time, or in another language. */
  readonly isAnew: boolean;
  readonly stale: Stale;
  readonly root: FieldStatus;
  readonly rootBefore: FieldStatus | undefined;
}

function sameOr<T>(before: readonly T[] | undefined, next: readonly T[]): readonly T[] {
  if (next.length === 0) return NOTHING;
  return before !== undefined && sameItems(before, next) ? before : next;
}

/** The status of a field that there is once. */
function statusOf(root: FieldStatus, plan: FieldPlan): FieldStatus {
  return plan.parent === undefined ? root : (statusOf(root, plan.parent).children[plan.position] as FieldStatus);
}

/** Whether a person answered something: calculated and fixed values are nobody's answer. In a form that is only shown all count. */
function isAnswered(node: FormNode, shownOnly: boolean): boolean {
  if (!node.visible || node.computed || (node.readonly && !shownOnly)) return false;
  return node.children.length > 0 ? node.children.some((child) => isAnswered(child, shownOnly)) : !isEmpty(node.value);
}
