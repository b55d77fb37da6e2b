import type { Condition, FormDefinition, LayoutStep } from '../generated/types.js';
import type { LocalizedText } from '../problems/problem.js';
import type { FieldSpec } from './field-spec.js';

export interface SectionPlan {
  readonly id: string;
  readonly title?: LocalizedText;
  readonly description?: LocalizedText;
  readonly visibleWhen?: Condition;
  readonly fields: readonly FieldSpec[];
}

export interface StepPlan {
  readonly id: string;
  readonly title: LocalizedText;
  readonly description?: LocalizedText;
  readonly visibleWhen?: Condition;
  readonly sections: readonly SectionPlan[];
}

/** Steps and sections with their fields; every field of the form is in exactly one place. */
export interface LayoutPlan {
  readonly steps: readonly StepPlan[];
  /** Step and section of each field that stands in a section by itself, by template. */
  readonly places: ReadonlyMap<string, { readonly step: StepPlan; readonly section: SectionPlan }>;
  /** Pointers of the layout that name no field, with their place in the definition. */
  readonly unknown: readonly { readonly field: string; readonly pointer: string }[];
}

const OTHERS: LocalizedText = { 'zh-CN': '其他', en: 'Other' };

/** All fields by template; what lies inside the items of a list is reached through the list only. */
export function placeableFields(root: FieldSpec): ReadonlyMap<string, FieldSpec> {
  const found = new Map<string, FieldSpec>();
  const visit = (field: FieldSpec): void => {
    found.set(field.template, field);
    field.children.forEach(visit);
  };
  root.children.forEach(visit);
  return found;
}

/** Reads the layout; without one all fields are in one step. Fields that no section names come last, where no condition hides them. */
export function planLayout(definition: FormDefinition, root: FieldSpec): LayoutPlan {
  const fields = placeableFields(root);
  const placed = new Set<string>();
  const unknown: { field: string; pointer: string }[] = [];
  const steps = (definition.layout?.steps ?? []).map((step, index) => planStep(step, `/layout/steps/${index}`, fields, placed, unknown));
  const complete = withUnplaced(steps, unplaced(root, placed), definition);
  const places = new Map(
    complete.flatMap((step) => step.sections.flatMap((section) => section.fields.map((field) => [field.template, { step, section }] as const))),
  );
  return { steps: complete, places, unknown };
}

function planStep(step: LayoutStep, at: string, fields: ReadonlyMap<string, FieldSpec>, placed: Set<string>, unknown: { field: string; pointer: string }[]): StepPlan {
  const { sections = [], ...rest } = step;
  return {
    ...rest,
    sections: sections.map((section, sectionIndex) => {
      const own = (section.fields ?? []).flatMap((template, index) => {
        const field = fields.get(template);
        if (!field) unknown.push({ field: template, pointer: `${at}/sections/${sectionIndex}/fields/${index}` });
        if (!field || placed.has(template)) return [];
        placed.add(template);
        return [field];
      });
      return { ...section, fields: own };
    }),
  };
}

/** Top-level fields that no section shows; a group all of whose fields stand elsewhere has nothing left to show. */
function unplaced(root: FieldSpec, placed: ReadonlySet<string>): readonly FieldSpec[] {
  const remains = (field: FieldSpec): boolean => !placed.has(field.template) && (field.shape !== 'group' || field.entries !== undefined || field.children.some(remains));
  return root.children.filter(remains);
}

function withUnplaced(steps: readonly StepPlan[], fields: readonly FieldSpec[], definition: FormDefinition): readonly StepPlan[] {
  if (steps.length === 0) return [{ id: 'form', title: definition.title, sections: [{ id: 'fields', fields }] }];
  if (fields.length === 0) return steps;
  const section: SectionPlan = { id: 'other-fields', title: OTHERS, fields };
  const lastOpen = steps.map((step) => step.visibleWhen === undefined).lastIndexOf(true);
  if (lastOpen < 0) return [...steps, { id: 'other', title: OTHERS, sections: [section] }];
  return steps.map((step, index) => (index === lastOpen ? { ...step, sections: [...step.sections, section] } : step));
}
