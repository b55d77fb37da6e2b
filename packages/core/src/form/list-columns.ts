import type { FormNode } from './form-model.js';

/** The questions of a repeated group in order, one each, also where some items hide some of them. */
export function listColumns(list: FormNode): readonly FormNode[] {
  const columns = new Map<string, FormNode>();
  for (const item of list.children) {
    for (const child of item.children) if (child.visible && !columns.has(child.template)) columns.set(child.template, child);
  }
  return [...columns.values()];
}
