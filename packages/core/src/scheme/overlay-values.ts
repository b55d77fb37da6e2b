import type { ObjectNode, SourceNode } from './source-node.js';

/**
 * Objects that stand for one value. Merged key by key, half of the base's value would stay: `p` of one ratio and `q` of
 * another, a parameter reference inside a period, the source of a number that the overlay invented. An overlay therefore
 * replaces them whole.
 */
const VALUE_SHAPES: readonly { readonly marks: readonly string[]; readonly others: readonly string[] }[] = [
  { marks: ['parameter'], others: [] },
  { marks: ['p', 'q'], others: [] },
  { marks: ['amount'], others: ['unit'] },
  { marks: ['every'], others: ['unit'] },
  { marks: ['kind'], others: ['source', 'note'] },
  { marks: ['op', 'of'], others: ['round', 'missing', '$comment'] },
  { marks: ['all', 'any', 'not', 'condition', 'fact'], others: ['path', 'params', 'operator', 'value', 'name', 'priority', '$comment'] },
];

/** Whether an overlay's object takes the place of the base's instead of being merged with it. */
export function replacesWhole(base: ObjectNode, overlay: ObjectNode): boolean {
  const keys = [...overlay.members.keys()];
  if (keys.length === 0) return false;
  // A new Chinese title leaves no English one of the old; an English title alone is a translation that is added.
  if (overlay.members.has('zh-CN')) return true;
  // A map whose things are called by such a word (a parameter `amount`) holds objects there; only `not` has one in a value.
  const isMark = (key: string, marks: readonly string[]): boolean => marks.includes(key) && (key === 'not' || overlay.members.get(key)?.value.kind !== 'object');
  return isReference(base) || VALUE_SHAPES.some(({ marks, others }) => keys.some((key) => isMark(key, marks)) && keys.every((key) => marks.includes(key) || others.includes(key)));
}

function isReference(node: ObjectNode): boolean {
  return node.members.size === 1 && node.members.get('parameter')?.value.kind === 'scalar';
}

/** The id of an item, where it is an object that has one. */
export function itemId(node: SourceNode): string | undefined {
  const id = node.kind === 'object' ? node.members.get('id')?.value : undefined;
  return id?.kind === 'scalar' && typeof id.value === 'string' ? id.value : undefined;
}
