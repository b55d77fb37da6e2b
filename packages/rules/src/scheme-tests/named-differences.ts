/** What an expectation names and what came out instead; only the names that differ. */
export interface NamedDifference { readonly expected: Readonly<Record<string, unknown>>; readonly actual: Readonly<Record<string, unknown>> }

/**
 * Compares what is expected by name (awards by case, grades by project) with what came out. Of an expectation with several members only those that it
 * writes are compared and told.
 *
 * @param found - All that is known of the name; `main` is the member that an expectation without members is about.
 * @returns `undefined` where nothing differs.
 */
export function namedDifferences(expected: Readonly<Record<string, unknown>> | undefined, found: (name: string) => Readonly<Record<string, unknown>> | null, main: string): NamedDifference | undefined {
  const other = Object.entries(expected ?? {}).flatMap(([name, wanted]) => {
    const all = found(name);
    const actual = all === null ? null : isMembers(wanted) ? membersOf(all, Object.keys(wanted)) : (all[main] ?? null);
    return sameMembers(wanted, actual) ? [] : [{ name, wanted, actual }];
  });
  if (other.length === 0) return undefined;
  return { expected: Object.fromEntries(other.map(({ name, wanted }) => [name, wanted])), actual: Object.fromEntries(other.map(({ name, actual }) => [name, actual])) };
}

function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function membersOf(all: Readonly<Record<string, unknown>>, names: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(names.map((name) => [name, Object.prototype.hasOwnProperty.call(all, name) ? all[name] : null]));
}

function sameMembers(wanted: unknown, actual: unknown): boolean {
  if (!isMembers(wanted)) return wanted === actual;
  return isMembers(actual) && Object.entries(wanted).every(([name, value]) => actual[name] === value);
}
