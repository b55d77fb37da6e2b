import { plainText } from '../internal/field/widgets/combobox/search-options.js';
import type { LookUp, LookUpEntry } from './look-up.js';

/** An entry of a register that the page has whole, with those under it. */
export interface MemoryEntry extends LookUpEntry {
  readonly children?: readonly MemoryEntry[];
}

interface Known {
  readonly entry: LookUpEntry;
  readonly text: string;
  readonly children: readonly Known[];
}

const keyOf = (value: unknown): string => JSON.stringify(value) ?? '';

/**
 * A register from a list or a tree that the page has whole, such as the areas of one city: for small registers, examples and tests. Searches names
 * and details, and knows each entry's place in the tree.
 *
 * @example form.hosts = { lookUps: { areas: createMemoryLookUp([{ value: '440600', label: '佛山市', onlyGroup: true, children: [{ value: '440608', label: '高明区' }] }]) } };
 */
export function createMemoryLookUp(entries: readonly MemoryEntry[]): LookUp {
  const byKey = new Map<string, Known>();
  const know = ({ children = [], ...entry }: MemoryEntry, path: readonly LookUpEntry[]): Known => {
    const own: LookUpEntry = { ...entry, ...(children.length > 0 ? { hasMore: true } : {}), ...(path.length > 0 ? { path } : {}) };
    const { path: _, ...bare } = own;
    const known: Known = { entry: own, text: plainText(`${own.label}${own.detail ?? ''}`), children: children.map((child) => know(child, [...path, bare])) };
    byKey.set(keyOf(own.value), known);
    return known;
  };
  const top = entries.map((entry) => know(entry, []));
  const allUnder = (known: readonly Known[]): readonly Known[] => known.flatMap((each) => [each, ...allUnder(each.children)]);
  return {
    find: async ({ text, parent, offset, limit, signal }) => {
      await Promise.resolve();
      if (signal.aborted) throw new DOMException('Another question has taken its place', 'AbortError');
      const under = parent === undefined ? top : (byKey.get(keyOf(parent))?.children ?? []);
      const wanted = plainText(text);
      const found = wanted === '' ? under : allUnder(under).filter((known) => known.text.includes(wanted));
      return { entries: found.slice(offset, offset + limit).map(({ entry }) => entry), total: found.length };
    },
    resolve: async (value) => {
      await Promise.resolve();
      return byKey.get(keyOf(value))?.entry;
    },
  };
}
