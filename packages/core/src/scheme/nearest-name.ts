/** Of longer lists the beginning is looked at: the name is a help, not an answer. */
const MOST_CANDIDATES = 1000;
/** Two letters begin too many words. */
const SHORTEST_BEGINNING = 3;

/**
 * The known name that a misspelt one most likely means; `undefined` where none is near. Case counts little, and one
 * mistake is allowed per three characters; a word that only one name begins with is taken for the beginning of it.
 *
 * @example nearestName('treshold', ['threshold', 'notice']) // 'threshold'
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const wanted = name.slice(0, 80).toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  const looked: string[] = [];
  for (const candidate of known) {
    if (looked.push(candidate) > MOST_CANDIDATES) break;
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const distance = editDistance(wanted, candidate.toLowerCase(), least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best ?? onlyOneWith(wanted, looked);
}

/** A word that was cut short, "int" for "integer", means the name that begins with it, where there is one only. */
function onlyOneWith(beginning: string, known: readonly string[]): string | undefined {
  if (beginning.length < SHORTEST_BEGINNING) return undefined;
  const found = known.filter((candidate) => candidate.toLowerCase().startsWith(beginning));
  return found.length === 1 ? found[0] : undefined;
}

/** Insertions, deletions, replacements and swaps of neighbours; `enough` or more where it is clear that there are so many. */
function editDistance(a: string, b: string, enough: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (beforeLast[j - 2] ?? 0) + 1 : Infinity;
      row.push(Math.min(replaced, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    // A swap looks back two rows.
    if (Math.min(...row) >= enough && Math.min(...last) >= enough) return enough;
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
