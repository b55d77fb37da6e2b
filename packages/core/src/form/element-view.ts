import type { Condition } from '../generated/types.js';
import type { Locale } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import type { FormElement, FormNode, FormTab } from './form-model.js';
import type { ElementPlan, TabPlan } from './layout-elements.js';
import { reuse } from './reuse.js';

/** What the elements of a section are drawn from. */
export interface ElementInputs {
  readonly fields: readonly FormNode[];
  readonly locale: Locale;
  readonly holds: (condition: Condition | undefined) => boolean;
}

const wrongNodes = new WeakMap<FormNode, boolean>();

/** Whether a problem is shown at a question or inside it. */
function isWrong(node: FormNode): boolean {
  if (!node.visible) return false;
  if (node.problems.some(({ severity }) => severity === 'error')) return true;
  if (node.children.length === 0) return false;
  let wrong = wrongNodes.get(node);
  if (wrong === undefined) wrongNodes.set(node, (wrong = node.children.some(isWrong)));
  return wrong;
}

const hasErrors = (element: FormElement): boolean => {
  if (element.kind === 'field') return isWrong(element.node);
  if (element.kind === 'text' || !element.visible) return false;
  return element.kind === 'group' ? element.elements.some(hasErrors) : element.tabs.some((tab) => tab.hasErrors);
};

export const isVisibleElement = (element: FormElement): boolean => (element.kind === 'field' ? element.node.visible : element.visible);

/** Draws how the questions of a section are arranged; what says the same as before is the same object. */
export function drawElements(plans: readonly ElementPlan[], before: readonly FormElement[] | undefined, inputs: ElementInputs): readonly FormElement[] {
  const elements = plans.map((plan, index) => reuse(before?.[index], drawElement(plan, before?.[index], inputs)));
  return before !== undefined && elements.every((element, index) => element === before[index]) ? before : elements;
}

function drawElement(plan: ElementPlan, before: FormElement | undefined, inputs: ElementInputs): FormElement {
  const { fields, locale, holds } = inputs;
  if (plan.kind === 'field') return { kind: 'field', node: fields[plan.index] as FormNode };
  if (plan.kind === 'text') return { kind: 'text', text: localize(plan.text, locale), visible: holds(plan.visibleWhen) };
  if (plan.kind === 'tabs') {
    const tabs = plan.tabs.map((tab, index) => reuseTab(before?.kind === 'tabs' ? before.tabs[index] : undefined, tab, inputs));
    return { kind: 'tabs', visible: holds(plan.visibleWhen) && tabs.some((tab) => tab.visible), tabs };
  }
  const elements = drawElements(plan.elements, before?.kind === 'group' ? before.elements : undefined, inputs);
  return {
    kind: 'group',
    title: localize(plan.title, locale),
    description: localize(plan.description, locale),
    columns: plan.columns,
    visible: holds(plan.visibleWhen) && elements.some(isVisibleElement),
    elements,
  };
}

function reuseTab(before: FormTab | undefined, plan: TabPlan, inputs: ElementInputs): FormTab {
  const elements = drawElements(plan.elements, before?.elements, inputs);
  return reuse(before, {
    id: plan.id,
    title: localize(plan.title, inputs.locale),
    columns: plan.columns,
    visible: inputs.holds(plan.visibleWhen) && elements.some(isVisibleElement),
    hasErrors: elements.some(hasErrors),
    elements,
  });
}
