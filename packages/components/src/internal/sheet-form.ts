import type { FormDefinition, LayoutStep } from '@cobuild/core';

/** One for each definition: a form that is given the same object keeps what was typed. */
const made = new WeakMap<FormDefinition, FormDefinition>();

/**
 * The form of a stage on a sheet whose heading names it already: the headings of an only step, and of its only section, would say it once more and are left out.
 */
export function sheetForm(definition: FormDefinition): FormDefinition {
  const known = made.get(definition);
  if (known !== undefined) return known;
  const { layout } = definition;
  const { steps = [] } = layout ?? {};
  const form: FormDefinition = layout === undefined || steps.length !== 1 ? definition : { ...definition, layout: { ...layout, steps: steps.map(plainStep) } };
  made.set(definition, form);
  return form;
}

/** An only step: what its only section is called is what the sheet is about. */
function plainStep(step: LayoutStep): LayoutStep {
  const { sections } = step;
  const plain = sections?.length === 1 ? sections.map(({ title: _, ...section }) => section) : sections;
  return { ...step, title: { 'zh-CN': '' }, ...(plain === undefined ? {} : { sections: plain }) };
}
