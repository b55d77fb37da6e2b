import { words } from '../locales/words.js';
import { pointerTokens } from '../problems/json-pointer.js';
import type { Locale, Problem } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import type { Condition } from '../generated/types.js';
import { equalJson } from './answers.js';
import type { CompiledForm } from './compiled-form.js';
import type { Evaluation } from './evaluate-answers.js';
import type { FieldPlan } from './field-plan.js';
import type { FieldStatus } from './field-status.js';
import { childStatus, eachChangedStatus, entryName, nearestStatus } from './field-status.js';
import type { FixedPart, NodeNames } from './form-nodes.js';
import { fixedPart, isConditioned, nodeLabel, nodeOf } from './form-nodes.js';
import type { FormNode, FormProgress, FormSection, FormStep, StepStatus } from './form-model.js';
import { ProgressCounter, sumOf } from './form-progress.js';
import { placeOf } from './layout-rank.js';
import type { SectionPlan, StepPlan } from './layout-plan.js';
import { isUnansweredNode, nullNode } from './null-answer.js';
import { branchPart, elementPart, titlePart } from './parts/form-parts.js';
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
  /** Whether a step has an error, shown or not. */
  readonly isWrong: (stepId: string) => boolean;
}

interface DrawnSection {
  readonly section: FormSection;
  readonly answered: boolean;
  readonly progress: FormProgress;
  /** Which conditions of its elements hold. */
  readonly holding: string;
}

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
  private readonly progress = new ProgressCounter();
  private before: { readonly root: FieldStatus; readonly locale: Locale } | undefined;

  constructor(private readonly form: CompiledForm, private readonly readonly: boolean) {}

  draw(inputs: ViewInputs): readonly FormStep[] {
    const { evaluation, locale } = inputs;
    const isAnew = this.before?.locale !== locale;
    if (isAnew) this.fixedParts = new Map();
    const stale = this.staleFields(inputs);
    const drawing: Drawing = { inputs, isAnew, stale, root: evaluation.root, rootBefore: this.before?.root };
    this.before = { root: evaluation.root, locale };
    const steps: FormStep[] = [];
    for (const [index, plan] of this.form.layout.steps.entries()) {
      const before = this.steps[index];
      const sections = plan.sections.map((section) => this.drawSection(section, drawing));
      const step = this.stepWith(plan, before && sameItems(before.sections, sections) ? before.sections : sections, steps, inputs);
      const progress = before && step.progress.required === before.progress.required && step.progress.answered === before.progress.answered ? before.progress : step.progress;
      steps.push(reuse(before, { ...step, progress }));
    }
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
      add(nearestStatus(evaluation.root, pointerTokens(pointer)).status.plan);
      // Those around a known one are known, too.
      for (let at = pointer; !pointers.has(at); at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) pointers.add(at);
    }
    return { sections, pointers };
  }

  private drawSection(plan: SectionPlan, drawing: Drawing): FormSection {
    const before = this.sections.get(plan);
    const stale = drawing.stale.sections.get(plan);
    const holding = plan.conditions.map((condition) => holds(condition, drawing.inputs)).join();
    if (before && !drawing.isAnew && stale === undefined && plan.fields.length > 0 && holding === before.holding) return before.section;
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
    const section = reuse(before?.section, this.sectionWith(plan, fields, before?.section, drawing.inputs));
    const known = before?.section.fields === section.fields ? before : undefined;
    this.sections.set(plan, {
      section,
      answered: known ? known.answered : section.fields.some((node) => isAnswered(node, this.readonly)),
      progress: known ? known.progress : sumOf(section.fields.map((node) => this.progress.of(node))),
      holding,
    });
    return section;
  }

  private sectionWith(plan: SectionPlan, fields: readonly FormNode[], before: FormSection | undefined, inputs: ViewInputs): FormSection {
    const { locale } = inputs;
    const elements = plan.elements && elementPart.now.drawElements(plan.elements, before?.elements, { fields, locale, holds: (condition) => holds(condition, inputs) });
    const hasText = elements ? elements.some((element) => element.kind !== 'field' && element.visible) : fields.length === 0;
    const visible = (hasText && holds(plan.visibleWhen, inputs)) || fields.some((node) => node.visible);
    const section = { id: plan.id, title: localize(plan.title, locale), description: localize(plan.description, locale), visible, fields, columns: plan.columns };
    return elements ? { ...section, elements } : section;
  }

  private stepWith(plan: StepPlan, sections: readonly FormSection[], earlier: readonly FormStep[], inputs: ViewInputs): FormStep {
    const { locale, stepStatus } = inputs;
    const drawn = plan.sections.map((section) => this.sections.get(section) as DrawnSection);
    const closedBecause = this.readonly ? '' : closedText(plan, earlier, inputs);
    return {
      id: plan.id,
      title: localize(plan.title, locale),
      description: localize(plan.description, locale),
      visible: holds(plan.visibleWhen, inputs) && (plan.review || sections.some((section) => section.visible)),
      sections,
      status: stepStatus(plan.id, drawn.some((section) => section.answered)),
      open: closedBecause === '',
      closedBecause,
      review: plan.review,
      progress: sumOf(drawn.map((section) => section.progress)),
    };
  }

  private drawNode(status: FieldStatus, statusBefore: FieldStatus | undefined, before: FormNode | undefined, drawing: Drawing): FormNode {
    const { inputs, isAnew, stale } = drawing;
    const isMarked = stale.pointers.has(status.pointer);
    if (before !== undefined && status === statusBefore && !isMarked && !isAnew && !(status.plan.startsForm && drawing.root.chosen !== drawing.rootBefore?.chosen)) return before;
    const children = this.drawChildren(status, statusBefore, before, drawing);
    const problems = isMarked || before === undefined ? sameOr(before?.problems, inputs.shownAt(status.pointer)) : before.problems;
    const choosers = this.drawChoosers(status, before?.choosers, drawing);
    if (before !== undefined && !isAnew && statusBefore?.plan === status.plan && !isConditioned(status) && !isConditioned(statusBefore)) {
      const isSame = before.value === status.value && before.visible === status.visible && before.required === status.required && before.children === children && before.problems === problems && (before.choosers ?? NOTHING) === choosers;
      return isSame ? before : nodeOf(before, status.plan.role === 'item' ? this.names(status, children, inputs.locale) : before, status, children, problems, choosers);
    }
    const node = reuse(before, nodeOf(this.fixed(status.plan, inputs.locale), this.names(status, children, inputs.locale), status, children, problems, choosers));
    // Another way to draw a field may look the same, and in another language one without words does.
    return before !== undefined && node !== before && (isAnew || statusBefore?.plan !== status.plan) && equalJson(node, before) ? before : node;
  }

  private names(status: FieldStatus, children: readonly FormNode[], locale: Locale): NodeNames {
    const { role, parent } = status.plan;
    const itemTitle = role === 'item' && parent ? titlePart.known?.itemTitleOfNodes(parent.spec, children, locale) : undefined;
    return { label: nodeLabel(status, locale, itemTitle), itemTitle };
  }

  private drawChoosers(status: FieldStatus, before: readonly FormNode[] | undefined, { inputs, root }: Drawing): readonly FormNode[] {
    const isRoot = status.plan.parent === undefined;
    const others = isRoot ? [] : [status];
    const places = status.plan.startsForm ? [root, ...others] : others;
    const nothing = nullNode(status, inputs.locale, this.readonly);
    if (nothing === undefined && places.every(({ chosen }) => chosen.length === 0)) return NOTHING;
    const { definition } = this.form;
    const choosers = places.flatMap((place) => (place.chosen.length === 0 ? [] : branchPart.now.chooserNodes(place, definition, inputs.locale, this.readonly)));
    const nodes = nothing === undefined ? choosers : [...choosers, nothing];
    return sameOr(before, nodes.map((node) => reuse(before?.find(({ pointer }) => pointer === node.pointer), node)));
  }

  private drawChildren(status: FieldStatus, statusBefore: FieldStatus | undefined, before: FormNode | undefined, drawing: Drawing): readonly FormNode[] {
    const { children, plan } = status;
    if (children.length === 0) return NOTHING;
    // In the place of a field of another branch there may be another field.
    const draw = (child: FieldStatus, index: number, at: number): FormNode => {
      const old = before?.children[at];
      const isOther = old !== undefined && old.pointer !== child.pointer;
      return this.drawNode(child, isOther ? undefined : statusBefore?.children[index], isOther ? undefined : old, drawing);
    };
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

const holds = (condition: Condition | undefined, { evaluation }: ViewInputs): boolean => condition === undefined || evaluation.truthOf(condition) === true;

/** Why a step cannot be entered yet; `''` where it can. */
function closedText({ gate }: StepPlan, earlier: readonly FormStep[], inputs: ViewInputs): string {
  if (gate === undefined) return '';
  const { locale, isWrong } = inputs;
  const texts = words[locale];
  const unfinished = earlier.filter((step) => step.visible && isWrong(step.id)).map(({ title }) => title);
  const waits = gate.afterEarlierSteps && unfinished.length > 0;
  const condition = holds(gate.opensWhen, inputs);
  if (condition && !waits) return '';
  const finishFirst = unfinished.length > 0 ? texts.finishFirst(unfinished.join(texts.separator)) : texts.opensLater;
  return condition && gate.opensWhen !== undefined ? finishFirst : localize(gate.opensText, locale) || finishFirst;
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
  return node.children.length > 0 ? node.children.some((child) => isAnswered(child, shownOnly)) : !isUnansweredNode(node);
}
