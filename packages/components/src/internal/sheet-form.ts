import type { FormDefinition, LayoutStep } from '@cobuild/core';
import { localize } from '@cobuild/core';

/** One for each definition: a form that is given the same object keeps what was typed. */
const made = new WeakMap<FormDefinition, FormDefinition>();

/**
 * The form of a stage on a sheet whose heading names it already: the heading of an only step, and of its only section, and a section called like its step, would say it once
 * more and are left out.
 */
export function sheetForm(definition: FormDefinition): FormDefinition {
  const known = made.get(definition);
  if (known !== undefined) return known;
  const { layout } = definition;
  const { steps = [] } = layout ?? {};
  const form: FormDefinition = layout === undefined || steps.length === 0 ? definition : { ...definition, layout: { ...layout, steps: steps.map((step) => plainStep(step, steps.length === 1)) } };
  made.set(definition, form);
  return form;
}

function plainStep(step: LayoutStep, isOnly: boolean): LayoutStep {
  const { sections = [] } = step;
  const name = localize(step.title, 'zh-CN');
  const plain = sections.map(({ title, ...section }) => {
    const says = title !== undefined && !(isOnly && sections.length === 1) && localize(title, 'zh-CN') !== name;
    return { ...section, ...(says ? { title } : {}) };
  });
  return { ...step, ...(isOnly ? { title: { 'zh-CN': '' } } : {}), ...(step.sections === undefined ? {} : { sections: plain }) };
}
