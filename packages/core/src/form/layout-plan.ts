import type { Condition, FormDefinition, LayoutStep } from '../generated/types.js';
import type { LocalizedText } from '../problems/problem.js';
import { equalJson } from './answers.js';
import { OTHERS, derivedSections, plainSection } from './derived-sections.js';
import type { FieldSpec } from './field-spec.js';
import type { FormShow } from './form-model.js';
import type { ElementPlan, TakeField } from './layout-elements.js';
import { arrange, columnsOf } from './layout-elements.js';
import { hasNamedAnswers, isRootDrawn } from './root-answer.js';

export interface SectionPlan {
  readonly id: string;
  readonly title?: LocalizedText;
  readonly description?: LocalizedText;
  readonly visibleWhen?: Condition;
  readonly columns: number;
  readonly fields: readonly FieldSpec[];
  /** For each field the conditions of what it stands in inside the section. */
  readonly within: readonly (readonly Condition[])[];
  /** How the fields are arranged; missing where they stand one below the other. */
  readonly elements?: readonly ElementPlan[];
  /** Conditions of elements. */
  readonly conditions: readonly Condition[];
}

/** What has to be before a step can be entered. */
export interface StepGate { readonly opensWhen?: Condition; readonly opensText?: LocalizedText; readonly afterEarlierSteps: boolean }

export interface StepPlan {
  readonly id: string;
  readonly title: LocalizedText;
  readonly description?: LocalizedText;
  readonly visibleWhen?: Condition;
  /** Missing where the step is always open. */
  readonly gate?: StepGate;
  /** It shows all answers and asks nothing. */
  readonly review: boolean;
  readonly sections: readonly SectionPlan[];
}

const SHOWS: readonly FormShow[] = ['page', 'steps', 'taskList', 'tabs'];

/** Steps and sections with their fields; every field of the form is in exactly one place. */
export interface LayoutPlan {
  readonly show: FormShow;
  readonly steps: readonly StepPlan[];
  /** Step and section of each field that stands in a section by itself, by template. */
  readonly places: ReadonlyMap<string, { readonly step: StepPlan; readonly section: SectionPlan }>;
  /** Pointers of the layout that name no field, with their place in the definition. */
  readonly unknown: readonly { readonly field: string; readonly pointer: string }[];
  /** Places in the definition of sections that a review step has and cannot show. */
  readonly inReview: readonly string[];
}

/** All fields by template; what lies inside the items of a list is reached through the list only. */
export function placeableFields(root: FieldSpec): ReadonlyMap<string, FieldSpec> {
  const found = new Map<string, FieldSpec>();
  const visit = (field: FieldSpec): void => {
    found.set(field.template, field);
    field.children.forEach(visit);
  };
  if (isRootDrawn(root)) found.set('', root);
  if (hasNamedAnswers(root)) root.children.forEach(visit);
  return found;
}

/** Reads the layout; without one all fields are in one step, and groups at the top of the schema are its sections. Fields that no section names come last, where no condition hides them. */
export function planLayout(definition: FormDefinition, root: FieldSpec): LayoutPlan {
  const reader = new LayoutReader(root);
  const steps = (definition.layout?.steps ?? []).map((step, index) => reader.step(step, `/layout/steps/${index}`));
  const complete = withUnplaced(steps, reader.unplaced(), definition, root);
  const places = new Map(
    complete.flatMap((step) => step.sections.flatMap((section) => section.fields.map((field) => [field.template, { step, section }] as const))),
  );
  const show = SHOWS.find((known) => known === definition.layout?.show) ?? 'page';
  return { show, steps: complete, places, unknown: reader.unknown, inReview: reader.inReview };
}

class LayoutReader {
  readonly unknown: { field: string; pointer: string }[] = [];
  readonly inReview: string[] = [];
  private readonly fields: ReadonlyMap<string, FieldSpec>;
  private readonly placed = new Set<string>();

  constructor(private readonly root: FieldSpec) {
    this.fields = placeableFields(root);
  }

  step({ sections = [], review, opensWhen, opensText, afterEarlierSteps, ...rest }: LayoutStep, at: string): StepPlan {
    const isReview = review === true;
    if (isReview) this.inReview.push(...sections.map((_, index) => `${at}/sections/${index}`));
    const isGated = opensWhen !== undefined || afterEarlierSteps === true;
    return {
      ...rest,
      ...(isGated ? { gate: { opensWhen, opensText, afterEarlierSteps: afterEarlierSteps === true } } : {}),
      review: isReview,
      sections: isReview ? [] : sections.map((section, index) => this.section(section, `${at}/sections/${index}`, index === 0 ? rest.title : undefined)),
    };
  }

  /** @param around - Title of the step: a first heading that says the same says nothing more. */
  private section(section: NonNullable<LayoutStep['sections']>[number], at: string, around?: LocalizedText): SectionPlan {
    const { placed, elements, conditions } = arrange(section, at, this.take);
    const { id, title, description, visibleWhen, columns } = section;
    return {
      id,
      ...(equalJson(title, around) ? {} : { title }),
      description,
      visibleWhen,
      columns: columnsOf(columns),
      fields: placed.map(({ field }) => field),
      within: placed.map(({ within }) => within),
      // A section of texts alone shows by its own condition.
      conditions: elements === undefined || visibleWhen === undefined ? conditions : [...conditions, visibleWhen],
      ...(elements === undefined ? {} : { elements }),
    };
  }

  private readonly take: TakeField = (template, pointer) => {
    const field = this.fields.get(template);
    if (!field) this.unknown.push({ field: template, pointer });
    if (!field || this.placed.has(template)) return undefined;
    this.placed.add(template);
    return field;
  };

  /** Top-level fields that no section shows; a group all of whose fields stand elsewhere has nothing left to show. */
  unplaced(): readonly FieldSpec[] {
    const remains = (field: FieldSpec): boolean => !this.placed.has(field.template) && (field.shape !== 'group' || field.entries !== undefined || field.children.some(remains));
    const isRootLeft = isRootDrawn(this.root) && !this.placed.has('');
    return [...(hasNamedAnswers(this.root) ? this.root.children.filter(remains) : []), ...(isRootLeft ? [this.root] : [])];
  }
}

function withUnplaced(steps: readonly StepPlan[], fields: readonly FieldSpec[], definition: FormDefinition, root: FieldSpec): readonly StepPlan[] {
  if (steps.length === 0) return [{ id: 'form', title: definition.title, review: false, sections: derivedSections(root, fields) }];
  if (fields.length === 0) return steps;
  const section = plainSection('other-fields', OTHERS, fields);
  const lastOpen = steps.map((step) => step.visibleWhen === undefined && !step.review).lastIndexOf(true);
  if (lastOpen < 0) return [...steps, { id: 'other', title: OTHERS, review: false, sections: [section] }];
  return steps.map((step, index) => (index === lastOpen ? { ...step, sections: [...step.sections, section] } : step));
}
