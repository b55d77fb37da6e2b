import type { Domain } from './domain.js';
import { both, isEmptyDomain } from './domain.js';
import type { Literal } from './formula.js';
import type { ListVariable, Variable } from './variables.js';

/** What is demanded of the items of one column of a list. */
export interface Column { readonly path: readonly string[]; readonly every: Domain; readonly some: readonly Domain[] }

/** Demands that are to hold together. What was taken in last can be taken back. */
export class Store {
  readonly domains = new Map<Variable, Domain>();
  readonly less: { readonly left: Variable; readonly right: Variable; readonly strict: boolean }[] = [];
  readonly pairs: { readonly kind: 'same' | 'different'; readonly left: Variable; readonly right: Variable }[] = [];
  readonly lists = new Map<string, { readonly list: ListVariable; readonly columns: Map<string, Column> }>();
  private readonly opaque = new Map<string, boolean>();
  private readonly trail: (() => void)[] = [];

  /** How much has been taken in, for {@link takeBack}. */
  get size(): number {
    return this.trail.length;
  }

  /** Forgets what was taken in since. */
  takeBack(size: number): void {
    while (this.trail.length > size) this.trail.pop()?.();
  }

  domain(variable: Variable): Domain {
    return this.domains.get(variable) ?? variable.domain;
  }

  /** Takes a demand in; `false` where it plainly contradicts what is there. */
  add(demand: Literal): boolean {
    switch (demand.kind) {
      case 'in': return this.narrow(demand.variable, demand.set);
      case 'less':
        this.append(this.less, demand);
        return !(demand.strict && demand.left === demand.right) && this.narrow(demand.left, demand.left.domain) && this.narrow(demand.right, demand.right.domain);
      case 'same': case 'different':
        this.append(this.pairs, demand);
        return this.narrow(demand.left, demand.left.domain) && this.narrow(demand.right, demand.right.domain);
      case 'some': case 'every': return this.addItems(demand);
      case 'opaque': {
        const before = this.opaque.get(demand.key);
        this.put(this.opaque, demand.key, demand.holds);
        return before === undefined || before === demand.holds;
      }
    }
  }

  narrow(variable: Variable, set: Domain): boolean {
    const domain = both(this.domain(variable), set);
    this.put(this.domains, variable, domain);
    return !isEmptyDomain(domain);
  }

  private append<T>(list: T[], item: T): void {
    list.push(item);
    this.trail.push(() => list.pop());
  }

  private put<K, V>(map: Map<K, V>, key: K, value: V): void {
    const [had, before] = [map.has(key), map.get(key)];
    map.set(key, value);
    this.trail.push(() => {
      if (had) map.set(key, before as V);
      else map.delete(key);
    });
  }

  private addItems({ kind, list, column, item, set }: Extract<Literal, { kind: 'some' | 'every' }>): boolean {
    const entry = this.lists.get(list.key) ?? { list, columns: new Map<string, Column>() };
    if (!this.lists.has(list.key)) this.put(this.lists, list.key, entry);
    const key = JSON.stringify(column);
    const before = entry.columns.get(key) ?? { path: column, every: item, some: [] };
    const after = kind === 'every' ? { ...before, every: both(before.every, set) } : { ...before, some: [...before.some, set] };
    this.put(entry.columns, key, after);
    if (after.some.some((wanted) => isEmptyDomain(both(after.every, wanted)))) return false;
    // Items that are asked for have to be there; where none can be right, none may be there.
    if (kind === 'some' && !this.narrow(list.length, { kind: 'number', grid: 1, intervals: [{ low: 1, high: Infinity, lowOpen: false, highOpen: true }] })) return false;
    return !isEmptyDomain(after.every) || this.narrow(list.length, { kind: 'number', grid: 1, intervals: [{ low: 0, high: 0, lowOpen: false, highOpen: false }] });
  }
}
