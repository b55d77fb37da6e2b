const said = new Set<string>();

/**
 * Tells the integrator of a mistake in using an element, once per code and detail; the page goes on. Silent where the page says
 * `globalThis.cobuildQuiet = true` (a live portal).
 *
 * @param code - Stable name, `form/bad-definition`.
 * @param detail - What it is now and what is wanted.
 */
export function warnOnce(code: string, detail: string): void {
  const key = `${code} ${detail}`;
  if (said.has(key) || (globalThis as { cobuildQuiet?: boolean }).cobuildQuiet === true) return;
  said.add(key);
  console.warn(`[cobuild] ${code}: ${detail}`);
}
