import { words } from '../locales/words.js';
import type { Locale, Problem } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import { isEmpty } from './answers.js';
import type { CompiledForm } from './compiled-form.js';
import type { Evaluation } from './evaluate-answers.js';
import type { FieldStatus } from './field-status.js';
import { statusesByPointer } from './field-status.js';
import type { FormNode, FormSection, FormStep, StepStatus } from './form-model.js';
import { numberAt, own } from './json-schema.js';
import { fieldLabel, fieldOptions } from './labels.js';
import { stepOf } from './layout-order.js';
import type { SectionPlan, StepPlan } from './layout-plan.js';
import { reuse } from './reuse.js';

/** What the screen shows besides the answers. */
export interface ViewInputs {
  readonly form: CompiledForm;
  readonly evaluation: Evaluation;
  readonly locale: Locale;
  readonly readonly: boolean;
  /** Those to show now. */
  readonly shown: readonly Problem[];
  /** Steps whose problems were asked for. */
  readonly isStepShown: (stepId: string) => boolean;
  readonly problems: readonly Problem[];
}

/** Draws steps, sections and nodes, and remembers them so that the unchanged keep their identity. */
export class FormView {
  private nodes = new Map<string, FormNode>();
  private steps: readonly FormStep[] = [];

  draw(inputs: ViewInputs): readonly FormStep[] {
    const statuses = statusesByPointer(inputs.evaluation.root);
    const shown = byPointer(inputs.shown);
    const nodes = new Map<string, FormNode>();
    const draw = (status: FieldStatus): FormNode => {
      const children = status.children.filter((child) => !inputs.form.layout.places.has(child.spec.template)).map(draw);
      const node = reuse(this.nodes.get(status.pointer), nodeOf(status, children, shown.get(status.pointer) ?? [], inputs));
      nodes.set(status.pointer, node);
      return node;
    };
    this.steps = inputs.form.layout.steps.map((plan, index) => {
      const before = this.steps[index];
      const sections = plan.sections.map((section, at) => reuse(before?.sections[at], sectionOf(section, inputs, statuses, draw)));
      return reuse(before, stepWith(plan, sections, inputs));
    });
    this.nodes = nodes;
    return this.steps;
  }
}

function byPointer(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const found = new Map<string, Problem[]>();
  for (const problem of problems) found.set(problem.pointer, [...(found.get(problem.pointer) ?? []), problem]);
  return found;
}

function nodeOf(status: FieldStatus, children: readonly FormNode[], problems: readonly Problem[], inputs: ViewInputs): FormNode {
  const { spec, pointer } = status;
  const { settings, schema } = spec;
  const { locale } = inputs;
  const kind = settings.provenance?.kind;
  const index = spec.name === '*' ? Number(pointer.slice(pointer.lastIndexOf('/') + 1)) : undefined;
  return {
    pointer,
    template: spec.template,
    widget: spec.widget,
    label: index === undefined ? fieldLabel(spec, locale) : words[locale].item(index + 1),
    help: localize(settings.help, locale) || textOf(own(schema, 'description')),
    placeholder: localize(settings.placeholder, locale),
    unit: localize(settings.unit, locale),
    width: settings.width ?? 'full',
    required: status.required,
    recommended: settings.recommended === true,
    readonly: inputs.readonly || spec.computed || own(schema, 'readOnly') === true,
    computed: spec.computed,
    visible: status.visible,
    value: status.value,
    options: fieldOptionsOnce(spec, locale),
    children,
    problems,
    ...limits(status),
    ...(kind === 'inferred' || kind === 'invented' ? { provenance: kind } : {}),
  };
}

const optionLists = new WeakMap<FieldStatus['spec'], Map<Locale, FormNode['options']>>();

/** Choices do not depend on the answers; one list per field and language lets views compare by identity. */
function fieldOptionsOnce(spec: FieldStatus['spec'], locale: Locale): FormNode['options'] {
  const lists = optionLists.get(spec) ?? new Map<Locale, FormNode['options']>();
  optionLists.set(spec, lists);
  const list = lists.get(locale) ?? fieldOptions(spec, locale);
  lists.set(locale, list);
  return list;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function limits({ spec: { schema } }: FieldStatus): Partial<Pick<FormNode, 'minItems' | 'maxItems' | 'maxLength' | 'minimum' | 'maximum'>> {
  const entries = (['minItems', 'maxItems', 'maxLength', 'minimum', 'maximum'] as const).flatMap((keyword) => {
    const limit = numberAt(schema, keyword);
    return limit === undefined ? [] : [[keyword, limit] as const];
  });
  return Object.fromEntries(entries);
}

function sectionOf(
  plan: SectionPlan,
  { locale, evaluation }: ViewInputs,
  statuses: ReadonlyMap<string, FieldStatus>,
  draw: (status: FieldStatus) => FormNode,
): FormSection {
  const fields = plan.fields.flatMap((field) => {
    const status = statuses.get(field.template);
    return status ? [draw(status)] : [];
  });
  const onlyText = fields.length === 0 && (plan.visibleWhen === undefined || evaluation.truthOf(plan.visibleWhen) === true);
  const visible = onlyText || fields.some((node) => node.visible);
  return { id: plan.id, title: localize(plan.title, locale), description: localize(plan.description, locale), visible, fields };
}

function stepWith(plan: StepPlan, sections: readonly FormSection[], inputs: ViewInputs): FormStep {
  const shows = (condition: StepPlan['visibleWhen']): boolean => condition === undefined || inputs.evaluation.truthOf(condition) === true;
  return {
    id: plan.id,
    title: localize(plan.title, inputs.locale),
    description: localize(plan.description, inputs.locale),
    visible: shows(plan.visibleWhen) && sections.some((section) => section.visible),
    sections,
    status: statusOfStep(plan, sections, inputs),
  };
}

/** An error is told only once it is shown; a step is done when nothing is wrong and it was filled in or looked through. */
function statusOfStep(plan: StepPlan, sections: readonly FormSection[], { form, shown, problems, isStepShown, readonly }: ViewInputs): StepStatus {
  const wrong = (problem: Problem): boolean => problem.severity === 'error' && stepOf(form, problem.pointer) === plan.id;
  if (shown.some(wrong)) return 'error';
  const answered = sections.some((section) => section.fields.some((node) => isAnswered(node, readonly)));
  if (!problems.some(wrong) && (answered || isStepShown(plan.id))) return 'complete';
  return answered ? 'inProgress' : 'notStarted';
}

/** Whether a person answered something: calculated and fixed values are nobody's answer. In a form that is only shown all count. */
function isAnswered(node: FormNode, shownOnly: boolean): boolean {
  if (!node.visible || node.computed || (node.readonly && !shownOnly)) return false;
  return node.children.length > 0 ? node.children.some((child) => isAnswered(child, shownOnly)) : !isEmpty(node.value);
}
