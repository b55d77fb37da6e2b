import type { Facts } from '@cobuild/core';
import { toPointer, withValueAt } from '@cobuild/core';
import { drawBounds } from './bounds.js';
import { dayNumber, dayText } from './day-number.js';
import type { Domain } from './domain.js';
import { both, isEmptyDomain } from './domain.js';
import type { Store } from './store.js';
import type { Variable } from './variables.js';

/** Where values without a lower end begin: a day of about now reads better than the year 1. */
const FIRST_DAY = dayNumber('2026-03-02');
const LOWEST = -1_000_000_000;

/**
 * Facts for demands that seem to hold together: for each value the smallest that is left, for each list the fewest items. `undefined` where
 * none are found that way. Whether they are right shows when the conditions are evaluated.
 *
 * @param settled - Is narrowed to the values that are chosen.
 * @param others - Values that are to be given too, so that the facts are complete.
 */
export function witnessOf(settled: Store, others: Iterable<Variable>): Facts | undefined {
  for (const variable of others) settled.narrow(variable, variable.domain);
  const ordered = new Set(settled.less.flatMap(({ left, right }) => [left, right]));
  for (const variable of [...settled.domains.keys()]) start(settled, variable, ordered.has(variable));
  if (!drawBounds(settled)) return undefined;
  let facts: unknown = {};
  const chosen = new Map<Variable, unknown>();
  for (const [variable, domain] of settled.domains) {
    const value = choose(domain, [...forbidden(settled, variable, chosen)]);
    if (value === undefined) return undefined;
    chosen.set(variable, value);
    facts = variable.counts ? putList(facts, variable, Number(value), settled) : withValueAt(facts, toPointer(variable.fact, ...variable.steps), written(domain, value));
  }
  return facts as Facts;
}

/** A beginning for values that have none, where that leaves something. */
function start(store: Store, variable: Variable, isOrdered: boolean): void {
  const domain = store.domain(variable);
  if (domain.kind === 'value') return;
  const grid = domain.grid === 0 ? 100 : domain.grid;
  for (const low of domain.kind === 'day' ? [FIRST_DAY, -700_000] : [0, LOWEST]) {
    const tried = both(domain, { kind: domain.kind, grid, intervals: [{ low, high: Infinity, lowOpen: false, highOpen: true }] });
    if (isEmptyDomain(tried)) continue;
    const size = store.size;
    store.narrow(variable, tried);
    if (!isOrdered || drawBounds(store)) return;
    store.takeBack(size);
  }
}

function* forbidden({ pairs }: Store, variable: Variable, chosen: ReadonlyMap<Variable, unknown>): Generator<unknown> {
  for (const { kind, left, right } of pairs) {
    if (kind === 'different' && left === variable) yield chosen.get(right);
    if (kind === 'different' && right === variable) yield chosen.get(left);
    if (kind === 'same' && left === variable && chosen.has(right)) yield { same: chosen.get(right) };
    if (kind === 'same' && right === variable && chosen.has(left)) yield { same: chosen.get(left) };
  }
}

function choose(domain: Domain, rules: readonly unknown[]): unknown {
  if (domain.kind !== 'value') {
    const [first] = domain.intervals;
    return first === undefined || first.low === -Infinity ? undefined : first.lowOpen ? middle(first.low, first.high) : first.low;
  }
  const same = rules.find((rule): rule is { readonly same: unknown } => typeof rule === 'object' && rule !== null && 'same' in rule);
  if (same !== undefined) return same.same;
  if (domain.only) return domain.values.find((value) => !rules.includes(value));
  for (let count = 1; count < 50; count += 1) {
    const text = count === 1 ? '示例' : `示例${count}`;
    if (!domain.values.includes(text) && !rules.includes(text)) return text;
  }
  return undefined;
}

function middle(low: number, high: number): number {
  return high === Infinity ? low + 1 : (low + high) / 2;
}

function written(domain: Domain, value: unknown): unknown {
  return domain.kind === 'day' && typeof value === 'number' ? dayText(value) : value;
}

/** A list of so many items; each that is asked for stands in a place of its own. */
function putList(facts: unknown, length: Variable, count: number, { lists }: Store): unknown {
  const entry = [...lists.values()].find(({ list }) => list.length === length);
  const columns = [...(entry?.columns.values() ?? [])];
  const needed = Math.max(count, ...columns.map(({ some }) => some.length));
  if (needed > 200) return facts;
  const items = Array.from({ length: needed }, (_, index) => columns.reduce<unknown>((item, { path, every, some }) => {
    const wanted = some[index];
    const domain = wanted === undefined ? every : both(every, wanted);
    const value = written(domain, chooseItem(domain, index));
    return path.length === 0 ? value : withValueAt(item, toPointer(...path), value);
  }, columns.length === 0 ? '示例' : {}));
  return withValueAt(facts, toPointer(length.fact, ...length.steps), items);
}

/** Items differ where they can: many lists let nothing stand twice. */
function chooseItem(domain: Domain, index: number): unknown {
  if (domain.kind === 'value') return domain.only ? domain.values[index % domain.values.length] : choose(domain, index === 0 ? [] : [`示例`]);
  const beginning = both(domain, { ...domain, intervals: [{ low: domain.kind === 'day' ? FIRST_DAY : 0, high: Infinity, lowOpen: false, highOpen: true }] });
  return choose(isEmptyDomain(beginning) ? domain : beginning, []);
}
