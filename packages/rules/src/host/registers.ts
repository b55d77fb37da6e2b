/** Something in a register of the host that an answer can name: an organisation, a person, an area. */
export interface RegisterItem {
  /** What becomes the answer. */
  readonly value: string;
  readonly label: string;
  /** Tells entries of one name apart: the code, the town, the post. */
  readonly detail?: string;
  /** Cannot be the answer itself, only what stands under it. */
  readonly onlyGroup?: boolean;
  /** `YYYY-MM-DD`: valid from and until this day, both included. */
  readonly from?: string;
  readonly until?: string;
  /** There are entries under it. */
  readonly hasMore?: boolean;
  /** What it stands under, from the top. */
  readonly path?: readonly RegisterItem[];
}

/** An entry with those under it, as a host has them. */
export interface RegisterNode extends Omit<RegisterItem, 'hasMore' | 'path'> {
  readonly children?: readonly RegisterNode[];
}

export interface RegisterRequest {
  /** What somebody typed: a part of the name or of the detail; `''` lists all. */
  readonly text: string;
  /** Only what stands under the entry with this value; without it a search goes through the whole tree, and a list shows its top. */
  readonly parent?: string;
  readonly offset: number;
  readonly limit: number;
}

export interface RegisterPage {
  readonly entries: readonly RegisterItem[];
  readonly total: number;
}

/** Registers by name, for pickers of a form. `undefined` where there is no register, or no entry, of that name. */
export interface RegisterAdapter {
  find(register: string, request: RegisterRequest): Promise<RegisterPage | undefined>;
  entry(register: string, value: string): Promise<RegisterItem | undefined>;
}

interface Known { readonly entry: RegisterItem; readonly text: string; readonly children: readonly Known[] }
interface Register { readonly top: readonly Known[]; readonly byValue: ReadonlyMap<string, Known> }

/** Full-width and small letters are the same to a person who searches, and spaces are typed or not. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/**
 * Registers that are given whole, as lists or trees: for demonstrations and tests. The first of two entries with one value counts.
 *
 * @example createMemoryRegisters({ areas: [{ value: '340402', label: '大通区', onlyGroup: true, children: [{ value: '340402900001', label: '甲村' }] }] })
 */
export function createMemoryRegisters(registers: Readonly<Record<string, readonly RegisterNode[]>>): RegisterAdapter {
  const byName = new Map(Object.entries(registers).map(([name, nodes]) => [name, read(nodes)]));
  return {
    find(name, { text, parent, offset, limit }) {
      const register = byName.get(name);
      if (register === undefined) return Promise.resolve(undefined);
      const under = parent === undefined ? register.top : (register.byValue.get(parent)?.children ?? []);
      const wanted = plain(text);
      const found = wanted === '' ? under : allOf(under).filter((known) => known.text.includes(wanted));
      return Promise.resolve({ entries: found.slice(offset, offset + limit).map(({ entry }) => entry), total: found.length });
    },
    entry: (name, value) => Promise.resolve(byName.get(name)?.byValue.get(value)?.entry),
  };
}

function read(nodes: readonly RegisterNode[]): Register {
  const byValue = new Map<string, Known>();
  const know = ({ children = [], ...node }: RegisterNode, path: readonly RegisterItem[]): Known => {
    const bare: RegisterItem = { ...node, ...(children.length === 0 ? {} : { hasMore: true }) };
    const known: Known = {
      entry: path.length === 0 ? bare : { ...bare, path },
      text: plain(`${node.label}${node.detail ?? ''}`),
      children: children.map((child) => know(child, [...path, bare])),
    };
    if (!byValue.has(node.value)) byValue.set(node.value, known);
    return known;
  };
  return { top: nodes.map((node) => know(node, [])), byValue };
}

const allOf = (known: readonly Known[]): readonly Known[] => known.flatMap((each) => [each, ...allOf(each.children)]);
